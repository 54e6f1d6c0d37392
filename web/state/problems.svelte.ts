// Problems of the open App, found by the engine a moment after each edit. The canvas, the inspector and the drawer read it.
import type { AppProblem, EngineApi } from '../../worker/api.ts'
import type { App } from '../../worker/model/app.ts'

/** Milliseconds of quiet after an edit before the app is checked. */
const QUIET = 250

export class Problems {
  readonly #engine: Pick<EngineApi, 'validate'>
  #waiting: ReturnType<typeof setTimeout> | undefined
  #wanted: App | undefined

  all = $state.raw<readonly AppProblem[]>([])

  constructor(engine: Pick<EngineApi, 'validate'>) {
    this.#engine = engine
  }

  get errors(): number {
    return this.all.filter((problem) => problem.severity === 'error').length
  }
  of(step: string): readonly AppProblem[] {
    return this.all.filter((problem) => problem.step === step)
  }

  /** Checks this App soon; of several in a row only the last. */
  check(app: App): void {
    this.#wanted = app
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#go(app), QUIET)
  }

  close(): void {
    this.#wanted = undefined
    clearTimeout(this.#waiting)
  }

  async #go(app: App): Promise<void> {
    try {
      const found = await this.#engine.validate(app)
      if (app === this.#wanted) this.all = found
    } catch {
      // The engine is starting again after it died: the next edit asks again.
    }
  }
}
