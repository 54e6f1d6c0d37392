// The engine at home in Node: the same engine, components and DataWay as in the page, with Node's clock, chance, network
// and environment. With worker/browser.ts the only file that knows where it runs.
import { randomBytes } from 'node:crypto'
import type { StoreApi } from './api.ts'
import type { RunEvent } from './model/event.ts'
import { Engine } from './engine/engine.ts'
import type { Host } from './engine/host.ts'
import { together } from './engine/together.ts'
import { MemoryCache, MemoryState } from './engine/memory-cache.ts'
import { MemoryLocks } from './engine/memory-locks.ts'
import { storedCache, storedState } from './store/kept-values.ts'
import { exchange } from './http-exchange.ts'
import { loadDataway } from './dataway-node.ts'
import { localClock } from './local-clock.ts'
import { nodePieces } from './pieces-node.ts'
import type { OwnProtocols } from './headless/own-protocols.ts'
import { spoken } from './spoken-protocols.ts'
import { registry } from './runs.ts'

export interface NodeOptions {
  /** Lines of the run's log, as they happen. */
  log?: (event: RunEvent) => void
  /** Milliseconds since the epoch; a fixed clock for tests. */
  now?: () => number
  /** 32 random bits. */
  random?: () => number
  /** Keeps cache and state of components; absent: they live as long as the process. */
  store?: StoreApi
}

export function nodeHost(options: NodeOptions = {}): Host {
  const now = options.now ?? Date.now
  const memory = new MemoryCache(now)
  const state = new MemoryState()
  const locks = new MemoryLocks()
  const { log, store } = options
  const pieces = nodePieces()
  let own: Promise<OwnProtocols> | undefined
  const protocols = spoken(
    async () =>
      await (own ??= import('./headless/own-protocols.ts').then((module) => new module.OwnProtocols())),
  )
  return {
    clock: () => localClock(now()),
    monotonic: () => performance.now(),
    random: options.random ?? (() => randomBytes(4).readUInt32LE()),
    http: (request, mayReach, signal) => exchange(request, mayReach, signal, { redirects: 'here' }),
    protocols,
    close: async () => {
      await protocols.close()
      await (await own)?.close()
    },
    sleep,
    cache: (app) => (store ? storedCache(store, app) : memory.of(app)),
    state: (app) => (store ? storedState(store, app) : state.of(app)),
    lock: (name, maxWait, signal) => locks.take(name, maxWait, signal),
    secret: (id) => process.env[`WEFT_SECRET_${id}`],
    secretHosts: (id) =>
      process.env[`WEFT_SECRET_HOSTS_${id}`]
        ?.toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    soon: together((flush) => void setTimeout(flush, 16).unref()),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    every: (ms, call) => {
      const timer = setInterval(call, ms).unref()
      return () => clearInterval(timer)
    },
    ...(pieces && { pieces: async () => pieces }),
    ...(log && { log: (_run: string, event: RunEvent) => log(event) }),
  }
}

export async function nodeEngine(options: NodeOptions = {}): Promise<Engine> {
  return new Engine({ host: nodeHost(options), dataway: await loadDataway(), registry })
}

/** Rejects at once when aborted, and leaves no timer behind. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
