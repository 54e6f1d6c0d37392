// Shifts and bitwise operations of integers, as if in two's complement with endless sign bits, and bytes.

import { bigFromI64, bitLength, finish, isNegative, limbCount, limbsOf, newBig } from './bigint.ts'
import { at, clearLimbs, limb, setLimb, shiftLeft, shiftRight } from './natural.ts'

/** x << bits, bits >= 0. */
export function shiftLeftBig(x: usize, bits: i64): usize {
  const n = limbCount(x)
  if (n == 0) return x
  const whole = <i32>(bits >> 5)
  const r = newBig(n + whole + 1)
  clearLimbs(limbsOf(r), whole)
  const high = shiftLeft(at(limbsOf(r), whole), limbsOf(x), n, <i32>bits & 31)
  setLimb(limbsOf(r), n + whole, high)
  return finish(r, isNegative(x))
}

/** x >> bits rounding down, bits >= 0. */
export function shiftRightBig(x: usize, bits: i64): usize {
  const n = limbCount(x)
  const minus = isNegative(x)
  if (bits >> 5 >= <i64>n) return bigFromI64(minus ? -1 : 0)
  const whole = <i32>(bits >> 5)
  const part = <i32>bits & 31
  const r = newBig(n - whole + 1)
  shiftRight(limbsOf(r), at(limbsOf(x), whole), n - whole, part)
  setLimb(limbsOf(r), n - whole, 0)
  if (minus) {
    let lost = (limb(limbsOf(x), whole) & ((1 << part) - 1)) != 0
    for (let i = 0; i < whole && !lost; i++) lost = limb(limbsOf(x), i) != 0
    for (let i = 0; lost; i++) {
      const v = limb(limbsOf(r), i) + 1
      setLimb(limbsOf(r), i, v)
      lost = v == 0
    }
  }
  return finish(r, minus)
}

export const AND: i32 = 0
export const OR: i32 = 1
export const XOR: i32 = 2

// @ts-ignore: decorator
@inline function combine(op: i32, a: u32, b: u32): u32 {
  return op == AND ? a & b : op == OR ? a | b : a ^ b
}

/** a & b, a | b or a ^ b. */
export function bitwiseBig(op: i32, a: usize, b: usize): usize {
  const an = limbCount(a)
  const bn = limbCount(b)
  const aMinus = isNegative(a)
  const bMinus = isNegative(b)
  const minus = combine(op, <u32>aMinus, <u32>bMinus) != 0
  const n = max(an, bn) + 1
  const r = newBig(n)
  // A negative number's limbs are read, and a negative result's written, as complement plus one on the way.
  let aCarry: u64 = 1
  let bCarry: u64 = 1
  let carry: u64 = 1
  for (let i = 0; i < n; i++) {
    let x = i < an ? limb(limbsOf(a), i) : 0
    let y = i < bn ? limb(limbsOf(b), i) : 0
    if (aMinus) {
      aCarry += <u64>~x
      x = <u32>aCarry
      aCarry >>= 32
    }
    if (bMinus) {
      bCarry += <u64>~y
      y = <u32>bCarry
      bCarry >>= 32
    }
    let z = combine(op, x, y)
    if (minus) {
      carry += <u64>~z
      z = <u32>carry
      carry >>= 32
    }
    setLimb(limbsOf(r), i, z)
  }
  return finish(r, minus)
}

/** Ones in the magnitude. */
export function bitCount(x: usize): i64 {
  let n: i64 = 0
  for (let i = limbCount(x) - 1; i >= 0; i--) n += <i64>popcnt(limb(limbsOf(x), i))
  return n
}

/** From `length` bytes; `signed`: two's complement. */
export function bigFromBytes(p: usize, length: i32, little: bool, signed: bool): usize {
  const n = (length + 3) >> 2
  const r = newBig(n + 1)
  const limbs = limbsOf(r)
  clearLimbs(limbs, n + 1)
  const minus = signed && length > 0 && load<u8>(p + <usize>(little ? length - 1 : 0)) > 127
  let carry: u32 = 1
  for (let i = 0; i < length; i++) {
    let byte: u32 = load<u8>(p + <usize>(little ? i : length - 1 - i))
    if (minus) {
      carry += byte ^ 255
      byte = carry & 255
      carry >>= 8
    }
    store<u8>(limbs + i, <u8>byte)
  }
  if (minus && carry) store<u8>(limbs + length, 1)
  return finish(r, minus)
}

/** Writes `length` bytes in two's complement; false if x needs more (unsigned: x >= 0 is the caller's to check). */
export function bigToBytes(x: usize, p: usize, length: i32, little: bool, signed: bool): bool {
  const bits = bitLength(x)
  const minus = isNegative(x)
  const room = <i64>length * 8
  if (signed) {
    // A power of two fits one bit tighter when negative.
    const needs = bits + (minus && isPowerOfTwo(x) ? 0 : 1)
    if (limbCount(x) > 0 && needs > room) return false
  } else if (bits > room) return false
  const bytes = limbCount(x) << 2
  let carry: u32 = 1
  for (let i = 0; i < length; i++) {
    let byte: u32 = i < bytes ? load<u8>(limbsOf(x) + i) : 0
    if (minus) {
      carry += byte ^ 255
      byte = carry & 255
      carry >>= 8
    }
    store<u8>(p + <usize>(little ? i : length - 1 - i), <u8>byte)
  }
  return true
}

function isPowerOfTwo(x: usize): bool {
  return bitCount(x) == 1
}

