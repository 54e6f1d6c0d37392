// An entry of its own for the tests of number/: operations on numbers written as text, nothing of the language.

import {
  absolute,
  addBig,
  bigFromI64,
  compareBig,
  divmodBig,
  gcdBig,
  hashBig,
  inverseBig,
  isNegative,
} from './bigint.ts'
import {
  isqrtBig,
  limbCount,
  modpowBig,
  mulBig,
  negate,
  powBig,
  remainder,
  subBig,
  toI64,
  bitLength,
} from './bigint.ts'
import { bigFromBytes, bigToBytes, bitCount, bitwiseBig, shiftLeftBig, shiftRightBig } from './bigint-bits.ts'
import { bigFromFloat, bigToFloat, compareBigFloat, divideToFloat } from './bigint-float.ts'
import { bigFromText, bigToText, textRoom, tooManyDigits } from './bigint-text.ts'
import { parseDecimal } from './float-parse.ts'
import { floatRepr, formatFloat, formatRoom } from './float-text.ts'

export function allocate(bytes: i32): usize {
  return __alloc(bytes)
}

export function parse(p: usize, length: i32, radix: u32): usize {
  const minus = length > 0 && load<u8>(p) == 0x2d
  return bigFromText(minus ? p + 1 : p, minus ? length - 1 : length, radix, minus)
}

export function room(x: usize, radix: u32): i32 {
  return textRoom(x, radix)
}

export function text(x: usize, radix: u32, out: usize): i32 {
  return bigToText(x, radix, out)
}

/** One operation by its number; the result is an integer or, where that says more, a small one made of an i64. */
export function calculate(op: i32, a: usize, b: usize, c: usize): usize {
  switch (op) {
    case 0:
      return addBig(a, b)
    case 1:
      return subBig(a, b)
    case 2:
      return mulBig(a, b)
    case 3:
      return divmodBig(a, b)
    case 4:
      divmodBig(a, b)
      return remainder
    case 5:
      return powBig(a, <u64>toI64(b))
    case 6:
      return modpowBig(a, b, c, (_: i64): bool => true)
    case 7:
      return shiftLeftBig(a, toI64(b))
    case 8:
      return shiftRightBig(a, toI64(b))
    case 9:
    case 10:
    case 11:
      return bitwiseBig(op - 9, a, b)
    case 12:
      return bigFromI64(compareBig(a, b))
    case 13:
      return bigFromI64(hashBig(a))
    case 14:
      return gcdBig(a, b)
    case 15:
      return isqrtBig(absolute(a))
    case 16:
      return bigFromI64(bitLength(a))
    case 17:
      return bigFromI64(bitCount(a))
    case 18:
      return negate(a)
    case 19: {
      const inverse = inverseBig(a, b)
      return inverse ? inverse : bigFromI64(0)
    }
    case 20: {
      // A round trip through signed big-endian and unsigned little-endian bytes.
      const n = <i32>(bitLength(a) >> 3) + 1
      const p = __alloc(n)
      if (!bigToBytes(a, p, n, false, true)) return bigFromI64(-999)
      const back = bigFromBytes(p, n, false, true)
      if (isNegative(a)) return back
      bigToBytes(a, p, n, true, false)
      return compareBig(bigFromBytes(p, n, true, false), back) == 0 ? back : bigFromI64(-998)
    }
    default:
      return bigFromI64(<i64>limbCount(a))
  }
}

export function toFloat(x: usize): f64 {
  return bigToFloat(x)
}
export function fromFloat(d: f64): usize {
  return bigFromFloat(d)
}
export function divide(a: usize, b: usize): f64 {
  return divideToFloat(a, b)
}
export function compareFloat(x: usize, d: f64): i32 {
  return compareBigFloat(x, d)
}
export function refused(x: usize): bool {
  return tooManyDigits(x)
}
export function readFloat(p: usize, length: i32): f64 {
  return parseDecimal(p, p + length)
}
export function repr(x: f64, out: usize): i32 {
  return floatRepr(x, out)
}
export function format(x: f64, type: u32, precision: i32, flags: i32, out: usize): i32 {
  return formatFloat(x, type, precision, flags, out)
}
export function formattedRoom(x: f64, precision: i32): i32 {
  return formatRoom(x, precision)
}
