// The cache of the apps in memory: for headless runs, where nothing is kept after the process, and for tests. The
// platform's limits are its defaults.
import type { Tagged } from '../model/app.ts'
import type { CacheStore, StateStore } from '../model/context.ts'

export const CACHE_LIMITS = {
  entryBytes: 100 * 1024,
  entries: 1000,
  bytes: 10 * 1024 * 1024,
  ttlSeconds: 2_592_000,
}

interface Entry {
  value: string
  bytes: number
  until: number
}

export class MemoryCache {
  readonly #apps = new Map<string, Map<string, Entry>>()
  readonly #now: () => number

  /** `now`: milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** The cache of one app. Answers are the words of the Cache component; `fail: <reason>` where it could not store. */
  of(app: string): CacheStore {
    return {
      put: async (key, value, ttlSeconds, ifAbsent) => this.#put(app, key, value, ttlSeconds, ifAbsent),
      get: async (key) => this.#live(app, key)?.value ?? '',
      delete: async (key) => {
        const there = this.#live(app, key) !== undefined
        this.#apps.get(app)?.delete(key)
        return there ? 'deleted' : 'data not exist'
      },
      exists: async (key) => (this.#live(app, key) ? 1 : 0),
    }
  }

  #put(app: string, key: string, value: string, ttlSeconds: number, ifAbsent: boolean): string {
    const refused = whyRefused(value, ttlSeconds)
    if (refused) return `fail: ${refused}`
    if (ifAbsent && this.#live(app, key)) return 'fail'
    const entries = this.#entries(app)
    this.#dropDead(entries)
    const bytes = byteLength(value)
    let total = bytes
    let count = 1
    for (const [other, entry] of entries)
      if (other !== key) {
        total += entry.bytes
        count++
      }
    if (count > CACHE_LIMITS.entries)
      return `fail: the cache has ${CACHE_LIMITS.entries} entries, no more go in`
    if (total > CACHE_LIMITS.bytes) return `fail: the cache holds ${CACHE_LIMITS.bytes} bytes at most`
    entries.set(key, { value, bytes, until: this.#now() + ttlSeconds * 1000 })
    return 'OK'
  }

  #live(app: string, key: string): Entry | undefined {
    const entry = this.#apps.get(app)?.get(key)
    return entry && entry.until > this.#now() ? entry : undefined
  }
  #entries(app: string): Map<string, Entry> {
    let entries = this.#apps.get(app)
    if (!entries) this.#apps.set(app, (entries = new Map()))
    return entries
  }
  #dropDead(entries: Map<string, Entry>): void {
    const now = this.#now()
    for (const [key, entry] of entries) if (entry.until <= now) entries.delete(key)
  }
}

/** Why a value cannot be stored; the same rules in every store. */
export function whyRefused(value: string, ttlSeconds: number): string | undefined {
  if (!(ttlSeconds >= 1 && ttlSeconds <= CACHE_LIMITS.ttlSeconds))
    return `the time to live is ${ttlSeconds} s; 1 s to 30 days go`
  const bytes = byteLength(value)
  if (bytes > CACHE_LIMITS.entryBytes) return `the value has ${bytes} bytes; ${CACHE_LIMITS.entryBytes} go`
  return undefined
}

function byteLength(text: string): number {
  return text.length > CACHE_LIMITS.entryBytes ? text.length : new TextEncoder().encode(text).length
}

/** What components keep, in memory. */
export class MemoryState {
  readonly #apps = new Map<string, Map<string, Tagged>>()
  of(app: string): StateStore {
    let state = this.#apps.get(app)
    if (!state) this.#apps.set(app, (state = new Map()))
    const kept = state
    return {
      get: async (key) => structuredClone(kept.get(key)),
      put: async (key, value) => {
        if (value === undefined) kept.delete(key)
        else kept.set(key, structuredClone(value))
      },
    }
  }
}
