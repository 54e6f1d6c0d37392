// Messages of OpenPGP (RFC 4880): encrypted for one or several keys, decrypted, signed apart from their content, checked. GnuPG and
// every other implementation reads them.
import { joined } from '../../../model/bytes.ts'
import { toHex } from '../../../model/hex.ts'
import { through } from '../../streams.ts'
import { KeyError } from '../rsa.ts'
import { plain } from '../symmetric.ts'
import { cfb, cipherOf, ciphers, type PgpCipher } from './ciphers.ts'
import { curveJwk, digest, EDDSA, hashNames, keysFor, keysIn, type PgpKey, RSA, rsaJwk, subpackets } from './keys.ts' // prettier-ignore
import { large, numberBytes, packet, Reader, readPackets, TAG, unarmored, type Packet } from './packets.ts'
import { openedKey, sealedKey, type SessionKey } from './session-key.ts'

/** `seconds` since the epoch. Throws KeyError. */
export async function pgpEncrypt(
  content: Uint8Array,
  keyText: Uint8Array,
  cipherName: PgpCipher,
  seconds: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const cipher = ciphers[cipherName]
  const to = keysFor('encrypt', await keysIn(keyText))
  const key = crypto.getRandomValues(new Uint8Array(cipher.keyBytes))
  const sealed: Uint8Array[] = []
  for (const one of to) sealed.push(await sealedKey({ cipher: cipher.id, key }, one))
  const size = cipher.make(key).blockSize
  const chance = crypto.getRandomValues(new Uint8Array(size))
  const literal = packet(TAG.literal, Uint8Array.of(0x62, 0), numberBytes(seconds, 4), content)
  const before = joined([chance, chance.subarray(size - 2), literal, Uint8Array.of(0xc0 | TAG.digest, 20)])
  const whole = joined([before, await digest(2, before)])
  const body = await cfb('encrypt', whole, cipher, key, undefined, signal)
  return joined([...sealed, packet(TAG.encrypted, Uint8Array.of(1), body)])
}

/** Throws KeyError, or an Error where it is not for this key or was changed. */
export async function pgpDecrypt(
  message: Uint8Array,
  keyText: Uint8Array,
  passphrase: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const packets = readPackets(unarmored(message)[0]!)
  const session = await sessionKeyOf(packets, await keysIn(keyText), passphrase)
  const body = packets.find(({ tag }) => tag === TAG.encrypted)?.body
  if (!body || body[0] !== 1) throw new Error('it is not protected against changes')
  const cipher = cipherOf(session.cipher)
  const whole = await cfb('decrypt', body.subarray(1), cipher, session.key, undefined, signal)
  const end = whole.length - 20
  if (toHex(await digest(2, whole.subarray(0, end))) !== toHex(whole.subarray(end)))
    throw new Error('it was changed')
  const size = cipher.make(session.key).blockSize
  return await contentOf(readPackets(whole.subarray(size + 2)), signal)
}

async function sessionKeyOf(packets: Packet[], keys: PgpKey[], passphrase: string): Promise<SessionKey> {
  const sealed = packets.filter(({ tag }) => tag === TAG.sessionKey)
  if (sealed.length === 0) throw new Error('it is encrypted for no key')
  if (!keys.some(({ secret }) => secret)) throw new KeyError('a private key was wanted')
  for (const { body } of sealed) {
    const id = toHex(body.subarray(1, 9))
    // Without an id it may be for any of them.
    const fitting = keys.filter((key) => key.secret && (key.id === id || /^0+$/.test(id)))
    for (const key of fitting) {
      if (key.algorithm === EDDSA || (!key.rsa && !key.curve)) continue
      const secret = await key.secret!(passphrase)
      const session = await openedKey(body, key, secret).catch(() => undefined)
      if (session) return session
    }
  }
  throw new Error('it is not for this key')
}

/** What is inside: literal, perhaps compressed, perhaps between signatures, which are not looked at. */
async function contentOf(packets: Packet[], signal: AbortSignal): Promise<Uint8Array> {
  for (const { tag, body } of packets) {
    if (tag === TAG.literal) {
      const reader = new Reader(body)
      reader.number()
      reader.take(reader.number())
      reader.take(4)
      return reader.rest().slice()
    }
    if (tag !== TAG.compressed) continue
    const way = body[0]
    const format = ({ 1: 'deflate-raw', 2: 'deflate' } as const)[way as 1]
    if (way !== 0 && !format) throw new Error(`the compression ${way} of OpenPGP is not offered`)
    const inner = body.subarray(1)
    const unpacked = format ? await through(inner, new DecompressionStream(format), signal) : inner
    return await contentOf(readPackets(unpacked), signal)
  }
  throw new Error('there is no content in it')
}

/** A signature apart from its content. Throws KeyError. */
export async function pgpSign(
  content: Uint8Array,
  keyText: Uint8Array,
  passphrase: string,
  hashName: string,
  seconds: number,
): Promise<Uint8Array> {
  const hash = Number(Object.entries(hashNames).find(([, name]) => name.replace('-', '') === hashName)?.[0])
  if (!hash) throw new KeyError(`${hashName} is not used for signatures`)
  const keys = (await keysIn(keyText)).filter(({ secret }) => secret)
  if (keys.length === 0) throw new KeyError('a private key was wanted')
  const key = keysFor('sign', keys)[0]!
  const secret = await key.secret!(passphrase)
  const made = joined([Uint8Array.of(5, 2), numberBytes(seconds, 4)])
  const issuer = joined([Uint8Array.of(22, 33, 4), key.fingerprint])
  const hashed = joined([made, issuer])
  const head = joined([Uint8Array.of(4, 0, key.algorithm, hash), numberBytes(hashed.length, 2), hashed])
  const signed = signedBytes(content, head)
  const sum = await digest(hash, signed)
  const name = Uint8Array.of(9, 16)
  const unhashed = joined([numberBytes(10, 2), name, key.fingerprint.subarray(12)])
  const rest = [unhashed, sum.subarray(0, 2)]
  if (key.algorithm === RSA) {
    const own = await crypto.subtle.importKey('jwk', rsaJwk(key, secret), { name: 'RSASSA-PKCS1-v1_5', hash: hashNames[hash]! }, false, ['sign']) // prettier-ignore
    const signature = new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', own, plain(signed)))
    return packet(TAG.signature, head, ...rest, large(signature))
  }
  const own = await crypto.subtle.importKey('jwk', curveJwk('Ed25519', key.curve!.point, secret.curve), 'Ed25519', false, ['sign']) // prettier-ignore
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', own, plain(sum)))
  return packet(TAG.signature, head, ...rest, large(signature.subarray(0, 32)), large(signature.subarray(32)))
}

/** Whether one of these keys has signed the content. Throws KeyError, or an Error for what is no signature. */
export async function pgpVerify(
  content: Uint8Array,
  signature: Uint8Array,
  keyText: Uint8Array,
): Promise<boolean> {
  // prettier-ignore
  const keys = await keysIn(keyText)
  const found = readPackets(unarmored(signature)[0]!).filter(({ tag }) => tag === TAG.signature)
  if (found.length === 0) throw new Error('there is no signature in it')
  for (const { body } of found) {
    const key = keys.find(({ id, rsa, curve }) => id === issuerOf(body) && (rsa ?? curve))
    if (key && (await isOf(key, body, content))) return true
  }
  return false
}

function issuerOf(body: Uint8Array): string {
  if (body[0] !== 4) throw new Error(`signatures of version ${body[0]} are not known`)
  const known = subpackets(body)
  return toHex(known.get(16) ?? known.get(33)?.subarray(-8) ?? new Uint8Array())
}

async function isOf(key: PgpKey, body: Uint8Array, content: Uint8Array): Promise<boolean> {
  const reader = new Reader(body)
  reader.number()
  const type = reader.number()
  if (type !== 0 && type !== 1) return false
  reader.number()
  const hash = reader.number()
  reader.take(reader.number(2))
  const head = body.subarray(0, reader.at)
  reader.take(reader.number(2))
  reader.take(2)
  const signed = signedBytes(type === 1 ? withCrLf(content) : content, head)
  if (!hashNames[hash]) throw new Error(`the hash ${hash} of OpenPGP is not offered`)
  if (key.rsa) {
    const signature = reader.large()
    const full = joined([new Uint8Array(Math.max(0, key.rsa.n.length - signature.length)), signature])
    const theirs = await crypto.subtle.importKey('jwk', rsaJwk(key), { name: 'RSASSA-PKCS1-v1_5', hash: hashNames[hash]! }, false, ['verify']) // prettier-ignore
    return await crypto.subtle.verify('RSASSA-PKCS1-v1_5', theirs, plain(full), plain(signed))
  }
  const halves = [reader.large(), reader.large()].map((half) => joined([new Uint8Array(32 - half.length), half])) // prettier-ignore
  const theirs = await crypto.subtle.importKey('jwk', curveJwk('Ed25519', key.curve!.point), 'Ed25519', false, ['verify']) // prettier-ignore
  return await crypto.subtle.verify(
    'Ed25519',
    theirs,
    plain(joined(halves)),
    plain(await digest(hash, signed)),
  )
}

/** What is hashed: the content, what the signature says of itself, and how long that is (RFC 4880, 5.2.4). */
function signedBytes(content: Uint8Array, head: Uint8Array): Uint8Array {
  return joined([content, head, Uint8Array.of(4, 255), numberBytes(head.length, 4)])
}
/** A signature of text is of its lines, each ended by CR LF. */
function withCrLf(content: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(content).replace(/\r?\n/g, '\r\n')
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
