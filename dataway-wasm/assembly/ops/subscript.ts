// x[i], len(x), i in x, and what counts as an index.
import { asDict, dictGet } from '../container/dict.ts'
import { asList, listAt, listItems, listLength } from '../container/list.ts' // prettier-ignore
import { newRange, rangeAt, rangeLength } from '../container/range.ts'
import { resolveSlice, sliceStart, sliceStep, sliceStop } from '../container/slice.ts'
import { copyTable, entryValue, FAILED, lookUp, tableLength } from '../container/table.ts' // prettier-ignore
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { childCount, deref, isLiveTape, tagAt, tapeGetCached, tapeItem } from '../json/tape.ts'
import { charge } from '../memory/limits.ts'
import { entityContains, entityItem } from '../message/entity.ts'
import { multiMapItem } from '../message/multi-map.ts'
import { formItem, formPartItem } from '../message/form-parts.ts'
import { byteFrom, bytesLength, bytesOf, isBytesLike } from '../text/bytes.ts'
import { findBytes } from '../text/search.ts'
import { asStr, charAt, isStr, strBytes, strLength, strSize, strConst, strEquals } from '../text/str.ts' // prettier-ignore
import { isIntegral, isKind, Kind, kindOf, slot, Tape } from '../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, intOf, isBool, isInt, isTape, None, NotImplemented, STOP, UNBOUND, Value } from '../value/value.ts' // prettier-ignore
import { HASH } from '../vm/names.ts'
import { containsDunder, getItemDunder, indexDunder, lengthDunder } from '../vm/dunder.ts'
import { plain } from '../vm/native-self.ts'
import { ExcKind, raise, raiseWith } from '../vm/raise.ts'
import { lookupType } from '../vm/attribute.ts'
import { typeName, typeOf } from '../vm/type.ts'
import { add, mul } from './arithmetic.ts'
import { equals, sameOrEqual } from './equal.ts'
import { iter, next } from './iterate.ts'
import { fitsI64, isNegative, toI64 } from '../number/bigint.ts'
import { lessThan } from './compare.ts'
import { sliceBytes, sliceRow, sliceStr } from './slice-item.ts'
import { pendingIs, takePending } from '../vm/raise.ts'
import { materialize } from '../json/tape.ts'
import { mod, sub } from './arithmetic.ts'

/** The int that __index__ gives: the value itself for ints; NotImplemented when it is no integer; ERROR. */
export function indexOf(v: Value): Value {
  if (isInt(v) || isIntegral(v)) return isBool(v) ? boxInt(<i64>(v & 1)) : v
  if (kindOf(v) < Kind.FUNCTION) return NotImplemented
  // An instance of a class that derives from int is an int already.
  const inner = plain(v)
  return isIntegral(inner) ? inner : indexDunder(v)
}

/** Set when the last toIndex failed: a fault is pending. */
export let indexFailed: bool = false
/** An int argument as i64. */
export function toIndex(v: Value): i64 {
  indexFailed = false
  if (isInt(v)) return intOf(v)
  const n = indexOf(v)
  if (n == NotImplemented) raise(ExcKind.TypeError, "'" + typeName(v) + "' object cannot be interpreted as an integer")
  else if (n != ERROR) {
    if (isInt(n)) return intOf(n)
    if (fitsI64(addressOf(n))) return toI64(addressOf(n))
    raise(ExcKind.OverflowError, 'Python int too large to convert to C ssize_t')
  }
  indexFailed = true
  return 0
}

export const NO_INDEX: i64 = -1 << 62
/** A subscript of a sequence as an index from 0; NO_INDEX with the fault pending. */
export function position(key: Value, length: i64, kind: Kind, assigning: bool): i64 {
  let i: i64
  if (isInt(key)) i = intOf(key)
  else {
    const n = indexOf(key)
    if (n == ERROR) return NO_INDEX
    if (n == NotImplemented) {
      if (kind == Kind.STR) raise(ExcKind.TypeError, "string indices must be integers, not '" + typeName(key) + "'")
      else raise(ExcKind.TypeError, sequenceName(kind, true) + ' indices must be integers or slices, not ' + typeName(key))
      return NO_INDEX
    }
    if (isInt(n)) i = intOf(n)
    else if (fitsI64(addressOf(n))) i = isNegative(addressOf(n)) ? NO_INDEX : i64.MAX_VALUE
    else {
      raise(ExcKind.IndexError, "cannot fit 'int' into an index-sized integer")
      return NO_INDEX
    }
  }
  if (i < 0) i += length
  if (i < 0 || i >= length) {
    if (kind == Kind.BYTES) raise(ExcKind.IndexError, 'index out of range')
    else raise(ExcKind.IndexError, sequenceName(kind, false) + (assigning && kind == Kind.LIST ? ' assignment' : '') + ' index out of range')
    return NO_INDEX
  }
  return i
}
function sequenceName(kind: Kind, indices: bool): string {
  if (kind == Kind.LIST) return 'list'
  if (kind == Kind.TUPLE) return 'tuple'
  if (kind == Kind.STR) return 'string'
  if (kind == Kind.BYTES) return 'byte'
  if (kind == Kind.BYTEARRAY) return 'bytearray'
  return indices ? 'range' : 'range object'
}

/** `o[key]` where key is a constant text: `cache` (u32, 0 at first) remembers where it stood. */
// @ts-ignore: decorator
@inline export function getItemCached(o: Value, key: Value, cache: usize): Value {
  if (isTape(o)) {
    const node = addressOf(o)
    if ((load<u8>(node) & (Tape.TAG | Tape.FORWARDED | Tape.ESCAPED)) == Tape.OBJECT) {
      const v = tapeGetCached(node, addressOf(key), cache)
      if (v != UNBOUND) return v
    }
  }
  return getItem(o, key)
}

/** `o[key]`; ERROR. */
export function getItem(o: Value, key: Value): Value {
  o = deref(o)
  if (isTape(o)) {
    const node = addressOf(o)
    const tag = tagAt(node)
    if (tag == Tape.ARRAY && isInt(key)) {
      let i = intOf(key)
      const n = <i64>childCount(node)
      if (i < 0) i += n
      if (i < 0 || i >= n) return raise(ExcKind.IndexError, 'list index out of range')
      return tapeItem(node, <u32>i)
    }
    if (tag == Tape.OBJECT) return found(dictGet(o, key), key)
  }
  const kind = kindOf(o)
  switch (kind) {
    case Kind.LIST: {
      const l = asList(o)
      if (isInt(key)) {
        let i = intOf(key)
        const n = <i64>listLength(l)
        if (i < 0) i += n
        if (<u64>i < <u64>n) return listAt(l, <u32>i)
      }
      if (isKind(key, Kind.SLICE)) return sliceRow(listItems(l), listLength(l), key, true)
      // What `*name` of a MultiMap gives may be asked for its value like an entity.
      if (isStr(key) && strEquals(asStr(key), asStr(strConst('^value')))) return o
      const i = position(key, listLength(l), kind, false)
      return i == NO_INDEX ? ERROR : listAt(l, <u32>i)
    }
    case Kind.DICT: {
      const e = lookUp(addressOf(o), key)
      if (e == FAILED) return ERROR
      return e ? entryValue(e) : raiseWith(ExcKind.KeyError, key)
    }
    case Kind.TUPLE: {
      const t = addressOf(o)
      if (isKind(key, Kind.SLICE)) return sliceRow(t + 8, tupleLength(t), key, false)
      const i = position(key, tupleLength(t), kind, false)
      return i == NO_INDEX ? ERROR : tupleAt(t, <u32>i)
    }
    case Kind.STR: {
      const s = asStr(o)
      if (isKind(key, Kind.SLICE)) return sliceStr(s, key)
      const i = position(key, strLength(s), kind, false)
      return i == NO_INDEX ? ERROR : charAt(s, <u32>i)
    }
    case Kind.BYTES:
    case Kind.BYTEARRAY: {
      if (isKind(key, Kind.SLICE)) return sliceBytes(o, key, kind)
      const i = position(key, bytesLength(o), kind, false)
      return i == NO_INDEX ? ERROR : boxInt(<i64>load<u8>(bytesOf(o) + <usize>i))
    }
    case Kind.RANGE:
      return rangeItem(o, key)
    case Kind.ENTITY:
      return entityItem(o, key)
    case Kind.MULTIMAP:
      return multiMapItem(o, key)
    case Kind.FORM_PARTS:
      return formItem(o, key)
    case Kind.FORM_PART:
      return formPartItem(o, key)
    default:
      if (kind >= Kind.FUNCTION || kind == Kind.NATIVE) {
        const r = getItemDunder(o, key)
        if (r != NotImplemented) return r
      }
      return raise(ExcKind.TypeError, "'" + typeName(o) + "' object is not subscriptable")
  }
}
function found(v: Value, key: Value): Value {
  return v == UNBOUND ? raiseWith(ExcKind.KeyError, key) : v
}

function rangeItem(o: Value, key: Value): Value {
  const r = addressOf(o)
  const n = rangeLength(r)
  if (isKind(key, Kind.SLICE)) {
    if (!isInt(n)) return sliceOfLongRange(r, key, n)
    if (!resolveSlice(key, intOf(n))) return ERROR
    const start = rangeAt(r, boxInt(sliceStart))
    const stop = rangeAt(r, boxInt(sliceStop))
    return newRange(start, stop, mul(load<u64>(r, 24), boxInt(sliceStep)))
  }
  if (isInt(n)) {
    const i = position(key, intOf(n), Kind.RANGE, false)
    return i == NO_INDEX ? ERROR : rangeAt(r, boxInt(i))
  }
  let i = indexOf(key)
  if (i == ERROR) return ERROR
  if (i == NotImplemented) return raise(ExcKind.TypeError, 'range indices must be integers or slices, not ' + typeName(key))
  if (lessThan(i, boxInt(0)) == 1) i = add(i, n)
  if (lessThan(i, boxInt(0)) == 1 || lessThan(i, n) != 1) return raise(ExcKind.IndexError, 'range object index out of range')
  return rangeAt(r, i)
}

/** A slice of a range whose length is a BIGINT. */
function sliceOfLongRange(r: usize, key: Value, n: Value): Value {
  const s = addressOf(key)
  const step = slot(s, 2) == None ? boxInt(1) : sliceBound(slot(s, 2))
  if (step == ERROR) return ERROR
  if (step == boxInt(0)) return raise(ExcKind.ValueError, 'slice step cannot be zero')
  const back = lessThan(step, boxInt(0)) == 1
  const lowest = boxInt(back ? -1 : 0)
  const highest = back ? sub(n, boxInt(1)) : n
  const start = slot(s, 0) == None ? (back ? highest : lowest) : boundIn(slot(s, 0), n, lowest, highest)
  if (start == ERROR) return ERROR
  const stop = slot(s, 1) == None ? (back ? lowest : highest) : boundIn(slot(s, 1), n, lowest, highest)
  if (stop == ERROR) return ERROR
  return newRange(rangeAt(r, start), rangeAt(r, stop), mul(load<u64>(r, 24), step))
}
function boundIn(bound: Value, n: Value, lowest: Value, highest: Value): Value {
  let i = sliceBound(bound)
  if (i == ERROR) return ERROR
  if (lessThan(i, boxInt(0)) == 1) i = add(i, n)
  return lessThan(i, lowest) == 1 ? lowest : lessThan(highest, i) == 1 ? highest : i
}
function sliceBound(v: Value): Value {
  const i = indexOf(v)
  return i == NotImplemented ? raise(ExcKind.TypeError, 'slice indices must be integers or None or have an __index__ method') : i
}

/** `len(v)`; -1 with a fault pending. */
export function length(v: Value): i64 {
  v = deref(v)
  if (isTape(v)) return tagAt(addressOf(v)) == Tape.STRING ? <i64>strLength(asStr(v)) : isLiveTape(addressOf(v)) ? <i64>childCount(addressOf(v)) : length(materialized(v))
  const kind = kindOf(v)
  const p = addressOf(v)
  switch (kind) {
    case Kind.STR:
      return strLength(p)
    case Kind.LIST:
      return listLength(p)
    case Kind.TUPLE:
      return tupleLength(p)
    case Kind.DICT:
    case Kind.SET:
    case Kind.FROZENSET:
    case Kind.MULTIMAP:
      return tableLength(p)
    case Kind.FORM_PARTS:
      return length(slot(p, 1))
    case Kind.BYTES:
    case Kind.BYTEARRAY:
      return load<u32>(p, 8)
    case Kind.DICT_KEYS:
    case Kind.DICT_VALUES:
    case Kind.DICT_ITEMS:
      return length(slot(p, 0))
    case Kind.RANGE: {
      const n = rangeLength(p)
      if (isInt(n)) return intOf(n)
      if (fitsI64(addressOf(n))) return toI64(addressOf(n))
      raise(ExcKind.OverflowError, 'Python int too large to convert to C ssize_t')
      return -1
    }
    default:
      if (kind >= Kind.FUNCTION) {
        const n = lengthDunder(v)
        if (n == ERROR) return -1
        if (n != NotImplemented) return intOf(n)
      }
      raise(ExcKind.TypeError, "object of type '" + typeName(v) + "' has no len()")
      return -1
  }
}
function materialized(v: Value): Value {
  return boxHeap(materialize(addressOf(v)))
}

/** The set that a value is or has inside, when it cannot be hashed; else UNBOUND. */
export function setInside(v: Value): Value {
  const inner = plain(v)
  if (!isKind(inner, Kind.SET)) return UNBOUND
  return inner != v && lookupType(typeOf(v), HASH) != None ? UNBOUND : inner
}

/** `item in container`: 1, 0, -1 = a fault is pending. */
export function contains(container: Value, item: Value): i32 {
  container = deref(container)
  const kind = kindOf(container)
  switch (kind) {
    case Kind.STR: {
      item = plain(item)
      if (!isStr(item)) {
        raise(ExcKind.TypeError, "'in <string>' requires string as left operand, not " + typeName(item))
        return -1
      }
      const s = asStr(container)
      const part = asStr(item)
      if (!charge(<i64>strSize(s) >> 4)) return -1
      return i32(findBytes(strBytes(s), strSize(s), strBytes(part), strSize(part)) >= 0)
    }
    case Kind.DICT: {
      if (isTape(container) && isStr(item) && isLiveTape(addressOf(container))) return i32(dictGet(container, item) != UNBOUND)
      const e = lookUp(asDict(container), item)
      return e == FAILED ? -1 : i32(e != 0)
    }
    case Kind.SET:
    case Kind.FROZENSET:
    case Kind.MULTIMAP: {
      // A set is looked up in a set as the frozenset it would be.
      const key = setInside(item)
      const e = lookUp(addressOf(container), key == UNBOUND ? item : boxHeap(copyTable(addressOf(key), Kind.FROZENSET)))
      return e == FAILED ? -1 : i32(e != 0)
    }
    case Kind.DICT_KEYS:
      return contains(slot(addressOf(container), 0), item)
    case Kind.DICT_ITEMS: {
      if (!isKind(item, Kind.TUPLE) || tupleLength(addressOf(item)) != 2) return 0
      const v = dictGet(slot(addressOf(container), 0), tupleAt(addressOf(item), 0))
      return v == ERROR ? -1 : v == UNBOUND ? 0 : sameOrEqual(v, tupleAt(addressOf(item), 1))
    }
    case Kind.LIST:
    case Kind.TUPLE: {
      if (isTape(container)) break
      const p = addressOf(container)
      for (let i: u32 = 0; ; i++) {
        const n = kind == Kind.LIST ? listLength(p) : tupleLength(p)
        if (i >= n) break
        const v = kind == Kind.LIST ? listAt(p, i) : tupleAt(p, i)
        const same = sameOrEqual(v, item)
        if (same) return same
        if (!charge(1)) return -1
      }
      return 0
    }
    case Kind.BYTES:
    case Kind.BYTEARRAY: {
      if (isBytesLike(item)) return i32(findBytes(bytesOf(container), bytesLength(container), bytesOf(item), bytesLength(item)) >= 0)
      const n = indexOf(item)
      if (n == ERROR) return -1
      if (n == NotImplemented) {
        raise(ExcKind.TypeError, "a bytes-like object is required, not '" + typeName(item) + "'")
        return -1
      }
      const c = byteFrom(n, 'byte')
      if (c < 0) return -1
      const p = bytesOf(container)
      for (let i: u32 = 0; i < bytesLength(container); i++) if (load<u8>(p + <usize>i) == <u8>c) return 1
      return 0
    }
    case Kind.RANGE:
      if (isIntegral(item)) return inRange(addressOf(container), item)
      break
    case Kind.ENTITY:
      return entityContains(container, item)
    default:
      if (kind >= Kind.FUNCTION) {
        const r = containsDunder(container, item)
        if (r > -2) return r
      }
  }
  return containsByIterating(container, item)
}
function inRange(r: usize, v: Value): i32 {
  const start = load<u64>(r, 8)
  const stop = load<u64>(r, 16)
  const step = load<u64>(r, 24)
  const up = lessThan(boxInt(0), step) == 1
  if (up ? lessThan(v, start) == 1 || lessThan(v, stop) != 1 : lessThan(start, v) == 1 || lessThan(stop, v) != 1) return 0
  return equals(mod(sub(v, start), step), boxInt(0))
}

function containsByIterating(container: Value, item: Value): i32 {
  const it = iter(container)
  if (it == ERROR) {
    if (pendingIs(ExcKind.TypeError)) {
      takePending()
      raise(ExcKind.TypeError, "argument of type '" + typeName(container) + "' is not iterable")
    }
    return -1
  }
  while (true) {
    const v = next(it)
    if (v == STOP) return 0
    if (v == ERROR || !charge(1)) return -1
    const same = sameOrEqual(v, item)
    if (same) return same
  }
}
