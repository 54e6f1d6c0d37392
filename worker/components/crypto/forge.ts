// The parts of node-forge that Crypto uses: what the platform's own cryptography leaves out on purpose (ECB, DES, RSA with the
// padding of PKCS#1 v1.5). For partners that still ask for it; nothing new should. Loaded by runs that use it.
import type Forge from 'node-forge'
import 'node-forge/lib/aes.js'
import 'node-forge/lib/des.js'
import 'node-forge/lib/rsa.js'
import forge from 'node-forge/lib/forge.js'
import { fromBase64Url } from '../../model/base64url.ts'
import { toHex } from '../../model/hex.ts'

const { cipher, jsbn, pki, util } = forge as typeof Forge

/** Bytes of content that are worked on at a time. */
const PIECE = 1 << 16

/** Content of whole blocks, which is not padded here. `mode`: `AES-ECB`, `3DES-CBC` …; an ECB ignores the `iv`. */
export function blocks(
  way: 'encrypt' | 'decrypt',
  mode: string,
  key: Uint8Array,
  iv: Uint8Array,
  content: Uint8Array,
): Uint8Array {
  const begin = way === 'encrypt' ? cipher.createCipher : cipher.createDecipher
  const worker = begin(mode as Forge.cipher.Algorithm, util.createBuffer(raw(key)))
  worker.start({ iv: raw(iv) })
  const result = new Uint8Array(content.length)
  let at = 0
  const take = (): void => {
    const made = util.binary.raw.decode(worker.output.getBytes())
    result.set(made, at)
    at += made.length
  }
  for (let from = 0; from < content.length; from += PIECE) {
    worker.update(util.createBuffer(raw(content.subarray(from, from + PIECE))))
    take()
  }
  // Its types leave out that it takes who pads.
  ;(worker as { finish(pad: () => boolean): boolean }).finish(() => true)
  take()
  return result
}

/** By PKCS#1 v1.5 (RFC 8017, 7.2). The key as the platform's cryptography exports it. Throws an Error for what is too long. */
export function pkcs1Encrypt(content: Uint8Array, { n, e }: JsonWebKey): Uint8Array {
  const key = pki.setRsaPublicKey(number(n), number(e))
  const longest = Math.ceil(key.n.bitLength() / 8) - 11
  if (content.length > longest) throw new Error(`it has ${content.length} bytes; ${longest} go with this key`)
  return util.binary.raw.decode(key.encrypt(raw(content), 'RSAES-PKCS1-V1_5'))
}
/** Throws an Error for what is not of this key. */
export function pkcs1Decrypt(content: Uint8Array, { n, e, d, p, q, dp, dq, qi }: JsonWebKey): Uint8Array {
  const key = pki.setRsaPrivateKey(number(n), number(e), number(d), number(p), number(q), number(dp), number(dq), number(qi)) // prettier-ignore
  return util.binary.raw.decode(key.decrypt(raw(content), 'RSAES-PKCS1-V1_5'))
}

/** A part of a key, which is base64url. */
function number(text: string | undefined): Forge.jsbn.BigInteger {
  return new jsbn.BigInteger(toHex(fromBase64Url(text!)!), 16)
}
/** Forge takes bytes as characters. */
function raw(bytes: Uint8Array): string {
  return util.binary.raw.encode(bytes)
}
