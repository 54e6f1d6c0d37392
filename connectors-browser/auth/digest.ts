// Digests for signatures, by WebCrypto; MD5, which it lacks, by hash-wasm. Text is UTF-8.

const utf8 = new TextEncoder()

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return utf8.encode(text)
}

export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', data))
}

export async function hmacSha256(
  key: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytesOf(text)))
}

/** Lower-case hexadecimal. */
export async function md5(text: string): Promise<string> {
  const hash = await import('hash-wasm')
  return await hash.md5(text)
}
