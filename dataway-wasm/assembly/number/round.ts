// round() of floats and ints: correctly, half to even.
import { formatFloat, formatRoom } from './float-text.ts'
import { parseDecimal } from './float-parse.ts'
import { bigFromFloat } from './bigint-float.ts'
import { bigValue, isNegative } from './bigint.ts'
import { alloc } from '../memory/region.ts'
import { add, floorDiv, mod, mul, pow, sub } from '../ops/arithmetic.ts'
import { compare, Compare } from '../ops/compare.ts'
import { equals } from '../ops/equal.ts'
import { indexFailed, indexOf, toIndex } from '../ops/subscript.ts'
import { isKind, Kind } from '../value/object.ts'
import { addressOf, boxFloat, boxInt, ERROR, None, True, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'

/** The nearest integer, half to even. */
export function nearestEven(x: f64): f64 {
  return nearest<f64>(x)
}

export function roundFloat(x: f64, places: Value): Value {
  if (places == None) {
    if (x != x) return raise(ExcKind.ValueError, 'cannot convert float NaN to integer')
    if (x - x != 0) return raise(ExcKind.OverflowError, 'cannot convert float infinity to integer')
    const r = nearestEven(x)
    if (Math.abs(r) < 1e14) return boxInt(<i64>r)
    return bigValue(bigFromFloat(r))
  }
  const n = toIndex(places)
  if (indexFailed) return ERROR
  if (x - x != 0 || x == 0) return boxFloat(x)
  if (n > 323) return boxFloat(x)
  if (n < -308) return boxFloat(x < 0 ? -0.0 : 0.0)
  if (n >= 0) {
    const p = alloc(<usize>formatRoom(x, <i32>n))
    const size = formatFloat(x, 0x66, <i32>n, 0, p)
    const negative = load<u8>(p) == 0x2d
    const from = negative ? p + 1 : p
    const r = parseDecimal(from, p + <usize>size)
    return boxFloat(negative ? -r : r)
  }
  // Before the point: by the exact digits too, cut at the place.
  const p = alloc(<usize>formatRoom(x, 0) + 8)
  const digits = <i32>(Math.floor(Math.log10(Math.abs(x)))) + <i32>n
  if (digits < -1) return boxFloat(x < 0 ? -0.0 : 0.0)
  if (digits < 0) {
    const unit = Math.pow(10, <f64>-n)
    const r = Math.abs(x) > unit / 2 ? unit : 0
    return boxFloat(x < 0 ? -r : r)
  }
  const size = formatFloat(x, 0x65, digits, 0, p)
  const negative = load<u8>(p) == 0x2d
  const r = parseDecimal(negative ? p + 1 : p, p + <usize>size)
  return boxFloat(negative ? -r : r)
}

export function roundInt(v: Value, places: Value): Value {
  if (places == None) return v
  const big = indexOf(places)
  if (isKind(big, Kind.BIGINT)) return isNegative(addressOf(big)) ? boxInt(0) : v
  const n = toIndex(places)
  if (indexFailed) return ERROR
  if (n >= 0) return v
  if (n < -100000) return boxInt(0)
  const unit = pow(boxInt(10), boxInt(-n))
  if (unit == ERROR) return ERROR
  const rest = mod(v, unit)
  const down = sub(v, rest)
  const twice = mul(rest, boxInt(2))
  const more = compare(Compare.GT, twice, unit) == True
  const half = equals(twice, unit) == 1
  const odd = half && mod(floorDiv(down, unit), boxInt(2)) != boxInt(0)
  return more || odd ? add(down, unit) : down
}
