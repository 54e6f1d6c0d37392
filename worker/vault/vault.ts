// Secrets of this browser: encrypted under a key that the browser keeps and never gives out or, when the vault is protected,
// under a key that only a passphrase or the recovery key opens (key-slots.ts). Decrypted in the engine worker alone. They are in
// no app, no log, no export; when the browser clears its storage they must be entered again.
//
// AES-256-GCM with a random 96-bit IV; the additional data is the id, so that a swapped record fails (NIST SP 800-38D).
import { fault } from '../model/fault.ts'
import { done } from './database-request.ts'
import { deviceSecret } from './device-secret.ts'
import type { Opener, Slots } from './key-slots.ts'

interface Sealed {
  id: string
  /** The only hosts it may be sent to; absent: any. Bound to the value: whoever changes them cannot open it. */
  hosts?: string[]
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

const databaseName = 'weft-vault'
const keyName = 'device'
const slotsName = 'slots'
/** A secret is a password, a token or a private key; UTF-16 units. */
const longest = 65_536
const most = 1_000

export interface VaultState {
  /** `device`: whoever uses this browser uses the secrets; `passphrase`: they open with it. */
  mode: 'device' | 'passphrase'
  locked: boolean
  /** Ids of the secrets that are kept. */
  secrets: string[]
  /** The hosts of those that are bound to some: `api.example.com`, `*.example.com`, with a port or without. */
  hosts: Record<string, string[]>
}
/** What the tabs of a browser tell each other; the key stays one that cannot be read. */
type News = 'changed' | 'locked' | { key: CryptoKey }

export class Vault {
  readonly #database: IDBDatabase
  /** Absent: locked. */
  #key: CryptoKey | undefined
  #slots: Slots | undefined
  #ids: string[] = []
  readonly #hosts = new Map<string, string[]>()
  readonly #plain = new Map<string, string>()
  readonly #channel = new BroadcastChannel(databaseName)

  private constructor(database: IDBDatabase) {
    this.#database = database
    this.#channel.onmessage = ({ data }: MessageEvent<News>) => void this.#hear(data)
  }

  /** Rejects with VAULT:UNAVAILABLE where the browser offers no storage or no cryptography. */
  static async open(): Promise<Vault> {
    try {
      const database = await openDatabase()
      const vault = new Vault(database)
      await vault.#load()
      return vault
    } catch (thrown) {
      throw fault('VAULT:UNAVAILABLE', 'This browser keeps no secrets here.', {
        hint: 'Open Weft over https or on localhost, outside a private window.',
        data: { reason: String(thrown) },
      })
    }
  }

  get(id: string): string | undefined {
    return this.#plain.get(id)
  }
  has(id: string): boolean {
    return this.#ids.includes(id)
  }
  /** Where a secret may be sent; undefined: anywhere. */
  hosts(id: string): readonly string[] | undefined {
    return this.#hosts.get(id)
  }
  get state(): VaultState {
    const locked = this.#key === undefined
    const hosts = Object.fromEntries(this.#hosts)
    return { mode: this.#slots ? 'passphrase' : 'device', locked, secrets: [...this.#ids], hosts }
  }

  /** Keeps or, with `undefined`, forgets a secret. Throws VAULT:LIMIT, VAULT:LOCKED. */
  async put(id: string, value: string | undefined): Promise<void> {
    if (value !== undefined && (value.length > longest || (!this.has(id) && this.#ids.length >= most)))
      throw fault('VAULT:LIMIT', `The vault takes ${most} secrets of at most ${longest} characters.`, {
        hint: 'Delete secrets that no connection uses.',
      })
    if (value === undefined) {
      await done(this.#store('readwrite').delete(id))
      this.#plain.delete(id)
      this.#hosts.delete(id)
      this.#ids = this.#ids.filter((one) => one !== id)
    } else {
      const sealed = await seal(this.#open(), id, value, this.#hosts.get(id))
      await done(this.#store('readwrite').put(sealed))
      this.#plain.set(id, value)
      if (!this.has(id)) this.#ids.push(id)
    }
    this.#tell('changed')
  }

  /** Binds a secret to hosts; none: it may be sent anywhere. Throws VAULT:LOCKED, VAULT:HOSTS. */
  async bind(id: string, hosts: readonly string[]): Promise<void> {
    const key = this.#open()
    const value = this.#plain.get(id)
    const wanted = hostsOf(hosts)
    if (value === undefined) return
    await done(this.#store('readwrite').put(await seal(key, id, value, wanted)))
    if (wanted) this.#hosts.set(id, wanted)
    else this.#hosts.delete(id)
    this.#tell('changed')
  }

  /** Puts the secrets under a passphrase; gives the recovery key, which is shown once. Throws VAULT:SHORT, VAULT:LOCKED. */
  async protect(passphrase: string): Promise<string> {
    this.#open()
    const { newSlots } = await import('./key-slots.ts')
    const { key, slots, recovery } = await newSlots(passphrase, await deviceSecret(this.#database))
    await this.#reseal(key, slots)
    this.#tell({ key })
    return recovery
  }
  /** Takes the passphrase off: the browser's own key opens the vault again. Throws VAULT:WRONG_KEY. */
  async unprotect(opener: Opener): Promise<void> {
    await this.unlock(opener)
    const key = await deviceKey(this.#database)
    await this.#reseal(key, undefined)
    this.#tell({ key })
  }
  /** Throws VAULT:WRONG_KEY. */
  async unlock(opener: Opener): Promise<void> {
    if (!this.#slots) return
    const { openSlots } = await import('./key-slots.ts')
    const key = await openSlots(this.#slots, opener, await deviceSecret(this.#database))
    this.#key = key
    await this.#load()
    this.#tell({ key })
  }
  /** Throws VAULT:WRONG_KEY, VAULT:SHORT. */
  async changePassphrase(opener: Opener, next: string): Promise<void> {
    if (!this.#slots) return
    const { withPassphrase } = await import('./key-slots.ts')
    const slots = await withPassphrase(this.#slots, opener, next, await deviceSecret(this.#database))
    await done(this.#keys('readwrite').put(slots, slotsName))
    this.#slots = slots
    await this.unlock({ passphrase: next })
  }
  /** Forgets the key and every secret in plain, in all tabs. A vault without a passphrase stays open. */
  lock(): void {
    if (!this.#slots) return
    this.#forget()
    this.#tell('locked')
  }

  #forget(): void {
    this.#key = undefined
    this.#plain.clear()
  }
  #tell(news: News): void {
    this.#channel.postMessage(news)
  }
  async #hear(news: News): Promise<void> {
    if (news === 'locked') return this.#forget()
    if (news !== 'changed') this.#key = news.key
    await this.#load()
  }

  async #load(): Promise<void> {
    this.#slots = (await done(this.#keys('readonly').get(slotsName))) as Slots | undefined
    if (!this.#slots) this.#key = await deviceKey(this.#database)
    const all = (await done(this.#store('readonly').getAll())) as Sealed[]
    this.#ids = all.map(({ id }) => id)
    this.#hosts.clear()
    for (const { id, hosts } of all) if (hosts) this.#hosts.set(id, hosts)
    this.#plain.clear()
    if (!this.#key) return
    for (const sealed of all) {
      const value = await unseal(this.#key, sealed).catch(() => undefined)
      if (value !== undefined) this.#plain.set(sealed.id, value)
    }
  }

  /** All secrets under another key, at once or not at all. */
  async #reseal(key: CryptoKey, slots: Slots | undefined): Promise<void> {
    const sealed = await Promise.all(
      [...this.#plain].map(([id, value]) => seal(key, id, value, this.#hosts.get(id))),
    )
    const transaction = this.#database.transaction(['keys', 'secrets'], 'readwrite')
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('the database refused'))
    })
    for (const one of sealed) transaction.objectStore('secrets').put(one)
    const keys = transaction.objectStore('keys')
    if (slots) keys.put(slots, slotsName)
    else keys.delete(slotsName)
    await ended
    this.#key = key
    this.#slots = slots
  }

  /** Throws VAULT:LOCKED. */
  #open(): CryptoKey {
    if (this.#key) return this.#key
    throw fault('VAULT:LOCKED', 'The vault is locked.', { hint: 'Unlock it with its passphrase.' })
  }

  #keys(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction('keys', mode).objectStore('keys')
  }
  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction('secrets', mode).objectStore('secrets')
  }
}

async function seal(key: CryptoKey, id: string, value: string, hosts?: string[]): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt(cipher({ id, iv, hosts }), key, new TextEncoder().encode(value))
  return { id, iv, data, ...(hosts && { hosts }) }
}
async function unseal(key: CryptoKey, sealed: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt(cipher(sealed), key, sealed.data))
}

function cipher({ id, iv, hosts }: Pick<Sealed, 'id' | 'iv' | 'hosts'>): AesGcmParams {
  const bound = hosts ? `${id}\n${hosts.join('\n')}` : id
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) }
}

const mostHosts = 20
/** As they are compared: lower case, each once. Throws VAULT:HOSTS. */
function hostsOf(hosts: readonly string[]): string[] | undefined {
  const clean = [...new Set(hosts.map((host) => host.trim().toLowerCase()).filter(Boolean))]
  for (const host of clean)
    if (
      !/^(\*\.)?[\p{L}\d_-]+(\.[\p{L}\d_-]+)*(:\d{1,5})?$/u.test(host) &&
      !/^\[[\da-f:]+\](:\d{1,5})?$/.test(host)
    )
      throw fault('VAULT:HOSTS', `"${host.slice(0, 100)}" is not a host.`, {
        hint: 'Write api.example.com, *.example.com or localhost:8080, without https:// and without a path.',
      })
  if (clean.length > mostHosts)
    throw fault('VAULT:HOSTS', `A secret is bound to at most ${mostHosts} hosts.`, {
      hint: 'Use *.example.com.',
    })
  return clean.length > 0 ? clean : undefined
}

/** Made once a browser; its bytes cannot be read by anybody, only used. */
async function deviceKey(database: IDBDatabase): Promise<CryptoKey> {
  const keys = (mode: IDBTransactionMode) => database.transaction('keys', mode).objectStore('keys')
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  // Two tabs may make one at once: the first that is kept is the key of both.
  await done(keys('readwrite').add(made, keyName)).catch(() => {})
  return (await done(keys('readonly').get(keyName))) as CryptoKey
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys')
    request.result.createObjectStore('secrets', { keyPath: 'id' })
  }
  return done(request)
}
