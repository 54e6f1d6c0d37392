// The key of one message, encrypted for those who may read it (RFC 4880, 5.1; RFC 6637 for Curve25519).
import { joined } from '../../../model/bytes.ts'
import { KeyError } from '../rsa.ts'
import { byteLength, bytesOf, numberOf, pkcs1Padded, pkcs1Unpadded, power, rsaCrt } from '../rsa-number.ts'
import { plain } from '../symmetric.ts'
import { cipherOf } from './ciphers.ts'
import { curveJwk, digest, ECDH, type PgpKey, RSA, type Secret } from './keys.ts'
import { large, numberBytes, packet, Reader, TAG } from './packets.ts'

export interface SessionKey {
  cipher: number
  key: Uint8Array
}

/** The packet that gives one of them the key. */
export async function sealedKey({ cipher, key }: SessionKey, to: PgpKey): Promise<Uint8Array> {
  const sum = key.reduce((sum, byte) => (sum + byte) & 0xffff, 0)
  const content = joined([Uint8Array.of(cipher), key, numberBytes(sum, 2)])
  const head = joined([Uint8Array.of(3), to.fingerprint.subarray(12), Uint8Array.of(to.algorithm)])
  if (to.algorithm === RSA) {
    const [n, e] = [numberOf(to.rsa!.n), numberOf(to.rsa!.e)]
    const size = byteLength(n)
    const sealed = bytesOf(power(numberOf(pkcs1Padded(content, size)), e, n), size)
    return packet(TAG.sessionKey, head, large(sealed))
  }
  const own = (await crypto.subtle.generateKey({ name: 'X25519' }, true, ['deriveBits'])) as CryptoKeyPair
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  const theirs = await crypto.subtle.importKey('jwk', curveJwk('X25519', to.curve!.point), 'X25519', false, []) // prettier-ignore
  const wrapping = await wrappingKey(own.privateKey, theirs, to)
  const missing = 8 - (content.length % 8)
  const padded = joined([content, new Uint8Array(missing).fill(missing)])
  const carrier = await crypto.subtle.importKey('raw', plain(padded), hmac, true, ['sign'])
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', carrier, wrapping, 'AES-KW'))
  return packet(TAG.sessionKey, head, large(joined([Uint8Array.of(0x40), point])), Uint8Array.of(wrapped.length), wrapped) // prettier-ignore
}

/** Throws an Error when it is not for this key. */
export async function openedKey(body: Uint8Array, key: PgpKey, secret: Secret): Promise<SessionKey> {
  const reader = new Reader(body)
  reader.take(10)
  const content = key.algorithm === RSA ? openedByRsa(reader, secret) : await openedByCurve(reader, key, secret) // prettier-ignore
  const end = content.length - 2
  const session = { cipher: content[0]!, key: content.subarray(1, end) }
  const sum = session.key.reduce((sum, byte) => (sum + byte) & 0xffff, 0)
  if (
    sum !== content[end]! * 256 + content[end + 1]! ||
    session.key.length !== cipherOf(session.cipher).keyBytes
  )
    // prettier-ignore
    throw new Error('it is not for this key')
  return session
}

function openedByRsa(reader: Reader, { rsa }: Secret): Uint8Array {
  const size = byteLength(rsa!.n)
  return pkcs1Unpadded(rsaCrt(bytesOf(numberOf(reader.large()), size), rsa!))
}

async function openedByCurve(reader: Reader, key: PgpKey, secret: Secret): Promise<Uint8Array> {
  const point = reader.large().subarray(1)
  const wrapped = reader.take(reader.number())
  const own = await crypto.subtle.importKey('jwk', curveJwk('X25519', key.curve!.point, secret.curve), 'X25519', false, ['deriveBits']) // prettier-ignore
  const theirs = await crypto.subtle.importKey('jwk', curveJwk('X25519', point), 'X25519', false, [])
  const wrapping = await wrappingKey(own, theirs, key)
  const carrier = await crypto.subtle.unwrapKey('raw', plain(wrapped), wrapping, 'AES-KW', hmac, true, ['sign']) // prettier-ignore
  const padded = new Uint8Array(await crypto.subtle.exportKey('raw', carrier))
  return padded.subarray(0, padded.length - padded.at(-1)!)
}

/** A key of any length, for the platform wraps nothing but keys. */
const hmac = { name: 'HMAC', hash: 'SHA-256' }

/** RFC 6637, 7 and 8. */
async function wrappingKey(own: CryptoKey, theirs: CryptoKey, of: PgpKey): Promise<CryptoKey> {
  const { oid, kdf } = of.curve!
  if (!kdf || !kdf.cipher) throw new KeyError('it does not say how its secret becomes a key')
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: theirs }, own, 256))
  const sender = new TextEncoder().encode('Anonymous Sender    ')
  const parameters = [Uint8Array.of(oid.length), oid, Uint8Array.of(ECDH, 3, 1, kdf.hash, kdf.cipher), sender, of.fingerprint] // prettier-ignore
  const bytes = await digest(kdf.hash, joined([numberBytes(1, 4), shared, ...parameters]))
  const key = bytes.slice(0, cipherOf(kdf.cipher).keyBytes)
  return await crypto.subtle.importKey('raw', key, 'AES-KW', false, ['wrapKey', 'unwrapKey'])
}
