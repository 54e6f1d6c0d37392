// The journal of one durable run: what the engine says is written to the store in order, what comes meanwhile goes together.
// A store without room makes the run wait at its next effect, until there is room or the run is stopped.
import type { JournalEntry, RecordedEffect, StoreApi } from '../api.ts'
import type { EffectJournal } from '../engine/effect-journal.ts'
import { toFault, type Fault } from '../model/fault.ts'

const shortestWait = 1_000
const longestWait = 30_000

export interface LogWaits {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls back once after about so many milliseconds. */
  after(milliseconds: number, call: () => void): () => void
  /** The run may not write any more: another life of it has begun, or it was deleted. */
  fenced(): void
  /** It could not be kept, as where there is no room: the run waits. */
  waits(reason: Fault): void
}

export class EffectLog implements EffectJournal {
  readonly #store: StoreApi
  readonly #run: string
  readonly #epoch: number
  readonly #waits: LogWaits
  /** When each began that has no outcome. */
  readonly #open = new Map<string, number>()
  #waiting: JournalEntry[] = []
  #writing: Promise<void> | undefined
  #isOver = false

  /** `earlier`: what former lives of the run left. */
  constructor(
    store: StoreApi,
    run: string,
    epoch: number,
    earlier: readonly JournalEntry[],
    waits: LogWaits,
  ) {
    this.#store = store
    this.#run = run
    this.#epoch = epoch
    this.#waits = waits
    for (const entry of earlier) {
      if ('open' in entry) this.#open.set(entry.open, entry.t)
      else if ('again' in entry) this.#open.delete(entry.again)
      else if ('key' in entry) this.#open.delete(entry.key)
    }
  }

  openSince(key: string): number | undefined {
    return this.#open.get(key)
  }
  async open(key: string, kind: string, asked: string): Promise<void> {
    this.#waiting.push({ open: key, kind, asked, t: this.#waits.now() })
    await this.#write()
  }
  done(effect: RecordedEffect, write: boolean): void {
    this.#waiting.push(effect)
    if (write) void this.#write()
  }
  /** This life of the run has lasted a while. */
  alive(): void {
    this.#waiting.push({ alive: this.#waits.now() })
    void this.#write()
  }
  /** Resolves when all is safe that was said until now. */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0 || this.#writing) await this.#write()
  }

  async #write(): Promise<void> {
    const before = this.#writing
    if (before) {
      await before
      // Somebody who waited for the same write may have begun the next one, which holds ours too.
      if (this.#writing) return await this.#writing
    }
    if (this.#waiting.length === 0) return
    const entries = this.#waiting
    this.#waiting = []
    this.#writing = this.#commit(entries).finally(() => (this.#writing = undefined))
    await this.#writing
  }

  async #commit(entries: JournalEntry[]): Promise<void> {
    for (let wait = shortestWait; !this.#isOver; wait = Math.min(wait * 2, longestWait)) {
      try {
        return await this.#store.addToJournal(this.#run, this.#epoch, entries)
      } catch (thrown) {
        const reason = toFault(thrown)
        if (reason.code === 'RUN:FENCED') {
          this.#isOver = true
          this.#waits.fenced()
          return
        }
        this.#waits.waits(reason)
        await new Promise<void>((resolve) => this.#waits.after(wait, resolve))
      }
    }
  }
}
