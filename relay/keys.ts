// The keys of paired studios, in one file that only this user reads; and the codes that a new one is paired with.
import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '../worker/model/fault.ts'
import { fingerprintOf } from '../worker/relay/proof.ts'

export interface PairedKey {
  id: string
  /** Public key, ECDSA P-256. */
  jwk: JsonWebKey
  origin: string
  tenant: string
  /** What the studio calls itself. */
  name: string
  fingerprint: string
  /** Milliseconds since the epoch. */
  created: number
  expires: number
}

const lasts = 90 * 86_400_000
const mostKeys = 200

export class Keys {
  readonly #file: string
  readonly #now: () => number
  #keys: PairedKey[]

  constructor(folder: string, now: () => number = Date.now) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#file = join(folder, 'keys.json')
    this.#now = now
    this.#keys = existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as PairedKey[]) : []
  }

  /** Undefined for a key that is not known, or has ended. */
  find(id: string): PairedKey | undefined {
    const key = this.#keys.find((one) => one.id === id)
    return key && key.expires > this.#now() ? key : undefined
  }
  get all(): readonly PairedKey[] {
    return this.#keys
  }

  /** Throws RELAY:KEY for what is no public P-256 key. */
  async add(given: JsonWebKey, origin: string, tenant: string, name: string): Promise<PairedKey> {
    const { kty, crv, x, y } = given
    const jwk = { kty, crv, x, y }
    const point = /^[\w-]{43}$/
    if (kty !== 'EC' || crv !== 'P-256' || !point.test(x ?? '') || !point.test(y ?? ''))
      throw fault('RELAY:KEY', 'This is not a public key of ECDSA P-256.')
    const now = this.#now()
    const key: PairedKey = {
      id: randomBytes(16).toString('hex'),
      jwk,
      origin,
      tenant,
      name: name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80),
      fingerprint: await fingerprintOf(jwk),
      created: now,
      expires: now + lasts,
    }
    this.#keys = [...this.#keys.filter((one) => one.expires > now), key].slice(-mostKeys)
    this.#write()
    return key
  }

  /** Says whether there was one. */
  remove(id: string): boolean {
    const left = this.#keys.filter((one) => one.id !== id)
    const had = left.length < this.#keys.length
    this.#keys = left
    if (had) this.#write()
    return had
  }

  #write(): void {
    writeFileSync(this.#file + '.new', JSON.stringify(this.#keys, undefined, 1), { mode: 0o600 })
    chmodSync(this.#file + '.new', 0o600)
    renameSync(this.#file + '.new', this.#file)
  }
}

/** Crockford's base 32: no I, L, O, U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLasts = 120_000
const codeTries = 5

/** One code at a time for a tenant: eight letters, 120 s, once, five tries. */
export class Codes {
  readonly #now: () => number
  readonly #codes = new Map<string, { code: string; until: number; tries: number }>()

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  make(tenant: string): string {
    const code = Array.from({ length: 8 }, () => letters[randomInt(32)]).join('')
    this.#codes.set(tenant, { code, until: this.#now() + codeLasts, tries: 0 })
    return `${code.slice(0, 4)}-${code.slice(4)}`
  }

  hasOne(tenant: string): boolean {
    const found = this.#codes.get(tenant)
    return found !== undefined && found.until > this.#now() && found.tries < codeTries
  }

  /** The tenant that the code pairs with; undefined: it is wrong, used, or too old. */
  use(given: string): string | undefined {
    const text = given.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
    const bytes = Buffer.from(
      text
        .padEnd(8)
        .slice(0, 8)
        .replaceAll(/[^\x20-\x7e]/g, '?'),
    )
    let tenant: string | undefined
    for (const [id, one] of this.#codes) {
      if (one.until <= this.#now() || one.tries >= codeTries) continue
      one.tries++
      if (timingSafeEqual(bytes, Buffer.from(one.code)) && text.length === 8) tenant = id
    }
    if (tenant !== undefined) this.#codes.delete(tenant)
    return tenant
  }
}
