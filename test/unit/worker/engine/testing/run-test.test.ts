// Tests that an app carries: what they see, what they mock, when they fail, and what they reach.
import { describe, expect, test } from 'vitest'
import { Engine } from '../../../../../worker/engine/engine.ts'
import { comparisonOf } from '../../../../../worker/engine/testing/asserts.ts'
import { runTests, type TestOptions } from '../../../../../worker/engine/testing/run-test.ts'
import type { App, Step } from '../../../../../worker/model/app.ts'
import type { FlowTest, Mock } from '../../../../../worker/model/flow-test.ts'
import { parseApp } from '../../../../../worker/model/validate.ts'
import { registry } from '../../../../../worker/runs.ts'
import { appOf, branch, code, dataway, ex, flow, sample, step, testHost } from '../../../../support/engine.ts'

const setPayload = (source: string) => step('set-payload', { value: ex(source) })
const call = (): Step => ({ ...step('http/request', { url: 'http://api.test/x' }), id: 'c', name: 'Call' })
const mock = (...answers: Mock['answers']): Mock => ({ step: 'c', answers })

async function tested(app: App, more: Partial<FlowTest> = {}, options: TestOptions = {}, host = testHost()) {
  const one: FlowTest = { id: 't', name: 'Test', flow: app.flows[0]!.id, input: sample(null), mocks: [], asserts: [], ...more } // prettier-ignore
  const engine = new Engine({ host, dataway, registry })
  const report = await runTests(engine, { ...app, tests: [one] }, options)
  return { report, result: report.results[0]!, messages: report.results.flatMap(({ failures }) => failures.map((one) => one.message)), host } // prettier-ignore
}
const main = (...steps: Step[]) => appOf(flow(steps))

describe('assertions', () => {
  test('all true: passed; each that is not is a failure with what stands on its sides', async () => {
    const app = main(setPayload("{'n': msg.payload + 1}"))
    const { result } = await tested(app, { input: sample(1), asserts: ["msg.payload['n'] == 2", "msg.payload['n'] == 3", 'False'] }) // prettier-ignore
    expect(result.outcome).toBe('failed')
    expect(result.failures).toEqual([
      { assert: "msg.payload['n'] == 3", message: "msg.payload['n'] == 3 is False.", left: '2', right: '3' },
      { assert: 'False', message: 'False is False.' },
    ])
    expect((await tested(app, { input: sample(1), asserts: ["msg.payload['n'] == 2"] })).result.outcome).toBe('passed') // prettier-ignore
  })
  test('msg.vars is what the flow left, no more', async () => {
    const { messages } = await tested(main(step('set-variable', { name: 'x', value: 1 })), { asserts: ["msg.vars == {'x': 1}", 'msg.attrs == {}'] }) // prettier-ignore
    expect(messages).toEqual([])
  })
  test('an assertion that cannot be evaluated is a failure with its place', async () => {
    const { result } = await tested(main(), { asserts: ["msg.payload['no']"] })
    expect(result.failures[0]).toMatchObject({ assert: "msg.payload['no']", fault: { at: { line: 1 } } })
    const broken = await tested(main(), { asserts: ['1 +'] })
    expect(broken.result.failures[0]!.fault!.code).toBe('DATAWAY:SYNTAX')
  })
  test('a run that fails fails the test, unless an assertion speaks of the error', async () => {
    const app = main(step('raise-error', { type: 'A:B', description: 'why' }))
    expect((await tested(app)).messages).toEqual(['The run failed: why'])
    const asserts = ["msg.error['code'] == 'A:B'", "msg.error['Description'] == 'why'"]
    expect((await tested(app, { asserts })).messages).toEqual([])
    expect((await tested(main(), { asserts: ["msg.error['code'] == 'A:B'"] })).result.outcome).toBe('failed')
  })
  test('one comparison is taken apart, anything with more to it is not', () => {
    expect(comparisonOf("a['x == y'] == (1 < 2)")).toEqual(["a['x == y']", '(1 < 2)'])
    for (const source of [
      'a == b and c',
      '1 < a < 3',
      'not a == b',
      'a == b if c else d',
      'len(a)',
      'a in b == c',
    ])
      // prettier-ignore
      expect(comparisonOf(source), source).toBeUndefined()
  })
})

describe('the reply of a listener', () => {
  const api = (...steps: Step[]) => appOf(flow(steps, { trigger: step('http-listener', { path: '/x', status: ex('201'), errorStatus: ex('422') }) })) // prettier-ignore
  test('status, headers and body', async () => {
    const asserts = ["reply['status'] == 201", "reply['headers']['content-type'] == 'application/json'", "reply['body']['id'] == 7"] // prettier-ignore
    expect((await tested(api(setPayload("{'id': 7}")), { asserts })).messages).toEqual([])
    expect((await tested(api(), { asserts: ["reply['status'] == 500"] })).result.failures[0]).toMatchObject({ left: '201' }) // prettier-ignore
  })
  test('of a failed flow too: then the run need not go well', async () => {
    const failing = api(step('raise-error', { type: 'A:B', description: 'why' }))
    expect((await tested(failing, { asserts: ["reply['status'] == 422"] })).messages).toEqual([])
    expect((await tested(failing, { asserts: ['True'] })).result.outcome).toBe('failed')
  })
  test('is None where nobody asked', async () => {
    expect((await tested(main(), { asserts: ['reply is None'] })).messages).toEqual([])
  })
})

describe('mocks', () => {
  test('an output; attributes and variables stay where it says none', async () => {
    const app = main(call())
    const input = sample(0, { attributes: { a: 1 } })
    const asserts = ['msg.payload == [1]', "msg.attrs == {'a': 1}", "msg.vars == {'v': 2}"]
    const { messages } = await tested(app, { input, asserts, mocks: [mock({ payload: [1], variables: { v: 2 } })] }) // prettier-ignore
    expect(messages).toEqual([])
  })
  test('an output computed of what the step is given', async () => {
    const app = main(setPayload('20'), call())
    const { messages } = await tested(app, { asserts: ['msg.payload == 21'], mocks: [mock({ expression: 'msg.payload + 1' })] }) // prettier-ignore
    expect(messages).toEqual([])
  })
  test('a sequence: an error, then an answer, which then stays', async () => {
    const until = step('until-successful', { interval: '60 s' }, branch('body', [call()]))
    const after = { ...call(), id: 'again', name: 'Again' }
    const asserts = ["msg.payload == 'ok'", "calls['Call'] == 2", 'calls["again"] == 1']
    const busy = { fault: { code: 'HTTP:503', message: 'busy' } }
    const mocks = [mock(busy, { payload: 'first' }), { step: 'again', answers: [{ payload: 'ok' }] }]
    expect((await tested(main(until, after), { asserts, mocks })).messages).toEqual([])
    const loop = step('for-each', { items: ex('3') }, branch('body', [call(), step('set-variable', { name: 'all', value: ex('msg.payload'), operation: 'append' })])) // prettier-ignore
    const sequence = [mock({ payload: 'a' }, { payload: 'b' })]
    expect((await tested(main(loop), { asserts: ["msg.vars['all'] == ['a', 'b', 'b']"], mocks: sequence })).messages).toEqual([]) // prettier-ignore
  })
  test('a delay passes at once and moves the clock', async () => {
    const app = main(call(), setPayload('str(datetime.datetime.now())'))
    const { messages, report } = await tested(app, { clock: '2026-11-24T08:00:00Z', asserts: ["'08:10:00' in msg.payload"], mocks: [{ ...mock({ payload: 1 }), delay: 600_000 }] }) // prettier-ignore
    expect(messages).toEqual([])
    expect(report.took).toBeLessThan(10_000)
  })
  test('nothing outside is called: a step that would says how to mend it', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [200] }
    const { result } = await tested(main(call()), {}, {}, host)
    expect(result.failures[0]!.fault).toMatchObject({
      code: 'TEST:NOT_MOCKED',
      at: { path: 'c' },
      hint: 'Mock the step.',
    })
    expect(host.called).toEqual([])
  })
})

describe('the world of a test', () => {
  test('clock and chance are fixed', async () => {
    const app = main(setPayload('[str(datetime.datetime.now()), random.random()]'))
    const payload = async (seed: number) =>
      (await tested(app, { clock: '2026-11-24T08:00:00Z', seed, asserts: ['msg.payload == 0'] })).result.failures[0]!.left // prettier-ignore
    expect(await payload(7)).toBe(await payload(7))
    expect(await payload(7)).not.toBe(await payload(8))
    expect(await payload(7)).toContain('2026-11-24 08:00:00')
    expect((await tested(app, { clock: 'noon' })).result.failures[0]!.fault!.code).toBe('TEST:CLOCK')
  })
  test('cache and kept state are of this test alone', async () => {
    const host = testHost()
    await host.cache('app1').put('k', 'real', 60, false)
    const app = main(step('cache', { operation: 'exists', key: 'k' }))
    expect((await tested(app, { asserts: ['msg.payload == 0'] }, {}, host)).messages).toEqual([])
    const store = main(step('cache', { operation: 'store', key: 'k', value: 'test', ttl: '60 s' }))
    await tested(store, {}, {}, host)
    expect(await host.cache('app1').get('k')).toBe('real')
  })
  test('a flow before it fills that world; its steps are no calls; when it fails the test does not run', async () => {
    const store = step('cache', { operation: 'store', key: 'k', value: 'v', ttl: '60 s' })
    const read = { ...step('cache', { operation: 'read', key: 'k' }), name: 'Read' }
    const app = appOf(flow([read]), flow([store], { id: 'fill' }), flow([step('raise-error', { type: 'A:B', description: 'x' })], { id: 'bad', name: 'Bad' })) // prettier-ignore
    const asserts = ["msg.payload == 'v'", "calls['Read'] == 1", `calls['${store.id}'] == 0`]
    expect((await tested(app, { before: 'fill', asserts })).messages).toEqual([])
    const { result, messages } = await tested(app, { before: 'bad' })
    expect(messages).toEqual(['Bad failed: x'])
    expect(result.calls).toEqual({})
    expect((await tested(app, { after: 'bad' })).messages).toEqual(['Bad failed: x'])
    expect((await tested(app, { before: 'nowhere' })).result.failures[0]!.fault!.code).toBe('CORE:NO_FLOW')
  })
})

test('whoever waits for a lock waits in the time of the test', async () => {
  const locked = (id: string, ...steps: Step[]): Step => ({ ...step('synchronized', { name: 'l', maxWait: '10 min' }, branch('body', steps)), id }) // prettier-ignore
  const both = (ms: string) => step('scatter-gather', {}, branch('worker', [locked('a', step('sleep', { time: ms }))]), branch('worker', [locked('b')])) // prettier-ignore
  expect((await tested(main(both('5 min')))).messages).toEqual([])
  const { result } = await tested(main(both('20 min')))
  expect(result.failures[0]!.fault).toMatchObject({ code: 'CORE:LOCK_TIMEOUT', at: { path: expect.stringMatching(/\/b$/) } }) // prettier-ignore
})

describe('spies and calls', () => {
  test('what each step was given, by name, in order; of a long loop the count is whole', async () => {
    const save = { ...step('set-variable', { name: 'x', value: ex('msg.payload') }), name: 'Save' }
    const app = main(step('for-each', { items: ex('250') }, branch('body', [save])))
    const asserts = [
      "calls['Save'] == 250",
      "len(spies['Save']) == 100",
      "spies['Save'][3].payload == 3",
      "spies['Save'][1].vars['x'] == 0",
    ]
    expect((await tested(app, { asserts })).messages).toEqual([])
  })
  test('a step that did not run has no calls', async () => {
    const app = main(step('choice', {}, branch('when', [call()], { condition: ex('False') }), branch('otherwise', []))) // prettier-ignore
    expect((await tested(app, { asserts: ["calls['Call'] == 0", "spies['Call'] == []"] })).messages).toEqual([]) // prettier-ignore
  })
})

describe('cases', () => {
  test('each is a result of its own, with its input, answers and values', async () => {
    const app = main(call(), setPayload("msg.payload + msg.vars['n']"))
    const input = (n: number) => sample(null, { variables: { n } })
    const { report } = await tested(app, {
      mocks: [mock({ payload: 10 })],
      asserts: ["msg.payload == case['wanted']"],
      cases: [
        { id: 'a', name: 'one', input: input(1), values: { wanted: 11 } },
        { id: 'b', name: 'two', input: input(2), values: { wanted: 102 }, mocks: [mock({ payload: 100 })] },
        { id: 'c', name: 'three', input: input(3), values: { wanted: 0 }, asserts: ['True'] },
      ],
    })
    expect(report.results.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      'Test › one: passed',
      'Test › two: passed',
      'Test › three: failed',
    ])
    expect(report).toMatchObject({ passed: 2, failed: 1, skipped: 0 })
  })
  test('a test that is left out is told as left out', async () => {
    const { report } = await tested(main(), { skip: true, asserts: ['False'] })
    expect(report).toMatchObject({ passed: 0, failed: 0, skipped: 1 })
  })
})

describe('coverage', () => {
  test('counts steps and branches of all flows, and names what was missed', async () => {
    const [inner, other] = [setPayload('1'), setPayload('2')]
    const when = branch('when', [inner], { condition: ex('msg.payload > 5') })
    const otherwise = branch('otherwise', [other])
    const choice = step('choice', {}, when, otherwise)
    const sub = flow([setPayload('3')])
    const app = appOf(flow([choice, { ...setPayload('4'), disabled: true }], { trigger: step('manual') }), sub) // prettier-ignore
    const { report } = await tested(app, { input: sample(9) })
    expect(report.coverage).toMatchObject({ steps: { ran: 2, of: 4 }, branches: { taken: 1, of: 2 } })
    expect(report.coverage.flows.map(({ missed }) => missed)).toEqual([[other.id, otherwise.id], [sub.steps[0]!.id]]) // prettier-ignore
    const both = await tested(app, { cases: [{ id: '1', name: '', input: sample(9) }, { id: '2', name: '', input: sample(1) }] }) // prettier-ignore
    expect(both.report.coverage.flows[0]!.missed).toEqual([])
  })
})

describe('running them', () => {
  const endless = code('def dw_process(msg):\n    while True:\n        pass\n')
  test('results come one by one; a stop ends them before the next one', async () => {
    const heard: string[] = []
    const cases = [1, 2, 3].map((n) => ({ id: String(n), name: String(n) }))
    const { report } = await tested(main(), { cases }, { onResult: ({ name }) => heard.push(name), stopped: () => heard.length === 2 }) // prettier-ignore
    expect(heard).toEqual(['Test › 1', 'Test › 2'])
    expect(report.results).toHaveLength(2)
  })
  test('the cancel word ends a script that never would', async () => {
    const cancelWord = new Int32Array(new SharedArrayBuffer(4))
    const { Worker } = await import('node:worker_threads')
    const setter = new Worker(
      "const { workerData } = require('node:worker_threads'); setTimeout(() => Atomics.store(new Int32Array(workerData), 0, 1), 100)",
      { eval: true, workerData: cancelWord.buffer },
    )
    const cases = [1, 2].map((n) => ({ id: String(n), name: String(n) }))
    const { report } = await tested(main(step('set-payload', { value: endless })), { cases }, { cancelWord })
    expect(report.results.map(({ failures }) => failures[0]!.fault!.code)).toEqual(['CORE:CANCELLED'])
    await setter.terminate()
  })
  test('with events the run of a result can be looked at', async () => {
    const kept: string[] = []
    const { result } = await tested(main(setPayload('1')), {}, { events: true, keep: ({ id }) => kept.push(id) }) // prettier-ignore
    expect(kept).toEqual([result.run])
    expect(result.events!.at(-1)!.kind).toBe('end')
  })
})

test('a file keeps all of a test', () => {
  const one: FlowTest = {
    id: 't',
    name: 'T',
    flow: 'f',
    input: { id: 'i', name: '' },
    mocks: [{ step: 's', answers: [{ payload: 1, variables: { a: 1 } }, { expression: 'msg' }, { fault: { code: 'A:B', message: '' } }], delay: 5 }], // prettier-ignore
    asserts: ['True'],
    clock: '2026-01-01T00:00:00Z',
    seed: 1,
    cases: [{ id: 'c', name: 'C', input: { id: 'j', name: '' }, mocks: [], values: { a: 1 }, asserts: [] }],
    before: 'f',
    after: 'f',
    skip: true,
  }
  const app = { ...appOf(), tests: [one] }
  expect(parseApp(JSON.stringify(app)).tests).toEqual([one])
})
