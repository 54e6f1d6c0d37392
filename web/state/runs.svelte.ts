// Past runs as the store tells them, live; filtered here, because 10,000 summaries filter faster than a question travels.
import type { StoreApi } from '../../worker/api.ts'
import type { RunSummary } from '../../worker/model/event.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'

/** The newest runs that are listed. */
const MOST = 10_000

/** What is empty passes all. */
export interface RunsFilter {
  text: string
  app: string
  flow: string
  /** Content hash of a version. */
  version: string
  outcome: string
  /** Pinned runs only. */
  pinned: boolean
  time: TimeChoice
  /** For a `custom` time, as a person types it: `2026-11-28T21:00`, local. */
  from: string
  to: string
}
export const timeChoices = ['', '5min', '1h', '24h', '7d', '30d', 'today', 'yesterday', 'custom'] as const
export type TimeChoice = (typeof timeChoices)[number]

export const noFilter: RunsFilter = {
  text: '',
  app: '',
  flow: '',
  version: '',
  outcome: '',
  pinned: false,
  time: '',
  from: '',
  to: '',
}

/** Milliseconds since the epoch; what is absent is open. */
export function timeSpan(
  { time, from, to }: Pick<RunsFilter, 'time' | 'from' | 'to'>,
  now: number,
): { from?: number; to?: number } {
  const back = { '5min': 300_000, '1h': 3_600_000, '24h': 86_400_000, '7d': 7 * 86_400_000, '30d': 30 * 86_400_000 } // prettier-ignore
  const day = (ago: number) => {
    const date = new Date(now)
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ago).getTime()
  }
  if (time === '') return {}
  if (time === 'today') return { from: day(0) }
  if (time === 'yesterday') return { from: day(1), to: day(0) - 1 }
  if (time !== 'custom') return { from: now - back[time] }
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  return { ...(begin >= 0 && { from: begin }), ...(end >= 0 && { to: end + 59_999 }) }
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
export function filterRuns(
  runs: readonly RunSummary[],
  filter: RunsFilter,
  now: number = Date.now(),
): RunSummary[] {
  const wanted = filter.text.trim().toLowerCase()
  const { from = -Infinity, to = Infinity } = timeSpan(filter, now)
  return runs
    .filter(
      (run) =>
        (filter.app === '' || run.app === filter.app) &&
        (filter.flow === '' || run.flow === filter.flow) &&
        (filter.version === '' || run.appHash === filter.version) &&
        (filter.outcome === '' || run.outcome === filter.outcome) &&
        (!filter.pinned || run.pinned === true) &&
        run.startedAt >= from &&
        run.startedAt <= to &&
        (wanted === '' || textOf(run).includes(wanted)),
    )
    .sort((a, b) => b.startedAt - a.startedAt)
}

function textOf(run: RunSummary): string {
  return `${run.appName} ${run.flowName} ${run.trigger} ${run.id} ${run.fault?.code ?? ''} ${run.fault?.message ?? ''}`.toLowerCase() // prettier-ignore
}
