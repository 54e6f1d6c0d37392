// The key of a cipher from what the user has: a password (PBKDF2, RFC 8018) or the key itself.
import { KeptReady } from '../../model/kept-ready.ts'
import { plain } from './symmetric.ts'

export interface Password {
  password: Uint8Array
  salt: Uint8Array
  iterations: number
  /** MD5, SHA1, SHA256, SHA384, SHA512. */
  hash: string
}

/** Keys that are kept for the next message: deriving one is slow on purpose. */
const MOST_KEPT = 8
const kept = new KeptReady<Uint8Array>(MOST_KEPT)

export function derived(from: Password, bytes: number): Promise<Uint8Array> {
  const name = JSON.stringify([[...from.password], [...from.salt], from.iterations, from.hash, bytes])
  return kept.of(name, () => derive(from, bytes))
}

async function derive({ password, salt, iterations, hash }: Password, bytes: number): Promise<Uint8Array> {
  if (hash === 'MD5') {
    const { pbkdf2, createMD5 } = await import('hash-wasm')
    const hashFunction = createMD5()
    return await pbkdf2({ password, salt, iterations, hashLength: bytes, hashFunction, outputType: 'binary' })
  }
  const base = await crypto.subtle.importKey('raw', plain(password), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', salt: plain(salt), iterations, hash: hash.replace('SHA', 'SHA-') }
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, bytes * 8))
}

/** The key itself: of one of the lengths, or with zeros up to the next one. */
export function given(key: Uint8Array, lengths: readonly number[], withZeros: boolean): Uint8Array {
  const length = lengths.find((one) => (withZeros ? one >= key.length : one === key.length))
  if (length === undefined) throw new Error(`it has ${key.length} bytes; ${lengths.join(' or ')} go`)
  const full = new Uint8Array(length)
  full.set(key)
  return full
}
