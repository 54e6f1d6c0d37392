// Branches beside each other: order, limits, errors, stop; and what components keep from run to run.
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../../worker/model/app.ts'
import { appOf, branch, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

const setPayload = (source: string) => step('set-payload', { value: ex(source) })
const setVariable = (name: string, source: string, operation = 'overwrite') =>
  step('set-variable', { name, value: ex(source), operation })
const raise = (type: string) => step('raise-error', { type, description: 'why' })
const sleep = (ms: number) => step('sleep', { time: `${ms} ms` })
const when = (condition: string, ...steps: Step[]) =>
  step('choice', {}, branch('when', steps, { condition: ex(condition) }), branch('otherwise', []))
const parallel = (config: object, ...steps: Step[]) =>
  step('parallel-for-each', { items: ex('msg.payload'), ...config } as never, branch('body', steps))
const scatter = (config: object, ...workers: Step[][]) =>
  step('scatter-gather', config as never, ...workers.map((steps) => branch('worker', steps)))

/** Sleeps for real, and counts how many do at once. */
function timedHost() {
  const host = testHost()
  const seen = { now: 0, most: 0, aborted: 0 }
  host.sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      seen.most = Math.max(seen.most, ++seen.now)
      const stop = (): void => {
        clearTimeout(timer)
        seen.now--
        seen.aborted++
        reject(signal.reason as Error)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop)
        seen.now--
        resolve()
      }, ms)
      signal.addEventListener('abort', stop)
    })
  return Object.assign(host, { seen })
}

describe('Parallel For Each', () => {
  test('results are a list in input order, not in the order they finished; variables are dropped', async () => {
    const host = timedHost()
    const slowFirst = when("msg.vars['counter'] == 0", sleep(30))
    const { payload, variables } = await ran([parallel({}, slowFirst, setVariable('x', '1'), setPayload('msg.payload * 10'))], { host, input: sample([1, 2, 3], { variables: { kept: 1 } }) }) // prettier-ignore
    expect(payload).toEqual([10, 20, 30])
    expect(variables).toEqual({ kept: 1 })
  })
  test('inside there are only the counter and the root message', async () => {
    const { payload } = await ran([parallel({}, setPayload("[msg.vars['counter'], msg.vars['rootMessage'].payload, msg.vars.get('kept')]"))], { input: sample(['a'], { variables: { kept: 1 } }) }) // prettier-ignore
    expect(payload).toEqual([[0, ['a'], null]])
  })
  test('at most so many run at once, and no more than there are items', async () => {
    const host = timedHost()
    await ran([parallel({ parallel: 3 }, sleep(5))], { host, input: sample([1, 2, 3, 4, 5, 6, 7]) })
    expect(host.seen.most).toBe(3)
  })
  test('the first error stops those under way and is thrown', async () => {
    const host = timedHost()
    const { fault, summary } = await ran([parallel({}, when('msg.payload == 2', sleep(5), raise('A:B')), sleep(5000))], { host, input: sample([1, 2, 3]) }) // prettier-ignore
    expect(summary.outcome).toBe('failed')
    expect(fault!.code).toBe('A:B')
    expect(host.seen).toMatchObject({ now: 0, aborted: 2 })
  })
  test('the step can be caught; the run goes on', async () => {
    const host = timedHost()
    const caught = step('try', {}, branch('body', [parallel({}, when('msg.payload == 2', raise('A:B')), sleep(5000))]), branch('catch', [setPayload("'caught'")])) // prettier-ignore
    expect((await ran([caught], { host, input: sample([1, 2, 3]) })).payload).toBe('caught')
  })
  test('collected errors leave the others alone', async () => {
    const { payload } = await ran([parallel({ collectErrors: true }, when('msg.payload == 2', raise('A:B')))], { input: sample([1, 2]) }) // prettier-ignore
    expect(payload).toEqual([{ ok: true, value: 1 }, { ok: false, error: { code: 'A:B', desc: 'why' } }]) // prettier-ignore
  })
  test('an empty list is an empty list', async () => {
    expect((await ran([parallel({}, setPayload('1'))], { input: sample([]) })).payload).toEqual([])
  })
  test('Break in it is refused', async () => {
    expect((await ran([parallel({}, step('break'))], { input: sample([1]) })).fault!.code).toBe(
      'CORE:NO_LOOP',
    )
  })
  test('a replay gives the same values', async () => {
    const app = appOf(flow([parallel({}, when("msg.vars['counter'] == 0", sleep(20)), sleep(1), setPayload('msg.payload + 1'))])) // prettier-ignore
    const first = await ran(app, { host: timedHost(), input: sample([1, 2, 3]) })
    const record = first.run.record(first.summary)!
    const again = await ran(app, { replay: record, input: record.input })
    expect(again.events.filter((event) => event.kind === 'fault')).toEqual([])
    expect(again.payload).toEqual([2, 3, 4])
  })
})

describe('Scatter Gather', () => {
  test('keys are "1", "2", …; branches inherit variables, and keep theirs', async () => {
    const { payload, variables } = await ran([scatter({}, [setVariable('x', '9'), setPayload("msg.vars['kept']")], [setPayload("'R'")])], { input: sample(0, { variables: { kept: 5 } }) }) // prettier-ignore
    expect(payload).toEqual({ '1': 5, '2': 'R' })
    expect(variables).toEqual({ kept: 5 })
  })
  test('more branches than run at once: the rest wait', async () => {
    const host = timedHost()
    const { payload } = await ran(
      [scatter({ parallel: 2 }, ...Array.from({ length: 5 }, () => [sleep(2)]))],
      { host },
    )
    expect(host.seen.most).toBe(2)
    expect(Object.keys(payload as object)).toEqual(['1', '2', '3', '4', '5'])
  })
})

describe('Async', () => {
  const apart = (...steps: Step[]) => step('async', {}, branch('body', steps))
  test('the flow goes on at once; the run ends when the branch has ended', async () => {
    const host = timedHost()
    const logged = step('logger', { content: 'apart' })
    const after = step('logger', { content: 'after' })
    const { payload, summary } = await ran([apart(sleep(5), setPayload("'inside'"), logged), after], { host, input: sample('same') }) // prettier-ignore
    expect(payload).toBe('same')
    expect(summary.outcome).toBe('ok')
    expect(host.lines.map((line) => line.split(' ').at(-1))).toEqual(['after', 'apart'])
  })
  test('its error is a line of the log', async () => {
    const host = testHost()
    const { summary } = await ran([apart(raise('A:B'))], { host })
    expect(summary.outcome).toBe('ok')
    expect(host.lines).toEqual(['ERROR Main A:B why'])
  })
  test('an answer does not wait for it', async () => {
    const host = timedHost()
    const app = appOf(flow([apart(sleep(30))], { trigger: step('http-listener', { path: '/x' }) }))
    const order: string[] = []
    await ran(app, { host, reply: true, onReply: (reply) => order.push(`reply ${reply.status}`), input: sample('hi') }).then(() => order.push('end')) // prettier-ignore
    expect(order).toEqual(['reply 200', 'end'])
  })
})

describe('Synchronized', () => {
  const locked = (config: object, ...steps: Step[]) =>
    step('synchronized', { name: 'l', ...config } as never, branch('body', steps))
  test('one run at a time, over apps', async () => {
    const host = timedHost()
    const one = () => ran([locked({}, sleep(5))], { host })
    await Promise.all([one(), one(), one()])
    expect(host.seen.most).toBe(1)
  })
  test('waiting too long is an error, and so is holding too long', async () => {
    const host = timedHost()
    const [first, second] = await Promise.all([
      ran([locked({ maxHold: '40 ms' }, sleep(5000))], { host }),
      ran([locked({ maxWait: '10 ms' }, sleep(1))], { host }),
    ])
    expect(first.fault!.code).toBe('CORE:LOCK_EXPIRED')
    expect(second.fault!.code).toBe('CORE:LOCK_TIMEOUT')
    expect((await ran([locked({}, setPayload("'free'"))], { host })).payload).toBe('free')
  })
})

describe('Rate Limiter', () => {
  test('a burst of twice the rate passes, the next one does not; tokens come back evenly', async () => {
    const host = testHost()
    let ms = 0
    host.clock = () => ({ micros: ms * 1000, offset: 0, zone: 'UTC' })
    const app = appOf(flow([step('rate-limiter', { count: 2, unit: 'second' })]))
    const passes = async () => (await ran(app, { host })).fault?.code ?? 'ok'
    expect([await passes(), await passes(), await passes(), await passes()]).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(await passes()).toBe('CORE:RATE_LIMITED')
    ms = 499
    expect(await passes()).toBe('CORE:RATE_LIMITED')
    ms = 500
    expect([await passes(), await passes()]).toEqual(['ok', 'CORE:RATE_LIMITED'])
  })
  test('with the policy wait a message waits its turn, up to the limit', async () => {
    const host = testHost()
    host.clock = () => ({ micros: 0, offset: 0, zone: 'UTC' })
    const app = appOf(flow([step('rate-limiter', { count: 1, policy: 'queue', maxWait: '2 s' })]))
    const codes = []
    for (let i = 0; i < 5; i++) codes.push((await ran(app, { host })).fault?.code)
    expect(host.slept).toEqual([1000, 2000])
    expect(codes).toEqual([undefined, undefined, undefined, undefined, 'CORE:RATE_LIMITED'])
  })
})

describe('Idempotent', () => {
  const once = (config: object, ...steps: Step[]) =>
    step('idempotent', { key: ex('msg.payload'), ...config } as never, branch('body', steps))
  test('a key is remembered over runs, for its time', async () => {
    const host = testHost()
    let ms = 0
    host.clock = () => ({ micros: ms * 1000, offset: 0, zone: 'UTC' })
    const app = appOf(
      flow([once({ window: '10 s', repeat: 'result' }, setPayload("'made at ' + msg.payload"))]),
    )
    const go = async () => await ran(app, { host, input: sample('k') })
    expect(await go()).toMatchObject({ payload: 'made at k', variables: { repeated: false } })
    expect(await go()).toMatchObject({ payload: 'made at k', variables: { repeated: true } })
    ms = 10_000
    expect(await go()).toMatchObject({ variables: { repeated: false } })
  })
  test('a failed message may come again', async () => {
    const host = testHost()
    const app = appOf(flow([once({ repeat: 'error' }, raise('A:B'))]))
    expect((await ran(app, { host, input: sample('k') })).fault!.code).toBe('A:B')
    expect((await ran(app, { host, input: sample('k') })).fault!.code).toBe('A:B')
  })
})

describe('Circuit Breaker', () => {
  test('opens after the failures, tries one message after the wait, closes when it succeeds', async () => {
    const host = testHost()
    let ms = 0
    host.clock = () => ({ micros: ms * 1000, offset: 0, zone: 'UTC' })
    host.answers = { 'GET /x': [503, 503, 503, 200] }
    const call = step('http/request', { url: 'http://api.test/x' })
    const breaker = step('circuit-breaker', { failures: 2, wait: '30 s' }, branch('body', [call]), branch('fallback', [setPayload("'fallback'")])) // prettier-ignore
    const app = appOf(flow([breaker]))
    const go = async () => {
      const { fault, payload } = await ran(app, { host })
      return fault?.code ?? (payload === 'fallback' ? 'fallback' : 'ok')
    }
    expect([await go(), await go(), await go()]).toEqual(['HTTP:503', 'HTTP:503', 'fallback'])
    ms = 30_000
    expect([await go(), await go()]).toEqual(['HTTP:503', 'fallback'])
    ms = 60_000
    expect([await go(), await go()]).toEqual(['ok', 'ok'])
    expect(host.called).toHaveLength(5)
  })
})
