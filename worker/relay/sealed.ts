// What waits on a relay's disk is sealed for the studio that will read it: ECDH on P-256 with a key made for each content (SP 800-56A),
// HKDF-SHA-256 (RFC 5869) bound to both public keys, AES-256-GCM (SP 800-38D). Whoever reads the disk later reads nothing: the relay
// has the public half only, and forgets its own private one at once.
import { joined } from '../model/bytes.ts'
import { toHex } from '../model/hex.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
/** An uncompressed point of P-256. */
const pointBytes = 65
/** Each key seals once. */
const once = new Uint8Array(12)
const purpose = new TextEncoder().encode('weft-sealed/1')

type Bytes = Uint8Array<ArrayBuffer>
export interface SealKeys {
  /** An uncompressed point. */
  publicKey: Bytes
  /** Cannot be read, in a browser neither by the page itself. */
  privateKey: CryptoKey
}

export async function newSealKeys(): Promise<SealKeys> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  return { publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)), privateKey }
}

/** Names a public key: 32 hex digits. Rejects with an error for what is none. */
export async function sealName(publicKey: Uint8Array): Promise<string> {
  await pointOf(publicKey)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey as Bytes))
  return toHex(hash.subarray(0, 16))
}

/** Only who has the private key of `publicKey` opens it. */
export async function seal(publicKey: Uint8Array, content: Uint8Array): Promise<Uint8Array> {
  const own = await newSealKeys()
  const key = await keyOf(own.privateKey, publicKey, own.publicKey, publicKey, 'encrypt')
  const hidden = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: once }, key, content as Bytes)
  return joined([own.publicKey, new Uint8Array(hidden)])
}

/** Rejects with an error for what was sealed for another, or changed since. */
export async function unseal({ publicKey, privateKey }: SealKeys, sealed: Uint8Array): Promise<Uint8Array> {
  const sender = sealed.subarray(0, pointBytes)
  const key = await keyOf(privateKey, sender, sender, publicKey, 'decrypt')
  const hidden = sealed.subarray(pointBytes) as Bytes
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: once }, key, hidden))
}

async function keyOf(
  own: CryptoKey,
  other: Uint8Array,
  sender: Uint8Array,
  reader: Uint8Array,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: await pointOf(other) }, own, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const salt = joined([sender, reader])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: purpose }
  return await crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [use])
}

async function pointOf(bytes: Uint8Array): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', bytes as Bytes, curve, false, [])
}
