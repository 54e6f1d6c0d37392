// XML in the platform's form: {'root': MultiMap}. An element with nothing but text is that text (None when empty);
// otherwise a MultiMap of its children, '@name' its attributes and '#text' its text. DTDs and entities of one's own are
// refused; element depth is limited.
import { asDict } from '../container/dict.ts'
import { asList, listAt, listLength } from '../container/list.ts'
import { entriesUsed, entryAt, entryKey, entryValue, FAILED, lookUp, newTable, tableLength, tableSet } from '../container/table.ts'
import { charge } from '../memory/limits.ts'
import { str } from '../ops/text.ts'
import { builtAddress, builtLength, newBuilder, putByte, putBytes, putCodePoint, putText } from '../text/builder.ts'
import { bytesLength, bytesOf } from '../text/bytes.ts'
import { decode } from '../text/codec.ts'
import { hexDigit } from '../json/unescape.ts'
import { asStr, isStr, newStr, strBytes, strConst, strSize, textOf } from '../text/str.ts'
import { Kind, kindOf } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isBool, None, True, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { multiAdd, newMultiMap } from './multi-map.ts'
import { reencode } from './mime.ts'
import { declarationEnd, firstForbidden, isCharacter, nameSize } from './xml-syntax.ts'

const MAX_DEPTH: i32 = 200
let from: usize = 0
let at: usize = 0
let end: usize = 0

function fail(message: string): Value {
  let line = 1
  for (let p = from; p < at && p < end; p++) if (load<u8>(p) == 10) line++
  return raise(ExcKind.ValueError, 'XML: ' + message + ' (line ' + line.toString() + ')')
}
function broken(message: string): bool {
  fail(message)
  return false
}
function startsWith(text: string): bool {
  if (at + <usize>text.length > end) return false
  for (let i = 0; i < text.length; i++) if (load<u8>(at + <usize>i) != <u8>text.charCodeAt(i)) return false
  return true
}
function skipSpace(): void {
  while (at < end) {
    const c = load<u8>(at)
    if (c != 0x20 && c != 9 && c != 10 && c != 13) return
    at++
  }
}
/** Moves behind the next occurrence of `text`; false at the end. */
function skipBehind(text: string): bool {
  for (; at < end; at++) {
    if (startsWith(text)) {
      at += <usize>text.length
      return true
    }
  }
  return false
}

export function parseXml(blob: Value, encoding: Value): Value {
  const text = decode(bytesOf(blob), bytesLength(blob), encoding, UNBOUND)
  if (text == ERROR) return ERROR
  const s = asStr(text)
  from = strBytes(s)
  at = from
  end = at + strSize(s)
  if (at + 3 <= end && load<u8>(at) == 0xef && load<u8>(at, 1) == 0xbb && load<u8>(at, 2) == 0xbf) at += 3
  const forbidden = firstForbidden(at, end)
  if (forbidden < end) {
    at = forbidden
    return fail('a character that is not allowed')
  }
  if (startsWith('<?xml') && at + 5 < end && load<u8>(at, 5) <= 0x20) {
    const behind = declarationEnd(at + 5, end)
    if (!behind) return fail('a wrong declaration')
    at = behind
  }
  if (!skipMisc()) return ERROR
  if (at >= end || load<u8>(at) != 0x3c) return fail('no root element')
  const d = newTable(Kind.DICT)
  const start = at + 1
  const name = nameAt(start)
  if (name == ERROR) return ERROR
  const v = element(0)
  if (v == ERROR || !tableSet(d, name, v) || !skipMisc()) return ERROR
  if (at < end) return fail('content behind the root element')
  return boxHeap(d)
}

/** Declarations, comments, processing instructions and space; a DTD is an error. */
function skipMisc(): bool {
  while (true) {
    skipSpace()
    if (startsWith('<?')) {
      if (!skipInstruction()) return false
    } else if (startsWith('<!--')) {
      if (!skipComment()) return false
    } else if (startsWith('<!')) return broken('a DTD is not allowed')
    else return true
  }
}

/** Behind a processing instruction, whose `<?` is next. */
function skipInstruction(): bool {
  at += 2
  const size = nameSize(at, end)
  if (!size) return broken('a name was expected')
  const isXml = size == 3 && (load<u8>(at) | 0x20) == 0x78 && (load<u8>(at, 1) | 0x20) == 0x6d && (load<u8>(at, 2) | 0x20) == 0x6c
  if (isXml) return broken('a declaration that is not at the beginning')
  at += size
  if (!startsWith('?>') && at < end && load<u8>(at) > 0x20) return broken('a space was expected')
  return skipBehind('?>') ? true : broken('unclosed <?')
}

/** Behind a comment, whose `<!--` is next. */
function skipComment(): bool {
  at += 4
  if (!skipBehind('--')) return broken('unclosed comment')
  if (at >= end || load<u8>(at) != 0x3e) return broken('-- inside a comment')
  at++
  return true
}

function nameAt(p: usize): Value {
  const size = nameSize(p, end)
  return size ? newStr(p, size) : fail('a name was expected')
}

function element(depth: i32): Value {
  if (depth >= MAX_DEPTH) return fail('elements are nested deeper than ' + MAX_DEPTH.toString())
  if (!charge(4)) return ERROR
  at++
  const name = nameAt(at)
  if (name == ERROR) return ERROR
  const size = strSize(asStr(name))
  at += size
  const m = newMultiMap()
  while (true) {
    const before = at
    skipSpace()
    if (at >= end) return fail('unclosed tag')
    const c = load<u8>(at)
    if (c == 0x2f) {
      if (at + 1 >= end || load<u8>(at, 1) != 0x3e) return fail('> was expected')
      at += 2
      return tableLength(addressOf(m)) ? m : None
    }
    if (c == 0x3e) {
      at++
      break
    }
    if (at == before) return fail('a space was expected')
    if (!attribute(m)) return ERROR
  }
  const b = newBuilder(32)
  while (true) {
    if (at >= end) return fail('element ' + textOf(name) + ' is not closed')
    if (load<u8>(at) != 0x3c) {
      if (!charData(b, 0x3c)) return ERROR
      continue
    }
    if (startsWith('</')) {
      at += 2
      if (at + size > end || memory.compare(at, strBytes(asStr(name)), size) != 0) return fail('</' + textOf(name) + '> was expected')
      at += size
      skipSpace()
      if (at >= end || load<u8>(at) != 0x3e) return fail('> was expected')
      at++
      break
    }
    if (startsWith('<!--')) {
      if (!skipComment()) return ERROR
    } else if (startsWith('<![CDATA[')) {
      const start = at + 9
      if (!skipBehind(']]>')) return fail('unclosed CDATA')
      putLines(b, start, at - 3)
    } else if (startsWith('<?')) {
      if (!skipInstruction()) return ERROR
    } else if (startsWith('<!')) return fail('a DTD is not allowed')
    else {
      const child = nameAt(at + 1)
      if (child == ERROR) return ERROR
      const v = element(depth + 1)
      if (v == ERROR || !multiAdd(m, child, v)) return ERROR
    }
  }
  const hasMore = tableLength(addressOf(m)) > 0
  const text = hasMore ? trimmed(b) : newStr(builtAddress(b), builtLength(b))
  if (!hasMore) return strSize(asStr(text)) ? text : None
  if (strSize(asStr(text)) && !multiAdd(m, strConst('#text'), text)) return ERROR
  return m
}
/** Text between child elements without the white space around it. */
function trimmed(b: usize): Value {
  let p = builtAddress(b)
  let q = p + builtLength(b)
  while (p < q && load<u8>(p) <= 0x20) p++
  while (q > p && load<u8>(q - 1) <= 0x20) q--
  return newStr(p, q - p)
}

function attribute(m: Value): bool {
  const name = nameAt(at)
  if (name == ERROR) return false
  at += strSize(asStr(name))
  skipSpace()
  if (at >= end || load<u8>(at) != 0x3d) return broken('= was expected')
  at++
  skipSpace()
  const quote = at < end ? <u32>load<u8>(at) : 0
  if (quote != 0x22 && quote != 0x27) return broken('a quoted value was expected')
  at++
  const b = newBuilder(32)
  if (!charData(b, quote)) return false
  if (at >= end) return broken('unclosed attribute')
  at++
  const key = newBuilder(32)
  putByte(key, 0x40)
  putBytes(key, strBytes(asStr(name)), strSize(asStr(name)))
  const text = newStr(builtAddress(key), builtLength(key))
  const before = lookUp(addressOf(m), text)
  if (before) return before == FAILED ? false : broken('the attribute ' + textOf(name) + ' stands there twice')
  return multiAdd(m, text, newStr(builtAddress(b), builtLength(b)))
}

/** Text as it is, lines ended by a line feed alone. */
function putLines(b: usize, p: usize, stop: usize): void {
  for (; p < stop; p++) {
    const c = load<u8>(p)
    if (c != 13) putByte(b, c)
    else if (p + 1 >= stop || load<u8>(p, 1) != 10) putByte(b, 10)
  }
}

/** Text up to `stop`, references replaced; in an attribute what ends a line and a tab are spaces. */
function charData(b: usize, stop: u32): bool {
  while (at < end) {
    const c = <u32>load<u8>(at)
    if (c == stop) return true
    if (c == 0x3c) return broken('< inside an attribute')
    if (c == 0x26) {
      if (!reference(b)) return false
      continue
    }
    if (c == 13) {
      if (at + 1 >= end || load<u8>(at, 1) != 10) putByte(b, stop == 0x3c ? 10 : 0x20)
      at++
      continue
    }
    if (c == 0x5d && stop == 0x3c && startsWith(']]>')) return broken(']]> in text')
    putByte(b, (c == 10 || c == 9) && stop != 0x3c ? 0x20 : c)
    at++
  }
  return true
}
function reference(b: usize): bool {
  if (startsWith('&lt;')) putByte(b, 0x3c)
  else if (startsWith('&gt;')) putByte(b, 0x3e)
  else if (startsWith('&amp;')) putByte(b, 0x26)
  else if (startsWith('&quot;')) putByte(b, 0x22)
  else if (startsWith('&apos;')) putByte(b, 0x27)
  else if (startsWith('&#')) {
    let p = at + 2
    const hex = p < end && load<u8>(p) == 0x78
    if (hex) p++
    let code: u32 = 0
    const start = p
    while (p < end && load<u8>(p) != 0x3b && code <= 0x10ffff) {
      const d = hexDigit(load<u8>(p))
      if (d >= <u32>(hex ? 16 : 10)) return broken('bad character reference')
      code = code * (hex ? 16 : 10) + d
      p++
    }
    if (p == start || p >= end || load<u8>(p) != 0x3b || !isCharacter(code)) return broken('bad character reference')
    putCodePoint(b, code)
    at = p + 1
    return true
  } else return broken('unknown entity')
  while (load<u8>(at++) != 0x3b) {}
  return true
}

/** A dict or MultiMap with one key. `#text` stands behind the children as it is; other text is escaped. */
export function writeXml(v: Value, encoding: Value): Value {
  const kind = kindOf(v)
  if (kind != Kind.DICT && kind != Kind.MULTIMAP) return raise(ExcKind.TypeError, 'XML needs a dict with one key, not ' + typeName(v))
  const t = asDict(v)
  if (tableLength(t) != 1) return raise(ExcKind.ValueError, 'XML needs a dict with one key, the root element')
  const b = newBuilder(256)
  putText(b, '<?xml version="1.0" encoding="')
  putBytes(b, strBytes(asStr(encoding)), strSize(asStr(encoding)))
  putText(b, '"?>\n')
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    if (entryKey(e) == UNBOUND) continue
    let root = entryValue(e)
    if (kind == Kind.MULTIMAP && kindOf(root) == Kind.LIST && listLength(asList(root)) == 1) root = listAt(asList(root), 0)
    if (kindOf(root) == Kind.LIST) return raise(ExcKind.ValueError, 'XML has one root element')
    if (!putElement(b, entryKey(e), root, 0)) return ERROR
  }
  return reencode(builtAddress(b), builtLength(b), encoding)
}

function putElement(b: usize, name: Value, v: Value, depth: i32): bool {
  if (depth >= MAX_DEPTH) {
    raise(ExcKind.ValueError, 'XML elements are nested deeper than ' + MAX_DEPTH.toString())
    return false
  }
  if (!isStr(name)) {
    raise(ExcKind.TypeError, 'XML names are str, not ' + typeName(name))
    return false
  }
  if (!charge(4)) return false
  const kind = kindOf(v)
  if (kind == Kind.LIST) {
    const l = asList(v)
    for (let i: u32 = 0; i < listLength(l); i++) if (!putElement(b, name, listAt(l, i), depth)) return false
    return true
  }
  const s = asStr(name)
  putByte(b, 0x3c)
  putBytes(b, strBytes(s), strSize(s))
  if (kind == Kind.DICT || kind == Kind.MULTIMAP) {
    const t = asDict(v)
    for (let i: u32 = 0; i < entriesUsed(t); i++) if (!putAttribute(b, entryAt(t, i))) return false
    putByte(b, 0x3e)
    for (let i: u32 = 0; i < entriesUsed(t); i++) {
      const e = entryAt(t, i)
      const key = entryKey(e)
      if (key == UNBOUND || (isStr(key) && strSize(asStr(key)) && (load<u8>(strBytes(asStr(key))) == 0x40 || load<u8>(strBytes(asStr(key))) == 0x23))) continue
      if (!putElement(b, key, entryValue(e), depth + 1)) return false
    }
    for (let i: u32 = 0; i < entriesUsed(t); i++) {
      const e = entryAt(t, i)
      if (entryKey(e) != UNBOUND && isStr(entryKey(e)) && load<u8>(strBytes(asStr(entryKey(e)))) == 0x23 && !putContent(b, entryValue(e), false)) return false
    }
  } else {
    putByte(b, 0x3e)
    if (!putContent(b, v, true)) return false
  }
  putText(b, '</')
  putBytes(b, strBytes(s), strSize(s))
  putByte(b, 0x3e)
  return true
}
function putAttribute(b: usize, e: usize): bool {
  const key = entryKey(e)
  if (key == UNBOUND || !isStr(key) || !strSize(asStr(key)) || load<u8>(strBytes(asStr(key))) != 0x40) return true
  putByte(b, 0x20)
  putBytes(b, strBytes(asStr(key)) + 1, strSize(asStr(key)) - 1)
  putText(b, '="')
  let v = entryValue(e)
  if (kindOf(v) == Kind.LIST && listLength(asList(v))) v = listAt(asList(v), 0)
  const text = scalar(v)
  if (text == ERROR) return false
  putEscaped(b, asStr(text), true)
  putByte(b, 0x22)
  return true
}
function scalar(v: Value): Value {
  if (v == None) return strConst('')
  if (isBool(v)) return strConst(v == True ? 'true' : 'false')
  return str(v)
}
function putContent(b: usize, v: Value, escaped: bool): bool {
  if (kindOf(v) == Kind.LIST) {
    const l = asList(v)
    for (let i: u32 = 0; i < listLength(l); i++) if (!putContent(b, listAt(l, i), escaped)) return false
    return true
  }
  const text = scalar(v)
  if (text == ERROR) return false
  const s = asStr(text)
  if (escaped) putEscaped(b, s, false)
  else putBytes(b, strBytes(s), strSize(s))
  return true
}
function putEscaped(b: usize, s: usize, quotes: bool): void {
  let p = strBytes(s)
  const stop = p + strSize(s)
  for (; p < stop; p++) {
    const c = load<u8>(p)
    if (c == 0x26) putText(b, '&amp;')
    else if (c == 0x3c) putText(b, '&lt;')
    else if (c == 0x3e) putText(b, '&gt;')
    else if (c == 0x22 && quotes) putText(b, '&quot;')
    else putByte(b, c)
  }
}
