// What a paired studio proves itself with: it signs the relay's nonce, bound to the relay, its own origin and a time.
// ECDSA P-256 over SHA-256 (FIPS 186-5), the key not extractable in a browser.
import { toHex } from '../model/hex.ts'

export const proofAlgorithm = { name: 'ECDSA', hash: 'SHA-256' } as const
export const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

export interface Proven {
  relay: string
  origin: string
  nonce: string
  clientNonce: string
  /** Milliseconds since the epoch. */
  expires: number
}

/** The bytes that are signed. */
export function proofOf({ relay, origin, nonce, clientNonce, expires }: Proven): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(['weft-relay/1', relay, origin, nonce, clientNonce, expires].join('\n'))
}

/** Four groups of the SHA-256 of the public key: shown on both sides, so that a person can compare. */
export async function fingerprintOf(jwk: JsonWebKey): Promise<string> {
  const text = new TextEncoder().encode(`${jwk.x}.${jwk.y}`)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return toHex(hash.subarray(0, 8)).match(/.{4}/g)!.join(' ')
}
