// Reads JSON text into a tape in one pass: dispatch on bytes, strings skipped 16 bytes at a time. Accepts exactly what
// Python's json.loads accepts (NaN and Infinity too). The text must be followed by 64 bytes that may be written.
import { learn, MODEL_DEPTHS, modelAt, newDocument } from './model.ts'
import { clearBytes } from '../memory/copy.ts'
import { alloc, resizeLast } from '../memory/region.ts'
import { charge, reserve } from '../memory/limits.ts'
import { Tape } from '../value/object.ts'
import { number, word } from './read-number.ts'
import { after, childrenEnd, nodeEnd, nodeStart, tapeString, writeNode } from './tape.ts'
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

// @ts-ignore: decorator
@inline function lastAt(depth: u32): usize {
  return <usize>load<u32>(LAST_AT + (<usize>depth << 2))
}
// @ts-ignore: decorator
@inline function setLastAt(depth: u32, node: usize): void {
  store<u32>(LAST_AT + (<usize>depth << 2), <u32>node)
}

// What is kept of an object while one inside of it is read: the key node that is expected next, and two bits.
const FOLLOWS: usize = 1
const APART: usize = 2

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
  for (let d: u32 = 1; d <= MODEL_DEPTHS; d++) setLastAt(d, modelAt(d))
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

// A quote, a backslash and the last control character sixteen times each: the engine's own constants cost three instructions
// wherever they are used.
const ENDS = memory.data<u8>([
  0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
  0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c,
  0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f,
], 16) // prettier-ignore

let stringFlags: u32 = 0

/** Address of the closing quote of the string whose text starts at `c`, 0 if it is broken; stringFlags tells of escapes. */
// @ts-ignore: decorator
@inline function stringEnd(c: usize): usize {
  const quote = v128.load(ENDS)
  const back = v128.load(ENDS, 16)
  const control = v128.load(ENDS, 32)
  while (true) {
    const v = v128.load(c)
    const hit = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, back)), i8x16.le_u(v, control)))
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
  const control = i8x16.splat(0x1f)
  stringFlags = Tape.ESCAPED
  while (true) {
    const v = v128.load(c)
    const hit = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, back)), i8x16.le_u(v, control)))
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

/** Whether `n` < 16 bytes are equal. */
// @ts-ignore: decorator
@inline function equalFew(a: usize, b: usize, n: usize): bool {
  const same = <u32>i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b)))
  return (~same & ((1 << <u32>n) - 1)) == 0
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
  space = false
  let c = skip(p)
  let t = tape
  let x = <u32>load<u8>(c)
  if ((x | 0x20) != 0x7b) {
    c = x == 0x22 ? string(t, c, flags) : x - 48 <= 9 || x == 0x2d ? number(t, c, flags) : word(t, c, c, flags)
    return c != 0 && skip(c) == end
  }
  // The open container, its children so far, and of an object how it follows the last one at its depth: the key that is
  // expected next, whether all before were there, and whether some stood in another place.
  let current: usize = 0
  let count: u32 = 0
  let depth: u32 = 0
  let isObject = false
  let last: usize = 0
  let key: usize = 0
  let follows = false
  let apart: usize = 0
  while (true) {
    if (isObject) {
      if (key && isExpected(key, c)) {
        // It ends where that one ended, and a colon comes.
        const next = c + nodeEnd(key) - nodeStart(key)
        writeNode(t, Tape.KEY | flags, c, next)
        apart |= (key - last) ^ (t - current)
        key = after(key + 16)
        if (key >= childrenEnd(last)) key = 0
        c = skip(next + 1)
      } else {
        key = 0
        follows = false
        if (load<u8>(c) != 0x22) return false
        stringFlags = 0
        const e = stringEnd(c + 1)
        if (!e) return false
        writeNode(t, Tape.KEY | stringFlags | flags, c, e + 1)
        if (stringFlags) store<u8>(current, load<u8>(current) | Tape.ESCAPED | Tape.REWRITE)
        c = skip(e + 1)
        if (load<u8>(c) != 0x3a) return false
        c = skip(c + 1)
      }
      t += 16
    }
    x = load<u8>(c)
    if (x == 0x22) {
      c = string(t, c, flags)
      if (!c) return false
      if (load<u8>(t) & Tape.REWRITE) store<u8>(current, load<u8>(current) | Tape.REWRITE)
      t += 16
      count++
    } else if ((x | 0x20) == 0x7b) {
      if (++depth > deepest) {
        if (depth > MAX_DEPTH) {
          jsonError = JsonError.DEPTH
          return false
        }
        deepest = depth
      }
      if (current) {
        if (space) store<u8>(current, load<u8>(current) | Tape.REWRITE)
        store<u32>(current, count, 20)
        store<u32>(current, <u32>(key | <usize>follows * FOLLOWS | <usize>(apart != 0) * APART), 28)
      }
      isObject = x == 0x7b
      writeNode(t, (isObject ? Tape.OBJECT : Tape.ARRAY) | flags, c, 0)
      store<u64>(t, <u64>current, 16)
      store<u64>(t, 0, 24)
      space = false
      current = t
      t += 32
      count = 0
      key = 0
      follows = false
      c = skip(c + 1)
      if (load<u8>(c) != x + 2) {
        if (isObject) {
          last = lastAt(depth)
          apart = 0
          if (last) {
            key = last + 32
            follows = true
          }
        }
        continue
      }
    } else {
      c = x - 48 <= 9 || x == 0x2d ? number(t, c, flags) : word(t, c, c, flags)
      if (!c) return false
      if (load<u8>(t) & Tape.REWRITE) store<u8>(current, load<u8>(current) | Tape.REWRITE)
      t += 16
      count++
    }
    while (true) {
      c = skip(c)
      const ch = <u32>load<u8>(c)
      c++
      if (ch == 0x2c) {
        c = skip(c)
        break
      }
      if (ch != (isObject ? 0x7d : 0x5d)) return false
      if (space) store<u8>(current, load<u8>(current) | Tape.REWRITE)
      store<u32>(current, load<u32>(current) | (count << 8))
      store<u32>(current, <u32>c, 8)
      store<u32>(current, <u32>t, 12)
      if (isObject) {
        if (follows && !key && !apart && t - current == childrenEnd(last) - last) {
          store<u32>(current, load<u32>(last, 28), 28)
          setLastAt(depth, current)
        } else closeObject(current, t, depth, count, follows && !key)
      }
      const up = <usize>load<u32>(current, 16)
      if (!up) return skip(c) == end
      if (load<u8>(current) & Tape.REWRITE) store<u8>(up, load<u8>(up) | Tape.REWRITE)
      current = up
      depth--
      count = load<u32>(up, 20) + 1
      isObject = (load<u8>(up) & Tape.TAG) == Tape.OBJECT
      if (isObject) {
        const state = <usize>load<u32>(up, 28)
        last = lastAt(depth)
        key = state & ~7
        follows = (state & FOLLOWS) != 0
        apart = state & APART
      }
    }
  }
}

/** Whether the text at `c` is that of a key node and a colon. */
// @ts-ignore: decorator
@inline function isExpected(key: usize, c: usize): bool {
  const start = nodeStart(key)
  const size = nodeEnd(key) - start
  return (size < 16 ? equalFew(start, c, size) : equalBytes(start, c, size)) && load<u8>(c + size) == 0x3a
}

/** Checks a string and writes its node; returns its end, 0 if it is broken. */
// @ts-ignore: decorator
@inline function string(t: usize, c: usize, flags: u32): usize {
  stringFlags = 0
  const e = stringEnd(c + 1)
  if (!e) return 0
  writeNode(t, Tape.STRING | stringFlags | flags, c, e + 1)
  return e + 1
}

/** An object ends that is not like the last one at its depth in all. `sameKeys`: but for where they stand. */
function closeObject(node: usize, end: usize, depth: u32, keys: u32, sameKeys: bool): void {
  if (shapes != NO_SHAPE) shapes++
  store<u32>(node, shapes, 28)
  const escaped = (load<u8>(node) & Tape.ESCAPED) != 0
  if (keys > 1 && !sameKeys && !escaped && hasRepeatedKey(node, keys)) {
    store<u8>(node, load<u8>(node) | Tape.ESCAPED | Tape.REWRITE)
    return
  }
  if (keys == 0 || escaped) return
  setLastAt(depth, node)
  if (depth <= MODEL_DEPTHS) learn(depth, node, end)
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
