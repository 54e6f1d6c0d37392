// Stable merge sort of values by lessThan, with insertion sort for short runs and natural runs used where they are.
// Rows below 64 items are compared in the order in which CPython compares them: a script sees it when items have no order.
import { copyBytes } from '../memory/copy.ts'
import { alloc } from '../memory/region.ts'
import { charge } from '../memory/limits.ts'
import { lessThan } from '../ops/compare.ts'
import { Kind } from '../value/object.ts'
import { bothInt, intOf, isFloat, floatOf, UNBOUND, Value } from '../value/value.ts'
import { appendEntry, ENTRY, entriesOf, entriesUsed, entryHash, entryKey, entryValue, newTable, tableLength } from './table.ts'

const SHORT: u32 = 12
const ONE_RUN: u32 = 64

/**
 * Sorts `n` items; `keys` has their keys in the same order (may be the same address as `items`). Both are rearranged.
 * `reverse` sorts from high to low, equal items in their order. False with a fault pending.
 */
export function sortItems(keys: usize, items: usize, n: u32, reverse: bool): bool {
  if (n < 2) return true
  if (!charge(<i64>n)) return false
  const same = keys == items
  if (reverse) {
    flip(keys, n)
    if (!same) flip(items, n)
  }
  if (n < ONE_RUN) {
    const done = runSort(keys, items, n)
    if (reverse) {
      flip(keys, n)
      if (!same) flip(items, n)
    }
    return done
  }
  const roomKeys = alloc(<usize>n << 3)
  const roomItems = same ? roomKeys : alloc(<usize>n << 3)
  const ok = mergeSort(keys, items, 0, n, roomKeys, roomItems)
  if (reverse) {
    flip(keys, n)
    if (!same) flip(items, n)
  }
  return ok
}

function flip(p: usize, n: u32): void {
  for (let i: usize = 0, j = <usize>n - 1; i < j; i++, j--) {
    const a = load<u64>(p + (i << 3))
    store<u64>(p + (i << 3), load<u64>(p + (j << 3)))
    store<u64>(p + (j << 3), a)
  }
}

// @ts-ignore: decorator
@inline function at(p: usize, i: u32): Value {
  return load<u64>(p + (<usize>i << 3))
}
// @ts-ignore: decorator
@inline function put(p: usize, i: u32, v: Value): void {
  store<u64>(p + (<usize>i << 3), v)
}
// @ts-ignore: decorator
@inline function less(a: Value, b: Value): i32 {
  if (bothInt(a, b)) return i32(intOf(a) < intOf(b))
  if (isFloat(a) && isFloat(b)) return i32(floatOf(a) < floatOf(b))
  return lessThan(a, b)
}

function mergeSort(keys: usize, items: usize, from: u32, to: u32, roomKeys: usize, roomItems: usize): bool {
  const n = to - from
  if (n <= SHORT) return insertionSort(keys, items, from, to)
  const middle = from + n / 2
  if (!mergeSort(keys, items, from, middle, roomKeys, roomItems)) return false
  if (!mergeSort(keys, items, middle, to, roomKeys, roomItems)) return false
  // Runs that are in order already need no merge.
  const ordered = less(at(keys, middle), at(keys, middle - 1))
  if (ordered < 0) return false
  if (!ordered) return true
  if (!charge(<i64>n)) return false
  const left = middle - from
  copyBytes(roomKeys, keys + (<usize>from << 3), <usize>left << 3)
  if (items != keys) copyBytes(roomItems, items + (<usize>from << 3), <usize>left << 3)
  let i: u32 = 0
  let j = middle
  let k = from
  while (i < left && j < to) {
    const second = less(at(keys, j), at(roomKeys, i))
    if (second < 0) {
      // Leave all items in the list, in some order, as Python does.
      copyBytes(keys + (<usize>k << 3), roomKeys + (<usize>i << 3), <usize>(left - i) << 3)
      if (items != keys) copyBytes(items + (<usize>k << 3), roomItems + (<usize>i << 3), <usize>(left - i) << 3)
      return false
    }
    if (second) {
      if (items != keys) put(items, k, at(items, j))
      put(keys, k++, at(keys, j++))
    } else {
      if (items != keys) put(items, k, at(roomItems, i))
      put(keys, k++, at(roomKeys, i++))
    }
  }
  copyBytes(keys + (<usize>k << 3), roomKeys + (<usize>i << 3), <usize>(left - i) << 3)
  if (items != keys) copyBytes(items + (<usize>k << 3), roomItems + (<usize>i << 3), <usize>(left - i) << 3)
  return true
}

/** CPython's sort of a short row: the run it begins with, then each further item by bisection. */
function runSort(keys: usize, items: usize, n: u32): bool {
  const down = less(at(keys, 1), at(keys, 0))
  if (down < 0) return false
  let sorted: u32 = 2
  for (; sorted < n; sorted++) {
    const c = less(at(keys, sorted), at(keys, sorted - 1))
    if (c < 0) return false
    if (c != down) break
  }
  if (down) {
    flip(keys, sorted)
    if (items != keys) flip(items, sorted)
  }
  for (; sorted < n; sorted++) {
    if (!insertSorted(keys, items, 0, sorted, sorted)) return false
  }
  return true
}
/** Moves the item at `i` to its place by bisection of `low` … `high`, which are in order. */
function insertSorted(keys: usize, items: usize, low: u32, high: u32, i: u32): bool {
  const key = at(keys, i)
  while (low < high) {
    const middle = (low + high) >> 1
    const c = less(key, at(keys, middle))
    if (c < 0) return false
    if (c) high = middle
    else low = middle + 1
  }
  insertAt(keys, low, i)
  if (items != keys) insertAt(items, low, i)
  return true
}
/** Moves the item at `from` down to `to`. */
function insertAt(p: usize, to: u32, from: u32): void {
  const v = at(p, from)
  copyBytes(p + (<usize>(to + 1) << 3), p + (<usize>to << 3), <usize>(from - to) << 3)
  put(p, to, v)
}

function insertionSort(keys: usize, items: usize, from: u32, to: u32): bool {
  for (let i = from + 1; i < to; i++) {
    // Most data is nearly in order: look at the neighbour first.
    const first = less(at(keys, i), at(keys, i - 1))
    if (first < 0) return false
    if (first && !insertSorted(keys, items, from, i - 1, i)) return false
  }
  return true
}

/** A copy of a table with its entries in the order of their keys; 0 with a fault pending. */
export function sortedTable(t: usize): usize {
  const n = tableLength(t)
  const keys = alloc(<usize>n << 3)
  const entries = alloc(<usize>n << 3)
  let k: u32 = 0
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entriesOf(t) + <usize>i * ENTRY
    if (entryKey(e) == UNBOUND) continue
    put(keys, k, entryKey(e))
    put(entries, k++, <u64>e)
  }
  if (!sortItems(keys, entries, n, false)) return 0
  const sorted = newTable(<Kind>load<u8>(t), n)
  for (let i: u32 = 0; i < n; i++) {
    const e = <usize>at(entries, i)
    appendEntry(sorted, entryKey(e), entryValue(e), entryHash(e))
  }
  return sorted
}
