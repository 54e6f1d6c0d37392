// All that the engine sees of the world. Made by worker/browser.ts and worker/node.ts, and by tests with a clock, chance
// and a network of their own.
import type { CacheStore, HttpRequest, HttpResponse, StateStore } from '../model/context.ts'
import type { ProtocolLink } from '../model/protocol-link.ts'
import type { RunEvent } from '../model/event.ts'
import type { PiecePool } from './pieces/piece-pool.ts'

export interface Host {
  /** Microseconds since the epoch, the zone and its offset in seconds east of UTC. */
  clock(): { micros: number; offset: number; zone: string }
  /** Milliseconds that only grow, with fractions. */
  monotonic(): number
  /** 32 random bits. */
  random(): number
  /**
   * One exchange. `mayReach` is asked for every address before it is called, also after a redirect; it throws
   * HTTP:NOT_GRANTED. Rejects with a Fault HTTP:….
   */
  http(request: HttpRequest, mayReach: (url: URL) => void, signal: AbortSignal): Promise<HttpResponse>
  /** Resolves after the time, rejects at once when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  cache(app: string): CacheStore
  /** What the components of an app keep from run to run. */
  state(app: string): StateStore
  /** Takes a lock; the function it gives lets go of it. `undefined`: not within `maxWait` milliseconds. */
  lock(name: string, maxWait: number, signal: AbortSignal): Promise<(() => void) | undefined>
  /** The value of a secret; undefined where the vault is locked or has none. */
  secret(id: string): string | undefined
  /** The hosts that a secret is bound to; undefined: none, it may be sent anywhere. */
  secretHosts?(id: string): readonly string[] | undefined
  /** The way to what a browser cannot speak. Rejects with RELAY:NONE where there is none. */
  protocols?(): Promise<ProtocolLink>
  /** Calls back a little later (at most one animation frame): batches of events go out then. */
  soon(flush: () => void): void
  /** Resolves after other work of this thread had its turn. */
  breathe(): Promise<void>
  /** Calls back about every so many milliseconds until the result is called; absent: no run is ended because of its time. */
  every?(ms: number, call: () => void): () => void
  /** Workers for branches that only compute; absent where there are none. */
  pieces?(): Promise<PiecePool>
  /** Lets go of what was opened for runs: connections of protocols. */
  close?(): Promise<void>
  /** Lines of the run's log, as they happen. */
  log?(run: string, event: RunEvent): void
}
