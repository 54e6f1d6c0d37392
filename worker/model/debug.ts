// How a run is looked into while it happens: where it stops, how it goes on, which part of a flow runs alone. Never part
// of an App.
import type { Sample } from './app.ts'
import type { Fault } from './fault.ts'

/** A run stops before this step; with a condition, a DataWay expression over `msg`, only when it is true. */
export interface Breakpoint {
  step: string
  condition?: string
}

/** `continue`: to the next breakpoint; `over`: to the next step of this list or outside it; `into`: to the very next step. */
export type Pace = 'continue' | 'over' | 'into'

/** How a run goes on that waits before a step. */
export interface GoOn {
  /** Path of the step it waits before. */
  path: string
  pace: Pace
  /** The breakpoints from now on. */
  breakpoints: Breakpoint[]
  /** The message to go on with instead of the one that came: kept in the run's record. */
  message?: Sample
}

/** A part of a flow that runs alone: neighbours of one list, and the error of the catch branch they stand in. */
export interface RunPart {
  steps: string[]
  error?: Fault
}
