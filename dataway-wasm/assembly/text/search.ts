// Finding, counting and cutting in bytes; str uses it on its UTF-8, which is safe because no character's bytes start
// inside another's.

/** Offset of the first occurrence of `m` bytes at `q` in `n` bytes at `p`, or -1. */
export function findBytes(p: usize, n: usize, q: usize, m: usize): isize {
  if (m == 0) return 0
  if (m > n) return -1
  const last = n - m
  const first = load<u8>(q)
  const end = load<u8>(q + m - 1)
  const a = i8x16.splat(first)
  const b = i8x16.splat(end)
  let i: usize = 0
  // Candidates: the first and the last byte agree.
  for (; i + 16 <= last + 1; i += 16) {
    let hits = i8x16.bitmask(v128.and(i8x16.eq(v128.load(p + i), a), i8x16.eq(v128.load(p + i + m - 1), b)))
    while (hits) {
      const at = i + <usize>ctz(hits)
      if (m <= 2 || memory.compare(p + at + 1, q + 1, m - 2) == 0) return at
      hits &= hits - 1
    }
  }
  for (; i <= last; i++) {
    if (load<u8>(p + i) == first && load<u8>(p + i + m - 1) == end && memory.compare(p + i, q, m) == 0) return i
  }
  return -1
}

/** Offset of the last occurrence, or -1. */
export function findLastBytes(p: usize, n: usize, q: usize, m: usize): isize {
  if (m == 0) return n
  if (m > n) return -1
  const first = load<u8>(q)
  for (let i: isize = n - m; i >= 0; i--) {
    if (load<u8>(p + i) == first && memory.compare(p + i, q, m) == 0) return i
  }
  return -1
}

/** Occurrences that do not overlap. */
export function countBytes(p: usize, n: usize, q: usize, m: usize): u32 {
  let count: u32 = 0
  let at: usize = 0
  while (true) {
    const found = findBytes(p + at, n - at, q, m)
    if (found < 0) return count
    count++
    at += <usize>found + m
  }
}
