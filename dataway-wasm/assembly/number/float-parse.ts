// The float nearest to any decimal text: a product of 128 bits decides nearly always (Lemire), exact integers otherwise.

import { bigFromU64, mulBig, powBig } from './bigint.ts'
import { divideToFloat } from './bigint-float.ts'
import { bigFromText } from './bigint-text.ts'
import { low, multiply, powerOfTen } from './power-of-ten.ts'

const EXACT: usize = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
])

/** mantissa * 10^exponent where the caller has at most 19 digits and nothing was cut off. */
export function decimalToFloat(mantissa: u64, exponent: i32): f64 {
  if (mantissa == 0) return 0
  if (mantissa >> 53 == 0 && exponent >= -22 && exponent <= 22) {
    const d = <f64>mantissa
    return exponent < 0
      ? d / load<f64>(EXACT + ((<usize>-exponent) << 3))
      : d * load<f64>(EXACT + ((<usize>exponent) << 3))
  }
  if (exponent < -342) return 0
  if (exponent > 308) return Infinity
  const fast = productToFloat(mantissa, exponent)
  if (fast >= 0) return fast
  return exactToFloat(bigFromU64(mantissa), exponent)
}

/** -1 where 128 bits do not decide. */
function productToFloat(mantissa: u64, exponent: i32): f64 {
  const lead = clz(mantissa)
  mantissa <<= lead
  let binary = <i64>((217706 * exponent) >> 16) + 1087 - <i64>lead
  const power = powerOfTen(exponent)
  let high = multiply(mantissa, load<u64>(power, 8))
  let bottom = low
  if ((high & 0x1ff) == 0x1ff && bottom + mantissa < mantissa) {
    const yHigh = multiply(mantissa, load<u64>(power))
    const yLow = low
    let mergedHigh = high
    const mergedLow = bottom + yHigh
    if (mergedLow < bottom) mergedHigh++
    if ((mergedHigh & 0x1ff) == 0x1ff && mergedLow + 1 == 0 && yLow + mantissa < mantissa) return -1
    high = mergedHigh
    bottom = mergedLow
  }
  const top = high >> 63
  let kept = high >> (top + 9)
  binary -= <i64>(1 ^ top)
  if (bottom == 0 && (high & 0x1ff) == 0 && (kept & 3) == 1) return -1
  kept += kept & 1
  kept >>= 1
  if (kept >> 53) {
    kept >>= 1
    binary++
  }
  if (binary < 1 || binary > 2046) return -1
  return reinterpret<f64>(((<u64>binary) << 52) | (kept & 0x000fffffffffffff))
}

function exactToFloat(digits: usize, exponent: i32): f64 {
  const ten = powBig(bigFromU64(10), <u64>abs(exponent))
  return exponent >= 0 ? divideToFloat(mulBig(digits, ten), bigFromU64(1)) : divideToFloat(digits, ten)
}

/** Where `parseFloat64` stopped. */
export let parsedTo: usize = 0

/**
 * Reads `digits[.digits][e[+-]digits]`, with underscores between digits skipped, from p; `parsedTo` is where it stopped, p
 * itself if there was no digit. No sign, no white space, no `inf`/`nan`: the caller's.
 */
export function parseDecimal(p: usize, end: usize): f64 {
  let mantissa: u64 = 0
  let count = 0
  let exponent = 0
  let cut = false
  let seen = false
  let at = p
  let behind = false
  for (; at < end; at++) {
    const c: u32 = load<u8>(at)
    if (c - 0x30 < 10) {
      seen = true
      if (count < 19) {
        mantissa = mantissa * 10 + (c - 0x30)
        if (mantissa) count++
        if (behind) exponent--
      } else {
        if (c != 0x30) cut = true
        if (!behind) exponent++
      }
    } else if (c == 0x2e && !behind) behind = true
    else if (c != 0x5f) break
  }
  const digitsEnd = at
  parsedTo = p
  if (!seen) return 0
  parsedTo = at
  let scale = 0
  if (at < end && (load<u8>(at) | 0x20) == 0x65) {
    let e = at + 1
    const minus = e < end && load<u8>(e) == 0x2d
    if (e < end && (minus || load<u8>(e) == 0x2b)) e++
    if (e < end && <u32>load<u8>(e) - 0x30 < 10) {
      for (; e < end; e++) {
        const c: u32 = load<u8>(e)
        if (c == 0x5f) continue
        if (c - 0x30 >= 10) break
        if (scale < 100000000) scale = scale * 10 + (c - 0x30)
      }
      if (minus) scale = -scale
      parsedTo = e
    }
  }
  if (mantissa == 0) return 0
  exponent += scale
  if (!cut) return decimalToFloat(mantissa, exponent)
  // More than 19 digits: if the neighbours agree the rest does not matter.
  if (exponent > 308) return Infinity
  if (exponent < -345) return 0
  if (exponent >= -342) {
    const below = productToFloat(mantissa, exponent)
    if (below >= 0 && below == productToFloat(mantissa + 1, exponent)) return below
  }
  return parseExactly(p, digitsEnd, scale)
}

/** All digits as one integer; those behind the 800th only as "something follows". */
function parseExactly(p: usize, end: usize, scale: i32): f64 {
  const text = __alloc(802)
  let n = 0
  let behind = false
  let exponent = scale
  let more = false
  for (; p < end; p++) {
    const c = load<u8>(p)
    if (c == 0x2e) behind = true
    if (<u32>c - 0x30 >= 10) continue
    if (n < 800) {
      if (n > 0 || c != 0x30) store<u8>(text + n++, c)
      if (behind) exponent--
    } else {
      if (c != 0x30) more = true
      if (!behind) exponent++
    }
  }
  if (more) {
    store<u8>(text + n++, 0x31)
    exponent--
  }
  return exactToFloat(bigFromText(text, n, 10, false), exponent)
}
