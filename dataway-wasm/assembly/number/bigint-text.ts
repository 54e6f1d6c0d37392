// Integers as digits in a radix from 2 to 36, and back: plain ASCII in raw memory. Prefixes, underscores, white space and
// the limit of 4300 decimal digits (`tooManyDigits`) are the caller's business.

import { bitLength, finish, isNegative, limbCount, limbsOf, newBig } from './bigint.ts'
import { copyLimbs, divSmall, limb, mulSmall, setLimb } from './natural.ts'
import { mark, release, takeLimbs } from './scratch.ts'

export const MAX_DECIMAL_DIGITS: i32 = 4300

/** Bytes that `bigToText` may write, sign included. */
export function textRoom(x: usize, radix: u32): i32 {
  // A digit carries at least floor(log2 radix) bits; for 10, 3.3219 bits.
  const bits = bitLength(x)
  if (radix == 10) return <i32>((bits * 1233) >> 12) + 12
  return <i32>(bits / <i64>(31 - clz(radix))) + 4
}

/** Decimal digits of x; negative numbers count without their sign. Cheap and exact enough to refuse: true if > 4300. */
export function tooManyDigits(x: usize): bool {
  const bits = bitLength(x)
  if (bits < 14281) return false
  if (bits > 14288) return true
  const start = mark()
  const room = takeLimbs((textRoom(x, 10) >> 2) + 1)
  const digits = bigToText(x, 10, room) - (isNegative(x) ? 1 : 0)
  release(start)
  return digits > MAX_DECIMAL_DIGITS
}

/** Writes the digits (lower case, `-` before them if negative) and returns how many bytes. */
export function bigToText(x: usize, radix: u32, out: usize): i32 {
  const n = limbCount(x)
  let to = out
  if (isNegative(x)) store<u8>(to++, 0x2d)
  if (n == 0) {
    store<u8>(to++, 0x30)
    return <i32>(to - out)
  }
  const first = to
  if ((radix & (radix - 1)) == 0) to = powerOfTwoDigits(x, ctz(radix), to)
  else {
    // Blocks of as many digits as fit in a limb, the last block first.
    let block: u32 = radix
    let width = 1
    while (<u64>block * radix < 0xffffffff) {
      block *= radix
      width++
    }
    const start = mark()
    const rest = takeLimbs(n)
    copyLimbs(rest, limbsOf(x), n)
    let left = n
    while (left > 0) {
      let part = divSmall(rest, rest, left, block)
      while (left > 0 && limb(rest, left - 1) == 0) left--
      for (let i = 0; i < width && (left > 0 || part != 0); i++) {
        store<u8>(to++, digitChar(part % radix))
        part /= radix
      }
    }
    release(start)
  }
  reverse(first, to)
  return <i32>(to - out)
}

/** Least digit first; returns the end. */
function powerOfTwoDigits(x: usize, bits: u32, to: usize): usize {
  const n = limbCount(x)
  const mask: u64 = (1 << bits) - 1
  let buffer: u64 = 0
  let have: u32 = 0
  for (let i = 0; i < n; i++) {
    buffer |= (<u64>limb(limbsOf(x), i)) << have
    have += 32
    // Behind the highest digit there is no room for zeros.
    while (have >= bits && (buffer || i < n - 1)) {
      store<u8>(to++, digitChar(<u32>(buffer & mask)))
      buffer >>= bits
      have -= bits
    }
  }
  if (buffer) store<u8>(to++, digitChar(<u32>buffer))
  return to
}

function digitChar(digit: u32): u8 {
  return <u8>(digit < 10 ? 0x30 + digit : 0x57 + digit)
}

function reverse(from: usize, end: usize): void {
  end--
  while (from < end) {
    const c = load<u8>(from)
    store<u8>(from++, load<u8>(end))
    store<u8>(end--, c)
  }
}

/** The value of an ASCII letter or digit, 255 for anything else. */
export function digitValue(c: u32): u32 {
  if (c - 0x30 < 10) return c - 0x30
  const letter = (c | 0x20) - 0x61
  return letter < 26 ? letter + 10 : 255
}

/** From `length` ASCII digits that are all valid for the radix (underscores between them are skipped). */
export function bigFromText(p: usize, length: i32, radix: u32, negative: bool): usize {
  const bitsPerDigit = 32 - clz(radix - 1)
  const x = newBig(<i32>((<i64>length * bitsPerDigit) >> 5) + 1)
  const limbs = limbsOf(x)
  let n = 0
  let part: u32 = 0
  let scale: u32 = 1
  const full = 0xffffffff / radix
  for (let i = 0; i < length; i++) {
    const c = load<u8>(p + i)
    if (c == 0x5f) continue
    part = part * radix + digitValue(c)
    scale *= radix
    if (scale > full) {
      n = pushBlock(limbs, n, scale, part)
      part = 0
      scale = 1
    }
  }
  if (scale > 1) n = pushBlock(limbs, n, scale, part)
  store<i32>(x, n, 4)
  return finish(x, negative)
}

function pushBlock(limbs: usize, n: i32, scale: u32, part: u32): i32 {
  const carry = mulSmall(limbs, n, scale, part)
  if (carry) setLimb(limbs, n++, carry)
  return n
}
