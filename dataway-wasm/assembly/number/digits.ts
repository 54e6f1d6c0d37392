// Eight decimal digits at once, in the lanes of one word: as a number, and back as text.

/** The value of `n` (1 to 8) digits; 8 bytes can be read. */
// @ts-ignore: decorator
@inline export function fewDigits(p: usize, n: u32): u32 {
  // What stands behind them is shifted out; zeros come in before them.
  return sumOfDigits((load<u64>(p) - 0x3030303030303030) << <u64>(64 - (n << 3)))
}
// @ts-ignore: decorator
@inline function sumOfDigits(lanes: u64): u32 {
  const pairs = (lanes * 2561) >> 8
  const fours = ((pairs & 0x00ff00ff00ff00ff) * 6553601) >> 16
  return <u32>(((fours & 0x0000ffff0000ffff) * 42949672960001) >> 32)
}

/** The value of up to 19 digits. */
export function manyDigits(p: usize, n: u32): u64 {
  if (n <= 8) return n ? <u64>fewDigits(p, n) : 0
  const more = manyDigits(p, n - 8)
  return more * 100000000 + <u64>fewDigits(p + <usize>(n - 8), 8)
}

/** Eight digits of n < 10^8, the first in the lowest byte. */
// @ts-ignore: decorator
@inline export function eightDigits(n: u32): u64 {
  const high = n / 10000
  const fours = <u64>high | (<u64>(n - high * 10000) << 32)
  const hundreds = ((fours * 10486) >> 20) & 0x0000007f0000007f
  const pairs = hundreds | ((fours - 100 * hundreds) << 16)
  const tens = ((pairs * 103) >> 10) & 0x000f000f000f000f
  return (tens | ((pairs - 10 * tens) << 8)) | 0x3030303030303030
}
