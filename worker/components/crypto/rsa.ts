// RSA: OAEP and signatures by the platform's own cryptography; PKCS#1 v1.5 encryption (RFC 8017 7.2), which it does not offer.
import { fromBase64Url } from '../../model/base64url.ts'
import { byteLength, bytesOf, numberOf, pkcs1Padded, pkcs1Unpadded, power, rsaCrt } from './rsa-number.ts'
import { keyOf } from './rsa-key.ts'
import { plain } from './symmetric.ts'

export type RsaPadding = 'PKCS1' | 'OAEP'
type Way = 'encrypt' | 'decrypt' | 'sign' | 'verify'

/** Throws an Error that says why it does not go. */
export async function rsaEncrypt(
  content: Uint8Array,
  pem: string,
  padding: RsaPadding,
  hash: string,
): Promise<Uint8Array> {
  const key = await imported(pem, 'encrypt', 'RSA-OAEP', hash)
  if (padding === 'OAEP') return new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', key, plain(content)))
  const { n, e } = await numbersOf(key)
  const size = byteLength(n!)
  return bytesOf(power(numberOf(pkcs1Padded(content, size)), e!, n!), size)
}

export async function rsaDecrypt(
  content: Uint8Array,
  pem: string,
  padding: RsaPadding,
  hash: string,
): Promise<Uint8Array> {
  const key = await imported(pem, 'decrypt', 'RSA-OAEP', hash)
  if (padding === 'OAEP') return new Uint8Array(await crypto.subtle.decrypt('RSA-OAEP', key, plain(content)))
  return pkcs1Unpadded(rsaCrt(content, (await numbersOf(key)) as Required<Numbers>))
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

export class KeyError extends Error {}

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

interface Numbers {
  n?: bigint
  e?: bigint
  p?: bigint
  q?: bigint
  dp?: bigint
  dq?: bigint
  qi?: bigint
}
async function numbersOf(key: CryptoKey): Promise<Numbers> {
  const jwk = await crypto.subtle.exportKey('jwk', key)
  const read = (text: string | undefined): bigint | undefined =>
    text === undefined ? undefined : numberOf(fromBase64Url(text)!)
  return { n: read(jwk.n), e: read(jwk.e), p: read(jwk.p), q: read(jwk.q), dp: read(jwk.dp), dq: read(jwk.dq), qi: read(jwk.qi) } // prettier-ignore
}
