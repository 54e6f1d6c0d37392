// Tagged JSON (worker/model/codec.ts) of the values that a run is mostly made of: None, bool, int, float, text, lists and
// dicts of them. What is rarer is written by the host, which is told so.
import { entriesUsed, entryAt, entryKey, entryValue } from '../container/table.ts'
import { listAt, listLength } from '../container/list.ts'
import { putFloat } from '../ops/text.ts'
import { builtAddress, builtLength, newBuilder, putByte, putText } from '../text/builder.ts'
import { asStr, strBytes, strConst, strEquals, strSize } from '../text/str.ts'
import { isKind, Kind, kindOf } from '../value/object.ts'
import { addressOf, floatOf, isTape, UNBOUND, Value } from '../value/value.ts'
import { after, childrenEnd, deref, firstChild, isLiveTape, nodeValue, tapeString } from './tape.ts'
import { jsonCompact, putJson, putJsonText } from './write.ts'

/** Beyond it, and beyond the floats whose text has no exponent, the host writes. */
const MAX_DEPTH: i32 = 100
const LARGEST_WHOLE: f64 = 1e15

const PROTO = strConst('__proto__')

/** The text, 0 when the host has to write it. */
export function taggedJson(v: Value): usize {
  jsonCompact(false)
  const b = newBuilder(256)
  return put(b, v, 0) && isScalarText(builtAddress(b), builtLength(b)) ? b : 0
}

function put(b: usize, v: Value, depth: i32): bool {
  switch (kindOf(v)) {
    case Kind.NONE:
    case Kind.BOOL:
    case Kind.INT:
    case Kind.STR:
      return putJson(b, v)
    case Kind.FLOAT:
      return putTaggedFloat(b, floatOf(v))
    case Kind.LIST:
    case Kind.DICT:
      return depth < MAX_DEPTH && putContainer(b, deref(v), depth)
    default:
      return false
  }
}

function putContainer(b: usize, v: Value, depth: i32): bool {
  const p = addressOf(v)
  const isDict = kindOf(v) == Kind.DICT
  if (!isTape(v)) return isDict ? putTable(b, p, depth) : putList(b, p, depth)
  return isLiveTape(p) && (isDict ? putNodeObject(b, p, depth) : putNodeArray(b, p, depth))
}

function putList(b: usize, l: usize, depth: i32): bool {
  putByte(b, 0x5b)
  for (let i: u32 = 0; i < listLength(l); i++) {
    if (i) putByte(b, 0x2c)
    if (!put(b, listAt(l, i), depth + 1)) return false
  }
  putByte(b, 0x5d)
  return true
}

function putTable(b: usize, t: usize, depth: i32): bool {
  putByte(b, 0x7b)
  let first = true
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    const key = entryKey(e)
    if (key == UNBOUND) continue
    if (!isKind(key, Kind.STR)) return false
    if (!first) putByte(b, 0x2c)
    first = false
    if (!putKey(b, asStr(key)) || !put(b, entryValue(e), depth + 1)) return false
  }
  putByte(b, 0x7d)
  return true
}

function putNodeObject(b: usize, node: usize, depth: i32): bool {
  const end = childrenEnd(node)
  putByte(b, 0x7b)
  for (let k = firstChild(node); k < end; k = after(k + 16)) {
    if (k != firstChild(node)) putByte(b, 0x2c)
    if (!putKey(b, tapeString(k)) || !put(b, nodeValue(k + 16), depth + 1)) return false
  }
  putByte(b, 0x7d)
  return true
}

function putNodeArray(b: usize, node: usize, depth: i32): bool {
  const end = childrenEnd(node)
  putByte(b, 0x5b)
  for (let item = firstChild(node); item < end; item = after(item)) {
    if (item != firstChild(node)) putByte(b, 0x2c)
    if (!put(b, nodeValue(item), depth + 1)) return false
  }
  putByte(b, 0x5d)
  return true
}

/** A key that JavaScript keeps in its place: not one like `12`, not `__proto__`. One that starts with `$` gets another. */
function putKey(b: usize, s: usize): bool {
  const first = strSize(s) ? <u32>load<u8>(strBytes(s)) : 0
  if (first - 48 <= 9 || (first == 0x5f && strEquals(s, addressOf(PROTO)))) return false
  if (first != 0x24) {
    putJsonText(b, s)
    putByte(b, 0x3a)
    return true
  }
  const at = builtLength(b)
  putByte(b, 0x20)
  putJsonText(b, s)
  // The room that was left takes the quote, the quote's place the other `$`.
  store<u8>(builtAddress(b) + at, 0x22)
  store<u8>(builtAddress(b) + at + 1, 0x24)
  putByte(b, 0x3a)
  return true
}

function putTaggedFloat(b: usize, x: f64): bool {
  if (x - x != 0 || abs(x) > LARGEST_WHOLE) return false
  if (nearest(x) != x) {
    putFloat(b, x)
    return true
  }
  putText(b, '{"$float":"')
  putFloat(b, x)
  putText(b, '"}')
  return true
}

/** Whether there are no halves of surrogate pairs in UTF-8, which only the host can write. */
function isScalarText(p: usize, n: usize): bool {
  const lead = i8x16.splat(<i8>0xed)
  for (let at: usize = 0; at < n; at += 16) {
    let hits = i8x16.bitmask(i8x16.eq(v128.load(p + at), lead))
    while (hits) {
      const i = at + <usize>ctz(hits)
      if (i + 1 < n && load<u8>(p + i, 1) >= 0xa0) return false
      hits &= hits - 1
    }
  }
  return true
}
