// Case, padding and predicates of str, and of bytes where they only know ASCII.
import { arg } from '../bind.ts'
import { likeWhole, sameSort, spanSize, spanStart } from './span.ts'
import { isSpaceAt } from './split.ts'
import { charge, reserve } from '../../memory/limits.ts'
import { indexFailed, toIndex } from '../../ops/subscript.ts'
import { CAPITALIZE, changeCase, changedRoom, FOLD, SWAP, TO_LOWER, TO_TITLE, TO_UPPER } from '../../text/case.ts'
import { asStr, builtStr, isAsciiStr, isStr, roomForStr, finishStr, strBytes, strLength, strSize, newStr } from '../../text/str.ts'
import { builtAddress, builtLength, newBuilder, putByte, putBytes, putCodePoint, putFill } from '../../text/builder.ts'
import { isBytesLike, newBytesOf } from '../../text/bytes.ts'
import { codePointAt, countCodePoints, isAsciiText, widthOf } from '../../text/utf8.ts'
import { ALNUM, ALPHA, CASED, DECIMAL, DIGIT, flagsOf, ID_CONTINUE, ID_START, is, LOWER, NUMERIC, PRINTABLE, SPACE, TITLE, UPPER } from '../../text/unicode.ts'
import { kindOf } from '../../value/object.ts'
import { addressOf, boxBool, boxHeap, ERROR, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

function isUpperByte(c: u32): bool {
  return c - 65 <= 25
}
function isLowerByte(c: u32): bool {
  return c - 97 <= 25
}

function changed(args: usize, how: i32): Value {
  const v = arg(args, 0)
  const p = spanStart(v)
  const n = spanSize(v)
  if (n > 65536 && !reserve(<u64>n * 3)) return ERROR
  if (!charge(<i64>n >> 3)) return ERROR
  if (isStr(v) && !isAsciiStr(asStr(v))) {
    const r = roomForStr(<usize>changedRoom(<u32>n))
    const end = changeCase(how, p, p + n, strBytes(r))
    store<u32>(r, <u32>(end - strBytes(r)), 8)
    return finishStr(r)
  }
  const b = newBuilder(n + 16)
  let afterLetter = false
  for (let i: usize = 0; i < n; i++) {
    let c = <u32>load<u8>(p + i)
    const up = isUpperByte(c)
    const low = isLowerByte(c)
    if (how == TO_UPPER) {
      if (low) c -= 32
    } else if (how == TO_LOWER || how == FOLD) {
      if (up) c += 32
    } else if (how == SWAP) {
      if (low || up) c ^= 32
    } else {
      const first = how == TO_TITLE ? !afterLetter : i == 0
      if (first && low) c -= 32
      else if (!first && up) c += 32
    }
    afterLetter = up || low
    putByte(b, c)
  }
  return likeWhole(v, builtAddress(b), n)
}

/// str.upper(self, /)
/// bytes.upper(self, /)
/// bytearray.upper(self, /)
/// In capital letters.
/// >>> 'straße'.upper()
/// 'STRASSE'
export function upper(args: usize): Value {
  return changed(args, TO_UPPER)
}
/// str.lower(self, /)
/// bytes.lower(self, /)
/// bytearray.lower(self, /)
/// In small letters.
/// >>> 'ÀB'.lower()
/// 'àb'
export function lower(args: usize): Value {
  return changed(args, TO_LOWER)
}
/// str.title(self, /)
/// bytes.title(self, /)
/// bytearray.title(self, /)
/// Every word with a capital first letter.
/// >>> "they're here".title()
/// "They'Re Here"
export function title(args: usize): Value {
  return changed(args, TO_TITLE)
}
/// str.capitalize(self, /)
/// bytes.capitalize(self, /)
/// bytearray.capitalize(self, /)
/// The first letter capital, the rest small.
/// >>> 'hELLO'.capitalize()
/// 'Hello'
export function capitalize(args: usize): Value {
  return changed(args, CAPITALIZE)
}
/// str.swapcase(self, /)
/// bytes.swapcase(self, /)
/// bytearray.swapcase(self, /)
/// Capital letters small and small ones capital.
/// >>> 'aB'.swapcase()
/// 'Ab'
export function swapcase(args: usize): Value {
  return changed(args, SWAP)
}
/// str.casefold(self, /)
/// For comparisons that do not care about case.
/// >>> 'Straße'.casefold()
/// 'strasse'
export function casefold(args: usize): Value {
  return changed(args, FOLD)
}

function padded(args: usize, left: bool, right: bool, name: string): Value {
  const v = arg(args, 0)
  const width = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  const fillWith = arg(args, 2)
  let c: u32 = 0x20
  if (fillWith != UNBOUND) {
    if (isStr(v)) {
      if (!isStr(fillWith)) return raise(ExcKind.TypeError, 'The fill character must be a unicode character, not ' + typeName(fillWith))
      if (strLength(asStr(fillWith)) != 1) return raise(ExcKind.TypeError, 'The fill character must be exactly one character long')
      c = codePointAt(strBytes(asStr(fillWith)))
    } else {
      if (!isBytesLike(fillWith) || spanSize(fillWith) != 1) return raise(ExcKind.TypeError, name + '() argument 2 must be a byte string of length 1, not ' + typeName(fillWith))
      c = <u32>load<u8>(spanStart(fillWith))
    }
  }
  const n = isStr(v) ? <i64>strLength(asStr(v)) : <i64>spanSize(v)
  if (width <= n) return isStr(v) ? boxHeap(asStr(v)) : likeWhole(v, spanStart(v), spanSize(v))
  const missing = width - n
  if (missing > 0x3fffffff) return raise(ExcKind.MemoryError, '')
  if (missing > 4096 && !reserve(<u64>missing * 4)) return ERROR
  // The odd one of an uneven rest goes to the left when the width is odd, as CPython has it.
  const before = left && right ? missing / 2 + (missing & width & 1) : left ? missing : 0
  const b = newBuilder(spanSize(v) + <usize>missing + 16)
  fillWithChar(b, c, <i32>before, isStr(v))
  putBytes(b, spanStart(v), spanSize(v))
  fillWithChar(b, c, <i32>(missing - before), isStr(v))
  return isStr(v) ? builtStr(b) : likeWhole(v, builtAddress(b), builtLength(b))
}
function fillWithChar(b: usize, c: u32, n: i32, text: bool): void {
  if (c < 128 || !text) putFill(b, c, <usize>n)
  else for (let i = 0; i < n; i++) putCodePoint(b, c)
}
/// str.ljust(self, width, fillchar=..., /)
/// bytes.ljust(self, width, fillchar=..., /)
/// bytearray.ljust(self, width, fillchar=..., /)
/// Padded on the right to a width.
/// >>> 'a'.ljust(3, '.')
/// 'a..'
export function ljust(args: usize): Value {
  return padded(args, false, true, 'ljust')
}
/// str.rjust(self, width, fillchar=..., /)
/// bytes.rjust(self, width, fillchar=..., /)
/// bytearray.rjust(self, width, fillchar=..., /)
/// Padded on the left to a width.
/// >>> 'a'.rjust(3)
/// '  a'
export function rjust(args: usize): Value {
  return padded(args, true, false, 'rjust')
}
/// str.center(self, width, fillchar=..., /)
/// bytes.center(self, width, fillchar=..., /)
/// bytearray.center(self, width, fillchar=..., /)
/// Padded on both sides to a width.
/// >>> 'a'.center(4, '*')
/// '*a**'
export function center(args: usize): Value {
  return padded(args, true, true, 'center')
}
/// str.zfill(self, width, /)
/// bytes.zfill(self, width, /)
/// bytearray.zfill(self, width, /)
/// Zeros in front, behind a sign.
/// >>> '-42'.zfill(5)
/// '-0042'
export function zfill(args: usize): Value {
  const v = arg(args, 0)
  const width = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  const p = spanStart(v)
  const n = spanSize(v)
  const missing = width - (isStr(v) ? <i64>strLength(asStr(v)) : <i64>n)
  if (missing <= 0) return isStr(v) ? boxHeap(asStr(v)) : likeWhole(v, p, n)
  if (missing > 0x3fffffff) return raise(ExcKind.MemoryError, '')
  if (missing > 4096 && !reserve(missing)) return ERROR
  const b = newBuilder(n + <usize>missing + 16)
  const sign: usize = n > 0 && (load<u8>(p) == 0x2b || load<u8>(p) == 0x2d) ? 1 : 0
  putBytes(b, p, sign)
  putFill(b, 0x30, <usize>missing)
  putBytes(b, p + sign, n - sign)
  return isStr(v) ? builtStr(b) : likeWhole(v, builtAddress(b), builtLength(b))
}
/// str.expandtabs(self, /, tabsize=8)
/// bytes.expandtabs(self, /, tabsize=8)
/// bytearray.expandtabs(self, /, tabsize=8)
/// Tabs replaced by spaces up to the next column.
/// >>> 'a\tb'.expandtabs(4)
/// 'a   b'
export function expandtabs(args: usize): Value {
  const v = arg(args, 0)
  const size = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  const p = spanStart(v)
  const n = spanSize(v)
  const b = newBuilder(n + 64)
  let column: i64 = 0
  for (let i: usize = 0; i < n; i++) {
    const c = <u32>load<u8>(p + i)
    if (c == 9) {
      if (size <= 0) continue
      const gap = size - (column % size)
      if (gap > 4096 && !reserve(gap)) return ERROR
      putFill(b, 0x20, <usize>gap)
      column += gap
      continue
    }
    putByte(b, c)
    if (c == 10 || c == 13) column = 0
    else if (!isStr(v) || (c & 0xc0) != 0x80) column++
  }
  return isStr(v) ? builtStr(b) : likeWhole(v, builtAddress(b), builtLength(b))
}

/** Whether there is a character and each has one of the flags. */
function every(args: usize, flags: u32): Value {
  const s = asStr(arg(args, 0))
  let p = strBytes(s)
  const end = p + strSize(s)
  if (p == end) return boxBool(false)
  while (p < end) {
    if (!is(codePointAt(p), flags)) return boxBool(false)
    p += widthOf(load<u8>(p))
  }
  return boxBool(true)
}
/// str.isalpha(self, /)
/// Whether all characters are letters, and there is one.
/// >>> 'aé'.isalpha()
/// True
export function isalpha(args: usize): Value {
  return every(args, ALPHA)
}
/// str.isdecimal(self, /)
/// Whether all characters are decimal digits.
/// >>> '٣'.isdecimal()
/// True
export function isdecimal(args: usize): Value {
  return every(args, DECIMAL)
}
/// str.isdigit(self, /)
/// Whether all characters are digits, superscripts included.
/// >>> '²'.isdigit()
/// True
export function isdigit(args: usize): Value {
  return every(args, DIGIT)
}
/// str.isnumeric(self, /)
/// Whether all characters are numbers.
/// >>> '½'.isnumeric()
/// True
export function isnumeric(args: usize): Value {
  return every(args, NUMERIC)
}
/// str.isalnum(self, /)
/// Whether all characters are letters or numbers.
/// >>> 'a1'.isalnum()
/// True
export function isalnum(args: usize): Value {
  return every(args, ALNUM)
}
/// str.isspace(self, /)
/// Whether all characters are white space.
/// >>> ' \t'.isspace()
/// True
export function isspace(args: usize): Value {
  return every(args, SPACE)
}
/// str.isprintable(self, /)
/// Whether all characters print; true for nothing.
/// >>> 'a\n'.isprintable()
/// False
export function isprintable(args: usize): Value {
  return strSize(asStr(arg(args, 0))) == 0 ? boxBool(true) : every(args, PRINTABLE)
}
/// str.isidentifier(self, /)
/// Whether it could be a name.
/// >>> '1a'.isidentifier()
/// False
export function isidentifier(args: usize): Value {
  const s = asStr(arg(args, 0))
  let p = strBytes(s)
  const end = p + strSize(s)
  if (p == end || !is(codePointAt(p), ID_START)) return boxBool(load<u8>(p) == 0x5f && p < end && restIsName(p, end))
  return boxBool(restIsName(p, end))
}
function restIsName(p: usize, end: usize): bool {
  p += widthOf(load<u8>(p))
  while (p < end) {
    if (!is(codePointAt(p), ID_CONTINUE)) return false
    p += widthOf(load<u8>(p))
  }
  return true
}
/// str.isascii(self, /)
/// bytes.isascii(self, /)
/// bytearray.isascii(self, /)
/// Whether all characters are ASCII; true for nothing.
/// >>> 'ä'.isascii()
/// False
export function isascii(args: usize): Value {
  return boxBool(isAsciiText(spanStart(arg(args, 0)), spanSize(arg(args, 0))))
}
function caseIs(args: usize, wanted: u32, other: u32): Value {
  const s = asStr(arg(args, 0))
  let p = strBytes(s)
  const end = p + strSize(s)
  let found = false
  while (p < end) {
    const c = codePointAt(p)
    const flags = flagsOf(c)
    // Title case letters (ǅ) are neither small nor capital.
    if (flags & other || (flags & (TITLE | UPPER)) == TITLE) return boxBool(false)
    if (flags & wanted) found = true
    p += widthOf(load<u8>(p))
  }
  return boxBool(found)
}
/// str.islower(self, /)
/// Whether there are letters and all are small.
/// >>> 'a1'.islower()
/// True
export function islower(args: usize): Value {
  return caseIs(args, LOWER, UPPER)
}
/// str.isupper(self, /)
/// Whether there are letters and all are capital.
/// >>> 'A1'.isupper()
/// True
export function isupper(args: usize): Value {
  return caseIs(args, UPPER, LOWER)
}
/// str.istitle(self, /)
/// Whether every word begins with its only capital letter.
/// >>> 'Ab Cd'.istitle()
/// True
export function istitle(args: usize): Value {
  const s = asStr(arg(args, 0))
  let p = strBytes(s)
  const end = p + strSize(s)
  let found = false
  let inside = false
  while (p < end) {
    const c = codePointAt(p)
    if (is(c, UPPER | TITLE)) {
      if (inside) return boxBool(false)
      inside = true
      found = true
    } else if (is(c, LOWER)) {
      if (!inside) return boxBool(false)
      inside = true
      found = true
    } else inside = is(c, CASED)
    p += widthOf(load<u8>(p))
  }
  return boxBool(found)
}

const enum ByteClass {
  ALPHA = 1,
  DIGIT = 2,
  SPACE = 3,
  ALNUM = 4,
}
function everyByte(args: usize, what: ByteClass): Value {
  const p = spanStart(arg(args, 0))
  const n = spanSize(arg(args, 0))
  for (let i: usize = 0; i < n; i++) {
    const c = <u32>load<u8>(p + i)
    const letter = isUpperByte(c) || isLowerByte(c)
    const digit = c - 48 <= 9
    const ok = what == ByteClass.ALPHA ? letter : what == ByteClass.DIGIT ? digit : what == ByteClass.ALNUM ? letter || digit : isSpaceAt(p + i, false)
    if (!ok) return boxBool(false)
  }
  return boxBool(n > 0)
}
/// bytes.isalpha(self, /)
/// bytearray.isalpha(self, /)
/// Whether all bytes are ASCII letters.
/// >>> b'a1'.isalpha()
/// False
export function bytesAlpha(args: usize): Value {
  return everyByte(args, ByteClass.ALPHA)
}
/// bytes.isdigit(self, /)
/// bytearray.isdigit(self, /)
/// Whether all bytes are ASCII digits.
/// >>> b'12'.isdigit()
/// True
export function bytesDigit(args: usize): Value {
  return everyByte(args, ByteClass.DIGIT)
}
/// bytes.isspace(self, /)
/// bytearray.isspace(self, /)
/// Whether all bytes are ASCII white space.
/// >>> b' \t'.isspace()
/// True
export function bytesSpace(args: usize): Value {
  return everyByte(args, ByteClass.SPACE)
}
/// bytes.isalnum(self, /)
/// bytearray.isalnum(self, /)
/// Whether all bytes are ASCII letters or digits.
/// >>> b'a1'.isalnum()
/// True
export function bytesAlnum(args: usize): Value {
  return everyByte(args, ByteClass.ALNUM)
}
function bytesCase(args: usize, upperWanted: bool): Value {
  const p = spanStart(arg(args, 0))
  const n = spanSize(arg(args, 0))
  let found = false
  for (let i: usize = 0; i < n; i++) {
    const c = <u32>load<u8>(p + i)
    if (upperWanted ? isLowerByte(c) : isUpperByte(c)) return boxBool(false)
    if (upperWanted ? isUpperByte(c) : isLowerByte(c)) found = true
  }
  return boxBool(found)
}
/// bytes.islower(self, /)
/// bytearray.islower(self, /)
/// Whether there are ASCII letters and all are small.
/// >>> b'ab'.islower()
/// True
export function bytesLower(args: usize): Value {
  return bytesCase(args, false)
}
/// bytes.isupper(self, /)
/// bytearray.isupper(self, /)
/// Whether there are ASCII letters and all are capital.
/// >>> b'AB'.isupper()
/// True
export function bytesUpper(args: usize): Value {
  return bytesCase(args, true)
}
/// bytes.istitle(self, /)
/// bytearray.istitle(self, /)
/// Whether every word begins with its only capital ASCII letter.
/// >>> b'Ab Cd'.istitle()
/// True
export function bytesTitle(args: usize): Value {
  const p = spanStart(arg(args, 0))
  const n = spanSize(arg(args, 0))
  let found = false
  let inside = false
  for (let i: usize = 0; i < n; i++) {
    const c = <u32>load<u8>(p + i)
    if (isUpperByte(c)) {
      if (inside) return boxBool(false)
      inside = true
      found = true
    } else if (isLowerByte(c)) {
      if (!inside) return boxBool(false)
      found = true
    } else inside = false
  }
  return boxBool(found)
}
