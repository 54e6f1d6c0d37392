// str(), repr(), ascii() of any value. Containers write into one builder; a container inside itself shows as [...].
import { orderSet } from '../container/set-order.ts'
import { asDict } from '../container/dict.ts'
import { asList, listAt, listLength } from '../container/list.ts'
import { rangeLength } from '../container/range.ts'
import { entriesUsed, entryAt, entryKey, entryValue, tableLength } from '../container/table.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { deref } from '../json/tape.ts'
import { charge, reserve } from '../memory/limits.ts'
import { putMessageRepr } from '../message/repr.ts'
import { bigToText, textRoom, tooManyDigits } from '../number/bigint-text.ts'
import { floatRepr } from '../number/float-text.ts'
import { builtStr, asStr, emptyStr, finishStr, isAsciiStr, isStr, newAscii, roomForStr, strBytes, strConst, strSize, textOf, viewStr } from '../text/str.ts'
import { builtAddress, builtLength, newBuilder, putByte, putBytes, putInteger, putText, roomFor, setBuiltLength } from '../text/builder.ts'
import { codePointAt, widthOf } from '../text/utf8.ts'
import { is, PRINTABLE } from '../text/unicode.ts'
import { bytesLength, bytesOf } from '../text/bytes.ts'
import { Kind, kindOf, slot, wordAt } from '../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, False, floatOf, intOf, isFloat, isInt, None, NotImplemented, True, UNBOUND, Value } from '../value/value.ts'
import { format } from './format.ts'
import { nativeName } from '../builtins/native.ts'
import { nativeText } from '../builtins/native-text.ts'
import { reprDunder, strDunder } from '../vm/dunder.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { MAX_NESTING } from './equal.ts'

export { format }

/** The containers that are being written, innermost last. */
const open: usize = memory.data(4 * 1001, 8)
let depth: i32 = 0

/** `str(v)`; ERROR. */
export function str(v: Value): Value {
  if (isStr(v)) return boxHeap(asStr(v))
  if (isInt(v)) return intStr(intOf(v))
  if (kindOf(v) >= Kind.FUNCTION) return strDunder(v)
  return repr(v)
}

function intStr(n: i64): Value {
  const b = newBuilder(24)
  putInteger(b, n)
  return viewStr(builtAddress(b), builtLength(b), true)
}

/** `repr(v)`; ERROR. */
export function repr(v: Value): Value {
  if (kindOf(v) >= Kind.FUNCTION) return reprDunder(v)
  const b = newBuilder(64)
  return putRepr(b, v) ? builtStr(b) : ERROR
}

/** `ascii(v)`; ERROR. */
export function ascii(v: Value): Value {
  const r = repr(v)
  if (r == ERROR || isAsciiStr(addressOf(r))) return r
  const b = newBuilder(strSize(addressOf(r)) * 2)
  let p = strBytes(addressOf(r))
  const end = p + strSize(addressOf(r))
  while (p < end) {
    const c = codePointAt(p)
    p += widthOf(load<u8>(p))
    if (c < 128) putByte(b, c)
    else putEscape(b, c)
  }
  return builtStr(b)
}

/** `str(v)` into a builder. False with a fault pending. */
export function putStr(b: usize, v: Value): bool {
  if (isStr(v)) {
    const s = asStr(v)
    if (strSize(s) > 65536 && !reserve(<u64>strSize(s))) return false
    putBytes(b, strBytes(s), strSize(s))
    return true
  }
  if (isInt(v)) {
    putInteger(b, intOf(v))
    return true
  }
  if (kindOf(v) < Kind.FUNCTION) return putRepr(b, v)
  const s = strDunder(v)
  return s == ERROR ? false : putStr(b, s)
}

/** `repr(v)` into a builder. False with a fault pending. */
export function putRepr(b: usize, v: Value): bool {
  if (isInt(v)) {
    putInteger(b, intOf(v))
    return true
  }
  if (isFloat(v)) {
    putFloat(b, floatOf(v))
    return true
  }
  v = deref(v)
  const kind = kindOf(v)
  switch (kind) {
    case Kind.NONE:
      putText(b, 'None')
      return true
    case Kind.BOOL:
      putText(b, v == True ? 'True' : 'False')
      return true
    case Kind.NOT_IMPLEMENTED:
      putText(b, 'NotImplemented')
      return true
    case Kind.ELLIPSIS:
      putText(b, 'Ellipsis')
      return true
    case Kind.STR:
      putStrRepr(b, asStr(v))
      return charge(<i64>strSize(asStr(v)) >> 4)
    case Kind.BIGINT:
      return putBig(b, addressOf(v))
    case Kind.BYTES:
      putBytesRepr(b, bytesOf(v), bytesLength(v))
      return true
    case Kind.BYTEARRAY:
      putText(b, 'bytearray(')
      putBytesRepr(b, bytesOf(v), bytesLength(v), true)
      putByte(b, 0x29)
      return true
    case Kind.RANGE:
      return putRange(b, addressOf(v))
    case Kind.SLICE:
      return putSlice(b, addressOf(v))
    case Kind.LIST:
    case Kind.TUPLE:
    case Kind.DICT:
    case Kind.SET:
    case Kind.FROZENSET:
    case Kind.DICT_KEYS:
    case Kind.DICT_VALUES:
    case Kind.DICT_ITEMS:
      return putContainer(b, v, kind)
    case Kind.NATIVE:
      putText(b, nativeText(v))
      return true
    case Kind.MESSAGE:
    case Kind.ENTITY:
    case Kind.MULTIMAP:
    case Kind.FORM_PARTS:
    case Kind.FORM_PART:
      return putMessageRepr(b, v, kind)
    case Kind.MARK:
      putText(b, '<unbound>')
      return true
    default: {
      if (kind >= Kind.FUNCTION) {
        const s = reprDunder(v)
        if (s == ERROR) return false
        putBytes(b, strBytes(asStr(s)), strSize(asStr(s)))
        return true
      }
      putObject(b, v)
      return true
    }
  }
}

/** `<list_iterator object at 0x…>` */
export function putObject(b: usize, v: Value): void {
  putByte(b, 0x3c)
  putText(b, typeName(v))
  putText(b, ' object at 0x')
  putHex(b, <u64>addressOf(v) + 0x7f0000000000, 12)
  putByte(b, 0x3e)
}

export function putFloat(b: usize, x: f64): void {
  const p = roomFor(b, 32)
  setBuiltLength(b, builtLength(b) + <usize>floatRepr(x, p))
}

export function putBig(b: usize, x: usize): bool {
  if (tooManyDigits(x)) {
    raise(ExcKind.ValueError, 'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit')
    return false
  }
  const p = roomFor(b, <usize>textRoom(x, 10))
  setBuiltLength(b, builtLength(b) + <usize>bigToText(x, 10, p))
  return true
}

export function putHex(b: usize, n: u64, digits: i32): void {
  for (let i = digits - 1; i >= 0; i--) {
    const d = <u32>(n >> (<u64>i << 2)) & 15
    putByte(b, d < 10 ? 48 + d : 87 + d)
  }
}
function putEscape(b: usize, c: u32): void {
  putByte(b, 0x5c)
  if (c < 256) {
    putByte(b, 0x78)
    putHex(b, c, 2)
  } else if (c < 65536) {
    putByte(b, 0x75)
    putHex(b, c, 4)
  } else {
    putByte(b, 0x55)
    putHex(b, c, 8)
  }
}

function hasByte(p: usize, n: usize, c: u32): bool {
  for (let i: usize = 0; i < n; i++) if (load<u8>(p + i) == <u8>c) return true
  return false
}
/** The quote that repr uses: double ones only when the text has single ones and no double ones. */
function quoteFor(p: usize, n: usize): u32 {
  return hasByte(p, n, 0x27) && !hasByte(p, n, 0x22) ? 0x22 : 0x27
}

function putStrRepr(b: usize, s: usize): void {
  let p = strBytes(s)
  const n = strSize(s)
  const quote = quoteFor(p, n)
  putByte(b, quote)
  const end = p + n
  while (p < end) {
    const first = <u32>load<u8>(p)
    if (first < 128) {
      p++
      if (!putCommonEscape(b, first, quote)) putByte(b, first)
      continue
    }
    const c = codePointAt(p)
    const w = widthOf(first)
    if (is(c, PRINTABLE)) putBytes(b, p, w)
    else putEscape(b, c)
    p += w
  }
  putByte(b, quote)
}
/** Escapes quote, backslash and ASCII that does not print. */
function putCommonEscape(b: usize, c: u32, quote: u32): bool {
  if (c >= 0x20 && c < 0x7f && c != quote && c != 0x5c) return false
  putByte(b, 0x5c)
  if (c == quote || c == 0x5c) putByte(b, c)
  else if (c == 10) putByte(b, 0x6e)
  else if (c == 13) putByte(b, 0x72)
  else if (c == 9) putByte(b, 0x74)
  else {
    putByte(b, 0x78)
    putHex(b, c, 2)
  }
  return true
}

/** `both`: a bytearray escapes the single quote in any case. */
export function putBytesRepr(b: usize, p: usize, n: usize, both: bool = false): void {
  const quote = quoteFor(p, n)
  putByte(b, 0x62)
  putByte(b, quote)
  for (let i: usize = 0; i < n; i++) {
    const c = <u32>load<u8>(p + i)
    if (c >= 128) {
      putText(b, '\\x')
      putHex(b, c, 2)
    } else if (both && c == 0x27) putText(b, "\\'")
    else if (!putCommonEscape(b, c, quote)) putByte(b, c)
  }
  putByte(b, quote)
}

function putRange(b: usize, p: usize): bool {
  putText(b, 'range(')
  if (!putRepr(b, load<u64>(p, 8))) return false
  putText(b, ', ')
  if (!putRepr(b, load<u64>(p, 16))) return false
  if (load<u64>(p, 24) != boxInt(1)) {
    putText(b, ', ')
    if (!putRepr(b, load<u64>(p, 24))) return false
  }
  putByte(b, 0x29)
  return true
}
function putSlice(b: usize, p: usize): bool {
  putText(b, 'slice(')
  for (let i: usize = 0; i < 3; i++) {
    if (i) putText(b, ', ')
    if (!putRepr(b, slot(p, i))) return false
  }
  putByte(b, 0x29)
  return true
}

/** Marks a container as being written: 1, 0 when it is already, -1 too deep (fault pending). */
export function enterRepr(p: usize): i32 {
  for (let i = 0; i < depth; i++) if (<usize>load<u32>(open + (<usize>i << 2)) == p) return 0
  if (depth >= MAX_NESTING) {
    raise(ExcKind.RecursionError, 'maximum recursion depth exceeded while getting the repr of an object')
    return -1
  }
  store<u32>(open + (<usize>depth << 2), <u32>p)
  depth++
  return 1
}
export function leaveRepr(): void {
  depth--
}
/** After an evaluation that was stopped inside a repr. */
export function resetRepr(): void {
  depth = 0
}

function putContainer(b: usize, v: Value, kind: Kind): bool {
  const p = addressOf(v)
  const entered = enterRepr(p)
  if (entered <= 0) {
    if (entered < 0) return false
    putText(b, kind == Kind.LIST ? '[...]' : kind == Kind.DICT ? '{...}' : kind == Kind.TUPLE ? '(...)' : typeName(v) + '(...)')
    return true
  }
  let ok = true
  if (kind == Kind.LIST) ok = putList(b, asList(v))
  else if (kind == Kind.TUPLE) ok = putTuple(b, p)
  else if (kind == Kind.DICT) ok = putDict(b, asDict(v))
  else if (kind == Kind.SET || kind == Kind.FROZENSET) ok = putSet(b, p, kind)
  else ok = putView(b, v, kind)
  depth--
  return ok
}

function putList(b: usize, l: usize): bool {
  putByte(b, 0x5b)
  for (let i: u32 = 0; i < listLength(l); i++) {
    if (i) putText(b, ', ')
    if (!charge(1) || !putRepr(b, listAt(l, i))) return false
  }
  putByte(b, 0x5d)
  return true
}
function putTuple(b: usize, t: usize): bool {
  putByte(b, 0x28)
  const n = tupleLength(t)
  for (let i: u32 = 0; i < n; i++) {
    if (i) putText(b, ', ')
    if (!charge(1) || !putRepr(b, tupleAt(t, i))) return false
  }
  if (n == 1) putByte(b, 0x2c)
  putByte(b, 0x29)
  return true
}
function putEntries(b: usize, t: usize, keys: bool, values: bool, open: string): bool {
  let first = true
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    if (entryKey(e) == UNBOUND) continue
    if (!first) putText(b, ', ')
    first = false
    putText(b, open)
    if (!charge(1)) return false
    if (keys && !putRepr(b, entryKey(e))) return false
    if (keys && values) putText(b, open.length ? ', ' : ': ')
    if (values && !putRepr(b, entryValue(entryAt(t, i)))) return false
    if (open.length) putByte(b, 0x29)
  }
  return true
}
function putDict(b: usize, t: usize): bool {
  putByte(b, 0x7b)
  if (!putEntries(b, t, true, true, '')) return false
  putByte(b, 0x7d)
  return true
}
function putSet(b: usize, t: usize, kind: Kind): bool {
  if (!tableLength(t)) {
    putText(b, kind == Kind.SET ? 'set()' : 'frozenset()')
    return true
  }
  orderSet(t)
  putText(b, kind == Kind.SET ? '{' : 'frozenset({')
  if (!putEntries(b, t, true, false, '')) return false
  putText(b, kind == Kind.SET ? '}' : '})')
  return true
}
function putView(b: usize, v: Value, kind: Kind): bool {
  const t = asDict(slot(addressOf(v), 0))
  putText(b, kind == Kind.DICT_KEYS ? 'dict_keys([' : kind == Kind.DICT_VALUES ? 'dict_values([' : 'dict_items([')
  if (!putEntries(b, t, kind != Kind.DICT_VALUES, kind != Kind.DICT_KEYS, kind == Kind.DICT_ITEMS ? '(' : '')) return false
  putText(b, '])')
  return true
}
