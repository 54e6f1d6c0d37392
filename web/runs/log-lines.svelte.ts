// The log lines that fit a filter, newest first, fetched page by page until enough are there; live: asked again with every
// change of the runs.
import type { LogFilter, LogLine, StoreApi } from '../../worker/api.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'

/** More lines than anybody reads; the filters lead to the others. */
const most = 5_000
/** Milliseconds between two looks while runs go on. */
const pause = 1_000

export class LogLines {
  readonly #store: Pick<StoreApi, 'logs' | 'watchRuns'>
  #turn = 0

  lines = $state.raw<readonly LogLine[]>([])
  /** Older runs are still being looked through. */
  searching = $state(true)
  trouble = $state.raw<Fault>()

  constructor(store: Pick<StoreApi, 'logs' | 'watchRuns'>) {
    this.#store = store
  }

  /** Looks for what fits; what was shown stays until the first page is there. */
  async look(filter: LogFilter): Promise<void> {
    const turn = ++this.#turn
    this.searching = true
    this.trouble = undefined
    let found: LogLine[] = []
    try {
      for (let after: string | undefined; ;) {
        const page = await this.#store.logs({ ...filter, ...(after !== undefined && { after }) })
        if (turn !== this.#turn) return
        found = [...found, ...page.lines]
        this.lines = found
        after = page.next
        if (after === undefined || found.length >= most) break
      }
    } catch (thrown) {
      if (turn === this.#turn) this.trouble = toFault(thrown)
    }
    if (turn === this.#turn) this.searching = false
  }

  /** Looks again whenever runs change, at most once a second, until the result is called. */
  follow(filter: () => LogFilter): () => void {
    let gone = false
    let stop: (() => void) | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        if (!gone) void this.look(filter())
      }, pause)
    }
    void this.#store.watchRuns({ limit: 1 }, again).then((unwatch) => {
      stop = unwatch
      if (gone) stop()
    })
    return () => {
      gone = true
      clearTimeout(timer)
      stop?.()
    }
  }
}
