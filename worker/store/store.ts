// The store: apps with their history, runs, settings, cache. Answers StoreApi for one tab; several tabs share the tables
// and tell each other what changed. A save resolves when it is in the flushed log and in the tables.
import { publishedList } from '../publish/published.ts'
import type {
  AppEdit,
  AppEntry,
  AppRow,
  HeatQuestion,
  JournalEntry,
  LogFilter,
  LogPage,
  RunBegin,
  RunFilter,
  RunRecord,
  StepHeat,
  StoreApi,
  StoreState,
  VersionRow,
} from '../api.ts'
import type { App, Step, Tagged } from '../model/app.ts'
import type { RunEvent, RunSummary } from '../model/event.ts'
import { fault, toFault } from '../model/fault.ts'
import { retentionSetting } from '../model/retention.ts'
import { CacheShelf } from './cache-shelf.ts'
import type { StoreHome, Told } from './home.ts'
import { Journal } from './journal.ts'
import type { LogFile } from './log-folder.ts'
import { logPage, partsOf } from './log-lines.ts'
import { lifeOf, type AppRecord, type EventsRecord, type StoreRecord } from './record.ts'
import { checkpoint, mergeFiles, recover, tabLock, walName, type Recovered } from './recovery.ts'
import { Reserve } from './reserve.ts'
import { RunRoom } from './retention.ts'
import { stepHeat } from './step-heat.ts'
import type { EventsPart, StoredApp } from './tables.ts'
import { changeOf } from './text-change.ts'
import { VersionShelf } from './version-shelf.ts'

/**
 * Parts of a journal are numbered by life: what a killed tab wrote last may be found after the next life has begun, and must
 * not take the place of what that one wrote.
 */
const partsOfLife = 2 ** 24

/** The whole text is written this often, so that one lost file costs little. */
const wholeTextEvery = 100

export class Store implements StoreApi {
  readonly #home: StoreHome
  readonly #watchers = new Set<(told: Told) => void>()
  readonly #wholeText = new Map<string, number>()
  readonly #batches = new Map<string, number>()
  /** How many parts the journals have of the runs that write, by run and life. */
  readonly #journals = new Map<string, number>()
  readonly #lives = new Set<string>()
  #journal!: Journal
  #cache!: CacheShelf
  #versions!: VersionShelf
  #room!: RunRoom
  readonly #reserve: Reserve
  #opened?: Promise<StoreState>
  #asked = false

  constructor(home: StoreHome) {
    this.#home = home
    this.#reserve = new Reserve(home)
  }

  open(): Promise<StoreState> {
    // What stood in the way once (a file that a dying worker still holds) need not the next time.
    this.#opened ??= this.#open().catch((thrown: unknown) => {
      this.#opened = undefined
      throw thrown
    })
    return this.#opened
  }

  async #open(): Promise<StoreState> {
    const { tab, locks, folder, tables, channel, durability } = this.#home
    await locks.tryHold(tabLock(tab))
    const found = await recover(this.#home)
    const log = folder && { name: walName(tab), file: await folder.open(walName(tab)) }
    this.#journal = new Journal(tables, log, log && (() => this.#shorten(log)))
    this.#cache = new CacheShelf(tables, this.#journal, this.#home)
    this.#versions = new VersionShelf(this.#home, this.#journal)
    this.#room = new RunRoom(this.#home, this.#journal, (app) => this.#changed('runs', app))
    channel.listen((told) => this.#hear(told))
    channel.tell({ topic: 'hello', tab })
    this.#room.tidy()
    this.#mergeFiles()
    return { durability, recovered: recoveredOf(found), interrupted: found.interrupted }
  }

  /** What stands in its way once need not the next time. */
  #mergeFiles(): void {
    this.#merging = mergeFiles(this.#home).catch(() => {})
  }
  #merging = Promise.resolve()
  /** Resolves when the files that others have left are one, if they were too many. */
  merged(): Promise<void> {
    return this.#merging
  }

  /** The file begins anew, so each app's whole text is due again. */
  async #shorten(log: { name: string; file: LogFile }): Promise<void> {
    await checkpoint(this.#home, log)
    this.#wholeText.clear()
  }

  /** What another tab tells. A tab that we hear of is watched: when it dies, what it left is brought in. */
  #hear(told: Told): void {
    if (told.topic === 'hello') this.#home.channel.tell({ topic: 'here', tab: this.#home.tab })
    if (told.topic === 'hello' || told.topic === 'here') void this.#outlive(told.tab)
    else this.#notify(told)
  }

  async #outlive(tab: string): Promise<void> {
    if (this.#lives.has(tab)) return
    this.#lives.add(tab)
    await this.#home.locks.whenFree(tabLock(tab))
    this.#lives.delete(tab)
    await recover(this.#home)
    this.#mergeFiles()
    this.#notify({ topic: 'apps', app: '' })
    this.#notify({ topic: 'runs', app: '' })
  }

  #notify(told: Told): void {
    for (const watcher of this.#watchers) watcher(told)
  }
  #changed(topic: 'apps' | 'runs', app: string): void {
    this.#notify({ topic, app })
    this.#home.channel.tell({ topic, app })
  }

  /** Calls `show` now and, after each change that `concerns` it, again: never twice at once, and always with the last state. */
  #watch(concerns: (told: Told) => boolean, show: () => Promise<void>): () => void {
    let wanted = 0
    let shown = 0
    let busy = false
    let ended = false
    const update = async (): Promise<void> => {
      if (busy) return
      busy = true
      while (shown < wanted && !ended) {
        shown = wanted
        await show().catch(() => {})
      }
      busy = false
    }
    const watcher = (told: Told): void => {
      if (!concerns(told)) return
      wanted++
      void update()
    }
    this.#watchers.add(watcher)
    wanted++
    void update()
    return () => {
      ended = true
      this.#watchers.delete(watcher)
    }
  }

  async watchApps(listener: (apps: AppRow[]) => void): Promise<() => void> {
    await this.open()
    const isOfInterest = (told: Told): boolean => told.topic === 'apps' || told.topic === 'runs'
    return this.#watch(isOfInterest, async () => listener(await this.#rows()))
  }
  async watchRuns(filter: RunFilter, listener: (runs: RunSummary[]) => void): Promise<() => void> {
    await this.open()
    const concerns = (told: Told): boolean =>
      told.topic === 'runs' && (!filter.app || told.app === '' || told.app === filter.app)
    return this.#watch(concerns, async () => {
      listener(await this.runs(filter))
    })
  }
  async runs(filter: RunFilter): Promise<RunSummary[]> {
    await this.open()
    return (await this.#home.tables.runs(filter)).map((run) => run.summary)
  }
  async heat(question: HeatQuestion): Promise<StepHeat> {
    await this.open()
    return stepHeat(this.#home.tables, question)
  }
  async logs(filter: LogFilter): Promise<LogPage> {
    await this.open()
    return logPage(this.#home.tables, filter)
  }
  async watchApp(app: string, listener: (entry: AppEntry | undefined) => void): Promise<() => void> {
    await this.open()
    const concerns = (told: Told): boolean => told.topic === 'apps' && (told.app === app || told.app === '')
    return this.#watch(concerns, async () => listener(await this.loadApp(app)))
  }

  async #rows(): Promise<AppRow[]> {
    const apps = await this.#home.tables.apps()
    const published = (await this.#home.tables.setting(publishedList)) as string[] | undefined
    const rows = await Promise.all(
      apps.map(async (stored) => {
        const [last] = await this.#home.tables.runs({ app: stored.id, limit: 1 })
        return { ...rowOf(stored, last?.summary), published: published?.includes(stored.id) ?? false }
      }),
    )
    return rows.sort((a, b) => b.updatedAt - a.updatedAt)
  }

  async loadApp(app: string): Promise<AppEntry | undefined> {
    await this.open()
    const stored = await this.#home.tables.app(app)
    if (!stored || stored.deletedAt) return undefined
    const { text, version, updatedAt, tab, published } = stored
    return { app: JSON.parse(text) as App, version, updatedAt, tab, published }
  }

  async saveApp(edit: AppEdit): Promise<{ version: number }> {
    await this.open()
    const { id } = edit.app
    return this.#home.locks.run(`weft:app:${id}`, async () => {
      const known = await this.#home.tables.app(id)
      if ((known?.version ?? 0) !== edit.version) {
        throw fault(
          'STORE:CONFLICT',
          `The app was changed in another tab since (version ${known?.version ?? 0}).`,
          {
            data: { version: known?.version ?? 0, tab: known?.tab },
          },
        )
      }
      const record = await this.#recordOf(edit, known)
      await this.#save([record])
      if (!this.#asked) {
        this.#asked = true
        void this.#home.persist()
        void this.#reserve.keep().catch(() => {})
      }
      this.#changed('apps', id)
      return { version: record.version }
    })
  }

  /** What a person saves may take the room that is kept for it. */
  async #save(records: StoreRecord[]): Promise<void> {
    try {
      await this.#journal.write(records)
    } catch (thrown) {
      if (toFault(thrown).code !== 'STORE:FULL' || !(await this.#reserve.give())) throw thrown
      await this.#journal.write(records)
    }
  }
  async #writeRun(records: StoreRecord[], mayWait = false): Promise<void> {
    await this.#reserve.mustNotBeGiven()
    await this.#journal.write(records, mayWait)
  }

  async #recordOf(edit: AppEdit, known: StoredApp | undefined): Promise<AppRecord> {
    const { app, label, merge } = edit
    const version = edit.version + 1
    const published = edit.published ?? known?.published
    const same = { kind: 'app' as const, t: this.#home.now(), app: app.id, version, label, merge, published }
    const record = { ...same, tab: this.#home.tab }
    const text = JSON.stringify(app)
    if (!known) return { ...record, ...this.#whole(app.id, version, text), history: 'add', at: 0 }
    if (edit.kind !== 'edit') {
      const at = known.at + (edit.kind === 'undo' ? -1 : 1)
      if ((await this.#home.tables.historyEntry(app.id, at))?.text === text)
        return { ...record, history: 'move', at }
    }
    const last = await this.#home.tables.historyEntry(app.id, known.at)
    const folds = edit.kind === 'edit' && merge !== undefined && last?.merge === merge
    const body = this.#isDue(app.id, version)
      ? this.#whole(app.id, version, text)
      : { change: changeOf(known.text, text) }
    return { ...record, ...body, history: folds ? 'fold' : 'add', at: folds ? known.at : known.at + 1 }
  }
  /** Each file begins with the whole text of every app in it. */
  #isDue(app: string, version: number): boolean {
    const last = this.#wholeText.get(app)
    return last === undefined || version - last >= wholeTextEvery
  }
  #whole(app: string, version: number, text: string): { text: string } {
    this.#wholeText.set(app, version)
    return { text }
  }

  deleteApp(app: string): Promise<void> {
    return this.#mark(app, this.#home.now())
  }
  restoreApp(app: string): Promise<void> {
    return this.#mark(app, undefined)
  }
  async #mark(id: string, deletedAt: number | undefined): Promise<void> {
    await this.open()
    await this.#home.locks.run(`weft:app:${id}`, async () => {
      const known = await this.#home.tables.app(id)
      if (!known) return
      const { version, at, text, published } = known
      const place = {
        kind: 'app' as const,
        t: this.#home.now(),
        app: id,
        tab: this.#home.tab,
        at,
        published,
        deletedAt,
      }
      await this.#save([{ ...place, version: version + 1, history: 'move', text, label: '' }])
    })
    this.#changed('apps', id)
  }

  async history(app: string): Promise<{ apps: App[]; at: number }> {
    await this.open()
    const { tables } = this.#home
    return tables.transaction(async () => {
      const stored = await tables.app(app)
      const entries = await tables.history(app)
      const at = entries.findIndex((entry) => entry.index === stored?.at)
      return { apps: entries.map((entry) => JSON.parse(entry.text) as App), at: Math.max(at, 0) }
    })
  }

  /** `events`: those that were not appended before. */
  async putRun(summary: RunSummary, record: RunRecord, events: RunEvent[]): Promise<void> {
    await this.open()
    const t = this.#home.now()
    const batch = await this.#batchOf(summary, events, t)
    const bytes = await this.#room.grown(summary, events, record)
    const row = { kind: 'run' as const, t, summary: { ...summary, bytes }, tab: this.#home.tab }
    await this.#writeRun([...batch, { kind: 'record', t, run: summary.id, record }, row])
    this.#forget(summary)
    this.#changed('runs', summary.app)
  }
  async appendEvents(run: string, summary: RunSummary, events: RunEvent[]): Promise<void> {
    await this.open()
    const t = this.#home.now()
    const isNew = !this.#batches.has(run)
    const batch = await this.#batchOf(summary, events, t)
    const bytes = await this.#room.grown(summary, events)
    await this.#writeRun([{ kind: 'run', t, summary: { ...summary, bytes }, tab: this.#home.tab }, ...batch])
    const hasEnded = summary.outcome !== 'running'
    if (hasEnded) this.#forget(summary)
    if (isNew || hasEnded) this.#changed('runs', summary.app)
  }
  async addSummaries(summaries: RunSummary[]): Promise<void> {
    await this.open()
    const [t, { tab }] = [this.#home.now(), this.#home]
    const rows = summaries.map((summary) => ({
      kind: 'run' as const,
      t,
      summary: { ...summary, bytes: 0 },
      tab,
    }))
    await this.#writeRun(rows, true)
    for (const { id } of summaries) this.#room.ended(id)
    for (const app of new Set(summaries.map((summary) => summary.app))) this.#changed('runs', app)
  }
  #forget({ id, durable }: RunSummary): void {
    this.#batches.delete(id)
    this.#journals.delete(`${id}/${durable?.epoch}`)
    this.#room.ended(id)
  }
  async #batchOf(summary: RunSummary, given: RunEvent[], t: number): Promise<EventsRecord[]> {
    if (given.length === 0) return []
    const run = summary.id
    let events = given
    let n = this.#batches.get(run)
    if (n === undefined) {
      const kept = await this.#home.tables.events(run)
      n = after(kept)
      events = unkept(kept, summary, given)
    }
    this.#batches.set(run, n + 1)
    if (events.length === 0) return []
    const life = summary.durable && { life: lifeOf(summary) }
    return [{ kind: 'events', t, run, n, ...life, events }]
  }
  async beginRun({ summary, record, journal, mark }: RunBegin): Promise<void> {
    await this.open()
    const t = this.#home.now()
    const run = summary.id
    await this.#room.grown(summary, record, journal)
    await this.#writeRun([
      { kind: 'record', t, run, record },
      { kind: 'journal', t, run, n: 0, entries: journal },
      ...(mark ? [{ kind: 'setting' as const, t, ...mark }] : []),
      { kind: 'run', t, summary, tab: this.#home.tab },
    ])
    this.#journals.set(`${run}/${summary.durable?.epoch}`, 1)
    this.#changed('runs', summary.app)
  }
  async addToJournal(run: string, epoch: number, entries: JournalEntry[]): Promise<void> {
    await this.open()
    const { tables } = this.#home
    const stored = await tables.run(run)
    if (stored?.summary.durable?.epoch !== epoch)
      throw fault('RUN:FENCED', `The run ${run} goes on elsewhere, or was deleted.`, { data: { run } })
    const life = `${run}/${epoch}`
    const n = this.#journals.get(life) ?? Math.max(after(await tables.journal(run)), epoch * partsOfLife)
    this.#journals.set(life, n + 1)
    await this.#room.grown(stored.summary, entries)
    await this.#writeRun([{ kind: 'journal', t: this.#home.now(), run, n, entries }])
  }
  async loadJournal(run: string): Promise<JournalEntry[]> {
    await this.open()
    const parts = await this.#home.tables.journal(run)
    return parts.flatMap(({ text }) => JSON.parse(text) as JournalEntry[])
  }

  async versions(app: string): Promise<VersionRow[]> {
    await this.open()
    return this.#versions.list(app)
  }
  async loadVersion(app: string, hash: string): Promise<App | undefined> {
    await this.open()
    return this.#versions.load(app, hash)
  }
  async addVersion(app: App, note: string, t?: number): Promise<VersionRow> {
    await this.open()
    const { row, isNew } = await this.#versions.add(app, note, t)
    if (isNew) this.#changed('apps', app.id)
    return row
  }

  async loadRun(
    run: string,
  ): Promise<{ summary: RunSummary; record?: RunRecord; events: RunEvent[] } | undefined> {
    await this.open()
    const { tables } = this.#home
    const stored = await tables.run(run)
    if (!stored) return undefined
    const text = await tables.record(run)
    const record = text === undefined ? undefined : (JSON.parse(text) as RunRecord)
    if (record && stored.summary.durable) {
      record.summary = stored.summary
      record.effects = (await this.loadJournal(run)).filter((entry) => 'outcome' in entry)
    }
    const events = (await partsOf(tables, stored.summary)).flatMap(
      ({ text }) => JSON.parse(text) as RunEvent[],
    )
    return { summary: stored.summary, record, events }
  }
  async pinRun(run: string, pinned: boolean): Promise<void> {
    await this.open()
    const stored = await this.#home.tables.run(run)
    if (!stored) return
    const { pinned: _, ...rest } = stored.summary
    const summary = pinned ? { ...rest, pinned } : rest
    await this.#save([{ kind: 'run', t: this.#home.now(), summary, tab: stored.tab }])
    this.#changed('runs', summary.app)
  }
  async deleteRun(run: string): Promise<void> {
    await this.open()
    const app = (await this.#home.tables.run(run))?.app ?? ''
    await this.#save([{ kind: 'delete-run', t: this.#home.now(), run }])
    this.#changed('runs', app)
  }

  async setting<T extends Tagged>(name: string): Promise<T | undefined> {
    await this.open()
    return (await this.#home.tables.setting(name)) as T | undefined
  }
  async setSetting(name: string, value: Tagged): Promise<void> {
    await this.open()
    await this.#journal.write([{ kind: 'setting', t: this.#home.now(), name, value }])
    if (name === publishedList) this.#changed('apps', '')
    if (name === retentionSetting) this.#room.tidy()
  }

  async cachePut(
    app: string,
    key: string,
    value: string,
    ttlSeconds: number,
    ifAbsent: boolean,
  ): Promise<string> {
    await this.open()
    return this.#cache.put(app, key, value, ttlSeconds, ifAbsent)
  }
  async cacheGet(app: string, key: string): Promise<string> {
    await this.open()
    return this.#cache.get(app, key)
  }
  async cacheDelete(app: string, key: string): Promise<string> {
    await this.open()
    return this.#cache.delete(app, key)
  }
  async cacheExists(app: string, key: string): Promise<number> {
    await this.open()
    return this.#cache.exists(app, key)
  }
}

/** Of a batch that is given again, because nobody knew whether it had been kept, what is not there. */
function unkept(kept: readonly EventsPart[], summary: RunSummary, events: RunEvent[]): RunEvent[] {
  const last = kept.at(-1)
  if (!last || (last.life ?? 0) !== lifeOf(summary)) return events
  const { seq } = (JSON.parse(last.text) as RunEvent[]).at(-1)!
  return events.filter((event) => event.seq > seq)
}

/** The place behind the last part: a write that found no room leaves a gap, so their number is not it. */
function after(parts: readonly { n: number }[]): number {
  return (parts.at(-1)?.n ?? -1) + 1
}

function recoveredOf(found: Recovered): StoreState['recovered'] {
  return found.reason === '' ? undefined : { apps: found.apps, runs: found.runs, reason: found.reason }
}

function rowOf(stored: StoredApp, lastRun: RunSummary | undefined): AppRow {
  const app = JSON.parse(stored.text) as App
  const { id, updatedAt, deletedAt } = stored
  const { name, description, flows } = app
  const steps = flows.reduce((sum, flow) => sum + (flow.trigger ? 1 : 0) + count(flow.steps), 0)
  const trigger = flows.find((flow) => flow.trigger)?.trigger?.component
  return {
    id,
    name,
    description,
    flows: flows.length,
    steps,
    updatedAt,
    trigger,
    ...(app.lesson && { lesson: true as const }),
    lastRun,
    deletedAt,
  }
}
function count(steps: Step[]): number {
  return steps.reduce(
    (sum, step) => sum + 1 + (step.branches ?? []).reduce((n, b) => n + count(b.steps), 0),
    0,
  )
}
