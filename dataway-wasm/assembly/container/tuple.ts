// tuple: a fixed row of values behind the header, which holds the length.
import { enterRegion, staticRegion } from '../memory/region.ts'
import { Kind, isKind, newObject } from '../value/object.ts'
import { addressOf, boxHeap, isHeap, Value, ERROR } from '../value/value.ts'
import { listItems, listLength, listOf } from './list.ts'

export function roomForTuple(n: u32): usize {
  return newObject(Kind.TUPLE, 8 + (<usize>n << 3), n)
}
let empty: Value = 0
/** `()`: there is only one. */
export function emptyTuple(): Value {
  if (!empty) {
    const back = enterRegion(staticRegion())
    empty = boxHeap(roomForTuple(0))
    enterRegion(back)
  }
  return empty
}
/** A tuple of a copy of `n` values. */
export function newTuple(values: usize, n: u32): Value {
  if (n == 0) return emptyTuple()
  const t = roomForTuple(n)
  memory.copy(t + 8, values, <usize>n << 3)
  return boxHeap(t)
}
export function pair(a: Value, b: Value): Value {
  const t = roomForTuple(2)
  store<u64>(t, a, 8)
  store<u64>(t, b, 16)
  return boxHeap(t)
}
// @ts-ignore: decorator
@inline export function tupleLength(t: usize): u32 {
  return load<u32>(t, 4)
}
// @ts-ignore: decorator
@inline export function tupleAt(t: usize, i: u32): Value {
  assert(i < tupleLength(t), 'a tuple is read behind its end')
  return load<u64>(t + (<usize>i << 3), 8)
}
// @ts-ignore: decorator
@inline export function isTuple(v: Value): bool {
  return isHeap(v) && load<u8>(addressOf(v)) == <u8>Kind.TUPLE
}
/** A new tuple of the items of an iterable (a tuple itself), or ERROR. */
export function tupleOf(iterable: Value): Value {
  if (isKind(iterable, Kind.TUPLE)) return iterable
  const l = listOf(iterable)
  if (l == ERROR) return ERROR
  return newTuple(listItems(addressOf(l)), listLength(addressOf(l)))
}
