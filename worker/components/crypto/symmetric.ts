// Encryption with one key: AES, DES and Triple DES in the modes CBC, ECB and (AES only) GCM.

export type Cipher = 'AES' | 'DES' | '3DES'
export type Mode = 'CBC' | 'ECB' | 'GCM'
export type Padding = 'PKCS5' | 'PKCS7' | 'ZERO' | 'NO'

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
  return blockSize(cipher)
}
function blockSize(cipher: Cipher): number {
  return cipher === 'AES' ? 16 : 8
}

/** Loaded by those who use it. */
const forge = () => import('./forge.ts')

/** Throws an Error that says why it does not go. */
export async function encrypt(content: Uint8Array, settings: Settings): Promise<Uint8Array> {
  if (isOfPlatform(settings)) return await byPlatform('encrypt', content, settings)
  const { cipher, mode, padding, key, iv } = settings
  const bytes = padded(content, blockSize(cipher), padding)
  return (await forge()).blocks('encrypt', `${cipher}-${mode}`, key, iv, bytes)
}

/** Throws an Error where the content was not made with these settings, as far as that can be seen. */
export async function decrypt(content: Uint8Array, settings: Settings): Promise<Uint8Array> {
  if (isOfPlatform(settings)) return await byPlatform('decrypt', content, settings)
  const { cipher, mode, padding, key, iv } = settings
  const size = blockSize(cipher)
  if (content.length % size !== 0) throw new Error('it does not consist of whole blocks')
  return unpadded((await forge()).blocks('decrypt', `${cipher}-${mode}`, key, iv, content), size, padding)
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

export function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}
