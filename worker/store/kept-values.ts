// Cache and state of components, kept in the store: they outlive the tab or the process.
import type { StoreApi } from '../api.ts'
import type { CacheStore, StateStore } from '../model/context.ts'

export function storedCache(store: StoreApi, app: string): CacheStore {
  return {
    put: (key, value, ttl, ifAbsent) => store.cachePut(app, key, value, ttl, ifAbsent),
    get: (key) => store.cacheGet(app, key),
    delete: (key) => store.cacheDelete(app, key),
    exists: (key) => store.cacheExists(app, key),
  }
}

export function storedState(store: StoreApi, app: string): StateStore {
  return {
    get: async (key) => (await store.setting(`state/${app}/${key}`)) ?? undefined,
    put: (key, value) => store.setSetting(`state/${app}/${key}`, value ?? null),
  }
}
