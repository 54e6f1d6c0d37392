// list: the type and its methods. tuple's few are here too.
import { arg } from '../bind.ts'
import { sortList } from '../function/iteration.ts'
import { asList, closeGap, listAt, listToChange, listExtend, listItems, listLength, listOf, newList, newListRoom, openGap, push, setListAt, setListLength } from '../../container/list.ts'
import { newTuple, tupleAt, tupleLength, tupleOf } from '../../container/tuple.ts'
import { charge } from '../../memory/limits.ts'
import { sameOrEqual } from '../../ops/equal.ts'
import { indexFailed, toIndex } from '../../ops/subscript.ts'
import { repr } from '../../ops/text.ts'
import { textOf } from '../../text/str.ts'

import { addressOf, boxHeap, boxInt, ERROR, None, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, pendingIs, raise } from '../../vm/raise.ts'
import { clampIndex, clamped } from '../../container/slice.ts'

/// list(iterable=..., /)
/// A new list of the items.
/// >>> list('abc')
/// ['a', 'b', 'c']
export function list(args: usize): Value {
  return arg(args, 0) == UNBOUND ? boxHeap(newListRoom(0)) : listOf(arg(args, 0))
}
/// list.append(self, object, /)
/// Adds an item at the end.
/// >>> x = [1]
/// >>> x.append(2)
/// >>> x
/// [1, 2]
export function append(args: usize): Value {
  push(asList(arg(args, 0)), arg(args, 1))
  return None
}
/// list.extend(self, iterable, /)
/// Adds all items of an iterable.
/// >>> a = [1]
/// >>> a.extend('bc')
/// >>> a
/// [1, 'b', 'c']
export function extend(args: usize): Value {
  return listExtend(arg(args, 0), arg(args, 1)) ? None : ERROR
}
/// list.insert(self, index, object, /)
/// Puts an item before a place.
/// >>> a = [1, 3]
/// >>> a.insert(1, 2)
/// >>> a
/// [1, 2, 3]
export function insert(args: usize): Value {
  const l = asList(arg(args, 0))
  let i = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  const n = <i64>listLength(l)
  if (i < 0) i = max<i64>(i + n, 0)
  if (i > n) i = n
  if (!charge((n - i) >> 4)) return ERROR
  openGap(l, <u32>i, 1)
  setListAt(l, <u32>i, arg(args, 2))
  return None
}
/// list.pop(self, index=-1, /)
/// Removes and gives an item, the last one by default.
/// >>> [1, 2, 3].pop(0)
/// 1
export function pop(args: usize): Value {
  const l = asList(arg(args, 0))
  let i = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  const n = <i64>listLength(l)
  if (n == 0) return raise(ExcKind.IndexError, 'pop from empty list')
  if (i < 0) i += n
  if (i < 0 || i >= n) return raise(ExcKind.IndexError, 'pop index out of range')
  const v = listAt(l, <u32>i)
  if (!charge((n - i) >> 4)) return ERROR
  closeGap(l, <u32>i, 1)
  return v
}
/// list.remove(self, value, /)
/// Removes the first item that is equal.
/// >>> a = [1, 2, 1]
/// >>> a.remove(1)
/// >>> a
/// [2, 1]
export function remove(args: usize): Value {
  const l = asList(arg(args, 0))
  for (let i: u32 = 0; i < listLength(l); i++) {
    const same = sameOrEqual(listAt(l, i), arg(args, 1))
    if (same < 0 || !charge(1)) return ERROR
    if (same) {
      closeGap(l, i, 1)
      return None
    }
  }
  return raise(ExcKind.ValueError, 'list.remove(x): x not in list')
}
/// list.clear(self, /)
/// Removes all items.
/// >>> a = [1]
/// >>> a.clear()
/// >>> a
/// []
export function clear(args: usize): Value {
  setListLength(listToChange(arg(args, 0)), 0)
  return None
}
/// list.copy(self, /)
/// A new list of the same items.
/// >>> [1, 2].copy()
/// [1, 2]
export function copy(args: usize): Value {
  const l = asList(arg(args, 0))
  return newList(listItems(l), listLength(l))
}
/// list.reverse(self, /)
/// Turns the order round in place.
/// >>> a = [1, 2]
/// >>> a.reverse()
/// >>> a
/// [2, 1]
export function reverse(args: usize): Value {
  const l = listToChange(arg(args, 0))
  const n = listLength(l)
  if (n) {
    for (let i: u32 = 0, j = n - 1; i < j; i++, j--) {
      const v = listAt(l, i)
      setListAt(l, i, listAt(l, j))
      setListAt(l, j, v)
    }
  }
  return None
}
/// list.sort(self, /, *, key=None, reverse=False)
/// Sorts in place; equal items keep their order.
/// >>> x = [3, 1, 2]
/// >>> x.sort()
/// >>> x
/// [1, 2, 3]
export function sort(args: usize): Value {
  const v = arg(args, 0)
  const l = listToChange(v)
  // The list is empty while it is sorted, so that a key function cannot disturb it.
  const n = listLength(l)
  const own = addressOf(newList(listItems(l), n))
  setListLength(l, 0)
  const ok = sortList(own, arg(args, 1), arg(args, 2))
  const touched = listLength(l) != 0
  store<u64>(l, load<u64>(own, 8), 8)
  store<u32>(l, load<u32>(own, 16), 16)
  if (!ok) return ERROR
  return touched ? raise(ExcKind.ValueError, 'list modified during sort') : None
}
/// list.index(self, value, start=0, stop=9223372036854775807, /)
/// The place of the first item that is equal.
/// >>> ['a', 'b'].index('b')
/// 1
export function index(args: usize): Value {
  return indexIn(args, true)
}
/// list.count(self, value, /)
/// How many items are equal.
/// >>> [1, 2, 1.0].count(1)
/// 2
export function count(args: usize): Value {
  return countIn(args, true)
}

function rowLength(p: usize, isList: bool): u32 {
  return isList ? listLength(p) : tupleLength(p)
}
function rowAt(p: usize, i: u32, isList: bool): Value {
  return isList ? listAt(p, i) : tupleAt(p, i)
}
function bound(v: Value, n: i64, usual: i64): i64 {
  if (v == UNBOUND) return usual
  if (!clampIndex(v)) {
    if (pendingIs(ExcKind.TypeError)) raise(ExcKind.TypeError, 'slice indices must be integers or have an __index__ method')
    return -1
  }
  const i = clamped
  return i < 0 ? max<i64>(i + n, 0) : i
}

function indexIn(args: usize, isList: bool): Value {
  const v = arg(args, 0)
  const p = isList ? asList(v) : addressOf(v)
  const n = <i64>rowLength(p, isList)
  const from = bound(arg(args, 2), n, 0)
  const to = bound(arg(args, 3), n, 0x7fffffff)
  if (from < 0 || to < 0) return ERROR
  for (let i = from; i < to && i < <i64>rowLength(p, isList); i++) {
    const same = sameOrEqual(rowAt(p, <u32>i, isList), arg(args, 1))
    if (same < 0 || !charge(1)) return ERROR
    if (same) return boxInt(i)
  }
  if (!isList) return raise(ExcKind.ValueError, 'tuple.index(x): x not in tuple')
  const shown = repr(arg(args, 1))
  return shown == ERROR ? ERROR : raise(ExcKind.ValueError, textOf(shown) + ' is not in list')
}
function countIn(args: usize, isList: bool): Value {
  const v = arg(args, 0)
  const p = isList ? asList(v) : addressOf(v)
  let found: i64 = 0
  for (let i: u32 = 0; i < rowLength(p, isList); i++) {
    const same = sameOrEqual(rowAt(p, i, isList), arg(args, 1))
    if (same < 0 || !charge(1)) return ERROR
    found += same
  }
  return boxInt(found)
}

/// tuple(iterable=..., /)
/// A tuple of the items.
/// >>> tuple([1, 2])
/// (1, 2)
export function tuple(args: usize): Value {
  return arg(args, 0) == UNBOUND ? newTuple(0, 0) : tupleOf(arg(args, 0))
}
/// tuple.index(self, value, start=0, stop=9223372036854775807, /)
/// The place of the first item that is equal.
/// >>> (1, 2).index(2)
/// 1
export function tupleIndex(args: usize): Value {
  return indexIn(args, false)
}
/// tuple.count(self, value, /)
/// How many items are equal.
/// >>> (1, 2, 1).count(1)
/// 2
export function tupleCount(args: usize): Value {
  return countIn(args, false)
}
