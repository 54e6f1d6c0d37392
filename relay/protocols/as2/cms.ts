// The Cryptographic Message Syntax as AS2 uses it (RFC 5652, 3274, 8551): signed, enveloped and compressed data. pkijs has the
// structures; what is computed is node:crypto's.
import { constants, createCipheriv, createDecipheriv, createHash, createPrivateKey, privateDecrypt, publicEncrypt, randomBytes, sign, verify, X509Certificate, type KeyObject } from 'node:crypto' // prettier-ignore
import { deflateSync, inflateSync } from 'node:zlib'
import { Integer, Null, ObjectIdentifier, OctetString, Sequence, Constructed, UTCTime, fromBER } from 'asn1js'
import { AlgorithmIdentifier, Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, EncryptedContentInfo, EnvelopedData, IssuerAndSerialNumber, KeyTransRecipientInfo, RecipientInfo, SignedAndUnsignedAttributes, SignedData, SignerInfo } from 'pkijs' // prettier-ignore
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'

/** A partner by its certificate, or ourselves with the key to it. */
export interface Party {
  x509: X509Certificate
  certificate: Certificate
}
export interface Self extends Party {
  key: KeyObject
}

const oid = {
  data: '1.2.840.113549.1.7.1',
  signed: '1.2.840.113549.1.7.2',
  enveloped: '1.2.840.113549.1.7.3',
  compressed: '1.2.840.113549.1.9.16.1.9',
  zlib: '1.2.840.113549.1.9.16.3.8',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  rsa: '1.2.840.113549.1.1.1',
  oaep: '1.2.840.113549.1.1.7',
} as const

const hashes: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const hashOids = Object.fromEntries(Object.entries(hashes).map(([id, name]) => [name, id]))
const ecdsa: Record<string, string> = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}
const ciphers: Record<string, { id: string; key: number; iv: number }> = {
  'aes-128-cbc': { id: '2.16.840.1.101.3.4.1.2', key: 16, iv: 16 },
  'aes-192-cbc': { id: '2.16.840.1.101.3.4.1.22', key: 24, iv: 16 },
  'aes-256-cbc': { id: '2.16.840.1.101.3.4.1.42', key: 32, iv: 16 },
  'des-ede3-cbc': { id: '1.2.840.113549.3.7', key: 24, iv: 8 },
}
export const hashNames = Object.keys(hashOids)
export const cipherNames = Object.keys(ciphers)
/** Bytes of a message when it is unpacked. */
const mostBytes = 256 * 1024 * 1024

/** Throws AS2:CERTIFICATE. */
export function partyOf(pem: string): Party {
  try {
    const x509 = new X509Certificate(pem)
    return { x509, certificate: Certificate.fromBER(new Uint8Array(x509.raw)) }
  } catch (thrown) {
    throw certificateFault(`A certificate cannot be read: ${(thrown as Error).message}`)
  }
}
export function selfOf(pem: string, keyPem: string, passphrase: string): Self {
  const party = partyOf(pem)
  let key: KeyObject
  try {
    key = createPrivateKey({ key: keyPem, ...(passphrase !== '' && { passphrase }) })
  } catch (thrown) {
    throw certificateFault(`The private key cannot be read: ${(thrown as Error).message}`)
  }
  if (!party.x509.checkPrivateKey(key))
    throw certificateFault('The private key is not that of the certificate.')
  return { ...party, key }
}
function certificateFault(message: string): Fault {
  return fault('AS2:CERTIFICATE', message, { hint: 'Paste PEM texts: -----BEGIN CERTIFICATE----- …' })
}

/** A signature beside the content. */
export function signData(content: Buffer, self: Self, hash: string): Buffer {
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
    new Attribute({ type: oid.signingTime, values: [new UTCTime({ valueDate: new Date() })] }),
    new Attribute({ type: oid.messageDigest, values: [octets(digestOf(hash, content))] }),
  ]
  // DER: the elements of a SET in the order of their bytes.
  const sorted = attributes
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER()) }))
    .sort((a, b) => Buffer.compare(a.der, b.der))
  const set = der(0x31, Buffer.concat(sorted.map((one) => one.der)))
  const isRsa = self.key.asymmetricKeyType === 'rsa'
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [algorithm(hashOids[hash]!, new Null())],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [self.certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: idOf(self),
        digestAlgorithm: algorithm(hashOids[hash]!, new Null()),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: sorted.map((one) => one.attribute),
        }),
        signatureAlgorithm: isRsa
          ? algorithm(oid.rsa, new Null())
          : algorithm(ecdsa[hash] ?? ecdsa['sha256']!),
        signature: octets(sign(hash, set, self.key)),
      }),
    ],
  })
  return contentInfo(oid.signed, signedData.toSchema(true))
}

/** The hash that was signed with. Throws AS2:SIGNATURE unless the partner's own key signed exactly this content. */
export function verifyData(content: Buffer, signature: Buffer, partner: Party): string {
  try {
    const signedData = new SignedData({ schema: contentOf(signature, oid.signed) })
    const failures: string[] = []
    for (const signer of signedData.signerInfos) {
      const hash = hashes[signer.digestAlgorithm.algorithmId]
      if (!hash) failures.push('an unknown hash')
      else if (!isSigned(content, signer, hash, partner)) failures.push('another key, or another content')
      else if (!isValid(partner.x509)) failures.push('an expired certificate')
      else return hash
    }
    throw signatureFault(`It has ${failures.join(', ') || 'no signer'}.`)
  } catch (thrown) {
    throw isFault(thrown) ? thrown : signatureFault(`It cannot be read: ${(thrown as Error).message}`)
  }
}
function isSigned(content: Buffer, signer: SignerInfo, hash: string, { x509 }: Party): boolean {
  const isPss = signer.signatureAlgorithm.algorithmId === '1.2.840.113549.1.1.10'
  const key = isPss ? { key: x509.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING } : x509.publicKey
  const bytes = Buffer.from(signer.signature.getValue())
  if (!signer.signedAttrs) return verify(hash, content, key, bytes)
  const valueOf = (type: string) => signer.signedAttrs!.attributes.find((one) => one.type === type)?.values[0]
  const [digest, kind] = [valueOf(oid.messageDigest), valueOf(oid.contentType)]
  if (!(digest instanceof OctetString) || !(kind instanceof ObjectIdentifier)) return false
  if (kind.valueBlock.toString() !== oid.data) return false
  if (!Buffer.from(digest.getValue()).equals(digestOf(hash, content))) return false
  return verify(hash, Buffer.from(signer.signedAttrs.encodedValue), key, bytes)
}
function isValid({ validFrom, validTo }: X509Certificate): boolean {
  return Date.parse(validFrom) <= Date.now() && Date.now() <= Date.parse(validTo)
}
function signatureFault(message: string): Fault {
  return fault('AS2:SIGNATURE', `The signature does not hold. ${message}`, {
    hint: 'Check the partner’s certificate in the connection, and that nothing on the way changed the message.',
  })
}

export function encryptData(content: Buffer, partner: Party, cipher: string): Buffer {
  const { id, key: keyLength, iv: ivLength } = ciphers[cipher]!
  const [key, iv] = [randomBytes(keyLength), randomBytes(ivLength)]
  const with_ = createCipheriv(cipher, key, iv)
  const encrypted = Buffer.concat([with_.update(content), with_.final()])
  const recipient = new KeyTransRecipientInfo({
    version: 0,
    rid: idOf(partner),
    keyEncryptionAlgorithm: algorithm(oid.rsa, new Null()),
    encryptedKey: octets(
      publicEncrypt({ key: partner.x509.publicKey, padding: constants.RSA_PKCS1_PADDING }, key),
    ),
  })
  const enveloped = new EnvelopedData({
    version: 0,
    recipientInfos: [new RecipientInfo({ variant: 1, value: recipient })],
    encryptedContentInfo: new EncryptedContentInfo({
      contentType: oid.data,
      contentEncryptionAlgorithm: algorithm(id, octets(iv)),
      encryptedContent: octets(encrypted),
      disableSplit: true,
    }),
  })
  return contentInfo(oid.enveloped, enveloped.toSchema())
}

/** Throws AS2:DECRYPT, which says nothing of why: neither key nor padding can be guessed by asking often. */
export function decryptData(enveloped: Buffer, self: Self): Buffer {
  try {
    const { recipientInfos, encryptedContentInfo } = new EnvelopedData({ schema: contentOf(enveloped, oid.enveloped) }) // prettier-ignore
    const { algorithmId, algorithmParams } = encryptedContentInfo.contentEncryptionAlgorithm
    const [name, cipher] = Object.entries(ciphers).find(([, { id }]) => id === algorithmId) ?? []
    const mine = recipientInfos
      .map(({ value }) => value)
      .find((one): one is KeyTransRecipientInfo => one instanceof KeyTransRecipientInfo && isFor(one, self))
    if (!name || !cipher || !mine) throw new Error('not for us')
    const key = keyOf(mine, self.key, cipher.key)
    const with_ = createDecipheriv(name, key, Buffer.from((algorithmParams as OctetString).getValue()))
    return Buffer.concat([
      with_.update(Buffer.from(encryptedContentInfo.getEncryptedContent())),
      with_.final(),
    ])
  } catch {
    throw fault('AS2:DECRYPT', 'The message cannot be decrypted with the key of this connection.', {
      hint: 'Check that the partner has this connection’s certificate, and encrypts with RSA and AES or Triple DES.',
    })
  }
}
function isFor({ rid }: KeyTransRecipientInfo, { certificate }: Self): boolean {
  if (!(rid instanceof IssuerAndSerialNumber)) return true
  return rid.issuer.isEqual(certificate.issuer) && rid.serialNumber.isEqual(certificate.serialNumber)
}
/** A key with a wrong padding is a random one (RFC 3218), so that both fail alike later. */
function keyOf(
  { keyEncryptionAlgorithm, encryptedKey }: KeyTransRecipientInfo,
  key: KeyObject,
  length: number,
): Buffer {
  // prettier-ignore
  const bytes = Buffer.from(encryptedKey.getValue())
  if (keyEncryptionAlgorithm.algorithmId === oid.oaep)
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: oaepHash(keyEncryptionAlgorithm) }, bytes) // prettier-ignore
  const plain = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes)
  const random = randomBytes(length)
  const start = plain.length - length
  // 00 02, at least eight bytes that are not 00, then 00 and the key: without leaving early.
  let bad = plain[0]! | (plain[1]! ^ 2) | plain[start - 1]! | (start < 11 ? 1 : 0)
  for (let i = 2; i < start - 1; i++) bad |= plain[i] === 0 ? 1 : 0
  return bad === 0 ? plain.subarray(start) : random
}
function oaepHash({ algorithmParams }: AlgorithmIdentifier): string {
  const found = JSON.stringify((algorithmParams as Sequence | undefined)?.toJSON?.() ?? '')
  return Object.entries(hashes).find(([id, name]) => name !== 'sha1' && found.includes(id))?.[1] ?? 'sha1'
}

export function compressData(content: Buffer): Buffer {
  const value = new Sequence({
    value: [
      new Integer({ value: 0 }),
      new Sequence({ value: [new ObjectIdentifier({ value: oid.zlib })] }),
      new Sequence({
        value: [
          new ObjectIdentifier({ value: oid.data }),
          new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [octets(deflateSync(content))] }),
        ],
      }),
    ],
  })
  return contentInfo(oid.compressed, value)
}

/** Throws AS2:COMPRESSION. */
export function decompressData(compressed: Buffer): Buffer {
  try {
    const [, kind, inner] = (contentOf(compressed, oid.compressed) as Sequence).valueBlock.value as Sequence[]
    if ((kind!.valueBlock.value[0] as ObjectIdentifier).valueBlock.toString() !== oid.zlib) throw new Error('it is not zlib') // prettier-ignore
    const tagged = inner!.valueBlock.value[1] as Constructed
    const bytes = (tagged.valueBlock.value[0] as OctetString).getValue()
    return inflateSync(Buffer.from(bytes), { maxOutputLength: mostBytes })
  } catch (thrown) {
    throw fault('AS2:COMPRESSION', `The message cannot be decompressed: ${(thrown as Error).message}`)
  }
}

export function digestOf(hash: string, content: Buffer): Buffer {
  return createHash(hash).update(content).digest()
}

function contentInfo(contentType: string, content: unknown): Buffer {
  return Buffer.from(new ContentInfo({ contentType, content }).toSchema().toBER())
}
function contentOf(bytes: Buffer, contentType: string): never {
  const { offset, result } = fromBER(new Uint8Array(bytes))
  if (offset < 0) throw new Error(result.error || 'it is no ASN.1')
  const info = new ContentInfo({ schema: result })
  if (info.contentType !== contentType) throw new Error(`it is ${info.contentType}`)
  return info.content as never
}
function idOf({ certificate: { issuer, serialNumber } }: Party): IssuerAndSerialNumber {
  return new IssuerAndSerialNumber({ issuer, serialNumber })
}
function algorithm(algorithmId: string, algorithmParams?: Null | OctetString): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId, ...(algorithmParams && { algorithmParams }) })
}
function octets(bytes: Buffer): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes) })
}
function der(tag: number, body: Buffer): Buffer {
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255] // prettier-ignore
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
