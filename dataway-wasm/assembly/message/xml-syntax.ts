// What XML 1.0 (fifth edition) lets stand in a document: characters, names, and the declaration at its beginning.
import { codePointAt, widthOf } from '../text/utf8.ts'

function isSpace(c: u32): bool {
  return c == 0x20 || c == 9 || c == 10 || c == 13
}

function isLetter(c: u32): bool {
  return (c | 0x20) - 0x61 < 26
}

function isNameStart(c: u32): bool {
  if (c < 0x80) return isLetter(c) || c == 0x5f || c == 0x3a
  if (c < 0x370) return c >= 0xc0 && c != 0xd7 && c != 0xf7 && c < 0x300
  if (c < 0x2000) return c != 0x37e
  if (c < 0x3001) return c == 0x200c || c == 0x200d || (c >= 0x2070 && c <= 0x218f) || (c >= 0x2c00 && c <= 0x2fef)
  return c <= 0xd7ff || (c >= 0xf900 && c <= 0xfdcf) || (c >= 0xfdf0 && c <= 0xfffd) || (c >= 0x10000 && c <= 0xeffff)
}

function isNameCharacter(c: u32): bool {
  return (
    isNameStart(c) || c - 0x30 < 10 || c == 0x2d || c == 0x2e || c == 0xb7 || (c >= 0x300 && c < 0x370) || c == 0x203f || c == 0x2040
  ) // prettier-ignore
}

/** How many bytes at `p` are a name; 0 when none begins there. */
export function nameSize(p: usize, end: usize): usize {
  let q = p
  while (q < end) {
    const c = codePointAt(q)
    if (!(q == p ? isNameStart(c) : isNameCharacter(c))) break
    q += widthOf(load<u8>(q))
  }
  return q - p
}

/** Whether a document may have the character, as itself or by its number. */
export function isCharacter(c: u32): bool {
  if (c < 0x20) return c == 9 || c == 10 || c == 13
  return c < 0xd800 || (c >= 0xe000 && c != 0xfffe && c != 0xffff && c <= 0x10ffff)
}

/** The first place whose character may stand nowhere; `end` when there is none. */
export function firstForbidden(p: usize, end: usize): usize {
  for (; p < end; p++) {
    const c = load<u8>(p)
    if (c < 0x20) {
      if (!isSpace(c)) return p
    } else if (c == 0xef && p + 3 <= end && load<u8>(p, 1) == 0xbf && load<u8>(p, 2) >= 0xbe) return p
    else if (c == 0xed && p + 3 <= end && load<u8>(p, 1) >= 0xa0) return p
  }
  return end
}

/** Between the quotes that pseudoAttribute() found. */
let value: usize = 0
let valueEnd: usize = 0

/** Moves behind `word="…"`, with white space before it; 0 when something else stands there. */
function pseudoAttribute(p: usize, end: usize, word: string): usize {
  const start = p
  while (p < end && isSpace(load<u8>(p))) p++
  if (p == start) return 0
  for (let i = 0; i < word.length; i++, p++) if (p >= end || load<u8>(p) != <u8>word.charCodeAt(i)) return 0
  while (p < end && isSpace(load<u8>(p))) p++
  if (p >= end || load<u8>(p) != 0x3d) return 0
  p++
  while (p < end && isSpace(load<u8>(p))) p++
  const quote = p < end ? <u32>load<u8>(p) : 0
  if (quote != 0x22 && quote != 0x27) return 0
  value = ++p
  while (p < end && load<u8>(p) != quote) p++
  valueEnd = p
  return p < end ? p + 1 : 0
}

function isVersion(): bool {
  if (valueEnd - value < 3 || load<u8>(value) != 0x31 || load<u8>(value, 1) != 0x2e) return false
  for (let p = value + 2; p < valueEnd; p++) if (<u32>load<u8>(p) - 0x30 > 9) return false
  return true
}
function isEncodingName(): bool {
  for (let p = value; p < valueEnd; p++) {
    const c = <u32>load<u8>(p)
    if (!isLetter(c) && (p == value || (c - 0x30 > 9 && c != 0x2e && c != 0x5f && c != 0x2d))) return false
  }
  return valueEnd > value
}
function isYesOrNo(): bool {
  const size = valueEnd - value
  if (size == 2) return load<u8>(value) == 0x6e && load<u8>(value, 1) == 0x6f
  return size == 3 && load<u8>(value) == 0x79 && load<u8>(value, 1) == 0x65 && load<u8>(value, 2) == 0x73
}

/** Moves behind the declaration whose `<?xml` ends at `p`; 0 when it is none. */
export function declarationEnd(p: usize, end: usize): usize {
  p = pseudoAttribute(p, end, 'version')
  if (!p || !isVersion()) return 0
  const coded = pseudoAttribute(p, end, 'encoding')
  if (coded) {
    if (!isEncodingName()) return 0
    p = coded
  }
  const alone = pseudoAttribute(p, end, 'standalone')
  if (alone) {
    if (!isYesOrNo()) return 0
    p = alone
  }
  while (p < end && isSpace(load<u8>(p))) p++
  return p + 2 <= end && load<u8>(p) == 0x3f && load<u8>(p, 1) == 0x3e ? p + 2 : 0
}
