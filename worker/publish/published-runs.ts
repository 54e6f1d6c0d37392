// Runs of published flows, in a tab or in a process: each is pinned to its version, leaves its summary in the store, and what
// its trace level wants besides.
import type { StoreApi } from '../api.ts'
import type { Engine } from '../engine/engine.ts'
import { flowOf } from '../engine/plan.ts'
import type { LaunchRequest } from '../engine/run.ts'
import type { Config } from '../model/app.ts'
import type { RunEvent } from '../model/event.ts'
import { contentHash } from '../model/content-hash.ts'
import { RunKeeper } from '../run-keeper.ts'
import type { PublishedRun, PublisherHost } from './publisher.ts'

export interface PublishedParts {
  engine: Engine
  store: StoreApi
  /** Origin that relative addresses stand on. */
  base: string
  /** Values of connections from outside the app, by their id or name. */
  environment?: Record<string, Config>
}
type Answered = Awaited<ReturnType<PublisherHost['run']>>

export class PublishedRuns {
  readonly #parts: PublishedParts
  readonly #hashes = new WeakMap<object, Promise<string>>()
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(parts: PublishedParts) {
    this.#parts = parts
  }

  run(start: PublishedRun): Promise<Answered> {
    return this.#track(this.#run(start))
  }

  #track<T>(running: Promise<T>): Promise<T> {
    this.#underWay.add(running)
    const gone = (): void => void this.#underWay.delete(running)
    running.then(gone, gone)
    return running
  }

  /** Resolves when no run is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
  }

  /** Trace level `failures` by default: a run that went well leaves its summary only. */
  async #run(start: PublishedRun, launches = 0): Promise<Answered> {
    const { run: id, app, flow, granted, input, reply } = start
    const { engine, store, base, environment } = this.#parts
    const appHash = await this.#hashOf(app)
    const trace = flow.settings.trace ?? 'failures'
    const keeper = new RunKeeper(store, id, () => {})
    const { run, done } = engine.start({
      run: id,
      app,
      flow: flow.id,
      input: input ?? { id: 'none', name: '' },
      base,
      granted,
      environment,
      appHash,
      trace,
      reply,
      launches,
      launch: (request) => this.#launch(start, request),
      onEvents: (events: RunEvent[]): void => keeper.take(events),
    })
    const result = await done
    const isWanted = trace === 'full' || (trace === 'failures' && result.summary.outcome !== 'ok')
    if (trace === 'failures' && isWanted) keeper.take(run.recorder?.events ?? [])
    await keeper.end(result.summary, isWanted ? run.record(result.summary) : undefined)
    engine.release(run)
    return { reply: result.reply, fault: result.fault }
  }

  /** A run that a published one starts is kept as one of its own flow. */
  #launch({ app, granted }: PublishedRun, { run, flow: id, message, launches }: LaunchRequest): void {
    const flow = flowOf(app, id)
    this.#track(this.#run({ run, app, flow, granted, input: message, reply: false }, launches))
  }

  /** Made once a version: a published app does not change. */
  #hashOf(app: object): Promise<string> {
    let hash = this.#hashes.get(app)
    if (!hash) this.#hashes.set(app, (hash = contentHash(app)))
    return hash
  }
}
