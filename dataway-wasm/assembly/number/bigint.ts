// Integers of any size. An integer is the address of an object: the 8-byte header that all heap objects have (kind,
// flags with the sign in bit 0, number of limbs in the last four bytes), then the magnitude in 32-bit limbs, least first,
// no leading zeros. Objects never change once returned. `bigValue` makes a Value, small where it fits in 48 bits.

import { addNat, clearLimbs, compareNat, copyLimbs, divNat, divSmall, limb, mulNat } from './natural.ts'
import { setLimb, subNat, trimmed } from './natural.ts'
import { addressOf, boxHeap, boxInt, fitsInt, intOf, isInt, Value } from '../value/value.ts'

/** What `value/object.ts` calls this kind; written into each header. */
export const BIGINT_KIND: u8 = 8
const HEADER: usize = 8
const ONE: usize = memory.data<u32>([1])

// @ts-ignore: decorator
@inline export function isNegative(x: usize): bool {
  return (load<u8>(x, 1) & 1) != 0
}
// @ts-ignore: decorator
@inline export function limbCount(x: usize): i32 {
  return load<i32>(x, 4)
}
// @ts-ignore: decorator
@inline export function limbsOf(x: usize): usize {
  return x + HEADER
}

/** A new integer with room for n limbs; to be finished by `finish`. */
export function newBig(n: i32): usize {
  const x = __alloc(HEADER + ((<usize>n) << 2))
  store<u64>(x, BIGINT_KIND)
  store<i32>(x, n, 4)
  return x
}

/** Drops leading zero limbs and sets the sign. */
export function finish(x: usize, negative: bool): usize {
  const n = trimmed(limbsOf(x), limbCount(x))
  store<i32>(x, n, 4)
  store<u8>(x, negative && n > 0 ? 1 : 0, 1)
  return x
}

export function bigFromU64(n: u64, negative: bool = false): usize {
  const x = newBig(2)
  store<u64>(limbsOf(x), n)
  return finish(x, negative)
}

export function bigFromI64(n: i64): usize {
  return n < 0 ? bigFromU64(<u64>-n, true) : bigFromU64(<u64>n)
}

/** The address for an int Value (a new object for a small one). */
export function bigOf(v: Value): usize {
  return isInt(v) ? bigFromI64(intOf(v)) : addressOf(v)
}

/** The canonical Value: an int in 48 bits, or the object. */
export function bigValue(x: usize): Value {
  if (limbCount(x) <= 2 && fitsI64(x)) {
    const n = toI64(x)
    if (fitsInt(n)) return boxInt(n)
  }
  return boxHeap(x)
}

export function fitsI64(x: usize): bool {
  const n = limbCount(x)
  if (n < 2) return true
  if (n > 2) return false
  const magnitude = load<u64>(limbsOf(x))
  return magnitude <= <u64>i64.MAX_VALUE || (isNegative(x) && magnitude == 1 << 63)
}

/** The low 64 bits in two's complement; exact where `fitsI64`. */
export function toI64(x: usize): i64 {
  const n = limbCount(x)
  const magnitude = n == 0 ? 0 : n == 1 ? <u64>limb(limbsOf(x), 0) : load<u64>(limbsOf(x))
  return isNegative(x) ? -(<i64>magnitude) : <i64>magnitude
}

export function sign(x: usize): i32 {
  return limbCount(x) == 0 ? 0 : isNegative(x) ? -1 : 1
}

export function negate(x: usize): usize {
  return signed(x, !isNegative(x))
}

export function absolute(x: usize): usize {
  return isNegative(x) ? signed(x, false) : x
}

function signed(x: usize, negative: bool): usize {
  const n = limbCount(x)
  const r = newBig(n)
  copyLimbs(limbsOf(r), limbsOf(x), n)
  return finish(r, negative)
}

/** -1, 0 or 1. */
export function compareBig(a: usize, b: usize): i32 {
  const minus = isNegative(a)
  if (minus != isNegative(b)) return minus ? -1 : 1
  const order = compareNat(limbsOf(a), limbCount(a), limbsOf(b), limbCount(b))
  return minus ? -order : order
}

function addSigned(a: usize, b: usize, bNegative: bool): usize {
  let an = limbCount(a)
  let bn = limbCount(b)
  let p = limbsOf(a)
  let q = limbsOf(b)
  const aNegative = isNegative(a)
  if (aNegative == bNegative) {
    if (an < bn) {
      const t = p
      p = q
      q = t
      const n = an
      an = bn
      bn = n
    }
    const r = newBig(an + 1)
    setLimb(limbsOf(r), an, addNat(limbsOf(r), p, an, q, bn))
    return finish(r, aNegative)
  }
  if (compareNat(p, an, q, bn) >= 0) {
    const r = newBig(an)
    subNat(limbsOf(r), p, an, q, bn)
    return finish(r, aNegative)
  }
  const r = newBig(bn)
  subNat(limbsOf(r), q, bn, p, an)
  return finish(r, bNegative)
}

export function addBig(a: usize, b: usize): usize {
  return addSigned(a, b, isNegative(b))
}

export function subBig(a: usize, b: usize): usize {
  return addSigned(a, b, !isNegative(b) && limbCount(b) > 0)
}

export function mulBig(a: usize, b: usize): usize {
  const an = limbCount(a)
  const bn = limbCount(b)
  const r = newBig(an + bn)
  mulNat(limbsOf(r), limbsOf(a), an, limbsOf(b), bn)
  return finish(r, isNegative(a) != isNegative(b))
}

/** The remainder of the last `divmodBig`. */
export let remainder: usize = 0

/** Python's `divmod`: the quotient is rounded down, the remainder (in `remainder`) has the divisor's sign; b is not 0. */
export function divmodBig(a: usize, b: usize): usize {
  const an = limbCount(a)
  const bn = limbCount(b)
  const opposite = isNegative(a) != isNegative(b)
  if (compareNat(limbsOf(a), an, limbsOf(b), bn) < 0) {
    if (an == 0 || !opposite) {
      remainder = a
      return bigFromI64(0)
    }
    remainder = addBig(a, b)
    return bigFromI64(-1)
  }
  const q = newBig(an - bn + 2)
  const r = newBig(bn)
  setLimb(limbsOf(q), an - bn + 1, 0)
  divNat(limbsOf(q), limbsOf(r), limbsOf(a), an, limbsOf(b), bn)
  finish(r, false)
  const inexact = limbCount(r) > 0
  if (opposite && inexact) {
    // Round down: |q| + 1, and the remainder counted from the other side.
    addNat(limbsOf(q), limbsOf(q), an - bn + 2, ONE, 1)
    subNat(limbsOf(r), limbsOf(b), bn, limbsOf(r), limbCount(r))
    store<i32>(r, bn, 4)
  }
  remainder = finish(r, isNegative(b))
  return finish(q, opposite)
}

export function modBig(a: usize, b: usize): usize {
  divmodBig(a, b)
  return remainder
}

/** The bits a result of `powBig` may need, an upper bound, so that callers can refuse before the work; -1: beyond i64. */
export function powBits(base: usize, exponent: u64): i64 {
  const bits = <u64>bitLength(base)
  if (bits <= 1) return <i64>bits
  const most: u64 = 1 << 62
  return exponent > most / bits ? -1 : <i64>(bits * exponent)
}

export function powBig(base: usize, exponent: u64): usize {
  let result = bigFromI64(1)
  if (exponent == 0) return result
  const n = limbCount(base)
  if (n == 0 || (n == 1 && limb(limbsOf(base), 0) == 1)) return exponent & 1 ? base : mulBig(base, base)
  for (let bit = 63 - <i32>clz(exponent); bit >= 0; bit--) {
    if (limbCount(result) != 1 || limb(limbsOf(result), 0) != 1) result = mulBig(result, result)
    if ((exponent >> bit) & 1) result = mulBig(result, base)
  }
  return result
}

/**
 * pow(base, exponent, modulus) for exponent >= 0 and modulus != 0, with the sign of the modulus. `pay` is asked for each bit of
 * the exponent, with the units of its work; when it says no the result is 0, no number.
 */
export function modpowBig(base: usize, exponent: usize, modulus: usize, pay: (units: i64) => bool): usize {
  const m = absolute(modulus)
  const units = (<i64>limbCount(m) * limbCount(m) + 1) >> 2
  let result = modBig(bigFromI64(1), m)
  const b = modBig(base, m)
  for (let bit = bitLength(exponent) - 1; bit >= 0; bit--) {
    if (!pay(units)) return 0
    result = modBig(mulBig(result, result), m)
    if ((limb(limbsOf(exponent), <i32>(bit >> 5)) >> (<u32>bit & 31)) & 1) result = modBig(mulBig(result, b), m)
  }
  return isNegative(modulus) && limbCount(result) > 0 ? addBig(result, modulus) : result
}

/** The x with base * x % modulus == 1, reduced like Python's pow(base, -1, modulus); 0 where there is none. */
export function inverseBig(base: usize, modulus: usize): usize {
  const m = absolute(modulus)
  let a = m
  let b = modBig(base, m)
  let x = bigFromI64(0)
  let y = bigFromI64(1)
  while (limbCount(b) > 0) {
    const q = divmodBig(a, b)
    a = b
    b = remainder
    const next = subBig(x, mulBig(q, y))
    x = y
    y = next
  }
  if (limbCount(a) != 1 || limb(limbsOf(a), 0) != 1) return 0
  return modBig(x, modulus)
}

/** Bits of the magnitude. */
export function bitLength(x: usize): i64 {
  const n = limbCount(x)
  return n == 0 ? 0 : (<i64>n << 5) - <i64>clz(limb(limbsOf(x), n - 1))
}

/** The greatest common divisor, not negative. */
export function gcdBig(a: usize, b: usize): usize {
  a = absolute(a)
  b = absolute(b)
  while (limbCount(b) > 0) {
    if (limbCount(a) <= 2 && limbCount(b) <= 2) return bigFromU64(gcdU64(<u64>toI64(a), <u64>toI64(b)))
    const r = modBig(a, b)
    a = b
    b = r
  }
  return a
}

export function gcdU64(a: u64, b: u64): u64 {
  while (b) {
    const r = a % b
    a = b
    b = r
  }
  return a
}

/** The integer part of the square root of x >= 0 (Newton from above). */
export function isqrtBig(x: usize): usize {
  if (limbCount(x) == 0) return x
  const bits = (bitLength(x) + 1) >> 1
  const first = newBig(<i32>(bits >> 5) + 1)
  clearLimbs(limbsOf(first), limbCount(first))
  setLimb(limbsOf(first), <i32>(bits >> 5), 1 << (<u32>bits & 31))
  let root = finish(first, false)
  while (true) {
    const sum = addBig(root, divmodBig(x, root))
    const half = newBig(limbCount(sum))
    divSmall(limbsOf(half), limbsOf(sum), limbCount(sum), 2)
    finish(half, false)
    if (compareBig(half, root) >= 0) return root
    root = half
  }
}

/** Python's hash: the value modulo 2^61 - 1 with the sign of x, and -2 for -1. */
export function hashBig(x: usize): i64 {
  const prime: u64 = (1 << 61) - 1
  let h: u64 = 0
  for (let i = limbCount(x) - 1; i >= 0; i--) {
    h = ((h << 32) & prime) | (h >> 29)
    h += limb(limbsOf(x), i)
    if (h >= prime) h -= prime
  }
  const signedHash = isNegative(x) ? -(<i64>h) : <i64>h
  return signedHash == -1 ? -2 : signedHash
}
