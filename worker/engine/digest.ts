// A quick 64-bit digest of bytes: tells values apart in an event log. Not for security.

/** 16 hex digits, from every byte up to 64 KiB; of longer ones from the start, the end and pieces between. */
export function digestBytes(bytes: Uint8Array): string {
  const digest = new Digest()
  const whole = 65_536
  if (bytes.length <= whole) digest.add(bytes, 0, bytes.length)
  else {
    digest.add(bytes, 0, whole / 2)
    digest.add(bytes, bytes.length - whole / 4, bytes.length)
    const gap = Math.floor(bytes.length / 64)
    for (let at = whole / 2; at + 256 < bytes.length; at += gap) digest.add(bytes, at, at + 256)
  }
  return digest.text(bytes.length)
}

const encoder = new TextEncoder()

export function digestText(text: string): string {
  return digestBytes(encoder.encode(text))
}

/** Digest of a set of texts, the same for any order. */
export class DigestSum {
  #high = 0
  #low = 0
  #count = 0
  add(text: string): void {
    const digest = digestText(text)
    this.#high = (this.#high + parseInt(digest.slice(0, 8), 16)) >>> 0
    this.#low = (this.#low + parseInt(digest.slice(8), 16)) >>> 0
    this.#count++
  }
  get text(): string {
    const hex = (n: number) => n.toString(16).padStart(8, '0')
    return `${this.#count}-${hex(this.#high)}${hex(this.#low)}`
  }
}

class Digest {
  #a = 0x9e3779b9
  #b = 0x85ebca6b
  add(bytes: Uint8Array, from: number, to: number): void {
    let a = this.#a
    let b = this.#b
    for (let i = from; i < to; i++) {
      a = Math.imul(a ^ bytes[i]!, 0x01000193)
      b = Math.imul(b ^ bytes[i]!, 0x5bd1e995)
      b = (b << 13) | (b >>> 19)
    }
    this.#a = a
    this.#b = b
  }
  text(length: number): string {
    let a = Math.imul(this.#a ^ length, 0x85ebca6b)
    let b = Math.imul(this.#b ^ length, 0xc2b2ae35)
    a ^= a >>> 15
    b = Math.imul(b ^ (b >>> 13) ^ a, 0x9e3779b1)
    a = Math.imul(a ^ (b >>> 16), 0x85ebca77)
    return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
  }
}
