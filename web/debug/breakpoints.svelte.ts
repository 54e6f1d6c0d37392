// Where runs of an app stop in this browser: kept for each app, never part of it.
import type { Breakpoint } from '../../worker/model/debug.ts'
import { Kept } from '../state/kept.svelte.ts'

export class Breakpoints {
  readonly #kept: Kept<Breakpoint[]>
  readonly #byStep = $derived.by(() => new Map(this.#kept.value.map((one) => [one.step, one])))

  constructor(app: string) {
    this.#kept = new Kept<Breakpoint[]>(`breakpoints-${app}`, [])
  }
  get list(): Breakpoint[] {
    return this.#kept.value
  }
  of(step: string): Breakpoint | undefined {
    return this.#byStep.get(step)
  }
  toggle(step: string): void {
    if (this.of(step)) this.remove(step)
    else this.set({ step })
  }
  set(breakpoint: Breakpoint): void {
    this.#kept.value = [...this.#kept.value.filter((one) => one.step !== breakpoint.step), breakpoint]
  }
  remove(step: string): void {
    this.#kept.value = this.#kept.value.filter((one) => one.step !== step)
  }
  clear(): void {
    this.#kept.value = []
  }
}
