// 10^k as a 128-bit fraction times a power of two, for -343 <= k <= 325, worked out with big integers when first asked for
// (some microseconds) and kept. Shortest printing and fast parsing both live on these.

import { bigFromU64, bitLength, divmodBig, limbCount, limbsOf, powBig } from './bigint.ts'
import { shiftLeftBig, shiftRightBig } from './bigint-bits.ts'

const LEAST: i32 = -343
const COUNT: i32 = 669
const table: usize = memory.data(669 * 16, 8)
const TEN_POWERS: usize = memory.data<u64>([
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
  1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000,
  1000000000000000000, 10000000000000000000,
])

/** 10^k for 0 <= k <= 19. */
export function smallPowerOfTen(k: i32): u64 {
  return load<u64>(TEN_POWERS + ((<usize>k) << 3))
}

/** The address of the two words (low, high) of floor(10^k * 2^-e), the highest bit set. */
export function powerOfTen(k: i32): usize {
  const entry = table + ((<usize>(k - LEAST)) << 4)
  if (load<u64>(entry, 8) == 0) fill(entry, k)
  return entry
}

/** Whether the entry for k has no bits below it. */
export function isExactPower(k: i32): bool {
  return k >= 0 && k <= 55
}

function fill(entry: usize, k: i32): void {
  const power = powBig(bigFromU64(10), <u64>abs(k))
  let f: usize
  if (k >= 0) {
    const extra = bitLength(power) - 128
    f = extra > 0 ? shiftRightBig(power, extra) : shiftLeftBig(power, -extra)
  } else {
    // 2^n / 10^-k with exactly 128 bits: 10^-k is no power of two, so its bit length decides.
    f = divmodBig(shiftLeftBig(bigFromU64(1), bitLength(power) + 127), power)
  }
  store<u64>(entry, load<u64>(limbsOf(f)))
  store<u64>(entry, load<u64>(limbsOf(f), 8), 8)
}

/** floor(log2 10^k) for |k| <= 1233. */
// @ts-ignore: decorator
@inline export function log2OfPower(k: i32): i32 {
  return (k * 1741647) >> 19
}

/** The low half of the last `multiply`. */
export let low: u64 = 0

/** The high 64 bits of a * b; the low ones in `low`. */
// @ts-ignore: decorator
@inline export function multiply(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff
  const a1 = a >> 32
  const b0 = b & 0xffffffff
  const b1 = b >> 32
  const bottom = a0 * b0
  const cross = a1 * b0 + (bottom >> 32)
  const middle = a0 * b1 + (cross & 0xffffffff)
  low = (middle << 32) | (bottom & 0xffffffff)
  return a1 * b1 + (cross >> 32) + (middle >> 32)
}
