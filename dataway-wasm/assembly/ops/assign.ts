// x[i] = v and del x[i].
import { copyBytes } from '../memory/copy.ts'
import { asDict } from '../container/dict.ts'
import { listToChange, closeGap, listAt, listItems, listLength, listOf, openGap, setListAt, setListLength } from '../container/list.ts' // prettier-ignore
import { resolveSlice, sliceCount, sliceStart, sliceStep, sliceStop } from '../container/slice.ts'
import { tableDelete, tableSet } from '../container/table.ts' // prettier-ignore
import { reserve } from '../memory/limits.ts'
import { byteFrom, bytesLength, bytesOf, isBytesLike, roomForBytes, setByteArrayLength } from '../text/bytes.ts'
import { isIntegral, isKind, Kind, kindOf, slot } from '../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, intOf, isHeap, isInt, NotImplemented, Value } from '../value/value.ts' // prettier-ignore
import { delItemDunder, setItemDunder } from '../vm/dunder.ts'
import { ExcKind, raise, raiseWith } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { iter } from './iterate.ts'
import { pendingIs, takePending } from '../vm/raise.ts'
import { extendByteArray } from '../text/bytes.ts'
import { isStr } from '../text/str.ts'
import { NO_INDEX, position } from './subscript.ts'

/** `o[key] = v`. False with a fault pending. */
export function setItem(o: Value, key: Value, v: Value): bool {
  const kind = kindOf(o)
  switch (kind) {
    case Kind.LIST: {
      const l = listToChange(o)
      if (isInt(key)) {
        let i = intOf(key)
        const n = <i64>listLength(l)
        if (i < 0) i += n
        if (<u64>i < <u64>n) {
          setListAt(l, <u32>i, v)
          return true
        }
      }
      if (isKind(key, Kind.SLICE)) return setSlice(l, key, v)
      const i = position(key, listLength(l), kind, true)
      if (i == NO_INDEX) return false
      setListAt(l, <u32>i, v)
      return true
    }
    case Kind.DICT:
    case Kind.MULTIMAP:
      return tableSet(asDict(o), key, v)
    case Kind.BYTEARRAY:
      return setByte(o, key, v)
    default: {
      if (kind >= Kind.FUNCTION) {
        const r = setItemDunder(o, key, v)
        if (r != NotImplemented) return r != ERROR
      }
      raise(ExcKind.TypeError, "'" + typeName(o) + "' object does not support item assignment")
      return false
    }
  }
}

function setSlice(l: usize, key: Value, v: Value): bool {
  if (!resolveSlice(key, listLength(l))) return false
  const items = kindOf(v) == Kind.LIST && isHeap(v) && addressOf(v) != l ? v : listOfAssigned(v)
  if (items == ERROR) return false
  const from = addressOf(items)
  const m = listLength(from)
  if (!resolveSlice(key, listLength(l))) return false
  if (sliceStep != 1) {
    if (<i64>m != sliceCount) {
      raise(ExcKind.ValueError, 'attempt to assign sequence of size ' + m.toString() + ' to extended slice of size ' + sliceCount.toString())
      return false
    }
    let i = sliceStart
    for (let k: u32 = 0; k < m; k++, i += sliceStep) setListAt(l, <u32>i, listAt(from, k))
    return true
  }
  const at = <u32>sliceStart
  const gone = <u32>max<i64>(sliceStop - sliceStart, 0)
  if (m > gone) {
    if (m - gone > 4096 && !reserve(<u64>(m - gone) << 3)) return false
    openGap(l, at + gone, m - gone)
  } else if (m < gone) closeGap(l, at + m, gone - m)
  copyBytes(listItems(l) + (<usize>at << 3), listItems(from), <usize>m << 3)
  return true
}
function listOfAssigned(v: Value): Value {
  const extended = sliceStep != 1
  const it = iter(v)
  if (it != ERROR) return listOf(it)
  if (pendingIs(ExcKind.TypeError)) {
    takePending()
    raise(ExcKind.TypeError, extended ? 'must assign iterable to extended slice' : 'can only assign an iterable')
  }
  return ERROR
}

function setByte(o: Value, key: Value, v: Value): bool {
  if (isKind(key, Kind.SLICE)) {
    const l = newByteList(v)
    if (l == ERROR) return false
    if (!resolveSlice(key, bytesLength(o))) return false
    const m = bytesLength(l)
    if (sliceStep != 1) {
      if (<i64>m != sliceCount) {
        raise(ExcKind.ValueError, 'attempt to assign bytes of size ' + m.toString() + ' to extended slice of size ' + sliceCount.toString())
        return false
      }
      let i = sliceStart
      for (let k: u32 = 0; k < m; k++, i += sliceStep) store<u8>(bytesOf(o) + <usize>i, load<u8>(bytesOf(l) + <usize>k))
      return true
    }
    const at = <u32>sliceStart
    const gone = <u32>max<i64>(sliceStop - sliceStart, 0)
    const n = bytesLength(o)
    if (m > gone && !setByteArrayLength(o, n + m - gone)) return false
    const p = bytesOf(o)
    copyBytes(p + <usize>(at + m), p + <usize>(at + gone), <usize>(n - at - gone))
    copyBytes(p + <usize>at, bytesOf(l), m)
    store<u32>(addressOf(o), n + m - gone, 8)
    return true
  }
  const i = position(key, bytesLength(o), Kind.BYTEARRAY, true)
  // As Python does, the value is looked at before the place.
  const outside = i == NO_INDEX && pendingIs(ExcKind.IndexError)
  if (i == NO_INDEX && !outside) return false
  if (outside) takePending()
  const c = byteFrom(v, 'byte')
  if (c < 0) return false
  if (outside) {
    raise(ExcKind.IndexError, 'bytearray index out of range')
    return false
  }
  store<u8>(bytesOf(o) + <usize>i, <u8>c)
  return true
}
function newByteList(v: Value): Value {
  if (isBytesLike(v)) return v
  if (isIntegral(v) || isStr(v)) {
    return raise(ExcKind.TypeError, 'can assign only bytes, buffers, or iterables of ints in range(0, 256)')
  }
  const b = boxHeap(roomForBytes(Kind.BYTEARRAY, 0))
  return extendByteArray(b, v) ? b : ERROR
}

/** `del o[key]`. False with a fault pending. */
export function delItem(o: Value, key: Value): bool {
  const kind = kindOf(o)
  switch (kind) {
    case Kind.LIST: {
      const l = listToChange(o)
      if (isKind(key, Kind.SLICE)) return delSlice(l, key)
      const i = position(key, listLength(l), kind, true)
      if (i == NO_INDEX) return false
      closeGap(l, <u32>i, 1)
      return true
    }
    case Kind.DICT:
    case Kind.MULTIMAP: {
      const r = tableDelete(asDict(o), key)
      if (r == 0) raiseWith(ExcKind.KeyError, key)
      return r > 0
    }
    case Kind.BYTEARRAY: {
      if (isKind(key, Kind.SLICE)) return delBytes(o, key)
      const i = position(key, bytesLength(o), kind, true)
      if (i == NO_INDEX) return false
      const n = bytesLength(o)
      const p = bytesOf(o) + <usize>i
      copyBytes(p, p + 1, <usize>n - <usize>i - 1)
      store<u32>(addressOf(o), n - 1, 8)
      return true
    }
    default: {
      if (kind >= Kind.FUNCTION) {
        const r = delItemDunder(o, key)
        if (r != NotImplemented) return r != ERROR
      }
      const row = kind == Kind.INSTANCE || (kind >= Kind.STR && kind <= Kind.RANGE) || (kind >= Kind.DICT_KEYS && kind <= Kind.DICT_ITEMS)
      raise(ExcKind.TypeError, "'" + typeName(o) + (row && isIntegral(key) ? "' object doesn't support item deletion" : "' object does not support item deletion"))
      return false
    }
  }
}
function delSlice(l: usize, key: Value): bool {
  if (!resolveSlice(key, listLength(l))) return false
  if (sliceCount == 0) return true
  if (sliceStep == 1) {
    closeGap(l, <u32>sliceStart, <u32>sliceCount)
    return true
  }
  let step = sliceStep
  let start = sliceStart
  if (step < 0) {
    start = start + (sliceCount - 1) * step
    step = -step
  }
  const n = <i64>listLength(l)
  let to = start
  let gone = start
  let left = sliceCount
  for (let i = start; i < n; i++) {
    if (left && i == gone) {
      gone += step
      left--
    } else {
      setListAt(l, <u32>to, listAt(l, <u32>i))
      to++
    }
  }
  setListLength(l, <u32>to)
  return true
}
function delBytes(o: Value, key: Value): bool {
  if (!resolveSlice(key, bytesLength(o))) return false
  let step = sliceStep
  let start = sliceStart
  if (sliceCount == 0) return true
  if (step < 0) {
    start = start + (sliceCount - 1) * step
    step = -step
  }
  const p = bytesOf(o)
  const n = <i64>bytesLength(o)
  let to = start
  let gone = start
  let left = sliceCount
  for (let i = start; i < n; i++) {
    if (left && i == gone) {
      gone += step
      left--
    } else {
      store<u8>(p + <usize>to, load<u8>(p + <usize>i))
      to++
    }
  }
  store<u32>(addressOf(o), <u32>to, 8)
  return true
}
