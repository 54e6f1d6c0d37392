// iter() and next() of all built-in values. An iterator is an object of a kind of its own; next() gives STOP at the end.
// Iterator layout: 8 source · 16 position u32 · 20 second word u32 · 24 extra · 32 extra.
import { orderSet } from '../container/set-order.ts'
import { copyBytes } from '../memory/copy.ts'
import { asList, fitsRange, listAt, listItems, listLength, newListRoom, push } from '../container/list.ts'
import { pair, roomForTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { asDict } from '../container/dict.ts'
import { rangeAt, rangeLength } from '../container/range.ts'
import { entryAt, entryKey, entriesUsed, entryValue, foundAt, liveEntry, tableLength } from '../container/table.ts'
import { after, childCount, deref, firstChild, isLiveTape, nodeValue, tagAt } from '../json/tape.ts'
import { bytesOf } from '../text/bytes.ts'
import { asStr, charFrom, isAsciiStr, strBytes, strSize } from '../text/str.ts'
import { countCodePoints, widthOf } from '../text/utf8.ts'
import { Kind, kindOf, newObject, setSlot, slot, Tape } from '../value/object.ts'
import { addressOf, bothInt, boxHeap, boxInt, ERROR, intOf, isHeap, isInt, isTape, None, NotImplemented, STOP, UNBOUND, Value } from '../value/value.ts'
import { call0, call1, call } from '../vm/call.ts'
import { hasSequenceItems, iterDunder, nextDunder } from '../vm/dunder.ts'
import { ExcKind, pendingIs, raise, takePending } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { equals } from './equal.ts'
import { add, sub } from './arithmetic.ts'
import { getItem, length } from './subscript.ts'
import { truth } from './truth.ts'
import { charge } from '../memory/limits.ts'
import { alloc } from '../memory/region.ts'
import { nextPart } from '../message/form-parts.ts'

const ITERATOR: usize = 40

export function newIterator(kind: Kind, source: Value): usize {
  const p = newObject(kind, ITERATOR)
  store<u64>(p, source, 8)
  store<u64>(p, 0, 16)
  store<u64>(p, None, 24)
  store<u64>(p, None, 32)
  return p
}
// @ts-ignore: decorator
@inline export function iteratorPosition(p: usize): u32 {
  return load<u32>(p, 16)
}
// @ts-ignore: decorator
@inline export function setIteratorPosition(p: usize, n: u32): void {
  store<u32>(p, n, 16)
}
// @ts-ignore: decorator
@inline export function setSecondWord(p: usize, n: u32): void {
  store<u32>(p, n, 20)
}

/** Built-in kinds that iter() knows without asking a class. */
export function isIterableKind(kind: Kind): bool {
  return (
    (kind >= Kind.STR && kind <= Kind.RANGE) || (kind >= Kind.DICT_KEYS && kind <= Kind.DICT_ITEMS) || isIteratorKind(kind) ||
    kind == Kind.MULTIMAP || kind == Kind.FORM_PARTS
  ) // prettier-ignore
}
export function isIteratorKind(kind: Kind): bool {
  return kind >= Kind.LIST_ITER && kind <= Kind.REVERSED
}

/** `iter(v)`; ERROR. */
export function iter(v: Value): Value {
  v = deref(v)
  const kind = kindOf(v)
  switch (kind) {
    case Kind.LIST:
      if (isTape(v)) {
        const it = newIterator(Kind.TAPE_ITER, v)
        setIteratorPosition(it, <u32>firstChild(addressOf(v)))
        return boxHeap(it)
      }
      return boxHeap(newIterator(Kind.LIST_ITER, v))
    case Kind.TUPLE:
      return boxHeap(newIterator(Kind.TUPLE_ITER, v))
    case Kind.STR:
      return boxHeap(newIterator(Kind.STR_ITER, boxHeap(asStr(v))))
    case Kind.BYTES:
    case Kind.BYTEARRAY:
      return boxHeap(newIterator(Kind.BYTES_ITER, v))
    case Kind.RANGE: {
      const it = newIterator(Kind.RANGE_ITER, v)
      store<u64>(it, boxInt(0), 24)
      return boxHeap(it)
    }
    case Kind.DICT:
    case Kind.MULTIMAP:
      return overTable(Kind.DICT_KEY_ITER, asDict(v))
    case Kind.SET:
    case Kind.FROZENSET:
      orderSet(addressOf(v))
      return overTable(Kind.SET_ITER, addressOf(v))
    case Kind.DICT_KEYS:
      return overTable(Kind.DICT_KEY_ITER, asDict(slot(addressOf(v), 0)))
    case Kind.DICT_VALUES:
      return overTable(Kind.DICT_VALUE_ITER, asDict(slot(addressOf(v), 0)))
    case Kind.DICT_ITEMS:
      return overTable(Kind.DICT_ITEM_ITER, asDict(slot(addressOf(v), 0)))
    case Kind.FORM_PARTS:
      return boxHeap(newIterator(Kind.SEQUENCE_ITER, v))
    case Kind.ENTITY:
      return boxHeap(newIterator(Kind.SEQUENCE_ITER, v))
    default:
      if (isIteratorKind(kind)) return v
      if (kind >= Kind.FUNCTION) return iterObject(v)
      return notIterable(v)
  }
}
function notIterable(v: Value): Value {
  return raise(ExcKind.TypeError, "'" + typeName(v) + "' object is not iterable")
}
function overTable(kind: Kind, t: usize): Value {
  const it = newIterator(kind, boxHeap(t))
  setSecondWord(it, tableLength(t))
  store<u64>(it, boxInt(<i64>tableLength(t)), 24)
  return boxHeap(it)
}
function iterObject(v: Value): Value {
  const it = iterDunder(v)
  if (it != NotImplemented) return it
  if (hasSequenceItems(v)) return boxHeap(newIterator(Kind.SEQUENCE_ITER, v))
  return notIterable(v)
}

/** The next item, STOP at the end, ERROR. */
export function next(it: Value): Value {
  const p = addressOf(it)
  switch (isHeap(it) ? <Kind>load<u8>(p) : Kind.NONE) {
    case Kind.LIST_ITER: {
      const i = iteratorPosition(p)
      const l = addressOf(load<u64>(p, 8))
      if (i >= listLength(l)) {
        setIteratorPosition(p, 0xffffffff)
        return STOP
      }
      setIteratorPosition(p, i + 1)
      return listAt(l, i)
    }
    case Kind.TAPE_ITER:
      return nextOfTape(p)
    case Kind.TUPLE_ITER: {
      const i = iteratorPosition(p)
      const t = addressOf(load<u64>(p, 8))
      if (i >= tupleLength(t)) return STOP
      setIteratorPosition(p, i + 1)
      return tupleAt(t, i)
    }
    case Kind.RANGE_ITER:
      return nextOfRange(p)
    case Kind.STR_ITER: {
      const s = addressOf(load<u64>(p, 8))
      const at = <usize>iteratorPosition(p)
      if (at >= strSize(s)) return STOP
      setIteratorPosition(p, <u32>(at + (isAsciiStr(s) ? 1 : widthOf(load<u8>(strBytes(s) + at)))))
      return charFrom(s, at)
    }
    case Kind.BYTES_ITER: {
      const i = iteratorPosition(p)
      const b = load<u64>(p, 8)
      if (i >= load<u32>(addressOf(b), 8)) return STOP
      setIteratorPosition(p, i + 1)
      return boxInt(<i64>load<u8>(bytesOf(b) + <usize>i))
    }
    case Kind.DICT_KEY_ITER:
    case Kind.DICT_VALUE_ITER:
    case Kind.DICT_ITEM_ITER:
    case Kind.SET_ITER:
      return nextOfTable(p)
    case Kind.ENUMERATE: {
      const v = next(slot(p, 0))
      if (v == STOP || v == ERROR) return v
      const n = load<u64>(p, 24)
      store<u64>(p, add(n, boxInt(1)), 24)
      return pair(n, v)
    }
    case Kind.ZIP:
      return nextOfZip(p)
    case Kind.MAP:
      return nextOfMap(p)
    case Kind.FILTER:
      return nextOfFilter(p)
    case Kind.REVERSED:
      return nextOfReversed(p)
    case Kind.SEQUENCE_ITER:
      return nextOfSequence(p)
    case Kind.CALL_ITER: {
      if (slot(p, 0) == UNBOUND) return STOP
      const v = call0(slot(p, 0))
      if (v == ERROR) return ERROR
      const same = equals(v, load<u64>(p, 24))
      if (same < 0) return ERROR
      if (same) {
        setSlot(p, 0, UNBOUND)
        return STOP
      }
      return v
    }
    default:
      return nextDunder(it)
  }
}

function nextOfTape(p: usize): Value {
  const v = load<u64>(p, 8)
  const node = addressOf(v)
  if (!isLiveTape(node)) {
    // The array was changed meanwhile: go on over the list it became.
    const l = addressOf(deref(v))
    const i = load<u32>(p, 20)
    if (i >= listLength(l)) return STOP
    setSecondWord(p, i + 1)
    return listAt(l, i)
  }
  const child = <usize>iteratorPosition(p)
  if (child >= <usize>load<u32>(node, 12)) return STOP
  setIteratorPosition(p, <u32>after(child))
  setSecondWord(p, load<u32>(p, 20) + 1)
  return nodeValue(child)
}
function nextOfRange(p: usize): Value {
  const i = load<u64>(p, 24)
  const r = addressOf(load<u64>(p, 8))
  const n = rangeLength(r)
  if (isInt(i) && isInt(n)) {
    if (intOf(i) >= intOf(n)) return STOP
    store<u64>(p, boxInt(intOf(i) + 1), 24)
    const start = load<u64>(r, 8)
    const step = load<u64>(r, 24)
    // Between start and stop, so it is as small as they are.
    if (bothInt(start, step) && isInt(load<u64>(r, 16))) return boxInt(intOf(start) + intOf(i) * intOf(step))
    return rangeAt(r, i)
  }
  if (equals(i, n) == 1) return STOP
  store<u64>(p, add(i, boxInt(1)), 24)
  return rangeAt(r, i)
}
function nextOfTable(p: usize): Value {
  const t = addressOf(load<u64>(p, 8))
  const kind = <Kind>load<u8>(p)
  const i = iteratorPosition(p)
  if (i == 0xffffffff) return STOP
  if (tableLength(t) != load<u32>(p, 20)) {
    setSecondWord(p, 0xffffffff)
    return raise(ExcKind.RuntimeError, kind == Kind.SET_ITER ? 'Set changed size during iteration' : 'dictionary changed size during iteration')
  }
  const e = liveEntry(t, i)
  if (!e) {
    setIteratorPosition(p, 0xffffffff)
    return STOP
  }
  setIteratorPosition(p, foundAt + 1)
  // There cannot be more than there were: keys went and others came.
  const left = load<u64>(p, 24)
  if (left == boxInt(0)) {
    setIteratorPosition(p, 0xffffffff)
    return kind == Kind.SET_ITER ? STOP : raise(ExcKind.RuntimeError, 'dictionary keys changed during iteration')
  }
  store<u64>(p, left - 1, 24)
  if (kind == Kind.DICT_VALUE_ITER) return entryValue(e)
  if (kind == Kind.DICT_ITEM_ITER) return pair(entryKey(e), entryValue(e))
  return entryKey(e)
}

/** zip: source is a list of iterators; word 20 set for strict. */
function nextOfZip(p: usize): Value {
  const l = addressOf(slot(p, 0))
  const n = listLength(l)
  if (n == 0) return STOP
  const t = roomForTuple(n)
  for (let i: u32 = 0; i < n; i++) {
    const v = next(listAt(l, i))
    if (v == ERROR) return ERROR
    if (v == STOP) return load<u32>(p, 20) ? endOfStrictZip(l, i, n) : STOP
    store<u64>(t + (<usize>i << 3), v, 8)
  }
  return boxHeap(t)
}
function endOfStrictZip(l: usize, at: u32, n: u32): Value {
  if (at > 0) {
    return raise(ExcKind.ValueError, 'zip() argument ' + (at + 1).toString() + ' is shorter than argument' + (at == 1 ? ' ' : 's 1-') + at.toString())
  }
  for (let i: u32 = 1; i < n; i++) {
    const v = next(listAt(l, i))
    if (v == ERROR) return ERROR
    if (v != STOP) return raise(ExcKind.ValueError, 'zip() argument ' + (i + 1).toString() + ' is longer than argument' + (i == 1 ? ' ' : 's 1-') + i.toString())
  }
  return STOP
}
/** map: source is the function, extra a list of iterators. */
function nextOfMap(p: usize): Value {
  const l = addressOf(load<u64>(p, 24))
  const n = listLength(l)
  if (n == 1) {
    const v = next(listAt(l, 0))
    if (v == STOP || v == ERROR) return v
    return call1(slot(p, 0), v)
  }
  const args = newListRoom(n)
  for (let i: u32 = 0; i < n; i++) {
    const v = next(listAt(l, i))
    if (v == STOP || v == ERROR) return v
    push(args, v)
  }
  return call(slot(p, 0), listItems(args), n, None)
}
function nextOfFilter(p: usize): Value {
  const f = slot(p, 0)
  while (true) {
    const v = next(load<u64>(p, 24))
    if (v == STOP || v == ERROR) return v
    if (!charge(1)) return ERROR
    const kept = f == None ? v : call1(f, v)
    if (kept == ERROR) return ERROR
    const t = truth(kept)
    if (t < 0) return ERROR
    if (t) return v
  }
}
/** reversed: position counts down from the length. */
function nextOfReversed(p: usize): Value {
  const v = slot(p, 0)
  const i = load<u64>(p, 24)
  if (!isInt(i) || intOf(i) <= 0) return STOP
  const at = boxInt(intOf(i) - 1)
  store<u64>(p, at, 24)
  const kind = kindOf(v)
  if (kind == Kind.DICT) return reversedEntry(p, v)
  if (kind == Kind.LIST && <u32>intOf(at) >= listLength(asList(v))) {
    store<u64>(p, boxInt(0), 24)
    return STOP
  }
  return getItem(v, at)
}
/** reversed() of a dict or a view: word 20 tells what is wanted, position the entry before which to go on. */
function reversedEntry(p: usize, d: Value): Value {
  const t = asDict(d)
  let i = iteratorPosition(p)
  if (load<u32>(p, 20) >>> 2 != tableLength(t)) return raise(ExcKind.RuntimeError, 'dictionary changed size during iteration')
  while (i > 0) {
    const e = entryAt(t, --i)
    if (entryKey(e) == UNBOUND) continue
    setIteratorPosition(p, i)
    const what = load<u32>(p, 20) & 3
    return what == 0 ? entryKey(e) : what == 1 ? entryValue(e) : pair(entryKey(e), entryValue(e))
  }
  return STOP
}
function nextOfSequence(p: usize): Value {
  const i = iteratorPosition(p)
  if (i == 0xffffffff) return STOP
  setIteratorPosition(p, i + 1)
  const source = slot(p, 0)
  if (kindOf(source) == Kind.FORM_PARTS) return nextPart(source, i)
  const v = getItem(source, boxInt(<i64>i))
  if (v == ERROR && (pendingIs(ExcKind.IndexError) || pendingIs(ExcKind.StopIteration))) {
    takePending()
    setIteratorPosition(p, 0xffffffff)
    return STOP
  }
  return v
}

/** How many items an iterator has left; NotImplemented when it cannot tell. */
export function remaining(it: Value): Value {
  const p = addressOf(it)
  const kind = kindOf(it)
  const source = slot(p, 0)
  if (kind == Kind.RANGE_ITER) return sub(rangeLength(addressOf(source)), load<u64>(p, 24))
  if (kind == Kind.REVERSED && kindOf(source) != Kind.DICT) return load<u64>(p, 24)
  if (kind >= Kind.DICT_KEY_ITER && kind <= Kind.SET_ITER) {
    const live = iteratorPosition(p) != 0xffffffff && tableLength(addressOf(source)) == load<u32>(p, 20)
    return live ? load<u64>(p, 24) : boxInt(0)
  }
  const n = length(source)
  if (n < 0) {
    takePending()
    return NotImplemented
  }
  let at = kind == Kind.TAPE_ITER ? load<u32>(p, 20) : iteratorPosition(p)
  if (kind == Kind.STR_ITER && !isAsciiStr(addressOf(source))) at = countCodePoints(strBytes(addressOf(source)), at)
  return boxInt(at == 0xffffffff ? 0 : max<i64>(n - <i64>at, 0))
}

/** Exactly `n` items of `v` into `out`. False with CPython's ValueError or TypeError pending. */
export function unpack(v: Value, n: u32, out: usize): bool {
  v = deref(v)
  const kind = kindOf(v)
  if (kind == Kind.TUPLE || (kind == Kind.LIST && isHeap(v))) {
    const has = kind == Kind.TUPLE ? tupleLength(addressOf(v)) : listLength(addressOf(v))
    if (has == n) {
      copyBytes(out, kind == Kind.TUPLE ? addressOf(v) + 8 : listItems(addressOf(v)), <usize>n << 3)
      return true
    }
    return wrongCount(has, n)
  }
  const it = iterForUnpack(v, kind)
  if (it == ERROR) return false
  for (let i: u32 = 0; i < n; i++) {
    const item = next(it)
    if (item == ERROR) return false
    if (item == STOP) return wrongCount(i, n)
    store<u64>(out + (<usize>i << 3), item)
  }
  const more = next(it)
  if (more == STOP) return true
  return more == ERROR ? false : wrongCount(n + 1, n)
}
function iterForUnpack(v: Value, kind: Kind): Value {
  if (kind < Kind.FUNCTION && !isIterableKind(kind) && kind != Kind.ENTITY) {
    return raise(ExcKind.TypeError, 'cannot unpack non-iterable ' + typeName(v) + ' object')
  }
  const it = kind >= Kind.FUNCTION ? iterDunder(v) : iter(v)
  if (it == NotImplemented) {
    return hasSequenceItems(v) ? iter(v) : raise(ExcKind.TypeError, 'cannot unpack non-iterable ' + typeName(v) + ' object')
  }
  return it
}
function wrongCount(has: u32, n: u32): bool {
  if (has > n) raise(ExcKind.ValueError, 'too many values to unpack (expected ' + n.toString() + ')')
  else raise(ExcKind.ValueError, 'not enough values to unpack (expected ' + n.toString() + ', got ' + has.toString() + ')')
  return false
}

/** `a, *b, c = v`: `before` items, a list of the rest, `after_` items into `out`. */
export function unpackStar(v: Value, before: u32, behind: u32, out: usize): bool {
  const it = iterForUnpack(v, kindOf(v))
  if (it == ERROR || !fitsRange(v)) return false
  const l = newListRoom(8)
  while (true) {
    const item = next(it)
    if (item == ERROR || !charge(1)) return false
    if (item == STOP) break
    push(l, item)
  }
  const n = listLength(l)
  if (n < before + behind) {
    raise(ExcKind.ValueError, 'not enough values to unpack (expected at least ' + (before + behind).toString() + ', got ' + n.toString() + ')')
    return false
  }
  copyBytes(out, listItems(l), <usize>before << 3)
  const rest = newListRoom(n - before - behind)
  for (let i = before; i < n - behind; i++) push(rest, listAt(l, i))
  store<u64>(out + (<usize>before << 3), boxHeap(rest))
  copyBytes(out + (<usize>(before + 1) << 3), listItems(l) + (<usize>(n - behind) << 3), <usize>behind << 3)
  return true
}
