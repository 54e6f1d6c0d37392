// Why a JSON text is not one, in the words of Python's json module, with the character where it goes wrong. Runs only
// after readJson() has refused the text, so it may be slow and plain.
import { countCodePoints, widthOf } from '../text/utf8.ts'
import { hexDigit } from './unescape.ts'

let from: usize = 0
let end: usize = 0
/** Code point offset of the last problem. */
export let problemAt: u32 = 0
let message: string = ''
/** Where the value just skipped ends. */
let to: usize = 0

/** The message without its place; problemAt has the character. */
export function diagnose(p: usize, n: usize): string {
  from = p
  end = p + n
  message = ''
  const start = space(p)
  if (!value(start, 0)) return message
  const rest = space(to)
  if (rest < end) return fail('Extra data', rest)
  return fail('Expecting value', start)
}

function fail(text: string, at: usize): string {
  message = text
  problemAt = countCodePoints(from, min(at, end) - from)
  return text
}
function bad(text: string, at: usize): bool {
  fail(text, at)
  return false
}

function space(p: usize): usize {
  while (p < end) {
    const c = load<u8>(p)
    if (c != 0x20 && c != 10 && c != 13 && c != 9) break
    p++
  }
  return p
}
function startsWith(p: usize, word: string): bool {
  if (p + <usize>word.length > end) return false
  for (let i = 0; i < word.length; i++) if (load<u8>(p + <usize>i) != <u8>word.charCodeAt(i)) return false
  to = p + <usize>word.length
  return true
}

function value(p: usize, depth: i32): bool {
  if (p >= end) return bad('Expecting value', p)
  const c = <u32>load<u8>(p)
  if (c == 0x22) return text(p + 1)
  if (depth > 2000) {
    to = p
    return bad('Expecting value', p)
  }
  if (c == 0x7b) return object(p + 1, depth)
  if (c == 0x5b) return array(p + 1, depth)
  if (startsWith(p, 'null') || startsWith(p, 'true') || startsWith(p, 'false') || startsWith(p, 'NaN') || startsWith(p, 'Infinity') || startsWith(p, '-Infinity')) return true
  return number(p)
}
function isDigit(p: usize): bool {
  return p < end && <u32>load<u8>(p) - 48 <= 9
}
function number(p: usize): bool {
  let q = p
  if (q < end && load<u8>(q) == 0x2d) q++
  if (!isDigit(q)) return bad('Expecting value', p)
  if (load<u8>(q) == 0x30) q++
  else while (isDigit(q)) q++
  if (q + 1 < end && load<u8>(q) == 0x2e && isDigit(q + 1)) {
    q += 2
    while (isDigit(q)) q++
  }
  if (q < end && (load<u8>(q) | 32) == 0x65) {
    let e = q + 1
    if (e < end && (load<u8>(e) == 0x2b || load<u8>(e) == 0x2d)) e++
    if (isDigit(e)) {
      while (isDigit(e)) e++
      q = e
    }
  }
  to = q
  return true
}
function text(p: usize): bool {
  const begin = p - 1
  while (true) {
    if (p >= end) return bad('Unterminated string starting at', begin)
    const c = <u32>load<u8>(p)
    if (c == 0x22) {
      to = p + 1
      return true
    }
    if (c < 0x20) return bad('Invalid control character at', p)
    if (c != 0x5c) {
      p += widthOf(c)
      continue
    }
    if (p + 1 >= end) return bad('Unterminated string starting at', begin)
    const e = <u32>load<u8>(p, 1)
    if (e == 0x75) {
      for (let i: usize = 2; i < 6; i++) if (p + i >= end || hexDigit(load<u8>(p + i)) > 15) return bad('Invalid \\uXXXX escape', p + 1)
      p += 6
    } else {
      if (e != 0x22 && e != 0x5c && e != 0x2f && e != 0x62 && e != 0x66 && e != 0x6e && e != 0x72 && e != 0x74) return bad('Invalid \\escape', p)
      p += 2
    }
  }
}
function array(p: usize, depth: i32): bool {
  p = space(p)
  if (p < end && load<u8>(p) == 0x5d) {
    to = p + 1
    return true
  }
  while (true) {
    if (!value(p, depth + 1)) return false
    p = space(to)
    const c = p < end ? <u32>load<u8>(p) : 0
    if (c == 0x5d) {
      to = p + 1
      return true
    }
    if (c != 0x2c) return bad("Expecting ',' delimiter", p)
    p = space(p + 1)
  }
}
function object(p: usize, depth: i32): bool {
  p = space(p)
  if (p < end && load<u8>(p) == 0x7d) {
    to = p + 1
    return true
  }
  while (true) {
    if (p >= end || load<u8>(p) != 0x22) return bad('Expecting property name enclosed in double quotes', p)
    if (!text(p + 1)) return false
    p = space(to)
    if (p >= end || load<u8>(p) != 0x3a) return bad("Expecting ':' delimiter", p)
    if (!value(space(p + 1), depth + 1)) return false
    p = space(to)
    const c = p < end ? <u32>load<u8>(p) : 0
    if (c == 0x7d) {
      to = p + 1
      return true
    }
    if (c != 0x2c) return bad("Expecting ',' delimiter", p)
    p = space(p + 1)
  }
}

/** Line and column (from 1) of a code point offset. */
export let problemLine: u32 = 1
export let problemColumn: u32 = 1
export function locate(p: usize, n: usize): void {
  problemLine = 1
  problemColumn = 1
  let left = problemAt
  const stop = p + n
  while (left-- && p < stop) {
    if (load<u8>(p) == 10) {
      problemLine++
      problemColumn = 1
    } else problemColumn++
    p += widthOf(load<u8>(p))
  }
}
