// Integers of any size against python3 on random operands of very different sizes.

import { beforeAll, describe, expect, it } from 'vitest'
import { buildNumbers, hasPython, python, randomFrom, type Numbers } from './probe.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1e9)
let numbers: Numbers
beforeAll(async () => {
  numbers = await buildNumbers()
}, 60_000)

/** Sizes around limb and Karatsuba borders; runs of zeros and ones, where carries and quotient digits go wrong. */
function operand(random: () => number): bigint {
  const limbs = [0, 1, 1, 2, 2, 3, 5, 9, 60, 130][Math.floor(random() * 10)]!
  let n = 0n
  for (let i = 0; i < limbs; i++) {
    const kind = random()
    const limb =
      kind < 0.2 ? 0xffffffff : kind < 0.4 ? 0 : kind < 0.5 ? 0x80000000 : Math.floor(random() * 2 ** 32)
    n = (n << 32n) | BigInt(limb)
  }
  n >>= BigInt(Math.floor(random() * 32))
  return random() < 0.5 ? -n : n
}

const OPERATIONS = [
  'a+b',
  'a-b',
  'a*b',
  'a//b',
  'a%b',
  'a**k',
  'pow(a,abs(b),c)',
  'a<<k',
  'a>>k',
  'a&b',
  'a|b',
  'a^b',
]
OPERATIONS.push(
  '(a>b)-(a<b)',
  'hash(a)',
  'math.gcd(a,b)',
  'math.isqrt(abs(a))',
  'a.bit_length()',
  'a.bit_count()',
  '-a',
)
OPERATIONS.push('inverse(a,b)', 'a')
const NEEDS_DIVISOR = new Set(['a//b', 'a%b', 'inverse(a,b)'])

const HELPERS = `
import math
sys.set_int_max_str_digits(0)
def inverse(a, b):
    try: return pow(a, -1, b)
    except ValueError: return 0
`

describe.skipIf(!hasPython)(`integers against python3 (seed ${seed})`, () => {
  it('agrees on every operation', () => {
    const random = randomFrom(seed)
    const cases: { op: number; a: bigint; b: bigint; c: bigint; k: number }[] = []
    for (let i = 0; i < 6000; i++) {
      const op = i % OPERATIONS.length
      const name = OPERATIONS[op]!
      const a = operand(random)
      let b = operand(random)
      let c = operand(random)
      if (NEEDS_DIVISOR.has(name) && b === 0n) b = 7n
      if (c === 0n) c = -5n
      if (name.startsWith('pow') && (b > 1n << 80n || b < -(1n << 80n))) b = b % (1n << 80n)
      const k = Math.floor(random() * (name === 'a**k' ? 9 : 300))
      cases.push({ op, a, b, c, k })
    }
    const expected = python<string[]>(
      `${HELPERS}
ops = [eval('lambda a,b,c,k: ' + o) for o in data['ops']]
print(json.dumps([str(ops[o](int(a),int(b),int(c),k)) for o,a,b,c,k in data['cases']]))`,
      { ops: OPERATIONS, cases: cases.map((x) => [x.op, `${x.a}`, `${x.b}`, `${x.c}`, x.k]) },
    )
    cases.forEach((x, i) => {
      const name = OPERATIONS[x.op]!
      let b = x.b
      if (name.includes('k')) b = BigInt(x.k)
      if (name.startsWith('pow') && b < 0n) b = -b
      const result = numbers.raw.calculate(
        x.op,
        numbers.big(`${x.a}`),
        numbers.big(`${b}`),
        numbers.big(`${x.c}`),
      )
      expect(numbers.show(result), `${name} a=${x.a} b=${x.b} c=${x.c} k=${x.k}`).toBe(expected[i])
    })
  })

  it('reads and writes every radix', () => {
    const random = randomFrom(seed + 1)
    for (let radix = 2; radix <= 36; radix++) {
      for (let i = 0; i < 20; i++) {
        const n = operand(random)
        expect(numbers.show(numbers.big(n.toString(radix), radix))).toBe(n.toString())
        expect(numbers.show(numbers.big(n.toString()), radix)).toBe(n.toString(radix))
      }
    }
  })

  it('converts to and from floats with one rounding', () => {
    const random = randomFrom(seed + 2)
    const pairs: [string, string][] = []
    for (let i = 0; i < 3000; i++) {
      const b = operand(random)
      pairs.push([`${operand(random)}`, `${b === 0n ? 1n : b}`])
    }
    // Ties and their neighbours, where a second rounding would show.
    for (const tie of [(1n << 53n) + 1n, (1n << 54n) + 2n, (1n << 54n) + 6n, (1n << 1024n) - (1n << 970n)])
      for (const d of [-1n, 0n, 1n])
        pairs.push([`${tie + d}`, '1'], [`${(tie << 200n) + d}`, `${1n << 199n}`])
    const expected = python<[string, string, number][]>(
      `${HELPERS}
def attempt(f):
    try: return repr(f())
    except OverflowError: return 'overflow'
def order(a, f): return (a > f) - (a < f)
def near(a):
    try: return float(a)
    except OverflowError: return 1e308
print(json.dumps([[attempt(lambda: float(int(a))), attempt(lambda: int(a)/int(b)), order(int(a)+int(b)%3-1, near(int(a)))] for a,b in data]))`,
      pairs,
    )
    pairs.forEach(([a, b], i) => {
      const [whole, quotient] = expected[i]!
      const x = numbers.raw.toFloat(numbers.big(a))
      expect(Math.abs(x) === Infinity ? 'overflow' : x, a).toBe(whole === 'overflow' ? whole : Number(whole))
      const q = numbers.raw.divide(numbers.big(a), numbers.big(b))
      expect(Math.abs(q) === Infinity ? 'overflow' : q, `${a}/${b}`).toBe(
        quotient === 'overflow' ? quotient : Number(quotient),
      )
      if (Math.abs(x) === Infinity) return
      const shifted = BigInt(a) + (((BigInt(b) % 3n) + 3n) % 3n) - 1n
      expect(numbers.raw.compareFloat(numbers.big(`${shifted}`), x), `${shifted} against ${x}`).toBe(
        expected[i]![2],
      )
      expect(numbers.show(numbers.raw.fromFloat(x))).toBe(`${BigInt(x)}`)
    })
  })

  it('knows the limit of 4300 digits to the digit', () => {
    for (const [text, refused] of [
      ['9'.repeat(4300), 0],
      [`-${'9'.repeat(4300)}`, 0],
      [`1${'0'.repeat(4300)}`, 1],
      [`-1${'0'.repeat(4300)}`, 1],
      ['7'.repeat(9000), 1],
    ] as const)
      expect(numbers.raw.refused(numbers.big(text)), text.slice(0, 5)).toBe(refused)
  })

  it('multiplies and prints what does not fit the scratch stack', () => {
    const a = 3n ** 60000n
    const b = 7n ** 40000n
    const x = numbers.raw.calculate(5, numbers.big('3'), numbers.big('60000'), 0)
    const y = numbers.raw.calculate(5, numbers.big('7'), numbers.big('40000'), 0)
    expect(numbers.show(numbers.raw.calculate(2, x, y, 0), 16)).toBe((a * b).toString(16))
  }, 30_000)
})
