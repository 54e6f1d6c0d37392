// Number texts of JSON: integers of any size, floats correctly rounded, and NaN, Infinity, -Infinity as Python reads them.
import { boxFloat, boxInt, Value } from '../value/value.ts'
import { bigValue } from '../number/bigint.ts'
import { bigFromText } from '../number/bigint-text.ts'
import { decimalToFloat, parseDecimal } from '../number/float-parse.ts'

const POWERS = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]) // prettier-ignore

/** The value of a number text that was checked when it was read. */
export function decodeNumber(from: usize, to: usize): Value {
  let p = from
  const negative = load<u8>(p) == 0x2d
  if (negative) p++
  if (load<u8>(p) == 0x49) return boxFloat(negative ? -Infinity : Infinity)
  if (load<u8>(p) == 0x4e) return boxFloat(NaN)
  let mantissa: u64 = 0
  let digits: u32 = 0
  let fraction: u32 = 0
  let isFloat = false
  for (; p < to; p++) {
    const c = <u32>load<u8>(p)
    const d = c - 48
    if (d <= 9) {
      mantissa = mantissa * 10 + <u64>d
      digits += <u32>(mantissa != 0)
      fraction += <u32>isFloat
    } else if (c == 0x2e) isFloat = true
    else return exactFloat(from, to)
  }
  if (isFloat) {
    if (digits > 19 || fraction > 300) return exactFloat(from, to)
    if (digits > 15 || fraction > 22) {
      const y = decimalToFloat(mantissa, -<i32>fraction)
      return boxFloat(negative ? -y : y)
    }
    const x = <f64>mantissa / load<f64>(POWERS + (<usize>fraction << 3))
    return boxFloat(negative ? -x : x)
  }
  if (digits <= 14) return boxInt(negative ? -(<i64>mantissa) : <i64>mantissa)
  const start = negative ? from + 1 : from
  return bigValue(bigFromText(start, <i32>(to - start), 10, negative))
}

function exactFloat(from: usize, to: usize): Value {
  const negative = load<u8>(from) == 0x2d
  const x = parseDecimal(negative ? from + 1 : from, to)
  return boxFloat(negative ? -x : x)
}
