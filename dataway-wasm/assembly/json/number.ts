// Number texts of JSON: integers of any size, floats correctly rounded, and NaN, Infinity, -Infinity as Python reads them.
import { boxFloat, boxInt, Value } from '../value/value.ts'
import { bigValue } from '../number/bigint.ts'
import { bigFromText } from '../number/bigint-text.ts'
import { manyDigits } from '../number/digits.ts'
import { decimalToFloat, parseDecimal } from '../number/float-parse.ts'
import { smallPowerOfTen } from '../number/power-of-ten.ts'

const POWERS = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]) // prettier-ignore

/** The value of a number text that was checked when it was read; 32 bytes can be read. */
export function decodeNumber(from: usize, to: usize): Value {
  const negative = load<u8>(from) == 0x2d
  const p = negative ? from + 1 : from
  const size = <u32>(to - p)
  if (load<u8>(p) == 0x49) return boxFloat(negative ? -Infinity : Infinity)
  if (load<u8>(p) == 0x4e) return boxFloat(NaN)
  if (size > 20) return longNumber(p, to, negative)
  // Of digits and a point at most.
  const within: u32 = (1 << size) - 1
  const digits = isDigit(p) | (isDigit(p + 16) << 16)
  const others = ~digits & within
  if (others == 0) {
    if (size > 14) return longNumber(p, to, negative)
    const n = <i64>manyDigits(p, size)
    return boxInt(negative ? -n : n)
  }
  const whole = ctz(others)
  const places = size - whole - 1
  if (others & (others - 1) || load<u8>(p + <usize>whole) != 0x2e || places > 19) return exactFloat(from, to)
  const mantissa = manyDigits(p, whole) * smallPowerOfTen(places) + manyDigits(p + <usize>whole + 1, places)
  const x = mantissa >> 53 ? decimalToFloat(mantissa, -<i32>places) : <f64>mantissa / load<f64>(POWERS + (<usize>places << 3))
  return boxFloat(negative ? -x : x)
}
// @ts-ignore: decorator
@inline function isDigit(p: usize): u32 {
  return <u32>i8x16.bitmask(i8x16.le_u(i8x16.sub(v128.load(p), i8x16.splat(0x30)), i8x16.splat(9)))
}

/** An integer of many digits, or a float of more than 19. */
function longNumber(p: usize, to: usize, negative: bool): Value {
  for (let at = p; at < to; at++) if (<u32>load<u8>(at) - 48 > 9) return exactFloat(negative ? p - 1 : p, to)
  return bigValue(bigFromText(p, <i32>(to - p), 10, negative))
}

function exactFloat(from: usize, to: usize): Value {
  const negative = load<u8>(from) == 0x2d
  const x = parseDecimal(negative ? from + 1 : from, to)
  return boxFloat(negative ? -x : x)
}
