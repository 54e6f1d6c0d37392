// UTF-8 as bytes in memory: steps, counts, checks. Text inside the module is always well formed, except that lone
// surrogates stand as three bytes.
import { spendOn } from '../memory/limits.ts'

/** The code point at `p`. */
// @ts-ignore: decorator
@inline export function codePointAt(p: usize): u32 {
  const a = <u32>load<u8>(p)
  return a < 0x80 ? a : wideCodePointAt(p, a)
}
function wideCodePointAt(p: usize, a: u32): u32 {
  const b = <u32>load<u8>(p, 1) & 63
  if (a < 0xe0) return ((a & 31) << 6) | b
  const c = <u32>load<u8>(p, 2) & 63
  if (a < 0xf0) return ((a & 15) << 12) | (b << 6) | c
  return ((a & 7) << 18) | (b << 12) | (c << 6) | (<u32>load<u8>(p, 3) & 63)
}

/** Bytes of the code point that starts with this byte. */
// @ts-ignore: decorator
@inline export function widthOf(first: u32): usize {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

/** Start of the code point before `p`. */
export function stepBack(p: usize): usize {
  p--
  while ((load<u8>(p) & 0xc0) == 0x80) p--
  return p
}

export function isAsciiText(p: usize, n: usize): bool {
  let i: usize = 0
  for (; i + 16 <= n; i += 16) if (i8x16.bitmask(v128.load(p + i))) return false
  for (; i < n; i++) if (load<u8>(p + i) >= 0x80) return false
  return true
}

export function countCodePoints(p: usize, n: usize): u32 {
  let count: u32 = 0
  let i: usize = 0
  const limit = i8x16.splat(-65)
  for (; i + 16 <= n; i += 16) count += <u32>popcnt(i8x16.bitmask(i8x16.gt_s(v128.load(p + i), limit)))
  for (; i < n; i++) if ((load<u8>(p + i) & 0xc0) != 0x80) count++
  return count
}

/**
 * Length of the well formed start of `n` bytes (n when all is well formed). `surrogates`: whether three-byte
 * surrogates pass.
 */
export function validUtf8(p: usize, n: usize, surrogates: bool): usize {
  let i: usize = 0
  while (i < n) {
    if (i + 16 <= n && !i8x16.bitmask(v128.load(p + i))) {
      i += 16
      continue
    }
    const a = <u32>load<u8>(p + i)
    if (a < 0x80) {
      i++
      continue
    }
    const width = sequenceAt(p + i, n - i, surrogates)
    if (!width) return i
    i += width
  }
  return n
}

/** Width of the well formed multi-byte sequence at `p` with `n` bytes left, or 0. */
function sequenceAt(p: usize, n: usize, surrogates: bool): usize {
  const a = <u32>load<u8>(p)
  if (a < 0xc2 || a > 0xf4) return 0
  const width = widthOf(a)
  if (n < width) return 0
  const b = <u32>load<u8>(p, 1)
  if ((b & 0xc0) != 0x80) return 0
  if (a == 0xe0 && b < 0xa0) return 0
  if (a == 0xed && b >= 0xa0 && !surrogates) return 0
  if (a == 0xf0 && b < 0x90) return 0
  if (a == 0xf4 && b > 0x8f) return 0
  if (width > 2 && (load<u8>(p, 2) & 0xc0) != 0x80) return 0
  if (width > 3 && (load<u8>(p, 3) & 0xc0) != 0x80) return 0
  return width
}

/** How many of the bytes at a broken place belong to the broken sequence, as Python's decoder counts them (1 to 3). */
export function brokenLength(p: usize, n: usize): usize {
  const a = <u32>load<u8>(p)
  if (a < 0xc2 || a > 0xf4 || n < 2) return 1
  const b = <u32>load<u8>(p, 1)
  if ((b & 0xc0) != 0x80) return 1
  if ((a == 0xe0 && b < 0xa0) || (a == 0xed && b >= 0xa0) || (a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f)) return 1
  if (a < 0xe0) return 2
  if (n < 3 || (load<u8>(p, 2) & 0xc0) != 0x80) return 2
  return 3
}

/** Compares as Python compares strings: by code point, which in UTF-8 is by byte. */
export function compareBytes(a: usize, an: usize, b: usize, bn: usize): i32 {
  const n = min(an, bn)
  spendOn(n)
  const c = n ? memory.compare(a, b, n) : 0
  return c ? c : an < bn ? -1 : an > bn ? 1 : 0
}

/** Equal bytes; both may be read up to 16 bytes past their end. */
export function equalBytes(a: usize, b: usize, n: usize): bool {
  spendOn(n)
  let i: usize = 0
  for (; i + 16 <= n; i += 16) {
    if (v128.any_true(v128.xor(v128.load(a + i), v128.load(b + i)))) return false
  }
  if (i == n) return true
  const left = i8x16.bitmask(i8x16.eq(v128.load(a + i), v128.load(b + i)))
  const wanted = (1 << <i32>(n - i)) - 1
  return (left & wanted) == wanted
}

/** A hash of bytes, never 0. */
export function hashBytes(p: usize, n: usize): u32 {
  let h: u64 = 0x9e3779b97f4a7c15 ^ <u64>n
  let i: usize = 0
  for (; i + 8 <= n; i += 8) {
    h = (h ^ load<u64>(p + i)) * 0xd6e8feb86659fd93
    h ^= h >> 32
  }
  if (i < n) {
    const mask = (<u64>1 << (<u64>(n - i) << 3)) - 1
    h = (h ^ (load<u64>(p + i) & mask)) * 0xd6e8feb86659fd93
    h ^= h >> 32
  }
  const folded = <u32>h
  return folded ? folded : 1
}
