// Secrets of this browser: encrypted under a key that the browser keeps and never gives out, decrypted in the engine worker
// alone. They are in no app, no log, no export; when the browser clears its storage they must be entered again.
//
// AES-256-GCM with a random 96-bit IV; the additional data is the id, so that a swapped record fails (NIST SP 800-38D).
import { fault } from '../model/fault.ts'

interface Sealed {
  id: string
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

const databaseName = 'weft-vault'
const keyName = 'device'
/** A secret is a password, a token or a private key; UTF-16 units. */
const longest = 65_536
const most = 1_000

export class Vault {
  readonly #database: IDBDatabase
  readonly #key: CryptoKey
  readonly #plain = new Map<string, string>()
  readonly #channel = new BroadcastChannel(databaseName)

  private constructor(database: IDBDatabase, key: CryptoKey) {
    this.#database = database
    this.#key = key
    this.#channel.onmessage = () => void this.#load()
  }

  /** Rejects with VAULT:UNAVAILABLE where the browser offers no storage or no cryptography. */
  static async open(): Promise<Vault> {
    try {
      const database = await openDatabase()
      const vault = new Vault(database, await deviceKey(database))
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

  /** Keeps or, with `undefined`, forgets a secret. Throws VAULT:LIMIT. */
  async put(id: string, value: string | undefined): Promise<void> {
    if (value !== undefined && (value.length > longest || (!this.#plain.has(id) && this.#plain.size >= most)))
      throw fault('VAULT:LIMIT', `The vault takes ${most} secrets of at most ${longest} characters.`, {
        hint: 'Delete secrets that no connection uses.',
      })
    if (value === undefined) {
      await done(this.#store('readwrite').delete(id))
      this.#plain.delete(id)
    } else {
      const sealed = await this.#seal(id, value)
      await done(this.#store('readwrite').put(sealed))
      this.#plain.set(id, value)
    }
    this.#channel.postMessage('changed')
  }

  async #load(): Promise<void> {
    const all = (await done(this.#store('readonly').getAll())) as Sealed[]
    this.#plain.clear()
    for (const sealed of all) {
      const value = await this.#open(sealed).catch(() => undefined)
      if (value !== undefined) this.#plain.set(sealed.id, value)
    }
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction('secrets', mode).objectStore('secrets')
  }

  async #seal(id: string, value: string): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const data = await crypto.subtle.encrypt(cipher(iv, id), this.#key, new TextEncoder().encode(value))
    return { id, iv, data }
  }

  async #open({ id, iv, data }: Sealed): Promise<string> {
    return new TextDecoder().decode(await crypto.subtle.decrypt(cipher(iv, id), this.#key, data))
  }
}

function cipher(iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
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

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      reject(request.error ?? new Error('the database refused'))
    }
  })
}
