// Brings a run into the store while it happens, and its events to the page: a killed tab loses nothing but the last frame.
// A store that is full never fails a run; the run's log says so once.
import type { RunRecord, StoreApi } from './api.ts'
import type { RunEvent, RunSummary } from './model/event.ts'
import { toFault } from './model/fault.ts'

export class RunKeeper {
  readonly #store: StoreApi
  readonly #id: string
  readonly #show: (events: RunEvent[]) => void
  #running?: RunSummary
  #early: RunEvent[] = []
  #writing: Promise<void> = Promise.resolve()
  #lastSeq = -1
  #hasTold = false

  constructor(store: StoreApi, id: string, show: (events: RunEvent[]) => void) {
    this.#store = store
    this.#id = id
    this.#show = show
  }

  /**
   * The run is in the store from now on, and its events as they come. To be called before it starts: a script that never
   * ends lets nothing out of this worker.
   */
  begin(running: RunSummary): void {
    this.#running = running
    this.#writing = this.#guarded(() => this.#store.appendEvents(this.#id, running, []))
  }

  /** A run that cannot even start leaves nothing. */
  async guard<T>(start: () => T): Promise<T> {
    try {
      return start()
    } catch (thrown) {
      await this.#writing
      await this.#store.deleteRun(this.#id).catch(() => {})
      throw thrown
    }
  }

  take(events: RunEvent[]): void {
    if (events.length === 0) return
    this.#lastSeq = events.at(-1)!.seq
    this.#show(events)
    if (this.#running) this.#keep(events)
    else this.#early.push(...events)
  }

  /** Resolves when the run is stored as it ended. */
  async end(summary: RunSummary, record: RunRecord | undefined): Promise<RunSummary> {
    await this.#writing
    await this.#guarded(() =>
      record
        ? this.#store.putRun(summary, record, this.#early.splice(0))
        : this.#store.appendEvents(this.#id, summary, this.#early.splice(0)),
    )
    return summary
  }

  #keep(events: RunEvent[]): void {
    const running = this.#running!
    this.#writing = this.#writing.then(() =>
      this.#guarded(() => this.#store.appendEvents(this.#id, running, events)),
    )
  }

  async #guarded(write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (thrown) {
      if (this.#hasTold) return
      this.#hasTold = true
      const { code, message, hint } = toFault(thrown)
      const text = `The run is not kept: ${code} ${message} ${hint ?? ''}`.trim()
      const data = { level: 'WARN' as const, category: 'store', text }
      this.#show([{ seq: this.#lastSeq + 1, at: 0, path: '', kind: 'log', data }])
    }
  }
}
