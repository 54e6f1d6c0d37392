// str.encode and bytes.decode: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 with Python's error handlers.
import { reserve } from '../memory/limits.ts'
import { putHex } from '../ops/text.ts'
import { boxHeap, boxInt, ERROR, UNBOUND, Value } from '../value/value.ts'
import { roomForTuple } from '../container/tuple.ts'
import { newException, setField } from '../vm/exception.ts'
import { ExcKind, raise, raiseValue } from '../vm/raise.ts'
import { exceptionClass } from '../vm/type.ts'
import { builtAddress, builtLength } from './builder.ts'
import { newBuilder, putByte, putBytes, putCodePoint, putInteger, putText } from './builder.ts'
import { newBytes, viewBytes } from './bytes.ts'
import { asStr, builtStr, newAscii, newStr, strBytes, strConst, strOf, strSize, textOf, isAsciiStr } from './str.ts'
import { brokenLength, codePointAt, isAsciiText, validUtf8, widthOf } from './utf8.ts'

const enum Codec {
  UNKNOWN = 0,
  UTF8 = 1,
  ASCII = 2,
  LATIN1 = 3,
  UTF16 = 4,
  UTF16LE = 5,
  UTF16BE = 6,
  UTF32 = 7,
  UTF32LE = 8,
  UTF32BE = 9,
  UTF8SIG = 10,
}
const enum Errors {
  STRICT = 0,
  IGNORE = 1,
  REPLACE = 2,
  BACKSLASH = 3,
  XML = 4,
  SURROGATE_PASS = 5,
  SURROGATE_ESCAPE = 6,
  NAME = 7,
  UNKNOWN = 8,
}

let codecName: string = ''
function codecOf(encoding: Value): Codec {
  if (encoding == UNBOUND) {
    codecName = 'utf-8'
    return Codec.UTF8
  }
  const name = textOf(encoding).toLowerCase().replaceAll('_', '-').replaceAll(' ', '-')
  codecName = name
  if (name == 'utf-8' || name == 'utf8' || name == '' || name == 'u8' || name == 'utf') {
    codecName = 'utf-8'
    return Codec.UTF8
  }
  if (name == 'utf-8-sig') return Codec.UTF8SIG
  if (name == 'ascii' || name == 'us-ascii' || name == '646') {
    codecName = 'ascii'
    return Codec.ASCII
  }
  if (name == 'latin-1' || name == 'latin1' || name == 'iso-8859-1' || name == 'iso8859-1' || name == 'l1' || name == '8859') {
    codecName = 'latin-1'
    return Codec.LATIN1
  }
  if (name == 'utf-16' || name == 'utf16' || name == 'u16') return Codec.UTF16
  if (name == 'utf-16-le' || name == 'utf-16le') return Codec.UTF16LE
  if (name == 'utf-16-be' || name == 'utf-16be') return Codec.UTF16BE
  if (name == 'utf-32' || name == 'utf32' || name == 'u32') return Codec.UTF32
  if (name == 'utf-32-le' || name == 'utf-32le') return Codec.UTF32LE
  if (name == 'utf-32-be' || name == 'utf-32be') return Codec.UTF32BE
  return Codec.UNKNOWN
}
function errorsOf(errors: Value): Errors {
  if (errors == UNBOUND) return Errors.STRICT
  const name = textOf(errors)
  if (name == 'strict') return Errors.STRICT
  if (name == 'ignore') return Errors.IGNORE
  if (name == 'replace') return Errors.REPLACE
  if (name == 'backslashreplace') return Errors.BACKSLASH
  if (name == 'xmlcharrefreplace') return Errors.XML
  if (name == 'surrogatepass') return Errors.SURROGATE_PASS
  if (name == 'surrogateescape') return Errors.SURROGATE_ESCAPE
  return Errors.UNKNOWN
}
function unknownCodec(encoding: Value): Value {
  return raise(ExcKind.LookupError, 'unknown encoding: ' + textOf(encoding))
}

/** Bytes as text; UNBOUND stands for utf-8 and strict. ERROR. */
export function decode(p: usize, n: usize, encoding: Value, errors: Value): Value {
  const codec = codecOf(encoding)
  if (codec == Codec.UNKNOWN) return unknownCodec(encoding)
  if (n > 4096 && !reserve(n)) return ERROR
  subject = viewBytes(p, n)
  if (codec == Codec.UTF8SIG) {
    const mark = n >= 3 && load<u8>(p) == 0xef && load<u8>(p, 1) == 0xbb && load<u8>(p, 2) == 0xbf
    return decodeUtf8(mark ? p + 3 : p, mark ? n - 3 : n, errors)
  }
  if (codec == Codec.UTF8) return decodeUtf8(p, n, errors)
  if (codec == Codec.ASCII && isAsciiText(p, n)) return newAscii(p, n)
  if (codec <= Codec.LATIN1) return decodeSingle(p, n, codec, errors)
  return decodeWide(p, n, codec, errors)
}

function decodeUtf8(p: usize, n: usize, errors: Value): Value {
  let good = validUtf8(p, n, false)
  if (good == n) return newStr(p, n)
  const how = errorsOf(errors)
  const b = newBuilder(n + 16)
  let at: usize = 0
  while (true) {
    putBytes(b, p + at, good)
    at += good
    if (at >= n) return builtStr(b)
    const broken = brokenLength(p + at, n - at)
    if (how == Errors.SURROGATE_PASS && n - at >= 3 && load<u8>(p + at) == 0xed && (load<u8>(p + at, 1) & 0xe0) == 0xa0 && (load<u8>(p + at, 2) & 0xc0) == 0x80) {
      putBytes(b, p + at, 3)
      at += 3
    } else {
      if (!putBroken(b, p, at, broken, n, how, errors)) return ERROR
      at += broken
    }
    good = validUtf8(p + at, n - at, false)
  }
}
function reasonAt(p: usize, at: usize, broken: usize, n: usize): string {
  const a = <u32>load<u8>(p + at)
  if (a < 0xc2 || a > 0xf4) return 'invalid start byte'
  return at + broken >= n && wantsMore(p + at, n - at) ? 'unexpected end of data' : 'invalid continuation byte'
}
function wantsMore(p: usize, left: usize): bool {
  for (let i: usize = 1; i < left; i++) if ((load<u8>(p + i) & 0xc0) != 0x80) return false
  return left < widthOf(load<u8>(p))
}

function putBroken(b: usize, p: usize, at: usize, broken: usize, n: usize, how: Errors, errors: Value): bool {
  switch (how) {
    case Errors.IGNORE:
      return true
    case Errors.REPLACE:
      putCodePoint(b, 0xfffd)
      return true
    case Errors.BACKSLASH:
      for (let i: usize = 0; i < broken; i++) {
        putText(b, '\\x')
        putHex(b, load<u8>(p + at + i), 2)
      }
      return true
    case Errors.SURROGATE_ESCAPE:
      for (let i: usize = 0; i < broken; i++) putCodePoint(b, 0xdc00 + <u32>load<u8>(p + at + i))
      return true
    case Errors.UNKNOWN:
      raise(ExcKind.LookupError, "unknown error handler name '" + textOf(errors) + "'")
      return false
    default:
      cannotDecode(p, at, at + broken, codecName == 'utf-8' ? reasonAt(p, at, broken, n) : 'ordinal not in range(128)')
      return false
  }
}
function cannotDecode(p: usize, from: usize, to: usize, reason: string): void {
  const b = newBuilder(8)
  putHex(b, load<u8>(p + from), 2)
  const hex = String.UTF8.decodeUnsafe(builtAddress(b), 2, false)
  const where = to - from == 1 ? 'byte 0x' + hex + ' in position ' + from.toString() : 'bytes in position ' + from.toString() + '-' + (to - 1).toString()
  raiseUnicode(ExcKind.UnicodeDecodeError, subject, <i64>(from), <i64>(to), reason, "'" + codecName + "' codec can't decode " + where + ': ' + reason)
}

function decodeSingle(p: usize, n: usize, codec: Codec, errors: Value): Value {
  const how = errorsOf(errors)
  const b = newBuilder(n + 16)
  for (let i: usize = 0; i < n; i++) {
    const c = <u32>load<u8>(p + i)
    if (c < 128 || codec == Codec.LATIN1) putCodePoint(b, c)
    else if (!putBroken(b, p, i, 1, n, how, errors)) return ERROR
  }
  return builtStr(b)
}

function decodeWide(p: usize, n: usize, codec: Codec, errors: Value): Value {
  const how = errorsOf(errors)
  const unit: usize = codec <= Codec.UTF16BE ? 2 : 4
  let big = codec == Codec.UTF16BE || codec == Codec.UTF32BE
  let i: usize = 0
  if ((codec == Codec.UTF16 || codec == Codec.UTF32) && n >= unit) {
    const first = unit == 2 ? <u32>load<u16>(p) : load<u32>(p)
    if (first == 0xfeff) i = unit
    else if (first == (unit == 2 ? 0xfffe : 0xfffe0000)) {
      big = true
      i = unit
    }
  }
  const b = newBuilder(n + 16)
  while (i < n) {
    if (i + unit > n) {
      if (!putBrokenWide(b, p, i, n, how, 'truncated data')) return ERROR
      break
    }
    let c = unit == 2 ? <u32>load<u16>(p + i) : load<u32>(p + i)
    if (big) c = unit == 2 ? ((c & 255) << 8) | (c >> 8) : bswap<u32>(c)
    i += unit
    if (unit == 2 && c >= 0xd800 && c < 0xdc00 && i + 2 <= n) {
      let low = <u32>load<u16>(p + i)
      if (big) low = ((low & 255) << 8) | (low >> 8)
      if (low >= 0xdc00 && low < 0xe000) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00)
        i += 2
      }
    }
    const wrong = c > 0x10ffff || (c >= 0xd800 && c < 0xe000 && how != Errors.SURROGATE_PASS)
    if (!wrong) putCodePoint(b, c)
    else if (!putBrokenWide(b, p, i - unit, i, how, unit == 2 ? (i >= n ? 'unexpected end of data' : 'illegal encoding') : 'code point not in range(0x110000)')) return ERROR
  }
  return builtStr(b)
}
function putBrokenWide(b: usize, p: usize, from: usize, to: usize, how: Errors, reason: string): bool {
  if (how == Errors.IGNORE) return true
  if (how == Errors.REPLACE) {
    putCodePoint(b, 0xfffd)
    return true
  }
  cannotDecode(p, from, to, reason)
  return false
}

/** Text as bytes; UNBOUND stands for utf-8 and strict. ERROR. */
export function encode(text: Value, encoding: Value, errors: Value): Value {
  const s = asStr(text)
  const p = strBytes(s)
  const n = strSize(s)
  const codec = codecOf(encoding)
  if (codec == Codec.UNKNOWN) return unknownCodec(encoding)
  if (n > 4096 && !reserve(n)) return ERROR
  if (codec <= Codec.LATIN1 && isAsciiStr(s)) return newBytes(p, n)
  if (codec == Codec.UTF8 && validUtf8(p, n, false) == n) return newBytes(p, n)
  subject = text
  const how = errorsOf(errors)
  const b = newBuilder(n * 2 + 16)
  if (codec == Codec.UTF8SIG) putText(b, '\ufeff')
  if (codec == Codec.UTF16) putUnit(b, 0xfeff, 2, false)
  if (codec == Codec.UTF32) putUnit(b, 0xfeff, 4, false)
  let at: usize = 0
  for (let i: u32 = 0; at < n; i++) {
    const c = codePointAt(p + at)
    const w = widthOf(load<u8>(p + at))
    const surrogate = c >= 0xd800 && c < 0xe000
    let bad = false
    switch (codec) {
      case Codec.UTF8:
      case Codec.UTF8SIG:
        if (surrogate && how != Errors.SURROGATE_PASS) bad = true
        else putBytes(b, p + at, w)
        break
      case Codec.ASCII:
      case Codec.LATIN1:
        if (c < (codec == Codec.ASCII ? 128 : 256)) putByte(b, c)
        else bad = true
        break
      default:
        if (surrogate && how != Errors.SURROGATE_PASS) bad = true
        else putWide(b, c, codec)
    }
    if (bad) {
      let stop = at + w
      let last = i
      // One message names the whole run of characters that cannot be encoded.
      if (how == Errors.STRICT) {
        while (stop < n && !fits(codePointAt(p + stop), codec)) {
          stop += widthOf(load<u8>(p + stop))
          last++
        }
      }
      if (!putUnencodable(b, c, i, last, how, codec, errors)) return ERROR
    }
    at += w
  }
  return newBytes(builtAddress(b), builtLength(b))
}
function fits(c: u32, codec: Codec): bool {
  return codec == Codec.ASCII ? c < 128 : codec == Codec.LATIN1 ? c < 256 : c < 0xd800 || c >= 0xe000
}
function putWide(b: usize, c: u32, codec: Codec): void {
  const big = codec == Codec.UTF16BE || codec == Codec.UTF32BE
  if (codec >= Codec.UTF32) putUnit(b, c, 4, big)
  else if (c >= 0x10000) {
    putUnit(b, 0xd800 + ((c - 0x10000) >> 10), 2, big)
    putUnit(b, 0xdc00 + ((c - 0x10000) & 0x3ff), 2, big)
  } else putUnit(b, c, 2, big)
}
function putUnit(b: usize, c: u32, size: i32, big: bool): void {
  for (let i = 0; i < size; i++) putByte(b, (c >> ((big ? size - 1 - i : i) << 3)) & 255)
}

function putUnencodable(b: usize, c: u32, at: u32, last: u32, how: Errors, codec: Codec, errors: Value): bool {
  const text = newBuilder(16)
  switch (how) {
    case Errors.IGNORE:
      return true
    case Errors.REPLACE:
      putByte(text, 0x3f)
      break
    case Errors.XML:
      putText(text, '&#')
      putInteger(text, c)
      putByte(text, 0x3b)
      break
    case Errors.BACKSLASH:
      putText(text, c < 256 ? '\\x' : c < 65536 ? '\\u' : '\\U')
      putHex(text, c, c < 256 ? 2 : c < 65536 ? 4 : 8)
      break
    case Errors.SURROGATE_ESCAPE:
      if (c >= 0xdc80 && c <= 0xdcff) {
        putByte(b, c - 0xdc00)
        return true
      }
      return cannotEncode(c, at, last, codec)
    case Errors.UNKNOWN:
      raise(ExcKind.LookupError, "unknown error handler name '" + textOf(errors) + "'")
      return false
    default:
      return cannotEncode(c, at, last, codec)
  }
  for (let i: usize = 0; i < builtLength(text); i++) {
    const d = <u32>load<u8>(builtAddress(text) + i)
    if (codec >= Codec.UTF16 && codec <= Codec.UTF32BE) putWide(b, d, codec)
    else putByte(b, d)
  }
  return true
}
function cannotEncode(c: u32, at: u32, last: u32, codec: Codec): bool {
  const b = newBuilder(16)
  putText(b, c < 256 ? '\\x' : c < 65536 ? '\\u' : '\\U')
  putHex(b, c, c < 256 ? 2 : c < 65536 ? 4 : 8)
  const shown = String.UTF8.decodeUnsafe(builtAddress(b), builtLength(b), false)
  const where = at == last ? "character '" + shown + "' in position " + at.toString() : 'characters in position ' + at.toString() + '-' + last.toString()
  const reason = codec == Codec.ASCII ? 'ordinal not in range(128)' : codec == Codec.LATIN1 ? 'ordinal not in range(256)' : 'surrogates not allowed'
  raiseUnicode(ExcKind.UnicodeEncodeError, subject, <i64>at, <i64>last + 1, reason, "'" + codecName + "' codec can't encode " + where + ': ' + reason)
  return false
}

/** What is being converted, for the exception's `object`. */
let subject: Value = 0

/** A UnicodeError with its five arguments and their attributes; `_text` is its message. */
function raiseUnicode(kind: ExcKind, object: Value, start: i64, end: i64, reason: string, text: string): void {
  const t = roomForTuple(5)
  const encoding = strOf(codecName)
  const why = strOf(reason)
  store<u64>(t, encoding, 8)
  store<u64>(t, object, 16)
  store<u64>(t, boxInt(start), 24)
  store<u64>(t, boxInt(end), 32)
  store<u64>(t, why, 40)
  const e = newException(exceptionClass(kind), boxHeap(t))
  setField(e, strConst('encoding'), encoding)
  setField(e, strConst('object'), object)
  setField(e, strConst('start'), boxInt(start))
  setField(e, strConst('end'), boxInt(end))
  setField(e, strConst('reason'), why)
  setField(e, strConst('_text'), strOf(text))
  raiseValue(e)
}
