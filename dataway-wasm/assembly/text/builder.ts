// A growing buffer of bytes. A builder is a small record in memory: address, length, room. Text builders hold UTF-8.
import { eightDigits } from '../number/digits.ts'
import { copyBytes } from '../memory/copy.ts'
import { alloc, resizeLast } from '../memory/region.ts'

const RECORD: usize = 16

export function newBuilder(room: usize = 64): usize {
  const b = alloc(RECORD)
  store<u32>(b, <u32>alloc(room))
  store<u32>(b, 0, 4)
  store<u32>(b, <u32>room, 8)
  return b
}

// @ts-ignore: decorator
@inline export function builtAddress(b: usize): usize {
  return <usize>load<u32>(b)
}
// @ts-ignore: decorator
@inline export function builtLength(b: usize): usize {
  return <usize>load<u32>(b, 4)
}
// @ts-ignore: decorator
@inline export function setBuiltLength(b: usize, n: usize): void {
  store<u32>(b, <u32>n, 4)
}

/** Room for `n` more bytes; returns where they go. */
// @ts-ignore: decorator
@inline export function roomFor(b: usize, n: usize): usize {
  const length = <usize>load<u32>(b, 4)
  if (length + n > <usize>load<u32>(b, 8)) growBuilder(b, n)
  return <usize>load<u32>(b) + length
}

function growBuilder(b: usize, n: usize): void {
  const room = <usize>load<u32>(b, 8)
  const length = <usize>load<u32>(b, 4)
  const wanted = max<usize>(room << 1, length + n + 16)
  const old = <usize>load<u32>(b)
  if (!resizeLast(old, room, wanted)) {
    const fresh = alloc(wanted)
    copyBytes(fresh, old, length)
    store<u32>(b, <u32>fresh)
  }
  store<u32>(b, <u32>wanted, 8)
}

// @ts-ignore: decorator
@inline export function putByte(b: usize, c: u32): void {
  store<u8>(roomFor(b, 1), <u8>c)
  store<u32>(b, load<u32>(b, 4) + 1, 4)
}

export function putBytes(b: usize, p: usize, n: usize): void {
  copyBytes(roomFor(b, n), p, n)
  store<u32>(b, <u32>(<usize>load<u32>(b, 4) + n), 4)
}

export function putFill(b: usize, c: u32, n: usize): void {
  memory.fill(roomFor(b, n), <u8>c, n)
  store<u32>(b, <u32>(<usize>load<u32>(b, 4) + n), 4)
}

/** One code point (surrogates too) as UTF-8. */
export function putCodePoint(b: usize, c: u32): void {
  store<u32>(b, load<u32>(b, 4) + encodeCodePoint(roomFor(b, 4), c), 4)
}

/** Writes a code point as UTF-8; returns the bytes written. */
export function encodeCodePoint(p: usize, c: u32): u32 {
  if (c < 0x80) {
    store<u8>(p, <u8>c)
    return 1
  }
  if (c < 0x800) {
    store<u8>(p, <u8>(0xc0 | (c >> 6)))
    store<u8>(p, <u8>(0x80 | (c & 63)), 1)
    return 2
  }
  if (c < 0x10000) {
    store<u8>(p, <u8>(0xe0 | (c >> 12)))
    store<u8>(p, <u8>(0x80 | ((c >> 6) & 63)), 1)
    store<u8>(p, <u8>(0x80 | (c & 63)), 2)
    return 3
  }
  store<u8>(p, <u8>(0xf0 | (c >> 18)))
  store<u8>(p, <u8>(0x80 | ((c >> 12) & 63)), 1)
  store<u8>(p, <u8>(0x80 | ((c >> 6) & 63)), 2)
  store<u8>(p, <u8>(0x80 | (c & 63)), 3)
  return 4
}

/** Text of the compiler's own (error messages, fixed words), as UTF-8. */
export function putText(b: usize, text: string): void {
  for (let i = 0, n = text.length; i < n; i++) {
    let c = <u32>text.charCodeAt(i)
    if (c >= 0xd800 && c < 0xdc00 && i + 1 < n) {
      c = 0x10000 + ((c - 0xd800) << 10) + (<u32>text.charCodeAt(++i) - 0xdc00)
    }
    putCodePoint(b, c)
  }
}

/** A decimal integer. */
export function putInteger(b: usize, n: i64): void {
  const p = roomFor(b, 24)
  store<u32>(b, load<u32>(b, 4) + <u32>writeInteger(p, n), 4)
}

/** Writes a decimal integer (at most 20 bytes, and 24 may be touched); returns the bytes written. */
export function writeInteger(p: usize, n: i64): usize {
  let from = p
  let m = <u64>n
  if (n < 0) {
    store<u8>(from++, 0x2d)
    m = <u64>(-n)
  }
  if (m < 10) {
    store<u8>(from, <u8>(0x30 + m))
    return from + 1 - p
  }
  if (m < 100000000) {
    const eight = eightDigits(<u32>m)
    const zeros = ctz(eight ^ 0x3030303030303030) & ~7
    store<u64>(from, eight >> zeros)
    return from + 8 - <usize>(zeros >> 3) - p
  }
  let digits: usize = 9
  for (let t = m / 100000000; t >= 10; t /= 10) digits++
  let at = from + digits
  do {
    const q = m / 10
    store<u8>(--at, <u8>(48 + m - q * 10))
    m = q
  } while (m)
  return from + digits - p
}
