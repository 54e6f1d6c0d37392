// Integers and float64: exact or correctly rounded (half to even) in both directions, true division, exact comparison.

import { absolute, bigFromU64, bitLength, compareBig, divmodBig } from './bigint.ts'
import { isNegative, limbCount, limbsOf, remainder } from './bigint.ts'
import { shiftLeftBig, shiftRightBig } from './bigint-bits.ts'
import { limb } from './natural.ts'

/** mantissa * 2^exponent rounded to the nearest float; `sticky`: a little more than that. Infinity if too large. */
export function roundToFloat(mantissa: u64, exponent: i64, sticky: bool): f64 {
  if (mantissa == 0) return 0
  const lead = clz(mantissa)
  mantissa <<= lead
  exponent -= <i64>lead
  // The value is 1.xxx * 2^(exponent + 63); below 2^-1022 fewer bits are kept.
  if (exponent + 63 > 1023) return Infinity
  let drop: i64 = 11
  if (exponent + 63 < -1022) drop += -1022 - (exponent + 63)
  if (drop > 64) return 0
  let kept: u64 = 0
  let rest: u64 = mantissa
  if (drop < 64) {
    kept = mantissa >> drop
    rest = mantissa << (64 - drop)
  }
  const half: u64 = 1 << 63
  if (rest > half || (rest == half && (sticky || (kept & 1) == 1))) kept++
  // A carry out of the kept bits moves on into the exponent field, up to Infinity.
  const scale = exponent + drop
  return reinterpret<f64>(scale == -1074 ? kept : ((<u64>(scale + 1075)) << 52) + (kept - (1 << 52)))
}

/** The nearest float; plus or minus Infinity stands for Python's OverflowError "int too large to convert to float". */
export function bigToFloat(x: usize): f64 {
  const bits = bitLength(x)
  if (bits > 1024) return isNegative(x) ? -Infinity : Infinity
  const n = limbCount(x)
  const limbs = limbsOf(x)
  let top: u64 = 0
  let i = n - 1
  let taken: i64 = 0
  // The top three limbs give 64 bits from the leading one; what lies below only matters as "not zero".
  const lead = n > 0 ? <u64>clz(limb(limbs, n - 1)) : 0
  let sticky = false
  for (; i >= 0 && taken < 64; i--) {
    const v = <u64>limb(limbs, i)
    if (i == n - 1) {
      top = v << (32 + lead)
      taken = 32 - <i64>lead
    } else {
      const room = 64 - taken
      if (room >= 32) top |= v << (room - 32)
      else {
        top |= v >> (32 - room)
        sticky = (v & ((1 << (32 - room)) - 1)) != 0
      }
      taken += 32
    }
  }
  for (; i >= 0 && !sticky; i--) sticky = limb(limbs, i) != 0
  const d = roundToFloat(top, bits - 64, sticky)
  return isNegative(x) ? -d : d
}

/** The integer part of a finite float. */
export function bigFromFloat(d: f64): usize {
  const bits = reinterpret<u64>(d)
  const exponent = <i32>((bits >> 52) & 0x7ff) - 1075
  const mantissa = (bits & 0x000fffffffffffff) | (exponent == -1075 ? 0 : 0x0010000000000000)
  const negative = d < 0
  if (exponent < -63) return bigFromU64(0)
  if (exponent <= 0) return bigFromU64(mantissa >> -exponent, negative)
  return shiftLeftBig(bigFromU64(mantissa, negative), exponent)
}

/** a / b correctly rounded, b not 0; Infinity stands for OverflowError "integer division result too large for a float". */
export function divideToFloat(a: usize, b: usize): f64 {
  const negative = isNegative(a) != isNegative(b)
  if (limbCount(a) == 0) return negative ? -0.0 : 0.0
  const p = absolute(a)
  const q = absolute(b)
  // A quotient of 64 or 65 bits: enough to round once.
  const shift = 64 - (bitLength(p) - bitLength(q))
  if (shift < -1100) return negative ? -Infinity : Infinity
  if (shift > 1300) return negative ? -0.0 : 0.0
  const quotient = shift >= 0 ? divmodBig(shiftLeftBig(p, shift), q) : divmodBig(p, shiftLeftBig(q, -shift))
  let sticky = limbCount(remainder) > 0
  const extra = bitLength(quotient) - 64
  let top = quotient
  if (extra > 0) {
    sticky = sticky || (limb(limbsOf(quotient), 0) & 1) != 0
    top = shiftRightBig(quotient, extra)
  }
  const d = roundToFloat(load<u64>(limbsOf(top)), extra - shift, sticky)
  return negative ? -d : d
}

/** -1, 0 or 1 for x against the float d, exactly; d is not NaN. */
export function compareBigFloat(x: usize, d: f64): i32 {
  if (d == Infinity) return -1
  if (d == -Infinity) return 1
  const whole = Math.trunc(d)
  const order = compareBig(x, bigFromFloat(whole))
  return order != 0 ? order : d > whole ? -1 : d < whole ? 1 : 0
}
