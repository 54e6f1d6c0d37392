// Runs that went well and leave nothing but their summary: the summaries of a moment go into the store together, in one write,
// and nobody waits for it. A kill within that moment loses them; a run that must not be lost is durable.
import type { StoreApi } from '../api.ts'
import type { RunSummary } from '../model/event.ts'
import type { PublisherHost } from './publisher.ts'

/** Milliseconds that a summary waits for others. */
const moment = 100
/** So many wait at most: what ends then waits until the store has taken them. */
const mostWaiting = 500

export class EndedRuns {
  readonly #store: StoreApi
  readonly #after: PublisherHost['after']
  #waiting: RunSummary[] = []
  #writing: Promise<void> = Promise.resolve()
  #stopTimer: (() => void) | undefined

  constructor(store: StoreApi, after: PublisherHost['after']) {
    this.#store = store
    this.#after = after
  }

  /** A promise where the store is behind: no more should run before it has resolved. */
  add(summary: RunSummary): Promise<void> | undefined {
    this.#waiting.push(summary)
    this.#stopTimer ??= this.#after(moment, () => void this.written())
    return this.#waiting.length < mostWaiting ? undefined : this.written()
  }

  /** Writes what waits; resolves when it is in the store, or the store did not take it. */
  written(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  async #write(): Promise<void> {
    this.#stopTimer?.()
    this.#stopTimer = undefined
    const summaries = this.#waiting.splice(0)
    if (summaries.length === 0) return
    // A store that is full never fails a run.
    await this.#store.addSummaries(summaries).catch((thrown) => console.warn(thrown))
  }
}
