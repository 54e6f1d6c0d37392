// The Cache component's store: texts by key, per app, each with a time to live. It never throws for a business result: a
// limit that is reached answers `fail: <reason>`, which the component turns into "fail" and the variable `err`.
import type { StoreHome } from './home.ts'
import type { Journal } from './journal.ts'
import type { CacheEntry, Tables } from './tables.ts'

const maxEntries = 1_000
const maxBytes = 10 * 1024 * 1024
const maxEntryBytes = 100 * 1024
const maxSeconds = 2_592_000

export class CacheShelf {
  readonly #tables: Tables
  readonly #journal: Journal
  readonly #home: StoreHome

  constructor(tables: Tables, journal: Journal, home: StoreHome) {
    this.#tables = tables
    this.#journal = journal
    this.#home = home
  }

  /** `OK`; `fail` when `ifAbsent` and the key is there; `fail: <reason>` at a limit. */
  put(app: string, key: string, value: string, ttlSeconds: number, ifAbsent: boolean): Promise<string> {
    return this.#home.locks.run('weft:cache', async () => {
      if (!(ttlSeconds >= 1 && ttlSeconds <= maxSeconds))
        return `fail: the time to live must be 1 to ${maxSeconds} s`
      const bytes = sizeOf(key, value)
      if (bytes > maxEntryBytes)
        return `fail: an entry may have ${maxEntryBytes} bytes, this one has ${bytes}`
      const now = this.#home.now()
      const known = await this.#live(app, key)
      if (ifAbsent && known) return 'fail'
      const others = (await this.#tables.cacheEntries()).filter(
        (one) => !(one.app === app && one.key === key),
      )
      const stale = others.filter((one) => one.expires <= now)
      const live = others.filter((one) => one.expires > now)
      if (live.length >= maxEntries) return `fail: the cache has its ${maxEntries} entries`
      if (live.reduce((sum, one) => sum + sizeOf(one.key, one.value), bytes) > maxBytes) {
        return `fail: the cache has its ${maxBytes} bytes`
      }
      const entry: CacheEntry = { app, key, value, expires: now + ttlSeconds * 1000 }
      const swept = stale.map((one) => ({ kind: 'cache' as const, t: now, ...one, value: undefined }))
      await this.#journal.write([...swept, { kind: 'cache', t: now, ...entry }])
      return 'OK'
    })
  }

  /** The value, or an empty text. */
  async get(app: string, key: string): Promise<string> {
    return (await this.#live(app, key))?.value ?? ''
  }
  /** `deleted` or `data not exist`. */
  delete(app: string, key: string): Promise<string> {
    return this.#home.locks.run('weft:cache', async () => {
      if (!(await this.#live(app, key))) return 'data not exist'
      await this.#journal.write([{ kind: 'cache', t: this.#home.now(), app, key, expires: 0 }])
      return 'deleted'
    })
  }
  async exists(app: string, key: string): Promise<number> {
    return (await this.#live(app, key)) ? 1 : 0
  }

  async #live(app: string, key: string): Promise<CacheEntry | undefined> {
    const entry = await this.#tables.cache(app, key)
    return entry && entry.expires > this.#home.now() ? entry : undefined
  }
}

function sizeOf(key: string, value: string): number {
  return new TextEncoder().encode(key + value).length
}
