// Base64 of bytes, the same in Node and browsers. Standard alphabet with padding; decoding refuses anything else.
import { fault } from './fault.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const codes = new TextEncoder().encode(alphabet)
const padding = 61
const values = new Int8Array(128).fill(-1)
for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i

/** Where short texts are written: making a buffer costs more than they do. */
const SHORT = new Uint8Array(2048)
const decoder = new TextDecoder('latin1')

export function toBase64(bytes: Uint8Array): string {
  const length = Math.ceil(bytes.length / 3) * 4
  const text = length <= SHORT.length ? SHORT : new Uint8Array(length)
  let at = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const a = bytes[i]!
    const b = left > 1 ? bytes[i + 1]! : 0
    const c = left > 2 ? bytes[i + 2]! : 0
    text[at++] = codes[a >> 2]!
    text[at++] = codes[((a & 3) << 4) | (b >> 4)]!
    text[at++] = left > 1 ? codes[((b & 15) << 2) | (c >> 6)]! : padding
    text[at++] = left > 2 ? codes[c & 63]! : padding
  }
  return decoder.decode(text.subarray(0, length))
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
