// What the language's limits stop, each with the Fault or exception that it should be, and the time beyond the limit that it took: for what
// is refused at once all of its time. The module is good for the next script. Times are printed, and of a quiet machine
// are below 100 ms; they gate nothing.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import type { Limits } from '../../worker/model/dataway.ts'
import { Data } from '../../worker/model/data.ts'
import { isFault } from '../../worker/model/fault.ts'
import { message } from '../../worker/model/message.ts'
import { newDataway } from './script-output.ts'

vi.setConfig({ testTimeout: 60_000 })

const ways: [string, WasmDataWay][] = []
const times: [number, string][] = []

beforeAll(async () => {
  for (const tier of ['off', 'always'] as const) ways.push([tier, await newDataway(tier)])
  for (const [, way] of ways) outcome(way, 'sum(range(10))', {})
})

afterAll(() => {
  times.sort((a, b) => b[0] - a[0])
  const slow = times.filter(([ms]) => ms > 100)
  console.log(`${times.length} limits: ${slow.length} took more than 100 ms, the slowest:\n${times.slice(0, 12).map(([ms, what]) => `${ms.toFixed(1).padStart(8)} ms  ${what}`).join('\n')}`) // prettier-ignore
})

/** The code of the Fault, or the name of the exception, that ends a script; and how long it took. */
function outcome(way: WasmDataWay, source: string, limits: Partial<Limits>, cancel?: Int32Array<SharedArrayBuffer>): { end: string; ms: number } {
  const env = { run: 'limits', clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }), seed: () => 1, print: () => {}, limits, ...(cancel ? { cancel } : {}) } // prettier-ignore
  const program = way.script(source)
  const started = performance.now()
  let end = 'nothing'
  try {
    way.evaluate(program, message(Data.none), env)
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    end = thrown.exception ?? thrown.code
  }
  const ms = performance.now() - started
  way.release('limits')
  return { end, ms }
}

function stops(what: string, source: string, wanted: string, limits: Partial<Limits> = {}, beyond = 0): void {
  it(`${what}: ${wanted}`, () => {
    for (const [tier, way] of ways) {
      const { end, ms } = outcome(way, source, limits)
      times.push([ms - beyond, `${what} (tier ${tier})`])
      expect(end).toBe(wanted)
      expect(outcome(way, 'assert sum(range(10)) == 45 and str(2 ** 70) and sorted([3, 1]) == [1, 3]', {}).end).toBe('nothing')
    }
  })
}

describe('one thing that is too large is refused before it is made', () => {
  const vectors: [string, string][] = [
    ["'a' * 10**9", 'MemoryError'], ["'é' * 10**9", 'MemoryError'], ["b'a' * 10**9", 'MemoryError'], ["bytearray(b'a') * 10**10", 'MemoryError'], ['[0] * 10**9', 'MemoryError'], ['(0,) * 10**9', 'MemoryError'], ['list(range(10**9))', 'MemoryError'], ['tuple(range(10**9))', 'MemoryError'], ['[*range(10**9)]', 'MemoryError'], ["'%1000000000d' % 1", 'MemoryError'], ["'%.1000000000f' % 1.5", 'MemoryError'], ["'{:>1000000000}'.format(1)", 'MemoryError'], ["format(1, '01000000000')", 'MemoryError'], ["f'{1:>{10**9}}'", 'MemoryError'], ["'a'.ljust(10**9)", 'MemoryError'], ["'a'.zfill(10**9)", 'MemoryError'], ["'a'.center(10**9)", 'MemoryError'], ["b'a'.rjust(10**9)", 'MemoryError'], ["'\\t'.expandtabs(10**9)", 'MemoryError'], ['bytes(10**9)', 'MemoryError'], ['bytearray(10**9)', 'MemoryError'], ['1 << 10**12', 'MemoryError'], ['(1).to_bytes(10**9, "big")', 'MemoryError'], ["'x'.join(['a' * 10**6] * 1000)", 'MemoryError'], ["('x' * 10**6).replace('x', 'y' * 1000)", 'MemoryError'], ['sorted(range(10**9), key=lambda x: -x)', 'MemoryError'], ['1 << 10**30', 'OverflowError'], ["'a' * 10**20", 'OverflowError'], ['[0] * 2**64', 'OverflowError'], ['bytes(2**64)', 'OverflowError'], ['str(10**5000)', 'ValueError'], ["int('9' * 5000)", 'ValueError'], ["'%d' % 10**5000", 'ValueError'], ["f'{10**5000}'", 'ValueError'], ['float(10**400)', 'OverflowError'], ['int(float("inf"))', 'OverflowError'], ['2.0 ** 5000', 'OverflowError'], ['chr(2**31)', 'OverflowError'],
  ] // prettier-ignore
  for (const [source, wanted] of vectors) stops(source, source, wanted)
})

describe('depth is a RecursionError', () => {
  const vectors: [string, string][] = [
    ['calls', 'def f(n): return f(n + 1)\nf(0)'], ['lambdas', 'f = lambda n: f(n)\nf(0)'], ['a hostile key of sorted', 'def f(n): return sorted([1, 2], key=lambda x: f(n))\nf(0)'], ['__eq__', 'class A:\n  def __eq__(self, o): return [self] == [A()]\nA() == 1'], ['__lt__ while sorting', 'class A:\n  def __lt__(self, o): return sorted([A(), A()])\nsorted([A(), A()])'], ['__hash__', 'class A:\n  def __hash__(self): return hash((self, 1))\n{A()}'], ['__repr__', 'class A:\n  def __repr__(self): return repr([A()])\nrepr(A())'], ['__getattr__', 'class A:\n  def __getattr__(self, n): return getattr(self, n + "a")\nA().x'], ['__iter__', 'class A:\n  def __iter__(self): return iter(list(A()))\nlist(A())'], ['map', 'def f(n): return list(map(f, [n]))\nf(0)'], ['generators', 'def g():\n  yield from g()\nlist(g())'], ['lists that are compared', 'a = []; b = []\nfor i in range(100000): a = [a]; b = [b]\na == b'], ['a repr', 'a = []\nfor i in range(100000): a = [a]\nrepr(a)'], ['JSON that is read', "import json\njson.loads('[' * 100000 + ']' * 100000)"], ['JSON objects that are read', "import json\njson.loads('{\"a\":' * 100000 + '1' + '}' * 100000)"], ['JSON that is written', 'import json\na = []\nfor i in range(100000): a = [a]\njson.dumps(a)'], ['copy.deepcopy', 'import copy\na = []\nfor i in range(100000): a = [a]\ncopy.deepcopy(a)'], ['tuples that are hashed', 'a = ()\nfor i in range(100000): a = (a,)\nhash(a)'],
  ] // prettier-ignore
  for (const [what, source] of vectors) stops(what, source, 'RecursionError')
})

/** What goes on forever, or for far too long inside one call. */
const endless: [string, string][] = [
  ['a loop', 'while True: pass'], ['a loop that catches all', 'while True:\n  try:\n    while True: pass\n  except BaseException: pass\n  finally: pass'], ['sum of a range', 'sum(range(10**12))'], ['sum of a generator', 'sum(x for x in range(10**12))'], ['max of a range', 'max(range(10**12))'], ['any of zeros', 'import itertools\nany(itertools.repeat(0))'], ['in a counter', 'import itertools\n-1 in itertools.count()'], ['a list of what never ends', 'import itertools\nfor _ in itertools.cycle([1]): pass'], ['iter with a sentinel', 'for _ in iter(int, 1): pass'], ['zip', 'import itertools\nfor _ in zip(itertools.count(), itertools.count()): pass'], ['filter', 'import itertools\nnext(filter(None, itertools.repeat(0)))'], ['a sort by a hostile key', 'def key(x):\n  while True: pass\nsorted([3, 1, 2], key=key)'], ['a sort by hostile comparisons', 'class A:\n  def __lt__(self, o):\n    for _ in range(10**9): pass\n    return True\nsorted([A() for _ in range(100)])'], ['a large power', '10 ** 10 ** 8'], ['powers again and again', 'x = 3\nwhile True: x = x * x % 10 ** 4000'], ['pow with a modulus', 'while True: pow(3, 10**4000, 10**4000 + 1)'], ['text searched', "s = 'a' * 10**7\nwhile True: s.find('b')"], ['text replaced', "s = 'ab' * 10**5\nwhile True: s = s.replace('a', 'c').replace('c', 'a')"], ['text compared', "s = 'a' * 10**7\nt = 'a' * 10**7\nwhile True: s == t"], ['a regular expression', "import re\ns = 'a' * 10**5\nwhile True: re.search('(a*)*b', s)"], ['JSON read and written', "import json\ns = json.dumps(list(range(10**5)))\nwhile True: json.loads(s)[0]"], ['a hash', "import hashlib\nb = b'a' * 10**7\nwhile True: hashlib.sha256(b).hexdigest()"], ['PBKDF2', "import hashlib\nhashlib.pbkdf2_hmac('sha256', b'a', b'b', 10**9)"], ['split and join', "s = 'a,' * 10**5\nwhile True: ','.join(s.split(','))"], ['sorting', 'import random\nl = [random.random() for _ in range(10**5)]\nwhile True: sorted(l)'], ['a dict filled', 'while True:\n  d = {}\n  for i in range(1000): d[i] = i'], ['factorials', 'import math\nwhile True: math.factorial(2000)'], ['decimals', 'import decimal\nwhile True: decimal.Decimal(2).sqrt()'],
] // prettier-ignore

describe('work ends by fuel, whatever is caught', () => {
  // What a script drops is not collected while it runs: these come to the end of their memory before that of their fuel.
  const hoarding = ['PBKDF2', 'a dict filled']
  for (const [what, source] of endless) stops(`fuel: ${what}`, source, hoarding.includes(what) ? 'DATAWAY:MEMORY' : 'DATAWAY:FUEL', { fuel: 5_000_000 }) // prettier-ignore
})

describe('time ends it too', () => {
  const milliseconds = 50
  for (const [what, source] of endless.filter(([what]) => what !== 'a large power')) stops(`time: ${what}`, source, 'DATAWAY:TIMEOUT', { milliseconds, fuel: 1e15, heapBytes: 1 << 30 }, milliseconds) // prettier-ignore
})

describe('a cancel is seen', () => {
  for (const [what, source] of endless.slice(0, 8)) {
    it(what, () => {
      const cancel = new Int32Array(new SharedArrayBuffer(4))
      cancel[0] = 1
      for (const [tier, way] of ways) {
        const { end, ms } = outcome(way, source, { fuel: 1e15 }, cancel)
        times.push([ms, `cancel: ${what} (tier ${tier})`])
        expect(end).toBe('DATAWAY:CANCELLED')
      }
    })
  }
})

describe('all memory together', () => {
  const vectors: [string, string][] = [
    ['lists', 'x = []\nwhile True: x.append([1, 2, 3])'], ['texts', 'x = []\nwhile True: x.append(str(len(x)) * 100)'], ['a dict', 'x = {}\nfor i in range(10**8): x[i] = str(i)'], ['a set', 'x = set()\nfor i in range(10**8): x.add(str(i))'], ['map to a list', 'list(map(str, range(10**9)))'], ['a comprehension', '[[i] for i in range(10**9)]'], ['text that doubles', "s = 'a'\nwhile True: s += s"], ['objects', 'class A: pass\nx = []\nwhile True:\n  a = A()\n  a.b = x\n  x = a'], ['closures', 'x = []\nwhile True: x.append(lambda: x)'], ['generators', 'x = []\nwhile True: x.append(i for i in x)'], ['integers', 'x = 3\nl = []\nwhile True:\n  x = x * x % 10**4000 + 3\n  l.append(x)'],
  ] // prettier-ignore
  for (const [what, source] of vectors) {
    it(`${what}: DATAWAY:MEMORY, or a MemoryError for one thing`, () => {
      for (const [, way] of ways) {
        const { end } = outcome(way, source, { heapBytes: 16 << 20 })
        expect(['DATAWAY:MEMORY', 'MemoryError']).toContain(end)
        if (what !== 'text that doubles') expect(end).toBe('DATAWAY:MEMORY')
        expect(outcome(way, 'assert sum(range(10)) == 45', {}).end).toBe('nothing')
      }
    })
  }
})

describe('output and source', () => {
  stops('printing', "while True: print('x' * 1000)", 'DATAWAY:OUTPUT', { outputBytes: 10_000 })
  stops('printing without end of line', "while True:\n  try: print('x', end='')\n  except BaseException: pass", 'DATAWAY:OUTPUT', { outputBytes: 10_000 })
  it('a source that is too long', () => {
    for (const [, way] of ways) expect(() => way.compile('1 + '.repeat(20_000) + '1', 'expression')).toThrow(expect.objectContaining({ code: 'DATAWAY:LENGTH' }))
  })
  it.each(['(', '[', '{', '-', 'not ', 'lambda: ', 'f(', '1 + (', "f'{"])('a source nested too deep: %s', (piece) => {
    for (const [, way] of ways) {
      const found = way.check(piece.repeat(10_000 / piece.length), 'expression')
      expect(found[0]?.severity).toBe('error')
      expect(outcome(way, 'assert sum(range(10)) == 45', {}).end).toBe('nothing')
    }
  })
})
