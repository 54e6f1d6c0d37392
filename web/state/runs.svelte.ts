// Past runs as the store tells them, live; filtered here, because 10,000 summaries filter faster than a question travels.
import type { StoreApi } from '../../worker/api.ts'
import type { RunSummary } from '../../worker/model/event.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'

/** The newest runs that are listed. */
const MOST = 10_000

export interface RunsFilter {
  text: string
  app: string
  outcome: string
}

export class Runs {
  readonly #store: Pick<StoreApi, 'watchRuns'>
  /** Absent until the store has answered. */
  all = $state.raw<RunSummary[] | undefined>(undefined)
  trouble = $state.raw<Fault | undefined>(undefined)

  constructor(store: Pick<StoreApi, 'watchRuns'>) {
    this.#store = store
  }

  /** Watches until the result is called. */
  watch(): () => void {
    let gone = false
    let stop: (() => void) | undefined
    this.#store
      .watchRuns({ limit: MOST }, (runs) => {
        if (!gone) this.all = runs
      })
      .then(
        (unwatch) => {
          stop = unwatch
          if (gone) stop()
        },
        (thrown: unknown) => (this.trouble = toFault(thrown)),
      )
    return () => {
      gone = true
      stop?.()
    }
  }
}

/** Runs that fit, newest first. */
export function filterRuns(runs: readonly RunSummary[], filter: RunsFilter): RunSummary[] {
  const wanted = filter.text.trim().toLowerCase()
  return runs
    .filter(
      (run) =>
        (filter.app === '' || run.app === filter.app) &&
        (filter.outcome === '' || run.outcome === filter.outcome) &&
        (wanted === '' || textOf(run).includes(wanted)),
    )
    .sort((a, b) => b.startedAt - a.startedAt)
}

function textOf(run: RunSummary): string {
  return `${run.appName} ${run.flowName} ${run.trigger} ${run.id} ${run.fault?.code ?? ''} ${run.fault?.message ?? ''}`.toLowerCase() // prettier-ignore
}
