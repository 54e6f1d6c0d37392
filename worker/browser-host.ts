// The world as the engine sees it from a worker of the page: its clock, chance, fetch, and the store for the cache.
import type { StoreApi } from './api.ts'
import type { Host } from './engine/host.ts'
import { together } from './engine/together.ts'
import type { PiecePool } from './engine/pieces/piece-pool.ts'
import { exchange } from './http-exchange.ts'
import { localClock } from './local-clock.ts'
import { storedCache, storedState } from './store/kept-values.ts'

/** `base`: the folder of the studio. `vault`: what the vault of this browser has. */
export function browserHost(
  store: StoreApi,
  base: string,
  vault: Pick<Host, 'secret' | 'secretHosts'>,
): Host {
  let pieces: Promise<PiecePool> | undefined
  return {
    clock: () => localClock(performance.timeOrigin + performance.now()),
    monotonic: () => performance.now(),
    random: () => crypto.getRandomValues(new Uint32Array(1))[0]!,
    http: (request, mayReach, signal) => {
      const url = inOurFolder(request.url, base)
      return exchange({ ...request, url }, mayReach, signal, { redirects: 'platform' })
    },
    sleep,
    cache: (app) => storedCache(store, app),
    state: (app) => storedState(store, app),
    lock: takeLock,
    ...vault,
    soon: together((flush) => void setTimeout(flush, frame)),
    breathe,
    every: (ms, call) => {
      const timer = setInterval(call, ms)
      return () => clearInterval(timer)
    },
    pieces: () => (pieces ??= import('./pieces-browser.ts').then(({ browserPieces }) => browserPieces())),
  }
}

/** Milliseconds between two batches of events: one a frame of the page. */
const frame = 16

/** The demo APIs and hooks stand in the studio's folder, also where a static host has it below others. */
function inOurFolder(text: string, base: string): string {
  const folder = new URL(base)
  if (folder.pathname === '/') return text
  const path = text.startsWith(folder.origin) ? text.slice(folder.origin.length) : ''
  return /^\/(demo|hook)\//.test(path) ? folder.href.replace(/\/$/, '') + path : text
}

/** A task of its own, without the four milliseconds that nested timers wait. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** Web Locks reach over the tabs of this browser. */
async function takeLock(
  name: string,
  maxWait: number,
  signal: AbortSignal,
): Promise<(() => void) | undefined> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(maxWait)])
  return await new Promise((resolve, reject) => {
    navigator.locks
      .request(
        `weft/flow/${name}`,
        { signal: patience },
        () => new Promise<void>((release) => resolve(release)),
      )
      .catch((thrown) => (signal.aborted ? reject(thrown as Error) : resolve(undefined)))
  })
}
