// The platform's worked data-flow table and the details of it that are easily missed, each by its number in the list of them. Where
// we decided otherwise the name says so. Semantics beyond these are in semantics.test.ts and parallel.test.ts.
import { describe, expect, test } from 'vitest'
import { definitions } from '../../../../worker/definitions.ts'
import type { Step, Tagged } from '../../../../worker/model/app.ts'
import { checkApp } from '../../../../worker/model/check-app.ts'
import { nextTimes, readCron } from '../../../../worker/model/cron.ts'
import { appOf, branch, dataway, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

const setPayload = (source: string) => step('set-payload', { value: ex(source) })
const setVariable = (name: string, source: string, operation = 'overwrite') =>
  step('set-variable', { name, value: ex(source), operation })
const scope = (component: string, config: object, ...steps: Step[]) =>
  step(component, config as never, branch('body', steps))
const forEach = (items: string, ...steps: Step[]) => scope('for-each', { items: ex(items) }, ...steps)
const parallel = (items: string, ...steps: Step[]) =>
  scope('parallel-for-each', { items: ex(items) }, ...steps)
const scatter = (...workers: Step[][]) =>
  step('scatter-gather', {}, ...workers.map((steps) => branch('worker', steps)))
const whileLoop = (condition: string, ...steps: Step[]) =>
  scope('while', { condition: ex(condition) }, ...steps)
const raise = (type: string) => step('raise-error', { type, description: 'why' })
const tryCatch = (body: Step[], ...catches: [string, Step[], object?][]) =>
  step('try', {}, branch('body', body), ...catches.map(([errors, steps, more]) => branch('catch', steps, { errors, ...more }))) // prettier-ignore
const choice = (condition: string, yes: Step[], no: Step[] = []) =>
  step('choice', {}, branch('when', yes, { condition: ex(condition) }), branch('otherwise', no))
const call = () => step('http/request', { url: 'http://api.test/x' })
const payloadOf = async (steps: Step[], input: Tagged = null) =>
  (await ran(steps, { input: sample(input) })).payload
const problemsOf = (...steps: Step[]) =>
  checkApp(appOf(flow(steps)), { definition: (id) => definitions.get(id), check: (s, m) => dataway.check(s, m), readCron }).map(({ code }) => code) // prettier-ignore

describe('the worked data-flow table', () => {
  const dict = setPayload("{'a': 1, 'b': 2}")
  test('Set Payload: a dict, no variables', async () => {
    expect(await ran([dict])).toMatchObject({ payload: { a: 1, b: 2 }, variables: {} })
  })
  test('For Each over the payload, inside Set Variable: payloads 1 then 2, counter 0, 1, last = 1 then 2', async () => {
    const seen = setVariable('seen', "[msg.payload, msg.vars['counter'], msg.vars.get('last')]", 'append')
    const { variables } = await ran([dict, forEach('msg.payload', seen, setVariable('last', 'msg.payload'))])
    expect(variables['seen']).toEqual([[1, 0, null], [2, 1, 1]]) // prettier-ignore
  })
  test('after For Each: the payload as it was, last = 2', async () => {
    const done = await ran([dict, forEach('msg.payload', setVariable('last', 'msg.payload'))])
    expect(done).toMatchObject({ payload: { a: 1, b: 2 }, variables: { last: 2 } })
  })
  test('Parallel For Each over [1, 2, 3]: [10, 20, 30], and no x', async () => {
    const done = await ran([parallel('[1, 2, 3]', setPayload('msg.payload * 10'), setVariable('x', '1'))])
    expect(done.payload).toEqual([10, 20, 30])
    expect(done.variables).toEqual({})
  })
  test('Scatter Gather with L and R: {"1": "L", "2": "R"}, variables unchanged', async () => {
    const done = await ran([setVariable('v', '1'), scatter([setPayload("'L'"), setVariable('v', '2')], [setPayload("'R'")])]) // prettier-ignore
    expect(done.payload).toEqual({ '1': 'L', '2': 'R' })
    expect(done.variables).toEqual({ v: 1 })
  })
  test('Try with Raise Error FOO:BAR, caught by FOO: "ok", and the error is empty', async () => {
    const done = await ran([tryCatch([raise('FOO:BAR')], ['FOO', [setPayload("'ok'")]])])
    expect(done.payload).toBe('ok')
    expect(done.message.error).toBeUndefined()
    expect(await payloadOf([tryCatch([raise('FOO:BAR')], ['FOO', []]), setPayload('not msg.error')])).toBe(
      true,
    )
  })
})

describe('the details', () => {
  test('1: For Each over a dict gives values, over an int 0 … n-1, over text characters', async () => {
    const rounds = async (items: string) => (await ran([forEach(items, setVariable('r', 'msg.payload', 'append'))])).variables['r'] // prettier-ignore
    expect(await rounds("{'k': 'v', 'l': 'w'}")).toEqual(['v', 'w'])
    expect(await rounds('3')).toEqual([0, 1, 2])
    expect(await rounds("'añ中'")).toEqual(['a', 'ñ', '中'])
  })
  test('2: For Each gives the payload from before the loop; variables set in it stay', async () => {
    const done = await ran([forEach('[1]', setPayload("'inside'"), setVariable('x', '1'))], { input: sample('before') }) // prettier-ignore
    expect(done).toMatchObject({ payload: 'before', variables: { x: 1 } })
  })
  test('3: Parallel For Each and Scatter Gather: results as payload, variables dropped, attributes as they were', async () => {
    const input = sample('before', { attributes: { a: 1 } })
    for (const one of [
      parallel('[1]', setPayload("'in'"), setVariable('x', '1')),
      scatter([setPayload("'in'"), setVariable('x', '1')], []),
    ]) {
      // prettier-ignore
      const done = await ran([one], { input })
      expect(done.payload).not.toBe('before')
      expect(done).toMatchObject({ variables: {}, attributes: { a: 1 } })
    }
  })
  test('4: Scatter Gather has text keys, Parallel For Each the order of the input, not of the ends', async () => {
    const host = testHost()
    host.sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    const slowFirst = choice('msg.payload == 1', [step('sleep', { time: '20 ms' })])
    expect((await ran([parallel('[1, 2]', slowFirst)], { host })).payload).toEqual([1, 2])
    expect((await ran([scatter([slowFirst], []), setPayload('list(msg.payload.keys())')], { host, input: sample(1) })).payload).toEqual(['1', '2']) // prettier-ignore
  })
  test('5: a round of While begins with an empty payload and empty attributes; the outer one is in rootMessage', async () => {
    const seen = setVariable('seen', "[msg.payload, msg.attrs, msg.vars['rootMessage'].payload]", 'append')
    const { variables } = await ran([whileLoop("msg.vars.get('seen') is None", seen)], { input: sample('outer', { attributes: { a: 1 } }) }) // prettier-ignore
    expect(variables['seen']).toEqual([[null, {}, 'outer']])
  })
  test('6: the counter begins at 0; its name and that of the root message can be chosen, in every loop', async () => {
    const names = { counter: 'i', rootMessage: 'outer' }
    const seen = setVariable('seen', "[msg.vars['i'], msg.vars['outer'].payload]", 'append')
    const input = sample('p')
    expect((await ran([scope('for-each', { items: ex('2'), ...names }, seen)], { input })).variables['seen']).toEqual([[0, 'p'], [1, 'p']]) // prettier-ignore
    expect((await ran([scope('while', { condition: ex("msg.vars['i'] < 1"), ...names }, seen)], { input })).variables['seen']).toEqual([[0, 'p']]) // prettier-ignore
    expect((await ran([scope('parallel-for-each', { items: ex('[1]'), ...names }, setPayload("[msg.vars['i'], msg.vars['outer'].payload]"))], { input })).payload).toEqual([[0, 'p']]) // prettier-ignore
  })
  test('7: While stops at 10000, ours with one warning; For Each has no such limit', async () => {
    const host = testHost()
    const count = setVariable('n', "msg.vars.get('n', 0) + 1")
    const done = await ran([whileLoop('True', count)], { host, trace: 'failures' })
    expect(done).toMatchObject({ variables: { n: 10_000 }, summary: { outcome: 'ok' } })
    expect(host.lines).toHaveLength(1)
    expect((await ran([forEach('10001', count)], { trace: 'off' })).variables['n']).toBe(10_001)
    expect(definitions.get('for-each')!.fields.map(({ name }) => name).sort()).toEqual(['counter', 'items', 'rootMessage']) // prettier-ignore
  })
  test('8: Flow Reference skips the trigger and gives everything back; Async gives nothing', async () => {
    const sub = flow([setPayload("'sub'"), setVariable('x', '1'), step('transform', { attributes: ex("{'b': 2}") })], { trigger: step('http-listener', { path: '/x' }) }) // prettier-ignore
    const called = await ran(appOf(flow([step('flow-reference', { flow: sub.id })]), sub))
    expect(called).toMatchObject({ payload: 'sub', variables: { x: 1 }, attributes: { b: 2 } })
    const apart = await ran([scope('async', {}, setPayload("'sub'"), setVariable('x', '1'), raise('A:B'))], { input: sample('main') }) // prettier-ignore
    expect(apart).toMatchObject({ payload: 'main', variables: {}, summary: { outcome: 'ok' } })
  })
  test('9: Choice keeps the variables of its branch', async () => {
    expect((await ran([choice('True', [setVariable('x', '1')])])).variables).toEqual({ x: 1 })
    expect((await ran([choice('False', [], [setVariable('x', '2')])])).variables).toEqual({ x: 2 })
  })
  test('10: Break and Continue mean the innermost loop only', async () => {
    for (const [kind, inner] of [
      ['break', 1],
      ['continue', 3],
    ] as const) {
      // prettier-ignore
      const { variables } = await ran([forEach('2', forEach('3', setVariable('n', '1', 'append'), step(kind)), setVariable('outer', '1', 'append'))]) // prettier-ignore
      expect((variables['n'] as unknown[]).length).toBe(2 * inner)
      expect(variables['outer']).toEqual([1, 1])
    }
  })
  test('11: after Try has caught, the error is gone and the message is that of the catch branch', async () => {
    const done = await ran([tryCatch([raise('A:B')], ['ANY', [setPayload("msg.error['code']"), setVariable('c', '1')]])]) // prettier-ignore
    expect(done).toMatchObject({ payload: 'A:B', variables: { c: 1 } })
    expect(done.message.error).toBeUndefined()
  })
  test('12: retries of Try belong to each catch branch and are counted by themselves; 0–5, by default 60 s apart', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [503, 404, 503, 404, 503, 503] }
    const { payload } = await ran([tryCatch([call()], ['HTTP:4XX', [setPayload("'4'")], { retries: 3, interval: '4 s' }], ['HTTP:5XX', [setPayload("'5'")], { retries: 2 }])], { host }) // prettier-ignore
    expect(host.slept).toEqual([60_000, 4_000, 60_000, 4_000])
    expect(payload).toBe('5')
    const fields = Object.fromEntries(definitions.get('try')!.branches!.find(({ role }) => role === 'catch')!.fields.map((field) => [field.name, field])) // prettier-ignore
    expect(fields['retries']).toMatchObject({ default: 0, min: 0, max: 5 })
    expect(fields['interval']).toMatchObject({ default: '60 s', max: 300 })
  })
  test('13: the pattern FOO is FOO:ANY and takes FOO:BAR, not FOOD:X', async () => {
    const takes = async (pattern: string, type: string) => (await ran([tryCatch([raise(type)], [pattern, []])])).fault === undefined // prettier-ignore
    expect([await takes('FOO', 'FOO:BAR'), await takes('FOO:ANY', 'FOO:BAR'), await takes('FOO:BAR', 'FOO:BAR')]).toEqual([true, true, true]) // prettier-ignore
    expect([await takes('FOO', 'FOOD:X'), await takes('FOO:BA', 'FOO:BAR')]).toEqual([false, false])
  })
  test('14: Until Successful retries while the success condition is false, the failure condition true; else on errors only', async () => {
    const tries = async (config: object, ...steps: Step[]) => {
      const host = testHost()
      await ran([scope('until-successful', { maxRetries: 4, ...config }, ...steps)], { host })
      return host.slept.length
    }
    const attempt = "msg.vars['attempt']"
    expect(await tries({ retryType: 'success', condition: ex(`${attempt} == 2`) })).toBe(2)
    expect(await tries({ retryType: 'failure', condition: ex(`${attempt} < 3`) })).toBe(3)
    expect(await tries({}, setPayload('False'))).toBe(0)
    expect(await tries({}, raise('A:B'))).toBe(4)
  })
  test('15: Cache answers in words and numbers, never with an error; a dict or an Entity is not stored as it is', async () => {
    const host = testHost()
    const cache = async (operation: string, more: object = {}) => await ran([step('cache', { operation, key: 'k', ttl: '60 s', ...more } as never)], { host }) // prettier-ignore
    const words = []
    for (const operation of [
      'exists',
      'read',
      'delete',
      'store',
      'store-if-absent',
      'exists',
      'read',
      'delete',
    ])
      words.push((await cache(operation, { value: 'v' })).payload)
    expect(words).toEqual([0, '', 'data not exist', 'OK', 'fail', 1, 'v', 'deleted'])
    const full = await cache('store', { value: 'x'.repeat(200_000) })
    expect(full).toMatchObject({ payload: 'fail', variables: { err: expect.stringContaining('200000') } })
    expect((await cache('store', { value: ex("Entity.from_value({}, 'application/json')") })).fault!.code).toBe('CORE:TYPE') // prettier-ignore
  })
  test('16: a cache entry lives 30 days at most; ours has its limits per app, and apps do not see each other’s', async () => {
    const host = testHost()
    const store = step('cache', { operation: 'store', key: 'k', value: 'v', ttl: '31 d' })
    expect((await ran([store], { host })).payload).toBe('fail')
    expect(problemsOf(store)).toContain('APP:FIELD_VALUE')
    await host.cache('one').put('k', 'v', 60, false)
    expect(await host.cache('two').exists('k')).toBe(0)
  })
  test('17: locks of Synchronized are the project’s: two apps share a name', async () => {
    const host = testHost()
    const seen = { now: 0, most: 0 }
    host.sleep = async () => {
      seen.most = Math.max(seen.most, ++seen.now)
      await new Promise((resolve) => setTimeout(resolve, 5))
      seen.now--
    }
    const app = (id: string) => ({
      ...appOf(flow([scope('synchronized', { name: 'l' }, step('sleep', {}))])),
      id,
    })
    await Promise.all([ran(app('one'), { host }), ran(app('two'), { host })])
    expect(seen.most).toBe(1)
  })
  test('18: the bucket of the Rate Limiter lets a burst of twice the rate through', async () => {
    const host = testHost()
    host.clock = () => ({ micros: 0, offset: 0, zone: 'UTC' })
    const app = appOf(flow([step('rate-limiter', { count: 3, unit: 'second' })]))
    const codes = []
    for (let i = 0; i < 7; i++) codes.push((await ran(app, { host })).fault?.code)
    expect(codes).toEqual([...Array<undefined>(6).fill(undefined), 'CORE:RATE_LIMITED'])
  })
  test('30: text of type any with two items is a list; of type string it is one text', async () => {
    const text = (as?: 'str' | 'any') => step('set-payload', { value: { mode: 'text', source: 'a{{1 + 1}}', ...(as && { as }) } }) // prettier-ignore
    expect(await payloadOf([text('any')])).toEqual(['a', 2])
    expect(await payloadOf([text('str')])).toBe('a2')
  })
  test('31: text becomes an Entity by a MIME type, which a dict does not take; ours leaves text without one as it is', async () => {
    expect(await payloadOf([step('set-payload', { value: 'x', mime: 'text/plain' }), setPayload("msg.payload['^mime_type']")])).toBe('text/plain') // prettier-ignore
    expect(await payloadOf([step('set-payload', { value: 'x' })])).toBe('x')
    const dict = await ran([step('set-payload', { value: ex('{}'), mime: 'application/json' })])
    expect(dict.fault).toMatchObject({ code: 'CORE:TYPE', at: { field: 'mime' } })
  })
  test('34: the reply’s body is the payload of the last step; Set Variable and Logger at the end do not change it', async () => {
    const app = appOf(flow([setPayload("'body'"), setVariable('x', '1'), step('logger', {})], { trigger: step('http-listener', { path: '/x' }) })) // prettier-ignore
    const { reply } = await ran(app, { reply: true })
    expect(new TextDecoder().decode(reply!.body)).toBe('body')
  })
  test('35: an error has code and desc, and by its other names Code and Description', async () => {
    const all = "[msg.error['code'], msg.error['desc'], msg.error['Code'], msg.error['Description']]"
    expect(await payloadOf([tryCatch([raise('A:B')], ['ANY', [setPayload(all)]])])).toEqual(['A:B', 'why', 'A:B', 'why']) // prettier-ignore
  })
  test('36: seq_id stays the same through loops, calls and parallel branches', async () => {
    const sub = flow([setPayload('msg.seq_id')])
    const id = setPayload('msg.seq_id')
    const app = appOf(
      flow([scatter([id], [parallel('[1]', id)], [step('flow-reference', { flow: sub.id })])]),
      sub,
    )
    const { payload, summary } = await ran(app)
    expect(payload).toEqual({ '1': summary.id, '2': [summary.id], '3': summary.id })
  })
  test('37: cron has seconds first, 1 is Sunday, several texts stand on lines of their own; ours goes by the browser’s zone', () => {
    const times = (text: string) => nextTimes(text, 'UTC', 3, Date.parse('2026-11-24T00:00:00Z')).map((time) => new Date(time).toISOString().slice(0, 19)) // prettier-ignore
    expect(times('30 0 8 ? * 1')).toEqual([
      '2026-11-29T08:00:30',
      '2026-12-06T08:00:30',
      '2026-12-13T08:00:30',
    ])
    expect(times('0 0 8 * * ?\r0 0 9 * * ?')).toEqual(['2026-11-24T08:00:00', '2026-11-24T09:00:00', '2026-11-25T08:00:00']) // prettier-ignore
    expect(definitions.get('scheduler')!.fields.find(({ name }) => name === 'skipIfRunning')).toMatchObject({ default: false }) // prettier-ignore
  })
  test('45: a data type of the app checks nothing by itself', async () => {
    const app = appOf(flow([setPayload("'no number'")]))
    app.types.push({ id: 'ty1', name: 'Order', schema: { type: 'number' } })
    expect((await ran(app)).payload).toBe('no number')
  })
  test('54: a syntax error in any expression is a problem of the app, which refuses to be published', () => {
    expect(problemsOf(choice('1 +', []))).toEqual(['DATAWAY:SYNTAX'])
    expect(problemsOf(forEach('[', setPayload('1')))).toEqual(['DATAWAY:SYNTAX'])
  })
})
