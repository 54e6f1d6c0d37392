// application/x-www-form-urlencoded: pairs of text, percent-encoded, + for a space.
import { asDict } from '../container/dict.ts'
import { asList, listAt, listLength } from '../container/list.ts'
import { entriesUsed, entryAt, entryKey, entryValue } from '../container/table.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { charge } from '../memory/limits.ts'
import { str } from '../ops/text.ts'
import { builtAddress, builtLength, newBuilder, putByte } from '../text/builder.ts'
import { bytesLength, bytesOf, newBytes } from '../text/bytes.ts'
import { decode, encode } from '../text/codec.ts'
import { hexDigit } from '../json/unescape.ts'
import { strConst } from '../text/str.ts'
import { Kind, kindOf } from '../value/object.ts'
import { addressOf, ERROR, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { multiAdd, newMultiMap } from './multi-map.ts'

export function parseForm(blob: Value, encoding: Value): Value {
  const m = newMultiMap()
  let p = bytesOf(blob)
  const end = p + <usize>bytesLength(blob)
  while (p < end) {
    let stop = p
    let equal: usize = 0
    while (stop < end && load<u8>(stop) != 0x26) {
      if (!equal && load<u8>(stop) == 0x3d) equal = stop
      stop++
    }
    if (stop > p) {
      const key = unquote(p, equal ? equal : stop, encoding)
      const value = equal ? unquote(equal + 1, stop, encoding) : unquote(stop, stop, encoding)
      if (key == ERROR || value == ERROR || !charge(2) || !multiAdd(m, key, value)) return ERROR
    }
    p = stop + 1
  }
  return m
}

function unquote(p: usize, end: usize, encoding: Value): Value {
  const b = newBuilder(end - p + 1)
  while (p < end) {
    const c = <u32>load<u8>(p)
    if (c == 0x25 && p + 2 < end && hexDigit(load<u8>(p, 1)) < 16 && hexDigit(load<u8>(p, 2)) < 16) {
      putByte(b, (hexDigit(load<u8>(p, 1)) << 4) | hexDigit(load<u8>(p, 2)))
      p += 3
      continue
    }
    putByte(b, c == 0x2b ? 0x20 : c)
    p++
  }
  return decode(builtAddress(b), builtLength(b), encoding, strConst('replace'))
}

/** A dict or MultiMap; a list repeats its key. */
export function writeForm(v: Value, encoding: Value): Value {
  const kind = kindOf(v)
  if (kind != Kind.DICT && kind != Kind.MULTIMAP) return raise(ExcKind.TypeError, 'a form needs a dict or MultiMap, not ' + typeName(v))
  const t = asDict(v)
  const b = newBuilder(128)
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    if (entryKey(e) == UNBOUND) continue
    const value = entryValue(e)
    const k = kindOf(value)
    if (k == Kind.LIST) {
      const l = asList(value)
      for (let j: u32 = 0; j < listLength(l); j++) if (!putPair(b, entryKey(e), listAt(l, j), encoding)) return ERROR
    } else if (k == Kind.TUPLE) {
      for (let j: u32 = 0; j < tupleLength(addressOf(value)); j++) if (!putPair(b, entryKey(e), tupleAt(addressOf(value), j), encoding)) return ERROR
    } else if (!putPair(b, entryKey(e), value, encoding)) return ERROR
  }
  return newBytes(builtAddress(b), builtLength(b))
}
function putPair(b: usize, key: Value, value: Value, encoding: Value): bool {
  if (builtLength(b)) putByte(b, 0x26)
  if (!charge(2) || !putQuoted(b, key, encoding)) return false
  putByte(b, 0x3d)
  return putQuoted(b, value, encoding)
}
/** As Python's quote_plus. */
function putQuoted(b: usize, v: Value, encoding: Value): bool {
  const isBytes = kindOf(v) == Kind.BYTES
  const text = isBytes ? v : str(v)
  if (text == ERROR) return false
  const bytes = isBytes ? v : encode(text, encoding, UNBOUND)
  if (bytes == ERROR) return false
  let p = bytesOf(bytes)
  const end = p + <usize>bytesLength(bytes)
  for (; p < end; p++) {
    const c = <u32>load<u8>(p)
    if (c - 48 <= 9 || (c | 32) - 97 <= 25 || c == 0x2d || c == 0x2e || c == 0x5f || c == 0x7e) putByte(b, c)
    else if (c == 0x20) putByte(b, 0x2b)
    else {
      putByte(b, 0x25)
      putByte(b, upperHex(c >> 4))
      putByte(b, upperHex(c & 15))
    }
  }
  return true
}
function upperHex(d: u32): u32 {
  return d < 10 ? 48 + d : 55 + d
}
