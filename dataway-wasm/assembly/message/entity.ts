// Entity: bytes, MIME type, encoding. Its value is parsed when it is asked for, once; an entity made of a value answers
// from that value and is written when its bytes are asked for.
// ENTITY: 8 value or UNBOUND · 16 MIME type str · 24 encoding str · 32 blob bytes or UNBOUND. Flags: PERSISTENT.
import { enterRegion } from '../memory/region.ts'
import { getItem } from '../ops/subscript.ts'
import { contains } from '../ops/subscript.ts'
import { documentRegion } from '../json/tape.ts'
import { asStr, isStr, strBytes, strConst, strEquals, strSize } from '../text/str.ts'
import { flagsAt, Kind, kindOf, newObject, PERSISTENT, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raiseWith } from '../vm/raise.ts'
import { dictGet } from '../container/dict.ts'
import { multiGet } from './multi-map.ts'
import { formGet } from './form-parts.ts'
import { persist } from './persist.ts'
import { parseBlob, writeBlob } from './mime.ts'

export function newEntity(value: Value, mime: Value, encoding: Value, blob: Value): Value {
  const p = newObject(Kind.ENTITY, 40)
  setSlot(p, 0, value)
  setSlot(p, 1, mime)
  setSlot(p, 2, encoding)
  setSlot(p, 3, blob)
  return boxHeap(p)
}
export function entityMime(e: Value): Value {
  return slot(addressOf(e), 1)
}
export function entityEncoding(e: Value): Value {
  return slot(addressOf(e), 2)
}

/** The parsed value; ERROR. */
export function entityValue(e: Value): Value {
  const p = addressOf(e)
  const known = slot(p, 0)
  if (known != UNBOUND) return known
  const kept = (flagsAt(p) & PERSISTENT) != 0 && documentRegion != 0
  const back = kept ? enterRegion(documentRegion) : 0
  let v = parseBlob(slot(p, 3), slot(p, 1), slot(p, 2), kept)
  // What was parsed for the run must not change under the next script.
  if (kept && v != ERROR) v = persist(v)
  if (kept) enterRegion(back)
  if (v != ERROR) setSlot(p, 0, v)
  return v
}
/** The bytes; ERROR. */
export function entityBlob(e: Value): Value {
  const p = addressOf(e)
  const known = slot(p, 3)
  if (known != UNBOUND) return known
  const b = writeBlob(slot(p, 0), slot(p, 1), slot(p, 2))
  if (b != ERROR) setSlot(p, 3, b)
  return b
}

const VALUE = strConst('^value')
const BLOB = strConst('^blob')
const RAW = strConst('^raw')
const MIME_TYPE = strConst('^mime_type')
const ENCODING = strConst('^encoding')
function is(key: Value, name: Value): bool {
  return key == name || strEquals(asStr(key), addressOf(name))
}

/** e['^value'] and its like, e[0], e['name'], e['*name']. UNBOUND when absent, ERROR. */
export function entityGet(e: Value, key: Value): Value {
  if (isStr(key) && strSize(asStr(key)) && load<u8>(strBytes(asStr(key))) == 0x5e) {
    if (is(key, VALUE)) return entityValue(e)
    if (is(key, BLOB) || is(key, RAW)) return entityBlob(e)
    if (is(key, MIME_TYPE)) return entityMime(e)
    if (is(key, ENCODING)) return entityEncoding(e)
    return UNBOUND
  }
  const v = entityValue(e)
  if (v == ERROR) return ERROR
  const kind = kindOf(v)
  if (kind == Kind.MULTIMAP) return multiGet(v, key)
  if (kind == Kind.FORM_PARTS) return formGet(v, key)
  if (kind == Kind.DICT) return dictGet(v, key)
  return getItem(v, key)
}
export function entityItem(e: Value, key: Value): Value {
  const v = entityGet(e, key)
  return v == UNBOUND ? raiseWith(ExcKind.KeyError, key) : v
}
/** `key in e`: of the parsed value. */
export function entityContains(e: Value, key: Value): i32 {
  const v = entityValue(e)
  return v == ERROR ? -1 : contains(v, key)
}
