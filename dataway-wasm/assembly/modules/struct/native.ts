// The module _struct: values packed into bytes after a format. Mistakes are returned as a str that says what is wrong;
// library/struct.py raises its own error with it.

import { arg } from '../../builtins/bind.ts'
import { newTuple, tupleAt, tupleLength } from '../../container/tuple.ts'
import { reserve } from '../../memory/limits.ts'
import { bigFromBytes, bigToBytes } from '../../number/bigint-bits.ts'
import { bigOf, bigValue, isNegative } from '../../number/bigint.ts'
import { isNumber, toFloat } from '../../ops/arithmetic.ts'
import { indexOf } from '../../ops/subscript.ts'
import { truth } from '../../ops/truth.ts'
import { bytesLength, bytesOf, isBytesLike, newBytes, roomForBytes } from '../../text/bytes.ts'
import { asStr, isStr, strBytes, strOf, strSize } from '../../text/str.ts'
import { Kind } from '../../value/object.ts'
import { addressOf, boxBool, boxFloat, boxHeap, boxInt, ERROR, intOf, isInt, NotImplemented, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'

let little: bool = true
let native: bool = true
/** What the last `width` knows of a code. */
let alignment: u32 = 1

/** Bytes of one value of a format code, 0 for a code that does not exist. */
function width(code: u32): u32 {
  let size: u32 = 0
  switch (code) {
    case 0x78: // x
    case 0x63: // c
    case 0x62: // b
    case 0x42: // B
    case 0x3f: // ?
    case 0x73: // s
    case 0x70: // p
      size = 1
      break
    case 0x68: // h
    case 0x48: // H
    case 0x65: // e
      size = 2
      break
    case 0x69: // i
    case 0x49: // I
    case 0x66: // f
      size = 4
      break
    case 0x6c: // l
    case 0x4c: // L
      size = native ? 8 : 4
      break
    case 0x71: // q
    case 0x51: // Q
    case 0x64: // d
      size = 8
      break
    case 0x6e: // n
    case 0x4e: // N
    case 0x50: // P
      size = native ? 8 : 0
  }
  alignment = native ? size : 1
  return size
}

let format: usize = 0
let formatEnd: usize = 0
let problem: string = ''

function open(v: Value): void {
  problem = ''
  const s = isStr(v) ? asStr(v) : 0
  format = s ? strBytes(s) : bytesOf(v)
  formatEnd = format + (s ? strSize(s) : <usize>bytesLength(v))
  native = true
  little = true
  if (format < formatEnd) {
    const c = load<u8>(format)
    if (c == 0x40) format++
    else if (c == 0x3d || c == 0x3c) {
      native = false
      format++
    } else if (c == 0x3e || c == 0x21) {
      native = false
      little = false
      format++
    }
  }
}

let code: u32 = 0
let count: u32 = 0
let size: u32 = 0

/** The next code with its count; false at the end or with a problem. */
function nextCode(): bool {
  while (format < formatEnd) {
    const c: u32 = load<u8>(format)
    if (c != 32 && c - 9 > 4) break
    format++
  }
  if (format >= formatEnd) return false
  let n: u64 = 1
  let c: u32 = load<u8>(format++)
  if (c - 0x30 < 10) {
    n = c - 0x30
    while (format < formatEnd && <u32>load<u8>(format) - 0x30 < 10) {
      n = n * 10 + (load<u8>(format++) - 0x30)
      if (n > 0x7fffffff) {
        problem = 'overflow in item count'
        return false
      }
    }
    if (format >= formatEnd) {
      problem = 'repeat count given without format specifier'
      return false
    }
    c = load<u8>(format++)
  }
  code = c
  count = <u32>n
  size = width(c)
  if (size == 0) {
    problem = 'bad char in struct format'
    return false
  }
  return true
}

// @ts-ignore: decorator
@inline function aligned(at: u64): u64 {
  return alignment > 1 ? (at + alignment - 1) & ~(<u64>alignment - 1) : at
}

/** Bytes and values that the whole format stands for; `problem` if it is wrong. */
let totalSize: u64 = 0
let totalValues: u64 = 0
function measure(v: Value): void {
  open(v)
  totalSize = 0
  totalValues = 0
  while (nextCode()) {
    totalSize = aligned(totalSize) + <u64>size * count
    if (code == 0x73 || code == 0x70) totalValues++
    else if (code != 0x78) totalValues += count
  }
}

/// _struct.size(format, /) -> int | str
/// How many bytes a format stands for.
export function sizeOf(args: usize): Value {
  measure(arg(args, 0))
  return problem.length > 0 ? strOf(problem) : boxInt(<i64>totalSize)
}

/// _struct.pack(format, values, /) -> bytes | str
/// The bytes of a tuple of values.
export function pack(args: usize): Value {
  measure(arg(args, 0))
  if (problem.length > 0) return strOf(problem)
  const values = addressOf(arg(args, 1))
  const given = tupleLength(values)
  if (<u64>given != totalValues)
    return strOf('pack expected ' + totalValues.toString() + ' items for packing (got ' + given.toString() + ')')
  if (!reserve(totalSize)) return ERROR
  const result = boxHeap(roomForBytes(Kind.BYTES, <u32>totalSize))
  const out = bytesOf(result)
  memory.fill(out, 0, <usize>totalSize)
  let at: u64 = 0
  let index: u32 = 0
  open(arg(args, 0))
  while (nextCode()) {
    at = aligned(at)
    if (code == 0x78) at += count
    else if (code == 0x73 || code == 0x70) {
      const v = tupleAt(values, index++)
      if (!isBytesLike(v)) return strOf("argument for '" + (code == 0x73 ? 's' : 'p') + "' must be a bytes object")
      let n = bytesLength(v)
      if (code == 0x73) memory.copy(out + <usize>at, bytesOf(v), min(n, count))
      else if (count > 0) {
        n = min(n, count - 1)
        store<u8>(out + <usize>at, <u8>min(n, 255))
        memory.copy(out + <usize>at + 1, bytesOf(v), n)
      }
      at += count
    } else {
      for (let i: u32 = 0; i < count; i++) {
        if (!packOne(tupleAt(values, index++), out + <usize>at)) return problem.length > 0 ? strOf(problem) : ERROR
        at += size
      }
    }
  }
  return result
}

function packOne(v: Value, to: usize): bool {
  switch (code) {
    case 0x63: {
      if (!isBytesLike(v) || bytesLength(v) != 1) {
        problem = 'char format requires a bytes object of length 1'
        return false
      }
      store<u8>(to, load<u8>(bytesOf(v)))
      return true
    }
    case 0x3f: {
      const t = truth(v)
      store<u8>(to, <u8>(t > 0))
      return t >= 0
    }
    case 0x66:
    case 0x64:
    case 0x65: {
      if (!isNumber(v)) {
        problem = 'required argument is not a float'
        return false
      }
      return packFloat(toFloat(v), to)
    }
  }
  const n = indexOf(v)
  if (n == ERROR) return false
  if (n == NotImplemented) {
    problem = 'required argument is not an integer'
    return false
  }
  return packInteger(n, to)
}

function isSigned(): bool {
  return code != 0x50 && code >= 0x61
}

function packInteger(n: Value, to: usize): bool {
  const signed = isSigned()
  const big = bigOf(n)
  const fits = !(isNegative(big) && !signed) && bigToBytes(big, to, size, little, signed)
  if (fits) return true
  if (size <= 2) problem = rangeText()
  else if (size == 8 || (!signed && isNegative(big))) problem = 'argument out of range'
  else problem = "'" + String.fromCharCode(code) + "' format requires " + rangeOf(signed)
  return false
}

function rangeOf(signed: bool): string {
  const bits = size * 8
  if (signed) {
    if (bits == 64) return '-9223372036854775808 <= number <= 9223372036854775807'
    const half: i64 = (<i64>1) << (bits - 1)
    return (-half).toString() + ' <= number <= ' + (half - 1).toString()
  }
  if (bits == 64) return '0 <= number <= 18446744073709551615'
  return '0 <= number <= ' + (((<i64>1) << bits) - 1).toString()
}

function rangeText(): string {
  if (code == 0x62) return 'byte format requires -128 <= number <= 127'
  if (code == 0x42) return 'ubyte format requires 0 <= number <= 255'
  if (code == 0x68) return 'short format requires -32768 <= number <= 32767'
  return 'ushort format requires 0 <= number <= 65535'
}

function packFloat(x: f64, to: usize): bool {
  if (code == 0x64) {
    const bits = reinterpret<u64>(x)
    store<u64>(to, little ? bits : bswap(bits))
    return true
  }
  if (code == 0x66) {
    const single = <f32>x
    if (single - single != 0 && x - x == 0) {
      raise(ExcKind.OverflowError, 'float too large to pack with f format')
      return false
    }
    const bits = reinterpret<u32>(single)
    store<u32>(to, little ? bits : bswap(bits))
    return true
  }
  const half = halfOf(x)
  if (half < 0) {
    raise(ExcKind.OverflowError, 'float too large to pack with e format')
    return false
  }
  store<u16>(to, little ? <u16>half : bswap(<u16>half))
  return true
}

/** The 16-bit float nearest to x, -1 if it is too large. */
function halfOf(x: f64): i32 {
  const sign = <i32>(reinterpret<u64>(x) >> 63) << 15
  if (x != x) return sign | 0x7e00
  const a = Math.abs(x)
  if (a == Infinity) return sign | 0x7c00
  if (a < 6.103515625e-5) return sign | <i32>nearest(a * 16777216)
  let exponent = <i32>((reinterpret<u64>(a) >> 52) & 0x7ff) - 1023
  if (exponent > 15) return -1
  const scaled = nearest(a * reinterpret<f64>((<u64>(1023 + 10 - exponent)) << 52))
  let mantissa = <i32>scaled
  if (mantissa == 2048) {
    mantissa = 1024
    exponent++
  }
  if (exponent > 15) return -1
  return sign | ((exponent + 15) << 10) | (mantissa & 1023)
}

/// _struct.unpack(format, data, offset, /) -> tuple
/// The values of `size` bytes from offset on.
export function unpack(args: usize): Value {
  measure(arg(args, 0))
  const data = arg(args, 1)
  const offset = arg(args, 2)
  if (!isBytesLike(data) || !isInt(offset) || intOf(offset) < 0 || <u64>intOf(offset) + totalSize > <u64>bytesLength(data)) {
    return raise(ExcKind.ValueError, 'not enough bytes')
  }
  let p = bytesOf(data) + <usize>intOf(offset)
  if (!reserve(totalValues * 8)) return ERROR
  const out = __alloc(<usize>totalValues * 8 + 8)
  let n: u32 = 0
  let at: u64 = 0
  open(arg(args, 0))
  while (nextCode()) {
    at = aligned(at)
    const from = p + <usize>at
    if (code == 0x73) {
      store<u64>(out + <usize>n * 8, newBytes(from, count))
      n++
    }
    else if (code == 0x70) {
      const length = count > 0 ? min(<u32>load<u8>(from), count - 1) : 0
      store<u64>(out + <usize>n * 8, newBytes(from + 1, length))
      n++
    } else if (code != 0x78)
      for (let i: u32 = 0; i < count; i++) {
        store<u64>(out + <usize>n * 8, unpackOne(from + <usize>(i * size)))
        n++
      }
    at += <u64>size * count
  }
  return newTuple(out, n)
}

function unpackOne(p: usize): Value {
  switch (code) {
    case 0x63:
      return newBytes(p, 1)
    case 0x3f:
      return boxBool(load<u8>(p) != 0)
    case 0x64:
      return boxFloat(reinterpret<f64>(little ? load<u64>(p) : bswap(load<u64>(p))))
    case 0x66:
      return boxFloat(<f64>reinterpret<f32>(little ? load<u32>(p) : bswap(load<u32>(p))))
    case 0x65: {
      const bits = <u32>(little ? load<u16>(p) : bswap(load<u16>(p)))
      const exponent = <i32>((bits >> 10) & 31)
      const mantissa = <f64>(bits & 1023)
      let x: f64
      if (exponent == 31) x = mantissa ? NaN : Infinity
      else if (exponent == 0) x = mantissa / 16777216
      else x = (1024 + mantissa) * reinterpret<f64>((<u64>(1023 + exponent - 25)) << 52)
      return boxFloat(bits >> 15 ? -x : x)
    }
  }
  return bigValue(bigFromBytes(p, size, little, isSigned()))
}
