// Reads JSON text into a tape in one pass: dispatch on bytes, strings skipped 16 bytes at a time. Accepts exactly what
// Python's json.loads accepts (NaN and Infinity too). The text must be followed by 64 bytes that may be written.
import { learn, MODEL_DEPTHS, modelAt, newDocument } from './model.ts'
import { clearBytes } from '../memory/copy.ts'
import { alloc, resizeLast } from '../memory/region.ts'
import { charge, reserve } from '../memory/limits.ts'
import { Tape } from '../value/object.ts'
import { after, nodeEnd, nodeStart, tapeString } from './tape.ts'
import { equalBytes } from '../text/utf8.ts'
import { strEquals, strHash } from '../text/str.ts'
import { hexDigit } from './unescape.ts'

export const enum JsonError {
  NONE = 0,
  SYNTAX = 1,
  UTF8 = 2,
  DEPTH = 3,
  /** A limit was hit; the fault is pending. */
  LIMIT = 4,
}
/** Why the last readJson gave 0. */
export let jsonError: JsonError = JsonError.NONE

export const MAX_DEPTH: u32 = 1000

// The last object closed at each depth whose keys are known to be different: most objects have the keys of the one
// before, which costs one comparison a key to see.
const LAST_AT = memory.data(1004 * 4, 16)
let deepest: u32 = 0

// How an object follows the one before at its depth: the key node that comes next there, with FOLLOW_APART added when nodes
// do not stand in the same places; or one of the first two.
const FOLLOW_NONE: usize = 1
const FOLLOW_ALL: usize = 2
const FOLLOW_APART: usize = 4

/** Objects of one shape have the same keys in the same places. A shape is never given twice; the last is nobody's. */
export const NO_SHAPE: u32 = 0xfffffff0
let shapes: u32 = 0

let bad: bool = false
let nodesWanted: usize = 0

/** The root node of the tape, 0 on failure. `flags`: LOCAL for a document of the evaluation. */
export function readJson(p: usize, n: usize, flags: u32): usize {
  jsonError = JsonError.NONE
  // A byte order mark is skipped, as for bytes in Python.
  if (n >= 3 && load<u8>(p) == 0xef && load<u8>(p, 1) == 0xbb && load<u8>(p, 2) == 0xbf) {
    p += 3
    n -= 3
  }
  if (!charge(<i64>(n >> 4))) {
    jsonError = JsonError.LIMIT
    return 0
  }
  const spaces = i8x16.splat(0x20)
  for (let i: usize = 0; i < 64; i += 16) v128.store(p + n + i, spaces)
  bad = false
  if (n < 2048) scanSmall(p, n)
  else scan(p, n)
  if (bad) {
    jsonError = JsonError.UTF8
    return 0
  }
  // Small documents get room for a node a byte; what they do not use is given back.
  const small = n < 2048
  const size = (small ? n + 4 : nodesWanted) * 16 + 64
  if (size > 65536 && !reserve(<u64>size)) {
    jsonError = JsonError.LIMIT
    return 0
  }
  const tape = alloc(size)
  store<u8>(p + n, 0)
  deepest = 0
  newDocument()
  for (let d: u32 = 1; d <= MODEL_DEPTHS; d++) store<u32>(LAST_AT + (<usize>d << 2), <u32>modelAt(d))
  const ok = parse(p, p + n, tape, flags)
  if (deepest > MODEL_DEPTHS) clearBytes(LAST_AT, (<usize>deepest + 1) << 2)
  if (ok) {
    if (small) resizeLast(tape, size, after(tape) - tape + 16)
    return tape
  }
  if (jsonError == JsonError.NONE) jsonError = JsonError.SYNTAX
  return 0
}

// UTF-8 validation of 16 bytes given the 16 before them (Keiser and Lemire).
// @ts-ignore: decorator
@inline function checkUtf8(now: v128, before: v128): v128 {
  const p1 = v128.shuffle<u8>(before, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30)
  const low = i8x16.splat(0x0f)
  const b1h = i8x16.swizzle(i8x16(2, 2, 2, 2, 2, 2, 2, 2, -128, -128, -128, -128, 0x21, 1, 0x15, 0x49), i8x16.shr_u(p1, 4))
  const b1l = i8x16.swizzle(
    i8x16(<i8>0xe7, <i8>0xa3, <i8>0x83, <i8>0x83, <i8>0x8b, <i8>0xcb, <i8>0xcb, <i8>0xcb, <i8>0xcb, <i8>0xcb, <i8>0xcb, <i8>0xcb, <i8>0xcb, <i8>0xdb, <i8>0xcb, <i8>0xcb),
    v128.and(p1, low),
  ) // prettier-ignore
  const b2h = i8x16.swizzle(i8x16(1, 1, 1, 1, 1, 1, 1, 1, <i8>0xe6, <i8>0xae, <i8>0xba, <i8>0xba, 1, 1, 1, 1), i8x16.shr_u(now, 4))
  const special = v128.and(v128.and(b1h, b1l), b2h)
  const p2 = v128.shuffle<u8>(before, now, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29)
  const p3 = v128.shuffle<u8>(before, now, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28)
  const must23 = v128.or(i8x16.sub_sat_u(p2, i8x16.splat(0x60)), i8x16.sub_sat_u(p3, i8x16.splat(0x70)))
  return v128.xor(v128.and(must23, i8x16.splat(-128)), special)
}

/** Checks UTF-8. */
function scanSmall(p: usize, n: usize): void {
  let wrong = i8x16.splat(0)
  let before = i8x16.splat(0)
  let wide = false
  for (let at = p; at < p + n; at += 16) {
    const v = v128.load(at)
    const high = i8x16.bitmask(v) != 0
    if (high || wide) wrong = v128.or(wrong, checkUtf8(v, before))
    before = v
    wide = high
  }
  if (wide) wrong = v128.or(wrong, checkUtf8(i8x16.splat(0x20), before))
  bad = v128.any_true(wrong)
}

/** Checks UTF-8 and counts how many nodes there can be at most: 1 a comma and colon, 3 a bracket (in strings too). */
function scan(p: usize, n: usize): void {
  let wrong = i8x16.splat(0)
  let before = i8x16.splat(0)
  let wide = false
  let total: usize = 4
  const end = p + n
  const comma = i8x16.splat(0x2c)
  const colon = i8x16.splat(0x3a)
  const bit = i8x16.splat(0x20)
  const open = i8x16.splat(0x7b)
  let at = p
  while (at < end) {
    let counts = i8x16.splat(0)
    const stop = min<usize>(end, at + 16 * 80)
    for (; at < stop; at += 16) {
      const v = v128.load(at)
      const high = i8x16.bitmask(v) != 0
      if (high || wide) wrong = v128.or(wrong, checkUtf8(v, before))
      before = v
      wide = high
      const brackets = i8x16.eq(v128.or(v, bit), open)
      counts = i8x16.sub(counts, v128.or(i8x16.eq(v, comma), i8x16.eq(v, colon)))
      counts = i8x16.sub(counts, i8x16.add(brackets, i8x16.add(brackets, brackets)))
    }
    const pairs = i16x8.extadd_pairwise_i8x16_u(counts)
    const quads = i32x4.extadd_pairwise_i16x8_u(pairs)
    total += <usize>(i32x4.extract_lane(quads, 0) + i32x4.extract_lane(quads, 1) + i32x4.extract_lane(quads, 2) + i32x4.extract_lane(quads, 3))
  }
  if (wide) wrong = v128.or(wrong, checkUtf8(i8x16.splat(0x20), before))
  bad = v128.any_true(wrong)
  nodesWanted = total
}

let stringFlags: u32 = 0

/** Address of the closing quote of the string whose text starts at `c`, 0 if it is broken; stringFlags tells of escapes. */
// @ts-ignore: decorator
@inline function stringEnd(c: usize): usize {
  const quote = i8x16.splat(0x22)
  const back = i8x16.splat(0x5c)
  const control = i8x16.splat(0x20)
  while (true) {
    const v = v128.load(c)
    const hit = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, back)), i8x16.lt_u(v, control)))
    if (hit) {
      c += <usize>ctz(hit)
      if (load<u8>(c) == 0x22) return c
      return escapedEnd(c)
    }
    c += 16
  }
}
function escapedEnd(c: usize): usize {
  const quote = i8x16.splat(0x22)
  const back = i8x16.splat(0x5c)
  const control = i8x16.splat(0x20)
  stringFlags = Tape.ESCAPED
  while (true) {
    const v = v128.load(c)
    const hit = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, back)), i8x16.lt_u(v, control)))
    if (!hit) {
      c += 16
      continue
    }
    c += <usize>ctz(hit)
    const x = <u32>load<u8>(c)
    if (x == 0x22) return c
    if (x != 0x5c) return 0
    const e = <u32>load<u8>(c, 1)
    if (e == 0x75) {
      for (let i: usize = 2; i < 6; i++) if (hexDigit(load<u8>(c + i)) > 15) return 0
      stringFlags |= Tape.REWRITE
      c += 6
    } else {
      if (e == 0x2f) stringFlags |= Tape.REWRITE
      else if (e != 0x6e && e != 0x22 && e != 0x5c && e != 0x74 && e != 0x72 && e != 0x62 && e != 0x66) return 0
      c += 2
    }
  }
}

// @ts-ignore: decorator
@inline function write(t: usize, tag: u32, start: usize, end: usize): void {
  store<u64>(t, <u64>tag | (<u64>start << 32))
  store<u64>(t, <u64>end, 8)
}

/** Checks a number and writes its node; returns its end, 0 if it is broken. */
// @ts-ignore: decorator
@inline function number(t: usize, c: usize, flags: u32): usize {
  const start = c
  let x = <u32>load<u8>(c)
  const negative = x == 0x2d
  if (negative) x = load<u8>(++c)
  let d = x - 48
  if (d > 9) return negative ? wordNode(t, start, c, flags) : 0
  const digits = c
  let v: u32 = 0
  if (d == 0) x = load<u8>(++c)
  else
    do {
      v = v * 10 + d
      x = load<u8>(++c)
      d = x - 48
    } while (d <= 9)
  if (x == 0x2e || (x | 0x20) == 0x65) return fraction(t, start, digits, c, flags)
  if (c - digits < 10) {
    write(t, negative && v == 0 ? Tape.INT | Tape.REWRITE | flags : Tape.INT | flags, start, c)
    store<i32>(t, negative ? -(<i32>v) : <i32>v, 12)
  } else write(t, Tape.DECIMAL | flags, start, c)
  return c
}

/** A number with fraction or exponent. Its text is Python's own where it is short, plain and ends in a digit that counts. */
function fraction(t: usize, start: usize, digits: usize, c: usize, flags: u32): usize {
  const dot = c
  let rewrite = true
  let x = <u32>load<u8>(c)
  if (x == 0x2e) {
    x = load<u8>(++c)
    if (x - 48 > 9) return 0
    do x = load<u8>(++c)
    while (x - 48 <= 9)
    const places = c - dot - 1
    rewrite = c - digits > 16 || (places > 1 && load<u8>(c - 1) == 0x30)
    if (load<u8>(digits) == 0x30 && places > 4 && load<u32>(dot + 1) == 0x30303030) rewrite = true
  }
  if ((x | 0x20) == 0x65) {
    x = load<u8>(++c)
    if (x == 0x2b || x == 0x2d) x = load<u8>(++c)
    if (x - 48 > 9) return 0
    do x = load<u8>(++c)
    while (x - 48 <= 9)
    rewrite = true
  }
  write(t, rewrite ? Tape.DECIMAL | Tape.REWRITE | flags : Tape.DECIMAL | flags, start, c)
  return c
}

/** true, false, null, NaN, Infinity, -Infinity: the end, 0 if it is none of them. */
function wordNode(t: usize, start: usize, c: usize, flags: u32): usize {
  const word = load<u32>(c)
  if (word == 0x69666e49 && load<u32>(c, 4) == 0x7974696e) {
    write(t, Tape.DECIMAL | flags, start, c + 8)
    return c + 8
  }
  if (c != start) return 0
  if (word == 0x65757274) {
    write(t, Tape.TRUE | flags, c, c + 4)
    return c + 4
  }
  if (word == 0x6c6c756e) {
    write(t, Tape.NULL | flags, c, c + 4)
    return c + 4
  }
  if (word == 0x736c6166 && load<u8>(c, 4) == 0x65) {
    write(t, Tape.FALSE | flags, c, c + 5)
    return c + 5
  }
  if ((word & 0xffffff) == 0x4e614e) {
    write(t, Tape.DECIMAL | flags, c, c + 3)
    return c + 3
  }
  return 0
}

let space: bool = false
// @ts-ignore: decorator
@inline function skip(c: usize): usize {
  return load<u8>(c) > 0x20 ? c : skipSpace(c)
}
function skipSpace(c: usize): usize {
  const from = c
  while (true) {
    const x = <u32>load<u8>(c)
    if (x != 0x20 && x != 0x0a && x != 0x0d && x != 0x09) break
    c++
  }
  if (c != from) space = true
  return c
}

function parse(p: usize, end: usize, tape: usize, flags: u32): bool {
  let c = p
  let t = tape
  let current: usize = 0
  let isObject = false
  let depth: u32 = 0
  let follow: usize = FOLLOW_NONE
  space = false
  while (true) {
    c = skip(c)
    if (isObject) {
      if (load<u8>(c) != 0x22) return false
      stringFlags = 0
      let e: usize
      if (follow > (FOLLOW_ALL | FOLLOW_APART)) {
        // The key that is expected, with its quote, ends where that one ended.
        const key = follow & ~7
        const size = nodeEnd(key) - nodeStart(key)
        if (equalBytes(nodeStart(key), c, size)) {
          e = c + size - 1
          const last = <usize>load<u32>(LAST_AT + (<usize>depth << 2))
          const apart = key - last == t - current ? follow & FOLLOW_APART : FOLLOW_APART
          const following = after(key + 16)
          follow = (following < <usize>load<u32>(last, 12) ? following : FOLLOW_ALL) | apart
        } else {
          e = stringEnd(c + 1)
          follow = FOLLOW_NONE
        }
      } else {
        e = stringEnd(c + 1)
        follow = FOLLOW_NONE
      }
      if (!e) return false
      write(t, Tape.KEY | stringFlags | flags, c, e + 1)
      if (stringFlags) store<u8>(current, load<u8>(current) | Tape.ESCAPED | Tape.REWRITE)
      t += 16
      c = skip(e + 1)
      if (load<u8>(c) != 0x3a) return false
      c = skip(c + 1)
    }
    const x = <u32>load<u8>(c)
    if (x == 0x22) {
      stringFlags = 0
      const e = stringEnd(c + 1)
      if (!e) return false
      write(t, Tape.STRING | stringFlags | flags, c, e + 1)
      if (stringFlags & Tape.REWRITE && current) store<u8>(current, load<u8>(current) | Tape.REWRITE)
      t += 16
      c = e + 1
    } else if (x == 0x7b || x == 0x5b) {
      if (++depth > deepest) {
        if (depth > MAX_DEPTH) {
          jsonError = JsonError.DEPTH
          return false
        }
        deepest = depth
      }
      isObject = x == 0x7b
      write(t, (isObject ? Tape.OBJECT : Tape.ARRAY) | flags, c, 0)
      store<u64>(t, <u64>current, 16)
      store<u64>(t, 0, 24)
      if (current) {
        if (space) store<u8>(current, load<u8>(current) | Tape.REWRITE)
        store<u32>(current, <u32>follow, 28)
      }
      space = false
      current = t
      t += 32
      c = skip(c + 1)
      follow = FOLLOW_NONE
      if (load<u8>(c) != x + 2) {
        if (isObject) {
          const last = <usize>load<u32>(LAST_AT + (<usize>depth << 2))
          follow = last ? last + 32 : FOLLOW_NONE
        }
        continue
      }
      store<u32>(current, load<u32>(current) - 0x100)
    } else if (x - 48 <= 9 || x == 0x2d) {
      c = number(t, c, flags)
      if (!c) return false
      if (load<u8>(t) & Tape.REWRITE && current) store<u8>(current, load<u8>(current) | Tape.REWRITE)
      t += 16
    } else {
      c = wordNode(t, c, c, flags)
      if (!c) return false
      t += 16
    }
    while (true) {
      c = skip(c)
      if (!current) return c == end
      const ch = <u32>load<u8>(c)
      store<u32>(current, load<u32>(current) + 0x100)
      c++
      if (ch == 0x2c) break
      if (ch != (isObject ? 0x7d : 0x5d)) return false
      if (space) store<u8>(current, load<u8>(current) | Tape.REWRITE)
      store<u32>(current, <u32>c, 8)
      store<u32>(current, <u32>t, 12)
      if (isObject) {
        const keys = load<u32>(current) >>> 8
        const last = LAST_AT + (<usize>depth << 2)
        if (follow == FOLLOW_ALL && t - current == <usize>load<u32>(<usize>load<u32>(last), 12) - <usize>load<u32>(last)) {
          store<u32>(current, load<u32>(<usize>load<u32>(last), 28), 28)
          store<u32>(last, <u32>current)
        } else {
          if (shapes != NO_SHAPE) shapes++
          store<u32>(current, shapes, 28)
          if (keys > 1 && follow == FOLLOW_NONE && !(load<u8>(current) & Tape.ESCAPED) && hasRepeatedKey(current, keys)) {
            store<u8>(current, load<u8>(current) | Tape.ESCAPED | Tape.REWRITE)
          }
          if (keys > 0 && !(load<u8>(current) & Tape.ESCAPED)) {
            store<u32>(last, <u32>current)
            if (depth <= MODEL_DEPTHS) learn(depth, current, t)
          }
        }
      }
      const up = <usize>load<u32>(current, 16)
      if (up && load<u8>(current) & Tape.REWRITE) store<u8>(up, load<u8>(up) | Tape.REWRITE)
      current = up
      depth--
      isObject = up != 0 && (load<u8>(up) & Tape.TAG) == Tape.OBJECT
      if (isObject) follow = <usize>load<u32>(up, 28)
    }
  }
}

/** Whether a finished object without escaped keys has a key twice. */
function hasRepeatedKey(node: usize, keys: u32): bool {
  const end = <usize>load<u32>(node, 12)
  if (keys > 40) return repeatedInMany(node, end, keys)
  // Two keys that are equal leave the same marks in both sets.
  let seen: u64 = 0
  let alsoSeen: u64 = 0
  for (let k = node + 32; k < end; k = after(k + 16)) {
    const start = nodeStart(k) + 1
    const size = nodeEnd(k) - start - 1
    const middle = start + (size >> 1)
    const letters = <u32>load<u8>(start) | (<u32>load<u8>(middle) << 8) | (<u32>load<u8>(start + max<usize>(size, 1) - 1) << 16)
    const mix = (letters ^ (<u32>size << 24)) * 0x9e3779b1
    const bit: u64 = 1 << (mix >>> 26)
    const also: u64 = 1 << ((mix >>> 20) & 63)
    if (seen & bit && alsoSeen & also && standsBefore(node, k)) return true
    seen |= bit
    alsoSeen |= also
  }
  return false
}
function standsBefore(node: usize, key: usize): bool {
  const start = nodeStart(key)
  const size = nodeEnd(key) - start
  for (let k = node + 32; k < key; k = after(k + 16)) {
    if (nodeEnd(k) - nodeStart(k) == size && equalBytes(start, nodeStart(k), size)) return true
  }
  return false
}
function repeatedInMany(node: usize, end: usize, keys: u32): bool {
  let slots: u32 = 64
  while (slots < keys * 2) slots <<= 1
  const table = alloc(<usize>slots << 2)
  memory.fill(table, 0, <usize>slots << 2)
  for (let k = node + 32; k < end; k = after(k + 16)) {
    const s = tapeString(k)
    let at = strHash(s) & (slots - 1)
    while (true) {
      const other = <usize>load<u32>(table + (<usize>at << 2))
      if (!other) break
      if (strEquals(tapeString(other), s)) return true
      at = (at + 1) & (slots - 1)
    }
    store<u32>(table + (<usize>at << 2), <u32>k)
  }
  return false
}
