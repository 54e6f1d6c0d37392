// The queryable copy of the log: rows by table. One set of operations, kept by IndexedDB (dexie-tables.ts) or by memory
// (memory-tables.ts: Node, tests, a browser that offers nothing).
import type { Tagged } from '../model/app.ts'
import type { RunSummary } from '../model/event.ts'
import type { RunFilter, VersionRow } from '../api.ts'

export interface StoredApp {
  id: string
  /** JSON of the App. */
  text: string
  version: number
  updatedAt: number
  tab: string
  /** Place in the history. */
  at: number
  published?: boolean
  deletedAt?: number
}
export interface HistoryEntry {
  app: string
  index: number
  text: string
  label: string
  merge?: string
}
export interface StoredRun {
  id: string
  app: string
  summary: RunSummary
  tab: string
}
export interface StoredVersion extends VersionRow {
  /** JSON of the App. */
  text: string
}
/** A batch of a run's events as JSON; `life` as in EventsRecord. */
export interface EventsPart {
  n: number
  text: string
  life?: number
}
export interface CacheEntry {
  app: string
  key: string
  value: string
  expires: number
}

/** All that tables hold but how far the log files are in them. */
export interface TableRows {
  apps: StoredApp[]
  history: HistoryEntry[]
  runs: StoredRun[]
  records: { run: string; text: string }[]
  events: (EventsPart & { run: string })[]
  journal: { run: string; n: number; text: string }[]
  versions: StoredVersion[]
  settings: { name: string; value: Tagged }[]
  cache: CacheEntry[]
}

export interface Tables {
  /**
   * Does all or nothing: when `work` throws, none of its changes stay. Changes made by `work` are atomic towards other
   * tabs too.
   */
  transaction<T>(work: () => Promise<T>): Promise<T>

  app(id: string): Promise<StoredApp | undefined>
  apps(): Promise<StoredApp[]>
  putApp(app: StoredApp): Promise<void>
  /** Entries of an app's history, by index. */
  history(app: string): Promise<HistoryEntry[]>
  historyEntry(app: string, index: number): Promise<HistoryEntry | undefined>
  putHistory(entry: HistoryEntry): Promise<void>
  /** Drops the entries from an index on. */
  cutHistory(app: string, from: number): Promise<void>

  run(id: string): Promise<StoredRun | undefined>
  /** Newest first. */
  runs(filter: RunFilter): Promise<StoredRun[]>
  putRun(run: StoredRun): Promise<void>
  deleteRun(id: string): Promise<void>
  /** JSON of a run's record. */
  record(run: string): Promise<string | undefined>
  putRecord(run: string, text: string): Promise<void>
  /** JSON of each batch of events, in order. */
  events(run: string): Promise<EventsPart[]>
  putEvents(run: string, n: number, text: string, life?: number): Promise<void>

  /** JSON of each part of a durable run's journal, in order; goes with its run. */
  journal(run: string): Promise<{ n: number; text: string }[]>
  putJournal(run: string, n: number, text: string): Promise<void>

  /** Versions of an app, oldest first. */
  versions(app: string): Promise<StoredVersion[]>
  allVersions(): Promise<StoredVersion[]>
  version(app: string, hash: string): Promise<StoredVersion | undefined>
  putVersion(version: StoredVersion): Promise<void>

  setting(name: string): Promise<Tagged | undefined>
  settings(): Promise<{ name: string; value: Tagged }[]>
  putSetting(name: string, value: Tagged): Promise<void>
  cache(app: string, key: string): Promise<CacheEntry | undefined>
  cacheEntries(): Promise<CacheEntry[]>
  putCache(entry: CacheEntry): Promise<void>
  deleteCache(app: string, key: string): Promise<void>

  /** Many rows at once into tables that have none. Absent where one after another is as fast. */
  fill?(rows: TableRows): Promise<void>

  /** How many bytes of each log file are in these tables. */
  applied(): Promise<Map<string, number>>
  putApplied(file: string, bytes: number): Promise<void>
  forgetApplied(file: string): Promise<void>
}

/** Whether a run passes a filter. */
export function passes(run: RunSummary, filter: RunFilter): boolean {
  if (filter.app && run.app !== filter.app) return false
  if (filter.flow && run.flow !== filter.flow) return false
  if (filter.durable && !run.durable) return false
  if (filter.dead && !run.dead) return false
  return !filter.outcome || run.outcome === filter.outcome
}
