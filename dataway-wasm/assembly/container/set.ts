// set and frozenset over container/table.ts; the value of each entry is None. They iterate in insertion order, small
// ones of ints in CPython's (set-order.ts).
import { charge } from '../memory/limits.ts'
import { Kind, kindOf } from '../value/object.ts'
import { addressOf, boxBool, boxHeap, ERROR, None, STOP, UNBOUND, Value } from '../value/value.ts'
import { asDict } from './dict.ts'
import { iter, next } from '../ops/iterate.ts'
import {
  appendEntry, copyTable, ENTRY, entriesOf, entriesUsed, entryHash, entryKey, FAILED, findEntry, lookUp, newTable,
  removeFound, tableLength, tableSetHashed, tableSet,
} from './table.ts' // prettier-ignore

export function newSet(): Value {
  return boxHeap(newTable(Kind.SET))
}
export function newFrozenSet(): Value {
  return boxHeap(newTable(Kind.FROZENSET))
}
/** False with a fault pending. */
export function setAdd(s: Value, v: Value): bool {
  return tableSet(addressOf(s), v, None)
}
export function isSetKind(kind: Kind): bool {
  return kind == Kind.SET || kind == Kind.FROZENSET
}

/** Adds all items of an iterable. False with a fault pending. */
export function addAll(t: usize, iterable: Value): bool {
  const kind = kindOf(iterable)
  if (isSetKind(kind) || kind == Kind.DICT) {
    const from = kind == Kind.DICT ? asDict(iterable) : addressOf(iterable)
    if (from == t) return true
    const used = entriesUsed(from)
    if (!charge(<i64>used)) return false
    for (let i: u32 = 0; i < used; i++) {
      const e = entriesOf(from) + <usize>i * ENTRY
      if (entryKey(e) != UNBOUND && !tableSetHashed(t, entryKey(e), None, entryHash(e))) return false
    }
    return true
  }
  const it = iter(iterable)
  if (it == ERROR) return false
  while (true) {
    const v = next(it)
    if (v == STOP) return true
    if (v == ERROR || !charge(1) || !tableSet(t, v, None)) return false
  }
}

/** A new set of an iterable's items, or ERROR. */
export function setOf(iterable: Value, kind: Kind): Value {
  const t = newTable(kind)
  return addAll(t, iterable) ? boxHeap(t) : ERROR
}

/** The table of a set, frozenset or dict; a set made of the items of any other iterable; 0 with a fault pending. */
export function tableOf(v: Value): usize {
  const kind = kindOf(v)
  if (isSetKind(kind)) return addressOf(v)
  if (kind == Kind.DICT) return asDict(v)
  const s = setOf(v, Kind.SET)
  return s == ERROR ? 0 : addressOf(s)
}

/** Items in both, taken from the smaller as CPython does: `{1.0} & {1, 2}` is `{1.0}`. ERROR. */
export function intersect(a: usize, b: usize, kind: Kind): Value {
  return tableLength(b) > tableLength(a) ? filterTable(a, b, true, kind) : filterTable(b, a, true, kind)
}

/** The items of an iterable that are in `a`; as CPython, it reads no further when it has found all. ERROR. */
export function intersectItems(a: usize, iterable: Value, kind: Kind): Value {
  const it = iter(iterable)
  if (it == ERROR) return ERROR
  const t = newTable(kind)
  while (true) {
    const v = next(it)
    if (v == STOP) break
    const e = v == ERROR || !charge(1) ? FAILED : lookUp(a, v)
    if (e == FAILED || (e && !tableSet(t, v, None))) return ERROR
    if (e && tableLength(t) >= tableLength(a)) break
  }
  return boxHeap(t)
}

/** Whether no item of an iterable is in `a`, as a bool; it reads no further than to one that is. ERROR. */
export function disjoint(a: usize, iterable: Value): Value {
  const it = iter(iterable)
  if (it == ERROR) return ERROR
  while (true) {
    const v = next(it)
    if (v == STOP) return boxBool(true)
    const e = v == ERROR || !charge(1) ? FAILED : lookUp(a, v)
    if (e) return e == FAILED ? ERROR : boxBool(false)
  }
}

/** Items of `a` that are (`wanted`) or are not in `b`, as a new set; ERROR. */
export function filterTable(a: usize, b: usize, wanted: bool, kind: Kind): Value {
  const t = newTable(kind)
  const used = entriesUsed(a)
  if (!charge(<i64>used)) return ERROR
  for (let i: u32 = 0; i < used; i++) {
    const e = entriesOf(a) + <usize>i * ENTRY
    const key = entryKey(e)
    if (key == UNBOUND) continue
    const found = findEntry(b, key, entryHash(e))
    if (found == FAILED) return ERROR
    if ((found != 0) == wanted) appendEntry(t, key, None, entryHash(e))
  }
  return boxHeap(t)
}

export function unionOf(a: usize, b: usize, kind: Kind): Value {
  const t = copyTable(a, kind)
  clearValues(t)
  return addAll(t, boxHeap(b)) ? boxHeap(t) : ERROR
}
function clearValues(t: usize): void {
  const used = entriesUsed(t)
  for (let i: u32 = 0; i < used; i++) store<u64>(entriesOf(t) + <usize>i * ENTRY, None, 8)
}

/** Items in exactly one of two tables: those of `a` first. */
export function symmetricOf(a: usize, b: usize, kind: Kind): Value {
  const t = filterTable(a, b, false, kind)
  if (t == ERROR) return ERROR
  const used = entriesUsed(b)
  for (let i: u32 = 0; i < used; i++) {
    const e = entriesOf(b) + <usize>i * ENTRY
    const key = entryKey(e)
    if (key == UNBOUND) continue
    const found = findEntry(a, key, entryHash(e))
    if (found == FAILED) return ERROR
    if (!found) appendEntry(addressOf(t), key, None, entryHash(e))
  }
  return t
}

/** 1 when every item of `a` is in `b`, 0, -1 = fault. */
export function isSubset(a: usize, b: usize): i32 {
  if (tableLength(a) > tableLength(b)) return 0
  const used = entriesUsed(a)
  if (!charge(<i64>used)) return -1
  for (let i: u32 = 0; i < used; i++) {
    const e = entriesOf(a) + <usize>i * ENTRY
    const key = entryKey(e)
    if (key == UNBOUND) continue
    const found = findEntry(b, key, entryHash(e))
    if (found == FAILED) return -1
    if (!found) return 0
  }
  return 1
}

/** 1 removed, 0 absent, -1 fault. */
export function setRemove(t: usize, v: Value): i32 {
  const e = lookUp(t, v)
  if (e == FAILED) return -1
  if (!e) return 0
  removeFound(t, e)
  return 1
}
