// The module _binascii: base64 and hexadecimal text, CRC-32. Mistakes in the text are returned as a str that says what is
// wrong; library/binascii.py raises its own error with it.

import { arg } from '../../builtins/bind.ts'
import { charge, reserve } from '../../memory/limits.ts'
import { bytesLength, bytesOf, roomForBytes } from '../../text/bytes.ts'
import { strOf } from '../../text/str.ts'
import { Kind } from '../../value/object.ts'
import { boxHeap, boxInt, ERROR, intOf, True, Value } from '../../value/value.ts'

const LETTERS: usize = memory.data<u8>([
  65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 97, 98, 99, 100,
  101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 48, 49, 50,
  51, 52, 53, 54, 55, 56, 57, 43, 47,
])

// @ts-ignore: decorator
@inline function letter(n: u32): u8 {
  return load<u8>(LETTERS + <usize>(n & 63))
}

/// _binascii.to_base64(data, newline, /) -> bytes
/// Base64 text of bytes.
export function toBase64(args: usize): Value {
  const data = arg(args, 0)
  const length = bytesLength(data)
  if (!reserve(<u64>length * 2)) return ERROR
  const newline = arg(args, 1) == True
  const result = roomForBytes(Kind.BYTES, ((length + 2) / 3) * 4 + u32(newline))
  let p = bytesOf(data)
  const end = p + length
  let to = bytesOf(boxHeap(result))
  while (p + 3 <= end) {
    const n = ((<u32>load<u8>(p)) << 16) | ((<u32>load<u8>(p, 1)) << 8) | load<u8>(p, 2)
    store<u8>(to, letter(n >> 18))
    store<u8>(to, letter(n >> 12), 1)
    store<u8>(to, letter(n >> 6), 2)
    store<u8>(to, letter(n), 3)
    p += 3
    to += 4
  }
  if (p < end) {
    const two = p + 1 < end
    const n = ((<u32>load<u8>(p)) << 16) | (two ? (<u32>load<u8>(p, 1)) << 8 : 0)
    store<u8>(to, letter(n >> 18))
    store<u8>(to, letter(n >> 12), 1)
    store<u8>(to, two ? letter(n >> 6) : 61, 2)
    store<u8>(to, 61, 3)
    to += 4
  }
  if (newline) store<u8>(to, 10)
  return boxHeap(result)
}

/** The six bits of a base64 letter, 64 for other bytes. */
function valueOf(c: u32): u32 {
  if (c - 65 < 26) return c - 65
  if (c - 97 < 26) return c - 71
  if (c - 48 < 10) return c + 4
  return c == 43 ? 62 : c == 47 ? 63 : 64
}

/// _binascii.from_base64(data, strict, /) -> bytes | str
/// The bytes of base64 text; unless strict, other characters are passed over.
export function fromBase64(args: usize): Value {
  const data = arg(args, 0)
  const length = bytesLength(data)
  if (!reserve(length)) return ERROR
  const strict = arg(args, 1) == True
  const room = roomForBytes(Kind.BYTES, (length / 4 + 1) * 3)
  const start = bytesOf(boxHeap(room))
  let to = start
  const p = bytesOf(data)
  if (strict && length > 0 && load<u8>(p) == 61) return strOf('Leading padding not allowed')
  let held: u32 = 0
  let place = 0
  let pads = 0
  let padded = false
  let i: u32 = 0
  for (; i < length; i++) {
    const c: u32 = load<u8>(p + i)
    if (c == 61) {
      padded = true
      if (place >= 2 && place + ++pads >= 4) {
        if (strict && i + 1 < length) return strOf('Excess data after padding')
        store<u32>(room, <u32>(to - start), 8)
        return boxHeap(room)
      }
      continue
    }
    const v = valueOf(c)
    if (v > 63) {
      if (strict) return strOf('Only base64 data is allowed')
      continue
    }
    if (strict && padded) return strOf('Discontinuous padding not allowed')
    pads = 0
    if (place == 0) held = v
    else {
      const shift = 6 - place * 2
      store<u8>(to++, <u8>((held << (place * 2)) | (v >> shift)))
      held = v & ((1 << shift) - 1)
    }
    place = (place + 1) & 3
  }
  if (place == 1) {
    const count = (<i32>(to - start) / 3) * 4 + 1
    return strOf(
      'Invalid base64-encoded string: number of data characters (' + count.toString() + ') cannot be 1 more than a multiple of 4',
    )
  }
  if (place != 0) return strOf('Incorrect padding')
  store<u32>(room, <u32>(to - start), 8)
  return boxHeap(room)
}

/// _binascii.crc32(data, start, /) -> int
/// The CRC-32 of bytes, going on from a former result.
export function crc32(args: usize): Value {
  const data = arg(args, 0)
  const length = bytesLength(data)
  if (!charge(<i64>length)) return ERROR
  let crc = ~(<u32>intOf(arg(args, 1)))
  const p = bytesOf(data)
  for (let i: u32 = 0; i < length; i++) {
    crc ^= <u32>load<u8>(p + i)
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1
  }
  return boxInt(<i64>~crc)
}
