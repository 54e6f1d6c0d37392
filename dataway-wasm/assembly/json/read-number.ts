// Number texts on the way onto the tape. Sixteen bytes are looked at at once: digits that are read one by one cost a
// branch that nobody foresees wherever a number ends.
import { fewDigits } from '../number/digits.ts'
import { Tape } from '../value/object.ts'
import { writeNode } from './tape.ts'

/** One bit for each of the 16 bytes at `p` that is no digit, and two behind them. */
// @ts-ignore: decorator
@inline function noDigits(p: usize): u32 {
  const digits = i8x16.le_u(i8x16.sub(v128.load(p), i8x16.splat(0x30)), i8x16.splat(9))
  return (<u32>i8x16.bitmask(digits) ^ 0xffff) | 0x30000
}

/** Checks a number and writes its node; returns its end, 0 if it is broken. */
// @ts-ignore: decorator
@inline export function number(t: usize, start: usize, flags: u32): usize {
  const negative = load<u8>(start) == 0x2d
  const digits = start + <usize>negative
  const stops = noDigits(digits)
  const n = ctz(stops)
  const x = <u32>load<u8>(digits + <usize>n)
  if (n > 9 || x == 0x2e || (x | 0x20) == 0x65 || n == 0) return otherNumber(t, start, digits, stops, flags)
  if (load<u8>(digits) == 0x30 && n > 1) return 0
  const v = n == 9 ? fewDigits(digits, 8) * 10 + <u32>load<u8>(digits, 8) - 0x30 : fewDigits(digits, n)
  const end = digits + <usize>n
  writeNode(t, negative && v == 0 ? Tape.INT | Tape.REWRITE | flags : Tape.INT | flags, start, end, negative ? -v : v)
  return end
}

function otherNumber(t: usize, start: usize, digits: usize, stops: u32, flags: u32): usize {
  const n = ctz(stops)
  if (n == 0) return digits > start ? word(t, start, digits, flags) : 0
  if (load<u8>(digits) == 0x30 && n > 1) return 0
  const rest = stops & (stops - 1)
  const m = ctz(rest)
  const c = digits + <usize>m
  // Its text is Python's own where it is short, plain and ends in a digit that counts.
  if (m < 16 && load<u8>(digits + <usize>n) == 0x2e && (load<u8>(c) | 0x20) != 0x65) {
    const places = m - n - 1
    if (places == 0) return 0
    const rewrite = (places > 1 && load<u8>(c - 1) == 0x30) || isTiny(digits, n, places)
    writeNode(t, rewrite ? Tape.DECIMAL | Tape.REWRITE | flags : Tape.DECIMAL | flags, start, c)
    return c
  }
  return longNumber(t, start, digits, flags)
}

/** Python writes what begins with four zeros behind the point with an exponent. */
// @ts-ignore: decorator
@inline function isTiny(digits: usize, n: u32, places: u32): bool {
  return load<u8>(digits) == 0x30 && places > 4 && load<u32>(digits + <usize>n + 1) == 0x30303030
}

/** One that is long or has an exponent. */
function longNumber(t: usize, start: usize, digits: usize, flags: u32): usize {
  let c = skipDigits(digits)
  const n = <u32>(c - digits)
  let x = <u32>load<u8>(c)
  if (x != 0x2e && (x | 0x20) != 0x65) {
    writeNode(t, Tape.DECIMAL | flags, start, c)
    return c
  }
  let rewrite = false
  if (x == 0x2e) {
    const dot = c
    c = skipDigits(dot + 1)
    const places = <u32>(c - dot - 1)
    if (places == 0) return 0
    rewrite = c - digits > 16 || (places > 1 && load<u8>(c - 1) == 0x30) || isTiny(digits, n, places)
    x = load<u8>(c)
  }
  if ((x | 0x20) == 0x65) {
    x = load<u8>(++c)
    if (x == 0x2b || x == 0x2d) c++
    const exponent = c
    c = skipDigits(c)
    if (c == exponent) return 0
    rewrite = true
  }
  writeNode(t, rewrite ? Tape.DECIMAL | Tape.REWRITE | flags : Tape.DECIMAL | flags, start, c)
  return c
}
function skipDigits(p: usize): usize {
  while (true) {
    const n = ctz(noDigits(p))
    if (n < 16) return p + <usize>n
    p += 16
  }
}

/** true, false, null, NaN, Infinity, -Infinity, and their node: the end, 0 if it is none of them. */
export function word(t: usize, start: usize, c: usize, flags: u32): usize {
  const letters = load<u32>(c)
  if (letters == 0x69666e49 && load<u32>(c, 4) == 0x7974696e) {
    writeNode(t, Tape.DECIMAL | flags, start, c + 8)
    return c + 8
  }
  if (c != start) return 0
  if (letters == 0x65757274) {
    writeNode(t, Tape.TRUE | flags, c, c + 4)
    return c + 4
  }
  if (letters == 0x6c6c756e) {
    writeNode(t, Tape.NULL | flags, c, c + 4)
    return c + 4
  }
  if (letters == 0x736c6166 && load<u8>(c, 4) == 0x65) {
    writeNode(t, Tape.FALSE | flags, c, c + 5)
    return c + 5
  }
  if ((letters & 0xffffff) == 0x4e614e) {
    writeNode(t, Tape.DECIMAL | flags, c, c + 3)
    return c + 3
  }
  return 0
}
