// What each component does to a message. The platform's worked table and its numbered details are in platform-details.test.ts.
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../../worker/model/app.ts'
import { appOf, branch, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

const setPayload = (source: string) => step('set-payload', { value: ex(source) })
const setVariable = (name: string, source: string, operation = 'overwrite') =>
  step('set-variable', { name, value: ex(source), operation })
const forEach = (items: string, ...steps: Step[]) =>
  step('for-each', { items: ex(items) }, branch('body', steps))
const whileLoop = (condition: string, ...steps: Step[]) =>
  step('while', { condition: ex(condition) }, branch('body', steps))
const raise = (type: string, description = 'why') => step('raise-error', { type, description })
const logged = (source: string) => step('logger', { content: ex(source), level: 'INFO', category: 'c' })
const tryCatch = (body: Step[], ...catches: [string, Step[], object?][]) =>
  step(
    'try',
    {},
    branch('body', body),
    ...catches.map(([errors, steps, more]) => branch('catch', steps, { errors, ...more })),
  )
const choice = (whens: [string, Step[]][], otherwise: Step[] = []) =>
  step(
    'choice',
    {},
    ...whens.map(([condition, steps]) => branch('when', steps, { condition: ex(condition) })),
    branch('otherwise', otherwise),
  )

describe('For Each', () => {
  const rounds = async (items: string) => {
    const host = testHost()
    await ran([forEach(items, logged('msg.payload'))], { host })
    return host.lines.map((line) => line.slice('INFO c '.length))
  }
  test('a dict gives its values, an int 0 … n-1, a str its characters, an Entity its list', async () => {
    expect(await rounds("{'x': 'one', 'y': 'two'}")).toEqual(['one', 'two'])
    expect(await rounds('3')).toEqual(['0', '1', '2'])
    expect(await rounds("'añ'")).toEqual(['a', 'ñ'])
    const host = testHost()
    const input = { id: 'i', name: '', payload: '[7, 8]', mime: 'application/json' }
    await ran([forEach('msg.payload', logged('msg.payload'))], { host, input })
    expect(host.lines).toEqual(['INFO c 7', 'INFO c 8'])
  })
  test('nothing to loop over is no round, and not an error', async () => {
    expect(await rounds('[]')).toEqual([])
    expect(await rounds('0')).toEqual([])
  })
  test('None, a float and bytes are a CORE:TYPE that names the type and the step', async () => {
    for (const [items, type] of [
      ['None', 'NoneType'],
      ['1.5', 'float'],
    ] as const) {
      // prettier-ignore
      const loop = forEach(items)
      const { fault } = await ran([loop])
      expect(fault).toMatchObject({ code: 'CORE:TYPE', at: { path: loop.id } })
      expect(fault!.message).toContain(type)
    }
  })
  test('counter starts at 0 and both names can be chosen; afterwards they are gone', async () => {
    const body = [setVariable('seen', "[msg.vars['n'], msg.vars['root'].payload]", 'append')]
    const loop = step(
      'for-each',
      { items: ex('msg.payload'), counter: 'n', rootMessage: 'root' },
      branch('body', body),
    )
    const { variables } = await ran([loop], { input: sample(['a', 'b']) })
    expect(variables).toEqual({ seen: [[0, ['a', 'b']], [1, ['a', 'b']]] }) // prettier-ignore
  })
  test('a variable called counter from before comes back', async () => {
    const { variables } = await ran([
      setVariable('counter', '99'),
      forEach('2', setVariable('x', "msg.vars['counter']")),
    ])
    expect(variables).toEqual({ counter: 99, x: 1 })
  })
  test('attributes are empty inside and as before afterwards', async () => {
    const { attributes, variables } = await ran([forEach('1', setVariable('inside', 'msg.attrs'))], {
      input: sample(null, { attributes: { a: 1 } }),
    })
    expect(attributes).toEqual({ a: 1 })
    expect(variables).toEqual({ inside: {} })
  })
  test('an error ends the loop and names the round', async () => {
    const broken = raise('A:B')
    const body = branch('body', [choice([["msg.vars['counter'] == 2", [broken]]])])
    const loop = step('for-each', { items: ex('5') }, body)
    const { fault } = await ran([loop])
    expect(fault!.at!.path).toMatch(new RegExp(`^${loop.id}/${body.id}\\[2\\]/\\w+/\\w+/${broken.id}$`))
  })
})

describe('Break and Continue', () => {
  test('Break ends the loop with the message of that point', async () => {
    const { variables } = await ran([
      forEach('5', setVariable('last', 'msg.payload'), choice([['msg.payload == 2', [step('break')]]])),
    ])
    expect(variables).toEqual({ last: 2 })
  })
  test('Continue skips the rest of the round and keeps the variables', async () => {
    const { variables } = await ran([
      forEach('3', setVariable('all', 'msg.payload', 'append'), choice([['msg.payload == 1', [step('continue')]]]), setVariable('kept', 'msg.payload', 'append')), // prettier-ignore
    ])
    expect(variables).toEqual({ all: [0, 1, 2], kept: [0, 2] })
  })
  test('only the innermost loop is meant', async () => {
    const { variables } = await ran([
      forEach(
        '2',
        forEach('3', setVariable('n', '1', 'append'), step('break')),
        setVariable('outer', '1', 'append'),
      ),
    ])
    expect(variables).toEqual({ n: [1, 1], outer: [1, 1] })
  })
  test('outside a loop, and in a flow that a loop calls, they are CORE:NO_LOOP', async () => {
    expect((await ran([step('break')])).fault!.code).toBe('CORE:NO_LOOP')
    const sub = flow([step('break')])
    const main = flow([forEach('2', step('flow-reference', { flow: sub.id }))])
    expect((await ran(appOf(main, sub))).fault!.code).toBe('CORE:NO_LOOP')
  })
  test('Try does not take them for errors', async () => {
    const { variables } = await ran([
      forEach(
        '3',
        setVariable('n', '1', 'append'),
        tryCatch([step('break')], ['ANY', [setVariable('caught', '1')]]),
      ),
    ])
    expect(variables).toEqual({ n: [1] })
  })
})

describe('While', () => {
  test('rounds start with an empty payload; the outer one is in rootMessage', async () => {
    const { payload, variables } = await ran(
      [
        setVariable('n', '0'),
        whileLoop(
          "msg.vars['n'] < 3",
          setVariable(
            'seen',
            "[msg.payload, msg.vars['rootMessage'].payload, msg.vars['counter']]",
            'append',
          ),
          setPayload("'changed'"),
          setVariable('n', "msg.vars['n'] + 1"),
        ),
      ],
      { input: sample('outer') },
    )
    expect(payload).toBe('outer')
    expect(variables['seen']).toEqual([[null, 'outer', 0], [null, 'outer', 1], [null, 'outer', 2]]) // prettier-ignore
    expect(Object.keys(variables).sort()).toEqual(['n', 'seen'])
  })
  test('it ends quietly at its ceiling, with one warning', async () => {
    const host = testHost()
    const loop = step(
      'while',
      { condition: ex('True'), maxLoops: 7 },
      branch('body', [setVariable('n', '1', 'append')]),
    )
    const { variables, summary } = await ran([loop], { host })
    expect(summary.outcome).toBe('ok')
    expect(variables['n']).toHaveLength(7)
    expect(host.lines).toEqual([expect.stringMatching(/^WARN Main .*limit of 7 rounds/)])
  })
  test('the ceiling is 10000', async () => {
    const { events } = await ran([whileLoop('True')], { host: testHost() })
    expect(events.filter((event) => event.kind === 'round').at(-1)!.data!.index).toBe(9999)
  })
})

describe('Choice', () => {
  test('the first true branch runs and its variables stay', async () => {
    const flowOf = [choice([['msg.payload > 5', [setVariable('x', "'big'")]], ['msg.payload > 1', [setVariable('x', "'some'"), setPayload('1')]]], [setVariable('x', "'none'")])] // prettier-ignore
    expect((await ran(flowOf, { input: sample(9) })).variables).toEqual({ x: 'big' })
    expect(await ran(flowOf, { input: sample(3) })).toMatchObject({ variables: { x: 'some' }, payload: 1 })
    expect((await ran(flowOf, { input: sample(0) })).variables).toEqual({ x: 'none' })
  })
  test('an empty default passes the message through', async () => {
    expect((await ran([choice([['False', []]])], { input: sample('same') })).payload).toBe('same')
  })
  test('a condition that fails is an error of the step', async () => {
    const failing = choice([['msg.nothing.there', []]])
    expect((await ran([failing])).fault).toMatchObject({ at: { path: failing.id, field: 'condition' } })
  })
})

describe('Try', () => {
  test('patterns: equal, namespace, ANY; FOO does not take FOOD:X', async () => {
    const caughtBy = async (pattern: string, type: string) =>
      (await ran([tryCatch([raise(type)], [pattern, [setPayload("'caught'")]])])).summary.outcome === 'ok'
    expect(await caughtBy('FOO', 'FOO:BAR')).toBe(true)
    expect(await caughtBy('FOO:ANY', 'FOO:BAR')).toBe(true)
    expect(await caughtBy('FOO', 'FOOD:X')).toBe(false)
    expect(await caughtBy('HTTP:5XX', 'HTTP:503')).toBe(true)
    expect(await caughtBy('HTTP:5XX', 'HTTP:404')).toBe(false)
    expect(await caughtBy('A:B, FOO:BAR', 'FOO:BAR')).toBe(true)
    expect(await caughtBy('ANY', 'X:Y')).toBe(true)
  })
  test('the first branch that takes the error runs', async () => {
    const { payload } = await ran([tryCatch([raise('A:B')], ['C', [setPayload('1')]], ['A', [setPayload('2')]], ['ANY', [setPayload('3')]])]) // prettier-ignore
    expect(payload).toBe(2)
  })
  test('a catch branch sees the message as the failing step got it, and the error', async () => {
    const { variables } = await ran(
      [
        tryCatch(
          [setVariable('x', '1'), setPayload("'inner'"), raise('A:B', 'broken')],
          [
            'ANY',
            [setVariable('seen', "[msg.payload, msg.vars['x'], msg.error['code'], msg.error['desc']]")],
          ],
        ),
      ],
      { input: sample('outer') },
    )
    expect(variables['seen']).toEqual(['inner', 1, 'A:B', 'broken'])
  })
  test('without a branch that takes it the error goes on', async () => {
    const { fault, summary } = await ran([tryCatch([raise('A:B')], ['C', []])])
    expect(fault!.code).toBe('A:B')
    expect(summary.outcome).toBe('failed')
  })
  test('an error inside a catch branch goes up with the first one as its cause', async () => {
    const { fault } = await ran([tryCatch([raise('A:B')], ['ANY', [raise('C:D')]])])
    expect(fault).toMatchObject({ code: 'C:D', cause: { code: 'A:B' } })
  })
  test('retries belong to the branch that takes the error; success ends them', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [503, 503, 200] }
    const call = step('http/request', { url: 'http://api.test/x' })
    const { summary } = await ran([tryCatch([call], ['HTTP:4XX', []], ['HTTP:5XX', [raise('NOT:HERE')], { retries: 5, interval: '20 ms' }])], { host }) // prettier-ignore
    expect(summary.outcome).toBe('ok')
    expect(host.slept).toEqual([20, 20])
    expect(host.called).toHaveLength(3)
  })
  test('when the retries are used up the branch runs; the default is none', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [503] }
    const call = step('http/request', { url: 'http://api.test/x' })
    await ran([tryCatch([call], ['ANY', []])], { host })
    expect(host.called).toHaveLength(1)
    const { payload } = await ran([tryCatch([call], ['ANY', [setPayload("'gave up'")], { retries: 2 }])], {
      host,
    })
    expect(payload).toBe('gave up')
    expect(host.called).toHaveLength(4)
    expect(host.slept).toEqual([60_000, 60_000])
  })
  test('the wait can double, have chance in it, and each try is counted; the counter is gone afterwards', async () => {
    const host = testHost()
    const seen = step('logger', { content: ex("msg.vars['attempt']"), category: 'c' })
    const { payload, variables } = await ran([setVariable('attempt', "'mine'"), tryCatch([seen, raise('A:B')], ['ANY', [setPayload("'gave up'")], { retries: 3, interval: '20 ms', backoff: 'exponential' }])], { host }) // prettier-ignore
    expect(host.slept).toEqual([20, 40, 80])
    expect(host.lines).toEqual(['INFO c 0', 'INFO c 1', 'INFO c 2', 'INFO c 3'])
    expect([payload, variables]).toEqual(['gave up', { attempt: 'mine' }])
    const other = testHost()
    await ran([tryCatch([raise('A:B')], ['ANY', [], { retries: 2, interval: '1000 ms', jitter: true }])], { host: other }) // prettier-ignore
    for (const wait of other.slept) expect(wait).toBeGreaterThanOrEqual(500)
    for (const wait of other.slept) expect(wait).toBeLessThanOrEqual(1_000)
    expect(new Set(other.slept).size).toBe(2)
  })
})

describe('Until Successful', () => {
  const until = (config: object, ...steps: Step[]) => step('until-successful', { interval: '10 ms', ...config } as never, branch('body', steps)) // prettier-ignore
  const call = step('http/request', { url: 'http://api.test/x' })
  test('each try gets the message from before, and attempt counts from 0', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [503, 503, 200] }
    const { variables } = await ran([until({}, logged("msg.vars['attempt']"), setVariable('x', '1', 'append'), call)], { host }) // prettier-ignore
    expect(host.lines).toEqual(['INFO c 0', 'INFO c 1', 'INFO c 2'])
    expect(variables).toEqual({ x: [1] })
    expect(host.slept).toEqual([10, 10])
  })
  test('used up: CORE:RETRY_EXHAUSTED with the last error as cause', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [500, 503] }
    const { fault } = await ran([until({ maxRetries: 2 }, call)], { host })
    expect(fault).toMatchObject({
      code: 'CORE:RETRY_EXHAUSTED',
      cause: { code: 'HTTP:503' },
      data: { retries: 2 },
    })
    expect(host.called).toHaveLength(3)
  })
  test('an error that is not to be retried is thrown at once', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [422] }
    const { fault } = await ran([until({ retryOn: 'HTTP:5XX,HTTP:TIMEOUT' }, call)], { host })
    expect(fault!.code).toBe('HTTP:422')
    expect(host.called).toHaveLength(1)
  })
  test('success condition retries while false, failure condition while true', async () => {
    const body = setPayload("msg.vars['attempt']")
    const success = await ran([until({ retryType: 'success', condition: ex('msg.payload == 2') }, body)])
    expect(success.payload).toBe(2)
    const failure = await ran([until({ retryType: 'failure', condition: ex('msg.payload < 2') }, body)])
    expect(failure.payload).toBe(2)
    const never = await ran([until({ retryType: 'success', condition: ex('False'), maxRetries: 1 }, body)])
    expect(never.fault).toMatchObject({
      code: 'CORE:RETRY_EXHAUSTED',
      cause: { code: 'CORE:NOT_SUCCESSFUL' },
    })
  })
  test('the wait can double', async () => {
    const host = testHost()
    await ran([until({ backoff: 'exponential', maxRetries: 4 }, raise('A:B'))], { host })
    expect(host.slept).toEqual([10, 20, 40, 80])
  })
})

describe('Flow Reference', () => {
  test('skips the trigger and returns everything, variables too', async () => {
    const sub = flow([setVariable('x', '1'), setPayload("'sub'")], {
      trigger: step('http-listener', { path: '/x' }),
    })
    const main = flow([step('flow-reference', { flow: sub.id })])
    const { payload, variables, events } = await ran(appOf(main, sub))
    expect(payload).toBe('sub')
    expect(variables).toEqual({ x: 1 })
    expect(events.some((event) => event.path.endsWith(sub.trigger!.id))).toBe(false)
  })
  test('its error is thrown to the caller', async () => {
    const sub = flow([raise('A:B')])
    const main = flow([tryCatch([step('flow-reference', { flow: sub.id })], ['A', [setPayload("'caught'")]])])
    expect((await ran(appOf(main, sub))).payload).toBe('caught')
  })
  test('endless recursion and a deleted flow are Faults', async () => {
    const main = flow([])
    main.steps.push(step('flow-reference', { flow: main.id }))
    expect((await ran(appOf(main))).fault!.code).toBe('CORE:RECURSION')
    expect((await ran([step('flow-reference', { flow: 'gone' })])).fault!.code).toBe('CORE:NO_FLOW')
  })
})

describe('variables and transform', () => {
  test('Set Variable appends, extends, puts and merges without touching what others see', async () => {
    const { variables } = await ran([
      setVariable('l', '[1]'),
      setVariable('before', "msg.vars['l']"),
      setVariable('l', '2', 'append'),
      setVariable('l', '[3, 4]', 'extend'),
      setVariable('d', "{'a': 1}"),
      step('set-variable', { name: 'd', value: ex('2'), operation: 'put', key: 'b' }),
      setVariable('d', "{'a': 9, 'c': 3}", 'merge'),
    ])
    expect(variables).toEqual({ l: [1, 2, 3, 4], before: [1], d: { a: 9, b: 2, c: 3 } })
  })
  test('appending to what is no list says so', async () => {
    const { fault } = await ran([setVariable('x', "'text'"), setVariable('x', '1', 'append')])
    expect(fault).toMatchObject({ code: 'CORE:TYPE', message: expect.stringContaining('str') })
  })
  test('Remove Variable: an absent name is no error', async () => {
    const { variables } = await ran([setVariable('x', '1'), step('remove-variable', { name: 'x' }), step('remove-variable', { name: 'y' })]) // prettier-ignore
    expect(variables).toEqual({})
  })
  test('Transform: parts that are not set are inherited, variables are merged', async () => {
    const input = sample(1, { attributes: { a: 1 }, variables: { old: 1 } })
    const rows = { mode: 'literal', value: [['new', { mode: 'expression', source: 'msg.payload' }]] } as const
    const result = await ran([step('transform', { payload: ex('2'), variables: rows as never })], { input })
    expect(result).toMatchObject({ payload: 2, attributes: { a: 1 }, variables: { old: 1, new: 1 } })
    const dict = await ran([step('transform', { attributes: ex("{'b': 2}"), variables: ex("{'old': 2}") })], {
      input,
    })
    expect(dict).toMatchObject({ payload: 1, attributes: { b: 2 }, variables: { old: 2 } })
  })
  test('Transform: attributes must be a dict', async () => {
    expect((await ran([step('transform', { attributes: ex('5') })])).fault).toMatchObject({
      code: 'CORE:TYPE',
      at: { field: 'attributes' },
    })
  })
  test('Set Payload with a MIME type makes an Entity of text, and refuses a dict', async () => {
    const entity = await ran([step('set-payload', { value: 'a,b', mime: 'text/csv' })])
    expect(entity.payload).toEqual({ $entity: { mime: 'text/csv', encoding: 'utf-8', bytes: 'YSxi' } })
    const dict = await ran([step('set-payload', { value: ex("{'a': 1}"), mime: 'application/json' })])
    expect(dict.fault!.code).toBe('CORE:TYPE')
  })
})

describe('Cache', () => {
  const cache = (operation: string, more: object = {}) =>
    step('cache', { operation, key: 'k', ...more } as never)
  test('answers with its words, never with an error', async () => {
    const host = testHost()
    const payloadOf = async (...steps: Step[]) => (await ran(steps, { host })).payload
    expect(await payloadOf(cache('read'))).toBe('')
    expect(await payloadOf(cache('delete'))).toBe('data not exist')
    expect(await payloadOf(cache('exists'))).toBe(0)
    expect(await payloadOf(cache('store', { value: 'v', ttl: '60 s' }))).toBe('OK')
    expect(await payloadOf(cache('store-if-absent', { value: 'w', ttl: '60 s' }))).toBe('fail')
    expect(await payloadOf(cache('read'))).toBe('v')
    expect(await payloadOf(cache('exists'))).toBe(1)
    expect(await payloadOf(cache('delete'))).toBe('deleted')
  })
  test('a value that is too large: fail, and err says why', async () => {
    const { payload, variables } = await ran([cache('store', { value: 'x'.repeat(102_401), ttl: '60 s' })])
    expect(payload).toBe('fail')
    expect(variables['err']).toMatch(/102401 bytes/)
  })
  test('an entry ends with its time to live', async () => {
    const host = testHost()
    await ran([cache('store', { value: 'v', ttl: '1 s' })], { host })
    for (let i = 0; i < 1000; i++) host.monotonic()
    expect((await ran([cache('read')], { host })).payload).toBe('')
  })
  test('an Entity or a dict is not stored as it is', async () => {
    const { fault } = await ran([cache('store', { value: ex("{'a': 1}"), ttl: '60 s' })])
    expect(fault).toMatchObject({ code: 'CORE:TYPE', at: { field: 'value' } })
  })
})

test('Raise Error without a namespace belongs to APP', async () => {
  expect((await ran([raise('oops')])).fault!.code).toBe('APP:OOPS')
})
test('the Logger takes any value and leaves the message', async () => {
  const host = testHost()
  const { payload } = await ran([logged("{'a': 1}")], { host, input: sample('same') })
  expect(payload).toBe('same')
  expect(host.lines).toHaveLength(1)
})
test('a disabled step is passed', async () => {
  const { payload, events } = await ran([{ ...setPayload("'x'"), disabled: true }], { input: sample('same') })
  expect(payload).toBe('same')
  expect(events.some((event) => event.data?.skipped)).toBe(true)
})
test('an unknown component fails at its step only', async () => {
  const { fault } = await ran([setPayload('1'), step('no/such')])
  expect(fault!.code).toBe('APP:UNKNOWN_COMPONENT')
})
test('scopes may be nested 100 deep', async () => {
  let inner: Step[] = [setVariable('deep', '1')]
  for (let i = 0; i < 100; i++) inner = [forEach('1', ...inner)]
  expect((await ran(inner)).variables).toEqual({ deep: 1 })
})
