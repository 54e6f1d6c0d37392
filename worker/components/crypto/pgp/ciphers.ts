// The ciphers of OpenPGP (RFC 4880, 9.2) in its mode CFB: each block is the cipher of the block before it, laid over the content.
import { Aes } from '../aes.ts'
import { TripleDes } from '../des.ts'
import { Cast5 } from './cast5.ts'

interface Known {
  id: number
  keyBytes: number
  make(key: Uint8Array): { readonly blockSize: number; encrypt(block: Uint8Array): void }
}
export type PgpCipher = '3DES' | 'CAST5' | 'AES128' | 'AES192' | 'AES256'

export const ciphers: Record<PgpCipher, Known> = {
  '3DES': { id: 2, keyBytes: 24, make: (key) => new TripleDes(key) },
  CAST5: { id: 3, keyBytes: 16, make: (key) => new Cast5(key) },
  AES128: { id: 7, keyBytes: 16, make: (key) => new Aes(key) },
  AES192: { id: 8, keyBytes: 24, make: (key) => new Aes(key) },
  AES256: { id: 9, keyBytes: 32, make: (key) => new Aes(key) },
}
export function cipherOf(id: number): Known {
  const found = Object.values(ciphers).find((one) => one.id === id)
  if (!found) throw new Error(`the cipher ${id} of OpenPGP is not offered`)
  return found
}

/** Bytes between two looks at whether the run was cancelled. */
const PIECE = 128 * 1024

/** A new array; `signal`: its run may be cancelled meanwhile. `iv`: absent, zeros. */
export async function cfb(
  way: 'encrypt' | 'decrypt',
  content: Uint8Array,
  { make }: Known,
  key: Uint8Array,
  iv?: Uint8Array,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const cipher = make(key)
  const size = cipher.blockSize
  const result = new Uint8Array(content.length)
  const block = new Uint8Array(size)
  if (iv) block.set(iv)
  for (let at = 0; at < content.length; at += size) {
    cipher.encrypt(block)
    const count = Math.min(size, content.length - at)
    for (let n = 0; n < count; n++) {
      const over = content[at + n]! ^ block[n]!
      result[at + n] = over
      block[n] = way === 'encrypt' ? over : content[at + n]!
    }
    if (at > 0 && at % PIECE === 0) {
      await new Promise((later) => setTimeout(later, 0))
      signal?.throwIfAborted()
    }
  }
  return result
}
