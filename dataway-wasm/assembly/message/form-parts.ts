// FormDataParts (boundary and parts of a multipart body) and its parts.
// FORM_PARTS: 8 boundary str · 16 list of parts. FORM_PART: 8 headers dict · 16 content bytes.
import { dictGet } from '../container/dict.ts'
import { asList, listAt, listLength, newListRoom, push } from '../container/list.ts'
import { equals } from '../ops/equal.ts'
import { getItem } from '../ops/subscript.ts'
import { asStr, isStr, newStr, strBytes, strConst, strEquals, strSize } from '../text/str.ts'
import { Kind, kindOf, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isInt, None, STOP, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raiseWith } from '../vm/raise.ts'

export function newFormParts(boundary: Value, parts: Value): Value {
  const p = newObject(Kind.FORM_PARTS, 24)
  setSlot(p, 0, boundary)
  setSlot(p, 1, parts)
  return boxHeap(p)
}
export function newFormPart(headers: Value, content: Value): Value {
  const p = newObject(Kind.FORM_PART, 24)
  setSlot(p, 0, headers)
  setSlot(p, 1, content)
  return boxHeap(p)
}
export function formBoundary(v: Value): Value {
  return slot(addressOf(v), 0)
}
export function formList(v: Value): Value {
  return slot(addressOf(v), 1)
}

function is(key: Value, text: string): bool {
  return isStr(key) && strEquals(asStr(key), asStr(strConst(text)))
}

/** The name a part has in its Content-Disposition, or None. */
export function partName(part: Value): Value {
  const headers = slot(addressOf(part), 0)
  const d = dictGet(headers, strConst('Content-Disposition'))
  if (d == UNBOUND || kindOf(d) != Kind.DICT) return None
  const name = dictGet(d, strConst('name'))
  return name == UNBOUND ? None : name
}

/** parts[0], parts['name'], parts['*name'], ['parts'], ['boundary']; UNBOUND when absent. */
export function formGet(v: Value, key: Value): Value {
  const list = formList(v)
  if (!isStr(key)) return getItem(list, key)
  const l = asList(list)
  const s = asStr(key)
  const all = strSize(s) > 1 && load<u8>(strBytes(s)) == 0x2a
  const wanted = all ? newStr(strBytes(s) + 1, strSize(s) - 1) : key
  const found = newListRoom(1)
  for (let i: u32 = 0; i < listLength(l); i++) {
    if (equals(partName(listAt(l, i)), wanted) != 1) continue
    if (!all) return listAt(l, i)
    push(found, listAt(l, i))
  }
  if (all) return listLength(found) ? boxHeap(found) : UNBOUND
  if (is(key, 'parts')) return v
  if (is(key, 'boundary')) return formBoundary(v)
  return UNBOUND
}
export function formItem(v: Value, key: Value): Value {
  const r = formGet(v, key)
  return r == UNBOUND ? raiseWith(ExcKind.KeyError, key) : r
}
export function formPartItem(part: Value, key: Value): Value {
  if (is(key, 'headers')) return slot(addressOf(part), 0)
  if (is(key, 'content')) return slot(addressOf(part), 1)
  return raiseWith(ExcKind.KeyError, key)
}
/** Iteration over parts. */
export function nextPart(v: Value, i: u32): Value {
  const l = asList(formList(v))
  return i < listLength(l) ? listAt(l, i) : STOP
}
