// RSA with numbers (RFC 8017): what the platform's own cryptography does not offer, encryption with the padding of PKCS#1 v1.5.
import { toHex } from '../../model/hex.ts'

/** A private key in the form of the Chinese remainder theorem: `qi` is the inverse of q modulo p. */
export interface CrtKey {
  n: bigint
  p: bigint
  q: bigint
  dp: bigint
  dq: bigint
  qi: bigint
}

/** The block of a content, decrypted but padded still. Throws an Error for what is not of this key. */
export function rsaCrt(content: Uint8Array, { n, p, q, dp, dq, qi }: CrtKey): Uint8Array {
  const size = byteLength(n)
  const c = numberOf(content)
  if (content.length !== size || c >= n) throw new Error('it is not of this key')
  // Two small powers instead of a large one.
  const [a, b] = [power(c % p, dp, p), power(c % q, dq, q)]
  return bytesOf(b + q * (((((a - b) % p) + p) * qi) % p), size)
}

/** Throws an Error that says how long it may be. */
export function pkcs1Padded(content: Uint8Array, size: number): Uint8Array {
  if (content.length > size - 11)
    throw new Error(`it has ${content.length} bytes; ${size - 11} go with this key`)
  const block = new Uint8Array(size)
  const noise = block.subarray(2, size - content.length - 1)
  crypto.getRandomValues(noise)
  for (let n = 0; n < noise.length; n++)
    while (noise[n] === 0) crypto.getRandomValues(noise.subarray(n, n + 1))
  block[1] = 2
  block.set(content, size - content.length)
  return block
}

export function pkcs1Unpadded(block: Uint8Array): Uint8Array {
  const end = block.indexOf(0, 2)
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new Error('it is not of this key')
  return block.subarray(end + 1)
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
export function numberOf(bytes: Uint8Array): bigint {
  return BigInt('0x0' + toHex(bytes))
}
export function bytesOf(number: bigint, size: number): Uint8Array {
  const hex = number.toString(16).padStart(size * 2, '0')
  return Uint8Array.from({ length: size }, (_, n) => parseInt(hex.slice(2 * n, 2 * n + 2), 16))
}
export function byteLength(number: bigint): number {
  return Math.ceil(number.toString(16).length / 2)
}
