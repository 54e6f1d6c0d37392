// Open sessions, kept for the next call to the same target with the same values: by tenant, protocol and connection, never
// across tenants. A session serves one call at a time unless its protocol shares.
import { fault, isFault, toFault } from '../worker/model/fault.ts'
import type { Value } from '../worker/model/value.ts'
import type { ConnectionValues } from '../worker/model/protocol-link.ts'
import { Arguments } from './arguments.ts'
import type { Dialer } from './guard/dial.ts'
import type { TenantHooks } from './hooks/hooks.ts'
import { protocolCode, protocolManifests } from './protocols.ts'
import type { Session, Wanted } from './session.ts'

interface Pooled {
  session: Session
  uses: number
  idle: NodeJS.Timeout | undefined
}
interface Shelf {
  shares: boolean
  pooled: Pooled[]
  opening: number
  waiting: (() => void)[]
}
interface Transaction {
  pooled: Pooled
  shelf: Shelf
  busy: Promise<unknown>
  timer: NodeJS.Timeout
}

const limits = {
  /** Sessions to one target with the same values. */
  sessions: 8,
  idleMs: 60_000,
  openMs: 20_000,
  transactionMs: 300_000,
}

export class Pool {
  readonly #dialer: Dialer
  readonly #hooks: TenantHooks | undefined
  readonly #shelves = new Map<string, Shelf>()
  readonly #transactions = new Map<string, Promise<Transaction>>()

  /** `hooks`: of the tenant whose sessions these are. */
  constructor(dialer: Dialer, hooks?: TenantHooks) {
    this.#dialer = dialer
    this.#hooks = hooks
  }

  /** Runs `work` with a session to this target. */
  async use<T>(
    protocol: string,
    connection: ConnectionValues,
    wanted: Wanted,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const shelf = this.#shelf(protocol, connection)
    const pooled = await this.#take(shelf, protocol, connection, wanted)
    try {
      return await work(pooled.session)
    } finally {
      this.#giveBack(shelf, pooled)
    }
  }

  /** The same within a transaction, which begins with its first call. */
  async useWithin<T>(
    transaction: string,
    protocol: string,
    connection: ConnectionValues,
    wanted: Wanted,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const key = `${transaction} ${keyOf(protocol, connection)}`
    let begun = this.#transactions.get(key)
    if (!begun) {
      begun = this.#begin(key, protocol, connection, wanted)
      this.#transactions.set(key, begun)
      begun.catch(() => this.#transactions.delete(key))
    }
    const held = await begun
    held.timer.refresh()
    const done = held.busy.then(() => work(held.pooled.session))
    held.busy = done.catch(() => {})
    return await done
  }

  /** Ends a transaction; one that has had no call here has nothing to end. Throws when the session is gone. */
  async end(transaction: string, protocol: string, connection: ConnectionValues, how: 'commit' | 'rollback') {
    const key = `${transaction} ${keyOf(protocol, connection)}`
    const begun = this.#transactions.get(key)
    this.#transactions.delete(key)
    if (!begun) {
      if (how === 'rollback') return
      throw fault('RELAY:TRANSACTION', 'The transaction is no longer open: it was rolled back.', {
        hint: 'It stood still too long, or the relay was started anew.',
      })
    }
    const { pooled, shelf, busy, timer } = await begun
    clearTimeout(timer)
    await busy
    try {
      await pooled.session.transaction![how]()
    } catch (thrown) {
      await pooled.session.close().catch(() => {})
      throw thrown
    } finally {
      this.#giveBack(shelf, pooled)
    }
  }

  /** A session of its own, for a subscription or a test: whoever opens it closes it. */
  async open(protocol: string, connection: ConnectionValues, signal: AbortSignal): Promise<Session> {
    const code = await protocolCode(protocol)
    if (!code) throw fault('RELAY:PROTOCOL', `The relay does not speak ${protocol.slice(0, 40)}.`)
    // By hand: a signal made of AbortSignal.timeout may be collected as garbage before its time is over.
    const patience = new AbortController()
    const late = setTimeout(() => patience.abort(tooSlow(connection)), limits.openMs)
    const gone = (): void => patience.abort(signal.reason)
    if (signal.aborted) gone()
    signal.addEventListener('abort', gone)
    const opening = code(new Arguments(new Map(Object.entries(connection)) as Map<Value, Value>), {
      dialer: this.#dialer,
      ...(this.#hooks && { hooks: this.#hooks }),
      signal: patience.signal,
    })
    try {
      return await new Promise((resolve, reject) => {
        const stop = (): void => {
          // What opens after all is not left behind.
          opening.then((session) => session.close()).catch(() => {})
          reject(patience.signal.reason)
        }
        if (patience.signal.aborted) return stop()
        patience.signal.addEventListener('abort', stop)
        opening.then(resolve, (thrown) => reject(isFault(thrown) ? thrown : toFault(thrown, 'CONNECT:FAILED'))) // prettier-ignore
      })
    } finally {
      clearTimeout(late)
      signal.removeEventListener('abort', gone)
    }
  }

  async close(): Promise<void> {
    const all = [...this.#shelves.values()].flatMap((shelf) => shelf.pooled.splice(0))
    this.#shelves.clear()
    for (const begun of this.#transactions.values()) void begun.then(({ timer }) => clearTimeout(timer), () => {}) // prettier-ignore
    this.#transactions.clear()
    for (const { idle } of all) clearTimeout(idle)
    await Promise.allSettled(all.map(({ session }) => session.close()))
  }

  get size(): number {
    return [...this.#shelves.values()].reduce((sum, shelf) => sum + shelf.pooled.length, 0)
  }

  async #begin(
    key: string,
    protocol: string,
    connection: ConnectionValues,
    wanted: Wanted,
  ): Promise<Transaction> {
    const shelf = this.#shelf(protocol, connection)
    const pooled = await this.#take(shelf, protocol, connection, wanted)
    try {
      if (!pooled.session.transaction) throw fault('RELAY:TRANSACTION', `${protocol} has no transactions.`)
      await pooled.session.transaction.begin()
    } catch (thrown) {
      this.#giveBack(shelf, pooled)
      throw thrown
    }
    const timer = setTimeout(() => {
      this.#transactions.delete(key)
      // Closing rolls back at the server.
      void pooled.session.close().catch(() => {})
      this.#giveBack(shelf, pooled)
    }, limits.transactionMs)
    timer.unref()
    return { pooled, shelf, busy: Promise.resolve(), timer }
  }

  #shelf(protocol: string, connection: ConnectionValues): Shelf {
    const key = keyOf(protocol, connection)
    let shelf = this.#shelves.get(key)
    if (!shelf) {
      shelf = {
        shares: protocolManifests.get(protocol)?.shares === true,
        pooled: [],
        opening: 0,
        waiting: [],
      }
      this.#shelves.set(key, shelf)
    }
    return shelf
  }

  async #take(shelf: Shelf, protocol: string, connection: ConnectionValues, wanted: Wanted): Promise<Pooled> {
    for (;;) {
      shelf.pooled = shelf.pooled.filter((one) => one.session.isOpen() || this.#drop(one))
      const free = shelf.pooled.find((one) => shelf.shares || one.uses === 0)
      if (free) {
        free.uses++
        clearTimeout(free.idle)
        return free
      }
      const most = shelf.shares ? 1 : limits.sessions
      if (shelf.pooled.length + shelf.opening < most) break
      const { signal } = wanted
      await new Promise<void>((resolve, reject) => {
        const stop = (): void => reject(signal.reason)
        signal.addEventListener('abort', stop, { once: true })
        shelf.waiting.push(() => {
          signal.removeEventListener('abort', stop)
          resolve()
        })
      })
    }
    shelf.opening++
    try {
      const pooled: Pooled = {
        session: await this.open(protocol, connection, wanted.signal),
        uses: 1,
        idle: undefined,
      }
      shelf.pooled.push(pooled)
      return pooled
    } finally {
      shelf.opening--
      for (const wake of shelf.waiting.splice(0)) wake()
    }
  }

  #giveBack(shelf: Shelf, pooled: Pooled): void {
    pooled.uses--
    if (pooled.uses === 0) {
      pooled.idle = setTimeout(() => {
        shelf.pooled = shelf.pooled.filter((one) => one !== pooled)
        void pooled.session.close().catch(() => {})
      }, limits.idleMs)
      pooled.idle.unref()
    }
    for (const wake of shelf.waiting.splice(0)) wake()
  }

  #drop({ idle, session }: Pooled): boolean {
    clearTimeout(idle)
    void session.close().catch(() => {})
    return false
  }
}

/** It has the connection's secrets in it: never told to anybody. */
function keyOf(protocol: string, connection: ConnectionValues): string {
  return JSON.stringify([protocol, Object.entries(connection).sort(([a], [b]) => (a < b ? -1 : 1))])
}

function tooSlow({ host, port }: ConnectionValues) {
  return fault('CONNECT:TIMEOUT', `${String(host)}:${String(port)} did not let us in within the time.`, {
    hint: 'Check host and port; the server may be busy.',
  })
}
