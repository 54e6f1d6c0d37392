// One evaluation while it runs: what it is told of the world, and when it has to stop.
import type { EvaluateEnv } from '../worker/model/dataway.ts'

/** Why an evaluation is stopped, as assembly/memory/limits.ts numbers it. */
const Stop = { none: 0, time: 2, cancelled: 3 } as const

export class Evaluation<Program> {
  readonly program: Program
  readonly env: EvaluateEnv
  readonly #milliseconds: number
  /** By performance.now(); 0 until there is some work behind us: most evaluations end before anybody reads a clock. */
  #deadline = 0
  #now: { micros: number; offset: number } | undefined
  #seed: number | undefined

  constructor(program: Program, env: EvaluateEnv, milliseconds: number) {
    this.program = program
    this.env = env
    this.#milliseconds = milliseconds
  }

  /** The time of this evaluation. The world is asked once, so that one record replays it; so for the seed. */
  get now(): { micros: number; offset: number } {
    return (this.#now ??= this.env.clock())
  }
  get seed(): number {
    return (this.#seed ??= this.env.seed())
  }

  /** Whether it has to stop now, and why. */
  poll(): number {
    if (this.env.cancel && Atomics.load(this.env.cancel, 0) !== 0) return Stop.cancelled
    const now = performance.now()
    if (this.#deadline === 0) this.#deadline = now + this.#milliseconds
    return now > this.#deadline ? Stop.time : Stop.none
  }
}
