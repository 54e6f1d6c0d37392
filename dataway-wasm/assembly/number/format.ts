// Integers and floats by a format specification (text/format-spec.ts holds what it says).
import { bigOf, fitsI64, isNegative } from './bigint.ts'
import { bigToText, textRoom, tooManyDigits } from './bigint-text.ts'
import { ADD_POINT_ZERO, ALTERNATE, formatFloat, formatRoom, UPPER } from './float-text.ts'
import { reserve } from '../memory/limits.ts'
import { alloc } from '../memory/region.ts'
import * as spec from '../text/format-spec.ts'
import { encodeCodePoint } from '../text/builder.ts'
import { toFloat } from '../ops/arithmetic.ts'
import { addressOf, boxInt, intOf, isBool, isInt, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'

/** An int or bool into a builder. False with a fault pending. */
export function putFormattedInt(b: usize, v: Value): bool {
  const given = v
  if (isBool(v)) v = boxInt(<i64>(v & 1))
  const type = spec.type
  if (type == 0x65 || type == 0x66 || type == 0x67 || type == 0x45 || type == 0x46 || type == 0x47 || type == 0x25) {
    const x = toFloat(v)
    if (x - x != 0) {
      raise(ExcKind.OverflowError, 'int too large to convert to float')
      return false
    }
    return putFormattedFloat(b, x, v)
  }
  if (type != 0 && type != 0x64 && type != 0x6e && type != 0x62 && type != 0x6f && type != 0x78 && type != 0x58 && type != 0x63) return spec.unknownType(given)
  if (spec.precision >= 0) return spec.wrong('Precision not allowed in integer format specifier')
  if (spec.zeroNegative) return spec.wrong('Negative zero coercion (z) not allowed in integer format specifier')
  if (type == 0x63) return putCharacter(b, v)
  const radix: u32 = type == 0x62 ? 2 : type == 0x6f ? 8 : type == 0x78 || type == 0x58 ? 16 : 10
  const x = bigOf(v)
  if (radix == 10 && tooManyDigits(x)) return spec.wrong('Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit')
  const room = <usize>textRoom(x, radix)
  if (room > 65536 && !reserve(room)) return false
  const p = alloc(room)
  let n = <usize>bigToText(x, radix, p)
  let from = p
  const negative = isNegative(x)
  if (negative) {
    from++
    n--
  }
  if (type == 0x58) for (let i: usize = 0; i < n; i++) if (load<u8>(from + i) >= 0x61) store<u8>(from + i, load<u8>(from + i) - 32)
  return spec.putNumber(b, signFor(negative), spec.alternate && radix != 10 ? type : 0, from, n, 0, 0, radix == 10 ? 3 : 4)
}
function signFor(negative: bool): u32 {
  return negative ? 0x2d : spec.sign == 0x2b || spec.sign == 0x20 ? spec.sign : 0
}

function putCharacter(b: usize, v: Value): bool {
  if (spec.sign) return spec.wrong("Sign not allowed with integer format specifier 'c'")
  if (spec.alternate) return spec.wrong("Alternate form (#) not allowed with integer format specifier 'c'")
  const n = isInt(v) ? intOf(v) : -1
  if (n < 0 || n > 0x10ffff) {
    raise(ExcKind.OverflowError, isInt(v) || fitsI64(addressOf(v)) ? '%c arg not in range(0x110000)' : 'Python int too large to convert to C long')
    return false
  }
  const p = alloc(8)
  return spec.putPadded(b, p, encodeCodePoint(p, <u32>n), 0x3e)
}

/** A float into a builder; `v` is what messages speak of. False with a fault pending. */
export function putFormattedFloat(b: usize, x: f64, v: Value): bool {
  let type = spec.type
  let flags = spec.alternate ? ALTERNATE : 0
  let precision = spec.precision
  let percent = false
  if (type == 0x6e) {
    if (spec.grouping) return spec.cannotGroup()
    type = 0x67
  } else if (type == 0x25) {
    type = 0x66
    x *= 100
    percent = true
  } else if (type == 0) {
    flags |= ADD_POINT_ZERO
    if (precision < 0) type = 0x72
    else type = 0x67
  }
  if (type < 0x5b && type != 0x72) {
    flags |= UPPER
    type |= 0x20
  }
  if (type != 0x65 && type != 0x66 && type != 0x67 && type != 0x72) return spec.unknownType(v)
  if (precision < 0) precision = 6
  if (precision > 1 << 20 && !reserve(<u64>precision)) return false
  const p = alloc(<usize>formatRoom(x, precision) + 8)
  let n = <usize>formatFloat(x, type, precision, flags, p)
  let from = p
  let negative = load<u8>(p) == 0x2d
  if (negative) {
    from++
    n--
  }
  if (negative && spec.zeroNegative && isZeroText(from, n)) negative = false
  if (percent) {
    store<u8>(from + n, 0x25)
    n++
  }
  let whole: usize = 0
  while (whole < n && <u32>load<u8>(from + whole) - 48 <= 9) whole++
  if (whole == 0) {
    // nan and inf are padded, never grouped.
    const kept = spec.grouping
    spec.forgetGrouping()
    const ok = spec.putNumber(b, signFor(negative), 0, from, n, 0, 0, 3)
    spec.setGrouping(kept)
    return ok
  }
  return spec.putNumber(b, signFor(negative), 0, from, whole, from + whole, n - whole, 3)
}
function isZeroText(p: usize, n: usize): bool {
  for (let i: usize = 0; i < n; i++) {
    const c = <u32>load<u8>(p + i)
    if (c - 49 <= 8) return false
    if ((c | 32) == 0x65) return true
  }
  return true
}
