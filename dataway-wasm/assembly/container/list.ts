// list: a growing array of values. A JSON array becomes one (json/tape.ts) when it is changed.
import { copyBytes } from '../memory/copy.ts'
import { thaw } from './freeze.ts'
import { alloc, resizeLast } from '../memory/region.ts'
import { reserve } from '../memory/limits.ts'
import { fitsI64 } from '../number/bigint.ts'
import { Kind, newObject } from '../value/object.ts'
import { addressOf, boxHeap, intOf, isInt, isTape, Value, ERROR, STOP } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { rangeLength } from './range.ts'
import { materialize } from '../json/tape.ts'
import { iter, next } from '../ops/iterate.ts'

const LIST_SIZE: usize = 24

export function newListRoom(room: u32): usize {
  const l = newObject(Kind.LIST, LIST_SIZE)
  store<u32>(l, 0, 8)
  store<u32>(l, room ? <u32>alloc(<usize>room << 3) : 0, 12)
  store<u32>(l, room, 16)
  return l
}

/** A list of a copy of `n` values. */
export function newList(values: usize, n: u32): Value {
  const l = newListRoom(n)
  copyBytes(listItems(l), values, <usize>n << 3)
  store<u32>(l, n, 8)
  return boxHeap(l)
}

// @ts-ignore: decorator
@inline export function listLength(l: usize): u32 {
  return load<u32>(l, 8)
}
// @ts-ignore: decorator
@inline export function listItems(l: usize): usize {
  return <usize>load<u32>(l, 12)
}
// @ts-ignore: decorator
@inline export function listAt(l: usize, i: u32): Value {
  assert(i < load<u32>(l, 16), 'a list is read behind its end')
  return load<u64>(<usize>load<u32>(l, 12) + (<usize>i << 3))
}
// @ts-ignore: decorator
@inline export function setListAt(l: usize, i: u32, v: Value): void {
  assert(i < load<u32>(l, 16), 'a list is written behind its end')
  store<u64>(<usize>load<u32>(l, 12) + (<usize>i << 3), v)
}
// @ts-ignore: decorator
@inline export function setListLength(l: usize, n: u32): void {
  store<u32>(l, n, 8)
}

/** The heap object of a list value that is about to be changed. */
export function listToChange(v: Value): usize {
  const l = asList(v)
  thaw(l)
  return l
}
/** The heap object of a list value; a tape array is turned into one. */
export function asList(v: Value): usize {
  return isTape(v) ? materialize(addressOf(v)) : addressOf(v)
}

/** Makes room for `n` items. */
export function growList(l: usize, n: u32): void {
  const room = load<u32>(l, 16)
  if (n <= room) return
  const wanted = max<u32>(n, room + (room >> 1) + 4)
  const old = listItems(l)
  if (old && resizeLast(old, <usize>room << 3, <usize>wanted << 3)) {
    store<u32>(l, wanted, 16)
    return
  }
  const fresh = alloc(<usize>wanted << 3)
  copyBytes(fresh, old, <usize>listLength(l) << 3)
  store<u32>(l, <u32>fresh, 12)
  store<u32>(l, wanted, 16)
}

export function push(l: usize, v: Value): void {
  thaw(l)
  const n = listLength(l)
  if (n == load<u32>(l, 16)) growList(l, n + 1)
  setListAt(l, n, v)
  setListLength(l, n + 1)
}

/** `list.append`; the list may still be a tape array. */
export function listAppend(list: Value, v: Value): void {
  push(asList(list), v)
}

/** Moves the items from `at` on by `by` places up; the gap is the caller's to fill. */
export function openGap(l: usize, at: u32, by: u32): void {
  thaw(l)
  const n = listLength(l)
  growList(l, n + by)
  const p = listItems(l) + (<usize>at << 3)
  copyBytes(p + (<usize>by << 3), p, <usize>(n - at) << 3)
  setListLength(l, n + by)
}
export function closeGap(l: usize, at: u32, by: u32): void {
  thaw(l)
  const n = listLength(l)
  const p = listItems(l) + (<usize>at << 3)
  copyBytes(p, p + (<usize>by << 3), <usize>(n - at - by) << 3)
  setListLength(l, n - by)
}

/** Appends all items of an iterable. False with a fault pending. */
export function listExtend(list: Value, iterable: Value): bool {
  const l = listToChange(list)
  if (!isTape(iterable)) {
    const from = addressOf(iterable)
    const kind = iterable >>> 48 == 0xfffd ? load<u8>(from) : <u8>0
    if (kind == <u8>Kind.LIST || kind == <u8>Kind.TUPLE) {
      const n = kind == <u8>Kind.LIST ? listLength(from) : load<u32>(from, 4)
      const at = listLength(l)
      if (n > 4096 && !reserve(<u64>n << 3)) return false
      growList(l, at + n)
      const items = kind == <u8>Kind.LIST ? listItems(from) : from + 8
      copyBytes(listItems(l) + (<usize>at << 3), items, <usize>n << 3)
      setListLength(l, at + n)
      return true
    }
  }
  const it = iter(iterable)
  if (it == ERROR || !fitsRange(iterable)) return false
  while (true) {
    const v = next(it)
    if (v == ERROR) return false
    if (v == STOP) return true
    const n = listLength(l)
    if (n == load<u32>(l, 16) && n >= 4096 && !reserve(<u64>n << 2)) return false
    push(l, v)
  }
}

/** Whether a list could hold a range: `list(range(2**62))` fails before it begins, as in CPython. */
export function fitsRange(v: Value): bool {
  if (isTape(v) || v >>> 48 != 0xfffd || load<u8>(addressOf(v)) != <u8>Kind.RANGE) return true
  const n = rangeLength(addressOf(v))
  if (isInt(n)) return intOf(n) < 4096 || reserve(<u64>intOf(n) << 3)
  if (!fitsI64(addressOf(n))) raise(ExcKind.OverflowError, 'Python int too large to convert to C ssize_t')
  else raise(ExcKind.MemoryError, '')
  return false
}

/** A new list of the items of an iterable, or ERROR. */
export function listOf(iterable: Value): Value {
  const l = boxHeap(newListRoom(0))
  return listExtend(l, iterable) ? l : ERROR
}
