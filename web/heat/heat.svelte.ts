// Heat on the canvas: what past runs say of each step, for a time and a part of it.
import type { HeatSlice, StepHeat, StoreApi } from '../../worker/api.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import { percentile } from '../monitor/measure.ts'

export const ranges = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 }
export type HeatRange = keyof typeof ranges
export type HeatMeasure = 'failures' | 'took'
/** Parts of the time that can be looked at alone. */
export const slices = 12

export interface StepTemperature {
  visits: number
  failures: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** 0 … 1 among the steps of the flow. */
  level: number
}

export class Heat {
  readonly #store: Pick<StoreApi, 'heat'>
  #turn = 0

  range = $state<HeatRange>('day')
  measure = $state<HeatMeasure>('took')
  /** One of the slices, or the whole time. */
  slice = $state<number | undefined>()
  found = $state.raw<StepHeat>()
  /** Begin of the time looked at, milliseconds since the epoch. */
  from = $state(0)
  trouble = $state.raw<Fault>()

  constructor(store: Pick<StoreApi, 'heat'>) {
    this.#store = store
  }

  async look(app: string, flow: string, range: HeatRange): Promise<void> {
    const turn = ++this.#turn
    const to = Date.now()
    const from = to - ranges[range]
    try {
      const found = await this.#store.heat({ app, flow, from, to, slices })
      if (turn !== this.#turn) return
      this.found = found
      this.from = from
      this.trouble = undefined
    } catch (thrown) {
      if (turn === this.#turn) this.trouble = toFault(thrown)
    }
  }

  readonly #temperatures = $derived(temperatures(this.found, this.measure, this.slice))
  of(step: string): StepTemperature | undefined {
    return this.#temperatures.get(step)
  }
}

export function temperatures(
  found: StepHeat | undefined,
  by: HeatMeasure,
  slice: number | undefined,
): ReadonlyMap<string, StepTemperature> {
  const all = new Map<string, StepTemperature>()
  for (const [step, parts] of Object.entries(found?.steps ?? {})) {
    const chosen = slice === undefined ? parts : [parts[slice]!]
    const sum = (of: (part: HeatSlice) => number) => chosen.reduce((total, part) => total + of(part), 0)
    const visits = sum((part) => part.visits)
    if (visits === 0) continue
    const took = chosen.flatMap((part) => part.took).sort((a, b) => a - b)
    const failures = sum((part) => part.failures)
    all.set(step, { visits, failures, p50: percentile(took, 0.5)!, p95: percentile(took, 0.95)!, level: 0 })
  }
  const value = (one: StepTemperature) => (by === 'failures' ? one.failures / one.visits : one.p95)
  const most = Math.max(0, ...[...all.values()].map(value))
  for (const one of all.values()) one.level = most === 0 ? 0 : value(one) / most
  return all
}
