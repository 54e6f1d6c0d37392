// What the canvas shows of a run at one moment: a light for each step, folded from the run's events one after another.
// Lights are immutable and keep their identity while nothing about their step changes, so a canvas redraws only what did.
import type { Fault } from '../../worker/model/fault.ts'
import type { RunEvent } from '../../worker/model/event.ts'

export type LightState = 'ok' | 'failed' | 'running' | 'waiting' | 'skipped' | 'none'

/** The state of one step at the cursor, over all its visits so far. */
export interface StepLight {
  readonly state: LightState
  /** Visits that have ended. */
  readonly visits: number
  readonly failures: number
  /** Microseconds of all ended visits together. */
  readonly took: number
  /** A loop's round: 1-based index and, where known, how many there are. */
  readonly round?: { readonly index: number; readonly count?: number }
  /** Branches of this step that were entered. */
  readonly branches: readonly string[]
  readonly fault?: Fault
}

/** One passage of a step: what the data panels show. `leave` is absent while it runs. */
export interface Visit {
  readonly step: string
  readonly path: string
  /** Sequence numbers of the events that began and ended it. */
  readonly enter: number
  readonly leave?: number
  /** Microseconds. */
  readonly from: number
  readonly took?: number
  readonly fault?: Fault
  readonly skipped?: boolean
}

const none: readonly Visit[] = []
const dark: StepLight = { state: 'none', visits: 0, failures: 0, took: 0, branches: [] }

/** Id of the step an event's path ends in: `s1/b2[3]/s7` is a visit of `s7`. */
export function stepOfPath(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1)
  const bracket = last.indexOf('[')
  return bracket < 0 ? last : last.slice(0, bracket)
}

export class StepLights {
  readonly lights = new Map<string, StepLight>()
  #visits = new Map<string, Visit[]>()
  /** Lists given out; made anew after a change, so that who compares by identity sees it. */
  #given = new Map<string, readonly Visit[]>()
  /** Place of an open visit in the list of its step, by path. */
  #open = new Map<string, { step: string; index: number }>()
  #ended = false

  apply(event: RunEvent): void {
    if (event.kind === 'end') return this.#end()
    if (event.path === '') return
    const step = stepOfPath(event.path)
    const light = this.lights.get(step) ?? dark
    if (event.kind === 'pause') return this.#pause(event, step, light)
    if (event.kind === 'resume') return this.#resume(event, step, light)
    if (event.kind === 'enter') return this.#enter(event, step, light)
    if (event.kind === 'leave') return this.#leave(event, step, light)
    if (event.kind === 'fault') return this.#fault(event, step, light)
    if (event.kind === 'branch' && event.data?.branch && !light.branches.includes(event.data.branch))
      this.lights.set(step, { ...light, branches: [...light.branches, event.data.branch] })
    if (event.kind === 'round') this.#round(event)
  }

  /** Whether the run's last event was applied. */
  get ended(): boolean {
    return this.#ended
  }

  /** Visits of a step so far, in order. The list and its visits keep their identity until they change. */
  visitsOf(step: string): readonly Visit[] {
    const all = this.#visits.get(step)
    if (!all) return none
    let given = this.#given.get(step)
    if (!given) this.#given.set(step, (given = all.slice()))
    return given
  }

  /** The light of a step; one that was never entered is `skipped` once a run of the whole flow has ended. */
  of(step: string, isPartial = false): StepLight {
    return this.lights.get(step) ?? (this.#ended && !isPartial ? { ...dark, state: 'skipped' } : dark)
  }

  /** Paths of the steps that a run waits before, with the event that says so; oldest first. */
  readonly paused = new Map<string, RunEvent>()

  #pause(event: RunEvent, step: string, light: StepLight): void {
    this.paused.set(event.path, event)
    this.#begin(event, step)
    this.lights.set(step, { ...light, state: 'waiting' })
  }
  #resume(event: RunEvent, step: string, light: StepLight): void {
    this.paused.delete(event.path)
    this.lights.set(step, { ...light, state: 'running' })
  }

  #enter(event: RunEvent, step: string, light: StepLight): void {
    this.#begin(event, step)
    this.lights.set(step, { ...light, state: 'running', round: undefined })
  }

  #begin(event: RunEvent, step: string): void {
    const visit: Visit = { step, path: event.path, enter: event.seq, from: event.at }
    let all = this.#visits.get(step)
    if (!all) this.#visits.set(step, (all = []))
    // A visit that began with a pause begins anew where the step is entered.
    if (event.kind === 'enter' && this.#open.has(event.path)) all.pop()
    all.push(visit)
    this.#given.delete(step)
    this.#open.set(event.path, { step, index: all.length - 1 })
  }

  #leave(event: RunEvent, step: string, light: StepLight): void {
    // A disabled step is not entered: the message passes by.
    if (event.data?.skipped && !this.#open.has(event.path)) this.#begin(event, step)
    const took = this.#close(event)
    const skipped = event.data?.skipped === true
    const state = light.failures > 0 ? 'failed' : skipped && light.visits === 0 ? 'skipped' : 'ok'
    this.lights.set(step, { ...light, state, visits: light.visits + 1, took: light.took + took })
  }

  #fault(event: RunEvent, step: string, light: StepLight): void {
    if (!this.#open.has(event.path)) return
    const took = this.#close(event)
    this.lights.set(step, {
      ...light,
      state: 'failed',
      visits: light.visits + 1,
      failures: light.failures + 1,
      took: light.took + took,
      fault: event.data?.fault,
    })
  }

  #close(event: RunEvent): number {
    const open = this.#open.get(event.path)
    const all = open && this.#visits.get(open.step)
    const visit = all?.[open!.index]
    if (!visit) return 0
    this.#open.delete(event.path)
    this.#given.delete(visit.step)
    const took = event.at - visit.from
    const { fault, skipped } = event.data ?? {}
    all[open!.index] = { ...visit, leave: event.seq, took, fault, skipped }
    return took
  }

  #round(event: RunEvent): void {
    const loop = [...this.#open.keys()].filter(
      (path) => event.path === path || event.path.startsWith(path + '/'),
    )
    const path = loop.sort((a, b) => b.length - a.length)[0]
    if (path === undefined || event.data?.index === undefined) return
    const step = stepOfPath(path)
    const light = this.lights.get(step)
    const round = { index: event.data.index + 1, count: event.data.count }
    if (light) this.lights.set(step, { ...light, state: 'running', round })
  }

  #end(): void {
    this.#ended = true
    for (const visit of this.#open.values()) {
      const light = this.lights.get(visit.step)
      if (light?.state === 'running') this.lights.set(visit.step, { ...light, state: 'none' })
    }
    this.#open.clear()
    for (const path of this.paused.keys()) {
      const step = stepOfPath(path)
      const light = this.lights.get(step)
      if (light?.state === 'waiting')
        this.lights.set(step, { ...light, state: light.visits > 0 ? 'ok' : 'none' })
    }
    this.paused.clear()
  }
}
