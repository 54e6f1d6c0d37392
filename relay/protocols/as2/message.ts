// A message of AS2 as layers of MIME (RFC 4130, RFC 5402): the content, compressed, signed, encrypted; and taken apart again.
import { randomUUID } from 'node:crypto'
import { fault } from '../../../worker/model/fault.ts'
import { compressData, decompressData, decryptData, digestOf, encryptData, signData, verifyData, type Party, type Self } from './cms.ts' // prettier-ignore
import { decoded, parseContentType, parseEntity, partsOf, writeEntity, type MimeEntity } from './mime.ts'

export interface Wrapping {
  /** `none` or the name of a hash. */
  sign: string
  /** `none` or the name of a cipher. */
  encrypt: string
  compress: boolean
}
export interface Parties {
  self: Self | undefined
  partner: Party | undefined
}
/** What the other side has to say it received: RFC 4130 7.3.1. */
export interface Mic {
  value: string
  hash: string
}

const cmsType = (kind: string, name: string): [string, string][] => [
  ['Content-Type', `application/pkcs7-mime; smime-type=${kind}; name="${name}"`],
  ['Content-Transfer-Encoding', 'binary'],
  ['Content-Disposition', `attachment; filename="${name}"`],
]

/** Wraps a MIME entity; `bare` is its body, which alone is measured where it is neither signed nor encrypted. */
export function wrap(
  entity: Buffer,
  bare: Buffer,
  { sign, encrypt, compress }: Wrapping,
  { self, partner }: Parties,
): { message: MimeEntity; mic: Mic } {
  const hash = sign === 'none' ? 'sha256' : sign
  let now = entity
  let measured = encrypt === 'none' && !compress ? bare : entity
  if (compress) now = writeEntity(cmsType('compressed-data', 'smime.p7z'), compressData(now))
  if (sign !== 'none') {
    measured = now
    now = signedEntity(now, needed(self, 'sign'), hash)
  }
  if (encrypt !== 'none')
    now = writeEntity(cmsType('enveloped-data', 'smime.p7m'), encryptData(now, needed(partner, 'encrypt'), encrypt)) // prettier-ignore
  return { message: parseEntity(now), mic: { value: digestOf(hash, measured).toString('base64'), hash } }
}

/** multipart/signed (RFC 1847) around an entity. */
export function signedEntity(entity: Buffer, self: Self, hash: string): Buffer {
  const boundary = `weft-${randomUUID()}`
  const signature = writeEntity(
    [
      ['Content-Type', 'application/pkcs7-signature; name="smime.p7s"'],
      ['Content-Transfer-Encoding', 'base64'],
      ['Content-Disposition', 'attachment; filename="smime.p7s"'],
    ],
    Buffer.from(signData(entity, self, hash).toString('base64').replace(/.{76}/g, '$&\r\n')),
  )
  const line = (end: string) => Buffer.from(`\r\n--${boundary}${end}\r\n`)
  const type = `multipart/signed; protocol="application/pkcs7-signature"; micalg="${micalgOf(hash)}"; boundary="${boundary}"`
  return writeEntity(
    [['Content-Type', type]],
    Buffer.concat([line('').subarray(2), entity, line(''), signature, line('--')]),
  )
}

export interface Unwrapped {
  /** The innermost entity. */
  entity: MimeEntity
  content: Buffer
  signed: boolean
  encrypted: boolean
  compressed: boolean
  mic: Mic
}

/** Takes the layers off. Throws AS2:MIME, AS2:DECRYPT, AS2:SIGNATURE, AS2:COMPRESSION. */
export function unwrap(message: MimeEntity, { self, partner }: Parties, wantedHash = 'sha256'): Unwrapped {
  let now = message
  let mic: Mic | undefined
  const seen = { signed: false, encrypted: false, compressed: false }
  // A message has each layer once at most.
  for (let depth = 0; depth < 4; depth++) {
    const { type, parameters } = parseContentType(now.headers.get('content-type'))
    const kind = parameters.get('smime-type')
    if (type === 'multipart/signed' && !seen.signed) {
      const { entity, hash } = verified(now, needed(partner, 'check the signature'))
      seen.signed = true
      mic = { value: digestOf(hash, entity).toString('base64'), hash }
      now = parseEntity(entity)
    } else if (
      /^application\/(x-)?pkcs7-mime$/.test(type) &&
      kind === 'compressed-data' &&
      !seen.compressed
    ) {
      seen.compressed = true
      now = parseEntity(decompressData(decoded(now)))
    } else if (/^application\/(x-)?pkcs7-mime$/.test(type) && kind !== 'compressed-data' && !seen.encrypted) {
      seen.encrypted = true
      now = parseEntity(decryptData(decoded(now), needed(self, 'decrypt')))
    } else break
  }
  const measured = seen.encrypted || seen.compressed ? now.whole : now.body
  mic ??= { value: digestOf(wantedHash, measured).toString('base64'), hash: wantedHash }
  return { entity: now, content: decoded(now), ...seen, mic }
}

/** The signed part of multipart/signed, when its signature holds. */
export function verified({ headers, body }: MimeEntity, partner: Party): { entity: Buffer; hash: string } {
  const boundary = parseContentType(headers.get('content-type')).parameters.get('boundary') ?? ''
  const [entity, signature] = partsOf(body, boundary)
  if (!entity || !signature) throw fault('AS2:MIME', 'A signed message has not both of its parts.')
  return { entity, hash: verifyData(entity, decoded(parseEntity(signature)), partner) }
}

/** As RFC 5751 writes them; partners of old write `sha1`. */
export function micalgOf(hash: string): string {
  return hash.replace(/^sha(\d)/, 'sha-$1')
}
export function hashOfMicalg(text: string): string {
  return text.trim().toLowerCase().replace('-', '')
}

function needed<T>(party: T | undefined, why: string): T {
  if (party) return party
  throw fault('AS2:CERTIFICATE', `The connection has no certificate to ${why} with.`, {
    hint: 'Paste it into the connection.',
  })
}
