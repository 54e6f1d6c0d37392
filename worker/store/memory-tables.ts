// Tables in memory: for Node (where the log file is all there is), for tests, and for a browser that offers no storage.
import type { RunFilter } from '../api.ts'
import type { Tagged } from '../model/app.ts'
import {
  passes,
  type CacheEntry,
  type HistoryEntry,
  type EventsPart,
  type StoredApp,
  type StoredRun,
  type StoredVersion,
  type TableRows,
  type Tables,
} from './tables.ts'

export class MemoryTables implements Tables {
  #apps = new Map<string, StoredApp>()
  #history = new Map<string, HistoryEntry[]>()
  #runs = new Map<string, StoredRun>()
  #records = new Map<string, string>()
  #events = new Map<string, Map<number, EventsPart>>()
  #journal = new Map<string, Map<number, { n: number; text: string }>>()
  #versions = new Map<string, StoredVersion[]>()
  #settings = new Map<string, Tagged>()
  #cache = new Map<string, CacheEntry>()
  #applied = new Map<string, number>()

  /** Nothing here can fail half-way, so nothing needs to be undone. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    return work()
  }

  async app(id: string): Promise<StoredApp | undefined> {
    return this.#apps.get(id)
  }
  async apps(): Promise<StoredApp[]> {
    return [...this.#apps.values()]
  }
  async putApp(app: StoredApp): Promise<void> {
    this.#apps.set(app.id, app)
  }
  async history(app: string): Promise<HistoryEntry[]> {
    return [...(this.#history.get(app) ?? [])]
  }
  async historyEntry(app: string, index: number): Promise<HistoryEntry | undefined> {
    return this.#history.get(app)?.[index]
  }
  async putHistory(entry: HistoryEntry): Promise<void> {
    const entries = this.#history.get(entry.app) ?? []
    entries[entry.index] = entry
    this.#history.set(entry.app, entries)
  }
  async cutHistory(app: string, from: number): Promise<void> {
    this.#history.get(app)?.splice(from)
  }

  async run(id: string): Promise<StoredRun | undefined> {
    return this.#runs.get(id)
  }
  async runs(filter: RunFilter): Promise<StoredRun[]> {
    const found = [...this.#runs.values()].filter((run) => passes(run.summary, filter))
    return found.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, filter.limit)
  }
  async putRun(run: StoredRun): Promise<void> {
    this.#runs.set(run.id, run)
  }
  async deleteRun(id: string): Promise<void> {
    this.#runs.delete(id)
    this.#records.delete(id)
    this.#events.delete(id)
    this.#journal.delete(id)
  }
  async record(run: string): Promise<string | undefined> {
    return this.#records.get(run)
  }
  async putRecord(run: string, text: string): Promise<void> {
    this.#records.set(run, text)
  }
  async events(run: string): Promise<EventsPart[]> {
    return inOrder(this.#events.get(run))
  }
  async putEvents(run: string, n: number, text: string, life?: number): Promise<void> {
    put(this.#events, run, { n, text, ...(life !== undefined && { life }) })
  }

  async journal(run: string): Promise<{ n: number; text: string }[]> {
    return inOrder(this.#journal.get(run))
  }
  async putJournal(run: string, n: number, text: string): Promise<void> {
    put(this.#journal, run, { n, text })
  }

  async versions(app: string): Promise<StoredVersion[]> {
    return [...(this.#versions.get(app) ?? [])].sort((a, b) => a.n - b.n)
  }
  async allVersions(): Promise<StoredVersion[]> {
    return [...this.#versions.values()].flat()
  }
  async version(app: string, hash: string): Promise<StoredVersion | undefined> {
    return this.#versions.get(app)?.find((one) => one.hash === hash)
  }
  async putVersion(version: StoredVersion): Promise<void> {
    const others = (this.#versions.get(version.app) ?? []).filter(({ n }) => n !== version.n)
    this.#versions.set(version.app, [...others, version])
  }

  async setting(name: string): Promise<Tagged | undefined> {
    return this.#settings.get(name)
  }
  async settings(): Promise<{ name: string; value: Tagged }[]> {
    return [...this.#settings].map(([name, value]) => ({ name, value }))
  }
  async putSetting(name: string, value: Tagged): Promise<void> {
    this.#settings.set(name, value)
  }
  async cache(app: string, key: string): Promise<CacheEntry | undefined> {
    return this.#cache.get(cacheKey(app, key))
  }
  async cacheEntries(): Promise<CacheEntry[]> {
    return [...this.#cache.values()]
  }
  async putCache(entry: CacheEntry): Promise<void> {
    this.#cache.set(cacheKey(entry.app, entry.key), entry)
  }
  async deleteCache(app: string, key: string): Promise<void> {
    this.#cache.delete(cacheKey(app, key))
  }

  rows(): TableRows {
    const ofRuns = <Part extends { n: number }>(all: ReadonlyMap<string, ReadonlyMap<number, Part>>) =>
      [...all].flatMap(([run, parts]) => [...parts.values()].map((part) => ({ run, ...part })))
    return {
      apps: [...this.#apps.values()],
      history: [...this.#history.values()].flat(),
      runs: [...this.#runs.values()],
      records: [...this.#records].map(([run, text]) => ({ run, text })),
      events: ofRuns(this.#events),
      journal: ofRuns(this.#journal),
      versions: [...this.#versions.values()].flat(),
      settings: [...this.#settings].map(([name, value]) => ({ name, value })),
      cache: [...this.#cache.values()],
    }
  }

  async applied(): Promise<Map<string, number>> {
    return new Map(this.#applied)
  }
  async putApplied(file: string, bytes: number): Promise<void> {
    this.#applied.set(file, bytes)
  }
  async forgetApplied(file: string): Promise<void> {
    this.#applied.delete(file)
  }
}

function cacheKey(app: string, key: string): string {
  return JSON.stringify([app, key])
}

function inOrder<T extends { n: number }>(parts: ReadonlyMap<number, T> | undefined): T[] {
  return [...(parts?.values() ?? [])].sort((a, b) => a.n - b.n)
}

function put<T extends { n: number }>(all: Map<string, Map<number, T>>, run: string, part: T): void {
  const parts = all.get(run) ?? new Map<number, T>()
  parts.set(part.n, part)
  all.set(run, parts)
}
