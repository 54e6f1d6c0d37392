// int: the type and its methods.
import { arg } from '../bind.ts'
import { pair } from '../../container/tuple.ts'
import { isNumber } from '../../ops/arithmetic.ts'
import { truth } from '../../ops/truth.ts'
import { charge, reserve } from '../../memory/limits.ts'
import { bigOf, bigValue, bitLength as bitsOf, isNegative } from '../../number/bigint.ts'
import { bigFromBytes, bigToBytes, bitCount as onesOf } from '../../number/bigint-bits.ts'
import { bigFromFloat } from '../../number/bigint-float.ts'
import { bigFromText, digitValue, MAX_DECIMAL_DIGITS } from '../../number/bigint-text.ts'
import { bytesLength, bytesOf, extendByteArray, isBytesLike, roomForBytes, newBytes } from '../../text/bytes.ts'
import { builtAddress, builtLength, newBuilder, putByte } from '../../text/builder.ts'
import { asStr, byteOffset, isStr, sliceOfStr, strBytes, strLength, strSize, textOf, strConst } from '../../text/str.ts'
import { codePointAt, widthOf } from '../../text/utf8.ts'
import { decimalValue, is, SPACE } from '../../text/unicode.ts'
import { Kind, kindOf } from '../../value/object.ts'
import { boxBool, boxHeap, boxInt, ERROR, floatOf, intOf, isBool, isFloat, isInt, None, NotImplemented, UNBOUND, Value } from '../../value/value.ts'
import { indexDunder, intDunder, optionalMethod } from '../../vm/dunder.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'
import { toIndex, indexFailed, indexOf } from '../../ops/subscript.ts'
import { repr } from '../../ops/text.ts'
import { plain } from '../../vm/native-self.ts'
import { setBuiltLength } from '../../text/builder.ts'

/// int(x=..., /, base=...)
/// An integer of a number (cut towards zero) or of text in a base from 2 to 36.
/// >>> int('-12')
/// -12
/// >>> int('ff', 16)
/// 255
/// >>> int(-3.9)
/// -3
export function int(args: usize): Value {
  const x = arg(args, 0)
  const base = arg(args, 1)
  if (x == UNBOUND) {
    return base == UNBOUND ? boxInt(0) : raise(ExcKind.TypeError, 'int() missing string argument')
  }
  if (base != UNBOUND) {
    const index = indexOf(base)
    if (index == ERROR) return ERROR
    if (index == NotImplemented) return raise(ExcKind.TypeError, "'" + typeName(base) + "' object cannot be interpreted as an integer")
    // Of any size: a base can be wrong, not too large.
    const radix = isInt(index) ? intOf(index) : -1
    if (radix != 0 && (radix < 2 || radix > 36)) return raise(ExcKind.ValueError, 'int() base must be >= 2 and <= 36, or 0')
    if (isStr(x)) return intOfText(x, strBytes(asStr(x)), strSize(asStr(x)), <u32>radix)
    if (isBytesLike(x)) return intOfText(x, bytesOf(x), bytesLength(x), <u32>radix)
    return raise(ExcKind.TypeError, "int() can't convert non-string with explicit base")
  }
  return toInt(x)
}

/** What int(x) gives; ERROR. */
export function toInt(x: Value): Value {
  if (isInt(x)) return x
  if (isBool(x)) return boxInt(<i64>(x & 1))
  if (isFloat(x)) return truncate(floatOf(x))
  const kind = kindOf(x)
  if (kind == Kind.BIGINT) return x
  if (kind == Kind.STR) return intOfText(x, strBytes(asStr(x)), strSize(asStr(x)), 10)
  if (kind == Kind.BYTES || kind == Kind.BYTEARRAY) return intOfText(x, bytesOf(x), bytesLength(x), 10)
  if (kind >= Kind.FUNCTION) {
    const n = intDunder(x)
    if (n != NotImplemented) return n
    const i = indexDunder(x)
    if (i != NotImplemented) return i
    const t = optionalMethod(x, strConst('__trunc__'))
    if (t == ERROR) return ERROR
    if (t != UNBOUND) {
      const whole = intDunder(t)
      if (whole != NotImplemented) return whole
      const index = indexDunder(t)
      return index == NotImplemented ? raise(ExcKind.TypeError, '__trunc__ returned non-Integral (type ' + typeName(t) + ')') : index
    }
    const inner = plain(x)
    if (inner != x) return toInt(inner)
  }
  return raise(ExcKind.TypeError, "int() argument must be a string, a bytes-like object or a real number, not '" + typeName(x) + "'")
}

/** The integer part of a float; ERROR for nan and inf. */
export function truncate(x: f64): Value {
  if (x != x) return raise(ExcKind.ValueError, 'cannot convert float NaN to integer')
  if (x - x != 0) return raise(ExcKind.OverflowError, 'cannot convert float infinity to integer')
  if (Math.abs(x) < 1e14) return boxInt(<i64>x)
  return bigValue(bigFromFloat(x))
}

function invalid(v: Value, radix: u32): Value {
  let shown = repr(kindOf(v) == Kind.BYTEARRAY ? newBytes(bytesOf(v), bytesLength(v)) : v)
  if (shown != ERROR && strLength(asStr(shown)) > 200) shown = sliceOfStr(asStr(shown), 0, byteOffset(asStr(shown), 200))
  return raise(ExcKind.ValueError, 'invalid literal for int() with base ' + radix.toString() + ': ' + (shown == ERROR ? '' : textOf(shown)))
}

/** Text as an integer: white space around it, a sign, a prefix, single underscores between digits. */
function intOfText(v: Value, p: usize, n: usize, radix: u32): Value {
  const given = radix
  const plainText = asciiDigits(p, n)
  if (!plainText) return invalid(v, given)
  let at = builtAddress(plainText)
  let end = at + builtLength(plainText)
  let negative = false
  if (at < end && (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d)) negative = load<u8>(at++) == 0x2d
  if (at + 1 < end && load<u8>(at) == 0x30) {
    const letter = <u32>load<u8>(at, 1) | 32
    const wanted: u32 = letter == 0x78 ? 16 : letter == 0x6f ? 8 : letter == 0x62 ? 2 : 0
    if (wanted && (radix == 0 || radix == wanted)) {
      radix = wanted
      at += 2
      if (at < end && load<u8>(at) == 0x5f) at++
    }
  }
  if (radix == 0) {
    radix = 10
    // A leading zero would be an octal of old.
    if (at < end && load<u8>(at) == 0x30) for (let q = at; q < end; q++) if (load<u8>(q) != 0x30 && load<u8>(q) != 0x5f) return invalid(v, given)
  }
  if (at >= end) return invalid(v, given)
  let digits = 0
  let before: u32 = 0x5f
  for (let q = at; q < end; q++) {
    const c = <u32>load<u8>(q)
    if (c == 0x5f) {
      if (before == 0x5f) return invalid(v, given)
    } else {
      if (digitValue(c) >= radix) return invalid(v, given)
      digits++
    }
    before = c
  }
  if (before == 0x5f) return invalid(v, given)
  if (radix & (radix - 1) && digits > MAX_DECIMAL_DIGITS) {
    return raise(ExcKind.ValueError, 'Exceeds the limit (4300 digits) for integer string conversion: value has ' + digits.toString() + ' digits; use sys.set_int_max_str_digits() to increase the limit')
  }
  if (!charge(<i64>digits)) return ERROR
  return bigValue(bigFromText(at, <i32>(end - at), radix, negative))
}

/** A copy without white space around it, digits of any script as ASCII; 0 when there is another character outside ASCII. */
export function asciiDigits(p: usize, n: usize): usize {
  const end = p + n
  const b = newBuilder(n + 1)
  let stop: usize = 0
  let started = false
  while (p < end) {
    const c = codePointAt(p)
    p += widthOf(load<u8>(p))
    if (isSpace(c)) {
      if (started) putByte(b, 0x20)
      continue
    }
    started = true
    if (c < 128) putByte(b, c)
    else {
      const d = decimalValue(c)
      if (d < 0) return 0
      putByte(b, 48 + d)
    }
    stop = builtLength(b)
  }
  setBuiltLength(b, stop)
  return b
}
function isSpace(c: u32): bool {
  return c == 0x20 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) || (c >= 128 && is(c, SPACE))
}

/// int.bit_length(self, /)
/// Bits of the value without its sign.
/// >>> (37).bit_length()
/// 6
export function bitLength(args: usize): Value {
  const v = number(arg(args, 0))
  if (isInt(v)) return boxInt(64 - clz(<u64>(intOf(v) < 0 ? -intOf(v) : intOf(v))))
  return boxInt(bitsOf(bigOf(v)))
}
function number(v: Value): Value {
  return isBool(v) ? boxInt(<i64>(v & 1)) : v
}
/// int.bit_count(self, /)
/// Ones in the binary text of the absolute value.
/// >>> (13).bit_count()
/// 3
export function bitCount(args: usize): Value {
  return boxInt(onesOf(bigOf(number(arg(args, 0)))))
}
/// int.conjugate(self, /)
/// The int itself.
/// >>> (5).conjugate()
/// 5
export function conjugate(args: usize): Value {
  return number(arg(args, 0))
}
/// int.as_integer_ratio(self, /)
/// The int and 1.
/// >>> (10).as_integer_ratio()
/// (10, 1)
export function asIntegerRatio(args: usize): Value {
  return pair(number(arg(args, 0)), boxInt(1))
}
/// int.real
/// The int itself.
/// >>> (5).real
/// 5
export function real(args: usize): Value {
  return number(arg(args, 0))
}
/// int.imag
/// 0
/// >>> (5).imag
/// 0
export function imag(args: usize): Value {
  return boxInt(0)
}
/// int.numerator
/// The int itself.
/// >>> (5).numerator
/// 5
export function numerator(args: usize): Value {
  return number(arg(args, 0))
}
/// int.denominator
/// 1
/// >>> (5).denominator
/// 1
export function denominator(args: usize): Value {
  return boxInt(1)
}

function littleEndian(order: Value): i32 {
  if (!isStr(order)) {
    raise(ExcKind.TypeError, "to_bytes() argument 'byteorder' must be str, not " + typeName(order))
    return -1
  }
  const name = textOf(order)
  if (name == 'little') return 1
  if (name == 'big') return 0
  raise(ExcKind.ValueError, "byteorder must be either 'little' or 'big'")
  return -1
}
/// int.to_bytes(self, /, length=1, byteorder='big', *, signed=False)
/// The value as so many bytes.
/// >>> (1024).to_bytes(2, 'big')
/// b'\x04\x00'
export function toBytes(args: usize): Value {
  const x = bigOf(number(arg(args, 0)))
  const n = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  if (n < 0) return raise(ExcKind.ValueError, 'length argument must be non-negative')
  const little = littleEndian(arg(args, 2))
  if (little < 0) return ERROR
  const signed = truth(arg(args, 3))
  if (signed < 0) return ERROR
  if (n > 65536 && !reserve(n)) return ERROR
  if (!signed && isNegative(x)) return raise(ExcKind.OverflowError, "can't convert negative int to unsigned")
  const b = roomForBytes(Kind.BYTES, <u32>n)
  if (!bigToBytes(x, <usize>load<u32>(b, 12), <i32>n, little == 1, signed == 1)) return raise(ExcKind.OverflowError, 'int too big to convert')
  return boxHeap(b)
}
/// int.from_bytes(bytes, byteorder='big', *, signed=False)
/// The integer that bytes stand for.
/// >>> int.from_bytes(b'\x01\x00', 'big')
/// 256
export function fromBytes(args: usize): Value {
  let v = arg(args, 0)
  if (!isBytesLike(v)) {
    const b = boxHeap(roomForBytes(Kind.BYTEARRAY, 0))
    const made = kindOf(v) >= Kind.FUNCTION ? optionalMethod(v, strConst('__bytes__')) : UNBOUND
    if (made != UNBOUND) v = made
    if (made == ERROR) return ERROR
    if (isStr(v) || isNumber(v) || v == None) return raise(ExcKind.TypeError, "cannot convert '" + typeName(v) + "' object to bytes")
    if (!isBytesLike(v) && !extendByteArray(b, v, 'bytes')) return ERROR
    if (!isBytesLike(v)) v = b
  }
  const little = littleEndian(arg(args, 1))
  if (little < 0) return ERROR
  const signed = truth(arg(args, 2))
  if (signed < 0) return ERROR
  return bigValue(bigFromBytes(bytesOf(v), <i32>bytesLength(v), little == 1, signed == 1))
}

/// bool(x=False, /)
/// Whether a value counts as true.
/// >>> bool([0])
/// True
export function bool_(args: usize): Value {
  const t = truth(arg(args, 0))
  return t < 0 ? ERROR : boxBool(t == 1)
}
