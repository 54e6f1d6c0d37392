// The engine: starts runs, stops them, forgets them. Knows the world only by the host it was given.
import type { RunRecord } from '../api.ts'
import type { App } from '../model/app.ts'
import type { RunEvent } from '../model/event.ts'
import { fault } from '../model/fault.ts'
import { MAX_LAUNCHED, TIME_LOOK_MS } from './limits.ts'
import { Run, type LaunchRequest, type RunOptions, type RunParts, type RunResult } from './run.ts'

export class Engine {
  readonly parts: RunParts
  readonly #live = new Map<string, Run>()

  constructor(parts: RunParts) {
    this.parts = parts
  }

  /** Starts a run. Throws CORE:NO_FLOW; every later error is in the result. The run keeps its values until `release`. */
  start(options: RunOptions): { run: Run; done: Promise<RunResult> } {
    if (this.#live.has(options.run)) throw fault('CORE:RUN_EXISTS', `The run ${options.run} is under way.`)
    const run = new Run(this.parts, options, this)
    this.#live.set(options.run, run)
    this.#watchTime()
    return { run, done: run.go() }
  }

  /** A run says that it is over. */
  ended(run: Run): void {
    this.#live.delete(run.id)
    if (this.#live.size === 0) for (const tell of this.#whenIdle.splice(0)) tell()
  }

  /** One timer for all runs, and none while nothing runs: a timer for each would cost more than a short run takes. */
  #watchTime(): void {
    const { host } = this.parts
    this.#noTimer ??= host.every?.(TIME_LOOK_MS, () => {
      for (const run of this.#live.values()) run.endLate(host.monotonic())
      if (this.#live.size > 0) return
      this.#noTimer?.()
      this.#noTimer = undefined
    })
  }
  #noTimer: (() => void) | undefined

  /** Resolves when no run is under way. */
  idle(): Promise<void> {
    if (this.#live.size === 0) return Promise.resolve()
    return new Promise((resolve) => this.#whenIdle.push(resolve))
  }
  readonly #whenIdle: (() => void)[] = []

  /** Starts a run that another one asks for. */
  launch(by: RunOptions, request: LaunchRequest): boolean {
    if (this.#live.size >= MAX_LAUNCHED) return false
    if (by.launch) return by.launch(request)
    const { run: id, flow, message, launches } = request
    const { app, base, granted, appHash, environment, mocks, watch, scriptLimits } = by
    const more = { mocks, watch, scriptLimits, launches, trace: 'failures' as const }
    const { run, done } = this.start({ run: id, app, flow, input: message, base, granted, appHash, environment, ...more }) // prettier-ignore
    void done.finally(() => this.release(run))
    return true
  }

  /** Executes every step of a recorded run again with its recorded effects. */
  replay(record: RunRecord, app: App, run: string, onEvents?: (events: RunEvent[]) => void) {
    const { summary, input, base, mocks, part, startAt } = record
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
      startAt,
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
