// Decimal digits of a positive finite float: the fewest that read back as the same float (Schubfach), or exactly rounded
// ones, so many significant or so many behind the point. Digits are ASCII in `digits`, without trailing zeros.

import { bigFromU64, bitLength, divmodBig, limbCount, limbsOf, mulBig, powBig, remainder } from './bigint.ts'
import { addBig, bigFromI64, compareBig } from './bigint.ts'
import { shiftLeftBig } from './bigint-bits.ts'
import { bigToText, textRoom } from './bigint-text.ts'
import { eightDigits } from './digits.ts'
import { limb } from './natural.ts'
import { isExactPower, log2OfPower, low, multiply, powerOfTen, smallPowerOfTen } from './power-of-ten.ts'

/** Where the digits of the last call stand, how many, and where the point is: the value is 0.DIGITS * 10^point. */
export let digits: usize = 0
export let digitCount: i32 = 0
export let point: i32 = 0

const buffer: usize = memory.data(24)

/** Fewest digits; x > 0 and finite. */
export function shortestDigits(x: f64): void {
  const bits = reinterpret<u64>(x)
  const fraction = bits & 0x000fffffffffffff
  const field = <i32>(bits >> 52)
  let c = fraction
  let q = -1074
  if (field != 0) {
    c = fraction | 0x0010000000000000
    q = field - 1075
    if (q <= 0 && q > -53 && (c & ((1 << -q) - 1)) == 0) {
      setDigits(c >> -q, 0)
      return
    }
  }
  const odd = <u64>(c & 1)
  const closer = fraction == 0 && field > 1
  const k = (q * 1262611 - (closer ? 524031 : 0)) >> 22
  const h = q + log2OfPower(-k) + 1
  const g = powerOfTen(-k)
  let g0 = load<u64>(g)
  let g1 = load<u64>(g, 8)
  if (!isExactPower(-k)) {
    g0++
    if (g0 == 0) g1++
  }
  // The middle of what is x when it is rounded, as three words; its ends are so far from there that no product is needed for them.
  const scaled = (4 * c) << h
  const carried = multiply(g0, scaled)
  const m0 = low
  let m2 = multiply(g1, scaled)
  const m1 = low + carried
  if (m1 < carried) m2++
  const far = <u64>(h + 1)
  const d0 = g0 << far
  const d1 = (g1 << far) | (g0 >> (64 - far))
  const d2 = g1 >> (64 - far)
  const carry0 = <u64>(m0 + d0 < d0)
  const u1 = m1 + d1
  const carry1 = <u64>(u1 < d1) + <u64>(u1 + carry0 < carry0)
  const upper = toOdd(m2 + d2 + carry1, u1 + carry0) - odd
  const borrow0 = <u64>(m0 < d0)
  const l1 = m1 - d1
  const borrow1 = <u64>(m1 < d1) + <u64>(l1 < borrow0)
  const lower = (closer ? roundToOdd(g0, g1, (4 * c - 1) << h) : toOdd(m2 - d2 - borrow1, l1 - borrow0)) + odd
  const middle = toOdd(m2, m1)
  const s = middle >> 2
  if (s >= 10) {
    const tens = s / 10
    const below = lower <= 40 * tens
    const above = 40 * tens + 40 <= upper
    if (below != above) {
      setDigits(tens + <u64>above, k + 1)
      return
    }
  }
  const below = lower <= 4 * s
  const above = 4 * s + 4 <= upper
  if (below != above) {
    setDigits(s + <u64>above, k)
    return
  }
  const tie = 4 * s + 2
  setDigits(s + <u64>(middle > tie || (middle == tie && (s & 1) != 0)), k)
}

function roundToOdd(g0: u64, g1: u64, c: u64): u64 {
  const x1 = multiply(g0, c)
  let y1 = multiply(g1, c)
  const y0 = low + x1
  if (y0 < x1) y1++
  return toOdd(y1, y0)
}

// @ts-ignore: decorator
@inline function toOdd(high: u64, rest: u64): u64 {
  return high | <u64>(rest > 1)
}

/** n * 10^exponent, n below 10^19. */
function setDigits(n: u64, exponent: i32): void {
  if (n == 0) {
    digits = buffer
    digitCount = 0
    point = 1
    return
  }
  // 24 digits, eight at a time; zeros in front and at the end are left out.
  const upper = n / 100000000
  const last = eightDigits(<u32>(n - upper * 100000000))
  let first = last
  let middle = ZEROS
  let skipped: usize = 16
  if (upper) {
    const top = upper / 100000000
    first = middle = eightDigits(<u32>(upper - top * 100000000))
    skipped = 8
    if (top) {
      first = eightDigits(<u32>top)
      skipped = 0
    }
  }
  store<u64>(buffer + skipped, first)
  store<u64>(buffer, middle, 8)
  store<u64>(buffer, last, 16)
  skipped += <usize>(ctz(first ^ ZEROS) >> 3)
  digits = buffer + skipped
  point = 24 - <i32>skipped + exponent
  let zeros = <usize>(clz(last ^ ZEROS) >> 3)
  if (zeros == 8) {
    zeros += <usize>(clz(middle ^ ZEROS) >> 3)
    if (zeros == 16) zeros += <usize>(clz(first ^ ZEROS) >> 3)
  }
  digitCount = 24 - <i32>(skipped + zeros)
}
const ZEROS: u64 = 0x3030303030303030

/** Rounded (half to even, on the exact value) to `places` behind the point; no digits if that is 0. x > 0, finite. */
export function fixedDigits(x: f64, places: i32): void {
  const bits = reinterpret<u64>(x)
  const field = <i32>(bits >> 52)
  const mantissa = (bits & 0x000fffffffffffff) | (field ? 0x0010000000000000 : 0)
  const exponent = (field ? field : 1) - 1075
  if (places >= 0 && places <= 19 && exponent < 0 && exponent > -127) {
    // mantissa * 10^places has at most 117 bits: drop the binary fraction by hand.
    const high = multiply(mantissa, smallPowerOfTen(places))
    const l = low
    const drop = -exponent
    if (drop < 64) {
      if (high >> (drop - 1) == 0) {
        setRounded((high << (64 - drop)) | (l >> drop), l << (64 - drop), false, -places)
        return
      }
    } else {
      const d = drop - 64
      const rest = d == 0 ? l : (high << (64 - d)) | (l >> d)
      setRounded(high >> d, rest, d != 0 && l << (64 - d) != 0, -places)
      return
    }
  }
  let n = bigFromU64(mantissa)
  let d = bigFromU64(1)
  if (places >= 0) n = mulBig(n, powBig(bigFromU64(10), places))
  else d = powBig(bigFromU64(10), -places)
  if (exponent >= 0) n = shiftLeftBig(n, exponent)
  else d = shiftLeftBig(d, -exponent)
  setBigDigits(divideToEven(n, d), -places)
}

function setRounded(kept: u64, rest: u64, sticky: bool, exponent: i32): void {
  const half: u64 = 1 << 63
  if (rest > half || (rest == half && (sticky || (kept & 1) != 0))) kept++
  setDigits(kept, exponent)
}

/** n / d rounded half to even, both positive. */
export function divideToEven(n: usize, d: usize): usize {
  const q = divmodBig(n, d)
  const order = compareBig(shiftLeftBig(remainder, 1), d)
  const odd = limbCount(q) > 0 && (limb(limbsOf(q), 0) & 1) != 0
  return order > 0 || (order == 0 && odd) ? addBig(q, bigFromI64(1)) : q
}

function setBigDigits(n: usize, exponent: i32): void {
  digits = __alloc(textRoom(n, 10))
  let count = bigToText(n, 10, digits)
  point = count + exponent
  while (count > 0 && load<u8>(digits + count - 1) == 0x30) count--
  digitCount = count
  if (count == 0) point = 1
}

/** Rounded (half to even, on the exact value) to `count` >= 1 significant digits. x > 0, finite. */
export function significantDigits(x: f64, count: i32): void {
  fixedDigits(x, count - 1 - decimalExponent(x))
}

/** floor(log10 x), exactly. */
export function decimalExponent(x: f64): i32 {
  shortestDigits(x)
  let e = point - 1
  // The shortest digits may lie above x when x is just below a power of ten: 9.5e22 prints so, 1e23 is below 10^23.
  if (digitCount == 1 && load<u8>(digits) == 0x31 && isBelowPower(x, e)) e--
  return e
}

function isBelowPower(x: f64, e: i32): bool {
  const bits = reinterpret<u64>(x)
  const field = <i32>(bits >> 52)
  const mantissa = (bits & 0x000fffffffffffff) | (field ? 0x0010000000000000 : 0)
  const exponent = (field ? field : 1) - 1075
  let a = bigFromU64(mantissa)
  let b = bigFromU64(1)
  if (exponent >= 0) a = shiftLeftBig(a, exponent)
  else b = shiftLeftBig(b, -exponent)
  if (e >= 0) b = mulBig(b, powBig(bigFromU64(10), e))
  else a = mulBig(a, powBig(bigFromU64(10), -e))
  return compareBig(a, b) < 0
}
