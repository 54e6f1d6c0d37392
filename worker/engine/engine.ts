// The engine: starts runs, stops them, forgets them. Knows the world only by the host it was given.
import type { RunRecord } from '../api.ts'
import type { App } from '../model/app.ts'
import type { RunEvent } from '../model/event.ts'
import { fault } from '../model/fault.ts'
import { MAX_LAUNCHED, TIME_LOOK_MS } from './limits.ts'
import { Run, type LaunchRequest, type RunOptions, type RunParts, type RunResult } from './run.ts'

export class Engine {
  readonly parts: RunParts
  /** By id. */
  readonly #live = new Map<string, Run>()
  /** Those that have not come back from their first turn, the last one inside the others. Most runs end in it, so they need no entry. */
  readonly #begun: Run[] = []

  constructor(parts: RunParts) {
    this.parts = parts
  }

  /** Starts a run. Throws CORE:NO_FLOW; every later error is in the result. The run keeps its values until `release`. */
  start(options: RunOptions): { run: Run; done: Promise<RunResult> } {
    if (this.#isLive(options.run)) throw fault('CORE:RUN_EXISTS', `The run ${options.run} is under way.`)
    const run = new Run(this.parts, options, this)
    this.#begun.push(run)
    this.#watchTime()
    const done = run.go()
    if (this.#begun.at(-1) === run) this.#live.set(run.id, this.#begun.pop()!)
    return { run, done }
  }
  #isLive(id: string): boolean {
    return (this.#live.size > 0 && this.#live.has(id)) || this.#begun.some((run) => run.id === id)
  }

  /** A run says that it is over. */
  ended(run: Run): void {
    if (this.#begun.at(-1) === run) this.#begun.pop()
    else this.#live.delete(run.id)
    if (this.#whenIdle.length > 0 && this.live.size === 0) for (const tell of this.#whenIdle.splice(0)) tell()
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
    if (this.live.size === 0) return Promise.resolve()
    return new Promise((resolve) => this.#whenIdle.push(resolve))
  }
  readonly #whenIdle: (() => void)[] = []

  /** Starts a run that another one asks for. */
  launch(by: RunOptions, request: LaunchRequest): boolean {
    if (this.#live.size + this.#begun.length >= MAX_LAUNCHED) return false
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
    this.live.get(run)?.cancel()
  }

  /** Runs under way. */
  get live(): ReadonlyMap<string, Run> {
    for (const run of this.#begun.splice(0)) this.#live.set(run.id, run)
    return this.#live
  }

  /** Gives back what the values of a run hold in DataWay. Their JavaScript forms stay readable. */
  release(run: Run): void {
    this.parts.dataway.release(run.id)
  }
}
