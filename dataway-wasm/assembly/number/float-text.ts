// Floats as Python writes them: repr, and what %e %f %g and format() make of any precision. ASCII into the caller's buffer;
// signs only for negatives (and -0.0), padding and grouping are the formatter's.

import { copyBytes } from '../memory/copy.ts'
import { writeInteger } from '../text/builder.ts'
import { putRemembered } from './float-memo.ts'
import { digitCount, digits, fixedDigits, point, shortestDigits, significantDigits } from './float-digits.ts'

/** The `#` flag: keep the point and, for g, the trailing zeros. */
export const ALTERNATE: i32 = 1
/** At least one digit behind the point unless there is an exponent, as repr and format(x, '') do. */
export const ADD_POINT_ZERO: i32 = 2
export const UPPER: i32 = 4

/** More than `floatRepr` ever writes. */
export const REPR_ROOM: i32 = 32

/** repr(x); returns the number of bytes. */
export function floatRepr(x: f64, out: usize): i32 {
  const known = putRemembered(x, out)
  if (known) return known
  const size = abs(x)
  if (size >= 0.01 && size < 1e10) {
    // Few places behind the point: a decimal of at most 15 digits that is this float is its shortest.
    const hundredths = nearest(size * 100)
    if (hundredths / 100 == size) return plainDecimal(x < 0, <u64>hundredths, 100, out)
    const small = nearest(size * 10000)
    if (small / 10000 == size) return plainDecimal(x < 0, <u64>small, 10000, out)
  }
  return formatFloat(x, 0x72, 0, ADD_POINT_ZERO, out)
}

/** n / unit (a power of ten) without zeros at the end, but one digit behind the point at least. */
function plainDecimal(negative: bool, n: u64, unit: u64, out: usize): i32 {
  let to = out
  if (negative) store<u8>(to++, 0x2d)
  const whole = n / unit
  let rest = <u32>(n - whole * unit)
  to += writeInteger(to, <i64>whole)
  store<u8>(to++, 0x2e)
  let place = <u32>unit / 10
  do {
    const digit = rest / place
    store<u8>(to++, <u8>(0x30 + digit))
    rest -= digit * place
    place /= 10
  } while (rest)
  return <i32>(to - out)
}

/** Bytes that `formatFloat` may write. */
export function formatRoom(x: f64, precision: i32): i32 {
  return 330 + precision
}

/** `type` is 'e', 'f', 'g' or 'r' (shortest; the precision is ignored); precision >= 0. Returns the number of bytes. */
export function formatFloat(x: f64, type: u32, precision: i32, flags: i32, out: usize): i32 {
  const upper = (flags & UPPER) != 0
  if (x != x) return word(out, out, upper ? 0x4e414e : 0x6e616e)
  let to = out
  if (reinterpret<i64>(x) < 0) {
    store<u8>(to++, 0x2d)
    x = -x
  }
  if (x == Infinity) return word(out, to, upper ? 0x464e49 : 0x666e69)
  if (type == 0x65) precision++
  else if (type == 0x67 && precision == 0) precision = 1
  let count = 0
  let place = 1
  if (x != 0) {
    if (type == 0x72) shortestDigits(x)
    else if (type == 0x66) fixedDigits(x, precision)
    else significantDigits(x, precision)
    count = digitCount
    place = point
  }
  const addZero = (flags & ADD_POINT_ZERO) != 0
  let end = count
  let exponential = type == 0x65
  if (type == 0x65) end = precision
  else if (type == 0x66) end = place + precision
  else if (type == 0x67) {
    exponential = place <= -4 || place > precision - (addZero ? 1 : 0)
    if (flags & ALTERNATE) end = precision
  } else exponential = place <= -4 || place > 16
  const exponent = place - 1
  if (exponential) place = 1
  end = max(end, !exponential && addZero ? place + 1 : place)
  to = putDigits(to, place, end, count)
  if (load<u8>(to - 1) == 0x2e && !(flags & ALTERNATE)) to--
  if (exponential) to = putExponent(to, exponent, upper)
  return <i32>(to - out)
}

function word(out: usize, to: usize, letters: u32): i32 {
  store<u8>(to, <u8>letters)
  store<u8>(to, <u8>(letters >> 8), 1)
  store<u8>(to, <u8>(letters >> 16), 2)
  return <i32>(to + 3 - out)
}

/** The digits up to position `end`, the point before position `place`, zeros where there are none. */
function putDigits(to: usize, place: i32, end: i32, count: i32): usize {
  if (place <= 0) {
    store<u16>(to, 0x2e30)
    to = putZeros(to + 2, min(-place, max(end - place, 0)))
    return putSome(to, 0, end, count)
  }
  to = putSome(to, 0, place, count)
  store<u8>(to, 0x2e)
  return putSome(to + 1, place, end, count)
}
/** The digits from position `from` up to `end`. */
function putSome(to: usize, from: i32, end: i32, count: i32): usize {
  const some = max(min(end, count) - from, 0)
  copyBytes(to, digits + <usize>from, <usize>some)
  return putZeros(to + <usize>some, end - from - some)
}
function putZeros(to: usize, n: i32): usize {
  for (let i = 0; i < n; i++) store<u8>(to++, 0x30)
  return to
}

function putExponent(to: usize, exponent: i32, upper: bool): usize {
  store<u8>(to++, upper ? 0x45 : 0x65)
  store<u8>(to++, exponent < 0 ? 0x2d : 0x2b)
  const e = abs(exponent)
  if (e >= 100) store<u8>(to++, <u8>(0x30 + e / 100))
  store<u8>(to++, <u8>(0x30 + ((e / 10) % 10)))
  store<u8>(to++, <u8>(0x30 + (e % 10)))
  return to
}
