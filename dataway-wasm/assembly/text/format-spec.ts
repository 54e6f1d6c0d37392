// The format specification mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type], read into
// globals; and the padding and grouping that all types share.
import { Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { charge, reserve } from '../memory/limits.ts'
import { asStr, strBytes, strSize, textOf } from './str.ts'
import { putByte, putBytes, putCodePoint, putFill, roomFor, builtLength, setBuiltLength } from './builder.ts'
import { codePointAt, countCodePoints, widthOf } from './utf8.ts'
import { typeName } from '../vm/type.ts'

export let fill: u32 = 0x20
/** `<` `>` `=` `^`, 0 when not given. */
export let align: u32 = 0
/** `+` `-` space, 0. */
export let sign: u32 = 0
export let zeroNegative: bool = false
export let alternate: bool = false
export let zeroPad: bool = false
/** -1 when not given. */
export let width: i32 = -1
/** `,` `_`, 0. */
export let grouping: u32 = 0
export let precision: i32 = -1
/** The letter, 0 when not given. */
export let type: u32 = 0

let at: usize = 0
let end: usize = 0
let overflow: bool = false

function number(): i32 {
  let n: i64 = -1
  overflow = false
  while (at < end && <u32>load<u8>(at) - 48 <= 9) {
    n = (n < 0 ? 0 : n) * 10 + <i64>(load<u8>(at++) - 48)
    if (n > 0x7fffffff) {
      overflow = true
      n = 0x7fffffff
    }
  }
  return <i32>n
}
function isAlign(c: u32): bool {
  return c == 0x3c || c == 0x3e || c == 0x3d || c == 0x5e
}

/** Reads a specification. False with a ValueError pending. `v` is what is formatted, for messages. */
export function parseSpec(spec: Value, v: Value): bool {
  const s = asStr(spec)
  at = strBytes(s)
  end = at + strSize(s)
  fill = 0x20
  align = 0
  sign = 0
  zeroNegative = false
  alternate = false
  zeroPad = false
  grouping = 0
  precision = -1
  type = 0
  let filled = false
  if (at < end) {
    const w = widthOf(load<u8>(at))
    if (at + w < end && isAlign(load<u8>(at + w))) {
      fill = codePointAt(at)
      filled = true
      align = load<u8>(at + w)
      at += w + 1
    } else if (isAlign(load<u8>(at))) align = load<u8>(at++)
  }
  if (at < end) {
    const c = <u32>load<u8>(at)
    if (c == 0x2b || c == 0x2d || c == 0x20) {
      sign = c
      at++
    }
  }
  if (at < end && load<u8>(at) == 0x7a) {
    // `z` stands before more only; alone at the end it is a type.
    zeroNegative = true
    at++
  }
  if (at < end && load<u8>(at) == 0x23) {
    alternate = true
    at++
  }
  if (at < end && load<u8>(at) == 0x30 && fill == 0x20 && align == 0) {
    fill = 0x30
    align = 0x3d
    zeroPad = true
    at++
  } else if (at < end && load<u8>(at) == 0x30 && align != 0) {
    if (!filled) fill = 0x30
    at++
  }
  width = number()
  if (overflow) return wrong('Too many decimal digits in format string')
  if (at < end && (load<u8>(at) == 0x2c || load<u8>(at) == 0x5f)) {
    grouping = load<u8>(at++)
    if (at < end && (load<u8>(at) == 0x2c || load<u8>(at) == 0x5f)) {
      if (load<u8>(at) == <u8>grouping) return wrong(grouping == 0x2c ? "Cannot specify ',' with ','." : "Cannot specify '_' with '_'.")
      return wrong("Cannot specify both ',' and '_'.")
    }
  }
  if (at < end && load<u8>(at) == 0x2e) {
    at++
    precision = number()
    if (overflow) return wrong('Too many decimal digits in format string')
    if (precision < 0) return wrong('Format specifier missing precision')
  }
  if (at < end) {
    const w = widthOf(load<u8>(at))
    if (at + w < end) {
      return wrong("Invalid format specifier '" + textOf(spec) + "' for object of type '" + typeName(v) + "'")
    }
    type = codePointAt(at)
  }
  if (grouping) {
    const ok = type == 0 || type == 0x64 || type == 0x65 || type == 0x66 || type == 0x67 || type == 0x45 || type == 0x47 || type == 0x25 || type == 0x46 ||
      (grouping == 0x5f && (type == 0x62 || type == 0x6f || type == 0x78 || type == 0x58)) // prettier-ignore
    if (!ok) return cannotGroup()
  }
  return true
}
export function cannotGroup(): bool {
  return wrong("Cannot specify '" + String.fromCharCode(grouping) + "' with '" + String.fromCodePoint(type ? type : 0x73) + "'.")
}

export function wrong(message: string): bool {
  raise(ExcKind.ValueError, message)
  return false
}
export function unknownType(v: Value): bool {
  const c = type
  const shown = c > 32 && c < 128 ? String.fromCodePoint(c) : '\\x' + c.toString(16)
  return wrong("Unknown format code '" + shown + "' for object of type '" + typeName(v) + "'")
}

/** Writes `n` bytes of text with the padding of the specification; `usual` is the alignment when none is given. */
export function putPadded(b: usize, p: usize, n: usize, usual: u32): bool {
  const length = <i32>countCodePoints(p, n)
  const missing = width - length
  if (missing <= 0) {
    putBytes(b, p, n)
    return true
  }
  if (!reserveFill(missing)) return false
  const where = align ? align : usual
  const left = where == 0x3c ? 0 : where == 0x5e ? missing >> 1 : missing
  putRepeated(b, fill, left)
  putBytes(b, p, n)
  putRepeated(b, fill, missing - left)
  return true
}
export function reserveFill(n: i32): bool {
  return n < 4096 || reserve(<u64>n * 4)
}
export function putRepeated(b: usize, c: u32, n: i32): void {
  if (c < 128) putFill(b, c, n)
  else for (let i = 0; i < n; i++) putCodePoint(b, c)
}

/**
 * Writes a number: sign and prefix, then its digits grouped, then the rest (fraction, exponent, %), padded. `digits` are
 * `n` bytes at `p`, the rest `m` bytes at `q`; `every` is the size of groups.
 */
export function putNumber(b: usize, lead: u32, prefix: u32, p: usize, n: usize, q: usize, m: usize, every: i32): bool {
  const before = i32(lead != 0) + (prefix ? 2 : 0)
  const inside = align == 0x3d || (align == 0 && zeroPad)
  // Zeros in front of the digits are grouped too.
  const grown = inside && fill == 0x30 && grouping ? max(width - before - <i32>m, 0) : 0
  if (grown > 4096 && !reserve(<u64>grown)) return false
  const wide = grouping ? groupedLength(<i32>n, every, grown) : <i32>n
  const total = before + wide + <i32>m
  const missing = max(width - total, 0)
  if (!reserveFill(missing)) return false
  const where = align ? align : zeroPad ? 0x3d : 0x3e
  const left = where == 0x3c ? 0 : where == 0x5e ? missing >> 1 : where == 0x3d ? 0 : missing
  putRepeated(b, fill, left)
  if (lead) putByte(b, lead)
  if (prefix) {
    putByte(b, 0x30)
    putByte(b, prefix)
  }
  if (where == 0x3d) putRepeated(b, fill, missing)
  if (grouping) putGrouped(b, p, <i32>n, every, grown, wide)
  else putBytes(b, p, n)
  putBytes(b, q, m)
  if (where != 0x3d) putRepeated(b, fill, missing - left)
  return true
}

function groupedLength(digits: i32, every: i32, least: i32): i32 {
  let total = 0
  let left = digits
  let need = least
  while (true) {
    const size = min(every, max(max(left, need), 1))
    total += size
    left -= min(size, max(left, 0))
    need -= size
    if (left <= 0 && need <= 0) return total
    total++
    need--
  }
}
function putGrouped(b: usize, p: usize, n: i32, every: i32, least: i32, wide: i32): void {
  const start = roomFor(b, wide)
  setBuiltLength(b, builtLength(b) + <usize>wide)
  let to = start + <usize>wide
  let from = p + <usize>n
  let inGroup = 0
  while (to > start) {
    if (inGroup == every) {
      store<u8>(--to, <u8>grouping)
      inGroup = 0
      continue
    }
    store<u8>(--to, from > p ? load<u8>(--from) : <u8>0x30)
    inGroup++
  }
}
export function forgetGrouping(): void {
  grouping = 0
}
export function setGrouping(c: u32): void {
  grouping = c
}
/** Sets what `%` formatting means by its flags. */
export function setSpec(f: u32, a: u32, s: u32, alt: bool, w: i32, p: i32, t: u32): void {
  fill = f
  align = a
  sign = s
  zeroNegative = false
  alternate = alt
  zeroPad = f == 0x30
  width = w
  grouping = 0
  precision = p
  type = t
}
/** A leading 0 means for text: filled with zeros on the right. */
export function alignLeft(): void {
  align = 0x3c
}
