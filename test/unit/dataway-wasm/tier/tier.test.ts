// Compiled loops do what the interpreter does: the same output, result, fault, traceback and fuel, whatever happens in them.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDataWay, type WasmDataWay } from '../../../../dataway-wasm/host.ts'
import type { Limits } from '../../../../worker/model/dataway.ts'
import type { Fault } from '../../../../worker/model/fault.ts'
import { message } from '../../../../worker/model/message.ts'
// @ts-expect-error a plain script without types
import { build } from '../../../../dataway-wasm/build.mjs'
import { entity, env } from '../dataway.ts'

let interpreted: WasmDataWay
let compiled: WasmDataWay

beforeAll(async () => {
  const wasm = await WebAssembly.compile(readFileSync((await build()) as string))
  interpreted = await createDataWay(wasm, { tier: 'off' })
  compiled = await createDataWay(wasm, { tier: 'always' })
})

const payload =
  '{"n": 50, "list": [1, 2, 3, 4, 5], "rows": [{"a": 1, "b": 2.5}, {"a": 3, "b": 4.5}, {"a": null, "b": "x"}]}'

/** All that can be seen of a run. */
function outcome(way: WasmDataWay, body: string, limits: Partial<Limits> = {}): unknown {
  const lines: string[] = []
  const source = `def dw_process(msg):\n${body.replace(/^/gm, '    ')}\n`
  let end: unknown
  let fuel: number | undefined
  const run = env({ print: (text) => void lines.push(text), limits })
  try {
    const result = way.evaluate(way.compile(source, 'code'), message(entity(payload)), run)
    // Looking at the value starts a new count.
    fuel = way.fuelLeft
    end = result.value
  } catch (thrown) {
    const { code, message: text, traceback } = thrown as Fault
    end = { code, text, traceback }
    fuel = way.fuelLeft
  }
  way.release(run.run)
  return { end, lines, fuel }
}

const bodies: Record<string, string> = {
  'integers that outgrow 48 bits':
    'x = 1\nfor i in range(100):\n    x = x * 3\n    if x % 7 == 3: x += 1\nreturn str(x)',
  'products beyond 32 bits':
    'x = 12345\nfor i in range(50):\n    x = (x * 1103515245 + 12345) % 2147483648\nreturn x',
  'a sum that becomes float': 't = 0\nfor i in range(20):\n    t += i if i < 10 else i * 0.5\nreturn t',
  'a variable of many types':
    'x = 0\nout = []\nfor v in [1, 2.5, "a", None, True, [1], 7, -3, 2.0]:\n    x = v\n    try:\n        out.append(x + 1)\n    except TypeError as e:\n        out.append(str(e))\nreturn out',
  'division of every sign':
    'out = []\nfor a in range(-7, 8):\n    for b in range(-3, 4):\n        try:\n            out.append([a // b, a % b, a / b])\n        except ZeroDivisionError as e:\n            out.append(str(e))\nreturn out',
  shifts:
    'out = []\nfor i in range(70):\n    out.append(str([1 << i, -5 << i, (1 << 40) >> i, -9 >> i, i & 12, i | 3, i ^ 5, ~i, -i]))\nreturn out',
  'a negative shift': 'x = 1\nfor i in range(5, -5, -1):\n    x = x << i\nreturn x',
  'floats and their NaN':
    'x = 1.5\nn = 0\nfor i in range(30):\n    x = x * 1e20\n    if x != x: n += 1\n    if i == 20: x = x - x\nreturn [str(x), n, str(-0.0 * 1)]',
  'comparisons of int and float':
    'n = 0\ni = 0\nwhile i < 20.5:\n    i += 1\n    if i >= 3.0 and i != 7.0: n += i\n    if i == 5.0: n += 100\nreturn n',
  'a big step': 'return [i for i in range(-140737488355328, 140737488355327, 20000000000000)]',
  'ranges of big ints': 'out = []\nfor i in range(10**20, 10**20 + 5):\n    out.append(str(i))\nreturn out',
  'one iterator in two loops':
    'it = iter(range(20))\nout = []\nfor x in it:\n    for y in it:\n        out.append([x, y])\n        if y % 4 == 0: break\nreturn out',
  'an iterator that is asked inside its loop':
    'it = iter(range(20))\nout = []\nfor x in it:\n    out.append([x, next(it, None)])\nreturn out',
  'a list that grows while it is read':
    'l = [1, 2, 3]\nfor x in l:\n    if len(l) < 12: l.append(x * 2)\nreturn l',
  'a list that ends, then grows':
    'l = [1]\nit = iter(l)\nfor x in it:\n    pass\nl.append(2)\nreturn [x for x in it]',
  'indices from the end':
    'l = [1, 2, 3, 4]\ni = 3\nwhile i >= -4:\n    l[i] = l[i] + l[-1]\n    i -= 1\nreturn l',
  'an index out of range': 'l = [1, 2, 3]\ni = 0\nwhile True:\n    l[i] += 1\n    i += 1',
  'the payload changed in place':
    'l = msg.payload["list"]\nfor i in range(5):\n    l[i] = l[i] * 2\nreturn [l, msg.payload["list"]]',
  'rows of the payload':
    'out = []\nfor r in msg.payload["rows"]:\n    try:\n        out.append(r["a"] + r["b"])\n    except TypeError:\n        out.append(None)\nreturn out',
  'a function called in a loop':
    'def f(x):\n    t = 0\n    for i in range(x): t += i\n    return t\nout = 0\nfor i in range(60):\n    out += f(i)\nreturn out',
  closures:
    'fs = []\nfor i in range(5):\n    n = i\n    fs.append(lambda: (n, i))\nreturn [list(f()) for f in fs]',
  'a name without a value': 'for i in range(5):\n    if i == 3:\n        print(y)\n    if i == 4: y = 1',
  'del in a loop': 'x = 0\nfor i in range(5):\n    if i > 0: print(x)\n    x = i\n    if i == 3: del x',
  'break, continue, else':
    'out = []\nfor i in range(4):\n    for j in range(10):\n        if j == i: continue\n        if j > 5 + i: break\n        out.append(i * j)\n    else:\n        out.append("all")\nelse:\n    out.append("end")\nreturn out',
  'while with else': 'n = 10\nwhile n:\n    n -= 3\n    if n < 0: n = 0\nelse:\n    n = -1\nreturn n',
  'exceptions through finally':
    'out = []\nfor i in range(6):\n    try:\n        if i == 2: continue\n        if i == 4: raise ValueError(i)\n        out.append(i)\n    except ValueError as e:\n        out.append("caught")\n    finally:\n        out.append("f")\nreturn out',
  'a traceback from the middle': 'total = 0\nfor i in range(10):\n    total += 10 / (5 - i)\nreturn total',
  generators:
    'def g(n):\n    for i in range(n):\n        yield i * i\n        if i == 7: return\nreturn [sum(g(5)), list(g(20))]',
  'truth of everything':
    'n = 0\nfor v in [0, 1, 0.0, 2.5, "", "a", [], [0], None, {}, {1: 2}, True, False]:\n    if v: n += 1\n    if not v: n += 100\n    while v and n > 700: n -= 600\nreturn n',
  'texts and dicts':
    'd = {}\nt = ""\nfor w in "the quick brown fox jumps over the lazy dog the end".split():\n    d[w] = d.get(w, 0) + 1\n    t += w[0]\nreturn [d, t]',
  'tuples unpacked':
    'a, b = 0, 1\nfor i, (x, y) in enumerate([(1, 2), (3, 4), (5, 6)] * 5):\n    a, b = b, (a + b + x * y) % 1000\nreturn [a, b]',
  'nested lists':
    'g = [[0] * 6 for _ in range(6)]\nfor i in range(6):\n    for j in range(6):\n        g[i][j] = i * j + g[i - 1][j - 1]\nreturn g',
  'locals()':
    'out = []\nfor i in range(3):\n    x = i * 2\n    out.append(sorted(k + str(v) for k, v in locals().items() if k in ("i", "x")))\nreturn out',
  'a class with operators':
    'class V:\n    def __init__(self, n): self.n = n\n    def __add__(self, o): return V(self.n + o.n)\n    def __lt__(self, o): return self.n < o.n\n    def __bool__(self): return self.n < 40\nv = V(0)\nk = 0\nwhile v:\n    v = v + V(3)\n    k += 1\n    if v < V(9): k += 10\nreturn [v.n, k]',
  'bools as numbers':
    'n = 0\nflags = [True, False, True]\nfor i in range(30):\n    n += flags[i % 3]\n    n += i > 10\nreturn n',
  'an inner loop whose types change':
    'out = []\nfor start in [0, 0.5, 0, 10**15, 1]:\n    x = start\n    for i in range(4):\n        x = x * 3 + i\n    out.append(str(x))\nreturn out',
  'print in a loop': 'for i in range(5):\n    print(i, i * 0.5, [i], end=";")',
}

describe('the same with every loop compiled', () => {
  it.each(Object.entries(bodies))('%s', (_name, body) => {
    const wanted = outcome(interpreted, body)
    // Again, when the loops are compiled for what was seen the first time.
    for (let n = 0; n < 3; n++) expect(outcome(compiled, body)).toEqual(wanted)
  })

  it('did compile them', () => {
    expect(compiled.tiering.compiled).toBeGreaterThan(Object.keys(bodies).length)
    expect(interpreted.tiering.compiled).toBe(0)
  })
})

describe('limits', () => {
  const loop =
    'n = 0\nl = [0] * 10\nwhile True:\n    n += 1\n    l[n % 10] = n\n    for i in range(3): n += i'
  const strings = 't = []\ni = 0\nwhile True:\n    i += 1\n    t.append("x" * 1000 + str(i))'
  it.each([0, 1, 2, 3, 7, 100, 12_345, 1_000_000])('ends at the same unit of fuel: %i', (fuel) => {
    expect(outcome(compiled, loop, { fuel })).toEqual(outcome(interpreted, loop, { fuel }))
    expect(outcome(compiled, strings, { fuel })).toEqual(outcome(interpreted, strings, { fuel }))
  })
  it('ends when the heap is full', () => {
    const limits = { heapBytes: 8 << 20 }
    expect(outcome(compiled, strings, limits)).toEqual(outcome(interpreted, strings, limits))
  })
  it('ends when the time is over, and when it is cancelled', () => {
    expect(outcome(compiled, loop, { milliseconds: 30 })).toMatchObject({ end: { code: 'DATAWAY:TIMEOUT' } })
    const cancel = new Int32Array(new SharedArrayBuffer(4))
    cancel[0] = 1
    const program = compiled.compile('def dw_process(msg):\n    while True: pass\n', 'code')
    expect(() => compiled.evaluate(program, message(entity(payload)), env({ cancel }))).toThrow(
      expect.objectContaining({ code: 'DATAWAY:CANCELLED' }),
    )
  })
})

describe('by itself', () => {
  const source =
    'def dw_process(msg):\n    t = 0\n    for i in range(300000):\n        t += i % 7\n    return t\n'
  it('compiles what works hard, in the background', async () => {
    const way = await createDataWay(readFileSync((await build()) as string))
    const program = way.compile(source, 'code')
    await way.tiering.load()
    const run = () => way.evaluate(program, message(entity(payload)), env()).value
    const first = run()
    for (let n = 0; n < 50 && !way.tiering.compiled; n++) {
      expect(run()).toBe(first)
      await new Promise((done) => setTimeout(done))
    }
    expect(way.tiering.compiled).toBeGreaterThan(0)
    expect(run()).toBe(first)
    way.evaluate(program, message(entity(payload)), env())
    expect(way.fuelLeft).toBe(interpretedFuel(source))
  })
  it('leaves alone what does little', async () => {
    const way = await createDataWay(readFileSync((await build()) as string))
    const program = way.compile(source.replace('300000', '30'), 'code')
    await way.tiering.load()
    for (let n = 0; n < 5; n++) way.evaluate(program, message(entity(payload)), env())
    await new Promise((done) => setTimeout(done, 5))
    expect(way.tiering.compiled).toBe(0)
  })
  function interpretedFuel(text: string): number {
    interpreted.evaluate(interpreted.compile(text, 'code'), message(entity(payload)), env())
    return interpreted.fuelLeft
  }
})
