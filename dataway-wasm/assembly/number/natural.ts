// Natural numbers as little-endian vectors of 32-bit limbs in raw memory: the loops under bigint.ts. A vector is an
// address and a count; callers provide the room for results. Nothing here knows about signs or objects.

import { mark, narrow, release, takeLimbs, widen } from './scratch.ts'

const KARATSUBA: i32 = 48

// @ts-ignore: decorator
@inline export function limb(p: usize, i: i32): u32 {
  return load<u32>(p + ((<usize>i) << 2))
}
// @ts-ignore: decorator
@inline export function setLimb(p: usize, i: i32, v: u32): void {
  store<u32>(p + ((<usize>i) << 2), v)
}
// @ts-ignore: decorator
@inline export function at(p: usize, i: i32): usize {
  return p + ((<usize>i) << 2)
}
// @ts-ignore: decorator
@inline export function copyLimbs(to: usize, from: usize, n: i32): void {
  memory.copy(to, from, (<usize>n) << 2)
}
// @ts-ignore: decorator
@inline export function clearLimbs(p: usize, n: i32): void {
  memory.fill(p, 0, (<usize>n) << 2)
}

/** The count without leading zero limbs. */
export function trimmed(p: usize, n: i32): i32 {
  while (n > 0 && limb(p, n - 1) == 0) n--
  return n
}

/** -1, 0 or 1; both vectors trimmed. */
export function compareNat(a: usize, an: i32, b: usize, bn: i32): i32 {
  if (an != bn) return an < bn ? -1 : 1
  for (let i = an - 1; i >= 0; i--) {
    const x = limb(a, i)
    const y = limb(b, i)
    if (x != y) return x < y ? -1 : 1
  }
  return 0
}

/** r[0..an] = a + b, an >= bn; returns the carry. r may be a or b. */
export function addNat(r: usize, a: usize, an: i32, b: usize, bn: i32): u32 {
  let carry: u64 = 0
  let i = 0
  for (; i < bn; i++) {
    carry += <u64>limb(a, i) + <u64>limb(b, i)
    setLimb(r, i, <u32>carry)
    carry >>= 32
  }
  for (; i < an; i++) {
    carry += <u64>limb(a, i)
    setLimb(r, i, <u32>carry)
    carry >>= 32
  }
  return <u32>carry
}

/** r[0..an] = a - b, a >= b as numbers and an >= bn; returns the borrow (0 if a >= b). r may be a or b. */
export function subNat(r: usize, a: usize, an: i32, b: usize, bn: i32): u32 {
  let borrow: i64 = 0
  let i = 0
  for (; i < bn; i++) {
    borrow += <i64>limb(a, i) - <i64>limb(b, i)
    setLimb(r, i, <u32>borrow)
    borrow >>= 32
  }
  for (; i < an; i++) {
    borrow += <i64>limb(a, i)
    setLimb(r, i, <u32>borrow)
    borrow >>= 32
  }
  return <u32>-borrow
}

/** p[0..n] = p * factor + plus; returns the limb that did not fit. */
export function mulSmall(p: usize, n: i32, factor: u32, plus: u32): u32 {
  let carry: u64 = plus
  for (let i = 0; i < n; i++) {
    carry += <u64>limb(p, i) * factor
    setLimb(p, i, <u32>carry)
    carry >>= 32
  }
  return <u32>carry
}

/** q[0..n] = a / d; returns the remainder. q may be a. */
export function divSmall(q: usize, a: usize, n: i32, d: u32): u32 {
  let rest: u64 = 0
  for (let i = n - 1; i >= 0; i--) {
    const cur = (rest << 32) | limb(a, i)
    const digit = cur / d
    setLimb(q, i, <u32>digit)
    rest = cur - digit * d
  }
  return <u32>rest
}

function mulSchool(r: usize, a: usize, an: i32, b: usize, bn: i32): void {
  clearLimbs(r, an)
  for (let j = 0; j < bn; j++) {
    const y = <u64>limb(b, j)
    const row = at(r, j)
    let carry: u64 = 0
    for (let i = 0; i < an; i++) {
      carry += <u64>limb(a, i) * y + limb(row, i)
      setLimb(row, i, <u32>carry)
      carry >>= 32
    }
    setLimb(row, an, <u32>carry)
  }
}

/** r += x at the place r points to, carrying on up to r[rn]. */
function accumulate(r: usize, rn: i32, x: usize, xn: i32): void {
  let carry: u64 = addNat(r, r, xn, x, xn)
  for (let i = xn; carry != 0 && i < rn; i++) {
    carry += limb(r, i)
    setLimb(r, i, <u32>carry)
    carry >>= 32
  }
}

function diminish(r: usize, rn: i32, x: usize, xn: i32): void {
  let borrow: i64 = -(<i64>subNat(r, r, xn, x, xn))
  for (let i = xn; borrow != 0 && i < rn; i++) {
    borrow += <i64>limb(r, i)
    setLimb(r, i, <u32>borrow)
    borrow >>= 32
  }
}

/** Both of n limbs: (a1 B + a0)(b1 B + b0) by three products of half the size. */
function mulKaratsuba(r: usize, a: usize, b: usize, n: i32): void {
  const h = n >> 1
  const g = n - h
  const a1 = at(a, h)
  const b1 = at(b, h)
  mulNat(r, a, h, b, h)
  mulNat(at(r, 2 * h), a1, g, b1, g)
  const start = mark()
  const sa = takeLimbs(g + 1)
  const sb = takeLimbs(g + 1)
  const m = takeLimbs(2 * g + 2)
  setLimb(sa, g, addNat(sa, a1, g, a, h))
  setLimb(sb, g, addNat(sb, b1, g, b, h))
  mulNat(m, sa, g + 1, sb, g + 1)
  diminish(m, 2 * g + 2, r, 2 * h)
  diminish(m, 2 * g + 2, at(r, 2 * h), 2 * g)
  accumulate(at(r, h), 2 * n - h, m, trimmed(m, 2 * g + 2))
  release(start)
}

/** r[0..an+bn] = a * b; r overlaps neither. */
export function mulNat(r: usize, a: usize, an: i32, b: usize, bn: i32): void {
  if (an < bn) {
    const p = a
    a = b
    b = p
    const n = an
    an = bn
    bn = n
  }
  if (bn < KARATSUBA) {
    mulSchool(r, a, an, b, bn)
    return
  }
  if (bn > 512 && widen((<usize>bn) << 6)) {
    mulNat(r, a, an, b, bn)
    narrow()
    return
  }
  if (an == bn) {
    mulKaratsuba(r, a, b, an)
    return
  }
  // The longer one is cut into pieces as long as the shorter.
  clearLimbs(r, an + bn)
  const start = mark()
  const part = takeLimbs(2 * bn)
  for (let from = 0; from < an; from += bn) {
    const n = min(bn, an - from)
    mulNat(part, at(a, from), n, b, bn)
    accumulate(at(r, from), an + bn - from, part, n + bn)
  }
  release(start)
}

/** r[0..n] = a << bits, 0 <= bits < 32; returns what was shifted out. r may be a. */
export function shiftLeft(r: usize, a: usize, n: i32, bits: i32): u32 {
  let carry: u64 = 0
  for (let i = 0; i < n; i++) {
    carry |= (<u64>limb(a, i)) << bits
    setLimb(r, i, <u32>carry)
    carry >>= 32
  }
  return <u32>carry
}

/** r[0..n] = a >> bits, 0 <= bits < 32. r may be a. */
export function shiftRight(r: usize, a: usize, n: i32, bits: i32): void {
  let carry: u64 = 0
  for (let i = n - 1; i >= 0; i--) {
    carry = (carry << 32) | limb(a, i)
    setLimb(r, i, <u32>(carry >> bits))
  }
}

/**
 * Knuth's algorithm D. q[0..an-bn+1] = a / b, r[0..bn] = a % b; an >= bn >= 1, b trimmed. q may be 0 if only the
 * remainder is wanted. Neither q nor r overlaps a or b.
 */
export function divNat(q: usize, r: usize, a: usize, an: i32, b: usize, bn: i32): void {
  const start = mark()
  if (bn == 1) {
    setLimb(r, 0, divSmall(q ? q : takeLimbs(an), a, an, limb(b, 0)))
    release(start)
    return
  }
  const shift = clz(limb(b, bn - 1))
  const u = takeLimbs(an + 1)
  const v = takeLimbs(bn)
  shiftLeft(v, b, bn, shift)
  setLimb(u, an, shiftLeft(u, a, an, shift))
  const high = <u64>limb(v, bn - 1)
  const next = <u64>limb(v, bn - 2)
  for (let j = an - bn; j >= 0; j--) {
    const top = ((<u64>limb(u, j + bn)) << 32) | limb(u, j + bn - 1)
    let digit = top / high
    let rest = top - digit * high
    while (digit >> 32 || digit * next > ((rest << 32) | limb(u, j + bn - 2))) {
      digit--
      rest += high
      if (rest >> 32) break
    }
    let borrow: i64 = 0
    let carry: u64 = 0
    const row = at(u, j)
    for (let i = 0; i < bn; i++) {
      carry += digit * limb(v, i)
      borrow += <i64>limb(row, i) - <i64>(carry & 0xffffffff)
      setLimb(row, i, <u32>borrow)
      borrow >>= 32
      carry >>= 32
    }
    borrow += <i64>limb(row, bn) - <i64>carry
    setLimb(row, bn, <u32>borrow)
    if (borrow < 0) {
      digit--
      setLimb(row, bn, limb(row, bn) + addNat(row, row, bn, v, bn))
    }
    if (q) setLimb(q, j, <u32>digit)
  }
  shiftRight(r, u, bn, shift)
  release(start)
}
