// What the recorded runs of a flow say of its steps over time: how often each ran, failed, and how long it took.
import type { HeatQuestion, HeatSlice, StepHeat } from '../api.ts'
import type { RunEvent } from '../model/event.ts'
import { partsOf } from './log-lines.ts'
import type { Tables } from './tables.ts'

/** The newest runs that are looked at, and milliseconds of looking. */
const mostRuns = 1_000
const longestLook = 1_500

interface Sum {
  visits: number[]
  failures: number[]
  /** Milliseconds, of all slices. */
  took: number[][]
}

export async function stepHeat(
  tables: Tables,
  { app, flow, from, to, slices }: HeatQuestion,
): Promise<StepHeat> {
  const until = performance.now() + longestLook
  const steps = new Map<string, Sum>()
  let runs = 0
  for (const { summary } of await tables.runs({ app, flow, limit: mostRuns })) {
    if (summary.startedAt < from || summary.startedAt >= to) continue
    if (performance.now() > until) break
    const slice = Math.min(slices - 1, Math.floor(((summary.startedAt - from) / (to - from)) * slices))
    const parts = await partsOf(tables, summary)
    if (parts.length > 0) runs++
    add(
      steps,
      slice,
      slices,
      parts.flatMap(({ text }) => JSON.parse(text) as RunEvent[]),
    )
  }
  return {
    runs,
    steps: Object.fromEntries(
      [...steps].map(([step, { visits, failures, took }]) => [
        step,
        visits.map((count, i): HeatSlice => ({ visits: count, failures: failures[i]!, took: took[i]! })),
      ]),
    ),
  }
}

function add(steps: Map<string, Sum>, slice: number, slices: number, events: readonly RunEvent[]): void {
  const entered = new Map<string, number>()
  for (const { kind, path, at, data } of events) {
    if (path === '') continue
    if (kind === 'enter') entered.set(path, at)
    else if (kind === 'leave' || kind === 'fault') {
      const began = entered.get(path)
      if (began === undefined || data?.skipped) continue
      entered.delete(path)
      const step = path.slice(path.lastIndexOf('/') + 1)
      let sum = steps.get(step)
      if (!sum) {
        const zeros = () => new Array<number>(slices).fill(0)
        sum = { visits: zeros(), failures: zeros(), took: zeros().map(() => []) }
        steps.set(step, sum)
      }
      sum.visits[slice]!++
      if (kind === 'fault') sum.failures[slice]!++
      sum.took[slice]!.push((at - began) / 1000)
    }
  }
}
