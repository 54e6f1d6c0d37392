// RSA keys as partners send them: PEM of PKCS#8, PKCS#1, SPKI, or a certificate (RFC 7468, 8017, 5280).
import { fromBase64 } from '../../model/base64.ts'

const RSA = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00]

/** `pkcs8` for a private key, `spki` for a public one. Text without a PEM line is taken for what is wanted. */
export function keyOf(text: string, wanted: 'pkcs8' | 'spki'): Uint8Array {
  const kind = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1]
  const body = fromBase64(text.replace(/-----[^-]+-----/g, '').replace(/\s+/g, ''))
  const isPrivate = kind === undefined ? wanted === 'pkcs8' : kind.endsWith('PRIVATE KEY')
  if (isPrivate !== (wanted === 'pkcs8')) throw new Error(wanted === 'pkcs8' ? 'a private key was wanted' : 'a public key was wanted') // prettier-ignore
  if (kind === 'RSA PRIVATE KEY') return tagged(0x30, [0x02, 0x01, 0x00], RSA, tagged(0x04, body))
  if (kind === 'RSA PUBLIC KEY') return tagged(0x30, RSA, tagged(0x03, [0], body))
  if (kind === 'CERTIFICATE') return keyOfCertificate(body)
  if (kind?.includes('ENCRYPTED')) throw new Error('the key is encrypted; give it without a password')
  return body
}

/** A DER value of these contents. */
function tagged(tag: number, ...contents: ArrayLike<number>[]): Uint8Array {
  const length = contents.reduce((sum, { length }) => sum + length, 0)
  const size: number[] = []
  for (let rest = length; rest > 0; rest >>>= 8) size.unshift(rest & 255)
  const head = length < 128 ? [tag, length] : [tag, 0x80 | size.length, ...size]
  const bytes = new Uint8Array(head.length + length)
  bytes.set(head)
  let at = head.length
  for (const content of contents) {
    bytes.set(content, at)
    at += content.length
  }
  return bytes
}

/** Certificate → tbsCertificate → subjectPublicKeyInfo, which follows version?, serial, algorithm, issuer, validity, subject. */
function keyOfCertificate(der: Uint8Array): Uint8Array {
  const parts = partsOf(partsOf(partsOf(der)[0]!.content)[0]!.content)
  const key = parts[parts[0]!.tag === 0xa0 ? 6 : 5]
  if (!key) throw new Error('the certificate has no key')
  return key.whole
}

interface Part {
  tag: number
  content: Uint8Array
  whole: Uint8Array
}
function partsOf(der: Uint8Array): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < der.length;) {
    const start = at
    const tag = der[at++]!
    let length = der[at++] ?? 0
    if (length & 0x80) {
      const count = length & 0x7f
      length = 0
      for (let n = 0; n < count && n < 4; n++) length = length * 256 + (der[at++] ?? 0)
    }
    if (at + length > der.length) throw new Error('it ends too early')
    parts.push({ tag, content: der.subarray(at, at + length), whole: der.subarray(start, at + length) })
    at += length
  }
  return parts
}
