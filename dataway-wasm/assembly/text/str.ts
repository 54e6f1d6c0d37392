// Python's str: UTF-8 bytes with a count of code points. Layout in value/object.ts. Indexing is O(1) for ASCII and steps
// through a table of every 64th code point for the rest.
import { clearBytes, copyBytes } from '../memory/copy.ts'
import { alloc, enterRegion, staticRegion } from '../memory/region.ts'
import { Kind, StrFlag, flagsAt, newObject, setFlags, setWord, wordAt, Tape } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isHeap, isTape, Value } from '../value/value.ts'
import { reserve } from '../memory/limits.ts'
import { fillRepeated } from '../ops/arithmetic.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { tapeString } from '../json/tape.ts'
import { builtAddress, builtLength, encodeCodePoint, newBuilder, putText } from './builder.ts'
import { countCodePoints, equalBytes, hashBytes, isAsciiText, stepBack, widthOf } from './utf8.ts'

// Lazy: constants of other modules are made of strings before this module's turn to start comes.
// @ts-ignore: decorator
@lazy export const STR_SIZE: usize = 32
// @ts-ignore: decorator
@lazy const STRIDE: u32 = 64

// @ts-ignore: decorator
@inline export function strBytes(s: usize): usize {
  return <usize>load<u32>(s, 12)
}
/** Length in bytes. */
// @ts-ignore: decorator
@inline export function strSize(s: usize): usize {
  return <usize>load<u32>(s, 8)
}
// @ts-ignore: decorator
@inline export function isAsciiStr(s: usize): bool {
  return (load<u8>(s, 1) & <u8>StrFlag.ASCII) != 0
}

/** An uninitialised string of `n` bytes with its text behind it; flags and code points are the caller's to set. */
export function roomForStr(n: usize): usize {
  const s = newObject(Kind.STR, STR_SIZE + n)
  store<u64>(s, <u64>n | (<u64>(s + STR_SIZE) << 32), 8)
  store<u64>(s, 0, 16)
  store<u64>(s, 0, 24)
  return s
}

/** Finds out what kind of text it is, once the bytes are there. */
export function finishStr(s: usize): Value {
  if (isAsciiText(strBytes(s), strSize(s))) setFlags(s, StrFlag.ASCII)
  return boxHeap(s)
}

/** A copy of UTF-8 bytes. */
export function newStr(p: usize, n: usize): Value {
  const s = roomForStr(n)
  copyBytes(strBytes(s), p, n)
  return finishStr(s)
}
/** A copy of ASCII bytes. */
export function newAscii(p: usize, n: usize): Value {
  const s = roomForStr(n)
  copyBytes(strBytes(s), p, n)
  setFlags(s, StrFlag.ASCII)
  return boxHeap(s)
}
/** A string over bytes that stay where they are at least as long as the string. */
export function viewStr(p: usize, n: usize, ascii: bool): Value {
  const s = newObject(Kind.STR, STR_SIZE)
  store<u64>(s, <u64>n | (<u64>p << 32), 8)
  store<u64>(s, 0, 16)
  store<u64>(s, 0, 24)
  setFlags(s, ascii ? StrFlag.ASCII : 0)
  return boxHeap(s)
}
/** A part of a string's bytes without a copy; code points must not be cut. */
export function sliceOfStr(s: usize, from: usize, to: usize): Value {
  if (from >= to) return emptyStr()
  if (from == 0 && to == strSize(s)) return boxHeap(s)
  if (isAsciiStr(s)) {
    if (to - from == 1) return charStr(load<u8>(strBytes(s) + from))
    return viewStr(strBytes(s) + from, to - from, true)
  }
  return viewStr(strBytes(s) + from, to - from, isAsciiText(strBytes(s) + from, to - from))
}
/** What a builder holds, as a string over the builder's own bytes. */
export function builtStr(b: usize): Value {
  const p = builtAddress(b)
  const n = builtLength(b)
  return viewStr(p, n, isAsciiText(p, n))
}

// @ts-ignore: decorator
@lazy let chars: usize = 0
/** The string of one code point; ASCII ones exist once. */
export function charStr(c: u32): Value {
  if (c < 128) {
    if (!chars) prepareChars()
    return boxHeap(<usize>load<u32>(chars + (<usize>c << 2)))
  }
  const s = roomForStr(4)
  store<u32>(s, encodeCodePoint(strBytes(s), c), 8)
  store<u32>(s, 1, 16)
  setFlags(s, StrFlag.COUNTED)
  return boxHeap(s)
}
function prepareChars(): void {
  const back = enterRegion(staticRegion())
  chars = alloc(128 * 4)
  for (let c: u32 = 0; c < 128; c++) {
    const s = roomForStr(1)
    store<u8>(strBytes(s), <u8>c)
    setFlags(s, StrFlag.ASCII)
    store<u32>(chars + (<usize>c << 2), <u32>s)
  }
  enterRegion(back)
}

// @ts-ignore: decorator
@lazy let empty: Value = 0
export function emptyStr(): Value {
  if (!empty) {
    const back = enterRegion(staticRegion())
    empty = newAscii(0, 0)
    enterRegion(back)
  }
  return empty
}

/** Whether a value is a str, in either form. */
// @ts-ignore: decorator
@inline export function isStr(v: Value): bool {
  return isHeap(v) ? load<u8>(addressOf(v)) == <u8>Kind.STR : isTape(v) && (load<u8>(addressOf(v)) & Tape.TAG) == Tape.STRING
}
/** The string object of a str value. */
// @ts-ignore: decorator
@inline export function asStr(v: Value): usize {
  return isTape(v) ? tapeString(addressOf(v)) : addressOf(v)
}

export function strHash(s: usize): u32 {
  let h = wordAt(s)
  if (!h) {
    h = hashBytes(strBytes(s), strSize(s))
    setWord(s, h)
  }
  return h
}

export function strEquals(a: usize, b: usize): bool {
  if (a == b) return true
  const n = strSize(a)
  if (n != strSize(b)) return false
  const ha = wordAt(a)
  const hb = wordAt(b)
  if (ha && hb && ha != hb) return false
  return equalBytes(strBytes(a), strBytes(b), n)
}

/** Code points. */
export function strLength(s: usize): u32 {
  const flags = flagsAt(s)
  if (flags & StrFlag.ASCII) return <u32>strSize(s)
  if (flags & StrFlag.COUNTED) return load<u32>(s, 16)
  const count = countCodePoints(strBytes(s), strSize(s))
  store<u32>(s, count, 16)
  setFlags(s, flags | StrFlag.COUNTED)
  return count
}

/** Byte offset of a code point index from 0 to the length (inclusive). */
export function byteOffset(s: usize, index: u32): usize {
  if (isAsciiStr(s)) return <usize>index
  const p = strBytes(s)
  const length = strLength(s)
  if (index >= length) return strSize(s)
  let at = p
  let left = index
  if (length > STRIDE) {
    let table = <usize>load<u32>(s, 20)
    if (!table || load<u64>(table - 8) != ownerOf(s)) table = indexStr(s, length)
    at = p + <usize>load<u32>(table + (<usize>(index / STRIDE) << 2))
    left = index % STRIDE
  }
  while (left--) at += widthOf(load<u8>(at))
  return at - p
}

/**
 * Counts evaluations. A string may outlive the evaluation that it was indexed in (values of a run, constants of a program), its
 * table does not: before the table stands whose it is, and of which evaluation.
 */
let evaluation: u32 = 0
export function forgetIndexes(): void {
  evaluation++
}
// @ts-ignore: decorator
@inline function ownerOf(s: usize): u64 {
  return <u64>s | (<u64>evaluation << 32)
}
function indexStr(s: usize, length: u32): usize {
  const table = alloc(8 + ((<usize>(length / STRIDE) + 1) << 2)) + 8
  store<u64>(table - 8, ownerOf(s))
  const p = strBytes(s)
  let at = p
  for (let i: u32 = 0; i < length; i++) {
    if (i % STRIDE == 0) store<u32>(table + (<usize>(i / STRIDE) << 2), <u32>(at - p))
    at += widthOf(load<u8>(at))
  }
  store<u32>(s, <u32>table, 20)
  return table
}

/** Code point index of a byte offset that lies on a boundary. */
export function indexOfByte(s: usize, offset: usize): u32 {
  return isAsciiStr(s) ? <u32>offset : countCodePoints(strBytes(s), offset)
}

/** `s[index]` for an index in range. */
export function charAt(s: usize, index: u32): Value {
  if (isAsciiStr(s)) return charStr(load<u8>(strBytes(s) + <usize>index))
  const at = byteOffset(s, index)
  return charFrom(s, at)
}
/** The character whose bytes start at this offset. */
export function charFrom(s: usize, at: usize): Value {
  const p = strBytes(s) + at
  const first = <u32>load<u8>(p)
  if (first < 128) return charStr(first)
  const v = viewStr(p, widthOf(first), false)
  store<u32>(addressOf(v), 1, 16)
  setFlags(addressOf(v), StrFlag.COUNTED)
  return v
}
/** Offset of the character that ends before `at`. */
export function stepBackIn(s: usize, at: usize): usize {
  return stepBack(strBytes(s) + at) - strBytes(s)
}

/**
 * a + b. When `a` ends where the used part of its growth buffer ends, `b` is written behind it and the text of `a` is
 * shared: building a string piece by piece costs the pieces only.
 */
export function concatStr(a: usize, b: usize): Value {
  const an = strSize(a)
  const bn = strSize(b)
  if (!an) return boxHeap(b)
  if (!bn) return boxHeap(a)
  const total = an + bn
  let buffer = <usize>load<u32>(a, 24)
  let start = strBytes(a)
  const fits = buffer != 0 && start + an == buffer + 8 + <usize>load<u32>(buffer) && <usize>load<u32>(buffer) + bn <= <usize>load<u32>(buffer, 4)
  if (!fits) {
    if (total < 64) {
      const s = roomForStr(total)
      copyBytes(strBytes(s), strBytes(a), an)
      copyBytes(strBytes(s) + an, strBytes(b), bn)
      joinFlags(s, a, b)
      return boxHeap(s)
    }
    const room = total + (total >> 1) + 64
    buffer = alloc(8 + room)
    store<u32>(buffer, <u32>an)
    store<u32>(buffer, <u32>room, 4)
    copyBytes(buffer + 8, start, an)
    start = buffer + 8
  }
  copyBytes(start + an, strBytes(b), bn)
  store<u32>(buffer, <u32>(start + total - buffer - 8))
  const s = newObject(Kind.STR, STR_SIZE)
  store<u64>(s, <u64>total | (<u64>start << 32), 8)
  store<u64>(s, 0, 16)
  store<u64>(s, <u64>buffer, 24)
  joinFlags(s, a, b)
  return boxHeap(s)
}

function joinFlags(s: usize, a: usize, b: usize): void {
  if (isAsciiStr(a) && isAsciiStr(b)) setFlags(s, StrFlag.ASCII)
  else if ((flagsAt(a) & 3) != 0 && (flagsAt(b) & 3) != 0) {
    store<u32>(s, strLength(a) + strLength(b), 16)
    setFlags(s, StrFlag.COUNTED)
  }
}

// Strings of the module itself: one object per text, alive as long as the module.
// @ts-ignore: decorator
@lazy let internTable: usize = 0
// @ts-ignore: decorator
@lazy let internMask: u32 = 0
// @ts-ignore: decorator
@lazy let internUsed: u32 = 0

/** The one object of this text. */
export function internBytes(p: usize, n: usize): Value {
  if (!internTable || internUsed * 2 > internMask) growInterned()
  const h = hashBytes(p, n)
  let at = h & internMask
  while (true) {
    const s = <usize>load<u32>(internTable + (<usize>at << 2))
    if (!s) break
    if (wordAt(s) == h && strSize(s) == n && memory.compare(strBytes(s), p, n) == 0) return boxHeap(s)
    at = (at + 1) & internMask
  }
  const back = enterRegion(staticRegion())
  const v = newStr(p, n)
  enterRegion(back)
  const s = addressOf(v)
  setWord(s, h)
  setFlags(s, flagsAt(s) | StrFlag.INTERNED)
  store<u32>(internTable + (<usize>at << 2), <u32>s)
  internUsed++
  return v
}

function growInterned(): void {
  const back = enterRegion(staticRegion())
  const old = internTable
  const oldRoom = old ? internMask + 1 : 0
  internMask = old ? internMask * 2 + 1 : 1023
  internTable = alloc(<usize>(internMask + 1) << 2)
  clearBytes(internTable, <usize>(internMask + 1) << 2)
  for (let i: u32 = 0; i < oldRoom; i++) {
    const s = <usize>load<u32>(old + (<usize>i << 2))
    if (!s) continue
    let at = wordAt(s) & internMask
    while (load<u32>(internTable + (<usize>at << 2))) at = (at + 1) & internMask
    store<u32>(internTable + (<usize>at << 2), <u32>s)
  }
  enterRegion(back)
}

/** A literal of the module's own source as a str value; the same text gives the same object. */
export function strConst(text: string): Value {
  const b = newBuilder(<usize>text.length * 3 + 1)
  putText(b, text)
  return internBytes(builtAddress(b), builtLength(b))
}

/** A str value as AssemblyScript text, for messages. */
export function textOf(v: Value): string {
  const s = asStr(v)
  return String.UTF8.decodeUnsafe(strBytes(s), strSize(s), false)
}

/** New str of AssemblyScript text. */
export function strOf(text: string): Value {
  const b = newBuilder(<usize>text.length * 3 + 1)
  putText(b, text)
  return builtStr(b)
}

/** s * n for n >= 0; ERROR when that is too much. */
export function repeatStr(v: Value, n: i64): Value {
  const s = asStr(v)
  const size = strSize(s)
  if (n == 1) return v
  if (n == 0 || size == 0) return emptyStr()
  const total = <u64>size * <u64>n
  if (n > 0x7fffffff || total > 0xffffffff) return raise(ExcKind.MemoryError, '')
  if (total > 4096 && !reserve(total)) return ERROR
  const r = roomForStr(<usize>total)
  fillRepeated(strBytes(r), strBytes(s), size, <usize>total)
  if (isAsciiStr(s)) setFlags(r, StrFlag.ASCII)
  return boxHeap(r)
}
