// MultiMap: a dict whose keys may repeat. It is a table from key to the list of that key's values: m['k'] is the first
// value, m['*k'] the list of all.
import { asDict } from '../container/dict.ts'
import { asList, listAt, listLength, newListRoom, push } from '../container/list.ts'
import { appendEntry, ENTRY, entriesOf, entriesUsed, entryHash, entryKey, entryValue, FAILED, lookUp, newTable, tableLength, tableSet } from '../container/table.ts' // prettier-ignore
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { asStr, isStr, newStr, strBytes, strSize } from '../text/str.ts'
import { Kind, kindOf } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raiseWith } from '../vm/raise.ts'

export function newMultiMap(): Value {
  return boxHeap(newTable(Kind.MULTIMAP))
}

/** Adds one value of a key behind those it has. False with a fault pending. */
export function multiAdd(m: Value, key: Value, v: Value): bool {
  const t = addressOf(m)
  const e = lookUp(t, key)
  if (e == FAILED) return false
  if (e) {
    push(asList(entryValue(e)), v)
    return true
  }
  const l = newListRoom(1)
  push(l, v)
  return tableSet(t, key, boxHeap(l))
}

/** The list of a key's values, UNBOUND when absent. */
export function multiAll(m: Value, key: Value): Value {
  const e = lookUp(addressOf(m), key)
  return e > FAILED ? entryValue(e) : UNBOUND
}
function firstOf(v: Value): Value {
  if (kindOf(v) != Kind.LIST) return v
  const l = asList(v)
  return listLength(l) ? listAt(l, 0) : None
}

/** m['k'], m['*k']; UNBOUND when absent. */
export function multiGet(m: Value, key: Value): Value {
  const plain = multiAll(m, key)
  if (plain != UNBOUND) return firstOf(plain)
  if (isStr(key)) {
    const s = asStr(key)
    if (strSize(s) > 1 && load<u8>(strBytes(s)) == 0x2a) {
      const all = multiAll(m, newStr(strBytes(s) + 1, strSize(s) - 1))
      if (all != UNBOUND) return kindOf(all) == Kind.LIST ? all : oneItem(all)
    }
  }
  return UNBOUND
}
function oneItem(v: Value): Value {
  const l = newListRoom(1)
  push(l, v)
  return boxHeap(l)
}
export function multiMapItem(m: Value, key: Value): Value {
  const v = multiGet(m, key)
  return v == UNBOUND ? raiseWith(ExcKind.KeyError, key) : v
}

/** A MultiMap of a dict: a list is the values of its key. `deep`: dicts inside become MultiMaps too (XML). */
export function multiMapOf(v: Value, deep: bool): Value {
  const kind = kindOf(v)
  if (kind != Kind.DICT) return v
  const from = asDict(v)
  const t = newTable(Kind.MULTIMAP, tableLength(from))
  for (let i: u32 = 0; i < entriesUsed(from); i++) {
    const e = entriesOf(from) + <usize>i * ENTRY
    if (entryKey(e) == UNBOUND) continue
    const item = entryValue(e)
    const l = newListRoom(1)
    const ik = kindOf(item)
    if (ik == Kind.LIST) {
      const p = asList(item)
      for (let j: u32 = 0; j < listLength(p); j++) push(l, deep ? multiMapOf(listAt(p, j), true) : listAt(p, j))
    } else if (ik == Kind.TUPLE) {
      for (let j: u32 = 0; j < tupleLength(addressOf(item)); j++) push(l, tupleAt(addressOf(item), j))
    } else push(l, deep ? multiMapOf(item, true) : item)
    appendEntry(t, entryKey(e), boxHeap(l), entryHash(e))
  }
  return boxHeap(t)
}

/** A dict of a MultiMap: one value stands for itself, several are a list. */
export function singles(m: Value): Value {
  const from = addressOf(m)
  const t = newTable(Kind.DICT, tableLength(from))
  for (let i: u32 = 0; i < entriesUsed(from); i++) {
    const e = entriesOf(from) + <usize>i * ENTRY
    if (entryKey(e) == UNBOUND) continue
    const v = entryValue(e)
    const one = kindOf(v) == Kind.LIST && listLength(asList(v)) == 1
    appendEntry(t, entryKey(e), one ? listAt(asList(v), 0) : v, entryHash(e))
  }
  return boxHeap(t)
}
