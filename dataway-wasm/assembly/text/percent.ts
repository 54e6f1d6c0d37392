// The % operator of str, bytes and bytearray.
import { plain } from '../vm/native-self.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { dictGet } from '../container/dict.ts'
import { bigFromFloat } from '../number/bigint-float.ts'
import { bigOf, bigValue, isNegative } from '../number/bigint.ts'
import { bigToText, textRoom, tooManyDigits } from '../number/bigint-text.ts'
import { putFormattedFloat } from '../number/format.ts'
import { reserve } from '../memory/limits.ts'
import { alloc } from '../memory/region.ts'
import { ascii, putStr, repr, str } from '../ops/text.ts'
import { isNumber, toFloat } from '../ops/arithmetic.ts'
import { getItem, indexOf } from '../ops/subscript.ts'
import { isIntegral, isKind, Kind, kindOf } from '../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, floatOf, intOf, isBool, isFloat, isHeap, isInt, NotImplemented, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, pendingIs, raise, takePending } from '../vm/raise.ts'
import { floatDunder, hasSequenceItems, intDunder, optionalMethod } from '../vm/dunder.ts'
import { typeName } from '../vm/type.ts'
import { builtAddress, builtLength, encodeCodePoint, newBuilder, putByte, putBytes } from './builder.ts'
import { bytesLength, bytesOf, isBytesLike, newBytesOf } from './bytes.ts'
import * as spec from './format-spec.ts'
import { asStr, builtStr, isStr, newStr, strBytes, strConst, strLength, strSize, byteOffset } from './str.ts'
import { codePointAt, widthOf } from './utf8.ts'

let args: Value = 0
let isTupleArgs: bool = false
let used: u32 = 0
let asBytes: bool = false

/** `format % arguments`; ERROR. */
export function percentFormat(format: Value, given: Value): Value {
  const kind = kindOf(format)
  asBytes = kind != Kind.STR
  const from = asBytes ? bytesOf(format) : strBytes(asStr(format))
  const size = asBytes ? <usize>bytesLength(format) : strSize(asStr(format))
  if (!isKind(given, Kind.TUPLE) && isKind(plain(given), Kind.TUPLE)) given = plain(given)
  args = given
  isTupleArgs = isKind(given, Kind.TUPLE)
  used = 0
  const isMapping = !isTupleArgs && !isStr(given) && looksLikeMapping(given)
  const b = newBuilder(size + 32)
  let p = from
  const end = from + size
  let named = false
  while (p < end) {
    const c = load<u8>(p)
    if (c != 0x25) {
      const start = p
      while (p < end && load<u8>(p) != 0x25) p++
      putBytes(b, start, p - start)
      continue
    }
    p++
    let item: Value = UNBOUND
    const keptArgs = args
    const keptTuple = isTupleArgs
    if (p < end && load<u8>(p) == 0x28) {
      const start = ++p
      let depth = 1
      while (p < end) {
        if (load<u8>(p) == 0x28) depth++
        else if (load<u8>(p) == 0x29 && --depth == 0) break
        p++
      }
      if (p >= end) return raise(ExcKind.ValueError, 'incomplete format key')
      if (!isMapping) return raise(ExcKind.TypeError, 'format requires a mapping')
      const key = asBytes ? newBytesOf(Kind.BYTES, start, p - start) : newStr(start, p - start)
      item = getItem(given, key)
      if (item == ERROR) return ERROR
      named = true
      p++
    }
    let left = false
    let sign: u32 = 0
    let alternate = false
    let zero = false
    for (; p < end; p++) {
      const f = load<u8>(p)
      if (f == 0x2d) left = true
      else if (f == 0x2b) sign = 0x2b
      else if (f == 0x20) {
        if (!sign) sign = 0x20
      } else if (f == 0x23) alternate = true
      else if (f == 0x30) zero = true
      else break
    }
    let width: i64 = -1
    if (p < end && load<u8>(p) == 0x2a) {
      p++
      const v = starArgument(true)
      if (v == ERROR) return ERROR
      width = intOf(v)
      if (width < 0) {
        left = true
        width = -width
      }
    } else {
      for (; p < end && <u32>load<u8>(p) - 48 <= 9; p++) {
        width = (width < 0 ? 0 : width) * 10 + <i64>(load<u8>(p) - 48)
        if (width > 0x0ccccccccccccccc) return raise(ExcKind.ValueError, 'width too big')
      }
    }
    let precision: i64 = -1
    if (p < end && load<u8>(p) == 0x2e) {
      p++
      precision = 0
      if (p < end && load<u8>(p) == 0x2a) {
        p++
        const v = starArgument(false)
        if (v == ERROR) return ERROR
        precision = max<i64>(intOf(v), 0)
      } else {
        for (; p < end && <u32>load<u8>(p) - 48 <= 9; p++) {
          precision = precision * 10 + <i64>(load<u8>(p) - 48)
          if (precision > 0x7fffffff) return raise(ExcKind.ValueError, asBytes ? 'prec too big' : 'precision too big')
        }
      }
    }
    if (p < end && (load<u8>(p) == 0x6c || load<u8>(p) == 0x68 || load<u8>(p) == 0x4c)) p++
    if (p >= end) return raise(ExcKind.ValueError, 'incomplete format')
    const at = p
    const type = asBytes ? <u32>load<u8>(p) : codePointAt(p)
    p += asBytes ? 1 : widthOf(load<u8>(p))
    if (type == 0x25 && load<u8>(at - 1) == 0x25) {
      putByte(b, 0x25)
      continue
    }
    if (item == UNBOUND) {
      item = nextArgument()
      if (item == ERROR) return ERROR
    }
    if (!isKnown(type)) {
      const index = asBytes ? <u32>(at - from) : strLength(addressOf(newStr(from, at - from)))
      return raise(ExcKind.ValueError, "unsupported format character '" + String.fromCodePoint(type) + "' (0x" + type.toString(16) + ') at index ' + index.toString())
    }
    if (width > 0x7fffffff) return raise(ExcKind.MemoryError, '')
    // What is converted may itself use % (a __str__ of a script).
    const keptUsed = used
    const keptBytes = asBytes
    const ok = putItem(b, item, type, left, sign, alternate, zero, <i32>width, <i32>precision)
    args = keptArgs
    isTupleArgs = keptTuple
    used = keptUsed
    asBytes = keptBytes
    if (!ok) return ERROR
  }
  const all = isTupleArgs ? tupleLength(addressOf(given)) : 1
  if (isTupleArgs ? used < all : used == 0 && !isMapping) {
    return raise(ExcKind.TypeError, 'not all arguments converted during ' + (asBytes ? 'bytes' : 'string') + ' formatting')
  }
  return asBytes ? newBytesOf(kind, builtAddress(b), builtLength(b)) : builtStr(b)
}

function looksLikeMapping(v: Value): bool {
  const kind = kindOf(plain(v))
  if (kind == Kind.DICT || kind == Kind.LIST || kind == Kind.MULTIMAP || kind == Kind.ENTITY || kind == Kind.RANGE) return true
  if (kind == Kind.BYTES || kind == Kind.BYTEARRAY) return !asBytes
  return kind == Kind.INSTANCE && hasSequenceItems(v)
}
function isKnown(c: u32): bool {
  if (asBytes && c == 0x62) return true
  return c == 0x64 || c == 0x69 || c == 0x75 || c == 0x6f || c == 0x78 || c == 0x58 || c == 0x65 || c == 0x45 || c == 0x66 || c == 0x46 ||
    c == 0x67 || c == 0x47 || c == 0x63 || c == 0x72 || c == 0x73 || c == 0x61 // prettier-ignore
}

/** Width or precision given by `*`. */
function starArgument(isWidth: bool): Value {
  const v = nextArgument()
  if (v == ERROR || isBool(v) || (isInt(v) && intOf(v) == <i64>(<i32>intOf(v)))) return isBool(v) ? boxInt(<i64>(v & 1)) : v
  if (isIntegral(v)) return raise(ExcKind.OverflowError, 'Python int too large to convert to C ' + (isWidth ? 'ssize_t' : 'int'))
  return raise(ExcKind.TypeError, '* wants int')
}
function nextArgument(): Value {
  if (isTupleArgs) {
    if (used < tupleLength(addressOf(args))) return tupleAt(addressOf(args), used++)
  } else if (used == 0) {
    used = 1
    return args
  }
  return raise(ExcKind.TypeError, 'not enough arguments for format string')
}

function putItem(b: usize, v: Value, type: u32, left: bool, sign: u32, alternate: bool, zero: bool, width: i32, precision: i32): bool {
  const letter = String.fromCodePoint(type)
  switch (type) {
    case 0x73: // s
    case 0x72: // r
    case 0x61: // a
    case 0x62: {
      // b
      if (asBytes && (type == 0x73 || type == 0x62)) return putBytesItem(b, v, left, width, precision)
      const text = type == 0x73 ? str(v) : type == 0x72 && !asBytes ? repr(v) : ascii(v)
      if (text == ERROR) return false
      const s = asStr(text)
      const n = precision >= 0 && <u32>precision < strLength(s) ? byteOffset(s, <u32>precision) : strSize(s)
      spec.setSpec(0x20, left ? 0x3c : 0x3e, 0, false, width, -1, 0)
      return spec.putPadded(b, strBytes(s), n, 0x3e)
    }
    case 0x63:
      return putCharacter(b, v, left, width)
    case 0x65:
    case 0x45:
    case 0x66:
    case 0x46:
    case 0x67:
    case 0x47: {
      let x: f64
      if (isNumber(v)) {
        x = toFloat(v)
        if (x - x != 0 && !isFloat(v)) {
          raise(ExcKind.OverflowError, 'int too large to convert to float')
          return false
        }
      } else {
        const f = kindOf(v) >= Kind.FUNCTION ? floatDunder(v) : NotImplemented
        if (f == ERROR) return false
        if (f == NotImplemented) {
          if (asBytes) raise(ExcKind.TypeError, 'float argument required, not ' + typeName(v))
          else raise(ExcKind.TypeError, 'must be real number, not ' + typeName(v))
          return false
        }
        x = floatOf(f)
      }
      spec.setSpec(zero && !left ? 0x30 : 0x20, left ? 0x3c : zero ? 0x3d : 0x3e, sign, alternate, width, precision, type)
      return putFormattedFloat(b, x, v)
    }
    default:
      return putInt(b, v, type, letter, left, sign, alternate, zero, width, precision)
  }
}

function putInt(b: usize, v: Value, type: u32, letter: string, left: bool, sign: u32, alternate: bool, zero: bool, width: i32, precision: i32): bool {
  const decimal = type == 0x64 || type == 0x69 || type == 0x75
  let n = v
  if (isFloat(v) && decimal) {
    const x = floatOf(v)
    if (x != x) return spec.wrong('cannot convert float NaN to integer')
    if (x - x != 0) {
      raise(ExcKind.OverflowError, 'cannot convert float infinity to integer')
      return false
    }
    n = bigValue(bigFromFloat(x))
  } else if (!isIntegral(v)) {
    n = kindOf(v) >= Kind.FUNCTION ? (decimal ? intDunder(v) : indexOf(v)) : NotImplemented
    if (n == ERROR && pendingIs(ExcKind.TypeError)) {
      takePending()
      n = NotImplemented
    }
    if (n == ERROR) return false
    if (n == NotImplemented) {
      raise(ExcKind.TypeError, '%' + letter + ' format: ' + (decimal ? 'a real number' : 'an integer') + ' is required, not ' + typeName(v))
      return false
    }
  }
  if (isBool(n)) n = boxInt(<i64>(n & 1))
  const x = bigOf(n)
  const radix: u32 = type == 0x6f ? 8 : type == 0x78 || type == 0x58 ? 16 : 10
  if (radix == 10 && tooManyDigits(x)) return spec.wrong('Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit')
  const room = <usize>textRoom(x, radix)
  const least = <usize>max(precision, 0)
  if (room + least > 65536 && !reserve(room + least)) return false
  const p = alloc(room + least)
  let digits = <usize>bigToText(x, radix, p + least)
  let from = p + least
  const negative = isNegative(x)
  if (negative) {
    from++
    digits--
  }
  if (type == 0x58) for (let i: usize = 0; i < digits; i++) if (load<u8>(from + i) >= 0x61) store<u8>(from + i, load<u8>(from + i) - 32)
  while (digits < least) {
    store<u8>(--from, 0x30)
    digits++
  }
  spec.setSpec(zero && !left ? 0x30 : 0x20, left ? 0x3c : zero ? 0x3d : 0x3e, sign, alternate, width, -1, type)
  return spec.putNumber(b, negative ? 0x2d : sign, alternate && radix != 10 ? type : 0, from, digits, 0, 0, 3)
}

function putCharacter(b: usize, v: Value, left: bool, width: i32): bool {
  spec.setSpec(0x20, left ? 0x3c : 0x3e, 0, false, width, -1, 0)
  const p = alloc(8)
  if (isIntegral(v)) {
    const n = isInt(v) ? intOf(v) : isBool(v) ? <i64>(v & 1) : -1
    if (asBytes) {
      if (n < 0 || n > 255) {
        raise(ExcKind.OverflowError, '%c arg not in range(256)')
        return false
      }
      store<u8>(p, <u8>n)
      return putRaw(b, p, 1, left, width)
    }
    if (n < 0 || n > 0x10ffff) {
      raise(ExcKind.OverflowError, '%c arg not in range(0x110000)')
      return false
    }
    return spec.putPadded(b, p, encodeCodePoint(p, <u32>n), 0x3e)
  }
  if (!asBytes && isStr(v) && strLength(asStr(v)) == 1) return spec.putPadded(b, strBytes(asStr(v)), strSize(asStr(v)), 0x3e)
  if (asBytes && isBytesLike(v) && bytesLength(v) == 1) return putRaw(b, bytesOf(v), 1, left, width)
  raise(ExcKind.TypeError, asBytes ? '%c requires an integer in range(256) or a single byte' : '%c requires int or char')
  return false
}

function putBytesItem(b: usize, v: Value, left: bool, width: i32, precision: i32): bool {
  if (!isBytesLike(v)) {
    const made = kindOf(v) >= Kind.FUNCTION ? optionalMethod(v, strConst('__bytes__')) : UNBOUND
    if (made == ERROR) return false
    if (made == UNBOUND || !isBytesLike(made)) {
      raise(ExcKind.TypeError, "%b requires a bytes-like object, or an object that implements __bytes__, not '" + typeName(v) + "'")
      return false
    }
    v = made
  }
  const n = precision >= 0 && <u32>precision < bytesLength(v) ? <usize>precision : <usize>bytesLength(v)
  return putRaw(b, bytesOf(v), n, left, width)
}
function putRaw(b: usize, p: usize, n: usize, left: bool, width: i32): bool {
  const missing = max(width - <i32>n, 0)
  if (!spec.reserveFill(missing)) return false
  if (!left) spec.putRepeated(b, 0x20, missing)
  putBytes(b, p, n)
  if (left) spec.putRepeated(b, 0x20, missing)
  return true
}
