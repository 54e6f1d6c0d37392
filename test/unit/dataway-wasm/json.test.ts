// JSON in DataWay: what is read lazily and copied through must be what Python's json module would make of it.
import { afterEach, describe, expect, test } from 'vitest'
import { dataWay, entity, evaluate, faultOf, jsonOf, run } from './dataway.ts'
import { message } from '../../../worker/model/message.ts'

afterEach(() => dataWay.release('test'))

/** What goes out when the parsed payload is returned as it is. */
const through = (text: string) => jsonOf("msg.payload['^value']", entity(text))

describe('copied through', () => {
  test.each([
    ['{"a":1,"b":[true,null,"x"]}', '{"a":1,"b":[true,null,"x"]}'],
    ['{ "a" : [ 1 , 2 ] }', '{"a":[1,2]}'],
    ['[1.0, 1E5, 1.50, -0, -0.0, 1e400, 0.00001, 0.0001]', '[1.0,100000.0,1.5,0,-0.0,Infinity,1e-05,0.0001]'],
    ['[1.10,123456789012345678,0.1234567890123456789]', '[1.1,123456789012345678,0.12345678901234568]'],
    ['[12345678901234567890123456789]', '[12345678901234567890123456789]'],
    ['["\\u0041\\/b", "\\ud83d\\ude00", "tab\\t", "\\u00e4"]', '["A/b","😀","tab\\t","ä"]'],
    ['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
    ['{"\\u0061":1,"b":2}', '{"a":1,"b":2}'],
    ['[NaN, Infinity, -Infinity]', '[NaN,Infinity,-Infinity]'],
    ['\ufeff{"a":1}', '{"a":1}'],
    [' \n[]\t ', '[]'],
    ['""', ''],
    ['{}', '{}'],
    ['[[],{},[[]]]', '[[],{},[[]]]'],
    ['{"":0}', '{"":0}'],
  ])('%s', (text, expected) => {
    expect(through(text)).toBe(expected)
  })

  test('a lone surrogate stays one', () => {
    expect(evaluate("msg.payload['a']", entity('{"a":"x\\ud800y"}'))).toBe('x\ud800y')
  })
})

/** Numbers of all lengths, for they are read in pieces of 8 and 16 bytes; each ends in a digit that counts. */
describe('numbers of all lengths', () => {
  const digits = '123456789'.repeat(4)
  const lengths = Array.from({ length: 36 }, (_, i) => i + 1)
  const numbers = [
    ...lengths.map((n) => digits.slice(0, n)),
    ...lengths.map((n) => `0.${'0'.repeat(n % 4)}${digits.slice(0, n)}`),
    ...lengths.flatMap((n) => [1, 7, 8, 9, 15, 16, 17].map((whole) => `${digits.slice(0, whole)}.${digits.slice(0, n)}`)),
  ].flatMap((text) => [text, `-${text}`]) // prettier-ignore
  const read = (text: string): number | bigint => (text.includes('.') ? Number(text) : BigInt(text))

  test.each([
    ['in a list', (text: string) => `[${text}]`, "msg.payload['^value'][0]"],
    ['in an object', (text: string) => `{"a":[{"k":0},{"k":${text}}]}`, "msg.payload['a'][1]['k']"],
    ['alone', (text: string) => text, "msg.payload['^value']"],
  ])('are read %s', (_, document, source) => {
    for (const text of numbers) {
      const got = evaluate(`str(${source})`, entity(document(text)))
      expect([text, text.includes('.') ? Number(got) : BigInt(got as string)]).toEqual([text, read(text)])
    }
  })
  test('are written as they are after arithmetic', () => {
    const list = numbers.filter((text) => text.includes('.'))
    expect(JSON.parse(jsonOf("[x * 1 for x in msg.payload['^value']]", entity(`[${list.join()}]`)))).toEqual(list.map(Number)) // prettier-ignore
    const whole = numbers.filter((text) => !text.includes('.') && text.length < 18)
    expect(jsonOf("[x + 1 for x in msg.payload['^value']]", entity(`[${whole.join()}]`))).toBe(`[${whole.map((text) => BigInt(text) + 1n).join()}]`) // prettier-ignore
  })
  test.each(['01', '-01', '1.', '.5', '-', '-.5', '1.e5', '1e', '1e+', '1.5e-', '123456789012345678.', '00000000000000001', '1-2', '+1'])('%s is none', (text) => {
    for (const document of [text, `[${text}]`, `{"a":${text}}`]) expect(faultOf(() => through(document)).message).toContain('JSONDecodeError')
  }) // prettier-ignore
})

describe('looked up', () => {
  test.each<[string, string, unknown]>([
    ['the last of repeated keys wins', `{"k":1,"k":2}`, 2],
    ['an escaped key is the key', `{"\\u006b":5}`, 5],
    ['a key behind a nested object', `{"a":{"k":0},"k":7}`, 7],
    ['a key that is the start of another', `{"kk":0,"k":1}`, 1],
  ])('%s', (_, text, expected) => {
    expect(evaluate("msg.payload['k']", entity(text))).toBe(expected)
  })

  test('in objects of many shapes through one place in the source', () => {
    const rows =
      '[{"a":1,"k":2},{"k":3,"a":1},{"b":[1,{"k":9}],"k":4},{"k":5,"k":6},{"\\u006b":7},{"x":"\\"k\\":8","k":8}]'
    expect(evaluate("[r['k'] for r in msg.payload['^value']]", entity(rows))).toEqual([2, 3, 4, 6, 7, 8])
    expect(evaluate("[r.get('a') for r in msg.payload['^value']]", entity(rows))).toEqual([
      1,
      1,
      null,
      null,
      null,
      null,
    ])
  })

  test('in an object of many keys', () => {
    const keys = Array.from({ length: 300 }, (_, i) => `key${i}`)
    const text = `{${keys.map((k, i) => `"${k}":${i}`).join(',')}}`
    const source =
      "def dw_process(msg):\n  p = msg.payload['^value']\n  return [p['key0'], p['key299'], p.get('key300'), 'key7' in p, len(p)]"
    expect(run(source, message(entity(text))).value).toEqual([0, 299, null, true, 300])
  })

  test('by index, from both ends and out of order', () => {
    const text = JSON.stringify(Array.from({ length: 1000 }, (_, i) => ({ i })))
    const source = `def dw_process(msg):
    p = msg.payload['^value']
    return [p[0]['i'], p[-1]['i'], p[500]['i'], p[7]['i'], p[499]['i'], len(p), sum(p[i]['i'] for i in range(1000)), [x['i'] for x in p[10:13]], p[::-400][1]['i']]`
    expect(run(source, message(entity(text))).value).toEqual([
      0,
      999,
      500,
      7,
      499,
      1000,
      499500,
      [10, 11, 12],
      599,
    ])
  })

  test('before and after a change', () => {
    const source = `def dw_process(msg):
    p = msg.payload['^value']
    seen = [p['a'], p['c']['d']]
    p['a'] = 'new'
    p['c']['d'] = [p['a']]
    p['z'] = 0
    del p['b']
    seen.append([p['a'], p['c']['d'][0], list(p), 'b' in p])
    return [seen, p]`
    const value = JSON.stringify({ a: 1, b: 2, c: { d: 3 } })
    const data = run(source, message(entity(value)))
    expect(new TextDecoder().decode(dataWay.toBytes(data).bytes)).toBe(
      '[[1,3,["new","new",["a","c","z"],false]],{"a":"new","c":{"d":["new"]},"z":0}]',
    )
  })

  test('while the list that is iterated changes', () => {
    const source = `def dw_process(msg):
    p = msg.payload['^value']
    seen = []
    for x in p:
        seen.append(x)
        if x == 2: p.append(9)
    return seen`
    expect(run(source, message(entity('[1,2,3]'))).value).toEqual([1, 2, 3, 9])
  })
})

describe('text that is not JSON', () => {
  test.each([
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    ['{', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ['{"a":1 "b":2}', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
    ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
    ['[1] x', 'Extra data: line 1 column 5 (char 4)'],
    ['"abc', 'Unterminated string starting at: line 1 column 1 (char 0)'],
    ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
    ['["\\x"]', 'Invalid \\escape: line 1 column 3 (char 2)'],
    ['["\\u12g4"]', 'Invalid \\uXXXX escape: line 1 column 4 (char 3)'],
    ['[01]', "Expecting ',' delimiter: line 1 column 3 (char 2)"],
    ['[1.]', "Expecting ',' delimiter: line 1 column 3 (char 2)"],
    ['\n\n nope', 'Expecting value: line 3 column 2 (char 3)'],
    ['tru', 'Expecting value: line 1 column 1 (char 0)'],
    ['-', 'Expecting value: line 1 column 1 (char 0)'],
  ])('%j is refused in Python’s words', (text, expected) => {
    const f = faultOf(() => evaluate("msg.payload['^value']", entity(text)))
    expect(f.message).toBe(`JSONDecodeError: ${expected}`)
  })

  test('broken UTF-8 is refused', () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc3, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0x22, 0xf0, 0x9f, 0x98],
    ]) {
      // prettier-ignore
      expect(faultOf(() => evaluate("msg.payload['^value']", entity(new Uint8Array(bytes)))).exception).toBe(
        'UnicodeDecodeError',
      )
    }
  })

  test('deep nesting is read to 1,000 levels and refused beyond', () => {
    const nested = (n: number) => '['.repeat(n) + ']'.repeat(n)
    expect(through(nested(1000))).toBe(nested(1000))
    expect(faultOf(() => through(nested(1001))).exception).toBe('RecursionError')
    expect(faultOf(() => through(nested(10_000))).exception).toBe('RecursionError')
    expect(faultOf(() => through('['.repeat(100_000))).exception).toBe('RecursionError')
    expect(through('{"a":'.repeat(999) + '1' + '}'.repeat(999))).toContain('"a":1')
  })
})

test('what a script computes is written as Python writes it', () => {
  expect(jsonOf("{'a': 1.0, 1: [None, True], None: 'é\"\\\\\\n\\x01', False: 10**20, 2.5: (1 / 3)}")).toBe(
    '{"a":1.0,"1":[null,true],"null":"é\\"\\\\\\n\\u0001","false":100000000000000000000,"2.5":0.3333333333333333}',
  )
})
