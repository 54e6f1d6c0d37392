// DataWay as the engine sees it: values in and out, isolation of scripts from each other, faults with their places.
import { afterEach, describe, expect, test } from 'vitest'
import { Data } from '../../../worker/model/data.ts'
import { message, withVariable } from '../../../worker/model/message.ts'
import {
  DateTime,
  Decimal,
  Entity,
  Float,
  LocalDate,
  LocalTime,
  MultiMap,
  type Value,
} from '../../../worker/model/value.ts'
import { Variables } from '../../../worker/model/variables.ts'
import { dataWay, entity, env, evaluate, faultOf, run } from './dataway.ts'

afterEach(() => dataWay.release('test'))

const made = (source: string, mode: 'expression' | 'code' = 'expression'): Data => dataWay.evaluate(dataWay.compile(source, mode), message(Data.none), env()) // prettier-ignore

describe('values', () => {
  const all: [string, Value][] = [
    ['None', null],
    ['bool', true],
    ['int', 41],
    ['a large int', 12345678901234567890123n],
    ['a negative int beyond 48 bits', -(2n ** 60n)],
    ['float', 2.5],
    ['a whole float', new Float(1)],
    ['-0.0', -0],
    ['str', 'Jürgen 😀'],
    ['a lone surrogate', 'a\ud800b'],
    ['bytes', new Uint8Array([0, 255, 7])],
    ['list', [1, 'a', [null]]],
    ['dict', new Map<Value, Value>([['b', 1], ['a', [2]], [3, 'int key']])], // prettier-ignore
    ['Decimal', new Decimal('1.20')],
    ['datetime', new DateTime('2024-01-02T03:04:05')],
    ['date', new LocalDate('2024-01-02')],
    ['time', new LocalTime('03:04:05')],
    ['dates inside', [new Map<Value, Value>([['at', new LocalDate('2024-01-02')]])]],
    ['MultiMap', new MultiMap([['a', '1'], ['b', '2'], ['a', '3']])], // prettier-ignore
  ]
  test.each(all)('%s comes back as it went in', (name, value) => {
    // In a list: what comes out as it went in does not cross at all.
    const [back] = evaluate('[msg.payload]', Data.of(value)) as Value[]
    if (name === 'MultiMap')
      expect((back as MultiMap).entries).toEqual([['a', '1'], ['a', '3'], ['b', '2']]) // prettier-ignore
    else expect(back).toEqual(value)
  })

  test('that come out as they went in are the same Data', () => {
    const give = (source: string, payload: Data): Data =>
      dataWay.evaluate(dataWay.compile(source, 'code'), message(payload), env())
    const change = 'def dw_process(msg):\n  msg.payload.append(3)\n  return msg.payload'
    for (const payload of [Data.of([1, 2]), Data.of('text'), entity('{"a": [1]}')]) {
      expect(give('def dw_process(msg):\n  return msg.payload', payload)).toBe(payload)
      expect(give('def dw_process(msg):\n  return [msg.payload]', payload)).not.toBe(payload)
    }
    const list = Data.of([1, 2])
    const changed = give(change, list)
    expect([changed.value, list.value]).toEqual([[1, 2, 3], [1, 2]]) // prettier-ignore
    expect(give('def dw_process(msg):\n  return msg.payload', changed)).toBe(changed)
  })

  test('are what their types say to a script', () => {
    const day = Data.of([new LocalDate('2024-02-28'), new Decimal('0.1')])
    expect(evaluate('msg.payload[0] + datetime.timedelta(days=2)', day)).toEqual(new LocalDate('2024-03-01'))
    expect(evaluate('msg.payload[1] * 3 == decimal.Decimal("0.3")', day)).toBe(true)
  })

  test('have text, truth, type and bytes', () => {
    expect(dataWay.text(Data.of([1, new Float(2), 'a']))).toBe("[1, 2.0, 'a']")
    expect(dataWay.text(Data.of(new Decimal('1.20')))).toBe('1.20')
    expect(dataWay.truth(Data.of([]))).toBe(false)
    expect(dataWay.truth(Data.of('x'))).toBe(true)
    expect(dataWay.typeName(Data.of(new Map()))).toBe('dict')
    expect(dataWay.typeName(Data.of(new LocalDate('2024-01-02')))).toBe('date')
    expect(dataWay.typeName(entity('{}'))).toBe('Entity')
    const { bytes, mime } = dataWay.toBytes(Data.of(new Map([['ä', 1]])))
    expect([new TextDecoder().decode(bytes), mime]).toEqual(['{"ä":1}', 'application/json'])
    expect(dataWay.toBytes(entity('{"a" : 1}')).bytes).toEqual(new TextEncoder().encode('{"a" : 1}'))
  })

  test('of a run end with it', () => {
    const data = run('def dw_process(msg):\n  return [1]')
    dataWay.release('test')
    expect(faultOf(() => data.value).code).toBe('DATAWAY:RELEASED')
  })

  test('that are no core types do not leave a script', () => {
    const f = faultOf(() => evaluate("{'a': [1, {2, 3}]}"))
    expect(f.message).toContain("set (at result['a'][1])")
    expect(faultOf(() => evaluate('(1, 2)')).message).toContain('tuple')
  })

  test('of For Each', () => {
    const items = (value: Value | Data) => {
      const list = dataWay.items(value instanceof Data ? value : Data.of(value), env())
      return Array.from({ length: list.count }, (_, i) => list.at(i).value)
    }
    expect(items(['a', 1])).toEqual(['a', 1])
    expect(items(new Map<Value, Value>([['x', 1], ['y', 2]]))).toEqual([1, 2]) // prettier-ignore
    expect(items('äb')).toEqual(['ä', 'b'])
    expect(items(3)).toEqual([0, 1, 2])
    expect(items(entity('[{"a":1},2]'))).toEqual([new Map([['a', 1]]), 2])
    expect(faultOf(() => items(true)).code).toBe('CORE:TYPE')
    expect(faultOf(() => items(entity('[1, 2'))).exception).toBe('JSONDecodeError')
  })

  test('of For Each that are many come in their order, whatever they are of', () => {
    const n = 100
    const numbers = Array.from({ length: n }, (_, i) => i)
    const object = JSON.stringify(Object.fromEntries(numbers.map((i) => [`k${i}`, { i }])))
    const rows = numbers.map((i) => new Map([['i', i]]))
    const gaps =
      'def dw_process(msg):\n  d = {i: i for i in range(200)}\n  for i in range(0, 200, 2): del d[i]\n  return d'
    for (const [data, wanted] of [
      [Data.of(numbers), numbers],
      [Data.of(n), numbers],
      [Data.of('ä'.repeat(n)), numbers.map(() => 'ä')],
      [entity(object), rows],
      [entity(`[${rows.map((_, i) => `{"i": ${i}}`)}]`), rows],
      [made(gaps, 'code'), numbers.map((i) => 2 * i + 1)],
      [made("{'k%d' % i: i for i in range(100)}"), numbers],
    ] as [Data, Value[]][]) {
      const items = dataWay.items(data, env())
      expect([...items].map((item) => item.value)).toEqual(wanted)
      // In any order too.
      const back = dataWay.items(data, env())
      expect([99, 0, 50, 31, 32, 33].map((i) => back.at(i).value)).toEqual([99, 0, 50, 31, 32, 33].map((i) => wanted[i])) // prettier-ignore
    }
  })

  test('of For Each outlive what is evaluated between them', () => {
    const items = dataWay.items(made('[[i] * 3 for i in range(70)]'), env())
    for (let i = 0; i < items.count; i++) {
      const item = items.at(i)
      expect(evaluate("['x'] * 5")).toEqual(['x', 'x', 'x', 'x', 'x'])
      expect(evaluate('msg.payload[0] + msg.payload[2]', item)).toBe(2 * i)
    }
  })

  test('a long text that is no ASCII is indexed anew by each evaluation: payload, constant, item', () => {
    const text = 'äx'.repeat(100)
    const junk = '[[i] * 50 for i in range(200)]'
    for (let i = 0; i < 3; i++) {
      evaluate(junk)
      expect(evaluate('[msg.payload[199], msg.payload[80]]', Data.of(text))).toEqual(['x', 'ä'])
      evaluate(junk)
      expect(evaluate(`'${text}'[130] + '${text}'[131]`)).toBe('äx')
    }
    const kept = Data.of(text)
    for (let i = 0; i < 3; i++) expect(evaluate('[msg.payload[199 - int(x)] for x in "01"]', kept)).toEqual(['x', 'ä']) // prettier-ignore
  })

  test('of variables are those of the message, also where runs take turns and names change places', () => {
    const program = dataWay.compile("[msg.vars['a'], msg.vars['b'], sorted(msg.vars)]", 'expression')
    const give = (name: string, pairs: [string, Data][]) => dataWay.evaluate(program, message(Data.none, undefined, Variables.of(pairs), name), env({ run: name })).value // prettier-ignore
    const [list, text] = [Data.of([1, [2]]), Data.of('text')]
    for (let i = 0; i < 3; i++) {
      expect(give('one', [['a', list], ['b', text]])).toEqual([[1, [2]], 'text', ['a', 'b']]) // prettier-ignore
      expect(give('two', [['b', list], ['a', text], ['c', list]])).toEqual(['text', [1, [2]], ['a', 'b', 'c']]) // prettier-ignore
      expect(give('two', [['b', text], ['a', text]])).toEqual(['text', 'text', ['a', 'b']]) // prettier-ignore
      expect(give('two', [['b', text], ['a', Data.of(i)], ['d', list]])).toEqual([i, 'text', ['a', 'b', 'd']]) // prettier-ignore
      dataWay.release('two')
    }
    dataWay.release('one')
  })

  test('of a large body are asked for without the time limit of the evaluation before', () => {
    run('def dw_process(msg): return 1', message(Data.none), { limits: { milliseconds: 1 } })
    const rows = Array.from({ length: 90_000 }, (_, i) => ({ i, text: 'x'.repeat(80) }))
    expect(dataWay.items(entity(JSON.stringify(rows)), env()).count).toBe(90_000)
  })
})

describe('a change a script makes', () => {
  const script = `def dw_process(msg):
    msg.payload['a'].append(4)
    msg.payload['b'] = 'new'
    del msg.payload['c']
    msg.vars['list'].append(1)
    return {'payload': msg.payload, 'list': msg.vars['list']}
`
  const expected = new Map<Value, Value>([
    ['payload', new Map<Value, Value>([['a', [1, 2, 3, 4]], ['b', 'new']])], // prettier-ignore
    ['list', [0, 1]],
  ])
  test.each([
    ['a JSON entity', entity('{"a": [1, 2, 3], "b": "old", "c": null}')],
    ['a dict', Data.of(new Map<Value, Value>([['a', [1, 2, 3]], ['b', 'old'], ['c', null]]))], // prettier-ignore
  ])('to %s is seen by itself and by nobody else', (_, payload) => {
    const input = withVariable(message(payload), 'list', Data.of([0]))
    for (let i = 0; i < 3; i++) {
      const body = payload.hasValue && payload.value instanceof Entity ? script.replaceAll('msg.payload', "msg.payload['^value']") : script // prettier-ignore
      expect(run(body, input).value).toEqual(expected)
    }
  })

  test('to the result of an earlier script stays in the later one', () => {
    const first = run('def dw_process(msg):\n  return {"rows": [1, 2], "n": {"x": 1}}')
    const change =
      'def dw_process(msg):\n  msg.payload["rows"].clear()\n  msg.payload["n"]["x"] = 2\n  return msg.payload'
    expect(run(change, message(first)).value).toEqual(new Map<Value, Value>([['rows', []], ['n', new Map([['x', 2]])]])) // prettier-ignore
    expect(first.value).toEqual(new Map<Value, Value>([['rows', [1, 2]], ['n', new Map([['x', 1]])]])) // prettier-ignore
  })
})

describe('faults', () => {
  test('of syntax have their place', () => {
    const f = faultOf(() => dataWay.compile('x = 1\ny = (2 +', 'code'))
    expect(f).toMatchObject({ code: 'DATAWAY:SYNTAX', exception: 'SyntaxError', at: { line: 2, column: 5 } })
    expect(dataWay.check('1 +', 'expression')).toHaveLength(1)
    expect(dataWay.check('1 + 1', 'expression')).toEqual([])
  })
  test('of a script have type, message, traceback and place', () => {
    const f = faultOf(() => run('def f(x):\n  return x["nope"]\ndef dw_process(msg):\n  return f({})'))
    expect(f).toMatchObject({ code: 'DATAWAY:EXCEPTION', message: "KeyError: 'nope'", exception: 'KeyError', at: { line: 2, column: 10 } }) // prettier-ignore
    expect(f.traceback).toMatch(
      /^Traceback \(most recent call last\):\n {2}File ".*", line 4, in dw_process\n[\s\S]*KeyError: 'nope'$/,
    )
  })
  test('of text mode point into the text', () => {
    const f = faultOf(() => evaluate('Hello {{1 / 0}}!', Data.none, 'text'))
    expect(f).toMatchObject({ exception: 'ZeroDivisionError', at: { line: 1, column: 9 } })
  })
})

describe('text mode', () => {
  const payload = entity('{"name":"Ann","n":2}')
  test.each<[string, Value]>([
    ['plain', 'plain'],
    ['', ''],
    ["{{msg.payload['n']}}", 2],
    ["a {{msg.payload['n']}}", ['a ', 2]],
  ])('%s', (source, expected) => {
    expect(evaluate(source, payload, 'text')).toEqual(expected)
  })
  test('puts texts together for a type', () => {
    expect(evaluate("Hi {{msg.payload['name']}}, {{msg.payload['n']}}", payload, 'text', 'str')).toBe(
      'Hi Ann, 2',
    )
    expect(evaluate("1{{msg.payload['n']}}", payload, 'text', 'int')).toBe(12)
    expect(evaluate("{{msg.payload['n']}}", payload, 'text', 'str')).toBe('2')
    expect(faultOf(() => evaluate('x1', payload, 'text', 'int')).exception).toBe('ValueError')
    expect(evaluate('2024-01-02', payload, 'text', 'date')).toEqual(new LocalDate('2024-01-02'))
  })
})

test('msg has payload, attrs, vars, ids and the error with its cause', () => {
  const error = {
    code: 'HTTP:500',
    message: 'no',
    data: { status: 500, headers: { a: ['b'] } },
    cause: { code: 'HTTP:TIMEOUT', message: 'late' },
  }
  const input = { ...message(Data.of(1), Data.of(new Map([['k', 'v']])), undefined, 'seq'), error }
  const source = `def dw_process(msg):
    return [msg.attrs['k'], msg.seq_id, msg.error['code'], msg.error['Description'], msg.error['cause']['desc'], msg.error['data']['headers']['a'][0], msg.error['cause']['data'], msg.isthrowing]`
  expect(run(source, input).value).toEqual(['v', 'seq', 'HTTP:500', 'no', 'late', 'b', new Map(), true])
  expect(evaluate('[msg.error, msg.isthrowing]')).toEqual([new Map(), false])
})

test('a dw_process that yields gives a list', () => {
  expect(run('def dw_process(msg):\n  for i in range(3):\n    yield i * 2').value).toEqual([0, 2, 4])
})
