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

/** 64 bits that stand for a text, in two halves. */
export interface Hash {
  readonly a: number
  readonly b: number
}

/** Texts and hashes in their order as one hash. */
export class Chain implements Hash {
  a = 0x9e3779b9 | 0
  b = 0x85ebca6b | 0
  text(text: string): this {
    let { a, b } = this
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x5bd1e995)
      b = (b << 13) | (b >>> 19)
    }
    this.a = a
    this.b = b
    return this.#part(text.length)
  }
  hash({ a, b }: Hash): this {
    return this.#part(a).#part(b)
  }
  #part(n: number): this {
    this.a = Math.imul(this.a ^ n, 0x01000193) ^ (n >>> 15)
    const b = Math.imul(this.b ^ n, 0x5bd1e995)
    this.b = (b << 13) | (b >>> 19)
    return this
  }
  /** 16 hex digits. */
  get hex(): string {
    return hex(this.a) + hex(this.b)
  }
}

/** What the digests of this Weft begin with: those of another kind say nothing about each other. */
const kind = '3:'

/** Digest of a set of hashes, the same for any order. */
export class DigestSum {
  #a = 0
  #b = 0
  #count = 0
  add(hash: Hash): void {
    const b = Math.imul(hash.b ^ (hash.b >>> 13) ^ hash.a, 0x9e3779b1)
    this.#a = (this.#a + Math.imul(hash.a ^ (b >>> 16), 0x85ebca77)) | 0
    this.#b = (this.#b + b) | 0
    this.#count++
  }
  get text(): string {
    return `${kind}${this.#count}-${hex(this.#a)}${hex(this.#b)}`
  }
}
/** Whether a recorded digest can be compared with one that is made now. */
export function isComparable(digest: string): boolean {
  return digest.startsWith(kind)
}

const bytesInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The 8 digits of 32 bits. */
function hex(n: number): string {
  return (
    bytesInHex[n >>> 24]! +
    bytesInHex[(n >>> 16) & 255]! +
    bytesInHex[(n >>> 8) & 255]! +
    bytesInHex[n & 255]!
  )
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
    return hex(a) + hex(b)
  }
}
