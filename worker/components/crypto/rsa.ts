// RSA: OAEP and signatures by the platform's own cryptography; PKCS#1 v1.5 encryption (RFC 8017 7.2), which it does not offer.
import { fromBase64Url } from '../../model/base64url.ts'
import { toHex } from '../../model/hex.ts'
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
  if (content.length > size - 11)
    throw new Error(`it has ${content.length} bytes; ${size - 11} go with this key`)
  const block = new Uint8Array(size)
  const noise = block.subarray(2, size - content.length - 1)
  crypto.getRandomValues(noise)
  for (let n = 0; n < noise.length; n++)
    while (noise[n] === 0) crypto.getRandomValues(noise.subarray(n, n + 1))
  block[1] = 2
  block.set(content, size - content.length)
  return bytesOf(power(numberOf(block), e!, n!), size)
}

export async function rsaDecrypt(
  content: Uint8Array,
  pem: string,
  padding: RsaPadding,
  hash: string,
): Promise<Uint8Array> {
  const key = await imported(pem, 'decrypt', 'RSA-OAEP', hash)
  if (padding === 'OAEP') return new Uint8Array(await crypto.subtle.decrypt('RSA-OAEP', key, plain(content)))
  const { n, p, q, dp, dq, qi } = (await numbersOf(key)) as Required<Numbers>
  const size = byteLength(n)
  const c = numberOf(content)
  if (content.length !== size || c >= n) throw new Error('it is not of this key')
  // Chinese remainder: two small powers instead of a large one.
  const [a, b] = [power(c % p, dp, p), power(c % q, dq, q)]
  const block = bytesOf(b + q * (((((a - b) % p) + p) * qi) % p), size)
  const end = block.indexOf(0, 2)
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new Error('it is not of this key')
  return block.subarray(end + 1)
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

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
function numberOf(bytes: Uint8Array): bigint {
  return BigInt('0x0' + toHex(bytes))
}
function bytesOf(number: bigint, size: number): Uint8Array {
  const hex = number.toString(16).padStart(size * 2, '0')
  return Uint8Array.from({ length: size }, (_, n) => parseInt(hex.slice(2 * n, 2 * n + 2), 16))
}
function byteLength(number: bigint): number {
  return Math.ceil(number.toString(16).length / 2)
}
