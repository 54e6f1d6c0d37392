// Float text in both directions against python3: repr, %e %f %g of many precisions, and reading hard decimal text.

import { beforeAll, describe, expect, it } from 'vitest'
import { buildNumbers, hasPython, python, randomFrom, type Numbers } from './probe.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1e9)
let numbers: Numbers
beforeAll(async () => {
  numbers = await buildNumbers()
}, 60_000)

const bits = new DataView(new ArrayBuffer(8))
function randomFloat(random: () => number): number {
  const kind = random()
  if (kind < 0.3) return Math.round(random() * 1e6) / 10 ** Math.floor(random() * 7)
  if (kind < 0.4) return Math.floor(random() * 2 ** 40) * 2 ** Math.floor(random() * 60 - 50)
  if (kind < 0.5) return 2 ** Math.floor(random() * 2098 - 1074)
  if (kind < 0.6) return Number(`${Math.floor(random() * 1000)}e${Math.floor(random() * 600 - 300)}`)
  bits.setUint32(0, random() * 2 ** 32)
  bits.setUint32(4, random() * 2 ** 32)
  const x = bits.getFloat64(0)
  return Number.isFinite(x) ? x : 5e-324
}
const hex = (x: number): string => {
  bits.setFloat64(0, x)
  return bits.getBigUint64(0).toString(16).padStart(16, '0')
}
const FROM_HEX = 'import struct\ndef f(h): return struct.unpack(">d", bytes.fromhex(h))[0]\n'

describe.skipIf(!hasPython)(`float text against python3 (seed ${seed})`, () => {
  it('writes the shortest text that reads back', () => {
    const random = randomFrom(seed)
    const xs = Array.from({ length: 60_000 }, () => randomFloat(random))
    xs.push(
      0,
      -0,
      NaN,
      Infinity,
      -Infinity,
      5e-324,
      2 ** -1022,
      1.7976931348623157e308,
      1e16,
      9999999999999998,
      1e22,
      1e23,
    )
    xs.push(9007199254740993, 0.1, 1e-4, 1e-5, 123456789012345680, 2 ** 53, 4.35, 5e-5, 100)
    const expected = python<string[]>(`${FROM_HEX}print(json.dumps([repr(f(h)) for h in data]))`, xs.map(hex))
    xs.forEach((x, i) => expect(numbers.repr(x)).toBe(expected[i]))
  }, 60_000)

  it('rounds exactly in %e, %f, %g and format() of any precision', () => {
    const random = randomFrom(seed + 1)
    const cases = Array.from({ length: 15_000 }, () => ({
      x:
        random() < 0.2
          ? Math.floor(random() * 4000) / 8 / 10 ** Math.floor(random() * 3)
          : randomFloat(random),
      type: 'efgr'[Math.floor(random() * 4)]!,
      precision: Math.floor(random() ** 3 * (random() < 0.02 ? 400 : 30)),
      flags: Math.floor(random() * 8),
    }))
    for (const x of [
      0.5,
      1.5,
      2.5,
      0.125,
      1e23,
      9.5e22,
      9.9999e22,
      999.9995,
      0,
      9.995,
      1e22,
      0.00001,
      2 ** 70,
    ])
      for (let precision = 0; precision < 30; precision++)
        for (const type of 'efg') cases.push({ x, type, precision, flags: 0 })
    // format() without a type is g or, without a precision, r, with a point: the flag ADD_POINT_ZERO.
    const expected = python<string[]>(
      `${FROM_HEX}
def show(h, t, p, flags):
    x = f(h)
    alt = '#' if flags & 1 else ''
    if t == 'r': s = format(x, alt) if not alt else repr(x)
    elif flags & 2 and t == 'g' and not alt: s = format(x, '.%d' % p)
    else: s = ('%' + alt + '.' + str(p) + t) % x
    return s.upper() if flags & 4 else s
print(json.dumps([show(*c) for c in data]))`,
      cases.map((c) => [hex(c.x), c.type, c.precision, c.flags]),
    )
    cases.forEach((c, i) => {
      let flags = c.flags
      if (c.type === 'r') flags = (flags & 4) | 2
      else if (c.type !== 'g' || flags & 1) flags &= 5
      expect(numbers.format(c.x, c.type, c.precision, flags), JSON.stringify(c)).toBe(expected[i])
    })
  }, 60_000)

  it('reads any decimal text to the nearest float', () => {
    const random = randomFrom(seed + 2)
    const texts: string[] = []
    for (let i = 0; i < 20_000; i++) {
      const kind = random()
      if (kind < 0.3) texts.push(Math.abs(randomFloat(random)).toString())
      else if (kind < 0.6) {
        let digits = ''
        for (let n = 1 + Math.floor(random() * 40); n > 0; n--) digits += Math.floor(random() * 10)
        const cut = Math.floor(random() * digits.length)
        texts.push(`${digits.slice(0, cut)}.${digits.slice(cut)}e${Math.floor(random() * 700 - 350)}`)
      } else {
        // Half-way between two floats and just beside: only exact arithmetic decides.
        const x = Math.abs(randomFloat(random))
        bits.setFloat64(0, x)
        const field = Number((bits.getBigUint64(0) >> 52n) & 0x7ffn)
        if (field > 1100 || field < 900) continue
        const mantissa = ((bits.getBigUint64(0) & ((1n << 52n) - 1n)) | (1n << 52n)) * 2n + 1n
        const shift = field - 1076
        const exact = shift >= 0 ? `${mantissa << BigInt(shift)}` : decimalOf(mantissa, -shift)
        texts.push(exact, `${exact}${exact.includes('.') ? '' : '.'}0001`, exact.replace(/(.*)5/, '$14'))
      }
    }
    texts.push(
      '0',
      '0.0',
      '1e400',
      '1e-400',
      '2.4703282292062327e-324',
      '2.4703282292062328e-324',
      '9007199254740993',
    )
    texts.push(
      '1.7976931348623158e308',
      '1.7976931348623159e308',
      `1${'0'.repeat(400)}e-400`,
      `0.${'0'.repeat(400)}1e400`,
    )
    texts.push(
      '2.2250738585072011e-308',
      '6631236846766476e-316',
      '3.2378839133029012895883524125015321748630094e-319',
    )
    const expected = python<string[]>(
      'import struct\nprint(json.dumps([struct.pack(">d", float(t)).hex() for t in data]))',
      texts,
    )
    texts.forEach((text, i) => expect(hex(numbers.readFloat(text)), text).toBe(expected[i]))
  }, 60_000)
})

/** n / 2^k written out in full. */
function decimalOf(n: bigint, k: number): string {
  const digits = (n * 5n ** BigInt(k)).toString().padStart(k + 1, '0')
  return `${digits.slice(0, -k)}.${digits.slice(-k)}`
}
