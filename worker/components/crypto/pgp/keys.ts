// Keys of OpenPGP (RFC 4880, 5.5): RSA, and Curve25519 as GnuPG makes it. Every key and subkey of what is given; which one is used
// is said by the usage it was signed for. Whether a key has expired or was revoked is not looked at: who gives a key means it.
import { toBase64Url } from '../../../model/base64url.ts'
import { toHex } from '../../../model/hex.ts'
import { KeptReady } from '../../../model/kept-ready.ts'
import { joined } from '../../../model/bytes.ts'
import { KeyError } from '../rsa.ts'
import { bytesOf, byteLength, numberOf, type CrtKey } from '../rsa-number.ts'
import { plain } from '../symmetric.ts'
import { cfb, cipherOf } from './ciphers.ts'
import { numberBytes, Reader, readPackets, TAG, unarmored } from './packets.ts'

export type Use = 'encrypt' | 'sign'
export interface PgpKey {
  /** 1: RSA, 18: ECDH, 22: EdDSA. */
  algorithm: number
  /** 16 digits of the fingerprint, the last ones. */
  id: string
  fingerprint: Uint8Array
  isPrimary: boolean
  /** What its signature says that it is for; undefined: nothing. */
  uses?: ReadonlySet<Use>
  rsa?: { n: Uint8Array; e: Uint8Array }
  curve?: { oid: Uint8Array; point: Uint8Array; kdf?: { hash: number; cipher: number } }
  /** What a private key has besides; a passphrase opens it. Absent: a public key. */
  secret?: (passphrase: string) => Promise<Secret>
}
export interface Secret {
  rsa?: CrtKey & { d: bigint; e: bigint }
  /** As RFC 7748 and 8032 have it. */
  curve?: Uint8Array
}

export const RSA = 1
export const ECDH = 18
export const EDDSA = 22
const curves: Record<string, number> = { '2b060104019755010501': ECDH, '2b06010401da470f01': EDDSA }

/** Throws a KeyError for what holds no key. */
export async function keysIn(bytes: Uint8Array): Promise<PgpKey[]> {
  const keys: PgpKey[] = []
  try {
    for (const block of unarmored(bytes))
      for (const { tag, body } of readPackets(block)) {
        const isPrimary = tag === TAG.publicKey || tag === TAG.secretKey
        if (isPrimary || tag === TAG.publicSubkey || tag === TAG.secretSubkey) {
          const key = await keyOf(body, isPrimary, tag === TAG.secretKey || tag === TAG.secretSubkey)
          keys.push(key)
        } else if (tag === TAG.signature) noteUses(body, keys.at(-1))
      }
  } catch (thrown) {
    throw new KeyError((thrown as Error).message)
  }
  if (keys.length === 0) throw new KeyError('there is no OpenPGP key in it')
  return keys
}

/** The newest subkey for a use, else the primary key; of each primary key one. Throws a KeyError when there is none. */
export function keysFor(use: Use, keys: readonly PgpKey[]): PgpKey[] {
  const chosen: PgpKey[] = []
  let own: PgpKey | undefined
  const take = (): void => void (own && chosen.push(own))
  for (const key of keys) {
    if (key.isPrimary) {
      take()
      own = undefined
    }
    if (canDo(use, key)) own = key
  }
  take()
  if (chosen.length === 0) throw new KeyError(`none of its keys can ${use}: RSA and Curve25519 are known`)
  return chosen
}
function canDo(use: Use, { algorithm, rsa, curve, uses, isPrimary }: PgpKey): boolean {
  if (!rsa && !curve) return false
  if (algorithm === ECDH ? use !== 'encrypt' : algorithm === EDDSA && use !== 'sign') return false
  return uses ? uses.has(use) : isPrimary || use === 'encrypt'
}

async function keyOf(body: Uint8Array, isPrimary: boolean, isSecret: boolean): Promise<PgpKey> {
  const reader = new Reader(body)
  const version = reader.number()
  if (version !== 4) throw new Error(`keys of version ${version} are not known`)
  reader.take(4)
  const given = reader.number()
  const algorithm = given === 2 || given === 3 ? RSA : given
  const known: Pick<PgpKey, 'rsa' | 'curve'> = {}
  if (algorithm === RSA) known.rsa = { n: reader.large(), e: reader.large() }
  else if (algorithm === ECDH || algorithm === EDDSA) {
    const oid = reader.take(reader.number())
    const point = reader.large()
    const kdf = algorithm === ECDH ? new Reader(reader.take(reader.number())) : undefined
    kdf?.number()
    const isKnown = curves[toHex(oid)] === algorithm && point[0] === 0x40
    if (isKnown) known.curve = { oid, point: point.subarray(1), ...(kdf && { kdf: { hash: kdf.number(), cipher: kdf.number() } }) } // prettier-ignore
  } else return { algorithm, id: '', fingerprint: new Uint8Array(), isPrimary }
  const end = reader.at
  const whole = joined([Uint8Array.of(0x99), numberBytes(end, 2), body.subarray(0, end)])
  const fingerprint = new Uint8Array(await crypto.subtle.digest('SHA-1', plain(whole)))
  const id = toHex(fingerprint.subarray(12))
  const rest = body.subarray(end)
  const secret = (passphrase: string): Promise<Secret> => opened(rest, passphrase, known, algorithm)
  return { algorithm, id, fingerprint, isPrimary, ...known, ...(isSecret && { secret }) }
}

/** Key flags (RFC 4880, 5.2.3.21) of the signature that binds a key or a subkey. */
function noteUses(body: Uint8Array, key: PgpKey | undefined): void {
  if (!key || body[0] !== 4) return
  const flags = subpackets(body).get(27)?.[0]
  if (flags === undefined) return
  const uses = new Set<Use>()
  if (flags & 0x02) uses.add('sign')
  if (flags & 0x0c) uses.add('encrypt')
  key.uses = uses
}

/** Of a signature of version 4, the hashed ones and the others; of several of one kind the first. */
export function subpackets(signature: Uint8Array): Map<number, Uint8Array> {
  const reader = new Reader(signature)
  reader.take(4)
  const found = new Map<number, Uint8Array>()
  for (const area of [reader.take(reader.number(2)), reader.take(reader.number(2))]) {
    const inner = new Reader(area)
    while (inner.left > 0) {
      const first = inner.number()
      const length = first < 192 ? first : first < 255 ? (first - 192) * 256 + inner.number() + 192 : inner.number(4) // prettier-ignore
      const kind = inner.number() & 127
      const value = inner.take(length - 1)
      if (!found.has(kind)) found.set(kind, value)
    }
  }
  return found
}

export const hashNames: Record<number, string> = { 2: 'SHA-1', 8: 'SHA-256', 9: 'SHA-384', 10: 'SHA-512' }
export async function digest(hash: number, bytes: Uint8Array): Promise<Uint8Array> {
  const name = hashNames[hash]
  if (!name) throw new Error(`the hash ${hash} of OpenPGP is not offered`)
  return new Uint8Array(await crypto.subtle.digest(name, plain(bytes)))
}

async function opened(
  bytes: Uint8Array,
  passphrase: string,
  { rsa, curve }: Pick<PgpKey, 'rsa' | 'curve'>,
  algorithm: number,
): Promise<Secret> {
  const numbers = new Reader(await unlocked(new Reader(bytes), passphrase))
  if (rsa) {
    const [d, p, q, u] = [numbers.large(), numbers.large(), numbers.large(), numbers.large()].map(numberOf) as [bigint, bigint, bigint, bigint] // prettier-ignore
    // OpenPGP has the inverse of p modulo q: the two change places.
    return { rsa: { n: numberOf(rsa.n), e: numberOf(rsa.e), d, p: q, q: p, dp: d % (q - 1n), dq: d % (p - 1n), qi: u } } // prettier-ignore
  }
  if (!curve) throw new KeyError('its kind is not known')
  const value = bytesOf(numberOf(numbers.large()), 32)
  return { curve: algorithm === ECDH ? value.reverse() : value }
}

/** The private numbers of a key, which a passphrase may protect (RFC 4880, 5.5.3). */
async function unlocked(reader: Reader, passphrase: string): Promise<Uint8Array> {
  const usage = reader.number()
  if (usage === 0) return reader.rest().slice(0, -2)
  if (usage !== 254 && usage !== 255) throw new KeyError('it is protected in a way of long ago; change its passphrase with GnuPG') // prettier-ignore
  const cipher = cipherOf(reader.number())
  const kind = reader.number()
  if (kind === 101) throw new KeyError('its private part is not in it')
  if (passphrase === '') throw new KeyError('it has a passphrase, and none is given')
  const hash = reader.number()
  const salt = kind === 0 ? new Uint8Array() : reader.take(8)
  const coded = kind === 3 ? reader.number() : undefined
  const count = coded === undefined ? 0 : (16 + (coded & 15)) * 2 ** ((coded >> 4) + 6)
  const key = await keyOfPassphrase(passphrase, { hash, salt, count }, cipher.keyBytes)
  const iv = reader.take(cipher.make(key).blockSize)
  const content = await cfb('decrypt', reader.rest(), cipher, key, iv)
  const end = content.length - (usage === 254 ? 20 : 2)
  const numbers = content.subarray(0, end)
  const sum = numbers.reduce((sum, byte) => (sum + byte) & 0xffff, 0)
  const wanted = usage === 254 ? await digest(2, numbers) : numberBytes(sum, 2)
  if (toHex(wanted) !== toHex(content.subarray(end))) throw new KeyError('the passphrase is not its own')
  return numbers
}

interface Salted {
  hash: number
  salt: Uint8Array
  count: number
}
/** Keys that are kept for the next message: making one is slow on purpose. */
const kept = new KeptReady<Uint8Array>(8)
function keyOfPassphrase(passphrase: string, how: Salted, keyBytes: number): Promise<Uint8Array> {
  const name = JSON.stringify([passphrase, how.hash, [...how.salt], how.count, keyBytes])
  return kept.of(name, () => made(passphrase, how, keyBytes))
}

/** Salt and passphrase, again and again until there are so many bytes, hashed (RFC 4880, 3.7). */
async function made(
  passphrase: string,
  { hash, salt, count }: Salted,
  keyBytes: number,
): Promise<Uint8Array> {
  const once = joined([salt, new TextEncoder().encode(passphrase)])
  const length = Math.max(count, once.length)
  const parts: Uint8Array[] = []
  for (let zeros = 0, size = 0; size < keyBytes; zeros++) {
    const all = new Uint8Array(zeros + length)
    for (let at = zeros; at < all.length; at += once.length) all.set(once.subarray(0, all.length - at), at)
    const part = await digest(hash, all)
    parts.push(part)
    size += part.length
  }
  return joined(parts).subarray(0, keyBytes)
}

/** For the platform's own cryptography. */
export function rsaJwk({ rsa }: PgpKey, secret?: Secret): JsonWebKey {
  const { n, e } = rsa!
  const open = { kty: 'RSA', n: toBase64Url(n), e: toBase64Url(e) }
  const own = secret?.rsa
  if (!own) return open
  const text = (number: bigint): string => toBase64Url(bytesOf(number, byteLength(number)))
  return { ...open, d: text(own.d), p: text(own.p), q: text(own.q), dp: text(own.dp), dq: text(own.dq), qi: text(own.qi) } // prettier-ignore
}
export function curveJwk(crv: 'X25519' | 'Ed25519', point: Uint8Array, secret?: Uint8Array): JsonWebKey {
  return { kty: 'OKP', crv, x: toBase64Url(point), ...(secret && { d: toBase64Url(secret) }) }
}
