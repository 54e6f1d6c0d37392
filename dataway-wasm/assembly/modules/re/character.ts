// Characters as patterns see them: UTF-8 or plain bytes, folding, and whether one lies in a set.

import { SetBit } from './program.ts'
import { ALNUM, DECIMAL, is, simpleLower, simpleUpper, SPACE } from '../../text/unicode.ts'

/** One form for all that differ only in case. */
export function folded(code: u32, ascii: bool): u32 {
  if (code < 128) return code - 0x41 < 26 ? code + 32 : code
  return ascii ? code : simpleLower(simpleUpper(code))
}

export function isDigit(code: u32, ascii: bool): bool {
  if (code < 128) return code - 0x30 < 10
  return !ascii && is(code, DECIMAL)
}

export function isWord(code: u32, ascii: bool): bool {
  if (code < 128) return code - 0x30 < 10 || (code | 0x20) - 0x61 < 26 || code == 0x5f
  return !ascii && is(code, ALNUM)
}

export function isSpace(code: u32, ascii: bool): bool {
  // str patterns count the four separators 0x1c…0x1f as white space, bytes and ASCII ones do not.
  if (code < 128) return code == 32 || code - 9 < 5 || (!ascii && code - 0x1c < 4)
  return !ascii && is(code, SPACE)
}

/** Membership by ranges and classes alone, without negation and bitmap. */
export function inRanges(code: u32, bits: u32, ranges: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) {
    const range = ranges + (<usize>i << 3)
    if (code >= load<u32>(range) && code <= load<u32>(range, 4)) return true
  }
  if (!(bits & 0xfc)) return false
  const ascii = (bits & SetBit.ASCII) != 0
  if (bits & SetBit.DIGIT && isDigit(code, ascii)) return true
  if (bits & SetBit.NOT_DIGIT && !isDigit(code, ascii)) return true
  if (bits & SetBit.WORD && isWord(code, ascii)) return true
  if (bits & SetBit.NOT_WORD && !isWord(code, ascii)) return true
  if (bits & SetBit.SPACE && isSpace(code, ascii)) return true
  return (bits & SetBit.NOT_SPACE) != 0 && !isSpace(code, ascii)
}

/** The whole rule, slow: used to fill bitmaps and for characters beyond ASCII. */
export function inSet(code: u32, bits: u32, ranges: usize, count: u32): bool {
  let found = inRanges(code, bits, ranges, count)
  if (!found && bits & SetBit.FOLDED) {
    const ascii = (bits & SetBit.ASCII) != 0
    const low = ascii ? folded(code, true) : simpleLower(code)
    const high = ascii ? (code - 0x61 < 26 ? code - 32 : code) : simpleUpper(code)
    found =
      (low != code && inRanges(low, bits, ranges, count)) ||
      (high != code && inRanges(high, bits, ranges, count)) ||
      (!ascii && (inRanges(folded(code, false), bits, ranges, count) || inRanges(simpleUpper(low), bits, ranges, count)))
    // The two letters whose other forms lie beyond ASCII: s with the long s, k with the Kelvin sign.
    if (!found && !ascii) {
      if ((code | 0x20) == 0x73) found = inRanges(0x17f, bits, ranges, count)
      else if ((code | 0x20) == 0x6b) found = inRanges(0x212a, bits, ranges, count)
    }
  }
  return found != ((bits & SetBit.NEGATED) != 0)
}

/** Bytes of the UTF-8 character that begins with this one. */
// @ts-ignore: decorator
@inline export function widthOf(lead: u32): u32 {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/** The code point of the UTF-8 character at p. */
export function codeAt(p: usize): u32 {
  const lead: u32 = load<u8>(p)
  if (lead < 0x80) return lead
  const second: u32 = load<u8>(p, 1) & 0x3f
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second
  const third: u32 = load<u8>(p, 2) & 0x3f
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third
  return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (load<u8>(p, 3) & 0x3f)
}
