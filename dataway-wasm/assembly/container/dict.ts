// dict over container/table.ts. A dict value may still be a tape object: reading it leaves it so, changing it makes it
// a table (json/tape.ts).
import { Kind, kindOf, isKind, newObject, setSlot } from '../value/object.ts'
import { addressOf, boxHeap, isTape, ERROR, None, STOP, UNBOUND, Value } from '../value/value.ts'
import { materialize, tapeGet, isLiveTape } from '../json/tape.ts'
import { iter, next, isIterableKind } from '../ops/iterate.ts'
import { getItem } from '../ops/subscript.ts'
import { asStr, isStr, strHash } from '../text/str.ts'
import { ExcKind, pendingIs, raise, takePending } from '../vm/raise.ts'
import { hasAttr, callMethod0 } from '../vm/attribute.ts'
import { definesIter, plain } from '../vm/dunder.ts'
import { typeName, typeOf } from '../vm/type.ts'
import { strConst } from '../text/str.ts'
import { listAt, listLength, listOf } from './list.ts'
import {
  appendEntry, copyTable, ENTRY, entriesOf, entriesUsed, entryHash, entryKey, entryValue, FAILED, findEntry, lookUp,
  newTable, tableDelete, tableLength, tableSet, tableSetHashed,
} from './table.ts' // prettier-ignore

export function newDict(room: u32 = 0): Value {
  return boxHeap(newTable(Kind.DICT, room))
}
export function isDict(v: Value): bool {
  return kindOf(v) == Kind.DICT
}
/** The table of a dict value; a tape object is turned into one. */
export function asDict(v: Value): usize {
  return isTape(v) ? materialize(addressOf(v)) : addressOf(v)
}

/** The value of a key, UNBOUND when it is absent, ERROR. */
export function dictGet(d: Value, key: Value): Value {
  if (isTape(d)) {
    const node = addressOf(d)
    if (isLiveTape(node) && isStr(key)) return tapeGet(node, asStr(key))
  }
  const t = asDict(d)
  const e = lookUp(t, key)
  return e == FAILED ? ERROR : e ? entryValue(e) : UNBOUND
}
/** The same for a text key and a dict that is a table: never fails, never calls a script. */
export function dictGetStr(d: Value, key: Value): Value {
  const s = asStr(key)
  const e = findEntry(asDict(d), key, strHash(s))
  return e > FAILED ? entryValue(e) : UNBOUND
}
/** False with a fault pending. */
export function dictSet(d: Value, key: Value, value: Value): bool {
  return tableSet(asDict(d), key, value)
}
export function dictSetStr(d: Value, key: Value, value: Value): void {
  tableSetHashed(asDict(d), key, value, strHash(asStr(key)))
}
/** 1 removed, 0 was absent, -1 fault. */
export function dictDelete(d: Value, key: Value): i32 {
  return tableDelete(asDict(d), key)
}
export function dictLength(d: Value): u32 {
  return tableLength(asDict(d))
}
export function dictCopy(d: Value): Value {
  return boxHeap(copyTable(asDict(d), Kind.DICT))
}

/** Sets all entries of a dict. Never fails. */
export function mergeTable(into: usize, from: usize): void {
  if (into == from) return
  const used = entriesUsed(from)
  const fresh = tableLength(into) == 0
  for (let i: u32 = 0; i < used; i++) {
    const e = entriesOf(from) + <usize>i * ENTRY
    if (entryKey(e) == UNBOUND) continue
    if (fresh) appendEntry(into, entryKey(e), entryValue(e), entryHash(e))
    else if (!tableSetHashed(into, entryKey(e), entryValue(e), entryHash(e))) return
  }
}

/** `dict.update(other)`: a dict, something with keys(), or pairs. False with a fault pending. */
export function dictUpdate(d: Value, other: Value): bool {
  const into = asDict(d)
  const kind = kindOf(other)
  if (kind == Kind.DICT) {
    mergeTable(into, asDict(other))
    return true
  }
  if (kind == Kind.INSTANCE && kindOf(plain(other)) == Kind.DICT && !definesIter(typeOf(other))) {
    mergeTable(into, asDict(plain(other)))
    return true
  }
  if (!isIterableKind(kind) && hasAttr(other, strConst('keys'))) {
    const keys = callMethod0(other, strConst('keys'))
    if (keys == ERROR) return false
    const it = iter(keys)
    if (it == ERROR) return false
    while (true) {
      const key = next(it)
      if (key == STOP) return true
      if (key == ERROR) return false
      const value = getItem(other, key)
      if (value == ERROR || !tableSet(into, key, value)) return false
    }
  }
  const it = iter(other)
  if (it == ERROR) return false
  let n = 0
  while (true) {
    const item = next(it)
    if (item == STOP) return true
    if (item == ERROR) return false
    if (!isIterableKind(kindOf(item)) && kindOf(item) < Kind.FUNCTION) {
      raise(ExcKind.TypeError, 'cannot convert dictionary update sequence element #' + n.toString() + ' to a sequence')
      return false
    }
    const pair = listOf(item)
    if (pair == ERROR) {
      if (!pendingIs(ExcKind.TypeError)) return false
      takePending()
      raise(ExcKind.TypeError, 'cannot convert dictionary update sequence element #' + n.toString() + ' to a sequence')
      return false
    }
    const l = addressOf(pair)
    if (listLength(l) != 2) {
      raise(ExcKind.ValueError, 'dictionary update sequence element #' + n.toString() + ' has length ' + listLength(l).toString() + '; 2 is required')
      return false
    }
    if (!tableSet(into, listAt(l, 0), listAt(l, 1))) return false
    n++
  }
}

/** dict_keys, dict_values or dict_items of a dict. */
export function newView(kind: Kind, d: Value): Value {
  const p = newObject(kind, 16)
  setSlot(p, 0, d)
  return boxHeap(p)
}
