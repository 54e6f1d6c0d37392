// The line under a line of a traceback that marks what failed, as CPython 3.11 draws it (PEP 657): `^` under the expression;
// in a binary operation or a subscript `^` under the operator or the brackets and `~` under the rest of it.
import { putByte } from '../text/builder.ts'
import { codePointAt } from '../text/utf8.ts'

/** What is marked with `^` inside of the range, as offsets from `p`; equal: nothing in particular. */
let markFrom: usize = 0
let markTo: usize = 0

/**
 * Writes the marks for the bytes `from` to `to` of a line of `size` bytes at `p`, which starts behind its margin. Nothing
 * when all of the line failed. `cut`: the expression goes on in the next line.
 */
export function putCarets(b: usize, p: usize, size: usize, from: usize, to: usize, cut: bool): void {
  if (to > size) to = size
  if (cut) while (to > from && load<u8>(p + to - 1) <= 0x20) to--
  if (to <= from) return
  markFrom = markTo = 0
  if (!cut) findMark(p, from, to)
  if (markFrom == markTo && to - from == size) return
  for (let i = 0; i < 4; i++) putByte(b, 0x20)
  for (let i: usize = 0; i < to; i++) {
    if ((load<u8>(p + i) & 0xc0) == 0x80) continue
    const sign = i < from ? 0x20 : markFrom == markTo || (i >= markFrom && i < markTo) ? 0x5e : 0x7e
    putByte(b, sign)
    if (isWide(p + i)) putByte(b, sign)
  }
  putByte(b, 0x0a)
}

/** Whether a character takes two columns (East Asian Width W and F, in blocks). */
function isWide(p: usize): bool {
  if (load<u8>(p) < 0xe1) return false
  const c = codePointAt(p)
  return (
    (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f) || (c >= 0xac00 && c <= 0xd7a3) ||
    (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) ||
    (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f900 && c <= 0x1f9ff) || (c >= 0x20000 && c <= 0x3fffd)
  ) // prettier-ignore
}

const enum Level {
  NONE = 0,
  OR = 1,
  XOR = 2,
  AND = 3,
  SHIFT = 4,
  SUM = 5,
  PRODUCT = 6,
  UNARY = 7,
  POWER = 8,
}

/** Finds the outermost operation of the expression by its loosest operator outside of brackets and texts. */
function findMark(p: usize, from: usize, to: usize): void {
  let level: Level = Level.NONE
  let at: usize = 0
  let length: usize = 0
  let bracket: usize = 0
  let operand = false
  let i = from
  while (i < to) {
    const c = <u32>load<u8>(p + i)
    if (c <= 0x20) {
      i++
      continue
    }
    if (c == 0x22 || c == 0x27) {
      i = afterText(p, i, to)
      operand = true
      continue
    }
    if (c == 0x28 || c == 0x5b || c == 0x7b) {
      const end = afterBracket(p, i, to)
      if (operand) bracket = c == 0x5b ? i : 0
      else bracket = 0
      operand = true
      i = end
      continue
    }
    if (isWordByte(c)) {
      const start = i
      while (i < to && isWordByte(load<u8>(p + i))) i++
      if (isWordOperator(p + start, i - start)) return
      operand = true
      bracket = 0
      continue
    }
    if (c == 0x2e) {
      bracket = 0
      operand = false
      i++
      continue
    }
    const next = i + 1 < to ? <u32>load<u8>(p + i + 1) : 0
    if (c == 0x3c || c == 0x3e || c == 0x3d || c == 0x21 || c == 0x2c || c == 0x3a) {
      if ((c != 0x3c && c != 0x3e) || next != c) return
    }
    const two = next == c && (c == 0x2a || c == 0x2f || c == 0x3c || c == 0x3e)
    const found = operand ? levelOf(c, two) : Level.UNARY
    if (found == Level.NONE) return
    // The loosest operator is the outermost; of equal ones the last, but the first of powers and signs.
    if (level == Level.NONE || found < level || (found == level && found < Level.UNARY)) {
      level = found
      at = i
      length = two ? 2 : 1
    }
    operand = false
    bracket = 0
    i += two ? 2 : 1
  }
  if (level == Level.UNARY) return
  if (level != Level.NONE) {
    markFrom = at
    markTo = at + length
  } else if (bracket) {
    markFrom = bracket
    markTo = to
  }
}

function levelOf(c: u32, two: bool): Level {
  switch (c) {
    case 0x7c:
      return Level.OR
    case 0x5e:
      return Level.XOR
    case 0x26:
      return Level.AND
    case 0x3c:
    case 0x3e:
      return Level.SHIFT
    case 0x2b:
    case 0x2d:
      return Level.SUM
    case 0x2a:
      return two ? Level.POWER : Level.PRODUCT
    case 0x2f:
    case 0x25:
    case 0x40:
      return Level.PRODUCT
    default:
      return Level.NONE
  }
}

function isWordByte(c: u32): bool {
  return c >= 0x80 || c == 0x5f || (c >= 0x30 && c <= 0x39) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a)
}
/** Words that make the expression something else than an operation. */
function isWordOperator(p: usize, n: usize): bool {
  switch (<i32>n) {
    case 2:
      return isWord(p, 'or') || isWord(p, 'in') || isWord(p, 'is') || isWord(p, 'if')
    case 3:
      return isWord(p, 'and') || isWord(p, 'not') || isWord(p, 'for') || isWord(p, 'del')
    case 4:
      return isWord(p, 'else') || isWord(p, 'from')
    case 5:
      return isWord(p, 'yield') || isWord(p, 'raise')
    case 6:
      return isWord(p, 'lambda') || isWord(p, 'return') || isWord(p, 'assert') || isWord(p, 'import')
    default:
      return false
  }
}
function isWord(p: usize, word: string): bool {
  for (let i = 0; i < word.length; i++) if (<i32>load<u8>(p + <usize>i) != word.charCodeAt(i)) return false
  return true
}

function afterText(p: usize, at: usize, to: usize): usize {
  const quote = load<u8>(p + at)
  const long = at + 2 < to && load<u8>(p + at + 1) == quote && load<u8>(p + at + 2) == quote
  let i = at + (long ? 3 : 1)
  while (i < to) {
    const c = load<u8>(p + i)
    if (c == 0x5c) i++
    else if (c == quote && (!long || (i + 2 < to && load<u8>(p + i + 1) == quote && load<u8>(p + i + 2) == quote))) return i + (long ? 3 : 1)
    i++
  }
  return to
}
function afterBracket(p: usize, at: usize, to: usize): usize {
  let depth = 0
  let i = at
  while (i < to) {
    const c = load<u8>(p + i)
    if (c == 0x22 || c == 0x27) {
      i = afterText(p, i, to)
      continue
    }
    if (c == 0x28 || c == 0x5b || c == 0x7b) depth++
    else if (c == 0x29 || c == 0x5d || c == 0x7d) {
      if (--depth == 0) return i + 1
    }
    i++
  }
  return to
}
