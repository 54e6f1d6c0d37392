// SyntaxErrors that the compiler finds after parsing: text, line and column are CPython's.
import { beforeAll, expect, test } from 'vitest'
import { loadDataway } from '../../../conformance/script-output.ts'

let way: Awaited<ReturnType<typeof loadDataway>>
beforeAll(async () => {
  way = await loadDataway()
}, 300_000)

const cases: [source: string, message: string, line: number, column: number][] = [
  ['return 1', "'return' outside function", 1, 1],
  [
    `def f():
    x = 1
    global x`,
    "name 'x' is assigned to before global declaration",
    3,
    5,
  ],
  [
    `def f():
    nonlocal y`,
    "no binding for nonlocal 'y' found",
    2,
    5,
  ],
  ['def f(a, a): pass', "duplicate argument 'a' in function definition", 1, 10],
  [
    `for x in []:
    pass
break`,
    "'break' outside loop",
    3,
    1,
  ],
  ['continue', "'continue' not properly in loop", 1, 1],
  [
    `class C:
    yield 1`,
    "'yield' outside function",
    2,
    5,
  ],
  [
    `def f():
    a, *b, *c = x`,
    'multiple starred expressions in assignment',
    2,
    5,
  ],
  ['f(a=1, a=2)', 'keyword argument repeated: a', 1, 8],
  ['[(x := 1) for x in y]', "assignment expression cannot rebind comprehension iteration variable 'x'", 1, 3],
  [
    `def f():
    print(z)
    global z`,
    "name 'z' is used prior to global declaration",
    3,
    5,
  ],
  [
    `x = 1
nonlocal x`,
    "name 'x' is assigned to before nonlocal declaration",
    2,
    1,
  ],
  [
    `def f():
    from math import *`,
    'import * only allowed at module level',
    2,
    22,
  ],
  [
    `try: pass
except: pass
except ValueError: pass`,
    "default 'except:' must be last",
    2,
    1,
  ],
  [
    `match x:
    case _: pass
    case 1: pass`,
    'wildcard makes remaining patterns unreachable',
    2,
    10,
  ],
  [
    `match x:
    case [a, a]: pass`,
    "multiple assignments to name 'a' in pattern",
    2,
    14,
  ],
]

test.each(cases)('%j', (source, message, line, column) => {
  const found = way.check(source, 'code')
  expect(found.map((one) => [one.message, one.line, one.column])).toEqual([
    [`SyntaxError: ${message}`, line, column],
  ])
})
