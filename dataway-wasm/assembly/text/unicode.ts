// What a code point is (letter, digit, cased …) and what it becomes in upper, lower, title and folded case, as CPython 3.11
// has it (Unicode 14). The packed tables are unpacked when the first character outside ASCII is asked about.

import * as tables from './unicode-tables.ts'

export const ALPHA: u32 = 1
export const DECIMAL: u32 = 2
export const DIGIT: u32 = 4
export const NUMERIC: u32 = 8
export const SPACE: u32 = 16
export const UPPER: u32 = 32
export const LOWER: u32 = 64
export const TITLE: u32 = 128
export const PRINTABLE: u32 = 256
/** May begin an identifier / may stand in one. */
export const ID_START: u32 = 512
export const ID_CONTINUE: u32 = 1024
/** Passed over when looking for a cased neighbour. */
export const IGNORABLE: u32 = 2048
export const CASED: u32 = 4096
export const ALNUM: u32 = ALPHA | DECIMAL | DIGIT | NUMERIC

/** First code point and class of each run in one word: code << 5 | class. */
const runs: usize = memory.data(tables.RUNS_COUNT * 4, 4)
/** Records of 12 bytes: first, last, difference with the step in bit 0. */
const RANGE: usize = 12
const upperRanges: usize = memory.data(tables.UPPER_RANGES_COUNT * 12, 4)
const lowerRanges: usize = memory.data(tables.LOWER_RANGES_COUNT * 12, 4)
/** Records of 20 bytes: code, count, up to three code points. */
const LONG: usize = 20
const upperLong: usize = memory.data(tables.UPPER_LONG_COUNT * 20, 4)
const lowerLong: usize = memory.data(tables.LOWER_LONG_COUNT * 20, 4)
const titleLong: usize = memory.data(tables.TITLE_EXCEPTIONS_COUNT * 20, 4)
const foldLong: usize = memory.data(tables.FOLD_EXCEPTIONS_COUNT * 20, 4)

let ready: bool = false
let from: usize = 0

function varint(): u32 {
  let byte: u32 = load<u8>(from++)
  let n = byte & 127
  for (let shift = 7; byte > 127; shift += 7) {
    byte = load<u8>(from++)
    n |= (byte & 127) << shift
  }
  return n
}

function zigzag(): i32 {
  const n = varint()
  return n & 1 ? -(<i32>(n >> 1)) - 1 : <i32>(n >> 1)
}

function unpack(): void {
  ready = true
  from = tables.RUNS
  let code: u32 = 0
  for (let i: i32 = 0; i < tables.RUNS_COUNT; i++) {
    const byte: u32 = load<u8>(from++)
    store<u32>(runs + (<usize>i << 2), (code << 5) | (byte & 31))
    code += byte >> 5 == 7 ? varint() + 8 : (byte >> 5) + 1
  }
  unpackRanges(tables.UPPER_RANGES, tables.UPPER_RANGES_COUNT, upperRanges)
  unpackRanges(tables.LOWER_RANGES, tables.LOWER_RANGES_COUNT, lowerRanges)
  unpackLong(tables.UPPER_LONG, tables.UPPER_LONG_COUNT, upperLong)
  unpackLong(tables.LOWER_LONG, tables.LOWER_LONG_COUNT, lowerLong)
  unpackLong(tables.TITLE_EXCEPTIONS, tables.TITLE_EXCEPTIONS_COUNT, titleLong)
  unpackLong(tables.FOLD_EXCEPTIONS, tables.FOLD_EXCEPTIONS_COUNT, foldLong)
}

function unpackRanges(packed: usize, count: i32, to: usize): void {
  from = packed
  let code: u32 = 0
  for (let i = 0; i < count; i++) {
    code += varint()
    const shape = varint()
    const step = shape & 1
    store<u32>(to, code)
    code += (shape >> 1) << step
    store<u32>(to, code, 4)
    store<i32>(to, (zigzag() << 1) | step, 8)
    to += RANGE
  }
}

function unpackLong(packed: usize, count: i32, to: usize): void {
  from = packed
  let code: u32 = 0
  for (let i = 0; i < count; i++) {
    code += varint()
    const n: u32 = load<u8>(from++)
    store<u32>(to, code)
    store<u32>(to, n, 4)
    for (let k: u32 = 0; k < n; k++) store<u32>(to + (<usize>k << 2), code + zigzag(), 8)
    to += LONG
  }
}

function runOf(code: u32): u32 {
  if (!ready) unpack()
  let low = 0
  let high = tables.RUNS_COUNT
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (load<u32>(runs + (<usize>middle << 2)) >> 5 <= code) low = middle
    else high = middle
  }
  return load<u32>(runs + (<usize>low << 2))
}

/** The flags above, for one code point. */
export function flagsOf(code: u32): u32 {
  return <u32>load<u16>(tables.CLASSES + (<usize>(runOf(code) & 31) << 1))
}

export function is(code: u32, flags: u32): bool {
  return (flagsOf(code) & flags) != 0
}

/** 0 to 9 for a decimal digit of any script, -1 for anything else. */
export function decimalValue(code: u32): i32 {
  if (code < 128) return code - 0x30 < 10 ? <i32>(code - 0x30) : -1
  const run = runOf(code)
  if (!(load<u16>(tables.CLASSES + (<usize>(run & 31) << 1)) & DECIMAL)) return -1
  return <i32>((code - (run >> 5)) % 10)
}

function mapped(code: u32, ranges: usize, count: i32): u32 {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (load<u32>(ranges + <usize>middle * RANGE, 4) < code) low = middle + 1
    else high = middle
  }
  if (low == count) return code
  const range = ranges + <usize>low * RANGE
  const first = load<u32>(range)
  const shape = load<i32>(range, 8)
  if (code < first || ((code - first) & shape & 1) != 0) return code
  return code + (shape >> 1)
}

function exception(code: u32, records: usize, count: i32): usize {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (load<u32>(records + <usize>middle * LONG) < code) low = middle + 1
    else high = middle
  }
  const record = records + <usize>low * LONG
  return low < count && load<u32>(record) == code ? record : 0
}

function copyOut(record: usize, out: usize): i32 {
  memory.copy(out, record + 8, 12)
  return load<i32>(record, 4)
}

/** Writes the upper-case form, one to three code points of 32 bits, and returns how many; so do the next three. */
export function toUpper(code: u32, out: usize): i32 {
  if (!ready) unpack()
  const long = exception(code, upperLong, tables.UPPER_LONG_COUNT)
  if (long) return copyOut(long, out)
  store<u32>(out, mapped(code, upperRanges, tables.UPPER_RANGES_COUNT))
  return 1
}

/** Without regard to a sigma's place. */
export function toLower(code: u32, out: usize): i32 {
  if (!ready) unpack()
  const long = exception(code, lowerLong, tables.LOWER_LONG_COUNT)
  if (long) return copyOut(long, out)
  store<u32>(out, mapped(code, lowerRanges, tables.LOWER_RANGES_COUNT))
  return 1
}

function lowerFrom(out: usize, index: i32, count: i32): void {
  for (let i = index; i < count; i++) {
    const p = out + (<usize>i << 2)
    store<u32>(p, mapped(load<u32>(p), lowerRanges, tables.LOWER_RANGES_COUNT))
  }
}

export function toTitle(code: u32, out: usize): i32 {
  if (!ready) unpack()
  const long = exception(code, titleLong, tables.TITLE_EXCEPTIONS_COUNT)
  if (long) return copyOut(long, out)
  const count = toUpper(code, out)
  lowerFrom(out, 1, count)
  return count
}

export function toFolded(code: u32, out: usize): i32 {
  if (!ready) unpack()
  const long = exception(code, foldLong, tables.FOLD_EXCEPTIONS_COUNT)
  if (long) return copyOut(long, out)
  const count = toUpper(code, out)
  lowerFrom(out, 0, count)
  return count
}

/** The single-character lower case, for comparisons that ignore case. */
export function simpleLower(code: u32): u32 {
  if (code < 128) return code - 0x41 < 26 ? code + 32 : code
  if (!ready) unpack()
  return mapped(code, lowerRanges, tables.LOWER_RANGES_COUNT)
}

/** The single-character upper case; the character itself where the upper case is longer. */
export function simpleUpper(code: u32): u32 {
  if (code < 128) return code - 0x61 < 26 ? code - 32 : code
  if (!ready) unpack()
  return mapped(code, upperRanges, tables.UPPER_RANGES_COUNT)
}
