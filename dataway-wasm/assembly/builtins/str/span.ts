// What str, bytes and bytearray methods share: a value seen as a run of bytes, arguments that must be of the same sort,
// bounds, and pieces of the same type as the whole.
import { clamped, clampIndex } from '../../container/slice.ts'
import { asStr, byteOffset, emptyStr, indexOfByte, isStr, newStr, sliceOfStr, strBytes, strLength, strSize } from '../../text/str.ts'
import { bytesLength, bytesOf, isBytesLike, newBytesOf } from '../../text/bytes.ts'
import { kindOf } from '../../value/object.ts'
import { boxInt, None, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

// @ts-ignore: decorator
@inline export function spanStart(v: Value): usize {
  return isStr(v) ? strBytes(asStr(v)) : bytesOf(v)
}
// @ts-ignore: decorator
@inline export function spanSize(v: Value): usize {
  return isStr(v) ? strSize(asStr(v)) : <usize>bytesLength(v)
}

/** The bytes from one offset to another as a value of the type of the whole. */
export function piece(whole: Value, from: usize, to: usize): Value {
  if (isStr(whole)) return sliceOfStr(asStr(whole), from, to)
  return newBytesOf(kindOf(whole), bytesOf(whole) + from, to - from)
}
/** New text or bytes of the type of the whole. */
export function likeWhole(whole: Value, p: usize, n: usize): Value {
  if (isStr(whole)) return n ? newStr(p, n) : emptyStr()
  return newBytesOf(kindOf(whole), p, n)
}

/** Whether `part` can be searched in `whole`; else a TypeError is pending. */
export function sameSort(whole: Value, part: Value, message: string): bool {
  if (isStr(whole) ? isStr(part) : isBytesLike(part)) return true
  raise(ExcKind.TypeError, message.length ? message : isStr(whole) ? 'must be str, not ' + typeName(part) : "a bytes-like object is required, not '" + typeName(part) + "'")
  return false
}

/** Offsets that `start` and `end` arguments mean, in bytes; rangeFrom > rangeTo when the range is empty and invalid. */
export let rangeFrom: usize = 0
export let rangeTo: usize = 0
export let rangeValid: bool = false
export function bounds(whole: Value, start: Value, end: Value): bool {
  const text = isStr(whole)
  const n = <i64>(text ? strLength(asStr(whole)) : bytesLength(whole))
  let from: i64 = 0
  let to = n
  if (start != None && start != UNBOUND) {
    if (!clampIndex(start)) return false
    from = clamped < 0 ? max<i64>(clamped + n, 0) : clamped
  }
  if (end != None && end != UNBOUND) {
    if (!clampIndex(end)) return false
    to = clamped < 0 ? max<i64>(clamped + n, 0) : min(clamped, n)
  }
  rangeValid = from <= to && from <= n
  if (!rangeValid) {
    rangeFrom = 0
    rangeTo = 0
    return true
  }
  rangeFrom = text ? byteOffset(asStr(whole), <u32>from) : <usize>from
  rangeTo = text ? byteOffset(asStr(whole), <u32>to) : <usize>to
  return true
}

/** The index that an offset in bytes is to a script. */
export function indexAt(whole: Value, offset: usize): Value {
  return boxInt(<i64>(isStr(whole) ? indexOfByte(asStr(whole), offset) : <u32>offset))
}
