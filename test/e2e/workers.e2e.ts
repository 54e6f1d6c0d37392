// Branches in parallel workers and the tests of an app, in the engine's worker of a real browser. Times are printed, never judged.
import type { RunEvent, RunSummary } from '../../worker/model/event.ts'
import type { TestReport } from '../../worker/model/flow-test.ts'
import type { Step } from '../../worker/model/app.ts'
import { expect, openTab, test } from './harness/site.ts'

const script = (rounds: string): Step['config'] => ({
  value: {
    mode: 'code',
    source: `def dw_process(msg):\n    t = msg.payload\n    for i in range(${rounds}):\n        t = (t * 31 + i) % 1000003\n    return t\n`,
  },
})
const loop = (workers: boolean, rounds: string): Step => ({
  id: 'loop0001',
  component: 'parallel-for-each',
  version: 1,
  name: 'Loop',
  config: { items: { mode: 'expression', source: 'list(range(8))' }, parallel: 8, workers },
  branches: [
    {
      id: 'body0001',
      role: 'body',
      config: {},
      steps: [{ id: 'work0001', component: 'set-payload', version: 1, name: 'Work', config: script(rounds) }],
    },
  ],
})
const appOf = (steps: Step[], tests: object[] = []): object => ({
  format: 'weft/1',
  id: 'app1',
  name: 'A',
  flows: [{ id: 'f1', name: 'Main', steps, samples: [], settings: {} }],
  connections: [],
  variables: [],
  types: [],
  scripts: [],
  tests,
})

interface Visit {
  kind: string
  round: string
  at: number
}
/** Whether one round began before another one had ended. */
function overlaps(visits: Visit[]): boolean {
  const spans = visits
    .filter(({ kind }) => kind === 'enter')
    .map((enter) => ({
      from: enter.at,
      to: visits.find(({ kind, round }) => kind === 'leave' && round === enter.round)!.at,
    }))
    .sort((a, b) => a.from - b.from)
  return spans.some(({ to }, i) => spans.slice(i + 1).some(({ from }) => from < to))
}

test('branches in parallel workers give what they give in one, under the real headers', async ({
  context,
  harness,
}) => {
  const page = await openTab(context, harness)
  const run = (id: string, app: object) =>
    page.evaluate(
      async ([id, text]) => {
        const { engine } = window.harness
        const started = performance.now()
        const events: RunEvent[] = []
        const input = { id: 'i', name: '' }
        const app = JSON.parse(text!) as never
        const summary = await engine.run({ run: id!, app, flow: 'f1', input, base: location.origin, granted: { hosts: [] } }, (batch) => events.push(...batch)) // prettier-ignore
        const took = Math.round(performance.now() - started)
        // Sequence of the last event: the end of the run.
        const seq = summary.events - 1
        const text2 = await engine.valueText({ run: id!, seq, part: 'payload', path: [] }, 1000)
        const visits = events.filter(({ path }) => path.endsWith('/work0001'))
        const times = visits.map(({ kind, path, at }) => ({ kind, round: path, at }))
        return { summary, took, result: text2, times }
      },
      [id, JSON.stringify(app)],
    )
  for (const workers of [true, false]) await run(`warm ${workers}`, appOf([loop(workers, '1_000_000')]))
  const one = await run('one', appOf([loop(false, '20_000_000')]))
  const many = await run('many', appOf([loop(true, '20_000_000')]))
  expect(one.summary.outcome).toBe('ok')
  expect(many.summary).toMatchObject({ outcome: 'ok', steps: one.summary.steps, events: one.summary.events })
  expect(many.result).toBe(one.result)
  expect(JSON.parse(one.result)).toHaveLength(8)
  // In one worker a branch that computes has the thread for itself.
  expect(overlaps(one.times)).toBe(false)
  expect(overlaps(many.times)).toBe(true)
  const cores = await page.evaluate(() => navigator.hardwareConcurrency)
  console.log(
    `8 branches of 20,000,000 rounds: ${one.took} ms in one worker, ${many.took} ms in workers on ${cores} cores`,
  )
})

test('a stop ends branches inside their scripts', async ({ context, harness }) => {
  const page = await openTab(context, harness)
  const { summary, took } = await page.evaluate(
    async (text) => {
      const { engine } = window.harness
      const input = { id: 'i', name: '' }
      const app = JSON.parse(text) as never
      const done = engine.run({ run: 'r', app, flow: 'f1', input, base: location.origin, granted: { hosts: [] } }, () => {}) // prettier-ignore
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      const started = performance.now()
      await engine.cancel('r')
      const summary: RunSummary = await done
      return { summary, took: Math.round(performance.now() - started) }
    },
    JSON.stringify(appOf([loop(true, '100_000_000_000')])),
  )
  expect(summary.outcome).toBe('cancelled')
  console.log(`stopped in ${took} ms`)
})

test('a hundred tests of an app, with their coverage', async ({ context, harness }) => {
  const page = await openTab(context, harness)
  const steps: Step[] = [
    { id: 'double01', component: 'set-payload', version: 1, name: 'Double', config: { value: { mode: 'expression', source: 'msg.payload * 2' } } }, // prettier-ignore
    {
      id: 'choice01',
      component: 'choice',
      version: 1,
      name: 'Choice',
      config: {},
      branches: [
        { id: 'when0001', role: 'when', config: { condition: { mode: 'expression', source: 'msg.payload > 1000' } }, steps: [] }, // prettier-ignore
        { id: 'other001', role: 'otherwise', config: {}, steps: [{ id: 'call0001', component: 'http/request', version: 1, name: 'Call', config: { url: 'https://api.example/x' } }] }, // prettier-ignore
      ],
    },
  ]
  const tests = Array.from({ length: 100 }, (_, i) => ({
    id: `t${i}`,
    name: `Test ${i}`,
    flow: 'f1',
    input: { id: 'i', name: '', value: i },
    mocks: [{ step: 'call0001', answers: [{ expression: 'msg.payload + 1' }], delay: 1000 }],
    asserts: [`msg.payload == ${i === 7 ? 0 : 2 * i + 1}`, "calls['Call'] == 1", "spies['Double'][0].payload * 2 + 1 == msg.payload"],
  })) // prettier-ignore
  const { report, heard } = await page.evaluate(
    async (text) => {
      const { engine } = window.harness
      const heard: string[] = []
      const app = JSON.parse(text) as never
      const report: TestReport = await engine.test({ run: 'tests', app }, ({ name }) => heard.push(name))
      // The last one may still be on its way.
      for (let i = 0; heard.length < 100 && i < 100; i++)
        await new Promise((resolve) => setTimeout(resolve, 10))
      return { report, heard: heard.length }
    },
    JSON.stringify(appOf(steps, tests)),
  )
  expect(report).toMatchObject({ passed: 99, failed: 1, skipped: 0 })
  expect(report.results[7]!.failures).toMatchObject([{ left: '15', right: '0' }])
  expect(report.coverage).toMatchObject({ steps: { ran: 3, of: 3 }, branches: { taken: 1, of: 2 } })
  expect(heard).toBe(100)
  console.log(`100 tests in ${Math.round(report.took)} ms`)
})

test('the copy of a Wire Tap is a run of its own in the list', async ({ context, harness }) => {
  const page = await openTab(context, harness)
  const app = appOf([
    { id: 'tap00001', component: 'wire-tap', version: 1, name: 'Tap', config: { flow: 'f2' } },
  ]) as { flows: object[] }
  const copy: Step = {
    id: 'set00001',
    component: 'set-payload',
    version: 1,
    name: 'Set',
    config: { value: 'copied' },
  }
  app.flows.push({ id: 'f2', name: 'Copy', steps: [copy], samples: [], settings: {} })
  const runs = await page.evaluate(async (text) => {
    const { engine, store } = window.harness
    const input = { id: 'i', name: '', value: 'original' }
    const app = JSON.parse(text) as never
    const { outcome } = await engine.run({ run: 'main', app, flow: 'f1', input, base: location.origin, granted: { hosts: [] } }, () => {}) // prettier-ignore
    let seen: RunSummary[] = []
    const stop = await store.watchRuns({ limit: 10 }, (runs) => void (seen = runs))
    const isDone = (): boolean => seen.some(({ flow, outcome }) => flow === 'f2' && outcome === 'ok')
    for (let i = 0; !isDone() && i < 200; i++) await new Promise((resolve) => setTimeout(resolve, 25))
    stop()
    const tapped = seen.find(({ flow }) => flow === 'f2')!
    const result = await engine.valueText(
      { run: tapped.id, seq: tapped.events - 1, part: 'payload', path: [] },
      100,
    )
    return { outcome, flows: seen.map(({ flowName, outcome }) => `${flowName} ${outcome}`).sort(), result }
  }, JSON.stringify(app))
  expect(runs).toEqual({ outcome: 'ok', flows: ['Copy ok', 'Main ok'], result: 'copied' })
})
