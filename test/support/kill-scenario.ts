// What kill tests share: a server that counts what it is sent, flows that call it, and what must hold when they have ended.
import { createServer } from 'node:http'
import { emptyApp, type App, type Config, type Step } from '../../worker/model/app.ts'
import type { RunSummary } from '../../worker/model/event.ts'

/** Random, but the same for the same seed. */
export function chance(seed: number): () => number {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
}

/** Counts what it is sent: by idempotency key where there is one, else by path. */
export async function countingServer() {
  const byKey = new Map<string, { path: string; bodies: Set<string>; sent: number }>()
  const byPath = new Map<string, number>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const path = request.url!
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('access-control-allow-headers', '*')
      response.setHeader('access-control-allow-methods', '*')
      if (request.method === 'OPTIONS') return void response.end()
      const key = request.headers['idempotency-key'] as string | undefined
      byPath.set(path, (byPath.get(path) ?? 0) + 1)
      if (key) {
        const known = byKey.get(key) ?? { path, bodies: new Set(), sent: 0 }
        known.bodies.add(body)
        known.sent++
        byKey.set(key, known)
      }
      // `?fail=2` fails the first two times.
      const fail = Number(new URL(path, 'http://here').searchParams.get('fail') ?? 0)
      if (byPath.get(path)! <= fail) response.statusCode = 503
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

export function appFor(base: string): App {
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

export type CountingServer = Awaited<ReturnType<typeof countingServer>>

/** Throws what does not hold: all that began has ended, keyed effects are there once each, what may not be repeated was not. */
export function checkKilled(
  runs: readonly RunSummary[],
  { byKey, byPath }: CountingServer,
  seen: string,
): { resumed: number; unknown: number } {
  const wrong: string[] = []
  for (const { id, outcome, fault } of runs)
    if (outcome !== 'ok' && fault?.code !== 'RUN:OUTCOME_UNKNOWN')
      wrong.push(`run ${id} is ${outcome}: ${fault?.code} ${fault?.message}`)
  const keys = new Map<string, number>()
  for (const { path, bodies } of byKey.values()) {
    if (bodies.size > 1) wrong.push(`${path} was sent with other content under the same key`)
    keys.set(path, (keys.get(path) ?? 0) + 1)
  }
  for (const path of keys.keys()) {
    const id = path.split('/')[2]!
    const counts = ['begin', 'round', 'end'].map((name) => keys.get(`/${name}/${id}`) ?? 0)
    if (counts.join() !== '1,3,1')
      wrong.push(`run of ${id}: begin, round, end are there ${counts.join()} times`)
  }
  let unfinished = 0
  for (const [path, count] of byPath) {
    if (!path.startsWith('/once/')) continue
    if (count > 1) wrong.push(`${path} was sent ${count} times`)
    if (!byPath.has(path.replace('/once/', '/after/'))) unfinished++
  }
  const isUnknown = ({ outcome }: RunSummary): boolean => outcome !== 'ok'
  const unknown = runs.filter(isUnknown).length
  if (unfinished > unknown) wrong.push(`${unfinished} runs stopped after /once, ${unknown} of them say so`)
  if (wrong.length > 0) throw new Error(`${seen}\n${[...new Set(wrong)].join('\n')}`)
  return { resumed: runs.filter(({ durable }) => durable!.epoch > 1).length, unknown }
}
