// range: start, stop, step of any size; the length is worked out once.
import { Kind, newObject } from '../value/object.ts'
import { addressOf, bothInt, boxHeap, boxInt, ERROR, intOf, isInt, Value } from '../value/value.ts'
import { add, floorDiv, intValue, mul, sub } from '../ops/arithmetic.ts'
import { lessThan } from '../ops/compare.ts'
import { ExcKind, raise } from '../vm/raise.ts'

/** range(start, stop, step) of ints; ERROR for a step of zero. */
export function newRange(start: Value, stop: Value, step: Value): Value {
  if (step == boxInt(0)) return raise(ExcKind.ValueError, 'range() arg 3 must not be zero')
  const p = newObject(Kind.RANGE, 40)
  store<u64>(p, start, 8)
  store<u64>(p, stop, 16)
  store<u64>(p, step, 24)
  store<u64>(p, lengthOf(start, stop, step), 32)
  return boxHeap(p)
}

function lengthOf(start: Value, stop: Value, step: Value): Value {
  if (bothInt(start, stop) && isInt(step)) {
    const by = intOf(step)
    const from = intOf(start)
    const to = intOf(stop)
    if (by > 0) return from < to ? intValue((to - from - 1) / by + 1) : boxInt(0)
    return to < from ? intValue((from - to - 1) / -by + 1) : boxInt(0)
  }
  const up = lessThan(boxInt(0), step) == 1
  if (lessThan(up ? start : stop, up ? stop : start) != 1) return boxInt(0)
  const distance = up ? sub(stop, start) : sub(start, stop)
  const by = up ? step : sub(boxInt(0), step)
  return add(floorDiv(sub(distance, boxInt(1)), by), boxInt(1))
}

// @ts-ignore: decorator
@inline export function rangeLength(r: usize): Value {
  return load<u64>(r, 32)
}
/** Item `i`, which is in range. */
export function rangeAt(r: usize, i: Value): Value {
  const start = load<u64>(r, 8)
  const step = load<u64>(r, 24)
  if (bothInt(start, step) && isInt(i)) {
    const n = intOf(i)
    const by = intOf(step)
    if (<i64><i32>n == n && <i64><i32>by == by) return intValue(intOf(start) + n * by)
  }
  return add(start, mul(i, step))
}
/** The same items from the last to the first. */
export function reversedRange(r: usize): Value {
  const step = load<u64>(r, 24)
  const n = rangeLength(r)
  const start = load<u64>(r, 8)
  return newRange(add(start, mul(sub(n, boxInt(1)), step)), sub(start, step), sub(boxInt(0), step))
}
