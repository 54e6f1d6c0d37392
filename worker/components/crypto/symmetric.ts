// Encryption with one key: AES, DES and Triple DES in the modes CBC, ECB and (AES only) GCM.
import { Aes } from './aes.ts'
import { TripleDes } from './des.ts'

export type Cipher = 'AES' | 'DES' | '3DES'
export type Mode = 'CBC' | 'ECB' | 'GCM'
export type Padding = 'PKCS5' | 'PKCS7' | 'ZERO' | 'NO'

interface BlockCipher {
  readonly blockSize: number
  /** In place. */
  encrypt(block: Uint8Array): void
  decrypt(block: Uint8Array): void
}
export interface Settings {
  cipher: Cipher
  mode: Mode
  padding: Padding
  key: Uint8Array
  /** Empty for ECB. */
  iv: Uint8Array
}

/** Bytes of a key, the longest last. */
export const keyLengths: Record<Cipher, number[]> = { AES: [16, 24, 32], DES: [8], '3DES': [24] }

/** Bytes that an initialization vector has. */
export function ivLength(cipher: Cipher, mode: Mode): number {
  if (mode === 'ECB') return 0
  if (mode === 'GCM') return 12
  return cipher === 'AES' ? 16 : 8
}

/** Throws an Error that says why it does not go. */
export async function encrypt(content: Uint8Array, settings: Settings): Promise<Uint8Array> {
  if (isOfPlatform(settings)) return await byPlatform('encrypt', content, settings)
  const cipher = cipherOf(settings)
  const bytes = padded(content, cipher.blockSize, settings.padding)
  let before: Uint8Array = settings.iv
  for (let at = 0; at < bytes.length; at += cipher.blockSize) {
    const block = bytes.subarray(at, at + cipher.blockSize)
    if (settings.mode === 'CBC') xor(block, before)
    cipher.encrypt(block)
    before = block
  }
  return bytes
}

/** Throws an Error where the content was not made with these settings, as far as that can be seen. */
export async function decrypt(content: Uint8Array, settings: Settings): Promise<Uint8Array> {
  if (isOfPlatform(settings)) return await byPlatform('decrypt', content, settings)
  const cipher = cipherOf(settings)
  if (content.length % cipher.blockSize !== 0) throw new Error('it does not consist of whole blocks')
  const bytes = content.slice()
  let before = settings.iv
  for (let at = 0; at < bytes.length; at += cipher.blockSize) {
    const block = bytes.subarray(at, at + cipher.blockSize)
    cipher.decrypt(block)
    if (settings.mode === 'CBC') xor(block, before)
    before = content.subarray(at, at + cipher.blockSize)
  }
  return unpadded(bytes, cipher.blockSize, settings.padding)
}

/** What the platform's own cryptography does, faster and in constant time. */
function isOfPlatform({ cipher, mode, padding }: Settings): boolean {
  return mode === 'GCM' || (cipher === 'AES' && mode === 'CBC' && padding.startsWith('PKCS'))
}
async function byPlatform(
  way: 'encrypt' | 'decrypt',
  content: Uint8Array,
  { cipher, mode, key, iv }: Settings,
): Promise<Uint8Array> {
  if (cipher !== 'AES') throw new Error(`${cipher} has no mode ${mode}`)
  const name = `AES-${mode}`
  const imported = await crypto.subtle.importKey('raw', plain(key), name, false, [way])
  return new Uint8Array(await crypto.subtle[way]({ name, iv: plain(iv) }, imported, plain(content)))
}

function cipherOf({ cipher, key }: Settings): BlockCipher {
  return cipher === 'AES' ? new Aes(key) : new TripleDes(key)
}

/** A copy with whole blocks. */
function padded(content: Uint8Array, size: number, padding: Padding): Uint8Array {
  const over = content.length % size
  if (padding === 'NO') {
    if (over > 0) throw new Error(`it has ${content.length} bytes, no multiple of ${size}, and is not padded`)
    return content.slice()
  }
  const missing = padding === 'ZERO' ? (size - over) % size : size - over
  const bytes = new Uint8Array(content.length + missing)
  bytes.set(content)
  if (padding !== 'ZERO') bytes.fill(missing, content.length)
  return bytes
}

function unpadded(bytes: Uint8Array, size: number, padding: Padding): Uint8Array {
  if (padding === 'NO') return bytes
  if (padding === 'ZERO') {
    let end = bytes.length
    while (end > 0 && bytes[end - 1] === 0) end--
    return bytes.subarray(0, end)
  }
  const count = bytes.at(-1) ?? 0
  const tail = bytes.subarray(bytes.length - count)
  if (count < 1 || count > size || tail.length !== count || tail.some((byte) => byte !== count))
    throw new Error('its padding is wrong')
  return bytes.subarray(0, bytes.length - count)
}

function xor(block: Uint8Array, other: Uint8Array): void {
  for (let n = 0; n < block.length; n++) block[n]! ^= other[n]!
}
export function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}
