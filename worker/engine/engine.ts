// The engine: starts runs, stops them, forgets them. Knows the world only by the host it was given.
import type { RunRecord } from '../api.ts'
import type { App } from '../model/app.ts'
import type { RunEvent } from '../model/event.ts'
import { fault } from '../model/fault.ts'
import { Run, type RunOptions, type RunParts, type RunResult } from './run.ts'

export class Engine {
  readonly parts: RunParts
  readonly #live = new Map<string, Run>()

  constructor(parts: RunParts) {
    this.parts = parts
  }

  /** Starts a run. Throws CORE:NO_FLOW; every later error is in the result. The run keeps its values until `release`. */
  start(options: RunOptions): { run: Run; done: Promise<RunResult> } {
    if (this.#live.has(options.run)) throw fault('CORE:RUN_EXISTS', `The run ${options.run} is under way.`)
    const run = new Run(this.parts, options)
    this.#live.set(options.run, run)
    const done = run.go().finally(() => this.#live.delete(options.run))
    return { run, done }
  }

  /** Executes every step of a recorded run again with its recorded effects. */
  replay(record: RunRecord, app: App, run: string, onEvents?: (events: RunEvent[]) => void) {
    const { summary, input, base, mocks, part } = record
    return this.start({
      run,
      app,
      flow: summary.flow,
      input,
      base,
      granted: { hosts: [] },
      replay: record,
      mocks,
      part,
      onEvents,
      appHash: summary.appHash,
    })
  }

  /** Stops a run that is under way. */
  cancel(run: string): void {
    this.#live.get(run)?.cancel()
  }

  /** Runs under way. */
  get live(): ReadonlyMap<string, Run> {
    return this.#live
  }

  /** Gives back what the values of a run hold in DataWay. Their JavaScript forms stay readable. */
  release(run: Run): void {
    this.parts.dataway.release(run.id)
  }
}
