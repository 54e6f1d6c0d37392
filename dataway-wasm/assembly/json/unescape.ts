// The text of a JSON string literal that has backslashes. The literal was checked when it was read. Surrogate pairs
// become one code point; a lone surrogate stays one, as in Python.
import { roomForStr, strBytes, finishStr } from '../text/str.ts'
import { encodeCodePoint } from '../text/builder.ts'
import { Value } from '../value/value.ts'

export function unescapeString(p: usize, n: usize): Value {
  const s = roomForStr(n)
  let to = strBytes(s)
  const end = p + n
  while (p < end) {
    const c = <u32>load<u8>(p)
    if (c != 0x5c) {
      store<u8>(to++, <u8>c)
      p++
      continue
    }
    const e = <u32>load<u8>(p, 1)
    p += 2
    if (e != 0x75) {
      store<u8>(to++, <u8>(e == 0x6e ? 10 : e == 0x74 ? 9 : e == 0x72 ? 13 : e == 0x62 ? 8 : e == 0x66 ? 12 : e))
      continue
    }
    let code = hex4(p)
    p += 4
    if (code >= 0xd800 && code < 0xdc00 && p + 6 <= end && load<u8>(p) == 0x5c && load<u8>(p, 1) == 0x75) {
      const low = hex4(p + 2)
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        p += 6
      }
    }
    to += <usize>encodeCodePoint(to, code)
  }
  store<u32>(s, <u32>(to - strBytes(s)), 8)
  return finishStr(s)
}

function hex4(p: usize): u32 {
  return (hexDigit(load<u8>(p)) << 12) | (hexDigit(load<u8>(p, 1)) << 8) | (hexDigit(load<u8>(p, 2)) << 4) | hexDigit(load<u8>(p, 3))
}
/** The value of a hexadecimal digit, 255 for anything else. */
export function hexDigit(c: u32): u32 {
  if (c - 48 <= 9) return c - 48
  const l = c | 32
  return l - 97 <= 5 ? l - 87 : 255
}
