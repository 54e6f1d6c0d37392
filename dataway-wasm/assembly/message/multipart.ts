// multipart/form-data: parts as tuples or FormDataParts out, FormDataParts in.
// A part is (name, content) or (name, (filename, content[, type[, headers]])).
import { asDict, dictSet, newDict } from '../container/dict.ts'
import { asList, listAt, listLength, listOf, newListRoom, push } from '../container/list.ts'
import { entriesUsed, entryAt, entryKey, entryValue } from '../container/table.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { charge } from '../memory/limits.ts'
import { str } from '../ops/text.ts'
import { builtAddress, builtLength, newBuilder, putByte, putBytes, putText } from '../text/builder.ts'
import { bytesLength, bytesOf, isBytesLike, newBytes } from '../text/bytes.ts'
import { findBytes } from '../text/search.ts'
import { asStr, isStr, newStr, strBytes, strConst, strOf, strSize, textOf } from '../text/str.ts'
import { Kind, kindOf, slot } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { entityBlob, entityValue } from './entity.ts'
import { formList, newFormPart, newFormParts } from './form-parts.ts'
import { mimeParameter } from './mime.ts'

/** The MIME type with a boundary: one is made from the content when the caller gave none. */
export function withBoundary(mime: Value): Value {
  if (mimeParameter(mime, 'boundary').length) return mime
  const b = newBuilder(80)
  putBytes(b, strBytes(asStr(mime)), strSize(asStr(mime)))
  putText(b, '; boundary=weft-')
  made = made * 6364136223846793005 + 1442695040888963407
  for (let i: u64 = 0; i < 24; i++) putByte(b, 97 + <u32>((made >> (i * 2)) % 26))
  return newStr(builtAddress(b), builtLength(b))
}
let made: u64 = 0x9e3779b97f4a7c15

export function parseMultipart(blob: Value, mime: Value): Value {
  const boundary = mimeParameter(mime, 'boundary')
  if (!boundary.length) return raise(ExcKind.ValueError, 'multipart/form-data without a boundary')
  const mark = asStr(strOf('--' + boundary))
  const m = strSize(mark)
  const start = bytesOf(blob)
  const n = <usize>bytesLength(blob)
  const end = start + n
  const parts = newListRoom(4)
  let found = findBytes(start, n, strBytes(mark), m)
  if (found < 0) return raise(ExcKind.ValueError, 'multipart/form-data: the boundary does not occur')
  let p = start + <usize>found + m
  while (true) {
    if (p + 2 <= end && load<u8>(p) == 0x2d && load<u8>(p, 1) == 0x2d) break
    p = lineEnd(p, end)
    // The part ends at the line break before the next boundary.
    let next: usize = p
    while (true) {
      const at = findBytes(next, end - next, strBytes(mark), m)
      if (at < 0) return raise(ExcKind.ValueError, 'multipart/form-data: a part is not closed')
      next = next + <usize>at
      if (next == p || load<u8>(next - 1) == 10) break
      next += m
    }
    let stop = next
    if (stop > p && load<u8>(stop - 1) == 10) stop--
    if (stop > p && load<u8>(stop - 1) == 13) stop--
    const part = parsePart(p, max(stop, p))
    if (part == ERROR || !charge(16)) return ERROR
    push(parts, part)
    p = next + m
  }
  return newFormParts(strOf(boundary), boxHeap(parts))
}
function lineEnd(p: usize, end: usize): usize {
  while (p < end && load<u8>(p) != 10) p++
  return p < end ? p + 1 : p
}

function parsePart(p: usize, end: usize): Value {
  const headers = newDict()
  while (p < end) {
    const next = lineEnd(p, end)
    let stop = next
    while (stop > p && (load<u8>(stop - 1) == 10 || load<u8>(stop - 1) == 13)) stop--
    if (stop == p) {
      p = next
      break
    }
    const line = String.UTF8.decodeUnsafe(p, stop - p, false)
    const colon = line.indexOf(':')
    if (colon > 0) {
      const name = headerName(line.substring(0, colon).trim())
      const text = line.substring(colon + 1).trim()
      if (!dictSet(headers, strOf(name), name == 'Content-Disposition' ? disposition(text) : strOf(text))) return ERROR
    }
    p = next
  }
  return newFormPart(headers, newBytes(p, end - p))
}
function headerName(name: string): string {
  const lower = name.toLowerCase()
  return lower == 'content-disposition' ? 'Content-Disposition' : lower == 'content-type' ? 'Content-Type' : name
}
/** `form-data; name="a"; filename="b"` as a dict. */
function disposition(text: string): Value {
  const d = newDict()
  let i = text.indexOf(';')
  dictSet(d, strConst('disposition'), strOf((i < 0 ? text : text.substring(0, i)).trim()))
  while (i >= 0 && i < text.length) {
    const equal = text.indexOf('=', i)
    if (equal < 0) break
    const name = text.substring(i + 1, equal).trim()
    let value = ''
    let at = equal + 1
    if (at < text.length && text.charCodeAt(at) == 0x22) {
      at++
      while (at < text.length && text.charCodeAt(at) != 0x22) {
        if (text.charCodeAt(at) == 0x5c && at + 1 < text.length) at++
        value += text.charAt(at++)
      }
      i = text.indexOf(';', at)
    } else {
      i = text.indexOf(';', at)
      value = (i < 0 ? text.substring(at) : text.substring(at, i)).trim()
    }
    dictSet(d, strOf(name), strOf(value))
  }
  return d
}

export function writeMultipart(v: Value, mime: Value): Value {
  const boundary = mimeParameter(mime, 'boundary')
  if (!boundary.length) return raise(ExcKind.ValueError, 'multipart/form-data without a boundary')
  let kind = kindOf(v)
  if (kind == Kind.ENTITY) {
    v = entityValue(v)
    if (v == ERROR) return ERROR
    kind = kindOf(v)
  }
  const b = newBuilder(512)
  if (kind == Kind.FORM_PARTS) {
    const l = asList(formList(v))
    for (let i: u32 = 0; i < listLength(l); i++) if (!putReadPart(b, listAt(l, i), boundary)) return ERROR
  } else if (kind == Kind.LIST || kind == Kind.TUPLE) {
    const items = listOf(v)
    if (items == ERROR) return ERROR
    const l = addressOf(items)
    for (let i: u32 = 0; i < listLength(l); i++) if (!putPart(b, listAt(l, i), boundary)) return ERROR
  } else return raise(ExcKind.TypeError, 'multipart/form-data needs a list of parts, not ' + typeName(v))
  putText(b, '--' + boundary + '--\r\n')
  return newBytes(builtAddress(b), builtLength(b))
}

function badPart(): bool {
  raise(ExcKind.TypeError, 'a part is (name, content) or (name, (filename, content[, type[, headers]]))')
  return false
}
function rowItem(v: Value, i: u32): Value {
  const kind = kindOf(v)
  if (kind == Kind.TUPLE) return i < tupleLength(addressOf(v)) ? tupleAt(addressOf(v), i) : UNBOUND
  if (kind == Kind.LIST) return i < listLength(asList(v)) ? listAt(asList(v), i) : UNBOUND
  return UNBOUND
}

function putPart(b: usize, part: Value, boundary: string): bool {
  const name = rowItem(part, 0)
  const body = rowItem(part, 1)
  if (name == UNBOUND || body == UNBOUND || !isStr(name)) return badPart()
  let filename: Value = None
  let content = body
  let type: Value = UNBOUND
  let headers: Value = UNBOUND
  const isFile = kindOf(body) == Kind.TUPLE || kindOf(body) == Kind.LIST
  if (isFile) {
    filename = rowItem(body, 0)
    content = rowItem(body, 1)
    type = rowItem(body, 2)
    headers = rowItem(body, 3)
    if (content == UNBOUND) return badPart()
  }
  putText(b, '--' + boundary + '\r\nContent-Disposition: form-data; name="')
  putQuoted(b, name)
  putByte(b, 0x22)
  if (filename != None && filename != UNBOUND) {
    putText(b, '; filename="')
    putQuoted(b, filename)
    putByte(b, 0x22)
  }
  putText(b, '\r\n')
  if (isFile) {
    putText(b, 'Content-Type: ')
    if (type != UNBOUND && type != None) putPlain(b, type)
    else putText(b, typeByName(filename))
    putText(b, '\r\n')
  }
  if (headers != UNBOUND && kindOf(headers) == Kind.DICT) {
    const t = asDict(headers)
    for (let i: u32 = 0; i < entriesUsed(t); i++) {
      const e = entryAt(t, i)
      if (entryKey(e) == UNBOUND) continue
      putPlain(b, entryKey(e))
      putText(b, ': ')
      putPlain(b, entryValue(e))
      putText(b, '\r\n')
    }
  }
  putText(b, '\r\n')
  if (!putContent(b, content)) return false
  putText(b, '\r\n')
  return charge(16)
}
/** Header text: line breaks would start another header. */
function putPlain(b: usize, v: Value): void {
  const s = str(v)
  if (s == ERROR) return
  const p = strBytes(asStr(s))
  for (let i: usize = 0; i < strSize(asStr(s)); i++) {
    const c = load<u8>(p + i)
    putByte(b, c == 10 || c == 13 ? 0x20 : c)
  }
}
function putQuoted(b: usize, v: Value): void {
  const s = str(v)
  if (s == ERROR) return
  const p = strBytes(asStr(s))
  for (let i: usize = 0; i < strSize(asStr(s)); i++) {
    const c = load<u8>(p + i)
    if (c == 0x22) putText(b, '%22')
    else if (c == 10) putText(b, '%0A')
    else if (c == 13) putText(b, '%0D')
    else putByte(b, c)
  }
}
function putContent(b: usize, content: Value): bool {
  if (kindOf(content) == Kind.ENTITY) {
    content = entityBlob(content)
    if (content == ERROR) return false
  }
  if (isBytesLike(content)) {
    putBytes(b, bytesOf(content), bytesLength(content))
    return true
  }
  const s = str(content)
  if (s == ERROR) return false
  putBytes(b, strBytes(asStr(s)), strSize(asStr(s)))
  return true
}
function typeByName(filename: Value): string {
  if (!isStr(filename)) return 'text/plain'
  const name = textOf(filename).toLowerCase()
  if (name.endsWith('.json')) return 'application/json'
  if (name.endsWith('.xml')) return 'application/xml'
  if (name.endsWith('.csv')) return 'text/csv'
  if (name.endsWith('.html') || name.endsWith('.htm')) return 'text/html'
  if (name.endsWith('.txt')) return 'text/plain'
  if (name.endsWith('.pdf')) return 'application/pdf'
  if (name.endsWith('.png')) return 'image/png'
  if (name.endsWith('.jpg') || name.endsWith('.jpeg')) return 'image/jpeg'
  if (name.endsWith('.gif')) return 'image/gif'
  if (name.endsWith('.zip')) return 'application/zip'
  return 'application/octet-stream'
}

/** A part that was read before: its headers as they came, the disposition put together again. */
function putReadPart(b: usize, part: Value, boundary: string): bool {
  putText(b, '--' + boundary + '\r\n')
  const t = asDict(slot(addressOf(part), 0))
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    if (entryKey(e) == UNBOUND) continue
    putPlain(b, entryKey(e))
    putText(b, ': ')
    const v = entryValue(e)
    if (kindOf(v) == Kind.DICT) {
      putText(b, 'form-data')
      const d = asDict(v)
      for (let j: u32 = 0; j < entriesUsed(d); j++) {
        const f = entryAt(d, j)
        if (entryKey(f) == UNBOUND || textOf(entryKey(f)) == 'disposition') continue
        putText(b, '; ')
        putPlain(b, entryKey(f))
        putText(b, '="')
        putQuoted(b, entryValue(f))
        putByte(b, 0x22)
      }
    } else putPlain(b, v)
    putText(b, '\r\n')
  }
  putText(b, '\r\n')
  if (!putContent(b, slot(addressOf(part), 1))) return false
  putText(b, '\r\n')
  return true
}
