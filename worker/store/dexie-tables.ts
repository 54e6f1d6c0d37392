// Tables in IndexedDB, by Dexie. A copy: the browser may lose it all, the log makes it again.
import { Dexie, type Collection, type Table } from 'dexie'
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

class Database extends Dexie {
  declare apps: Table<StoredApp, string>
  declare history: Table<HistoryEntry, [string, number]>
  declare runs: Table<StoredRun, string>
  declare records: Table<{ run: string; text: string }, string>
  declare events: Table<EventsPart & { run: string }, [string, number]>
  declare settings: Table<{ name: string; value: Tagged }, string>
  declare cache: Table<CacheEntry, [string, string]>
  declare journal: Table<{ run: string; n: number; text: string }, [string, number]>
  declare versions: Table<StoredVersion, [string, number]>
  declare applied: Table<{ file: string; bytes: number }, string>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' })
    this.version(1).stores({
      apps: 'id',
      history: '[app+index]',
      runs: 'id, [app+id]',
      records: 'run',
      events: '[run+n]',
      settings: 'name',
      cache: '[app+key]',
      applied: 'file',
    })
    this.version(2).stores({ journal: '[run+n]', versions: '[app+n], [app+hash]' })
    this.version(3).stores({ runs: 'id, [app+id], [summary.outcome+id]' })
  }
}

export class DexieTables implements Tables {
  readonly #db: Database

  private constructor(db: Database) {
    this.#db = db
  }

  /** Rejects where IndexedDB is missing or refused. Steps aside when a newer version of Weft wants to change the tables. */
  static async open(name = 'weft', onClosed: () => void = () => {}): Promise<DexieTables> {
    const db = new Database(name)
    db.on('versionchange', () => {
      db.close()
      onClosed()
    })
    await db.open()
    return new DexieTables(db)
  }
  close(): void {
    this.#db.close()
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.#db.transaction('rw', this.#db.tables, work)
  }

  app(id: string): Promise<StoredApp | undefined> {
    return this.#db.apps.get(id)
  }
  apps(): Promise<StoredApp[]> {
    return this.#db.apps.toArray()
  }
  async putApp(app: StoredApp): Promise<void> {
    await this.#db.apps.put(app)
  }
  history(app: string): Promise<HistoryEntry[]> {
    return this.#db.history.where('[app+index]').between([app, Dexie.minKey], [app, Dexie.maxKey]).toArray()
  }
  historyEntry(app: string, index: number): Promise<HistoryEntry | undefined> {
    return this.#db.history.get([app, index])
  }
  async putHistory(entry: HistoryEntry): Promise<void> {
    await this.#db.history.put(entry)
  }
  async cutHistory(app: string, from: number): Promise<void> {
    await this.#db.history.where('[app+index]').between([app, from], [app, Dexie.maxKey]).delete()
  }

  run(id: string): Promise<StoredRun | undefined> {
    return this.#db.runs.get(id)
  }
  /** The ids alone come fast; the rows in pieces, from the newest on, until there are enough: a cursor costs more a row. */
  async runs(filter: RunFilter): Promise<StoredRun[]> {
    const { app, outcome, limit } = filter
    const { runs } = this.#db
    const [index, key] = outcome ? ['[summary.outcome+id]', outcome] : ['[app+id]', app]
    const between = (first: string | typeof Dexie.minKey, last: string | typeof Dexie.maxKey) =>
      key
        ? runs.where(index!).between([key, first], [key, last], true, true)
        : runs.where('id').between(first, last, true, true)
    const keys = await between(Dexie.minKey, Dexie.maxKey).primaryKeys()
    const found: StoredRun[] = []
    for (let end = keys.length, size = 100; end > 0 && found.length < limit; size = 2_000) {
      const first = Math.max(end - size, 0)
      const rows = await between(keys[first]!, keys[end - 1]!).toArray()
      for (const row of rows.reverse())
        if (passes(row.summary, filter) && found.length < limit) found.push(row)
      end = first
    }
    return found
  }
  async putRun(run: StoredRun): Promise<void> {
    await this.#db.runs.put(run)
  }
  async deleteRun(id: string): Promise<void> {
    await this.#db.runs.delete(id)
    await this.#db.records.delete(id)
    await ofRun(this.#db.events, id).delete()
    await ofRun(this.#db.journal, id).delete()
  }
  async record(run: string): Promise<string | undefined> {
    return (await this.#db.records.get(run))?.text
  }
  async putRecord(run: string, text: string): Promise<void> {
    await this.#db.records.put({ run, text })
  }
  events(run: string): Promise<EventsPart[]> {
    return ofRun(this.#db.events, run).toArray()
  }
  async putEvents(run: string, n: number, text: string, life?: number): Promise<void> {
    await this.#db.events.put({ run, n, text, ...(life !== undefined && { life }) })
  }

  journal(run: string): Promise<{ n: number; text: string }[]> {
    return ofRun(this.#db.journal, run).toArray()
  }
  async putJournal(run: string, n: number, text: string): Promise<void> {
    await this.#db.journal.put({ run, n, text })
  }

  versions(app: string): Promise<StoredVersion[]> {
    return this.#db.versions.where('[app+n]').between([app, Dexie.minKey], [app, Dexie.maxKey]).toArray()
  }
  allVersions(): Promise<StoredVersion[]> {
    return this.#db.versions.toArray()
  }
  version(app: string, hash: string): Promise<StoredVersion | undefined> {
    return this.#db.versions.where({ app, hash }).first()
  }
  async putVersion(version: StoredVersion): Promise<void> {
    await this.#db.versions.put(version)
  }

  async setting(name: string): Promise<Tagged | undefined> {
    return (await this.#db.settings.get(name))?.value
  }
  settings(): Promise<{ name: string; value: Tagged }[]> {
    return this.#db.settings.toArray()
  }
  async putSetting(name: string, value: Tagged): Promise<void> {
    await this.#db.settings.put({ name, value })
  }
  cache(app: string, key: string): Promise<CacheEntry | undefined> {
    return this.#db.cache.get([app, key])
  }
  cacheEntries(): Promise<CacheEntry[]> {
    return this.#db.cache.toArray()
  }
  async putCache(entry: CacheEntry): Promise<void> {
    await this.#db.cache.put(entry)
  }
  async deleteCache(app: string, key: string): Promise<void> {
    await this.#db.cache.delete([app, key])
  }

  async fill(rows: TableRows): Promise<void> {
    const names = Object.keys(rows) as (keyof TableRows)[]
    await Promise.all(names.map((name) => this.#db.table(name).bulkPut(rows[name])))
  }

  async applied(): Promise<Map<string, number>> {
    return new Map((await this.#db.applied.toArray()).map(({ file, bytes }) => [file, bytes]))
  }
  async putApplied(file: string, bytes: number): Promise<void> {
    await this.#db.applied.put({ file, bytes })
  }
  async forgetApplied(file: string): Promise<void> {
    await this.#db.applied.delete(file)
  }
}

function ofRun<T>(parts: Table<T, [string, number]>, run: string): Collection<T, [string, number]> {
  return parts.where('[run+n]').between([run, Dexie.minKey], [run, Dexie.maxKey])
}
