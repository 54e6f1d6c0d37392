// format() changes white space only, and to the same text whatever it was before.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { WasmDataWay } from '../../../dataway-wasm/host.ts'
import { format } from '../../../dataway-wasm/format.ts'
import { tokensOf } from '../../../dataway-wasm/tokens.ts'
import { loadDataway, scriptOutput } from '../../conformance/script-output.ts'
import { scripts } from '../../conformance/scripts.mjs'

test.each([
  ['x=1+2', 'x = 1 + 2\n'],
  ['x = - 1 ;y=~ x', 'x = -1; y = ~x\n'],
  ['f( a , *b,**c , d = 1 )', 'f(a, *b, **c, d=1)\n'],
  ['x = a [1 : 2] [ -1 ]', 'x = a[1 : 2][-1]\n'],
  ['x = a[1:2]', 'x = a[1:2]\n'],
  ['y = x**2+x ** 3', 'y = x**2 + x ** 3\n'],
  ["d = {'a':1,'b' :[ 2,3 ]}", "d = {'a': 1, 'b': [2, 3]}\n"],
  ['f = lambda x,*y,z=1:x*2', 'f = lambda x, *y, z=1: x * 2\n'],
  ['def f(a:int=1,b=2)->int:return a', 'def f(a: int = 1, b=2) -> int: return a\n'],
  ['if not(a):pass', 'if not (a): pass\n'],
  ['print (x);return(y)', 'print(x); return (y)\n'],
  ['x = 1 #one\n#two\n#!keep', 'x = 1  # one\n# two\n#!keep\n'],
  ['if a:\n  if b:\n      c\n  d', 'if a:\n    if b:\n        c\n    d\n'],
  ['if a:\n\tb\n\n\n\n\tc\n\n\n\nd', 'if a:\n    b\n\n    c\n\n\nd\n'],
  [
    'import re\ndef f():\n  pass\ndef g():\n  pass\nx',
    'import re\n\n\ndef f():\n    pass\n\n\ndef g():\n    pass\n\n\nx\n',
  ],
  ['a\n# of f\n@deco\ndef f():\n\n    pass', 'a\n\n\n# of f\n@deco\ndef f():\n    pass\n'],
  ['x = [\n  1,\n  2,\n]', 'x = [\n  1,\n  2,\n]\n'],
  ['if a:\n  x = [\n    1,\n  ]', 'if a:\n    x = [\n      1,\n    ]\n'],
  ["s = '''a\n   b  \n'''  ", "s = '''a\n   b  \n'''\n"],
  ['x = a + \\\n    b', 'x = a + \\\n    b\n'],
  ['for x in y:\n  pass\n  # inside\n# outside\nz', 'for x in y:\n    pass\n    # inside\n# outside\nz\n'],
  ['match x:\n  case [a,b] if a>b:\n    pass', 'match x:\n    case [a, b] if a > b:\n        pass\n'],
  ['', ''],
])('%j', (source, expected) => {
  expect(format(source)).toBe(expected)
  expect(format(expected)).toBe(expected)
})

test.each(['x = (1', "x = 'a", "x = '''a\n", 'if a:\n    b\n  c', 'x = [1)'])(
  '%j cannot be formatted and stays',
  (source) => {
    expect(format(source)).toBe(source)
  },
)

let way: WasmDataWay
beforeAll(async () => {
  way = await loadDataway()
})

describe('the scripts of the corpus', () => {
  const texts = (source: string): string[] => tokensOf(source).flatMap(({ kind, text }) => (kind === 'newline' ? [] : [kind === 'comment' ? text.replace(/^#\s*/, '').trimEnd() : text])) // prettier-ignore
  test.each(scripts().map(({ name, path }) => [name, path]))('%s', (_, path) => {
    const source = readFileSync(path, 'utf8')
    const once = format(source)
    expect(texts(once)).toEqual(texts(source))
    expect(format(once)).toBe(once)
    expect(scriptOutput(way, once)).toBe(scriptOutput(way, source))
  })
})
