// set and frozenset: the types and their methods. How they iterate: container/set.ts.
import { orderSet } from '../../container/set-order.ts'
import { arg } from '../bind.ts'
import { thaw } from '../../container/freeze.ts'
import { addAll, disjoint, filterTable, intersect, intersectItems, isSetKind, isSubset, setOf, setRemove, symmetricOf, tableOf } from '../../container/set.ts'
import { setInside } from '../../ops/subscript.ts'
import { clearTable, copyTable, entryKey, liveEntry, lookUp, newTable, removeFound, tableLength, tableSet } from '../../container/table.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { Kind, kindOf } from '../../value/object.ts'
import { addressOf, boxBool, boxHeap, ERROR, None, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, raiseWith } from '../../vm/raise.ts'
import { strConst } from '../../text/str.ts'

/// set(iterable=..., /)
/// A set of the items.
/// >>> set([2, 1, 2])
/// {1, 2}
export function set(args: usize): Value {
  return arg(args, 0) == UNBOUND ? boxHeap(newTable(Kind.SET)) : setOf(arg(args, 0), Kind.SET)
}
/// frozenset(iterable=..., /)
/// A set that cannot be changed and can be a key.
/// >>> frozenset('aa')
/// frozenset({'a'})
export function frozenset(args: usize): Value {
  const v = arg(args, 0)
  if (v == UNBOUND) return boxHeap(newTable(Kind.FROZENSET))
  return kindOf(v) == Kind.FROZENSET ? v : setOf(v, Kind.FROZENSET)
}

/// set.add(self, elem, /)
/// Adds an item.
/// >>> s = {1}
/// >>> s.add(2)
/// >>> s
/// {1, 2}
export function add(args: usize): Value {
  return tableSet(addressOf(arg(args, 0)), arg(args, 1), None) ? None : ERROR
}
/// set.remove(self, elem, /)
/// Removes an item; KeyError when it is absent.
/// >>> s = {1, 2}
/// >>> s.remove(1)
/// >>> s
/// {2}
export function remove(args: usize): Value {
  const r = setRemove(addressOf(arg(args, 0)), setKey(arg(args, 1)))
  return r < 0 ? ERROR : r ? None : raiseWith(ExcKind.KeyError, arg(args, 1))
}
/// set.discard(self, elem, /)
/// Removes an item if it is there.
/// >>> s = {1, 2}
/// >>> s.discard(5)
/// >>> s
/// {1, 2}
export function discard(args: usize): Value {
  return setRemove(addressOf(arg(args, 0)), setKey(arg(args, 1))) < 0 ? ERROR : None
}
/** A set may be looked up in a set as the frozenset it would be. */
function setKey(v: Value): Value {
  const key = setInside(v)
  return key == UNBOUND ? v : boxHeap(copyTable(addressOf(key), Kind.FROZENSET))
}
/// set.pop(self, /)
/// Removes and gives an item: the first.
/// >>> {1}.pop()
/// 1
export function pop(args: usize): Value {
  const t = addressOf(arg(args, 0))
  orderSet(t)
  const e = liveEntry(t, 0)
  if (!e) return raiseWith(ExcKind.KeyError, strConst('pop from an empty set'))
  const v = entryKey(e)
  const found = lookUp(t, v)
  removeFound(t, found)
  return v
}
/// set.clear(self, /)
/// Removes all items.
/// >>> s = {1}
/// >>> s.clear()
/// >>> s
/// set()
export function clear(args: usize): Value {
  clearTable(addressOf(arg(args, 0)))
  return None
}
/// set.update(self, *others)
/// Adds the items of all iterables.
/// >>> s = {1}
/// >>> s.update([2], [3])
/// >>> s
/// {1, 2, 3}
export function update(args: usize): Value {
  const t = addressOf(arg(args, 0))
  const others = addressOf(arg(args, 1))
  for (let i: u32 = 0; i < tupleLength(others); i++) if (!addAll(t, tupleAt(others, i))) return ERROR
  return None
}

function kindFor(args: usize): Kind {
  return kindOf(arg(args, 0)) == Kind.FROZENSET ? Kind.FROZENSET : Kind.SET
}
function copyOf(args: usize): Value {
  return boxHeap(copyTable(addressOf(arg(args, 0)), kindFor(args)))
}
function unionWith(args: usize): Value {
  const r = copyOf(args)
  const others = addressOf(arg(args, 1))
  for (let i: u32 = 0; i < tupleLength(others); i++) if (!addAll(addressOf(r), tupleAt(others, i))) return ERROR
  return r
}
function keep(args: usize, wanted: bool): Value {
  let r = copyOf(args)
  const others = addressOf(arg(args, 1))
  for (let i: u32 = 0; i < tupleLength(others); i++) {
    const have = addressOf(r)
    const other = tupleAt(others, i)
    if (wanted && !isSetKind(kindOf(other))) {
      r = intersectItems(have, other, kindFor(args))
      if (r == ERROR) return ERROR
      continue
    }
    const t = tableOf(other)
    if (!t) return ERROR
    r = wanted ? intersect(have, t, kindFor(args)) : filterTable(have, t, false, kindFor(args))
    if (r == ERROR) return ERROR
  }
  return r
}
function takeOver(args: usize, r: Value): Value {
  if (r == ERROR) return ERROR
  thaw(addressOf(arg(args, 0)))
  memory.copy(addressOf(arg(args, 0)) + 8, addressOf(r) + 8, 32)
  return None
}
function symmetric(args: usize): Value {
  const t = tableOf(arg(args, 1))
  return t ? symmetricOf(addressOf(arg(args, 0)), t, kindFor(args)) : ERROR
}
function subset(a: Value, b: Value): Value {
  const x = tableOf(a)
  const y = x ? tableOf(b) : 0
  if (!y) return ERROR
  const r = isSubset(x, y)
  return r < 0 ? ERROR : boxBool(r == 1)
}
/// set.union(self, *others)
/// A set of the items of this and all others.
/// >>> {1}.union([2], (3,))
/// {1, 2, 3}
export function union(args: usize): Value {
  return unionWith(args)
}
/// set.intersection(self, *others)
/// The items that are in all.
/// >>> {1, 2, 3}.intersection([2, 3, 4])
/// {2, 3}
export function intersection(args: usize): Value {
  return keep(args, true)
}
/// set.difference(self, *others)
/// The items that are in none of the others.
/// >>> {1, 2, 3}.difference([2])
/// {1, 3}
export function difference(args: usize): Value {
  return keep(args, false)
}
/// set.symmetric_difference(self, other, /)
/// The items that are in exactly one.
/// >>> {1, 2}.symmetric_difference([2, 3])
/// {1, 3}
export function symmetricDifference(args: usize): Value {
  return symmetric(args)
}
/// set.intersection_update(self, *others)
/// Keeps only what is in all others.
/// >>> s = {1, 2}
/// >>> s.intersection_update([2, 3])
/// >>> s
/// {2}
export function intersectionUpdate(args: usize): Value {
  return takeOver(args, keep(args, true))
}
/// set.difference_update(self, *others)
/// Removes what is in any other.
/// >>> s = {1, 2}
/// >>> s.difference_update([2])
/// >>> s
/// {1}
export function differenceUpdate(args: usize): Value {
  return takeOver(args, keep(args, false))
}
/// set.symmetric_difference_update(self, other, /)
/// Keeps what is in exactly one.
/// >>> s = {1, 2}
/// >>> s.symmetric_difference_update([2, 3])
/// >>> s
/// {1, 3}
export function symmetricUpdate(args: usize): Value {
  return takeOver(args, symmetric(args))
}
/// set.issubset(self, other, /)
/// Whether every item is in `other`.
/// >>> {1}.issubset([1, 2])
/// True
export function issubset(args: usize): Value {
  return subset(arg(args, 0), arg(args, 1))
}
/// set.issuperset(self, other, /)
/// Whether every item of `other` is in the set.
/// >>> {1, 2}.issuperset([1])
/// True
export function issuperset(args: usize): Value {
  return subset(arg(args, 1), arg(args, 0))
}
/// set.isdisjoint(self, other, /)
/// Whether there is no common item.
/// >>> {1}.isdisjoint([2])
/// True
export function isdisjoint(args: usize): Value {
  return disjoint(addressOf(arg(args, 0)), arg(args, 1))
}
/// set.copy(self, /)
/// A new set of the same items.
/// >>> {1}.copy()
/// {1}
export function copy(args: usize): Value {
  return copyOf(args)
}
/// frozenset.union(self, *others)
/// A frozenset of the items of this and all others.
/// >>> frozenset([1]).union([2])
/// frozenset({1, 2})
export function frozenUnion(args: usize): Value {
  return unionWith(args)
}
/// frozenset.intersection(self, *others)
/// The items that are in all.
/// >>> frozenset([1, 2]).intersection([2, 3])
/// frozenset({2})
export function frozenIntersection(args: usize): Value {
  return keep(args, true)
}
/// frozenset.difference(self, *others)
/// The items that are in none of the others.
/// >>> frozenset([1, 2]).difference([2])
/// frozenset({1})
export function frozenDifference(args: usize): Value {
  return keep(args, false)
}
/// frozenset.symmetric_difference(self, other, /)
/// The items that are in exactly one.
/// >>> frozenset([1, 2]).symmetric_difference([2, 3])
/// frozenset({1, 3})
export function frozenSymmetric(args: usize): Value {
  return symmetric(args)
}
/// frozenset.issubset(self, other, /)
/// Whether every item is in `other`.
/// >>> frozenset([1]).issubset([1, 2])
/// True
export function frozenSubset(args: usize): Value {
  return subset(arg(args, 0), arg(args, 1))
}
/// frozenset.issuperset(self, other, /)
/// Whether every item of `other` is in the set.
/// >>> frozenset([1, 2]).issuperset([1])
/// True
export function frozenSuperset(args: usize): Value {
  return subset(arg(args, 1), arg(args, 0))
}
/// frozenset.isdisjoint(self, other, /)
/// Whether there is no common item.
/// >>> frozenset([1]).isdisjoint([2])
/// True
export function frozenDisjoint(args: usize): Value {
  return disjoint(addressOf(arg(args, 0)), arg(args, 1))
}
/// frozenset.copy(self, /)
/// The frozenset itself.
/// >>> frozenset([1]).copy()
/// frozenset({1})
export function frozenCopy(args: usize): Value {
  return arg(args, 0)
}
