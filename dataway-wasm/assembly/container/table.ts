// The insertion-ordered hash table under dict, set, frozenset and MultiMap. Entries stand in insertion order; small tables
// are searched from end to end, larger ones through slots of 32 bits (entry number + 1; 0 free, all ones deleted).
// Layout in value/object.ts. A key of text is stored as a heap str. Functions that may call a script's __eq__ or
// __hash__ say so by giving FAILED.
import { clearBytes, copyBytes } from '../memory/copy.ts'
import { thaw } from './freeze.ts'
import { alloc } from '../memory/region.ts'
import { Kind, isKind, newObject, PERSISTENT } from '../value/object.ts'
import { addressOf, boxHeap, isInt, isTape, None, UNBOUND, Value } from '../value/value.ts'
import { asStr, isStr, strEquals, strHash } from '../text/str.ts'
import { tupleAt, tupleLength } from './tuple.ts'
import { equals } from '../ops/equal.ts'
import { hash32, hashFailed } from '../ops/hash.ts'

export const TABLE_SIZE: usize = 40
export const ENTRY: usize = 24
/** A fault is pending. */
export const FAILED: usize = 1
const SMALL: u32 = 8
const DELETED: u32 = 0xffffffff

export function newTable(kind: Kind, room: u32 = 0): usize {
  const t = newObject(kind, TABLE_SIZE)
  store<u64>(t, 0, 8)
  store<u64>(t, 0, 16)
  store<u64>(t, 0, 24)
  store<u64>(t, 0, 32)
  if (room) setRoom(t, room)
  return t
}

/** A dict of the different text keys in a tuple and as many values. */
export function newRecord(keys: usize, values: usize): Value {
  const n = tupleLength(keys)
  if (n > SMALL) {
    const t = newTable(Kind.DICT, n)
    for (let i: u32 = 0; i < n; i++) {
      const key = tupleAt(keys, i)
      appendEntry(t, key, load<u64>(values + (<usize>i << 3)), strHash(asStr(key)))
    }
    return boxHeap(t)
  }
  const t = newObject(Kind.DICT, TABLE_SIZE + <usize>n * ENTRY)
  const entries = t + TABLE_SIZE
  store<u64>(t, <u64>n | (<u64>entries << 32), 8)
  store<u64>(t, <u64>n | (<u64>n << 32), 16)
  store<u64>(t, 0, 24)
  store<u64>(t, 0, 32)
  let e = entries
  for (let i: usize = 0; i < <usize>n; i++, e += ENTRY) {
    const key = tupleAt(keys, <u32>i)
    store<u64>(e, key)
    store<u64>(e, load<u64>(values + (i << 3)), 8)
    store<u32>(e, strHash(addressOf(key)), 16)
  }
  return boxHeap(t)
}

/** Live entries. */
// @ts-ignore: decorator
@inline export function tableLength(t: usize): u32 {
  return load<u32>(t, 8)
}
// @ts-ignore: decorator
@inline export function entriesOf(t: usize): usize {
  return <usize>load<u32>(t, 12)
}
/** Entries with deleted ones between them. */
// @ts-ignore: decorator
@inline export function entriesUsed(t: usize): u32 {
  return load<u32>(t, 16)
}
// @ts-ignore: decorator
@inline export function entryAt(t: usize, i: u32): usize {
  assert(i <= load<u32>(t, 20), 'a table is read behind its end')
  return <usize>load<u32>(t, 12) + <usize>i * ENTRY
}
// @ts-ignore: decorator
@inline export function entryKey(e: usize): Value {
  return load<u64>(e)
}
// @ts-ignore: decorator
@inline export function entryValue(e: usize): Value {
  return load<u64>(e, 8)
}
// @ts-ignore: decorator
@inline export function entryHash(e: usize): u32 {
  return load<u32>(e, 16)
}
/** The next live entry at or after number `i`, or 0 at the end; its number is then in `foundAt`. */
export let foundAt: u32 = 0
export function liveEntry(t: usize, i: u32): usize {
  const used = entriesUsed(t)
  let e = entryAt(t, i)
  for (; i < used; i++, e += ENTRY) {
    if (load<u64>(e) != UNBOUND) {
      foundAt = i
      return e
    }
  }
  return 0
}

function setRoom(t: usize, room: u32): void {
  const fresh = alloc(<usize>room * ENTRY)
  const used = entriesUsed(t)
  const old = entriesOf(t)
  let n: u32 = 0
  for (let i: u32 = 0, e = old; i < used; i++, e += ENTRY) {
    if (load<u64>(e) == UNBOUND) continue
    copyBytes(fresh + <usize>n * ENTRY, e, ENTRY)
    n++
  }
  store<u32>(t, <u32>fresh, 12)
  store<u32>(t, n, 16)
  store<u32>(t, room, 20)
  if (room > SMALL) {
    let slots: u32 = 16
    while (slots * 2 < room * 3) slots <<= 1
    const table = <usize>load<u32>(t, 24)
    const reuse = table != 0 && load<u32>(t, 28) == slots - 1
    store<u32>(t, <u32>(reuse ? table : alloc(<usize>slots << 2)), 24)
    store<u32>(t, slots - 1, 28)
    indexEntries(t)
  }
}

function indexEntries(t: usize): void {
  const mask = load<u32>(t, 28)
  const slots = <usize>load<u32>(t, 24)
  clearBytes(slots, (<usize>mask + 1) << 2)
  const used = entriesUsed(t)
  for (let i: u32 = 0, e = entriesOf(t); i < used; i++, e += ENTRY) {
    let at = entryHash(e) & mask
    while (load<u32>(slots + (<usize>at << 2))) at = (at + 1) & mask
    store<u32>(slots + (<usize>at << 2), i + 1)
  }
}

let slotFound: usize = 0

/** The entry of a key whose hash is known: its address, 0 when absent, FAILED. */
export function findEntry(t: usize, key: Value, h: u32): usize {
  const slots = <usize>load<u32>(t, 24)
  const text = isStr(key)
  const keyStr = text ? asStr(key) : 0
  if (!slots) {
    slotFound = 0
    const used = entriesUsed(t)
    for (let i: u32 = 0, e = entriesOf(t); i < used; i++, e += ENTRY) {
      if (entryHash(e) != h) continue
      const same = sameKey(load<u64>(e), key, keyStr)
      if (same > 0) return e
      if (same < 0) return FAILED
    }
    return 0
  }
  const mask = load<u32>(t, 28)
  let at = h & mask
  while (true) {
    const slot = slots + (<usize>at << 2)
    const n = load<u32>(slot)
    if (!n) return 0
    if (n != DELETED) {
      const e = entryAt(t, n - 1)
      if (entryHash(e) == h) {
        const same = sameKey(load<u64>(e), key, keyStr)
        if (same > 0) {
          slotFound = slot
          return e
        }
        if (same < 0) return FAILED
      }
    }
    at = (at + 1) & mask
  }
}

// @ts-ignore: decorator
@inline function sameKey(has: Value, key: Value, keyStr: usize): i32 {
  if (has == key) return 1
  if (has == UNBOUND) return 0
  if (keyStr) return isKind(has, Kind.STR) ? i32(strEquals(addressOf(has), keyStr)) : slowSame(has, key)
  if (isInt(has) && isInt(key)) return 0
  return slowSame(has, key)
}
function slowSame(has: Value, key: Value): i32 {
  return equals(has, key)
}

/** The entry of a key: its address, 0 when absent, FAILED when it cannot be hashed or compared. */
export function lookUp(t: usize, key: Value): usize {
  const h = hash32(key)
  if (hashFailed) return FAILED
  return findEntry(t, key, h)
}

/** Adds an entry that is known to be absent. */
export function appendEntry(t: usize, key: Value, value: Value, h: u32): usize {
  thaw(t)
  const used = entriesUsed(t)
  const room = load<u32>(t, 20)
  if (used == room) {
    const live = tableLength(t)
    setRoom(t, live < used - (used >> 2) ? max<u32>(room, 4) : room < SMALL ? (room ? SMALL : 4) : room << 1)
    return appendEntry(t, key, value, h)
  }
  const e = entryAt(t, used)
  store<u64>(e, isTape(key) ? boxHeap(asStr(key)) : key)
  store<u64>(e, value, 8)
  store<u32>(e, h, 16)
  store<u32>(t, used + 1, 16)
  store<u32>(t, tableLength(t) + 1, 8)
  const slots = <usize>load<u32>(t, 24)
  if (slots) {
    const mask = load<u32>(t, 28)
    let at = h & mask
    while (true) {
      const n = load<u32>(slots + (<usize>at << 2))
      if (n == 0 || n == DELETED) break
      at = (at + 1) & mask
    }
    store<u32>(slots + (<usize>at << 2), used + 1)
  }
  return e
}

/** Sets a key. False with a fault pending. */
export function tableSet(t: usize, key: Value, value: Value): bool {
  const h = hash32(key)
  if (hashFailed) return false
  return tableSetHashed(t, key, value, h)
}
export function tableSetHashed(t: usize, key: Value, value: Value, h: u32): bool {
  thaw(t)
  const e = findEntry(t, key, h)
  if (e == FAILED) return false
  if (e) store<u64>(e, value, 8)
  else appendEntry(t, key, value, h)
  return true
}

/** Takes an entry away. Behind an iterator's back the places of a dict's other entries stay, unless `dense` is asked for. */
export function removeFound(t: usize, e: usize, dense: bool = true): void {
  if (load<u8>(t, 1) & <u8>PERSISTENT) {
    // The copy has the entry and its slot at the same offsets.
    const entry = e - entriesOf(t)
    const slot = slotFound ? slotFound - <usize>load<u32>(t, 24) : 0
    const hadSlot = slotFound != 0
    thaw(t)
    e = entriesOf(t) + entry
    if (hadSlot) slotFound = <usize>load<u32>(t, 24) + slot
  }
  if (slotFound && load<u32>(t, 24)) store<u32>(slotFound, DELETED)
  store<u64>(e, UNBOUND)
  store<u64>(e, None, 8)
  store<u32>(t, tableLength(t) - 1, 8)
  if (!dense) return
  const used = entriesUsed(t)
  // Popping from the end keeps the entries dense.
  if (e == entryAt(t, used - 1)) {
    let n = used - 1
    while (n > 0 && load<u64>(entryAt(t, n - 1)) == UNBOUND) n--
    store<u32>(t, n, 16)
  }
  if (tableLength(t) == 0) clearTable(t)
}

/** 1 removed, 0 was absent, -1 fault. */
export function tableDelete(t: usize, key: Value): i32 {
  const e = lookUp(t, key)
  if (e == FAILED) return -1
  if (!e) return 0
  removeFound(t, e, <Kind>load<u8>(t) != Kind.DICT)
  return 1
}

export function clearTable(t: usize): void {
  thaw(t)
  store<u32>(t, 0, 8)
  store<u32>(t, 0, 16)
  const slots = <usize>load<u32>(t, 24)
  if (slots) clearBytes(slots, (<usize>load<u32>(t, 28) + 1) << 2)
}

/** The last live entry, ready for removeFound; 0 when empty. */
export function lastEntry(t: usize): usize {
  let n = entriesUsed(t)
  while (n > 0) {
    const e = entryAt(t, --n)
    if (load<u64>(e) != UNBOUND) return findEntry(t, load<u64>(e), entryHash(e))
  }
  return 0
}

/** A shallow copy as another kind of table. */
export function copyTable(from: usize, kind: Kind): usize {
  const n = tableLength(from)
  const t = newTable(kind, n)
  const used = entriesUsed(from)
  for (let i: u32 = 0, e = entriesOf(from); i < used; i++, e += ENTRY) {
    if (load<u64>(e) != UNBOUND) appendEntry(t, entryKey(e), entryValue(e), entryHash(e))
  }
  return t
}
