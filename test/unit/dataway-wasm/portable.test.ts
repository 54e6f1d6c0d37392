// What the cloud platform's DataWay would not accept, by mode.
import { describe, expect, test } from 'vitest'
import { notPortable } from '../../../dataway-wasm/portable.ts'
import { statementPlaces } from '../../../dataway-wasm/tokens.ts'

const found = (source: string, mode: 'text' | 'expression' | 'code'): string[] =>
  notPortable(source, mode).map(
    ({ line, column, message }) => `${line}:${column} ${/no (.*) in /.exec(message)![1]}`,
  )

describe('code mode', () => {
  test.each([
    ['def dw_process(msg):\n    return sorted(msg.payload)[0]', []],
    ['while x:\n    pass', ["1:1 'while'"]],
    ['try:\n    a\nexcept KeyError:\n    b', ["1:1 'try'", "3:1 'except'"]],
    ['import re\nclass A: pass', ["1:1 'import'", "2:1 'class'"]],
    ['with a as b: del b', ["1:1 'with'", "1:14 'del'"]],
    ['def g():\n    yield from range(3)', []],
    ["f'{a}' + str(lambda x: x)", []],
    ['x = a.with_name + a.del_', []],
    ['divmod(7, 2)', ['1:1 builtin divmod']],
    ['def divmod(a, b): return a\ndivmod(7, 2)', []],
    ['def f(vars):\n    return vars', []],
    ['f(vars=1)', []],
    ['math.sqrt(2) + math.gcd(4, 6)', ['1:16 math.gcd']],
    ['urllib.parse.quote(x) + urllib.parse.parse_qs(y)', ['1:25 urllib.parse.parse_qs']],
    ['json = 1\njson.nothing', []],
    ['x.json.nothing', []],
    ["'while' # while", []],
  ])('%j', (source, expected) => {
    expect(found(source, 'code')).toEqual(expected)
  })
})

describe('expression mode', () => {
  test.each([
    ["[x for x in msg.payload if x['a'] > 1]", []],
    ['(lambda x: x)(1)', ["1:2 'lambda'"]],
    ["f'{msg.id}'", ['1:1 f-strings']],
    ['(y := 1) + y', ["1:4 ':='"]],
    ['[*a, 2 * 3, f(**b)]', ['1:2 unpacking with stars', '1:15 unpacking with stars']],
    ['sorted(msg.payload) or len(msg.payload)', ['1:1 builtin sorted']],
    ['hashlib.md5(b"").hexdigest()', ['1:1 module hashlib']],
    ['math.sqrt(2)', []],
    ['é or isinstance(1, int)', ['1:6 builtin isinstance']],
  ])('%j', (source, expected) => {
    expect(found(source, 'expression')).toEqual(expected)
  })
})

test('text mode looks into the expressions', () => {
  expect(found("sorted\n{{ sorted(msg.payload) }} {{len('x')}}", 'text')).toEqual(['2:4 builtin sorted'])
})

test('statements are the places a debugger can stop at', () => {
  const source = `'''doc'''
import re

@deco
def f(x,
      y):
    # a comment
    try:
        a = [
            1,
        ]; b = 2
    finally:
        return x
`
  expect(statementPlaces(source)).toEqual([
    { line: 2, column: 1, endLine: 2 },
    { line: 5, column: 1, endLine: 6 },
    { line: 9, column: 9, endLine: 11 },
    { line: 13, column: 9, endLine: 13 },
  ])
})
