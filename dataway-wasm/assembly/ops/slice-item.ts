// x[i:j:k] of lists, tuples, strings and bytes.
import { copyBytes } from '../memory/copy.ts'
import { listItems, newListRoom, setListLength } from '../container/list.ts'
import { resolveSlice, sliceCount, sliceStart, sliceStep, sliceStop } from '../container/slice.ts'
import { roomForTuple } from '../container/tuple.ts'
import { charge, reserve } from '../memory/limits.ts'
import { bytesLength, bytesOf, roomForBytes } from '../text/bytes.ts'
import { byteOffset, finishStr, isAsciiStr, roomForStr, sliceOfStr, strBytes, strLength, strSize } from '../text/str.ts'
import { widthOf } from '../text/utf8.ts'
import { Kind } from '../value/object.ts'
import { boxHeap, ERROR, Value } from '../value/value.ts'

export function sliceRow(items: usize, n: u32, key: Value, isList: bool): Value {
  if (!resolveSlice(key, n)) return ERROR
  const count = <u32>sliceCount
  if (count > 4096 && !reserve(<u64>count << 3)) return ERROR
  const r = isList ? newListRoom(count) : roomForTuple(count)
  const to = isList ? listItems(r) : r + 8
  if (sliceStep == 1) copyBytes(to, items + (<usize>sliceStart << 3), <usize>count << 3)
  else {
    let i = sliceStart
    for (let k: usize = 0; k < <usize>count; k++, i += sliceStep) store<u64>(to + (k << 3), load<u64>(items + (<usize>i << 3)))
  }
  if (isList) setListLength(r, count)
  return boxHeap(r)
}

export function sliceStr(s: usize, key: Value): Value {
  if (!resolveSlice(key, strLength(s))) return ERROR
  const count = <u32>sliceCount
  if (sliceStep == 1 || count <= 1) {
    const from = byteOffset(s, <u32>sliceStart)
    return sliceOfStr(s, from, count == 0 ? from : sliceStep == 1 ? byteOffset(s, <u32>sliceStop) : from + widthOf(load<u8>(strBytes(s) + from)))
  }
  if (!charge(count)) return ERROR
  if (isAsciiStr(s)) {
    const r = roomForStr(count)
    const from = strBytes(s)
    const to = strBytes(r)
    let i = sliceStart
    for (let k: usize = 0; k < <usize>count; k++, i += sliceStep) store<u8>(to + k, load<u8>(from + <usize>i))
    return finishStr(r)
  }
  const r = roomForStr(strSize(s))
  let to = strBytes(r)
  let i = sliceStart
  for (let k: u32 = 0; k < count; k++, i += sliceStep) {
    const p = strBytes(s) + byteOffset(s, <u32>i)
    const w = widthOf(load<u8>(p))
    copyBytes(to, p, w)
    to += w
  }
  store<u32>(r, <u32>(to - strBytes(r)), 8)
  return finishStr(r)
}

export function sliceBytes(o: Value, key: Value, kind: Kind): Value {
  if (!resolveSlice(key, bytesLength(o))) return ERROR
  const count = <u32>sliceCount
  if (count > 65536 && !reserve(count)) return ERROR
  const r = roomForBytes(kind, count)
  const to = <usize>load<u32>(r, 12)
  const from = bytesOf(o)
  let i = sliceStart
  if (sliceStep == 1) copyBytes(to, from + <usize>i, count)
  else for (let k: usize = 0; k < <usize>count; k++, i += sliceStep) store<u8>(to + k, load<u8>(from + <usize>i))
  return boxHeap(r)
}
