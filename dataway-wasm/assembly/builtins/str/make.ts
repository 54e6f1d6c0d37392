// Making str and bytes: the types themselves, encoding, translation tables, joining formats.
import { isIterableKind, iter } from '../../ops/iterate.ts'
import { arg } from '../bind.ts'
import { likeWhole, spanSize, spanStart } from './span.ts'
import { dictGet, dictSet, newDict, isDict, asDict } from '../../container/dict.ts'
import { entriesUsed, entryAt, entryKey, entryValue } from '../../container/table.ts'
import { charge, reserve } from '../../memory/limits.ts'
import { bigOf, fitsI64, toI64 } from '../../number/bigint.ts'
import { getItem, indexFailed, indexOf, length, toIndex } from '../../ops/subscript.ts'
import { str as strOfValue } from '../../ops/text.ts'
import { decode as decodeBytes, encode as encodeText } from '../../text/codec.ts'
import { putBrace } from '../../text/brace-format.ts'
import { isAsciiStr, asStr, builtStr, emptyStr, isStr, strBytes, strConst, strLength, strSize } from '../../text/str.ts'
import { builtAddress, builtLength, newBuilder, putByte, putBytes, putCodePoint } from '../../text/builder.ts'
import { bytesLength, bytesOf, extendByteArray, isBytesLike, newBytes, newBytesOf, roomForBytes } from '../../text/bytes.ts'
import { codePointAt, widthOf } from '../../text/utf8.ts'
import { hexDigit } from '../../json/unescape.ts'
import { isIntegral, Kind, kindOf } from '../../value/object.ts'
import { boxHeap, boxInt, ERROR, intOf, isBool, isInt, None, NotImplemented, UNBOUND, Value } from '../../value/value.ts'
import { optionalMethod } from '../../vm/dunder.ts'
import { ExcKind, pendingIs, raise, takePending } from '../../vm/raise.ts'
import { argumentName } from '../argument-name.ts'
import { typeName } from '../../vm/type.ts'

/// str(object=..., encoding=..., errors=...)
/// The text of a value; of bytes in an encoding.
/// >>> str(1.0)
/// '1.0'
/// >>> str(b'\xc3\xa4', 'utf-8')
/// 'ä'
export function str(args: usize): Value {
  const v = arg(args, 0)
  const encoding = arg(args, 1)
  const errors = arg(args, 2)
  if (v == UNBOUND) return emptyStr()
  if (encoding == UNBOUND && errors == UNBOUND) return strOfValue(v)
  if (encoding != UNBOUND && !isStr(encoding)) return raise(ExcKind.TypeError, "str() argument 'encoding' must be str, not " + argumentName(encoding))
  if (errors != UNBOUND && !isStr(errors)) return raise(ExcKind.TypeError, "str() argument 'errors' must be str, not " + argumentName(errors))
  if (isStr(v)) return raise(ExcKind.TypeError, 'decoding str is not supported')
  if (!isBytesLike(v)) return raise(ExcKind.TypeError, "decoding to str: need a bytes-like object, " + typeName(v) + ' found')
  return decodeBytes(bytesOf(v), bytesLength(v), encoding, errors)
}

/// str.encode(self, /, encoding='utf-8', errors='strict')
/// The text as bytes.
/// >>> 'ä'.encode()
/// b'\xc3\xa4'
export function encode(args: usize): Value {
  const encoding = arg(args, 1)
  const errors = arg(args, 2)
  if (!isStr(encoding)) return raise(ExcKind.TypeError, "encode() argument 'encoding' must be str, not " + argumentName(encoding))
  if (!isStr(errors)) return raise(ExcKind.TypeError, "encode() argument 'errors' must be str, not " + typeName(errors))
  return encodeText(arg(args, 0), encoding, errors)
}
/// bytes.decode(self, /, encoding='utf-8', errors='strict')
/// bytearray.decode(self, /, encoding='utf-8', errors='strict')
/// The bytes as text.
/// >>> b'\xc3\xa4'.decode()
/// 'ä'
/// >>> b'\xff'.decode('ascii', 'replace')
/// '�'
export function decode(args: usize): Value {
  const encoding = arg(args, 1)
  const errors = arg(args, 2)
  if (!isStr(encoding)) return raise(ExcKind.TypeError, "decode() argument 'encoding' must be str, not " + argumentName(encoding))
  if (!isStr(errors)) return raise(ExcKind.TypeError, "decode() argument 'errors' must be str, not " + typeName(errors))
  return decodeBytes(bytesOf(arg(args, 0)), bytesLength(arg(args, 0)), encoding, errors)
}

function makeBytes(args: usize, kind: Kind): Value {
  const v = arg(args, 0)
  const encoding = arg(args, 1)
  const errors = arg(args, 2)
  if (encoding != UNBOUND && !isStr(encoding)) return raise(ExcKind.TypeError, (kind == Kind.BYTES ? 'bytes' : 'bytearray') + "() argument 'encoding' must be str, not " + argumentName(encoding))
  if (errors != UNBOUND && !isStr(errors)) return raise(ExcKind.TypeError, (kind == Kind.BYTES ? 'bytes' : 'bytearray') + "() argument 'errors' must be str, not " + argumentName(errors))
  if (v == UNBOUND && encoding == UNBOUND && errors == UNBOUND) return boxHeap(roomForBytes(kind, 0))
  if (v == UNBOUND) return raise(ExcKind.TypeError, (encoding != UNBOUND ? 'encoding' : 'errors') + ' without a string argument')
  if (isStr(v)) {
    if (encoding == UNBOUND) return raise(ExcKind.TypeError, 'string argument without an encoding')
    const b = encodeText(v, encoding, errors)
    return b == ERROR || kind == Kind.BYTES ? b : newBytesOf(kind, bytesOf(b), bytesLength(b))
  }
  if (encoding != UNBOUND || errors != UNBOUND) return raise(ExcKind.TypeError, (encoding != UNBOUND ? 'encoding' : 'errors') + ' without a string argument')
  if (isBytesLike(v)) {
    if (kind == Kind.BYTES && kindOf(v) == Kind.BYTES) return v
    return newBytesOf(kind, bytesOf(v), bytesLength(v))
  }
  if (kindOf(v) >= Kind.FUNCTION && kind == Kind.BYTES) {
    const made = optionalMethod(v, strConst('__bytes__'))
    if (made != UNBOUND) {
      if (made == ERROR || isBytesLike(made)) return made
      return raise(ExcKind.TypeError, '__bytes__ returned non-bytes (type ' + typeName(made) + ')')
    }
  }
  const count = indexOf(v)
  if (count == ERROR) return ERROR
  if (count != NotImplemented) {
    const large = bigOf(count)
    if (!fitsI64(large)) return raise(ExcKind.OverflowError, "cannot fit 'int' into an index-sized integer")
    const n = toI64(large)
    if (n < 0) return raise(ExcKind.ValueError, 'negative count')
    if (n > 0xffffffff) return raise(ExcKind.MemoryError, '')
    if (n > 4096 && !reserve(n)) return ERROR
    const b = roomForBytes(kind, <u32>n)
    memory.fill(<usize>load<u32>(b, 12), 0, <usize>n)
    return boxHeap(b)
  }
  const b = boxHeap(roomForBytes(Kind.BYTEARRAY, 0))
  const items = kindOf(v) >= Kind.FUNCTION ? iter(v) : v
  if (items == ERROR || !extendByteArray(b, items, kind == Kind.BYTES ? 'bytes' : 'byte')) {
    if (pendingIs(ExcKind.TypeError) && (items == ERROR || (kindOf(v) < Kind.FUNCTION && !isIterableKind(kindOf(v))))) {
      takePending()
      raise(ExcKind.TypeError, "cannot convert '" + typeName(v) + "' object to " + (kind == Kind.BYTES ? 'bytes' : 'bytearray'))
    }
    return ERROR
  }
  return kind == Kind.BYTEARRAY ? b : newBytes(bytesOf(b), bytesLength(b))
}
/// bytes(source=..., encoding=..., errors=...)
/// Bytes of text in an encoding, of ints, of so many zeros.
/// >>> bytes([65, 66])
/// b'AB'
/// >>> bytes(2)
/// b'\x00\x00'
export function bytes(args: usize): Value {
  return makeBytes(args, Kind.BYTES)
}
/// bytearray(source=..., encoding=..., errors=...)
/// Bytes that can be changed.
/// >>> bytearray(b'ab')
/// bytearray(b'ab')
export function bytearray(args: usize): Value {
  return makeBytes(args, Kind.BYTEARRAY)
}

/// bytes.hex(self, /, sep=..., bytes_per_sep=1)
/// bytearray.hex(self, /, sep=..., bytes_per_sep=1)
/// Two hexadecimal digits a byte.
/// >>> b'\x01\xff'.hex('-')
/// '01-ff'
export function hex(args: usize): Value {
  const p = spanStart(arg(args, 0))
  const n = spanSize(arg(args, 0))
  let sep: u32 = 256
  if (arg(args, 1) != UNBOUND) {
    const text = arg(args, 1)
    const size = length(text)
    if (size < 0) return ERROR
    if (size != 1) return raise(ExcKind.ValueError, 'sep must be length 1.')
    if (!isStr(text) && !isBytesLike(text)) return raise(ExcKind.TypeError, 'sep must be str or bytes.')
    sep = load<u8>(spanStart(text))
    if (sep > 127) return raise(ExcKind.ValueError, 'sep must be ASCII.')
  }
  let every = toIndex(arg(args, 2))
  if (indexFailed) return ERROR
  if (n > 65536 && !reserve(<u64>n * 3)) return ERROR
  const b = newBuilder(n * 3 + 8)
  for (let i: usize = 0; i < n; i++) {
    if (i && sep < 256 && every) {
      const at = every > 0 ? <i64>(n - i) % every : <i64>i % -every
      if (at == 0) putByte(b, sep)
    }
    const c = <u32>load<u8>(p + i)
    putByte(b, digit(c >> 4))
    putByte(b, digit(c & 15))
  }
  return builtStr(b)
}
function digit(d: u32): u32 {
  return d < 10 ? 48 + d : 87 + d
}
/// bytes.fromhex(string, /)
/// Bytes of hexadecimal text; white space between bytes is skipped.
/// >>> bytes.fromhex('01 ff')
/// b'\x01\xff'
export function fromhex(args: usize): Value {
  return unhex(arg(args, 0), Kind.BYTES)
}
/// bytearray.fromhex(string, /)
/// A bytearray of hexadecimal text.
/// >>> bytearray.fromhex('01 ff')
/// bytearray(b'\x01\xff')
export function arrayFromhex(args: usize): Value {
  return unhex(arg(args, 0), Kind.BYTEARRAY)
}
function unhex(v: Value, kind: Kind): Value {
  if (!isStr(v)) return raise(ExcKind.TypeError, 'fromhex() argument must be str, not ' + argumentName(v))
  const s = asStr(v)
  const p = strBytes(s)
  const n = strSize(s)
  const b = newBuilder(n / 2 + 8)
  let i: usize = 0
  // What is not ASCII is refused before anything is read.
  if (!isAsciiStr(s)) {
    while (load<u8>(p + i) < 128) i++
    return raise(ExcKind.ValueError, 'non-hexadecimal number found in fromhex() arg at position ' + i.toString())
  }
  while (i < n) {
    const c = <u32>load<u8>(p + i)
    if (c == 0x20 || (c >= 9 && c <= 13)) {
      i++
      continue
    }
    const high = hexDigit(c)
    const low = i + 1 < n ? hexDigit(load<u8>(p + i + 1)) : 255
    if (high > 15 || low > 15) {
      return raise(ExcKind.ValueError, 'non-hexadecimal number found in fromhex() arg at position ' + (high > 15 ? i : i + 1).toString())
    }
    putByte(b, (high << 4) | low)
    i += 2
  }
  return newBytesOf(kind, builtAddress(b), builtLength(b))
}

/// str.format(self, /, *args, **kwargs)
/// The text with its replacement fields filled in.
/// >>> '{0[a]} {name!r:>5} {1:.1f}'.format({'a': 1}, 2.25, name='x')
/// "1   'x' 2.2"
export function format(args: usize): Value {
  const b = newBuilder(64)
  return putBrace(b, arg(args, 0), arg(args, 1), arg(args, 2)) ? builtStr(b) : ERROR
}
/// str.format_map(self, mapping, /)
/// Like format(**mapping), without a copy of the mapping.
/// >>> '{a}'.format_map({'a': 1})
/// '1'
export function formatMap(args: usize): Value {
  const b = newBuilder(64)
  return putBrace(b, arg(args, 0), UNBOUND, arg(args, 1)) ? builtStr(b) : ERROR
}

/// str.maketrans(x, y=..., z=..., /)
/// A table for translate: of a dict, of two texts of one length, and of a text to delete.
/// >>> 'abc'.translate(str.maketrans('ab', 'xy', 'c'))
/// 'xy'
export function maketrans(args: usize): Value {
  const x = arg(args, 0)
  const y = arg(args, 1)
  const z = arg(args, 2)
  const d = newDict()
  if (y == UNBOUND) {
    if (!isDict(x)) return raise(ExcKind.TypeError, 'if you give only one argument to maketrans it must be a dict')
    const t = asDict(x)
    for (let i: u32 = 0; i < entriesUsed(t); i++) {
      const e = entryAt(t, i)
      let key = entryKey(e)
      if (key == UNBOUND) continue
      if (isStr(key)) {
        if (strLength(asStr(key)) != 1) return raise(ExcKind.ValueError, 'string keys in translate table must be of length 1')
        key = boxInt(<i64>codePointAt(strBytes(asStr(key))))
      } else if (!isIntegral(key)) return raise(ExcKind.TypeError, 'keys in translate table must be strings or integers')
      if (!dictSet(d, key, entryValue(e))) return ERROR
    }
    return d
  }
  if (!isStr(x)) return raise(ExcKind.TypeError, 'first maketrans argument must be a string if there is a second argument')
  if (!isStr(y)) return raise(ExcKind.TypeError, 'maketrans() argument 2 must be str, not ' + argumentName(y))
  if (strLength(asStr(x)) != strLength(asStr(y))) return raise(ExcKind.ValueError, 'the first two maketrans arguments must have equal length')
  let p = strBytes(asStr(x))
  let q = strBytes(asStr(y))
  const end = p + strSize(asStr(x))
  while (p < end) {
    dictSet(d, boxInt(<i64>codePointAt(p)), boxInt(<i64>codePointAt(q)))
    p += widthOf(load<u8>(p))
    q += widthOf(load<u8>(q))
  }
  if (z != UNBOUND) {
    if (!isStr(z)) return raise(ExcKind.TypeError, 'maketrans() argument 3 must be str, not ' + argumentName(z))
    p = strBytes(asStr(z))
    const stop = p + strSize(asStr(z))
    for (; p < stop; p += widthOf(load<u8>(p))) dictSet(d, boxInt(<i64>codePointAt(p)), None)
  }
  return d
}
/// str.translate(self, table, /)
/// Every character replaced by what the table has for it; None removes it.
/// >>> 'hello'.translate({ord('l'): None, ord('o'): '0'})
/// 'he0'
export function translate(args: usize): Value {
  const s = asStr(arg(args, 0))
  const table = arg(args, 1)
  const plainDict = isDict(table)
  let p = strBytes(s)
  const end = p + strSize(s)
  const b = newBuilder(strSize(s) + 16)
  while (p < end) {
    if (!charge(1)) return ERROR
    const w = widthOf(load<u8>(p))
    const key = boxInt(<i64>codePointAt(p))
    let v = plainDict ? dictGet(table, key) : getItem(table, key)
    if (v == ERROR) {
      if (!pendingIs(ExcKind.LookupError)) return ERROR
      takePending()
      v = UNBOUND
    }
    if (v == UNBOUND) putBytes(b, p, w)
    else if (isStr(v)) putBytes(b, strBytes(asStr(v)), strSize(asStr(v)))
    else if (isInt(v)) {
      if (intOf(v) < 0 || intOf(v) > 0x10ffff) return raise(ExcKind.ValueError, 'character mapping must be in range(0x110000)')
      putCodePoint(b, <u32>intOf(v))
    } else if (isBool(v)) putCodePoint(b, <u32>(v & 1))
    else if (isIntegral(v)) return raise(ExcKind.ValueError, 'character mapping must be in range(0x110000)')
    else if (v != None) return raise(ExcKind.TypeError, 'character mapping must return integer, None or str')
    p += w
  }
  return builtStr(b)
}

/// bytes.maketrans(frm, to, /)
/// bytearray.maketrans(frm, to, /)
/// A table of 256 bytes for translate.
/// >>> b'abc'.translate(bytes.maketrans(b'ab', b'xy'))
/// b'xyc'
export function bytesMaketrans(args: usize): Value {
  const x = arg(args, 0)
  const y = arg(args, 1)
  if (!isBytesLike(x) || !isBytesLike(y)) return raise(ExcKind.TypeError, "a bytes-like object is required, not '" + typeName(isBytesLike(x) ? y : x) + "'")
  if (bytesLength(x) != bytesLength(y)) return raise(ExcKind.ValueError, 'maketrans arguments must have same length')
  const b = roomForBytes(Kind.BYTES, 256)
  const p = <usize>load<u32>(b, 12)
  for (let i: usize = 0; i < 256; i++) store<u8>(p + i, <u8>i)
  for (let i: usize = 0; i < <usize>bytesLength(x); i++) store<u8>(p + <usize>load<u8>(bytesOf(x) + i), load<u8>(bytesOf(y) + i))
  return boxHeap(b)
}
/// bytes.translate(self, table, /, delete=b'')
/// bytearray.translate(self, table, /, delete=b'')
/// Every byte replaced by the table's; those in `delete` removed.
/// >>> b'abc'.translate(None, b'b')
/// b'ac'
export function bytesTranslate(args: usize): Value {
  const v = arg(args, 0)
  const table = arg(args, 1)
  const gone = arg(args, 2)
  if (table != None && (!isBytesLike(table) || bytesLength(table) != 256)) {
    return isBytesLike(table) ? raise(ExcKind.ValueError, 'translation table must be 256 characters long') : raise(ExcKind.TypeError, "a bytes-like object is required, not '" + typeName(table) + "'")
  }
  if (gone != UNBOUND && !isBytesLike(gone)) return raise(ExcKind.TypeError, "a bytes-like object is required, not '" + typeName(gone) + "'")
  const b = newBuilder(spanSize(v) + 16)
  const p = spanStart(v)
  for (let i: usize = 0; i < spanSize(v); i++) {
    const c = load<u8>(p + i)
    let removed = false
    if (gone != UNBOUND) for (let j: usize = 0; j < spanSize(gone); j++) if (load<u8>(spanStart(gone) + j) == c) removed = true
    if (!removed) putByte(b, table == None ? c : load<u8>(bytesOf(table) + <usize>c))
  }
  return likeWhole(v, builtAddress(b), builtLength(b))
}
