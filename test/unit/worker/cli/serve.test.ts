// `weft serve` as a person or a supervisor meets it: listeners on a real HTTP server, schedules, values from outside the app
// file, and an end in good order.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ensureBuilt } from '../../../../worker/cli/built.mjs'
import { emptyApp, type App, type Config, type Flow, type Step } from '../../../../worker/model/app.ts'

vi.setConfig({ testTimeout: 60_000 })

const root = resolve(import.meta.dirname, '../../../..')
let folder = ''
const started: Serving[] = []
beforeAll(async () => {
  await ensureBuilt('node')
  folder = mkdtempSync(join(tmpdir(), 'weft-serve-'))
}, 600_000)
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.child.kill('SIGKILL')
    await one.ended
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Serving {
  child: ChildProcess
  origin: string
  out(): string
  err(): string
  ended: Promise<number | null>
}

/** Resolves when it says that it runs, or has ended. */
async function serve(app: App, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const file = join(folder, `${app.id}.json`)
  writeFileSync(file, JSON.stringify(app))
  const child = spawn(
    process.execPath,
    [join(root, 'worker/cli/weft.mjs'), 'serve', file, '--port', '0', ...args],
    { env: { ...process.env, INIT_CWD: folder, ...env } },
  )
  let out = ''
  let err = ''
  const ended = new Promise<number | null>((done) => child.on('close', done))
  child.stderr!.on('data', (chunk) => (err += chunk))
  await Promise.race([
    ended,
    new Promise<void>((ready) =>
      child.stdout!.on('data', (chunk) => {
        out += chunk
        if (out.includes('weft serve')) ready()
      }),
    ),
  ])
  const origin = /http:\/\/[^/]+/.exec(out)?.[0] ?? ''
  const serving = { child, origin, out: () => out, err: () => err, ended }
  started.push(serving)
  return serving
}

let ids = 0
function step(component: string, config: Config, connection?: string): Step {
  const id = `s${++ids}`
  return { id, component, version: 1, name: id, config, ...(connection && { connection }) }
}
function flow(trigger: Step, ...steps: Step[]): Flow {
  return { id: `f${++ids}`, name: `Flow ${ids}`, trigger, steps, samples: [], settings: {} }
}
const appOf = (...flows: Flow[]): App => ({ ...emptyApp(`app${++ids}`, 'Served'), flows })
const listener = (path: string, methods = '') => step('http-listener', { path, methods })
const payload = (source: string) => step('set-payload', { value: { mode: 'expression', source } })

test('a listener answers requests at its address', async () => {
  const seen =
    "{'id': msg.attrs['uriParams']['id'], 'n': msg.payload['n'] + 1, 'from': msg.attrs['remoteAddr'], 'x': msg.attrs['queryParams']['x']}"
  const { origin } = await serve(appOf(flow(listener('/orders/{id}', 'POST,HEAD'), payload(seen))))
  const post = (path: string) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"n":41}',
    })
  const answer = await post('/hook/orders/A%207?x=1&x=2')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(await answer.json()).toEqual({ id: 'A 7', n: 42, from: '127.0.0.1', x: ['1', '2'] })
  expect((await post('/orders/7?x=')).status).toBe(200)
  const other = await fetch(origin + '/hook/orders/7')
  expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST, HEAD'])
  const unknown = await fetch(origin + '/nothing')
  expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'HTTP:LISTENER_NOT_FOUND' }])
})

test('a failing flow answers 500 and is told on stderr; the next request is answered', async () => {
  const { origin, err } = await serve(appOf(flow(listener('/div'), payload("10 / int(msg.payload['by'])"))))
  const ask = (by: number) =>
    fetch(origin + '/hook/div', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by }),
    })
  expect((await ask(0)).status).toBe(500)
  expect(await (await ask(5)).json()).toBe(2)
  await vi.waitFor(() => expect(err()).toContain('ZeroDivisionError'))
})

test('a Scheduler fires while it serves', async () => {
  const log = step('logger', { content: { mode: 'text', source: 'tick {{1 + 1}}' } })
  const { err } = await serve(appOf(flow(step('scheduler', { mode: 'periodic', every: '1 s' }), log)))
  await vi.waitFor(() => expect(err().match(/tick 2/g)?.length).toBeGreaterThanOrEqual(2), {
    timeout: 10_000,
  })
})

test('SIGTERM: requests under way are answered, then it ends with 0', async () => {
  const { origin, child, ended } = await serve(
    appOf(
      flow(listener('/slow'), step('sleep', { time: '700 ms' }), payload("'slept'")),
      flow(listener('/fast'), payload("'fast'")),
    ),
  )
  const slow = fetch(origin + '/hook/slow').then((answer) => answer.text())
  expect(await (await fetch(origin + '/hook/fast')).text()).toContain('fast')
  child.kill('SIGTERM')
  expect(await slow).toContain('slept')
  expect(await ended).toBe(0)
})

test('SIGTERM: what takes longer than --drain is stopped', async () => {
  const { origin, child, ended } = await serve(
    appOf(flow(listener('/slow'), step('sleep', { time: '60 s' }))),
    ['--drain', '0'],
  )
  const slow = fetch(origin + '/hook/slow').catch(() => 'cut')
  await new Promise((later) => setTimeout(later, 300))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await slow
})

test('connection values and secrets come from outside the app file', async () => {
  const asked: string[] = []
  const target: Server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`)
    response.setHeader('content-type', 'application/json').end('{"ok":true}')
  })
  await new Promise<void>((ready) => target.listen(0, '127.0.0.1', ready))
  const { port } = target.address() as { port: number }
  const request = step('http/request', { method: 'GET', url: '/a' }, 'c1')
  const app: App = {
    ...appOf(flow(listener('/go'), request)),
    connections: [
      {
        id: 'c1',
        connector: 'http',
        name: 'Target',
        config: { baseUrl: 'http://127.0.0.1:9', auth: 'bearer', token: { mode: 'secret', id: 'key' } },
      },
    ],
  }
  writeFileSync(
    join(folder, 'c.json'),
    JSON.stringify({ production: { Target: { baseUrl: `http://127.0.0.1:${port}/p` } } }),
  )
  writeFileSync(join(folder, 'secrets'), 'WEFT_SECRET_key=s3cr3t\n')
  const options = ['--connections', 'c.json', '--env', 'production', '--secrets', 'secrets']
  const { origin, out, err } = await serve(app, options)
  expect(await (await fetch(origin + '/hook/go')).json()).toEqual({ ok: true })
  expect(asked).toEqual(['Bearer s3cr3t /p/a'])
  expect(out() + err()).not.toContain('s3cr3t')
  await new Promise((closed) => target.close(closed))
})

test('global variables come from a file; a change is seen by the next run, the app’s own stand behind them', async () => {
  const app: App = {
    ...appOf(flow(listener('/go'), payload("[msg.vars['region'], msg.vars['own']]"))),
    variables: [
      { id: 'v1', name: 'region', type: 'str', value: 'nowhere' },
      { id: 'v2', name: 'own', type: 'int', value: 7 },
    ],
  }
  const write = (region: string) =>
    writeFileSync(join(folder, 'v.json'), JSON.stringify({ production: { region } }))
  write('eu')
  const { origin } = await serve(app, ['--variables', 'v.json', '--env', 'production'])
  const ask = async (): Promise<unknown> => (await fetch(origin + '/hook/go')).json()
  expect(await ask()).toEqual(['eu', 7])
  write('asia')
  expect(await ask()).toEqual(['asia', 7])
})

test.each([
  ['an app with an error', appOf(flow(listener('/x'), step('set-payload', { value: { mode: 'expression', source: '1 +' } }))), [], 1, 'APP:PROBLEMS'], // prettier-ignore
  ['an app without a trigger', appOf({ id: 'f', name: 'F', steps: [], samples: [], settings: {} }), [], 1, 'APP:NO_TRIGGER'], // prettier-ignore
  ['a wrong option', appOf(flow(listener('/x'))), ['--drain', 'soon'], 2, 'CLI:USAGE'],
])('%s is refused before anything starts', async (_, app, args, code, told) => {
  const { ended, err } = await serve(app, args)
  expect(await ended).toBe(code)
  expect(JSON.parse(err())).toMatchObject({ code: told })
})

test('a second process with the same data folder is refused', async () => {
  const app = appOf(flow(listener('/x')))
  await serve(app, ['--data', 'shared'])
  const second = await serve(app, ['--data', 'shared'])
  expect(await second.ended).toBe(1)
  expect(second.err()).toContain('STORE:IN_USE')
})

test('--at-once: more runs of an app wait for their turn; a run that takes too long is ended', async () => {
  let now = 0
  let most = 0
  const target = createServer((_, response) => {
    most = Math.max(most, ++now)
    setTimeout(() => (now--, response.end('{}')), 50)
  })
  await new Promise<void>((ready) => target.listen(0, '127.0.0.1', ready))
  const { port } = target.address() as { port: number }
  const slow = flow(listener('/slow'), step('sleep', { time: '1 h' }))
  slow.settings = { timeLimit: '1 s' }
  const app = appOf(flow(listener('/in'), step('http/request', { url: `http://127.0.0.1:${port}/` })), slow)
  const { origin, err } = await serve(app, ['--at-once', '2', '--keep-runs', '3'])
  const all = await Promise.all(Array.from({ length: 8 }, () => fetch(`${origin}/hook/in`)))
  expect([all.map(({ status }) => status), most]).toEqual([Array(8).fill(200), 2])
  const late = await fetch(`${origin}/hook/slow`)
  expect([late.status, await late.json()]).toMatchObject([500, { code: 'RUN:TIME_LIMIT' }])
  expect(err()).toMatch(/RUN:TIME_LIMIT/)
  target.close()
  target.closeAllConnections()
})
