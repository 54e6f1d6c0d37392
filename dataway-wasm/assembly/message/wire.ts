// Values to and from JavaScript as bytes: a tag, then lengths (u32) and content, little endian. wire.ts on the host's
// side is the mirror of this file.
import { asDict } from '../container/dict.ts'
import { asList, listAt, listLength, newListRoom, push } from '../container/list.ts'
import { entriesUsed, entryAt, entryKey, entryValue, newTable, tableLength, tableSet } from '../container/table.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { after, childCount, deref, firstChild, isLiveTape, nodeValue, tagAt, tapeString } from '../json/tape.ts'
import { bigFromText, bigToText, textRoom } from '../number/bigint-text.ts'
import { bigValue } from '../number/bigint.ts'
import { str } from '../ops/text.ts'
import { newBuilder, putByte, putBytes, roomFor, setBuiltLength, builtLength } from '../text/builder.ts'
import { bytesLength, bytesOf, viewBytes } from '../text/bytes.ts'
import { asStr, newStr, strBytes, strSize } from '../text/str.ts'
import { flagsAt, Kind, kindOf, PERSISTENT, setFlags, slot, Tape, TYPED } from '../value/object.ts'
import { addressOf, boxFloat, boxHeap, boxInt, ERROR, False, fitsInt, floatOf, intOf, isHeap, isTape, None, True, UNBOUND, Value } from '../value/value.ts'
import { bigFromI64 } from '../number/bigint.ts'
import { entityBlob, entityEncoding, entityMime, newEntity } from './entity.ts'
import { formBoundary, formList, newFormPart, newFormParts } from './form-parts.ts'
import { multiAdd, newMultiMap } from './multi-map.ts'
import { messagePart, newMessage, Part } from './message.ts'
import { makeModuleValue, moduleValueTag } from './module-value.ts'
import { isoOf } from './module-value.ts'

export const enum Wire {
  NONE = 0,
  TRUE = 1,
  FALSE = 2,
  INT = 3,
  BIG = 4,
  FLOAT = 5,
  STR = 6,
  BYTES = 7,
  LIST = 8,
  DICT = 9,
  DECIMAL = 10,
  DATETIME = 11,
  DATE = 12,
  TIME = 13,
  ENTITY = 14,
  MULTIMAP = 15,
  FORM_PARTS = 16,
  MESSAGE = 17,
}

let at: usize = 0
function u32At(): u32 {
  const n = load<u32>(at)
  at += 4
  return n
}
function textAt(): Value {
  const n = <usize>u32At()
  const v = newStr(at, n)
  at += n
  return kept(v)
}
function kept(v: Value): Value {
  if (isHeap(v)) setFlags(addressOf(v), flagsAt(addressOf(v)) | PERSISTENT)
  return v
}

/** The value that bytes at `p` stand for, in the current region. Bytes of entities are not copied. ERROR. */
/** Whether a Decimal, datetime, date or time was read: containers that end after it are marked (too many do no harm). */
let typed: bool = false
function keptContainer(v: Value): Value {
  if (typed) setFlags(addressOf(v), flagsAt(addressOf(v)) | TYPED)
  return kept(v)
}

export function readWire(p: usize): Value {
  at = p
  typed = false
  return kept(read())
}

function read(): Value {
  const tag = <Wire>load<u8>(at++)
  switch (tag) {
    case Wire.TRUE:
      return True
    case Wire.FALSE:
      return False
    case Wire.INT: {
      const n = load<i64>(at)
      at += 8
      return fitsInt(n) ? boxInt(n) : kept(bigValue(bigFromI64(n)))
    }
    case Wire.BIG: {
      const n = <i32>u32At()
      const negative = load<u8>(at) == 0x2d
      const v = bigValue(bigFromText(negative ? at + 1 : at, negative ? n - 1 : n, 10, negative))
      at += <usize>n
      return kept(v)
    }
    case Wire.FLOAT: {
      const x = load<f64>(at)
      at += 8
      return boxFloat(x)
    }
    case Wire.STR:
      return textAt()
    case Wire.BYTES: {
      const n = <usize>u32At()
      const v = viewBytes(at, n)
      at += n
      return kept(v)
    }
    case Wire.LIST: {
      const n = u32At()
      const l = newListRoom(n)
      for (let i: u32 = 0; i < n; i++) {
        const v = read()
        if (v == ERROR) return ERROR
        push(l, v)
      }
      return keptContainer(boxHeap(l))
    }
    case Wire.DICT: {
      const n = u32At()
      const t = newTable(Kind.DICT, n)
      for (let i: u32 = 0; i < n; i++) {
        const key = read()
        const v = key == ERROR ? ERROR : read()
        if (v == ERROR || !tableSet(t, key, v)) return ERROR
      }
      return keptContainer(boxHeap(t))
    }
    case Wire.DECIMAL:
    case Wire.DATETIME:
    case Wire.DATE:
    case Wire.TIME:
      typed = true
      return makeModuleValue(<i32>tag, textAt())
    case Wire.ENTITY: {
      const mime = textAt()
      const encoding = textAt()
      const n = <usize>u32At()
      const blob = kept(viewBytes(at, n))
      at += n
      return kept(newEntity(UNBOUND, mime, encoding, blob))
    }
    case Wire.MULTIMAP: {
      const n = u32At()
      const m = newMultiMap()
      for (let i: u32 = 0; i < n; i++) {
        const key = textAt()
        const v = read()
        if (v == ERROR || !multiAdd(m, key, v)) return ERROR
      }
      return keptContainer(m)
    }
    case Wire.FORM_PARTS: {
      const boundary = textAt()
      const n = u32At()
      const l = newListRoom(n)
      for (let i: u32 = 0; i < n; i++) {
        const headers = read()
        const size = <usize>u32At()
        const content = kept(viewBytes(at, size))
        at += size
        if (headers == ERROR) return ERROR
        push(l, kept(newFormPart(headers, content)))
      }
      return kept(newFormParts(boundary, kept(boxHeap(l))))
    }
    case Wire.MESSAGE: {
      const payload = read()
      const attrs = read()
      const vars = read()
      return payload == ERROR || attrs == ERROR || vars == ERROR ? ERROR : kept(newMessage(payload, attrs, vars, textAt(), textAt(), read(), false))
    }
    default:
      return None
  }
}

function putTag(b: usize, tag: Wire): void {
  putByte(b, tag)
}
function putU32(b: usize, n: u32): void {
  store<u32>(roomFor(b, 4), n)
  setBuiltLength(b, builtLength(b) + 4)
}
function putU64(b: usize, n: u64): void {
  store<u64>(roomFor(b, 8), n)
  setBuiltLength(b, builtLength(b) + 8)
}
function putTextOf(b: usize, v: Value): void {
  const s = asStr(v)
  putU32(b, <u32>strSize(s))
  putBytes(b, strBytes(s), strSize(s))
}

/** Writes a value into a builder. False with a fault pending. */
export function writeWire(b: usize, v: Value): bool {
  v = deref(v)
  const kind = kindOf(v)
  switch (kind) {
    case Kind.NONE:
      putTag(b, Wire.NONE)
      return true
    case Kind.BOOL:
      putTag(b, v == True ? Wire.TRUE : Wire.FALSE)
      return true
    case Kind.INT:
      putTag(b, Wire.INT)
      putU64(b, <u64>intOf(v))
      return true
    case Kind.FLOAT:
      putTag(b, Wire.FLOAT)
      putU64(b, reinterpret<u64>(floatOf(v)))
      return true
    case Kind.BIGINT: {
      putTag(b, Wire.BIG)
      const room = <usize>textRoom(addressOf(v), 10)
      const p = roomFor(b, room + 4)
      const n = bigToText(addressOf(v), 10, p + 4)
      store<u32>(p, n)
      setBuiltLength(b, builtLength(b) + 4 + <usize>n)
      return true
    }
    case Kind.STR:
      putTag(b, Wire.STR)
      putTextOf(b, v)
      return true
    case Kind.BYTES:
    case Kind.BYTEARRAY:
      putTag(b, Wire.BYTES)
      putBlob(b, v)
      return true
    case Kind.LIST:
      putTag(b, Wire.LIST)
      return isTape(v) ? putTapeItems(b, addressOf(v)) : putItems(b, asList(v))
    case Kind.TUPLE: {
      putTag(b, Wire.LIST)
      const n = tupleLength(addressOf(v))
      putU32(b, n)
      for (let i: u32 = 0; i < n; i++) if (!writeWire(b, tupleAt(addressOf(v), i))) return false
      return true
    }
    case Kind.DICT:
      putTag(b, Wire.DICT)
      if (isTape(v) && isLiveTape(addressOf(v))) return putTapeItems(b, addressOf(v))
      return putEntries(b, asDict(v))
    case Kind.ENTITY: {
      const blob = entityBlob(v)
      if (blob == ERROR) return false
      putTag(b, Wire.ENTITY)
      putTextOf(b, entityMime(v))
      putTextOf(b, entityEncoding(v))
      putBlob(b, blob)
      return true
    }
    case Kind.MULTIMAP:
      return putMulti(b, addressOf(v))
    case Kind.FORM_PARTS:
      return putParts(b, v)
    case Kind.MESSAGE: {
      putTag(b, Wire.MESSAGE)
      for (let i = 0; i < 3; i++) if (!writeWire(b, messagePart(v, <Part>i))) return false
      putTextOf(b, messagePart(v, Part.ID))
      putTextOf(b, messagePart(v, Part.SEQ_ID))
      return writeWire(b, messagePart(v, Part.ERROR))
    }
    default: {
      const tag = moduleValueTag(v)
      const text = tag ? isoOf(v, tag) : str(v)
      if (text == ERROR) return false
      putByte(b, tag ? tag : <u32>Wire.STR)
      putTextOf(b, text)
      return true
    }
  }
}

function putBlob(b: usize, v: Value): void {
  putU32(b, bytesLength(v))
  putBytes(b, bytesOf(v), bytesLength(v))
}
function putItems(b: usize, l: usize): bool {
  putU32(b, listLength(l))
  for (let i: u32 = 0; i < listLength(l); i++) if (!writeWire(b, listAt(l, i))) return false
  return true
}
function putTapeItems(b: usize, node: usize): bool {
  putU32(b, childCount(node))
  const end = <usize>load<u32>(node, 12)
  const isObject = tagAt(node) == Tape.OBJECT
  for (let child = firstChild(node); child < end; child = after(child)) {
    if (isObject) {
      putTag(b, Wire.STR)
      putTextOf(b, boxHeap(tapeString(child)))
      child += 16
    }
    if (!writeWire(b, nodeValue(child))) return false
  }
  return true
}
function putEntries(b: usize, t: usize): bool {
  putU32(b, tableLength(t))
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    if (entryKey(e) != UNBOUND && (!writeWire(b, entryKey(e)) || !writeWire(b, entryValue(e)))) return false
  }
  return true
}
function putMulti(b: usize, t: usize): bool {
  putTag(b, Wire.MULTIMAP)
  let count: u32 = 0
  for (let i: u32 = 0; i < entriesUsed(t); i++) if (entryKey(entryAt(t, i)) != UNBOUND) count += listLength(asList(entryValue(entryAt(t, i))))
  putU32(b, count)
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    if (entryKey(e) == UNBOUND) continue
    const l = asList(entryValue(e))
    for (let j: u32 = 0; j < listLength(l); j++) {
      const key = str(entryKey(e))
      if (key == ERROR) return false
      putTextOf(b, key)
      if (!writeWire(b, listAt(l, j))) return false
    }
  }
  return true
}
function putParts(b: usize, v: Value): bool {
  putTag(b, Wire.FORM_PARTS)
  putTextOf(b, formBoundary(v))
  const l = asList(formList(v))
  putU32(b, listLength(l))
  for (let i: u32 = 0; i < listLength(l); i++) {
    const part = addressOf(listAt(l, i))
    if (!writeWire(b, slot(part, 0))) return false
    putBlob(b, slot(part, 1))
  }
  return true
}
