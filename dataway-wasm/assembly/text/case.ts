// str.upper, lower, title, capitalize, swapcase and casefold on UTF-8 text: full mappings ('ß' becomes 'SS') and the final
// sigma. Lone surrogates stand as three bytes and stay as they are.

import { CASED, flagsOf, IGNORABLE, is, LOWER, toFolded, toLower, toTitle, toUpper, UPPER } from './unicode.ts'

export const TO_UPPER: i32 = 0
export const TO_LOWER: i32 = 1
export const TO_TITLE: i32 = 2
export const CAPITALIZE: i32 = 3
export const SWAP: i32 = 4
export const FOLD: i32 = 5

const SIGMA: u32 = 0x3a3
const FINAL_SIGMA: u32 = 0x3c2
const SMALL_SIGMA: u32 = 0x3c3

/** Bytes of the character that starts with this byte. */
// @ts-ignore: decorator
@inline function width(lead: u32): usize {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

function decode(p: usize): u32 {
  const lead: u32 = load<u8>(p)
  if (lead < 0x80) return lead
  const second: u32 = load<u8>(p, 1) & 0x3f
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second
  const third: u32 = load<u8>(p, 2) & 0x3f
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third
  return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (load<u8>(p, 3) & 0x3f)
}

function encode(code: u32, to: usize): usize {
  if (code < 0x80) {
    store<u8>(to, <u8>code)
    return to + 1
  }
  if (code < 0x800) {
    store<u8>(to, <u8>(0xc0 | (code >> 6)))
    store<u8>(to, <u8>(0x80 | (code & 0x3f)), 1)
    return to + 2
  }
  if (code < 0x10000) {
    store<u8>(to, <u8>(0xe0 | (code >> 12)))
    store<u8>(to, <u8>(0x80 | ((code >> 6) & 0x3f)), 1)
    store<u8>(to, <u8>(0x80 | (code & 0x3f)), 2)
    return to + 3
  }
  store<u8>(to, <u8>(0xf0 | (code >> 18)))
  store<u8>(to, <u8>(0x80 | ((code >> 12) & 0x3f)), 1)
  store<u8>(to, <u8>(0x80 | ((code >> 6) & 0x3f)), 2)
  store<u8>(to, <u8>(0x80 | (code & 0x3f)), 3)
  return to + 4
}

const forms: usize = memory.data(12, 4)

/** Bytes that `changeCase` may write for so many. */
export function changedRoom(bytes: u32): u32 {
  return bytes * 3
}

/** Writes the changed text from `start` to `end` and returns its end. */
export function changeCase(how: i32, start: usize, end: usize, to: usize): usize {
  let p = start
  let afterCased = false
  while (p < end) {
    const code = decode(p)
    let count: i32
    if (how == TO_UPPER) count = toUpper(code, forms)
    else if (how == FOLD) count = toFolded(code, forms)
    else if (how == TO_LOWER) count = lowerInPlace(code, start, p, end)
    else if (how == SWAP) {
      const flags = flagsOf(code)
      if (flags & UPPER) count = lowerInPlace(code, start, p, end)
      else if (flags & LOWER) count = toUpper(code, forms)
      else {
        store<u32>(forms, code)
        count = 1
      }
    } else if (how == CAPITALIZE) count = p == start ? toTitle(code, forms) : lowerInPlace(code, start, p, end)
    else {
      count = afterCased ? lowerInPlace(code, start, p, end) : toTitle(code, forms)
      // A character that is cased but passed over elsewhere still counts as cased here.
      afterCased = isCased(code)
    }
    for (let i = 0; i < count; i++) to = encode(load<u32>(forms + (<usize>i << 2)), to)
    p += width(load<u8>(p))
  }
  return to
}

function isCased(code: u32): bool {
  return is(code, CASED | UPPER | LOWER | 128)
}

function lowerInPlace(code: u32, start: usize, p: usize, end: usize): i32 {
  if (code != SIGMA) return toLower(code, forms)
  store<u32>(forms, isFinal(start, p, end) ? FINAL_SIGMA : SMALL_SIGMA)
  return 1
}

/** After a cased letter and before none, whatever is ignorable between. */
function isFinal(start: usize, p: usize, end: usize): bool {
  let q = p
  let before = false
  while (q > start) {
    do q--
    while ((load<u8>(q) & 0xc0) == 0x80)
    const flags = flagsOf(decode(q))
    if (flags & IGNORABLE) continue
    before = (flags & CASED) != 0
    break
  }
  if (!before) return false
  q = p + width(load<u8>(p))
  while (q < end) {
    const flags = flagsOf(decode(q))
    if (!(flags & IGNORABLE)) return (flags & CASED) == 0
    q += width(load<u8>(q))
  }
  return true
}
