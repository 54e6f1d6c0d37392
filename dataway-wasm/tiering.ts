// When the compiling tier (tier/) is put to work: for programs that have used much fuel, in the background; within an
// evaluation only when it has been running for long. The tier itself is loaded when the first program with a loop appears.
import type { Machine, Tier } from './tier/tier.ts'

/** `always` compiles each loop when it first starts anew (for tests), `off` none. */
export type TierMode = 'auto' | 'always' | 'off'

/** The mode that a setting names; `auto` without one. */
export function tierModeOf(name: string | undefined): TierMode {
  return name === 'always' || name === 'off' ? name : 'auto'
}

/** Units of fuel that a program has used when its loops are worth compiling, in evaluations that used more than a few each. */
const HOT_FUEL = 100_000
const FEW = 1000

interface HotProgram {
  readonly address: number
  readonly source: string
}

export class Tiering {
  readonly #machine: Machine
  readonly #mode: TierMode
  readonly #used = new WeakMap<HotProgram, number>()
  #tier: Tier | undefined
  #loading: Promise<void> | undefined
  #compiling = false

  constructor(machine: Machine, mode: TierMode) {
    this.#machine = machine
    this.#mode = mode
  }

  /** Loads the tier. A failure is none: everything runs without it. */
  load(): Promise<void> {
    return (this.#loading ??= import('./tier/tier.ts')
      .then(({ Tier }) => {
        this.#tier = new Tier(this.#machine)
        this.#tier.atOnce = this.#mode === 'always'
        this.#tier.worthwhileOnly = this.#mode !== 'always'
      })
      .catch(() => {}))
  }

  /** A program is new. */
  added(program: HotProgram): void {
    if (this.#mode === 'always') this.#tier?.watch(program.address, program.source)
    else if (this.#mode === 'auto' && /\b(for|while)\b/.test(program.source)) void this.load()
  }
  removed(program: HotProgram): void {
    this.#tier?.forget(program.address)
  }

  /** The module asks: a watched loop starts anew. */
  hot(frame: number, pc: number): number {
    return this.#tier?.hot(frame, pc) ?? 0
  }
  /** The program has been running for long: its loops are compiled while it runs. */
  runsLong(program: HotProgram): void {
    if (this.#mode !== 'auto' || !this.#tier) return
    this.#tier.atOnce = true
    this.#watch(program)
  }
  /** Whether ran() is to be told of evaluations. */
  get counts(): boolean {
    return this.#mode === 'auto' && this.#tier !== undefined
  }
  /** An evaluation of the program has ended. */
  ran(program: HotProgram, fuel: number): void {
    if (!this.#tier) return
    this.#tier.atOnce = false
    if (fuel > FEW) {
      const used = (this.#used.get(program) ?? 0) + fuel
      this.#used.set(program, used)
      if (used > HOT_FUEL) this.#watch(program)
    }
    if (this.#tier.hasObserved) void this.#compile(this.#tier)
  }
  readonly #watched = new WeakSet<HotProgram>()
  #watch(program: HotProgram): void {
    if (this.#watched.has(program)) return
    this.#watched.add(program)
    this.#tier?.watch(program.address, program.source)
  }
  async #compile(tier: Tier): Promise<void> {
    if (this.#compiling) return
    this.#compiling = true
    try {
      await tier.compileObserved()
    } finally {
      this.#compiling = false
    }
  }

  /** Milliseconds spent on that. */
  get compileTime(): number {
    return this.#tier?.compileTime ?? 0
  }
  /** Loops compiled so far. */
  get compiled(): number {
    return this.#tier?.compiled ?? 0
  }
}
