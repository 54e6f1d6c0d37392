// Writes values as JSON: what the output of a script, Entity.from_value and json.dumps use. A value that still stands on
// a tape, untouched and in Python's own spelling, is a copy of its source bytes.
import { asDict } from '../container/dict.ts'
import { asList, listAt, listLength } from '../container/list.ts'
import { entriesUsed, entryAt, entryKey, entryValue, tableLength } from '../container/table.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { sortedTable } from '../container/sort.ts'
import { charge, chargeOutput, reserve } from '../memory/limits.ts'
import { putBig, putFloat, putHex } from '../ops/text.ts'
import { builtAddress, builtLength, newBuilder, putByte, putBytes, putFill, putInteger, putText, roomFor, setBuiltLength } from '../text/builder.ts'
import { asStr, builtStr, isAsciiStr, isStr, strBytes, strSize, textOf } from '../text/str.ts'
import { codePointAt, widthOf } from '../text/utf8.ts'
import { Kind, kindOf, slot, Tape } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, False, floatOf, intOf, isFloat, isHeap, isInt, isTape, None, True, UNBOUND, Value } from '../value/value.ts'
import { call1 } from '../vm/call.ts'
import { plain } from '../vm/native-self.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { after, childCount, deref, firstChild, isLiveTape, nodeEnd, nodeStart, nodeValue, tapeString } from './tape.ts'
import { singles } from '../message/multi-map.ts'
import { copySource, putCompactList, putCompactTable } from './write-compact.ts'
import { putLenient } from '../message/lenient-json.ts'

/** How JSON is written; reset by jsonDefaults(). */
export let ensureAscii: bool = false
export let allowNan: bool = true
export let sortKeys: bool = false
export let skipKeys: bool = false
export let checkCircular: bool = true
/** Text of one level of indentation, UNBOUND for none. */
export let indent: Value = UNBOUND
export let itemSeparator: Value = UNBOUND
export let keySeparator: Value = UNBOUND
export let fallback: Value = None
/** Whether types that JSON does not know become text or objects (output of the engine) instead of a TypeError. */
export let lenient: bool = false

const MAX_DEPTH: i32 = 1000
let depth: i32 = 0
/** No option is set: write-compact.ts does most of it. */
let compact: bool = false
/** How many of the open ones were given to \`default\`: what it makes of them stands in their place, not one level in. */
let standIns: i32 = 0
const open: usize = memory.data(4 * 1004, 8)

/** Compact, non-ASCII as it is: what Entity.from_value and the engine want. */
export function jsonCompact(lenientTypes: bool): void {
  ensureAscii = false
  allowNan = true
  sortKeys = false
  skipKeys = false
  checkCircular = true
  indent = UNBOUND
  itemSeparator = UNBOUND
  keySeparator = UNBOUND
  fallback = None
  lenient = lenientTypes
  compact = true
  depth = 0
  standIns = 0
}
/** The arguments of json.dumps. Separators are str values. */
export function jsonOptions(ascii: bool, nan: bool, sorted: bool, skip: bool, circular: bool, indentation: Value, item: Value, key: Value, defaultFunction: Value): void {
  ensureAscii = ascii
  allowNan = nan
  sortKeys = sorted
  skipKeys = skip
  checkCircular = circular
  indent = indentation
  itemSeparator = item
  keySeparator = key
  fallback = defaultFunction
  lenient = false
  compact = false
  depth = 0
  standIns = 0
}

/** Writes a value as the options say. False with a fault pending. */
export function putJson(b: usize, v: Value): bool {
  if (isInt(v)) {
    putInteger(b, intOf(v))
    return true
  }
  if (isTape(v)) {
    const node = addressOf(v)
    const flags = <u32>load<u8>(node)
    if (!(flags & (Tape.REWRITE | Tape.FORWARDED))) {
      if ((flags & Tape.TAG) == Tape.STRING) {
        if (!ensureAscii) {
          copySource(b, node)
          return true
        }
      } else if (!ensureAscii && itemSeparator == UNBOUND && keySeparator == UNBOUND && indent == UNBOUND && !sortKeys) {
        const n = nodeEnd(node) - nodeStart(node)
        if (n > 4096 && !reserve(n)) return false
        putBytes(b, nodeStart(node), n)
        return true
      }
    }
    if ((flags & Tape.TAG) == Tape.STRING) {
      putJsonText(b, tapeString(node))
      return true
    }
    if (!(flags & (Tape.FORWARDED | Tape.ESCAPED)) && !sortKeys && indent == UNBOUND) return putTape(b, node, (flags & Tape.TAG) == Tape.OBJECT)
  }
  if (isFloat(v)) return putJsonFloat(b, floatOf(v))
  return putOther(b, deref(v))
}

function putOther(b: usize, v: Value): bool {
  const kind = kindOf(v)
  switch (kind) {
    case Kind.STR:
      putJsonText(b, asStr(v))
      return true
    case Kind.NONE:
      store<u32>(roomFor(b, 4), 0x6c6c756e)
      setBuiltLength(b, builtLength(b) + 4)
      return true
    case Kind.BOOL: {
      const to = roomFor(b, 8)
      store<u32>(to, v == True ? 0x65757274 : 0x736c6166)
      store<u8>(to, 0x65, 4)
      setBuiltLength(b, builtLength(b) + (v == True ? 4 : 5))
      return true
    }
    case Kind.BIGINT:
      return putBig(b, addressOf(v))
    case Kind.LIST:
      return compact ? putCompactList(b, asList(v)) : putRow(b, v, kind)
    case Kind.TUPLE:
      return putRow(b, v, kind)
    case Kind.DICT:
      return compact ? putCompactTable(b, asDict(v)) : putTable(b, asDict(v))
    case Kind.MULTIMAP:
      return putTable(b, addressOf(singles(v)))
    default: {
      const inner = plain(v)
      if (inner != v) return putJson(b, inner)
      if (fallback != None) {
        if (!enter(<usize>addressOf(v))) return false
        const made = call1(fallback, v)
        if (made == ERROR) return false
        standIns++
        const ok = putJson(b, made)
        standIns--
        depth--
        return ok
      }
      if (lenient) return putLenient(b, v, kind)
      raise(ExcKind.TypeError, 'Object of type ' + typeName(v) + ' is not JSON serializable')
      return false
    }
  }
}

function putJsonFloat(b: usize, x: f64): bool {
  if (x - x == 0) {
    putFloat(b, x)
    return true
  }
  if (!allowNan) {
    raise(ExcKind.ValueError, 'Out of range float values are not JSON compliant')
    return false
  }
  putText(b, x != x ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity')
  return true
}

/** A string object as a JSON string. */
export function putJsonText(b: usize, s: usize): void {
  const n = strSize(s)
  let p = strBytes(s)
  const end = p + n
  putByte(b, 0x22)
  const quote = i8x16.splat(0x22)
  const back = i8x16.splat(0x5c)
  const control = i8x16.splat(0x1f)
  const high = ensureAscii && !isAsciiStr(s)
  while (p < end) {
    const start = p
    // What needs no escape is copied in one piece.
    while (p < end) {
      const v = v128.load(p)
      let hit = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, back)), i8x16.le_u(v, control)))
      if (ensureAscii) hit |= i8x16.bitmask(v) | i8x16.bitmask(i8x16.eq(v, i8x16.splat(0x7f)))
      if (hit) {
        p += <usize>ctz(hit)
        break
      }
      p += 16
    }
    if (p > end) p = end
    putBytes(b, start, p - start)
    if (p >= end) break
    const c = <u32>load<u8>(p)
    if (c >= 128) {
      const code = codePointAt(p)
      p += widthOf(c)
      if (!high) continue
      if (code >= 0x10000) {
        putUnicode(b, 0xd800 + ((code - 0x10000) >> 10))
        putUnicode(b, 0xdc00 + ((code - 0x10000) & 0x3ff))
      } else putUnicode(b, code)
      continue
    }
    p++
    putByte(b, 0x5c)
    if (c == 0x22 || c == 0x5c) putByte(b, c)
    else if (c == 10) putByte(b, 0x6e)
    else if (c == 13) putByte(b, 0x72)
    else if (c == 9) putByte(b, 0x74)
    else if (c == 8) putByte(b, 0x62)
    else if (c == 12) putByte(b, 0x66)
    else {
      putByte(b, 0x75)
      putHex(b, c, 4)
    }
  }
  putByte(b, 0x22)
}
function putUnicode(b: usize, c: u32): void {
  putByte(b, 0x5c)
  putByte(b, 0x75)
  putHex(b, c, 4)
}

export function enter(p: usize): bool {
  if (checkCircular) {
    for (let i = 0; i < depth; i++) {
      if (<usize>load<u32>(open + (<usize>i << 2)) == p) {
        raise(ExcKind.ValueError, 'Circular reference detected')
        return false
      }
    }
  }
  if (depth >= MAX_DEPTH) {
    raise(ExcKind.RecursionError, 'maximum recursion depth exceeded while encoding a JSON object')
    return false
  }
  store<u32>(open + (<usize>depth << 2), <u32>p)
  depth++
  return true
}
export function leave(): void {
  depth--
}
function putItemSeparator(b: usize): void {
  if (itemSeparator == UNBOUND) putByte(b, 0x2c)
  else putBytes(b, strBytes(asStr(itemSeparator)), strSize(asStr(itemSeparator)))
  putBreak(b)
}
function putKeySeparator(b: usize): void {
  if (keySeparator == UNBOUND) putByte(b, 0x3a)
  else putBytes(b, strBytes(asStr(keySeparator)), strSize(asStr(keySeparator)))
}
function putBreak(b: usize): void {
  if (indent == UNBOUND) return
  putByte(b, 10)
  for (let i = standIns; i < depth; i++) putBytes(b, strBytes(asStr(indent)), strSize(asStr(indent)))
}

/** A container that stands on the tape but must be written anew (spacing, number spelling, a change deeper inside). */
function putTape(b: usize, node: usize, isObject: bool): bool {
  if (!enter(node)) return false
  putByte(b, isObject ? 0x7b : 0x5b)
  const end = <usize>load<u32>(node, 12)
  let child = firstChild(node)
  if (!charge(<i64>childCount(node))) return false
  let first = true
  while (child < end) {
    if (!first) putItemSeparator(b)
    first = false
    if (isObject) {
      if (ensureAscii || load<u8>(child) & Tape.REWRITE) putJsonText(b, tapeString(child))
      else copySource(b, child)
      putKeySeparator(b)
      child += 16
    }
    if (!putJson(b, nodeValue(child))) return false
    child = after(child)
  }
  putByte(b, isObject ? 0x7d : 0x5d)
  depth--
  return true
}

function putRow(b: usize, v: Value, kind: Kind): bool {
  const isList = kind == Kind.LIST
  const p = isList ? asList(v) : addressOf(v)
  if (!enter(p)) return false
  putByte(b, 0x5b)
  if (isList ? listLength(p) : tupleLength(p)) {
    putBreak(b)
    for (let i: u32 = 0; ; i++) {
      const n = isList ? listLength(p) : tupleLength(p)
      if (i >= n) break
      if (i) putItemSeparator(b)
      if (!charge(1) || !putJson(b, isList ? listAt(p, i) : tupleAt(p, i))) return false
    }
    depth--
    putBreak(b)
  } else depth--
  putByte(b, 0x5d)
  return true
}

function putTable(b: usize, t: usize): bool {
  if (!enter(t)) return false
  putByte(b, 0x7b)
  if (tableLength(t)) {
    if (sortKeys) {
      t = sortedTable(t)
      if (!t) return false
    }
    putBreak(b)
    let first = true
    for (let i: u32 = 0; i < entriesUsed(t); i++) {
      const e = entryAt(t, i)
      const key = entryKey(e)
      if (key == UNBOUND) continue
      const text = isStr(key)
      if (!text && !isJsonKey(key)) {
        if (skipKeys) continue
        return putOddKey(b, key)
      }
      if (!first) putItemSeparator(b)
      first = false
      if (text) putJsonText(b, asStr(key))
      else if (!putKey(b, key)) return false
      putKeySeparator(b)
      if (!charge(1) || !putJson(b, entryValue(e))) return false
    }
    depth--
    putBreak(b)
  } else depth--
  putByte(b, 0x7d)
  return true
}
function isJsonKey(key: Value): bool {
  const kind = kindOf(key)
  return kind == Kind.INT || kind == Kind.FLOAT || kind == Kind.BOOL || kind == Kind.NONE || kind == Kind.BIGINT || (kind == Kind.INSTANCE && plain(key) != key)
}
/** A key that is no text; TypeError when JSON has no place for it. */
export function putOddKey(b: usize, key: Value): bool {
  if (isJsonKey(key)) return putKey(b, key)
  raise(ExcKind.TypeError, 'keys must be str, int, float, bool or None, not ' + typeName(key))
  return false
}
/** Keys that are numbers, booleans or None, as text. */
function putKey(b: usize, key: Value): bool {
  if (kindOf(key) == Kind.INSTANCE) {
    const inner = plain(key)
    if (isStr(inner)) {
      putJsonText(b, asStr(inner))
      return true
    }
    key = inner
  }
  putByte(b, 0x22)
  const ok = putJson(b, key)
  putByte(b, 0x22)
  return ok
}

/** Compact JSON of a value as bytes in a builder; 0 with a fault pending. */
export function compactJson(v: Value, lenientTypes: bool): usize {
  jsonCompact(lenientTypes)
  const b = newBuilder(256)
  return putJson(b, v) ? b : 0
}
