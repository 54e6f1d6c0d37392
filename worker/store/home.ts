// What the store needs of the place it runs in. worker.ts gives it the browser's means, node-home.ts Node's.
import { toFault, type Fault } from '../model/fault.ts'
import type { LogFolder } from './log-folder.ts'
import type { Tables } from './tables.ts'

export interface StoreHome {
  /** This tab or process, unique among all that share the storage. */
  tab: string
  durability: 'opfs' | 'indexeddb' | 'memory'
  tables: Tables
  /** Absent: no log, the tables are all there is. */
  folder?: LogFolder
  /** Room that is kept for what a person saves; absent: none. */
  reserveBytes?: number
  locks: Locks
  channel: Channel
  now(): number
  /** Asks the browser to keep the storage. */
  persist(): Promise<void>
}

export interface Locks {
  /** Waits for the lock, holds it while `work` runs. */
  run<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Takes the lock if nobody has it; the result lets it go. */
  tryHold(name: string): Promise<(() => void) | undefined>
  /** Resolves when nobody holds it (any more). */
  whenFree(name: string): Promise<void>
}

/** What tabs tell each other. */
export type Told =
  { topic: 'hello' | 'here'; tab: string } | { topic: 'apps'; app: string } | { topic: 'runs'; app: string }
export interface Channel {
  tell(told: Told): void
  /** Calls back with what the other tabs tell. */
  listen(listener: (told: Told) => void): void
}

/** Locks of one process: enough for Node and tests. */
export class LocalLocks implements Locks {
  readonly #tails = new Map<string, Promise<unknown>>()

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    const tail = mine.catch(() => {})
    this.#tails.set(name, tail)
    try {
      return await mine
    } finally {
      if (this.#tails.get(name) === tail) this.#tails.delete(name)
    }
  }
  async tryHold(name: string): Promise<(() => void) | undefined> {
    if (this.#tails.has(name)) return undefined
    let release = (): void => {}
    void this.run(name, () => new Promise<void>((resolve) => (release = resolve)))
    await Promise.resolve()
    return () => release()
  }
  async whenFree(name: string): Promise<void> {
    while (this.#tails.has(name)) await this.#tails.get(name)
  }
}

/** A Fault for what a failed write threw; tells a full disk from the rest. */
export function writeFault(thrown: unknown): Fault {
  const names = namesOf(thrown)
  if (names.some((name) => name === 'QuotaExceededError' || name === 'ENOSPC' || name === 'EDQUOT')) {
    return {
      code: 'STORE:FULL',
      message: 'There is no room left to save. What was saved before is untouched.',
      hint: 'Delete runs or apps that you no longer need, or export them to a file first.',
    }
  }
  return toFault(thrown, 'STORE:WRITE')
}

function namesOf(thrown: unknown): string[] {
  const { name, code, inner } = (thrown ?? {}) as { name?: string; code?: string; inner?: unknown }
  return [name ?? '', typeof code === 'string' ? code : '', ...(inner ? namesOf(inner) : [])]
}
