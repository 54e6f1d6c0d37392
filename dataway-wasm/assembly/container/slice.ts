// slice objects, and what a slice means for a sequence of a given length.
import { isIntegral, Kind, kindOf, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, intOf, isBool, isInt, None, NotImplemented, Value } from '../value/value.ts'
import { fitsI64, isNegative, toI64 } from '../number/bigint.ts'
import { indexOf } from '../ops/subscript.ts'
import { ExcKind, raise } from '../vm/raise.ts'

export function newSlice(start: Value, stop: Value, step: Value): Value {
  const p = newObject(Kind.SLICE, 32)
  setSlot(p, 0, start)
  setSlot(p, 1, stop)
  setSlot(p, 2, step)
  return boxHeap(p)
}

/** What the last resolveSlice found: first index, end, step, number of items. */
export let sliceStart: i64 = 0
export let sliceStop: i64 = 0
export let sliceStep: i64 = 0
export let sliceCount: i64 = 0

const FAR: i64 = 0x4000000000000000

/** An index of any size as i64, far ones cut; false with a fault pending. */
export let clamped: i64 = 0
export function clampIndex(v: Value): bool {
  if (isInt(v)) {
    clamped = intOf(v)
    return true
  }
  if (isBool(v)) {
    clamped = <i64>(v & 1)
    return true
  }
  if (kindOf(v) == Kind.BIGINT) {
    const big = addressOf(v)
    clamped = fitsI64(big) ? min(max(toI64(big), -FAR), FAR) : isNegative(big) ? -FAR : FAR
    return true
  }
  if (kindOf(v) >= Kind.FUNCTION) {
    const n = indexOf(v)
    if (n == ERROR) return false
    if (n != NotImplemented) return clampIndex(n)
  }
  raise(ExcKind.TypeError, 'slice indices must be integers or None or have an __index__ method')
  return false
}

/** Works out a slice for a sequence of `length` items. False with a fault pending. */
export function resolveSlice(s: Value, length: i64): bool {
  const p = addressOf(s)
  sliceStep = 1
  if (slot(p, 2) != None) {
    if (!clampIndex(slot(p, 2))) return false
    sliceStep = clamped
    if (sliceStep == 0) {
      raise(ExcKind.ValueError, 'slice step cannot be zero')
      return false
    }
  }
  const back = sliceStep < 0
  const lowest: i64 = back ? -1 : 0
  const highest: i64 = back ? length - 1 : length
  sliceStart = back ? highest : lowest
  if (slot(p, 0) != None) {
    if (!clampIndex(slot(p, 0))) return false
    sliceStart = clip(clamped, length, lowest, highest)
  }
  sliceStop = back ? lowest : highest
  if (slot(p, 1) != None) {
    if (!clampIndex(slot(p, 1))) return false
    sliceStop = clip(clamped, length, lowest, highest)
  }
  if (back) sliceCount = sliceStop < sliceStart ? (sliceStart - sliceStop - 1) / -sliceStep + 1 : 0
  else sliceCount = sliceStart < sliceStop ? (sliceStop - sliceStart - 1) / sliceStep + 1 : 0
  return true
}
function clip(i: i64, length: i64, lowest: i64, highest: i64): i64 {
  if (i < 0) i += length
  return i < lowest ? lowest : i > highest ? highest : i
}
