// Shadow run: another version of a flow on recorded runs. Nothing outside is called; what differs is told.
import { expect, test } from 'vitest'
import { shadow } from '../../../../worker/again/shadow.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import type { App, Step } from '../../../../worker/model/app.ts'
import type { RunEvent } from '../../../../worker/model/event.ts'
import { registry } from '../../../../worker/runs.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { appOf, branch, dataway, ex, flow, sample, step, testHost } from '../../../support/engine.ts'
import { Machine } from '../../../support/machine.ts'

const set = (source: string): Step => step('set-payload', { value: ex(source) })
const inFlow = (app: App, ...steps: Step[]): App => ({ ...app, flows: [{ ...app.flows[0]!, steps }] })

async function recorded(app: App, inputs: number[]) {
  const host = testHost()
  host.answers = { 'GET /a': [{ status: 200, body: '{"n":5}' }] }
  const { store } = new Machine(new MemoryTables(), async () => new MemoryTables()).tab()
  const engine = new Engine({ host, dataway, registry })
  for (const [i, n] of inputs.entries()) {
    const events: RunEvent[] = []
    const options = { run: `r${String(i).padStart(3, '0')}`, app, flow: app.flows[0]!.id, input: sample(n) }
    const world = { base: 'http://local.test', granted: { hosts: 'all' as const } }
    const { run, done } = engine.start({ ...options, ...world, onEvents: (batch) => events.push(...batch) })
    const { summary } = await done
    await store.putRun(summary, run.record(summary)!, events)
    engine.release(run)
  }
  const calls = host.called.length
  return {
    host,
    shadow: (edited: App) => shadow(engine, store, { app: edited, flow: app.flows[0]!.id }),
    calledSince: () => host.called.length - calls,
  }
}

test('the same flow gives the same; newest first; nobody is called', async () => {
  const get = step('http/request', { url: '/a', method: 'GET' })
  const app = appOf(flow([get, set("msg.payload['n']")]))
  const { shadow, calledSince } = await recorded(app, [1, 2, 3])
  const rows = await shadow(app)
  expect(rows.map(({ run, verdict, differs }) => [run, verdict, differs])).toEqual([
    ['r002', 'same', []],
    ['r001', 'same', []],
    ['r000', 'same', []],
  ])
  expect(calledSince()).toBe(0)
})

test('differences of the result, of the outcome and of its error are told, run by run', async () => {
  const app = appOf(flow([set('msg.payload * 2')]))
  const { shadow } = await recorded(app, [1, 0, 4])
  const edited = inFlow(app, { ...app.flows[0]!.steps[0]!, config: set('4 // msg.payload').config })
  const rows = await shadow(edited)
  expect(rows.map(({ verdict, differs }) => [verdict, differs])).toEqual([
    ['differs', ['payload']],
    ['differs', ['outcome', 'fault']],
    ['differs', ['payload']],
  ])
  expect(rows[0]!.before.values!.payload).toEqual({ inline: 8 })
  expect(rows[0]!.after.values!.payload).toEqual({ inline: 1 })
  expect(rows[1]!.after.fault!.data).toMatchObject({ exception: 'ZeroDivisionError' })
})

test('a call that is new, changed or gone is told; a new one leaves the outcome unknown, also inside a Try', async () => {
  const get = step('http/request', { url: '/a', method: 'GET' })
  const app = appOf(flow([get, set('1')]))
  const { shadow, calledSince } = await recorded(app, [1])
  const extra = step('http/request', { url: '/new', method: 'POST' })
  const caught = step('try', {}, branch('body', [extra]), branch('catch', [set('1')]))
  const changed: Step = { ...get, config: { ...get.config, url: '/a?page=2' } }
  const last = app.flows[0]!.steps[1]!
  const rows = await Promise.all([
    shadow(inFlow(app, get, extra, last)),
    shadow(inFlow(app, get, caught, last)),
    shadow(inFlow(app, changed, last)),
    shadow(inFlow(app, last)),
  ])
  const body = caught.branches![0]!.id
  expect(rows.map(([row]) => [row!.verdict, row!.calls])).toEqual([
    ['unknown', [{ sign: '+', path: extra.id, kind: 'http', asked: 'POST http://local.test/new' }]],
    ['unknown', [{ sign: '+', path: `${caught.id}/${body}/${extra.id}`, kind: 'http', asked: 'POST http://local.test/new' }]], // prettier-ignore
    ['differs', [{ sign: '~', path: get.id, kind: 'http', asked: 'GET http://local.test/a?page=2', recorded: 'GET http://local.test/a' }]], // prettier-ignore
    ['differs', [{ sign: '-', path: get.id, kind: 'http', asked: 'GET http://local.test/a' }]],
  ])
  expect(calledSince()).toBe(0)
})

test('100 runs of 20 steps: how long it takes is printed, never judged', async () => {
  const steps = Array.from({ length: 20 }, (_, i) => step('set-variable', { name: `v${i}`, value: ex(`msg.payload + ${i}`) })) // prettier-ignore
  const app = appOf(flow(steps))
  const { shadow } = await recorded(
    app,
    Array.from({ length: 100 }, (_, i) => i),
  )
  const edited = inFlow(app, ...steps, set('msg.payload'))
  const began = performance.now()
  const rows = await shadow(edited)
  console.log(
    `a shadow run over ${rows.length} runs of 20 steps took ${Math.round(performance.now() - began)} ms`,
  )
  expect(rows.map(({ verdict }) => verdict)).toEqual(Array(100).fill('same'))
})
