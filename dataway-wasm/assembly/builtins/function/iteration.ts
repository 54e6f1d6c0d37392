// Built-in functions that make, read or combine iterators.
import { arg } from '../bind.ts'
import { intValue } from '../../ops/arithmetic.ts'
import { asDict } from '../../container/dict.ts'
import { listAt, listItems, listLength, listOf, newListRoom, push } from '../../container/list.ts'
import { sortItems } from '../../container/sort.ts'
import { entriesUsed, tableLength } from '../../container/table.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { charge } from '../../memory/limits.ts'
import { alloc } from '../../memory/region.ts'
import { isIteratorKind, iter as iterOf, newIterator, next as nextOf, setIteratorPosition, setSecondWord } from '../../ops/iterate.ts'
import { indexOf, length } from '../../ops/subscript.ts'
import { truth } from '../../ops/truth.ts'
import { strConst } from '../../text/str.ts'
import { isIntegral, isKind, Kind, kindOf, slot } from '../../value/object.ts'
import * as names from '../../vm/names.ts'
import { addressOf, boxBool, boxHeap, boxInt, ERROR, None, NotImplemented, STOP, UNBOUND, Value } from '../../value/value.ts'
import { call1, isCallable } from '../../vm/call.ts'
import { hasSequenceItems, optionalMethod } from '../../vm/dunder.ts'
import { raiseStop } from '../../vm/generator.ts'
import { plain } from '../../vm/native-self.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { lookupType } from '../../vm/attribute.ts'
import { typeName, typeOf } from '../../vm/type.ts'
import { newRange, reversedRange } from '../../container/range.ts'
import { newSlice } from '../../container/slice.ts'

/// all(iterable, /)
/// Whether no item is false.
/// >>> all([1, 'a', []])
/// False
export function all(args: usize): Value {
  return every(arg(args, 0), true)
}
/// any(iterable, /)
/// Whether an item is true.
/// >>> any([0, '', 3])
/// True
export function any(args: usize): Value {
  return every(arg(args, 0), false)
}
function every(iterable: Value, wanted: bool): Value {
  const it = iterOf(iterable)
  if (it == ERROR) return ERROR
  while (true) {
    const v = nextOf(it)
    if (v == STOP) return boxBool(wanted)
    if (v == ERROR || !charge(1)) return ERROR
    const t = truth(v)
    if (t < 0) return ERROR
    if ((t == 1) != wanted) return boxBool(!wanted)
  }
}

/// len(obj, /)
/// The number of items.
/// >>> len('äb')
/// 2
export function len(args: usize): Value {
  const n = length(arg(args, 0))
  return n < 0 ? ERROR : intValue(n)
}

/// iter(object, sentinel=..., /)
/// An iterator over an object; with a sentinel, calls a function until it gives that value.
/// >>> list(iter([1, 2]))
/// [1, 2]
export function iter(args: usize): Value {
  // What itertools makes is looped over by an iterator inside it.
  if (arg(args, 1) == UNBOUND && isKind(arg(args, 0), Kind.INSTANCE) && lookupType(typeOf(arg(args, 0)), names.ITERATES) != UNBOUND) return arg(args, 0)
  if (arg(args, 1) == UNBOUND) return iterOf(arg(args, 0))
  if (!isCallable(arg(args, 0))) return raise(ExcKind.TypeError, 'iter(v, w): v must be callable')
  const it = newIterator(Kind.CALL_ITER, arg(args, 0))
  store<u64>(it, arg(args, 1), 24)
  return boxHeap(it)
}

/// next(iterator, default=..., /)
/// The next item; at the end `default`, or StopIteration.
/// >>> next(iter([]), 'none')
/// 'none'
export function next(args: usize): Value {
  const it = arg(args, 0)
  const kind = kindOf(it)
  if (kind < Kind.FUNCTION && !isIteratorKind(kind)) return raise(ExcKind.TypeError, "'" + typeName(it) + "' object is not an iterator")
  const v = nextOf(it)
  if (v != STOP) return v
  return arg(args, 1) != UNBOUND ? arg(args, 1) : raiseStop(it)
}

/// enumerate(iterable=..., start=0)
/// Pairs of a running number and the item.
/// >>> list(enumerate('ab', 1))
/// [(1, 'a'), (2, 'b')]
export function enumerate(args: usize): Value {
  if (arg(args, 0) == UNBOUND) return raise(ExcKind.TypeError, "enumerate() missing required argument 'iterable'")
  const it = iterOf(arg(args, 0))
  if (it == ERROR) return ERROR
  const start = indexOf(arg(args, 1))
  if (start == ERROR) return ERROR
  if (start == NotImplemented) return raise(ExcKind.TypeError, "'" + typeName(arg(args, 1)) + "' object cannot be interpreted as an integer")
  const p = newIterator(Kind.ENUMERATE, it)
  store<u64>(p, start, 24)
  return boxHeap(p)
}

/// zip(*iterables, strict=False)
/// Tuples of the items at the same place; ends with the shortest.
/// >>> list(zip([1, 2, 3], 'ab'))
/// [(1, 'a'), (2, 'b')]
export function zip(args: usize): Value {
  const strict = truth(arg(args, 0))
  if (strict < 0) return ERROR
  const t = addressOf(arg(args, 1))
  const l = newListRoom(tupleLength(t))
  for (let i: u32 = 0; i < tupleLength(t); i++) {
    const kind = kindOf(tupleAt(t, i))
    if (kind < Kind.STR || kind == Kind.SLICE || kind == Kind.NATIVE) return raise(ExcKind.TypeError, "'" + typeName(tupleAt(t, i)) + "' object is not iterable")
    const it = iterOf(tupleAt(t, i))
    if (it == ERROR) return ERROR
    push(l, it)
  }
  const p = newIterator(Kind.ZIP, boxHeap(l))
  setSecondWord(p, strict)
  return boxHeap(p)
}

/// map(*args)
/// The function's results for the items, one at a time.
/// >>> list(map(lambda a, b: a * b, [1, 2], [3, 4]))
/// [3, 8]
export function map(args: usize): Value {
  const t = addressOf(arg(args, 0))
  const n = tupleLength(t)
  if (n < 2) return raise(ExcKind.TypeError, 'map() must have at least two arguments.')
  const l = newListRoom(n)
  for (let i: u32 = 1; i < n; i++) {
    const it = iterOf(tupleAt(t, i))
    if (it == ERROR) return ERROR
    push(l, it)
  }
  const p = newIterator(Kind.MAP, tupleAt(t, 0))
  store<u64>(p, boxHeap(l), 24)
  return boxHeap(p)
}

/// filter(function, iterable, /)
/// The items for which the function is true; with None the true items.
/// >>> list(filter(None, [0, 1, '', 'a']))
/// [1, 'a']
export function filter(args: usize): Value {
  const it = iterOf(arg(args, 1))
  if (it == ERROR) return ERROR
  const p = newIterator(Kind.FILTER, arg(args, 0))
  store<u64>(p, it, 24)
  return boxHeap(p)
}

function notReversible(v: Value): Value {
  return raise(ExcKind.TypeError, "'" + typeName(v) + "' object is not reversible")
}
/// reversed(sequence, /)
/// The items from the last to the first.
/// >>> list(reversed('abc'))
/// ['c', 'b', 'a']
export function reversed(args: usize): Value {
  return reversedOf(arg(args, 0))
}
function reversedOf(sequence: Value): Value {
  let v = sequence
  const kind = kindOf(v)
  let what: u32 = 0
  if (kind >= Kind.FUNCTION) {
    if (lookupType(typeOf(v), strConst('__reversed__')) == None) return notReversible(v)
    const r = optionalMethod(v, strConst('__reversed__'))
    if (r != UNBOUND) return r
    if (plain(v) != v && kindOf(plain(v)) < Kind.FUNCTION) return reversedOf(plain(v))
    if (!hasSequenceItems(v)) return notReversible(v)
  } else if (kind >= Kind.DICT_KEYS && kind <= Kind.DICT_ITEMS) {
    what = kind - Kind.DICT_KEYS
    v = slot(addressOf(v), 0)
  } else if (kind < Kind.STR || kind > Kind.RANGE || kind == Kind.SET || kind == Kind.FROZENSET) {
    return notReversible(v)
  }
  if (kind == Kind.RANGE) return iterOf(reversedRange(addressOf(v)))
  const n = length(v)
  if (n < 0) return ERROR
  const p = newIterator(Kind.REVERSED, v)
  store<u64>(p, boxInt(n), 24)
  if (kindOf(v) == Kind.DICT) {
    setIteratorPosition(p, entriesUsed(asDict(v)))
    setSecondWord(p, (tableLength(asDict(v)) << 2) | what)
  }
  return boxHeap(p)
}

/// sorted(iterable, /, *, key=None, reverse=False)
/// A new list in order; equal items keep theirs.
/// >>> sorted(['b', 'A', 'c'], key=str.lower, reverse=True)
/// ['c', 'b', 'A']
export function sorted(args: usize): Value {
  const l = listOf(arg(args, 0))
  if (l == ERROR) return ERROR
  return sortList(addressOf(l), arg(args, 1), arg(args, 2)) ? l : ERROR
}

/** Sorts a list in place by a key function (None for none). False with a fault pending. */
export function sortList(l: usize, key: Value, reverse: Value): bool {
  if (!isIntegral(reverse)) {
    const n = integer(reverse)
    if (n == ERROR) return false
    reverse = n
  }
  const down = truth(reverse)
  if (down < 0) return false
  const n = listLength(l)
  if (key == None) return sortItems(listItems(l), listItems(l), n, down == 1)
  const keys = alloc(<usize>n << 3)
  for (let i: u32 = 0; i < n; i++) {
    const k = call1(key, listAt(l, i))
    if (k == ERROR || !charge(1)) return false
    store<u64>(keys + (<usize>i << 3), k)
  }
  return sortItems(keys, listItems(l), n, down == 1)
}

/// range(start, stop=..., step=1, /)
/// The numbers from `start` (0 when only one argument is given) to before `stop`.
/// >>> list(range(2, 10, 3))
/// [2, 5, 8]
/// >>> range(3)
/// range(0, 3)
export function range(args: usize): Value {
  let start = integer(arg(args, 0))
  let stop = arg(args, 1)
  if (start == ERROR) return ERROR
  if (stop == UNBOUND) {
    stop = start
    start = boxInt(0)
  } else {
    stop = integer(stop)
    if (stop == ERROR) return ERROR
  }
  const step = integer(arg(args, 2))
  return step == ERROR ? ERROR : newRange(start, stop, step)
}
function integer(v: Value): Value {
  const n = indexOf(v)
  return n == NotImplemented ? raise(ExcKind.TypeError, "'" + typeName(v) + "' object cannot be interpreted as an integer") : n
}

/// slice(start, stop=..., step=None, /)
/// What `[start:stop:step]` stands for.
/// >>> 'abcdef'[slice(1, 4)]
/// 'bcd'
export function slice(args: usize): Value {
  return arg(args, 1) == UNBOUND ? newSlice(None, arg(args, 0), None) : newSlice(arg(args, 0), arg(args, 1), arg(args, 2))
}
