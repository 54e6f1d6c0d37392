// The engine's worker in a real browser: stop, endpoints that misbehave, a killed tab, hooks, values; under the real headers.
import type { Page } from '@playwright/test'
import type { RunEvent, RunSummary } from '../../worker/model/event.ts'
import { startFaultServer, type FaultServer } from '../support/fault-server.ts'
import { join } from 'node:path'
import { startStatic } from '../support/static-server.ts'
import { root } from '../../worker/cli/built.mjs'
import { expect, killTab, openTab, test } from './harness/site.ts'

let server: FaultServer
test.beforeAll(async () => {
  server = await startFaultServer()
})
test.afterAll(() => server.close())

const step = (id: string, component: string, config: object = {}, more: object = {}): object => {
  return { id, component, version: 1, name: id, config, ...more }
}
const flow = (id: string, trigger: object, steps: object[]): object => ({
  id,
  name: id,
  trigger,
  steps,
  samples: [],
  settings: {},
})
const appOf = (...flows: object[]): any => {
  return {
    format: 'weft/1',
    id: 'app1',
    name: 'A',
    flows,
    connections: [],
    variables: [],
    types: [],
    scripts: [],
    tests: [],
  }
}
const manual = step('t0', 'manual')
const request = (path: string, config: object = {}): object =>
  step('s1', 'http/request', {
    method: 'GET',
    url: path.includes('://') ? path : server.url + path,
    ...config,
  })
const endless = step('s1', 'transform', {
  payload: { mode: 'code', source: 'def dw_process(msg):\n    while True:\n        pass\n' },
})

interface Ran {
  summary: RunSummary
  events: RunEvent[]
  took: number
}
/** Runs a flow of one step; `stopAfter` milliseconds it is cancelled. */
function run(page: Page, id: string, app: any, stopAfter?: number): Promise<Ran & { stopTook: number }> {
  return page.evaluate(
    async ([runId, text, wait]) => {
      const { engine } = window.harness
      const events: RunEvent[] = []
      const started = performance.now()
      const input = { id: 'i', name: 'i', payload: '{"a":1}', mime: 'application/json' }
      const ask = {
        run: runId!,
        app: JSON.parse(text!),
        flow: 'f1',
        input,
        base: location.origin,
        granted: { hosts: 'all' as const },
      }
      const done = engine.run(ask, (batch) => events.push(...batch))
      let stopped = 0
      if (wait) {
        await new Promise((resolve) => setTimeout(resolve, Number(wait)))
        stopped = performance.now()
        await engine.cancel(runId!).catch(() => {})
      }
      const summary = await done.catch((fault) => ({ outcome: 'lost', fault }) as unknown as RunSummary)
      const now = performance.now()
      return { summary, events, took: now - started, stopTook: now - stopped }
    },
    [id, JSON.stringify(app), stopAfter === undefined ? undefined : String(stopAfter)] as const,
  )
}

test('a run gives its events, is stored, and its values can be looked at', async ({ context, harness }) => {
  const page = await openTab(context, harness)
  const app = appOf(
    flow('f1', manual, [
      request('/echo'),
      step('s2', 'set-payload', { value: { mode: 'expression', source: '[1, 2]' } }),
    ]),
  )
  await page.evaluate(
    (text) => window.harness.store.saveApp({ app: JSON.parse(text), version: 0, kind: 'edit', label: '' }),
    JSON.stringify(app),
  )
  const ran = await run(page, 'r1', app)
  expect(ran.summary.fault).toBeUndefined()
  expect(ran.summary).toMatchObject({ outcome: 'ok', app: 'app1', flow: 'f1' })
  expect(ran.events[0]).toMatchObject({ kind: 'start' })
  expect(ran.events.at(-1)).toMatchObject({ kind: 'end', data: { outcome: 'ok' } })
  const leave = ran.events.find((event) => event.kind === 'leave' && event.path === 's1')!
  const look = (tab: Page) =>
    tab.evaluate(
      (seq) => window.harness.engine.rows({ run: 'r1', seq, part: 'payload', path: [] }, 0, 10),
      leave.seq,
    )
  const rows = await look(page)
  expect(rows.rows.map((row) => row.key)).toEqual(['method', 'path', 'headers', 'body'])
  const stored = await page.evaluate(() => window.harness.store.loadRun('r1'))
  expect(stored!.events.length).toBe(ran.events.length)
  expect(stored!.record!.effects.length).toBe(1)
  await page.close()

  const calls = server.calls.get('GET /echo')
  const other = await openTab(context, harness)
  expect((await look(other)).rows.map((row) => row.key)).toEqual(['method', 'path', 'headers', 'body'])
  expect(server.calls.get('GET /echo')).toBe(calls)
})

test('endpoints that misbehave give their own fault, and the next run is not affected', async ({
  context,
  harness,
}) => {
  const page = await openTab(context, harness)
  const cases: [string, object, string][] = [
    ['http://127.0.0.1:1/', {}, 'HTTP:UNREACHABLE'],
    ['/echo?cors=0', {}, 'HTTP:UNREACHABLE'],
    ['/hang', { timeout: '300 ms' }, 'HTTP:TIMEOUT'],
    ['/half', {}, 'HTTP:INCOMPLETE'],
    ['/status/503', {}, 'HTTP:503'],
    [`/bytes/${65 * 1024 * 1024}`, {}, 'HTTP:TOO_LARGE'],
  ]
  for (const [i, [path, config, code]] of cases.entries()) {
    const { summary } = await run(page, `r${i}`, appOf(flow('f1', manual, [request(path, config)])))
    expect(summary.fault?.code, path).toBe(code)
    expect(summary.outcome).toBe('failed')
  }
  const large = await run(page, 'large', appOf(flow('f1', manual, [request(`/bytes/${50 * 1024 * 1024}`)])))
  expect(large.summary.outcome).toBe('ok')
})

test('stop works in a script that never ends, and other runs go on', async ({ context, harness }) => {
  const page = await openTab(context, harness)
  await run(page, 'warm', appOf(flow('f1', manual, [])))
  const stopped = await run(page, 'loop', appOf(flow('f1', manual, [endless])), 300)
  expect(stopped.summary.fault?.code).toBe('CORE:CANCELLED')
  expect(stopped.summary).toMatchObject({ outcome: 'cancelled' })
  console.log(`stopped after ${Math.round(stopped.stopTook)} ms`)
  expect(stopped.stopTook).toBeLessThan(5_000)
  const waiting = await run(page, 'wait', appOf(flow('f1', manual, [request('/hang')])), 200)
  expect(waiting.summary.outcome).toBe('cancelled')
  expect(waiting.stopTook).toBeLessThan(5_000)
  expect((await run(page, 'after', appOf(flow('f1', manual, [request('/echo')])))).summary.outcome).toBe('ok')
})

test('a tab that is killed in mid-run leaves its run to be found', async ({ context, harness }) => {
  const page = await openTab(context, harness)
  const app = appOf(
    flow('f1', manual, [
      request('/echo'),
      step('s2', 'http/request', { method: 'GET', url: server.url + '/hang' }),
    ]),
  )
  void run(page, 'killed', app).catch(() => {})
  await expect
    .poll(() => page.evaluate(async () => (await window.harness.store.loadRun('killed'))?.events.length ?? 0))
    .toBeGreaterThan(3)
  await killTab(page)
  const other = await openTab(context, harness)
  const state = await other.evaluate(() => window.harness.store.open())
  expect(state.interrupted.map(({ id }) => id)).toEqual(['killed'])
  const found = await other.evaluate(() => window.harness.store.loadRun('killed'))
  expect(found!.summary).toMatchObject({ outcome: 'failed', fault: { code: 'RUN:INTERRUPTED' } })
  expect(found!.events.some((event) => event.kind === 'leave' && event.path === 's1')).toBe(true)
})

test('where the page is not isolated stop costs the engine worker, and the run still ends', async ({
  context,
  harness,
}) => {
  expect(harness).toBeTruthy()
  const host = await startStatic(join(root, 'test-results/harness'), '/')
  const page = await openTab(context, host.url)
  expect(await page.evaluate(() => window.harness.weft.isolated)).toBe(false)
  await run(page, 'warm', appOf(flow('f1', manual, [])))
  const stopped = await run(page, 'loop', appOf(flow('f1', manual, [endless])), 300)
  expect(stopped.summary).toMatchObject({ outcome: 'cancelled' })
  console.log(`stopped after ${Math.round(stopped.stopTook)} ms`)
  expect(stopped.stopTook).toBeLessThan(5_000)
  expect(stopped.events.at(-1)).toMatchObject({ kind: 'end', data: { outcome: 'cancelled' } })
  const stored = await page.evaluate(() => window.harness.store.loadRun('loop'))
  expect(stored!.summary.outcome).toBe('cancelled')
  expect((await run(page, 'after', appOf(flow('f1', manual, [request('/echo')])))).summary.outcome).toBe('ok')
  await host.stop()
})
