// How the key of a protected vault is kept: wrapped once under the passphrase, once under the recovery key.
//
// Passphrase: HKDF-SHA256(Argon2id(passphrase) ‖ device secret). Argon2id of RFC 9106 with 64 MiB, 3 passes, 1 lane; the device
// secret stays in this browser and is in no backup, so that a stolen copy is useless even with a weak passphrase. Recovery key:
// 160 random bits, written on paper; it works without the device secret. Wrapping: AES-256-GCM.
import { argon2id } from 'hash-wasm'
import { fault } from '../model/fault.ts'

export interface Slot {
  salt: Uint8Array<ArrayBuffer>
  iv: Uint8Array<ArrayBuffer>
  wrapped: ArrayBuffer
  /** Of Argon2id: KiB of memory and passes; absent: the recovery key. */
  cost?: { memory: number; passes: number }
}
export interface Slots {
  passphrase: Slot
  recovery: Slot
}

const shortestPassphrase = 12
const present = { memory: 64 * 1024, passes: 3 }
/** What a stored cost may be: weaker is refused, stronger would stop the browser. */
const floor = { memory: 19_456, passes: 2 }
const ceiling = { memory: 1024 * 1024, passes: 10 }
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new key in both slots, and the recovery key as it is written down. Throws VAULT:SHORT. */
export async function newSlots(
  passphrase: string,
  device: Uint8Array,
): Promise<{ key: CryptoKey; slots: Slots; recovery: string }> {
  const raw = random(32)
  const recoveryBytes = random(20)
  const [byPassphrase, byRecovery] = [
    await wrap(raw, (salt) => passphraseKey(passphrase, device, salt, present), present),
    await wrap(raw, (salt) => derived(recoveryBytes, salt, 'weft-vault/recovery/1')),
  ]
  const key = await importKey(raw)
  raw.fill(0)
  return {
    key,
    slots: { passphrase: byPassphrase, recovery: byRecovery },
    recovery: writtenKey(recoveryBytes),
  }
}

/** The same key under another passphrase, opened by the old one or by the recovery key. Throws VAULT:WRONG_KEY, VAULT:SHORT. */
export async function withPassphrase(
  slots: Slots,
  opener: Opener,
  next: string,
  device: Uint8Array,
): Promise<Slots> {
  const raw = await rawKey(slots, opener, device)
  const passphrase = await wrap(raw, (salt) => passphraseKey(next, device, salt, present), present)
  raw.fill(0)
  return { ...slots, passphrase }
}

export type Opener = { passphrase: string } | { recovery: string }

/** Throws VAULT:WRONG_KEY. */
export async function openSlots(slots: Slots, opener: Opener, device: Uint8Array): Promise<CryptoKey> {
  const raw = await rawKey(slots, opener, device)
  const key = await importKey(raw)
  raw.fill(0)
  return key
}

async function rawKey(slots: Slots, opener: Opener, device: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if ('recovery' in opener) {
      const { salt, iv, wrapped } = slots.recovery
      return await unwrap(await derived(readKey(opener.recovery), salt, 'weft-vault/recovery/1'), iv, wrapped)
    }
    const { salt, iv, wrapped, cost = present } = slots.passphrase
    if (
      cost.memory < floor.memory ||
      cost.passes < floor.passes ||
      cost.memory > ceiling.memory ||
      cost.passes > ceiling.passes
    )
      // prettier-ignore
      throw new RangeError('cost')
    return await unwrap(await argonKey(opener.passphrase, device, salt, cost), iv, wrapped)
  } catch {
    throw fault(
      'VAULT:WRONG_KEY',
      'recovery' in opener
        ? 'This is not the recovery key of the vault.'
        : 'This is not the passphrase of the vault.',
      { hint: 'Try again, or use the other key.' },
    )
  }
}

async function passphraseKey(
  text: string,
  device: Uint8Array,
  salt: Uint8Array<ArrayBuffer>,
  cost: typeof present,
): Promise<CryptoKey> {
  if ([...text].length < shortestPassphrase)
    throw fault('VAULT:SHORT', `A passphrase has at least ${shortestPassphrase} characters.`, {
      hint: 'Four or five words that nobody would put together are easy to keep in mind.',
    })
  return argonKey(text, device, salt, cost)
}

async function argonKey(
  text: string,
  device: Uint8Array,
  salt: Uint8Array<ArrayBuffer>,
  cost: typeof present,
): Promise<CryptoKey> {
  const hashed = await argon2id({
    password: text.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memory,
    hashLength: 32,
    outputType: 'binary',
  })
  const both = new Uint8Array(64)
  both.set(hashed)
  both.set(device, 32)
  return derived(both, salt, 'weft-vault/1')
}

async function derived(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: string,
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function wrap(
  raw: Uint8Array<ArrayBuffer>,
  keyOf: (salt: Uint8Array<ArrayBuffer>) => Promise<CryptoKey>,
  cost?: typeof present,
): Promise<Slot> {
  const [salt, iv] = [random(16), random(12)]
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(salt), raw)
  return { salt, iv, wrapped, ...(cost && { cost }) }
}
async function unwrap(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  wrapped: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, wrapped))
}

function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
function random(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count))
}

/** 160 bits as eight groups of four base32 digits (Crockford: no I, L, O, U). */
function writtenKey(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const text = Array.from({ length: 32 }, (_, i) => digits[Number((bits >> BigInt(155 - 5 * i)) & 31n)]).join(
    '',
  )
  return text.match(/.{4}/g)!.join('-')
}
/** As it was written down, with or without signs between, O for 0 and I or L for 1. */
function readKey(text: string): Uint8Array<ArrayBuffer> {
  const clean = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (clean.length !== 32) throw new RangeError('length')
  let bits = 0n
  for (const digit of clean) {
    const value = digits.indexOf(digit)
    if (value < 0) throw new RangeError('digit')
    bits = (bits << 5n) | BigInt(value)
  }
  return Uint8Array.from({ length: 20 }, (_, i) => Number((bits >> BigInt(8 * (19 - i))) & 255n))
}
