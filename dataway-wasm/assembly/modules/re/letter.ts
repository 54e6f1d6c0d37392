// What single letters mean in patterns: flags and character classes.

import { Flag, SetBit } from './program.ts'

export function flagOf(code: u32): u32 {
  switch (code) {
    case 0x61:
      return Flag.ASCII
    case 0x69:
      return Flag.IGNORECASE
    case 0x4c:
      return Flag.LOCALE
    case 0x6d:
      return Flag.MULTILINE
    case 0x73:
      return Flag.DOTALL
    case 0x75:
      return Flag.UNICODE
    case 0x78:
      return Flag.VERBOSE
    default:
      return 0
  }
}

/** The set bit of \d \D \w \W \s \S, 0 for others. */
export function classBit(code: u32): u32 {
  switch (code) {
    case 0x64:
      return SetBit.DIGIT
    case 0x44:
      return SetBit.NOT_DIGIT
    case 0x77:
      return SetBit.WORD
    case 0x57:
      return SetBit.NOT_WORD
    case 0x73:
      return SetBit.SPACE
    case 0x53:
      return SetBit.NOT_SPACE
    default:
      return 0
  }
}

export function isLetter(code: u32): bool {
  return (code | 0x20) - 0x61 < 26
}
