// What runs say over time: counts, failures and durations in equal slices. Pure.
import type { RunSummary } from '../../worker/model/event.ts'

export interface Measure {
  runs: number
  failures: number
  /** Milliseconds; absent: nothing has ended. */
  p50?: number
  p95?: number
}
/** Slices of one length, oldest first, side by side. */
export interface Slices {
  /** Seconds since the epoch where each slice begins. */
  from: number[]
  runs: number[]
  failures: number[]
  p50: (number | null)[]
  p95: (number | null)[]
}

/** The value below which so many of the values lie (nearest rank); `sorted` ascending. */
export function percentile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

export function measure(runs: readonly RunSummary[]): Measure {
  const ended = runs.filter((run) => run.outcome !== 'running')
  const took = ended.map((run) => run.took).sort((a, b) => a - b)
  return {
    runs: runs.length,
    failures: ended.filter((run) => run.outcome === 'failed').length,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
  }
}

/** Runs that started in [from, to), milliseconds. */
export function within(runs: readonly RunSummary[], from: number, to: number): RunSummary[] {
  return runs.filter((run) => run.startedAt >= from && run.startedAt < to)
}

export function slicesOf(runs: readonly RunSummary[], from: number, to: number, count: number): Slices {
  const length = (to - from) / count
  const parts: RunSummary[][] = Array.from({ length: count }, () => [])
  for (const run of within(runs, from, to)) parts[Math.min(count - 1, Math.floor((run.startedAt - from) / length))]!.push(run) // prettier-ignore
  const measures = parts.map(measure)
  return {
    from: parts.map((_, i) => (from + i * length) / 1000),
    runs: measures.map((one) => one.runs),
    failures: measures.map((one) => one.failures),
    p50: measures.map((one) => one.p50 ?? null),
    p95: measures.map((one) => one.p95 ?? null),
  }
}

export interface FlowMeasure extends Measure {
  app: string
  appName: string
  flow: string
  flowName: string
  last: RunSummary
  /** Runs and failures in equal slices of the time looked at. */
  heat: { runs: number; failures: number }[]
}

/** One row a flow, the ones with most failures, then most runs first. */
export function byFlow(runs: readonly RunSummary[], from: number, to: number, slices: number): FlowMeasure[] {
  const groups = new Map<string, RunSummary[]>()
  for (const run of within(runs, from, to)) {
    const key = `${run.app}/${run.flow}`
    const group = groups.get(key)
    if (group) group.push(run)
    else groups.set(key, [run])
  }
  return [...groups.values()]
    .map((group) => {
      const last = group.reduce((a, b) => (b.startedAt > a.startedAt ? b : a))
      const { runs: counts, failures } = slicesOf(group, from, to, slices)
      const { app, appName, flow, flowName } = last
      const heat = counts.map((count, i) => ({ runs: count, failures: failures[i]! }))
      return { ...measure(group), app, appName, flow, flowName, last, heat }
    })
    .sort((a, b) => b.failures - a.failures || b.runs - a.runs)
}
