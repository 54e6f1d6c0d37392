// Splitter, Aggregator, Resequencer: batches that are taken apart, put together again and kept in order, over runs and restarts.
import { describe, expect, test } from 'vitest'
import { VirtualTime } from '../../../../worker/engine/testing/virtual-time.ts'
import type { Step, Tagged } from '../../../../worker/model/app.ts'
import { appOf, branch, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

const setPayload = (source: string) => step('set-payload', { value: ex(source) })
const log = (source: string) => step('logger', { content: ex(source), category: 'c' })
const raise = (type: string) => step('raise-error', { type, description: 'why' })
const scope = (component: string, config: object, ...steps: Step[]) =>
  step(component, config as never, branch('body', steps))
const when = (condition: string, ...steps: Step[]) =>
  step('choice', {}, branch('when', steps, { condition: ex(condition) }), branch('otherwise', []))

/** Waits pass at once, in the order of their ends. */
function virtualHost() {
  const host = testHost()
  const time = new VirtualTime({ breathe: () => new Promise((resolve) => setTimeout(resolve, 0)) })
  host.clock = () => ({ micros: time.waited * 1000, offset: 0, zone: 'UTC' })
  host.sleep = (ms, signal) => time.sleep(ms, signal)
  host.breathe = () => time.breathe()
  return Object.assign(host, { time })
}
const lines = (host: { lines: string[] }) => host.lines.map((line) => line.replace('INFO c ', ''))

describe('Splitter', () => {
  test('parts know their batch, inherit variables and keep their own; another message is another batch', async () => {
    const app = appOf(flow([scope('splitter', {}, setPayload("[msg.vars['correlationId'], msg.vars['v'], msg.vars['rootMessage'].payload]"), step('set-variable', { name: 'x', value: 1 }))])) // prettier-ignore
    const one = await ran(app, { input: sample(['a', 'b'], { variables: { v: 7 } }) })
    const [first, second] = one.payload as [string, number, Tagged][]
    expect(first!.slice(1)).toEqual([7, ['a', 'b']])
    expect(second![0]).toBe(first![0])
    expect(one.variables).toEqual({ v: 7 })
    const other = await ran(app, { input: sample(['a'], { variables: { v: 7 } }) })
    expect((other.payload as [string][])[0]![0]).not.toBe(first![0])
  })
  test('several at once, results in order; the first error stops the others', async () => {
    const host = virtualHost()
    const { payload } = await ran([scope('splitter', { parallel: 3 }, when('msg.payload == 1', step('sleep', { time: '1 s' })), log('msg.payload'), setPayload('msg.payload * 10'))], { host, input: sample([1, 2, 3]) }) // prettier-ignore
    expect(payload).toEqual([10, 20, 30])
    expect(lines(host)).toEqual(['2', '3', '1'])
    const { fault } = await ran([scope('splitter', { parallel: 2 }, when('msg.payload == 2', raise('A:B')), step('sleep', { time: '9 s' }), log('1'))], { host, input: sample([1, 2, 3]) }) // prettier-ignore
    expect(fault!.code).toBe('A:B')
    expect(host.lines).toHaveLength(3)
  })
  test('Break in it is refused', async () => {
    expect((await ran([scope('splitter', {}, step('break'))], { input: sample([1]) })).fault!.code).toBe('CORE:NO_LOOP') // prettier-ignore
  })
})

describe('Aggregator', () => {
  const by = (config: object, ...steps: Step[]) => scope('aggregator', { key: ex("msg.payload['k']"), item: ex("msg.payload['v']"), ...config }, ...steps) // prettier-ignore
  const told = log("[msg.payload, msg.vars['aggregate']['complete']]")
  const message = (k: string, v: number) => sample({ k, v })

  test('collects over runs, by key; the one that completes goes on with the branch’s result, others as they are', async () => {
    const host = testHost()
    const app = appOf(flow([by({ size: 2, timeout: '0 s' }, setPayload('sum(msg.payload)'))]))
    const go = (k: string, v: number) => ran(app, { host, input: message(k, v) })
    expect(await go('a', 1)).toMatchObject({ payload: { k: 'a', v: 1 }, variables: { aggregated: false } })
    expect(await go('b', 5)).toMatchObject({ variables: { aggregated: false } })
    expect(await go('a', 2)).toMatchObject({ payload: 3, variables: { aggregated: true } })
    expect(await go('a', 9)).toMatchObject({ variables: { aggregated: false } })
    expect(await go('b', 6)).toMatchObject({ payload: 11 })
  })
  test('leaves nothing behind in the store', async () => {
    const host = testHost()
    const puts = new Map<string, Tagged | undefined>()
    host.state = () => ({ get: async (key) => puts.get(key), put: async (key, value) => void (value === undefined ? puts.delete(key) : puts.set(key, value)) }) // prettier-ignore
    const app = appOf(flow([by({ size: 2, timeout: '0 s' })]))
    await ran(app, { host, input: message('a', 1) })
    expect(puts.size).toBe(2)
    await ran(app, { host, input: message('a', 2) })
    expect([...puts.keys()]).toEqual([])
  })
  test('a condition over the list so far', async () => {
    const host = testHost()
    const app = appOf(flow([by({ condition: ex('sum(msg.payload) >= 10'), timeout: '0 s' }, setPayload('msg.payload'))])) // prettier-ignore
    const payloads = []
    for (const v of [4, 5, 3]) payloads.push((await ran(app, { host, input: message('a', v) })).payload)
    expect(payloads.at(-1)).toEqual([4, 5, 3])
    expect(payloads[1]).toEqual({ k: 'a', v: 5 })
  })
  test('in the order of the parts, not of their coming', async () => {
    const host = virtualHost()
    const parts = scope('splitter', { parallel: 3 }, when('msg.payload == 1', step('sleep', { time: '1 s' })), scope('aggregator', {}, told)) // prettier-ignore
    await ran([parts], { host, input: sample([1, 2, 3]) })
    expect(lines(host)).toEqual(['[[1, 2, 3], True]'])
  })
  test('when the time is over the list goes as it is, apart from any flow; the run ends then', async () => {
    const host = virtualHost()
    const { summary } = await ran([by({ size: 3, timeout: '60 s' }, told), log("'after'")], { host, input: message('a', 1) }) // prettier-ignore
    expect(summary.outcome).toBe('ok')
    expect(lines(host)).toEqual(['after', 'WARN Main The list a stayed incomplete with 1.', '[[1], False]'])
    expect(host.time.waited).toBe(60_000)
  })
  test('or is dropped; a list that became complete needs no keeper any more', async () => {
    const host = virtualHost()
    await ran([by({ size: 3, incomplete: 'drop' }, told)], { host, input: message('a', 1) })
    expect(lines(host)).toEqual(['WARN Main The list a stayed incomplete with 1 and was dropped.'])
    const both = step('for-each', { items: ex('msg.payload') }, branch('body', [by({ size: 2 }, told)]))
    await ran([both], { host, input: sample([{ k: 'b', v: 1 }, { k: 'b', v: 2 }]) }) // prettier-ignore
    expect(lines(host).slice(1)).toEqual(['[[1, 2], True]'])
    expect(host.time.waited).toBe(63_000)
  })
  test('a list whose keeper died with its process is found by the next message', async () => {
    const host = virtualHost()
    const app = appOf(flow([by({ size: 3, timeout: '60 s' }, told)]))
    const killed = { ...host, sleep: () => new Promise<void>(() => {}) }
    void ran(app, { host: killed, input: message('a', 1) })
    await new Promise((resolve) => setTimeout(resolve, 20))
    host.time.waited = 100_000
    await ran(app, { host, input: message('b', 2) })
    expect(lines(host)).toContain('[[1], False]')
    expect(lines(host).filter((line) => line === '[[1], False]')).toHaveLength(1)
  })
  test('a size that is no number, and more lists than go', async () => {
    expect((await ran([by({ size: 'many' })], { input: message('a', 1) })).fault).toMatchObject({ code: 'CORE:TYPE', at: { field: 'size' } }) // prettier-ignore
    const host = testHost()
    const many = step('for-each', { items: ex('1001') }, branch('body', [scope('aggregator', { key: ex('msg.payload'), size: 2, timeout: '0 s' })])) // prettier-ignore
    expect((await ran([many], { host, trace: 'off' })).fault!.code).toBe('CORE:AGGREGATOR_FULL')
  })
})

describe('Resequencer', () => {
  const inOrder = (config: object, ...steps: Step[]) => scope('resequencer', { number: ex("msg.payload['n']"), ...config }, ...steps) // prettier-ignore
  const told = log("msg.payload['n']")
  test('runs that come in any order go through one at a time, in order', async () => {
    const host = virtualHost()
    const app = appOf(flow([inOrder({}, step('sleep', { time: '1 s' }), told)]))
    const all = await Promise.all([3, 0, 2, 1].map((n) => ran(app, { host, input: sample({ n }) })))
    expect(all.map(({ variables }) => variables)).toEqual(Array(4).fill({ late: false }))
    expect(lines(host)).toEqual(['0', '1', '2', '3'])
  })
  test('each stream counts by itself; a batch that is through leaves nothing behind', async () => {
    const host = virtualHost()
    const puts = new Map<string, Tagged | undefined>()
    host.state = () => ({ get: async (key) => puts.get(key), put: async (key, value) => void (value === undefined ? puts.delete(key) : puts.set(key, value)) }) // prettier-ignore
    const parts = scope('splitter', { parallel: 3 }, when('msg.payload == 1', step('sleep', { time: '1 s' })), scope('resequencer', {}, log('msg.payload'))) // prettier-ignore
    await ran([parts], { host, input: sample([1, 2, 3]) })
    await ran([parts], { host, input: sample([1, 2, 3]) })
    expect(lines(host)).toEqual(['1', '2', '3', '1', '2', '3'])
    expect([...puts.keys()]).toEqual([])
  })
  test('goes on where it was after a restart', async () => {
    const host = virtualHost()
    const app = appOf(flow([inOrder({}, told)]))
    await ran(app, { host, input: sample({ n: 0 }) })
    await ran(appOf(...app.flows), { host, input: sample({ n: 1 }) })
    expect(lines(host)).toEqual(['0', '1'])
  })
  test('a gap is waited for, then skipped; who comes late passes over, or fails', async () => {
    const host = virtualHost()
    const app = appOf(flow([inOrder({ timeout: '30 s' }, told)]))
    await Promise.all([0, 3, 2].map((n) => ran(app, { host, input: sample({ n }) })))
    expect(lines(host)).toEqual(['0', 'WARN Main The number 1 did not come; it goes on with 2.', '2', '3'])
    expect(host.time.waited).toBeGreaterThanOrEqual(30_000)
    expect(host.time.waited).toBeLessThan(32_000)
    expect(await ran(app, { host, input: sample({ n: 1 }) })).toMatchObject({ variables: { late: true } })
    const strict = appOf(flow([{ ...app.flows[0]!.steps[0]!, config: { number: ex("msg.payload['n']"), late: 'error' } }])) // prettier-ignore
    expect((await ran(strict, { host, input: sample({ n: 1 }) })).fault!.code).toBe('CORE:LATE')
  })
  test('one that fails has had its turn', async () => {
    const host = virtualHost()
    const app = appOf(flow([inOrder({}, when("msg.payload['n'] == 0", raise('A:B')), told)]))
    const all = await Promise.all([1, 0].map((n) => ran(app, { host, input: sample({ n }) })))
    expect(all.map(({ fault }) => fault?.code)).toEqual([undefined, 'A:B'])
    expect(host.time.waited).toBeLessThan(1_000)
  })
})
