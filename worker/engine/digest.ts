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

/** Parts that are longer together take the way of digestText. */
const quickLength = 60_000

/** Digest of a set of texts, the same for any order. */
export class DigestSum {
  #high = 0
  #low = 0
  #count = 0
  /** Adds the text that the parts make together; plain ASCII costs no copy of it. */
  add(...parts: string[]): void {
    const digest = new Digest()
    let length = 0
    let isPlain = true
    for (const part of parts) {
      length += part.length
      isPlain &&= digest.addAscii(part)
    }
    if (!isPlain || length > quickLength) return this.#addText(parts.join(''))
    const [high, low] = digest.words(length)
    this.#sum(high, low)
  }
  #addText(text: string): void {
    const digest = digestText(text)
    this.#sum(parseInt(digest.slice(0, 8), 16), parseInt(digest.slice(8), 16))
  }
  #sum(high: number, low: number): void {
    this.#high = (this.#high + high) >>> 0
    this.#low = (this.#low + low) >>> 0
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
  /** False when the text has other characters: its digest is then not made. */
  addAscii(text: string): boolean {
    let a = this.#a
    let b = this.#b
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 127) return false
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x5bd1e995)
      b = (b << 13) | (b >>> 19)
    }
    this.#a = a
    this.#b = b
    return true
  }
  text(length: number): string {
    const [a, b] = this.words(length)
    return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0')
  }
  words(length: number): [number, number] {
    let a = Math.imul(this.#a ^ length, 0x85ebca6b)
    let b = Math.imul(this.#b ^ length, 0xc2b2ae35)
    a ^= a >>> 15
    b = Math.imul(b ^ (b >>> 13) ^ a, 0x9e3779b1)
    a = Math.imul(a ^ (b >>> 16), 0x85ebca77)
    return [a >>> 0, b >>> 0]
  }
}
