// RSA: OAEP and signatures by the platform's own cryptography; PKCS#1 v1.5 encryption (RFC 8017 7.2), which it does not offer.
import { KeyError } from './key-error.ts'
import { keyOf } from './rsa-key.ts'
import { plain } from './symmetric.ts'

export type RsaPadding = 'PKCS1' | 'OAEP'
type Way = 'encrypt' | 'decrypt' | 'sign' | 'verify'

/** Loaded by those who use it. */
const forge = () => import('./forge.ts')

/** Throws an Error that says why it does not go. */
export async function rsaEncrypt(
  content: Uint8Array,
  pem: string,
  padding: RsaPadding,
  hash: string,
): Promise<Uint8Array> {
  const key = await imported(pem, 'encrypt', 'RSA-OAEP', hash)
  if (padding === 'OAEP') return new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', key, plain(content)))
  return (await forge()).pkcs1Encrypt(content, await crypto.subtle.exportKey('jwk', key))
}

export async function rsaDecrypt(
  content: Uint8Array,
  pem: string,
  padding: RsaPadding,
  hash: string,
): Promise<Uint8Array> {
  const key = await imported(pem, 'decrypt', 'RSA-OAEP', hash)
  if (padding === 'OAEP') return new Uint8Array(await crypto.subtle.decrypt('RSA-OAEP', key, plain(content)))
  return (await forge()).pkcs1Decrypt(content, await crypto.subtle.exportKey('jwk', key))
}

export async function rsaSign(content: Uint8Array, pem: string, hash: string): Promise<Uint8Array> {
  const key = await imported(pem, 'sign', 'RSASSA-PKCS1-v1_5', hash)
  return new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, plain(content)))
}
export async function rsaVerify(
  content: Uint8Array,
  signature: Uint8Array,
  pem: string,
  hash: string,
): Promise<boolean> {
  const key = await imported(pem, 'verify', 'RSASSA-PKCS1-v1_5', hash)
  return await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, plain(signature), plain(content))
}

async function imported(pem: string, way: Way, name: string, hash: string): Promise<CryptoKey> {
  const form = way === 'decrypt' || way === 'sign' ? 'pkcs8' : 'spki'
  try {
    return await crypto.subtle.importKey(
      form,
      plain(keyOf(pem, form)),
      { name, hash: hashName(hash) },
      true,
      [way],
    )
  } catch (thrown) {
    throw new KeyError((thrown as Error).message || 'it cannot be read')
  }
}
function hashName(hash: string): string {
  return hash.replace(/^SHA-?/, 'SHA-')
}
