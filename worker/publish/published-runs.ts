// Runs of published flows, in a tab or in a process: each is pinned to its version and leaves its summary in the store, and
// what its trace level wants besides. Durable ones write their effects down while they happen and go on after a kill.
import type { Decision, JournalEntry, PublishSetting, RecordedEffect, RunRecord, StoreApi } from '../api.ts'
import type { Engine } from '../engine/engine.ts'
import { withGlobals, type Globals } from '../engine/globals.ts'
import { messageOf, sampleOf } from '../engine/input.ts'
import { flowOf } from '../engine/plan.ts'
import type { LaunchRequest, RunOptions } from '../engine/run.ts'
import type { App, Sample } from '../model/app.ts'
import { contentHash } from '../model/content-hash.ts'
import type { RunEvent, RunSummary } from '../model/event.ts'
import { fault, type Fault } from '../model/fault.ts'
import { isDurable, traceOf } from '../model/flow-settings.ts'
import { begunSummary } from '../model/run-summary.ts'
import { RunKeeper } from '../run-keeper.ts'
import { EffectLog } from './effect-log.ts'
import { EndedRuns } from './ended-runs.ts'
import type { PublishedRun, PublisherHost } from './publisher.ts'
import { Turns } from './turns.ts'

export interface PublishedParts {
  engine: Engine
  store: StoreApi
  /** Origin that relative addresses stand on. */
  base: string
  /** Global variables of an environment, as they are now. */
  variables?: (environment: string | undefined) => Promise<Globals> | Globals
}
type Clock = Pick<PublisherHost, 'now' | 'after'>
type Answered = Awaited<ReturnType<PublisherHost['run']>>

/** Lives of a run that begin and add nothing to its journal, one after another, before it is given up: it kills its worker. */
const mostStuck = 5
/** A life of this many milliseconds kills nobody. */
const harmless = 10_000
const unknownCode = 'RUN:OUTCOME_UNKNOWN'

export class PublishedRuns {
  readonly #parts: PublishedParts
  readonly #clock: Clock
  readonly #versions = new WeakMap<App, Promise<string>>()
  readonly #underWay = new Set<Promise<unknown>>()
  readonly #durable = new Set<string>()
  readonly #turns = new Turns()
  readonly #ended: EndedRuns

  constructor(parts: PublishedParts, clock: Clock) {
    this.#parts = parts
    this.#clock = clock
    this.#ended = new EndedRuns(parts.store, (milliseconds, call) => clock.after(milliseconds, call))
  }

  /** Throws STORE:FULL for a durable run that cannot be kept, RUN:QUEUE_FULL: what triggers it has to come again. */
  run(start: PublishedRun): Promise<Answered> {
    return this.#begin(start, 0)
  }

  /** Goes on with the durable runs that a killed tab or process left; their number. */
  resume(): Promise<number> {
    this.#resuming ??= this.#resume().finally(() => (this.#resuming = undefined))
    return this.#resuming
  }
  #resuming: Promise<number> | undefined

  async #resume(): Promise<number> {
    const { engine, store } = this.#parts
    // What ends here while the list is read may still stand in it as running.
    const ours = (this.#seen = new Set(this.#durable))
    const left = await store.runs({ durable: true, outcome: 'running', limit: Infinity })
    this.#seen = undefined
    const orphans = left.filter(({ id }) => !ours.has(id) && !engine.live.has(id))
    for (const summary of orphans.reverse()) void this.#track(this.#goOn(summary).catch(tell))
    return orphans.length
  }
  /** Durable runs that were under way here at some time since the list is being read. */
  #seen: Set<string> | undefined

  #take(id: string): void {
    this.#durable.add(id)
    this.#seen?.add(id)
  }

  /** Decides what an effect of unknown outcome is taken for: the next `resume` goes on. Throws RUN:NOT_UNKNOWN. */
  async decide(id: string, decision: Decision): Promise<void> {
    const { store } = this.#parts
    const stored = await store.loadRun(id)
    const failed = stored?.summary.fault
    const key = failed?.code === unknownCode ? failed.data?.['key'] : undefined
    const entries = key === undefined ? [] : await store.loadJournal(id)
    const open = entries.find((entry) => 'open' in entry && entry.open === key)
    const isAnswered = entries.some((entry) => 'key' in entry && entry.key === key)
    if (!stored?.summary.durable || !open || !('open' in open) || isAnswered)
      throw fault('RUN:NOT_UNKNOWN', `The run ${id} waits for no decision.`, { data: { run: id } })
    const { fault: _fault, ...summary } = stored.summary
    const durable = { ...stored.summary.durable, stuck: 0 }
    await store.addToJournal(id, durable.epoch, [decided(open, decision, failed!)])
    // A new life: that the last one has ended does not end this one.
    const next = { ...durable, epoch: durable.epoch + 1 }
    await store.appendEvents(id, { ...summary, outcome: 'running', durable: next }, [])
  }

  /** Runs a flow once more on an input that it had; gives the id of the run when it has begun. Throws RUN:QUEUE_FULL. */
  again(
    run: string,
    published: { app: App; setting: PublishSetting },
    flowId: string,
    input: Sample,
  ): string {
    const flow = flowOf(published.app, flowId)
    this.#turns.mustNotBeFull(published.app.id, published.setting)
    void this.run({ run, ...published, flow, input: messageOf(input, run), reply: false }).catch(tell)
    return run
  }

  /** Resolves when no run is under way, and all are kept. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
    await this.#ended.written()
  }

  /** Stops what is under way and would be lost; durable runs are left as they are, the next process goes on with them. */
  async stop(): Promise<void> {
    const { engine } = this.#parts
    const lost = [...engine.live.keys()].filter((id) => !this.#durable.has(id))
    for (const id of lost) engine.cancel(id)
    while (lost.some((id) => engine.live.has(id))) await this.#pause(5)
    await this.#ended.written()
  }

  /** `launches`: how many runs led to this one by starting each other. */
  #begin(start: PublishedRun, launches: number): Promise<Answered> {
    const { app, flow, setting } = start
    const go = (): Promise<Answered> =>
      isDurable(flow) ? this.#beginDurable(start, launches) : this.#run(start, launches)
    return this.#track(this.#turns.take(app.id, setting, go))
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((over) => this.#clock.after(milliseconds, over))
  }

  #track<T>(running: Promise<T>): Promise<T> {
    this.#underWay.add(running)
    const gone = (): void => void this.#underWay.delete(running)
    running.then(gone, gone)
    return running
  }

  /** Trace level `failures` by default: a run that went well leaves its summary only. */
  async #run(start: PublishedRun, launches: number): Promise<Answered> {
    const { engine, store } = this.#parts
    const { run: id, flow } = start
    if (start.mark) await store.setSetting(start.mark.name, start.mark.value)
    const trace = traceOf(flow)
    const events: RunEvent[] = []
    const options = await this.#optionsOf(start, launches)
    const { run, done } = engine.start({ ...options, trace, onEvents: (batch) => events.push(...batch) })
    const { summary, reply, fault } = await done
    if (trace === 'full' || (trace === 'failures' && summary.outcome !== 'ok')) {
      const keeper = new RunKeeper(store, id, () => {})
      keeper.take(trace === 'full' ? events : (run.recorder?.events ?? []))
      await keeper.end(summary, run.record(summary))
    } else {
      const behind = this.#ended.add(summary)
      if (behind) await behind
    }
    engine.release(run)
    return { reply, fault }
  }

  async #beginDurable(start: PublishedRun, launches: number): Promise<Answered> {
    const { run: id, app, flow, setting, reply, mark } = start
    const options = await this.#optionsOf(start, launches)
    const summary: RunSummary = {
      ...begunSummary(id, app, flow, options.appHash!, this.#clock.now()),
      durable: { epoch: 1, entries: 1, stuck: 1 },
    }
    const record: RunRecord = {
      format: 'weft-run/1',
      summary,
      input: sampleOf(options.input),
      base: options.base,
      effects: [],
    }
    const begin: JournalEntry = { begin: { setting, reply, launches } }
    this.#take(id)
    try {
      await this.#parts.store.beginRun({ summary, record, journal: [begin], ...(mark && { mark }) })
      return await this.#live(start, options, summary, [])
    } finally {
      this.#durable.delete(id)
    }
  }

  async #goOn({ id }: RunSummary): Promise<void> {
    const { engine, store } = this.#parts
    this.#take(id)
    try {
      const stored = await store.loadRun(id)
      const summary = stored?.summary
      if (summary?.outcome !== 'running' || !summary.durable) return
      const last = summary.durable
      const living = { ...summary, durable: { ...last, epoch: last.epoch + 1 } }
      // From here on no earlier life adds anything.
      await store.appendEvents(id, living, [])
      const entries = await store.loadJournal(id)
      const app = await store.loadVersion(summary.app, summary.appHash)
      const [first] = entries
      if (!stored?.record || !app || !first || !('begin' in first))
        return await this.#giveUp(living, fault('RUN:GONE', 'The version that ran is not there any more.'))
      const stuck = entries.length === last.entries ? last.stuck : 0
      if (stuck > mostStuck)
        return await this.#giveUp(living, fault('RUN:POISON', `The run ended its worker ${stuck} times.`, { hint: 'Run it again when the cause is found: its input is kept.' })) // prettier-ignore
      if (stuck > 1) await this.#pause(1_000 * 4 ** (stuck - 2))
      const { setting, reply, launches } = first.begin
      const flow = flowOf(app, summary.flow)
      const start = { run: id, app, flow, setting, reply, input: undefined }
      const options = await this.#optionsOf(start, launches, stored.record.input)
      await engine.parts.registry.load(app)
      await this.#turns.takeAlways(app.id, setting, () => this.#liveAgain(start, { ...options, startedAt: summary.startedAt }, living, entries, stuck)) // prettier-ignore
    } finally {
      this.#durable.delete(id)
    }
  }

  async #liveAgain(
    start: PublishedRun,
    options: RunOptions,
    living: RunSummary,
    entries: readonly JournalEntry[],
    stuck: number,
  ): Promise<void> {
    // All is there: what ends the worker from here on is the run. A life that is killed before says nothing about it.
    const durable = { ...living.durable!, entries: entries.length, stuck: stuck + 1 }
    const begun: RunSummary = { ...living, durable }
    await this.#parts.store.appendEvents(living.id, begun, [])
    await this.#live(start, options, begun, entries)
  }

  /** One life of a durable run. */
  async #live(
    { run: id, flow }: Pick<PublishedRun, 'run' | 'flow'>,
    options: RunOptions,
    summary: RunSummary,
    entries: readonly JournalEntry[],
  ): Promise<Answered> {
    const { engine, store } = this.#parts
    const events: RunEvent[] = []
    const effects = entries.filter((entry): entry is RecordedEffect => 'key' in entry)
    const { epoch } = summary.durable!
    let isFenced = false
    const journal = new EffectLog(store, id, epoch, entries, {
      now: this.#clock.now,
      after: this.#clock.after,
      fenced: () => {
        isFenced = true
        engine.cancel(id)
      },
      waits: (reason) => tell(`The run ${id} waits: ${reason.code} ${reason.message}`),
    })
    const trace = traceOf(flow)
    const { run, done } = engine.start({
      ...options,
      trace,
      journal,
      life: epoch,
      ...(entries.length > 0 && { known: { effects } }),
      onEvents: (batch) => events.push(...batch),
    })
    const stop = this.#clock.after(harmless, () => journal.alive())
    const result = await done
    stop()
    await journal.flush()
    if (trace === 'failures' && result.summary.outcome !== 'ok') events.push(...(run.recorder?.events ?? []))
    engine.release(run)
    if (!isFenced) await this.#keepEnd(id, { ...result.summary, durable: summary.durable! }, events)
    return { reply: result.reply, fault: result.fault }
  }

  /** Without room it waits for it: what is not kept as ended would be done again. */
  async #keepEnd(id: string, summary: RunSummary, events: RunEvent[]): Promise<void> {
    for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
      try {
        return await this.#parts.store.appendEvents(id, summary, events)
      } catch (thrown) {
        tell(thrown)
        events = []
        await this.#pause(wait)
      }
    }
  }

  #giveUp(summary: RunSummary, reason: Fault): Promise<void> {
    const ended = { ...summary, outcome: 'failed' as const, fault: reason, dead: true }
    return this.#parts.store.appendEvents(summary.id, ended, [])
  }

  async #optionsOf(start: PublishedRun, launches: number, input?: Sample): Promise<RunOptions> {
    const { app, flow, setting, reply } = start
    const { base } = this.#parts
    const { granted, connections, environment } = setting
    // A run that goes on has its variables already.
    const globals = input ? undefined : this.#parts.variables?.(environment)
    const [appHash, variables] = await Promise.all([this.#versionOf(app), globals])
    return {
      run: start.run,
      app,
      flow: flow.id,
      input: input ?? withGlobals(start.input ?? { id: 'none', name: '' }, variables),
      base,
      granted,
      appHash,
      reply,
      launches,
      launch: (request: LaunchRequest) => this.#launch(start, request),
      ...(connections && { environment: connections }),
    }
  }

  /** A run that a published one starts is kept as one of its own flow. */
  #launch({ app, setting }: PublishedRun, { run, flow: id, message, launches }: LaunchRequest): boolean {
    if (this.#turns.isFull(app.id, setting)) return false
    const flow = flowOf(app, id)
    const start = { run, app, flow, setting, input: message, reply: false }
    void this.#begin(start, launches).catch(tell)
    return true
  }

  /** Its content hash; the version is kept, so that its runs can go on and be looked into later. */
  #versionOf(app: App): Promise<string> {
    let version = this.#versions.get(app)
    if (!version) {
      version = this.#parts.store.addVersion(app, '').then(
        ({ hash }) => hash,
        (thrown) => {
          this.#versions.delete(app)
          if (app.flows.some(isDurable)) throw thrown
          return contentHash(app)
        },
      )
      this.#versions.set(app, version)
    }
    return version
  }
}

function decided(
  open: Extract<JournalEntry, { open: string }>,
  decision: Decision,
  failed: Fault,
): JournalEntry {
  const { open: key, kind, asked } = open
  if (decision === 'again') return { again: key }
  if (decision === 'failed') return { key, kind, asked, outcome: { fault: failed } }
  const answer = { status: 200, reason: '', headers: [], url: '', body: { $bytes: '' } }
  return { key, kind, asked, outcome: { value: kind === 'http' ? answer : null } }
}

function tell(thrown: unknown): void {
  console.warn((thrown as Partial<Fault>).message ?? thrown)
}
