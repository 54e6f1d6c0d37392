// Base64 of bytes, the same in Node and browsers. Standard alphabet with padding; decoding refuses anything else.
import { fault } from './fault.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Int8Array(128).fill(-1)
for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  // In pieces, because one string grown by four characters at a time is slow for megabytes.
  for (let start = 0; start < bytes.length; start += 12288) {
    const end = Math.min(start + 12288, bytes.length)
    let piece = ''
    for (let i = start; i < end; i += 3) {
      const a = bytes[i]!
      const b = i + 1 < end ? bytes[i + 1]! : 0
      const c = i + 2 < end ? bytes[i + 2]! : 0
      piece += alphabet[a >> 2]! + alphabet[((a & 3) << 4) | (b >> 4)]!
      piece += i + 1 < end ? alphabet[((b & 15) << 2) | (c >> 6)]! : '='
      piece += i + 2 < end ? alphabet[c & 63]! : '='
    }
    pieces.push(piece)
  }
  return pieces.join('')
}

/** Throws CODEC:BASE64 for text that is not base64. */
export function fromBase64(text: string): Uint8Array {
  const clean = text.replace(/=+$/, '')
  if (text.length % 4 !== 0 || clean.length % 4 === 1 || text.length - clean.length > 2) throw bad()
  const bytes = new Uint8Array((clean.length * 3) >> 2)
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < clean.length; i++) {
    const code = clean.charCodeAt(i)
    const value = code < 128 ? values[code]! : -1
    if (value < 0) throw bad()
    bits = (bits << 6) | value
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = (bits >> held) & 255
    }
  }
  return bytes
}

function bad() {
  return fault('CODEC:BASE64', 'The text is not base64.')
}
