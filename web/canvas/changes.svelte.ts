// What each step of the watched run changed, counted by the engine when the run has ended; asked once a step.
import { createContext } from 'svelte'
import type { EngineApi } from '../../worker/api.ts'
import type { WatchedRun } from '../state/run.svelte.ts'
import { SvelteMap } from 'svelte/reactivity'

export interface ChangeCount {
  added: number
  changed: number
  removed: number
}

export class Changes {
  readonly #engine: Pick<EngineApi, 'changes'>
  readonly #run: WatchedRun
  readonly #known = new SvelteMap<string, ChangeCount>()
  readonly #asked = new Set<string>()
  /** Shows the changes of a step: selects it and opens the drawer. */
  readonly show: (step: string) => void

  constructor(engine: Pick<EngineApi, 'changes'>, run: WatchedRun, show: (step: string) => void) {
    this.#engine = engine
    this.#run = run
    this.show = show
  }

  of(step: string): ChangeCount | undefined {
    const run = this.#run.summary
    if (!run || run.outcome === 'running') return undefined
    const visit = this.#run.visits(step).at(-1)
    if (!visit || visit.leave === undefined || visit.fault) return undefined
    const key = `${run.id} ${visit.enter} ${visit.leave}`
    if (!this.#asked.has(key)) {
      this.#asked.add(key)
      void this.#ask(key, run.id, visit.enter, visit.leave)
    }
    return this.#known.get(key)
  }

  async #ask(key: string, run: string, enter: number, leave: number): Promise<void> {
    try {
      const rows = await this.#engine.changes(run, enter, leave)
      const count = (sign: string) => rows.filter((row) => row.sign === sign).length
      this.#known.set(key, { added: count('+'), changed: count('~'), removed: count('-') })
    } catch {
      // Values of this run are gone: no chip.
    }
  }
}

export const [changesContext, setChangesContext] = createContext<Changes | undefined>()
