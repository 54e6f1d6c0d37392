// Kills of `weft serve` at random moments while its flows call a counting server: what had begun is ended, nothing that the
// server knows by its key is doubled, nothing that may not be repeated is repeated. Short here, 1,000 kills in the long form.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from '../../../../worker/cli/built.mjs'
import { emptyApp, type App, type Config, type Step } from '../../../../worker/model/app.ts'
import { openNodeStore } from '../../../../worker/store/node-home.ts'

const root = resolve(import.meta.dirname, '../../../..')
const kills = process.env['WEFT_LONG'] ? 1_000 : 12
/** A new data folder and new counters after so many kills: the store keeps the newest thousand runs. */
const killsARound = 50
const minutes = process.env['WEFT_LONG'] ? 120 : 3

/** Random, but the same for the same seed. */
function chance(seed: number): () => number {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
}

/** Counts what it is sent: by idempotency key where there is one, else by path. */
async function countingServer() {
  const byKey = new Map<string, { path: string; bodies: Set<string>; sent: number }>()
  const byPath = new Map<string, number>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const path = request.url!
      const key = request.headers['idempotency-key'] as string | undefined
      byPath.set(path, (byPath.get(path) ?? 0) + 1)
      if (key) {
        const known = byKey.get(key) ?? { path, bodies: new Set(), sent: 0 }
        known.bodies.add(body)
        known.sent++
        byKey.set(key, known)
      }
      // Slow enough to be killed in between.
      setTimeout(() => response.end('{}'), 5 + Math.random() * 30)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return { byKey, byPath, base: `http://127.0.0.1:${port}`, close }
}

function appFor(base: string): App {
  let ids = 0
  const step = (component: string, config: Config, branches?: Step['branches']): Step => {
    const id = `s${++ids}`
    return { id, component, version: 1, name: id, config, ...(branches && { branches }) }
  }
  const text = (source: string) => ({ mode: 'text' as const, source })
  const call = (method: string, path: string, more: Config = {}): Step =>
    step('http/request', { method, url: text(`${base}${path}`), body: { mode: 'expression', source: "msg.vars['r']" }, ...more }) // prettier-ignore
  const trigger = step('http-listener', { path: '/in/{id}' })
  const source = "msg.attrs['uriParams']['id']"
  const random = 'import random\ndef dw_process(msg):\n  return str(random.random())'
  const loop = step('for-each', { items: { mode: 'expression', source: '[0, 1, 2]' } }, [
    {
      id: 'b1',
      role: 'body',
      config: {},
      steps: [call('POST', '/round/{{msg.vars["id"]}}', { repeat: 'with key' })],
    },
  ])
  const steps = [
    step('set-variable', { name: 'id', value: { mode: 'expression', source } }),
    step('set-variable', { name: 'r', value: { mode: 'code', source: random } }),
    call('POST', '/begin/{{msg.vars["id"]}}', { repeat: 'with key' }),
    loop,
    step('sleep', { time: '20 ms' }),
    call('POST', '/end/{{msg.vars["id"]}}', { repeat: 'with key' }),
  ]
  const once = [
    step('set-variable', { name: 'id', value: { mode: 'expression', source } }),
    step('set-variable', { name: 'r', value: { mode: 'expression', source: "''" } }),
    call('POST', '/once/{{msg.vars["id"]}}'),
    call('PUT', '/after/{{msg.vars["id"]}}'),
  ]
  const settings = { durable: true }
  return {
    ...emptyApp('killed', 'Killed'),
    flows: [
      { id: 'keyed', name: 'Keyed', trigger, steps, samples: [], settings },
      { id: 'once', name: 'Once', trigger: step('http-listener', { path: '/once/{id}' }), steps: once, samples: [], settings }, // prettier-ignore
    ],
  }
}

async function serve(
  file: string,
  data: string,
): Promise<{ child: ChildProcess; origin: string; ended: Promise<void> }> {
  const args = [join(root, 'worker/cli/weft.mjs'), 'serve', file, '--port', '0', '--data', data]
  const child = spawn(process.execPath, args, { env: { ...process.env, INIT_CWD: root } })
  const ended = new Promise<void>((done) => child.on('close', () => done()))
  let told = ''
  const origin = await new Promise<string>((ready, failed) => {
    child.stderr.on('data', (chunk) => (told += chunk))
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/[^/]+/.exec(String(chunk))
      if (found) ready(found[0])
    })
    child.on('close', () => failed(new Error(`it did not start: ${told}`)))
  })
  return { child, origin, ended }
}

beforeAll(async () => {
  await ensureBuilt('node')
}, 600_000)

test(`${kills} kills: nothing begun is lost, nothing is doubled`, { timeout: minutes * 60_000 }, async () => {
  const seed = Number(process.env['WEFT_SEED'] ?? Date.now() % 1_000_000)
  const random = chance(seed)
  let resumed = 0
  let unknown = 0
  for (let done = 0; done < kills; done += killsARound) {
    const folder = mkdtempSync(join(tmpdir(), 'weft-kill-'))
    const server = await countingServer()
    const file = join(folder, 'app.json')
    const data = join(folder, 'data')
    writeFileSync(file, JSON.stringify(appFor(server.base)))
    let id = 0
    for (let i = 0; i < Math.min(killsARound, kills - done); i++) {
      const { child, origin, ended } = await serve(file, data)
      const stop = setTimeout(() => child.kill('SIGKILL'), 20 + random() * 400)
      let isOver = false
      void ended.then(() => (isOver = true))
      const caller = async (): Promise<void> => {
        while (!isOver) {
          const path = random() < 0.7 ? `/in/${id++}` : `/once/${id++}`
          await fetch(origin + path, { method: 'POST' }).then(
            (answer) => answer.text(),
            () => {},
          )
        }
      }
      await Promise.all([ended, caller(), caller(), caller()])
      clearTimeout(stop)
    }
    const last = await serve(file, data)
    last.child.kill('SIGTERM')
    await last.ended
    const { store, close } = await openNodeStore(data)
    const runs = await store.runs({ limit: Infinity })
    close()
    const seen = `seed ${seed}`
    // All that began has ended: well, or because nobody knows whether what may not be repeated was done.
    const badly = runs.filter(
      ({ outcome, fault }) => outcome !== 'ok' && fault?.code !== 'RUN:OUTCOME_UNKNOWN',
    )
    expect(badly, seen).toEqual([])
    resumed += runs.filter(({ durable }) => durable!.epoch > 1).length
    unknown += runs.filter(({ outcome }) => outcome !== 'ok').length
    // The same key has the same content: chance is not drawn again.
    for (const { bodies } of server.byKey.values()) expect(bodies.size, seen).toBe(1)
    const keysOf = (start: string) => {
      const count = new Map<string, number>()
      for (const { path } of server.byKey.values())
        if (path.startsWith(start))
          count.set(path.slice(start.length), (count.get(path.slice(start.length)) ?? 0) + 1)
      return count
    }
    const [begun, rounds, ends] = [keysOf('/begin/'), keysOf('/round/'), keysOf('/end/')]
    for (const [one, count] of begun)
      expect([one, count, rounds.get(one), ends.get(one)], seen).toEqual([one, 1, 3, 1])
    const unknownRuns = runs.filter(({ flow, outcome }) => flow === 'once' && outcome !== 'ok').length
    let once = 0
    for (const [path, count] of server.byPath) {
      if (!path.startsWith('/once/')) continue
      expect([path, count], seen).toEqual([path, 1])
      if (!server.byPath.has(path.replace('/once/', '/after/'))) once++
    }
    expect(once, seen).toBeLessThanOrEqual(unknownRuns)
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`seed ${seed}: ${kills} kills, ${resumed} runs went on, ${unknown} asked`)
  expect(resumed + unknown).toBeGreaterThan(0)
})
