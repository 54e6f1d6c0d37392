// No script can hurt its host: what grows or runs too long is stopped with its Fault, and the next script runs.
import { afterEach, describe, expect, test } from 'vitest'
import { dataWay, evaluate, faultOf, printed, run } from './dataway.ts'
import { Data } from '../../../worker/model/data.ts'
import { message } from '../../../worker/model/message.ts'

afterEach(() => {
  dataWay.release('test')
  expect(evaluate('sum(range(5))')).toBe(10)
})

const script = (body: string) => `def dw_process(msg):\n${body.replace(/^/gm, '    ')}`
const stopped = (body: string, limits: Record<string, number>) =>
  faultOf(() => run(script(body), message(Data.none), { limits })).code

describe('one thing that is too large is an error the script can catch', () => {
  test.each([
    ["'a' * 10**9", 'MemoryError'],
    ["b'a' * 10**10", 'MemoryError'],
    ['[0] * 10**9', 'MemoryError'],
    ['1 << 10**12', 'MemoryError'],
    ["'%1000000000d' % 1", 'MemoryError'],
    ["'{:>1000000000}'.format(1)", 'MemoryError'],
    ["'a'.ljust(10**9)", 'MemoryError'],
    ['bytes(10**9)', 'MemoryError'],
    ['list(range(10**9))', 'MemoryError'],
    ['sorted(range(10**9), key=lambda x: -x)', 'MemoryError'],
    ['str(10**5000)', 'ValueError'],
    ["int('9' * 5000)", 'ValueError'],
    ["'x'.join(['a' * 10**6] * 1000)", 'MemoryError'],
    ["'ab'.replace('', 'x' * 10**8)", 'MemoryError'],
  ])('%s', (source, expected) => {
    expect(printed(`try:\n  x = ${source}\nexcept Exception as e:\n  print(type(e).__name__)`)).toBe(
      `${expected}\n`,
    )
  })
})

describe('what a script cannot catch', () => {
  const catching = (body: string) =>
    `try:\n${body.replace(/^/gm, '    ')}\nexcept BaseException:\n    return 'caught'\nfinally:\n    pass`
  test('work', () => {
    expect(stopped(catching('while True: pass'), { fuel: 1_000_000 })).toBe('DATAWAY:FUEL')
    expect(stopped(catching('sorted(range(10**7), key=lambda x: -x)'), { fuel: 1_000_000 })).toBe(
      'DATAWAY:FUEL',
    )
    expect(stopped(catching('10 ** 10 ** 8'), {})).toBe('DATAWAY:FUEL')
    expect(stopped(catching('sum(x for x in range(10**9))'), { fuel: 1_000_000 })).toBe('DATAWAY:FUEL')
    expect(stopped(catching('10**9 in iter(range(10**9 + 1))'), { fuel: 1_000_000 })).toBe('DATAWAY:FUEL')
  })
  test('time', () => {
    const begin = performance.now()
    expect(stopped(catching('while True: pass'), { milliseconds: 50 })).toBe('DATAWAY:TIMEOUT')
    expect(performance.now() - begin).toBeLessThan(5000)
  })
  test('memory', () => {
    expect(stopped(catching('x = []\nwhile True: x.append([1, 2, 3])'), { heapBytes: 8 << 20 })).toBe(
      'DATAWAY:MEMORY',
    )
    expect(stopped(catching('list(map(str, range(10**9)))'), { heapBytes: 64 << 20 })).toBe('DATAWAY:MEMORY')
    expect(stopped(catching("x = {}\nfor i in range(10**8): x[i] = str(i)"), { heapBytes: 16 << 20 })).toBe('DATAWAY:MEMORY') // prettier-ignore
  })
  test('output', () => {
    expect(stopped(catching("while True: print('x' * 1000)"), { outputBytes: 10_000 })).toBe('DATAWAY:OUTPUT')
  })
  test('a cancel', () => {
    const cancel = new Int32Array(new SharedArrayBuffer(4))
    cancel[0] = 1
    const f = faultOf(() => run(script(catching('while True: pass')), message(Data.none), { cancel }))
    expect(f.code).toBe('DATAWAY:CANCELLED')
  })
})

describe('depth', () => {
  test('of calls is a RecursionError', () => {
    const source = 'def f(n): return f(n + 1)\ntry:\n  f(0)\nexcept RecursionError as e:\n  print(e)'
    expect(printed(source)).toBe('maximum recursion depth exceeded\n')
  })
  test.each([
    ['through sorted', 'def f(n): return sorted([1, 2], key=lambda x: f(n))\nf(0)'],
    ['through __eq__', 'class A:\n  def __eq__(self, o): return [self] == [A()]\nA() == 1'],
    ['through __repr__', 'class A:\n  def __repr__(self): return repr([A()])\nrepr(A())'],
    ['through map', 'def f(n): return list(map(f, [n]))\nf(0)'],
    ['of lists compared', 'a = []; b = []\nfor i in range(100000): a = [a]; b = [b]\na == b'],
    ['of a repr', 'a = []\nfor i in range(100000): a = [a]\nrepr(a)'],
  ])('%s', (_, source) => {
    expect(printed(source)).toMatch(/^RecursionError/)
  })
  test('of a result', () => {
    const f = faultOf(() => run(script('a = []\nfor i in range(5000): a = [a]\nreturn a')))
    expect(f.message).toContain('nested deeper')
    expect(faultOf(() => run(script('a = []\na.append(a)\nreturn a'))).message).toContain('nested deeper')
  })
})

test('memory comes back when a run ends', () => {
  const before = dataWay.bytesInUse
  for (let i = 0; i < 20; i++) {
    run(script("x = ['a' * 1000 + str(i) for i in range(2000)]\nreturn x"))
    dataWay.release('test')
  }
  expect(dataWay.bytesInUse - before).toBeLessThan(16 << 20)
})
