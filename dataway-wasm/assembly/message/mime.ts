// What each MIME type means for an entity: how its bytes become a value and how a value becomes bytes.
import { LOCAL } from '../json/tape.ts'
import { loadCopy, loadDocument } from '../json/loads.ts'
import { compactJson } from '../json/write.ts'
import { builtAddress, builtLength } from '../text/builder.ts'
import { bytesLength, bytesOf, isBytesLike, newBytes } from '../text/bytes.ts'
import { decode, encode } from '../text/codec.ts'
import { asStr, isStr, newStr, strBytes, strSize, textOf } from '../text/str.ts'
import { flagsAt, Kind, kindOf, ROOM_BEHIND, StrFlag } from '../value/object.ts'
import { addressOf, ERROR, isHeap, isTape, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { parseCsv, writeCsv } from './csv.ts'
import { parseForm, writeForm } from './form.ts'
import { parseMultipart, writeMultipart } from './multipart.ts'
import { parseXml, writeXml } from './xml.ts'

export const enum Mime {
  OTHER = 0,
  JSON = 1,
  FORM = 2,
  TEXT = 3,
  XML = 4,
  CSV = 5,
  MULTIPART = 6,
}

/** The type in front of any parameters, in lower case. */
function essence(mime: Value): string {
  const s = asStr(mime)
  let n: usize = 0
  while (n < strSize(s) && load<u8>(strBytes(s) + n) != 0x3b) n++
  return String.UTF8.decodeUnsafe(strBytes(s), n, false).trim().toLowerCase()
}
export function mimeOf(mime: Value): Mime {
  if (!isHeap(mime) || !(flagsAt(addressOf(mime)) & StrFlag.INTERNED)) return findMime(mime)
  // The types of messages are few, and texts that live as long as the module.
  if (<u32>addressOf(mime) != knownText) {
    knownMime = findMime(mime)
    knownText = <u32>addressOf(mime)
  }
  return knownMime
}
let knownText: u32 = 0
let knownMime: Mime = Mime.OTHER
function findMime(mime: Value): Mime {
  const type = essence(mime)
  if (type == 'application/json' || type == 'text/json' || type.endsWith('+json')) return Mime.JSON
  if (type == 'application/x-www-form-urlencoded') return Mime.FORM
  if (type == 'text/plain') return Mime.TEXT
  if (type == 'application/xml' || type == 'text/xml' || type.endsWith('+xml')) return Mime.XML
  if (type == 'application/csv' || type == 'text/csv') return Mime.CSV
  if (type == 'multipart/form-data') return Mime.MULTIPART
  return Mime.OTHER
}

/** A parameter of a MIME type (`boundary`) as text, empty when absent. */
export function mimeParameter(mime: Value, name: string): string {
  const parts = textOf(mime).split(';')
  for (let i = 1; i < parts.length; i++) {
    const at = parts[i].indexOf('=')
    if (at < 0 || parts[i].substring(0, at).trim().toLowerCase() != name) continue
    let v = parts[i].substring(at + 1).trim()
    if (v.length >= 2 && v.charCodeAt(0) == 0x22 && v.endsWith('"')) v = v.substring(1, v.length - 1)
    return v
  }
  return ''
}

/** The value of an entity's bytes; ERROR. `kept`: it outlives the evaluation. */
export function parseBlob(blob: Value, mime: Value, encoding: Value, kept: bool): Value {
  switch (mimeOf(mime)) {
    case Mime.JSON: {
      if (isUtf8(encoding)) {
        const inPlace = kept && (flagsAt(addressOf(blob)) & ROOM_BEHIND) != 0
        return inPlace ? loadDocument(bytesOf(blob), bytesLength(blob), 0) : loadCopy(bytesOf(blob), bytesLength(blob), kept ? 0 : LOCAL)
      }
      const text = decode(bytesOf(blob), bytesLength(blob), encoding, UNBOUND)
      if (text == ERROR) return ERROR
      return loadCopy(strBytes(asStr(text)), strSize(asStr(text)), kept ? 0 : LOCAL)
    }
    case Mime.TEXT:
      return decode(bytesOf(blob), bytesLength(blob), encoding, UNBOUND)
    case Mime.FORM:
      return parseForm(blob, encoding)
    case Mime.XML:
      return parseXml(blob, encoding)
    case Mime.CSV:
      return parseCsv(blob, encoding)
    case Mime.MULTIPART:
      return parseMultipart(blob, mime)
    default:
      return raise(ExcKind.ValueError, "cannot parse an Entity of type '" + textOf(mime) + "'")
  }
}

/** An interned text that is known to mean UTF-8. */
let utf8Text: Value = UNBOUND
export function isUtf8(encoding: Value): bool {
  if (encoding == utf8Text) return true
  const e = textOf(encoding).toLowerCase()
  const is = e == '' || e == 'utf-8' || e == 'utf8'
  if (is && !isTape(encoding) && flagsAt(addressOf(encoding)) & StrFlag.INTERNED) utf8Text = encoding
  return is
}

/** The bytes of a value; ERROR. */
export function writeBlob(v: Value, mime: Value, encoding: Value): Value {
  switch (mimeOf(mime)) {
    case Mime.JSON: {
      const b = compactJson(v, false)
      if (!b) return ERROR
      return reencode(builtAddress(b), builtLength(b), encoding)
    }
    case Mime.TEXT:
      if (isBytesLike(v)) return newBytes(bytesOf(v), bytesLength(v))
      if (!isStr(v)) return raise(ExcKind.TypeError, 'text/plain needs str or bytes, not ' + typeName(v))
      return encode(v, encoding, UNBOUND)
    case Mime.FORM:
      return writeForm(v, encoding)
    case Mime.XML:
      return writeXml(v, encoding)
    case Mime.CSV:
      return writeCsv(v, encoding)
    case Mime.MULTIPART:
      return writeMultipart(v, mime)
    default:
      return raise(ExcKind.ValueError, "Entity.from_value does not know the type '" + textOf(mime) + "'")
  }
}

/** UTF-8 text as bytes in another encoding. */
export function reencode(p: usize, n: usize, encoding: Value): Value {
  if (isUtf8(encoding)) return newBytes(p, n)
  return encode(newStr(p, n), encoding, UNBOUND)
}
