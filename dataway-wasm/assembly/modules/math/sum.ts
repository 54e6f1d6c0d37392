// Sums, products and distances of many numbers.

import { arg } from '../../builtins/bind.ts'
import { asList, listAt, listLength, listOf } from '../../container/list.ts'
import { tupleAt, tupleLength, tupleOf } from '../../container/tuple.ts'
import { mul } from '../../ops/arithmetic.ts'
import { iter, next } from '../../ops/iterate.ts'
import { addressOf, boxFloat, boxInt, ERROR, STOP, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { failed, real } from './real.ts'

/// math.prod(iterable, /, *, start=1) -> int | float
/// The product of all items.
/// >>> math.prod([1, 2, 3, 4])
/// 24
export function prod(args: usize): Value {
  const it = iter(arg(args, 0))
  if (it == ERROR) return ERROR
  let result = arg(args, 1) == UNBOUND ? boxInt(1) : arg(args, 1)
  while (true) {
    const item = next(it)
    if (item == STOP) return result
    if (item == ERROR) return ERROR
    result = mul(result, item)
    if (result == ERROR) return ERROR
  }
  return result
}

/// math.fsum(seq, /) -> float
/// The sum of floats with one rounding at the end.
/// >>> math.fsum([0.1] * 10)
/// 1.0
export function fsum(args: usize): Value {
  const list = listOf(arg(args, 0))
  if (list == ERROR) return ERROR
  const n = listLength(asList(list))
  // Partial sums that do not overlap, least first.
  const partials = __alloc((<usize>n + 1) << 3)
  let count: u32 = 0
  let special: f64 = 0
  let infinities: f64 = 0
  for (let i: u32 = 0; i < n; i++) {
    let x = real(listAt(asList(list), i))
    if (failed) return ERROR
    const given = x
    let kept: u32 = 0
    for (let j: u32 = 0; j < count; j++) {
      let y = load<f64>(partials + ((<usize>j) << 3))
      if (Math.abs(x) < Math.abs(y)) {
        const t = x
        x = y
        y = t
      }
      const high = x + y
      const low = y - (high - x)
      if (low != 0) {
        store<f64>(partials + ((<usize>kept) << 3), low)
        kept++
      }
      x = high
    }
    count = kept
    if (x != 0) {
      if (x - x != 0) {
        if (given - given == 0) return raise(ExcKind.OverflowError, 'intermediate overflow in fsum')
        if (given == given) infinities += given
        special += given
        count = 0
      } else {
        store<f64>(partials + ((<usize>count) << 3), x)
        count++
      }
    }
  }
  if (special != 0) {
    if (infinities != infinities) return raise(ExcKind.ValueError, '-inf + inf in fsum')
    return boxFloat(special)
  }
  if (count == 0) return boxFloat(0)
  let at = count - 1
  let high = load<f64>(partials + ((<usize>at) << 3))
  let low: f64 = 0
  while (at > 0) {
    const x = high
    const y = load<f64>(partials + ((<usize>--at) << 3))
    high = x + y
    low = y - (high - x)
    if (low != 0) break
  }
  // A tie that the smaller partials decide the other way.
  if (at > 0) {
    const below = load<f64>(partials + ((<usize>(at - 1)) << 3))
    if ((low < 0 && below < 0) || (low > 0 && below > 0)) {
      const y = low * 2
      const x = high + y
      if (y == x - high) high = x
    }
  }
  return boxFloat(high)
}

/** The root of the sum of squares, scaled by a power of two and with the squares' errors carried along. */
function norm(values: usize, n: u32): f64 {
  let largest: f64 = 0
  let isNan = false
  for (let i: u32 = 0; i < n; i++) {
    const x = Math.abs(load<f64>(values + ((<usize>i) << 3)))
    store<f64>(values + ((<usize>i) << 3), x)
    if (x != x) isNan = true
    else if (x > largest) largest = x
  }
  if (largest == Infinity) return Infinity
  if (isNan) return NaN
  if (largest == 0 || n == 1) return largest
  if (largest < 2.2250738585072014e-308) {
    // Subnormal: measured in units of the least normal number.
    for (let i: u32 = 0; i < n; i++) {
      const p = values + ((<usize>i) << 3)
      store<f64>(p, load<f64>(p) / 2.2250738585072014e-308)
    }
    return norm(values, n) * 2.2250738585072014e-308
  }
  const exponent = <i64>((reinterpret<u64>(largest) >> 52) & 0x7ff) - 1022
  const down = reinterpret<f64>((<u64>min<i64>(1023 - exponent, 2046)) << 52)
  let sum: f64 = 1
  let error: f64 = 0
  let lost: f64 = 0
  for (let i: u32 = 0; i < n; i++) {
    const x = load<f64>(values + ((<usize>i) << 3)) * down
    // x * x exactly as high + low.
    const t = x * 134217729
    const h = t - (t - x)
    const l = x - h
    const high = x * x
    const low = h * h - high + 2 * h * l + l * l
    const next = sum + high
    error += high - (next - sum)
    lost += low
    sum = next
  }
  const root = Math.sqrt(sum - 1 + (error + lost))
  // One corrective step with the root's square taken exactly.
  const t = root * 134217729
  const h = t - (t - root)
  const l = root - h
  const square = root * root
  const low = h * h - square + 2 * h * l + l * l
  let s = sum
  let e = error
  const next = s - square
  e += s - next - square
  s = next
  const result = root + (s - 1 + (lost - low + e)) / (2 * root)
  return result / down
}

/// math.hypot(*coordinates) -> float
/// The distance from the origin.
/// >>> math.hypot(3, 4)
/// 5.0
export function hypot(args: usize): Value {
  const t = addressOf(arg(args, 0))
  const n = tupleLength(t)
  const values = __alloc((<usize>n + 1) << 3)
  for (let i: u32 = 0; i < n; i++) {
    store<f64>(values + ((<usize>i) << 3), real(tupleAt(t, i)))
    if (failed) return ERROR
  }
  return boxFloat(norm(values, n))
}

/// math.dist(p, q, /) -> float
/// The distance of two points.
/// >>> math.dist([1, 1], [4, 5])
/// 5.0
export function dist(args: usize): Value {
  const p = tupleOf(arg(args, 0))
  if (p == ERROR) return ERROR
  const q = tupleOf(arg(args, 1))
  if (q == ERROR) return ERROR
  const n = tupleLength(addressOf(p))
  if (n != tupleLength(addressOf(q)))
    return raise(ExcKind.ValueError, 'both points must have the same number of dimensions')
  const values = __alloc((<usize>n + 1) << 3)
  for (let i: u32 = 0; i < n; i++) {
    const a = real(tupleAt(addressOf(p), i))
    if (failed) return ERROR
    const b = real(tupleAt(addressOf(q), i))
    if (failed) return ERROR
    store<f64>(values + ((<usize>i) << 3), a - b)
  }
  return boxFloat(norm(values, n))
}
