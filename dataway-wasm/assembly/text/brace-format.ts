// str.format: replacement fields with attribute and index access, conversions and nested format specifications.
import { asStr, builtStr, internBytes, newStr, strBytes, strSize } from './str.ts'
import { newBuilder, putByte, putBytes } from './builder.ts'
import { getItem } from '../ops/subscript.ts'
import { putFormatted } from '../ops/format.ts'
import { ascii, repr, str } from '../ops/text.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { dictGet } from '../container/dict.ts'
import { Kind, kindOf } from '../value/object.ts'
import { widthOf } from './utf8.ts'
import { addressOf, boxInt, ERROR, UNBOUND, Value } from '../value/value.ts'
import { getAttr } from '../vm/attribute.ts'
import { ExcKind, raise, raiseWith } from '../vm/raise.ts'

let positional: Value = 0
let named: Value = 0
/** Number of the next `{}`; -1 once numbers were given. */
let automatic: i32 = 0

/** Writes `format` with its fields filled. `args`: a tuple or UNBOUND (format_map). False with a fault pending. */
export function putBrace(b: usize, format: Value, args: Value, kwargs: Value): bool {
  const keptPositional = positional
  const keptNamed = named
  const keptAutomatic = automatic
  positional = args
  named = kwargs
  automatic = 0
  const s = asStr(format)
  const ok = putFields(b, strBytes(s), strBytes(s) + strSize(s), 2)
  positional = keptPositional
  named = keptNamed
  automatic = keptAutomatic
  return ok
}

function wrong(message: string): bool {
  raise(ExcKind.ValueError, message)
  return false
}

function putFields(b: usize, p: usize, end: usize, depth: i32): bool {
  if (depth < 0) return wrong('Max string recursion exceeded')
  while (p < end) {
    const c = load<u8>(p)
    if (c != 0x7b && c != 0x7d) {
      const from = p
      while (p < end && load<u8>(p) != 0x7b && load<u8>(p) != 0x7d) p++
      putBytes(b, from, p - from)
      continue
    }
    if (p + 1 < end && load<u8>(p, 1) == c) {
      putByte(b, c)
      p += 2
      continue
    }
    if (c == 0x7d) return wrong("Single '}' encountered in format string")
    if (p + 1 >= end) return wrong("Single '{' encountered in format string")
    const close = closing(p + 1, end)
    if (!close) return wrong("expected '}' before end of string")
    if (!putField(b, p + 1, close, depth)) return false
    p = close + 1
  }
  return true
}

/** The brace that closes a field; 0 when there is none. A bracket in the name may hold braces. */
function closing(p: usize, end: usize): usize {
  let depth = 1
  let inIndex = false
  let inSpec = false
  for (; p < end; p++) {
    const c = load<u8>(p)
    if (!inSpec && c == 0x5b) inIndex = true
    else if (inIndex) {
      if (c == 0x5d) inIndex = false
    } else if (c == 0x3a || c == 0x21) inSpec = true
    else if (c == 0x7b) depth++
    else if (c == 0x7d && --depth == 0) return p
    if (inSpec && !inIndex && c == 0x7b && depth == 1) depth++
  }
  return 0
}

function putField(b: usize, p: usize, end: usize, depth: i32): bool {
  // The name ends at `!` or `:` outside of brackets.
  let nameEnd = p
  let inIndex = false
  while (nameEnd < end) {
    const c = load<u8>(nameEnd)
    if (c == 0x7b) return wrong("unexpected '{' in field name")
    if (c == 0x5b) inIndex = true
    else if (c == 0x5d) inIndex = false
    else if (!inIndex && (c == 0x21 || c == 0x3a)) break
    nameEnd++
  }
  let v = fieldValue(p, nameEnd)
  if (v == ERROR) return false
  let at = nameEnd
  if (at < end && load<u8>(at) == 0x21) {
    at++
    if (at >= end) return wrong("unmatched '{' in format spec")
    const conversion = load<u8>(at)
    at += widthOf(conversion)
    if (at < end && load<u8>(at) != 0x3a) return wrong("expected ':' after conversion specifier")
    v = conversion == 0x72 ? repr(v) : conversion == 0x73 ? str(v) : conversion == 0x61 ? ascii(v) : unknownConversion(conversion)
    if (v == ERROR) return false
  }
  if (at < end && load<u8>(at) == 0x3a) at++
  const spec = newBuilder(end - at + 16)
  if (!putFields(spec, at, end, depth - 1)) return false
  return putFormatted(b, v, builtStr(spec))
}
function unknownConversion(c: u32): Value {
  return raise(ExcKind.ValueError, 'Unknown conversion specifier ' + String.fromCharCode(c))
}

/** `name`, `0`, or nothing, followed by `.attribute` and `[index]`. */
function fieldValue(p: usize, end: usize): Value {
  let at = p
  while (at < end && load<u8>(at) != 0x2e && load<u8>(at) != 0x5b) at++
  let v = firstValue(p, at)
  while (v != ERROR && at < end) {
    if (load<u8>(at) == 0x2e) {
      const from = ++at
      while (at < end && load<u8>(at) != 0x2e && load<u8>(at) != 0x5b) at++
      if (at == from) return raise(ExcKind.ValueError, 'Empty attribute in format string')
      v = getAttr(v, internBytes(from, at - from))
    } else if (load<u8>(at) == 0x5b) {
      const from = ++at
      while (at < end && load<u8>(at) != 0x5d) at++
      if (at >= end) return raise(ExcKind.ValueError, "Missing ']' in format string")
      if (at == from) return raise(ExcKind.ValueError, 'Empty attribute in format string')
      const n = numberIn(from, at)
      v = getItem(v, n >= 0 ? boxInt(n) : newStr(from, at - from))
      at++
    } else return raise(ExcKind.ValueError, "Only '.' or '[' may follow ']' in format field specifier")
  }
  return v
}
function numberIn(p: usize, end: usize): i64 {
  if (p == end) return -1
  let n: i64 = 0
  for (; p < end; p++) {
    const d = <u32>load<u8>(p) - 48
    if (d > 9 || n > 1000000000000) return -1
    n = n * 10 + <i64>d
  }
  return n
}

function firstValue(p: usize, end: usize): Value {
  let n = numberIn(p, end)
  if (p == end || n >= 0) {
    if (p == end) {
      if (automatic < 0) return raise(ExcKind.ValueError, 'cannot switch from manual field specification to automatic field numbering')
      n = automatic++
    } else {
      if (automatic > 0) return raise(ExcKind.ValueError, 'cannot switch from automatic field numbering to manual field specification')
      automatic = -1
    }
    if (positional == UNBOUND) return raise(ExcKind.ValueError, 'Format string contains positional fields')
    const t = addressOf(positional)
    if (n >= <i64>tupleLength(t)) {
      return raise(ExcKind.IndexError, 'Replacement index ' + n.toString() + ' out of range for positional args tuple')
    }
    return tupleAt(t, <u32>n)
  }
  const key = newStr(p, end - p)
  if (kindOf(named) != Kind.DICT) return getItem(named, key)
  const v = dictGet(named, key)
  return v == UNBOUND ? raiseWith(ExcKind.KeyError, key) : v
}
