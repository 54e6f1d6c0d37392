// The module _calendar: the plain ISO texts of days and moments, which most data has. library/datetime.py reads any other.
import { arg } from '../../builtins/bind.ts'
import { roomForTuple } from '../../container/tuple.ts'
import { asStr, isAsciiStr, isStr, strBytes, strSize } from '../../text/str.ts'
import { boxHeap, boxInt, None, Value } from '../../value/value.ts'

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
