// Crypto: bytes in, bytes out. What takes chance is an effect, so that a replay gives the same bytes.
import { fromBase64, toBase64 } from '../../model/base64.ts'
import { joined } from '../../model/bytes.ts'
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, isFault, type Fault } from '../../model/fault.ts'
import { toHex } from '../../model/hex.ts'
import { withPayload, type Message } from '../../model/message.ts'
import { derived, given } from './derived-key.ts'
import { KeyError } from './key-error.ts'
import type { PgpCipher } from './pgp.ts'
import { rsaDecrypt, rsaEncrypt, rsaSign, rsaVerify, type RsaPadding } from './rsa.ts'
import * as symmetric from './symmetric.ts'
import type { Cipher, Mode, Padding } from './symmetric.ts'

type Way = 'encrypt' | 'decrypt' | 'sign' | 'verify'

const crypto: Run = async (message, context) => {
  const way = context.setting<Way>('operation')
  const algorithm = context.setting<string>(way === 'sign' || way === 'verify' ? 'signatureAlgorithm' : 'algorithm') // prettier-ignore
  if (encodingOf(context) === 'armor' && algorithm !== 'PGP')
    throw keyFault('only PGP has an armor', 'encoding')
  const content = contentOf(message, context, way)
  if (way === 'verify') {
    await verify(content, message, context)
    return message
  }
  const result =
    way === 'sign' ? await sign(content, message, context) : await crypted(way, content, message, context)
  return withPayload(message, await written(result, way === 'decrypt' ? 'bytes' : encodingOf(context), way))
}
export default crypto

async function crypted(
  way: 'encrypt' | 'decrypt',
  content: Uint8Array,
  message: Message,
  context: Context,
): Promise<Uint8Array> {
  const cipher = context.setting<Cipher | 'RSA' | 'PGP'>('algorithm')
  if (cipher === 'PGP') return await pgpCrypted(way, content, message, context)
  if (cipher === 'RSA') {
    const pem = context.text(context.field('key', message) ?? Data.of(''))
    const padding = context.setting<RsaPadding>('rsaPadding')
    const hash = context.setting<string>('hash')
    if (way === 'decrypt') return await tried(way, 'RSA', () => rsaDecrypt(content, pem, padding, hash))
    const encrypt = async () =>
      toBase64(await tried(way, 'RSA', () => rsaEncrypt(content, pem, padding, hash)))
    const made = await context.effect('crypto', `RSA ${padding}`, encrypt, { repeat: true })
    return fromBase64(made)
  }
  const mode = context.setting<Mode>('mode')
  const padding = context.setting<Padding>('padding')
  if (mode === 'GCM' && cipher !== 'AES') throw keyFault(`${cipher} has no mode GCM`, 'mode')
  const key = await keyOf(cipher, message, context)
  const length = symmetric.ivLength(cipher, mode)
  const written = context.field('iv', message)
  const hasIv = written !== undefined && written.value !== null
  if (!hasIv && way === 'decrypt' && content.length < length) throw contentFault(cipher)
  const iv = hasIv
    ? context.bytes(written).bytes
    : way === 'encrypt'
      ? chance(length, context)
      : content.subarray(0, length)
  if (iv.length !== length)
    throw keyFault(`the initialization vector has ${iv.length} bytes; ${length} go`, 'iv')
  const settings = { cipher, mode, padding, key, iv }
  const body = !hasIv && way === 'decrypt' ? content.subarray(length) : content
  const result = await tried(way, cipher, () => symmetric[way](body, settings))
  if (hasIv || way === 'decrypt') return result
  return joined([iv, result])
}

/** Loaded by those who use it. */
const pgp = () => import('./pgp.ts')

async function pgpCrypted(
  way: 'encrypt' | 'decrypt',
  content: Uint8Array,
  message: Message,
  context: Context,
): Promise<Uint8Array> {
  const { pgpEncrypt, pgpDecrypt } = await pgp()
  const { key, passphrase } = pgpKeyOf(message, context)
  if (way === 'decrypt') return await tried(way, 'PGP', () => pgpDecrypt(content, key, passphrase))
  const cipher = context.setting<PgpCipher>('pgpCipher')
  const at = context.now()
  const encrypt = async () => toBase64(await tried(way, 'PGP', () => pgpEncrypt(content, key, cipher, at)))
  return fromBase64(await context.effect('crypto', `PGP ${cipher}`, encrypt, { repeat: true }))
}
function pgpKeyOf(message: Message, context: Context): { key: Uint8Array; passphrase: string } {
  const key = context.bytes(context.field('key', message) ?? Data.of('')).bytes
  return { key, passphrase: context.text(context.field('passphrase', message) ?? Data.of('')) }
}

async function keyOf(cipher: Cipher, message: Message, context: Context): Promise<Uint8Array> {
  const bytes = (name: string) => context.bytes(context.field(name, message) ?? Data.of('')).bytes
  const secret = bytes('key')
  if (secret.length === 0) throw keyFault('it is empty')
  const source = context.setting<string>('keySource')
  const lengths = symmetric.keyLengths[cipher]
  try {
    if (source !== 'PBKDF2') return given(secret, lengths, source === 'ZERO_PADDING')
  } catch (thrown) {
    throw keyFault((thrown as Error).message)
  }
  const size = cipher === 'AES' ? Number(context.setting('keyBits')) / 8 : lengths.at(-1)!
  const iterations = Math.max(1, Math.floor(Number(context.setting('iterations'))))
  return await derived(
    { password: secret, salt: bytes('salt'), iterations, hash: context.setting('hash') },
    size,
  )
}

function isPgp(context: Context): boolean {
  return context.setting('signatureAlgorithm') === 'PGP'
}

async function sign(content: Uint8Array, message: Message, context: Context): Promise<Uint8Array> {
  if (isPgp(context)) {
    const { pgpSign } = await pgp()
    const { key, passphrase } = pgpKeyOf(message, context)
    const at = context.now()
    return await tried('sign', 'PGP', () => pgpSign(content, key, passphrase, context.setting('hash'), at))
  }
  const pem = context.text(context.field('key', message) ?? Data.of(''))
  return await tried('sign', 'RSA', () => rsaSign(content, pem, context.setting('hash')))
}

async function verify(content: Uint8Array, message: Message, context: Context): Promise<void> {
  const signature = read(context.field('signature', message) ?? Data.none, 'signature', context)
  const isSound = isPgp(context)
    ? await verifyPgp(content, signature, message, context)
    : await verifyRsa(content, signature, message, context)
  if (!isSound)
    throw fault('CRYPTO:SIGNATURE', 'The signature is not of this content and key.', {
      at: { field: 'signature' },
      hint: 'Compare the content byte by byte with what was signed, the key and the hash.',
    })
}

async function verifyPgp(
  content: Uint8Array,
  signature: Uint8Array,
  message: Message,
  context: Context,
): Promise<boolean> {
  const { pgpVerify } = await pgp()
  const { key } = pgpKeyOf(message, context)
  const at = context.now()
  return await tried('verify', 'PGP', () => pgpVerify(content, signature, key, at))
}
async function verifyRsa(
  content: Uint8Array,
  signature: Uint8Array,
  message: Message,
  context: Context,
): Promise<boolean> {
  const pem = context.text(context.field('key', message) ?? Data.of(''))
  return await tried('verify', 'RSA', () => rsaVerify(content, signature, pem, context.setting('hash')))
}

/** A wrong key and a wrong content look alike, so that nobody learns from the difference. */
async function tried<T>(way: Way, cipher: string, go: () => Promise<T>): Promise<T> {
  try {
    return await go()
  } catch (thrown) {
    if (isFault(thrown)) throw thrown
    if (thrown instanceof KeyError) throw keyFault(thrown.message)
    if (way === 'decrypt') throw contentFault(cipher)
    throw fault(
      'CRYPTO:CONTENT',
      `The content cannot be used with ${cipher}: ${(thrown as Error).message}.`,
      {
        at: { field: 'content' },
        hint: 'Choose another padding; encrypt what is long with AES.',
      },
    )
  }
}

function contentFault(cipher: string): Fault {
  return fault(
    'CRYPTO:CONTENT',
    `The content was not encrypted by ${cipher} with this key and these settings.`,
    {
      at: { field: 'content' },
      hint: 'Compare key, mode, padding and initialization vector with those of the sender.',
    },
  )
}
function keyFault(why: string, field = 'key'): Fault {
  return fault('CRYPTO:KEY', `The key cannot be used: ${why}.`, {
    at: { field },
    hint: 'AES: 16, 24 or 32 bytes, DES 8, 3DES 24, or a password. RSA: PEM, or a certificate. PGP: a key that is neither expired nor revoked, and its passphrase.', // prettier-ignore
  })
}

function contentOf(message: Message, context: Context, way: Way): Uint8Array {
  const data = context.field('content', message) ?? Data.none
  if (way === 'decrypt') return read(data, 'content', context)
  mustBeBytes(data, 'content', context)
  return context.bytes(data).bytes
}

/** Bytes as they are, or text in the encoding of the step. */
function read(data: Data, field: string, context: Context): Uint8Array {
  mustBeBytes(data, field, context)
  const { bytes } = context.bytes(data)
  const encoding = encodingOf(context)
  if (encoding === 'bytes' || encoding === 'armor') return bytes
  const text = new TextDecoder().decode(bytes).replace(/\s+/g, '')
  try {
    if (encoding === 'base64') return fromBase64(text)
    if (/^([\da-f]{2})*$/i.test(text))
      return Uint8Array.from(text.match(/../g) ?? [], (two) => parseInt(two, 16))
  } catch {
    // Said below.
  }
  throw fault('CRYPTO:CONTENT', `${field} is no ${encoding}.`, {
    at: { field },
    hint: 'Choose another encoding.',
  })
}

async function written(bytes: Uint8Array, encoding: string, way: Way): Promise<Data> {
  if (encoding === 'armor')
    return Data.of((await pgp()).armored(bytes, way === 'sign' ? 'signature' : 'message'))
  if (encoding === 'base64') return Data.of(toBase64(bytes))
  if (encoding === 'hex') return Data.of(toHex(bytes))
  return Data.of(bytes)
}
function encodingOf(context: Context): string {
  return context.setting<string>('encoding')
}

function mustBeBytes(data: Data, field: string, context: Context): void {
  const kind = context.typeName(data)
  if (kind !== 'Entity' && kind !== 'bytes' && kind !== 'str')
    throw fault('CORE:TYPE', `${field} is a ${kind}; an Entity, bytes or text was wanted.`, {
      at: { field },
      hint: "Make an Entity of it: Entity.from_value(value, 'application/json').",
    })
}

function chance(length: number, context: Context): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 4) {
    const word = Math.floor(context.random() * 2 ** 32)
    for (let n = 0; n < 4; n++) bytes[at + n] = word >>> (8 * n)
  }
  return bytes
}
