// float: the type and its methods.
import { arg } from '../bind.ts'
import { asciiDigits, truncate } from './int.ts'
import { pair } from '../../container/tuple.ts'
import { toFloat } from '../../ops/arithmetic.ts'
import { lshift } from '../../ops/bits.ts'
import { repr } from '../../ops/text.ts'
import { parseDecimal, parsedTo } from '../../number/float-parse.ts'
import { builtAddress, builtLength, newBuilder, putByte, putInteger, putText } from '../../text/builder.ts'
import { bytesLength, bytesOf, isBytesLike } from '../../text/bytes.ts'
import { asStr, builtStr, isStr, strBytes, strSize, textOf } from '../../text/str.ts'
import { isIntegral, Kind, kindOf } from '../../value/object.ts'
import { boxBool, boxFloat, boxInt, ERROR, floatOf, isFloat, NotImplemented, UNBOUND, Value } from '../../value/value.ts'
import { floatDunder, indexDunder } from '../../vm/dunder.ts'
import { plain } from '../../vm/native-self.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'
import { hexDigit } from '../../json/unescape.ts'

/// float(x=0, /)
/// A float of a number or of text.
/// >>> float(' 1_0.5 ')
/// 10.5
/// >>> float('-inf')
/// -inf
export function float(args: usize): Value {
  const x = arg(args, 0)
  if (isFloat(x)) return x
  if (isIntegral(x)) {
    const f = toFloat(x)
    return f - f != 0 ? raise(ExcKind.OverflowError, 'int too large to convert to float') : boxFloat(f)
  }
  if (isStr(x)) return floatOfText(x, strBytes(asStr(x)), strSize(asStr(x)))
  if (isBytesLike(x)) return floatOfText(x, bytesOf(x), bytesLength(x))
  if (kindOf(x) >= Kind.FUNCTION) {
    const f = floatDunder(x)
    if (f != NotImplemented) return f
    const inner = plain(x)
    const n = isIntegral(inner) ? inner : indexDunder(x)
    if (n == ERROR) return ERROR
    if (n != NotImplemented) return boxFloat(toFloat(n))
    if (isStr(inner)) return floatOfText(inner, strBytes(asStr(inner)), strSize(asStr(inner)))
  }
  return raise(ExcKind.TypeError, "float() argument must be a string or a real number, not '" + typeName(x) + "'")
}

function floatOfText(v: Value, p: usize, n: usize): Value {
  const b = asciiDigits(p, n)
  if (!b) return invalid(v)
  let at = builtAddress(b)
  const end = at + builtLength(b)
  let negative = false
  if (at < end && (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d)) negative = load<u8>(at++) == 0x2d
  const word = wordValue(at, end)
  if (word != 0) return boxFloat(negative ? -word : word)
  // Underscores stand between digits only.
  for (let q = at; q < end; q++) {
    if (load<u8>(q) != 0x5f) continue
    if (q == at || q + 1 == end || <u32>load<u8>(q - 1) - 48 > 9 || <u32>load<u8>(q + 1) - 48 > 9) return invalid(v)
  }
  const x = parseDecimal(at, end)
  if (parsedTo != end || at == end) return invalid(v)
  return boxFloat(negative ? -x : x)
}
function invalid(v: Value): Value {
  const shown = repr(v)
  return raise(ExcKind.ValueError, 'could not convert string to float: ' + (shown == ERROR ? '' : textOf(shown)))
}
function wordValue(p: usize, end: usize): f64 {
  if (isWord(p, end, 'inf') || isWord(p, end, 'infinity')) return Infinity
  return isWord(p, end, 'nan') ? NaN : 0
}
function isWord(p: usize, end: usize, word: string): bool {
  if (end - p != <usize>word.length) return false
  for (let i = 0; i < word.length; i++) if ((load<u8>(p + <usize>i) | 32) != <u8>word.charCodeAt(i)) return false
  return true
}

/// float.is_integer(self, /)
/// Whether there is nothing behind the point.
/// >>> (2.0).is_integer()
/// True
export function isInteger(args: usize): Value {
  const x = floatOf(arg(args, 0))
  return boxBool(x - x == 0 && Math.floor(x) == x)
}
/// float.as_integer_ratio(self, /)
/// Two ints whose quotient is exactly the float.
/// >>> (0.75).as_integer_ratio()
/// (3, 4)
export function asIntegerRatio(args: usize): Value {
  const x = floatOf(arg(args, 0))
  if (x != x) return raise(ExcKind.ValueError, 'cannot convert NaN to integer ratio')
  if (x - x != 0) return raise(ExcKind.OverflowError, 'cannot convert Infinity to integer ratio')
  let mantissa = x
  let shift = 0
  while (Math.floor(mantissa) != mantissa) {
    mantissa *= 2
    shift++
  }
  return pair(truncate(mantissa), lshift(boxInt(1), boxInt(shift)))
}
/// float.conjugate(self, /)
/// The float itself.
/// >>> (1.5).conjugate()
/// 1.5
export function conjugate(args: usize): Value {
  return arg(args, 0)
}
/// float.real
/// The float itself.
/// >>> (1.5).real
/// 1.5
export function real(args: usize): Value {
  return arg(args, 0)
}
/// float.imag
/// 0.0
/// >>> (1.5).imag
/// 0.0
export function imag(args: usize): Value {
  return boxFloat(0)
}
/// float.hex(self, /)
/// Hexadecimal text, exact.
/// >>> (1.5).hex()
/// '0x1.8000000000000p+0'
export function hex(args: usize): Value {
  const x = floatOf(arg(args, 0))
  if (x - x != 0) return repr(arg(args, 0))
  const bits = reinterpret<u64>(x)
  const b = newBuilder(32)
  if (bits >> 63) putByte(b, 0x2d)
  const mantissa = bits & 0x000fffffffffffff
  let exponent = <i64>((bits >> 52) & 0x7ff)
  if (exponent == 0 && mantissa == 0) {
    putText(b, '0x0.0p+0')
    return builtStr(b)
  }
  putText(b, exponent ? '0x1.' : '0x0.')
  for (let i = 12; i >= 0; i--) {
    const d = <u32>(mantissa >> (<u64>i * 4)) & 15
    putByte(b, d < 10 ? 48 + d : 87 + d)
  }
  exponent = exponent ? exponent - 1023 : -1022
  putText(b, exponent < 0 ? 'p-' : 'p+')
  putInteger(b, exponent < 0 ? -exponent : exponent)
  return builtStr(b)
}
/// float.fromhex(string, /)
/// The float of a hexadecimal text.
/// >>> float.fromhex('0x1.8p+1')
/// 3.0
export function fromhex(args: usize): Value {
  if (!isStr(arg(args, 0))) return raise(ExcKind.TypeError, 'bad argument type for built-in operation')
  const b = asciiDigits(strBytes(asStr(arg(args, 0))), strSize(asStr(arg(args, 0))))
  if (!b) return badHex()
  let p = builtAddress(b)
  const end = p + builtLength(b)
  let negative = false
  if (p < end && (load<u8>(p) == 0x2b || load<u8>(p) == 0x2d)) negative = load<u8>(p++) == 0x2d
  const word = wordValue(p, end)
  if (word != 0) return boxFloat(negative ? -word : word)
  if (p + 1 < end && load<u8>(p) == 0x30 && (load<u8>(p, 1) | 32) == 0x78) p += 2
  let x: f64 = 0
  let exponent = 0
  let digits = 0
  let dot = false
  for (; p < end; p++) {
    const c = <u32>load<u8>(p)
    if (c == 0x2e && !dot) {
      dot = true
      continue
    }
    const d = hexDigit(c)
    if (d > 15) break
    digits++
    if (x < 1e270) {
      x = x * 16 + <f64>d
      if (dot) exponent -= 4
    } else if (!dot) exponent += 4
  }
  if (!digits) return badHex()
  if (p < end && (load<u8>(p) | 32) == 0x70) {
    p++
    let minus = false
    if (p < end && (load<u8>(p) == 0x2b || load<u8>(p) == 0x2d)) minus = load<u8>(p++) == 0x2d
    let e = 0
    const start = p
    for (; p < end && <u32>load<u8>(p) - 48 <= 9; p++) e = min(e * 10 + <i32>(load<u8>(p) - 48), 100000)
    if (p == start) return badHex()
    exponent += minus ? -e : e
  }
  if (p < end) return badHex()
  while (exponent > 0 && x < Infinity) {
    x *= 2
    exponent--
  }
  while (exponent < 0 && x != 0) {
    x /= 2
    exponent++
  }
  if (x == Infinity) return raise(ExcKind.OverflowError, 'hexadecimal value too large to represent as a float')
  return boxFloat(negative ? -x : x)
}
function badHex(): Value {
  return raise(ExcKind.ValueError, 'invalid hexadecimal floating-point string')
}
