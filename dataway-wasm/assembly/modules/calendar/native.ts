// The module _calendar: the plain ISO texts of days and moments, which most data has, and numbers that are one.
// library/datetime.py does the rest.
import { arg } from '../../builtins/bind.ts'
import { roomForTuple } from '../../container/tuple.ts'
import { asStr, finishStr, isAsciiStr, isStr, roomForStr, strBytes, strSize } from '../../text/str.ts'
import { bigFromI64, bigValue } from '../../number/bigint.ts'
import { boxHeap, boxInt, fitsInt, intOf, isInt, None, Value } from '../../value/value.ts'

/** The number of `n` digits at `p`, -1 when they are none. */
function digits(p: usize, n: usize): i32 {
  let value = 0
  for (let i: usize = 0; i < n; i++) {
    const d = <i32>load<u8>(p + i) - 0x30
    if (<u32>d > 9) return -1
    value = value * 10 + d
  }
  return value
}
function daysIn(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
}

/// _calendar.iso(text, /) -> tuple | None
/// Year, month, day, hour, minute, second, microsecond of YYYY-MM-DD[THH:MM:SS[.ffffff]] when all of them exist; None otherwise.
export function iso(args: usize): Value {
  const v = arg(args, 0)
  if (!isStr(v)) return None
  const s = asStr(v)
  const n = strSize(s)
  if (!isAsciiStr(s) || (n != 10 && n != 19 && n != 26)) return None
  const p = strBytes(s)
  const year = digits(p, 4)
  const month = digits(p + 5, 2)
  const day = digits(p + 8, 2)
  if (load<u8>(p, 4) != 0x2d || load<u8>(p, 7) != 0x2d || year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return None
  let hour = 0
  let minute = 0
  let second = 0
  let micro = 0
  if (n > 10) {
    hour = digits(p + 11, 2)
    minute = digits(p + 14, 2)
    second = digits(p + 17, 2)
    const between = load<u8>(p, 10)
    if ((between != 0x54 && between != 0x20) || load<u8>(p, 13) != 0x3a || load<u8>(p, 16) != 0x3a) return None
    if (<u32>hour > 23 || <u32>minute > 59 || <u32>second > 59) return None
    if (n == 26) {
      micro = digits(p + 20, 6)
      if (load<u8>(p, 19) != 0x2e || micro < 0) return None
    }
  }
  const t = roomForTuple(7)
  store<u64>(t, boxInt(year), 8)
  store<u64>(t, boxInt(month), 16)
  store<u64>(t, boxInt(day), 24)
  store<u64>(t, boxInt(hour), 32)
  store<u64>(t, boxInt(minute), 40)
  store<u64>(t, boxInt(second), 48)
  store<u64>(t, boxInt(micro), 56)
  return boxHeap(t)
}

/// _calendar.moment(year, month, day, hour, minute, second, microsecond, /) -> tuple | None
/// These numbers when they are plain ints and such a moment exists; None otherwise.
export function moment(args: usize): Value {
  for (let i = 0; i < 7; i++) if (!isInt(arg(args, i))) return None
  if (!isWithin(arg(args, 0), 1, 9999) || !isWithin(arg(args, 1), 1, 12)) return None
  if (!isWithin(arg(args, 2), 1, daysIn(<i32>intOf(arg(args, 0)), <i32>intOf(arg(args, 1))))) return None
  if (!isWithin(arg(args, 3), 0, 23) || !isWithin(arg(args, 4), 0, 59) || !isWithin(arg(args, 5), 0, 59)) return None
  if (!isWithin(arg(args, 6), 0, 999999)) return None
  const t = roomForTuple(7)
  for (let i: usize = 0; i < 7; i++) store<u64>(t + (i << 3), arg(args, <i32>i), 8)
  return boxHeap(t)
}
// @ts-ignore: decorator
@inline function isWithin(v: Value, low: i64, high: i64): bool {
  return intOf(v) >= low && intOf(v) <= high
}

/** Microseconds of the parts that span() takes, and the most of each that it adds up. */
const UNITS = memory.data<i64>([86400000000, 1000000, 1, 1000, 60000000, 3600000000, 604800000000])
const MOST: i64 = 1000000

/// _calendar.span(days, seconds, microseconds, milliseconds, minutes, hours, weeks, /) -> int | None
/// Microseconds of a span of time whose parts are plain ints of up to a million; None for any other.
export function span(args: usize): Value {
  let total: i64 = 0
  for (let i: usize = 0; i < 7; i++) {
    const v = arg(args, i)
    if (!isInt(v) || intOf(v) > MOST || intOf(v) < -MOST) return None
    total += intOf(v) * load<i64>(UNITS + (i << 3))
  }
  return fitsInt(total) ? boxInt(total) : bigValue(bigFromI64(total))
}

function putDigits(to: usize, n: i32, v: Value): void {
  let rest = <u32>intOf(v)
  while (n--) {
    store<u8>(to + <usize>n, <u8>(0x30 + (rest % 10)))
    rest /= 10
  }
}

/// _calendar.day_text(year, month, day, /) -> str
/// YYYY-MM-DD of a day.
export function dayText(args: usize): Value {
  const s = roomForStr(10)
  const to = strBytes(s)
  putDigits(to, 4, arg(args, 0))
  store<u8>(to, 0x2d, 4)
  putDigits(to + 5, 2, arg(args, 1))
  store<u8>(to, 0x2d, 7)
  putDigits(to + 8, 2, arg(args, 2))
  return finishStr(s)
}

/// _calendar.time_text(hour, minute, second, microsecond, /) -> str
/// HH:MM:SS of a time of day, with six digits behind a point when there are microseconds.
export function timeText(args: usize): Value {
  const long = intOf(arg(args, 3)) != 0
  const s = roomForStr(long ? 15 : 8)
  const to = strBytes(s)
  putDigits(to, 2, arg(args, 0))
  store<u8>(to, 0x3a, 2)
  putDigits(to + 3, 2, arg(args, 1))
  store<u8>(to, 0x3a, 5)
  putDigits(to + 6, 2, arg(args, 2))
  if (long) {
    store<u8>(to, 0x2e, 8)
    putDigits(to + 9, 6, arg(args, 3))
  }
  return finishStr(s)
}
