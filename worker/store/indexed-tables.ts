// Tables in IndexedDB. A copy: the browser may lose it all, the log makes it again.
import type { RunFilter } from '../api.ts'
import type { Tagged } from '../model/app.ts'
import { done } from '../model/database-request.ts'
import { closed, connect, ofKey, type TableName } from './indexed-database.ts'
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

export class IndexedTables implements Tables {
  readonly #name: string
  #database: IDBDatabase
  /** The transaction that all is done in; absent: each in one of its own. */
  readonly #bound?: IDBTransaction

  private constructor(name: string, database: IDBDatabase, bound?: IDBTransaction) {
    this.#name = name
    this.#database = database
    this.#bound = bound
  }

  /** Rejects where IndexedDB is missing or refused. Steps aside when a newer version of Weft wants to change the tables. */
  static async open(name = 'weft'): Promise<IndexedTables> {
    return new IndexedTables(name, await connect(name))
  }
  close(): void {
    this.#database.close()
  }

  async transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    const transaction = await this.#begin([...this.#database.objectStoreNames], 'readwrite')
    const ended = endOf(transaction)
    let result: T
    try {
      result = await work(new IndexedTables(this.#name, this.#database, transaction))
    } catch (thrown) {
      const reason = transaction.error ?? thrown
      if (!transaction.error) transaction.abort()
      await ended.catch(() => {})
      throw reason
    }
    await ended
    return result
  }

  /** A browser may close the database (storage that was cleared, a suspended page); it is opened once more then. */
  async #begin(names: string[], mode: IDBTransactionMode): Promise<IDBTransaction> {
    const open = (): IDBTransaction => this.#database.transaction(names, mode, { durability: 'relaxed' })
    try {
      return open()
    } catch (thrown) {
      if (!closed(this.#database, thrown)) throw thrown
      this.#database = await connect(this.#name)
      return open()
    }
  }

  async #read<T>(name: TableName, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = this.#bound ?? (await this.#begin([name], 'readonly'))
    return done(ask(transaction.objectStore(name)))
  }
  /** Resolves when it is written: outside a transaction, when its own has ended. */
  async #write(name: TableName, ask: (table: IDBObjectStore) => IDBRequest): Promise<void> {
    if (this.#bound) await done(ask(this.#bound.objectStore(name)))
    else {
      const transaction = await this.#begin([name], 'readwrite')
      const ended = endOf(transaction)
      await done(ask(transaction.objectStore(name)))
      await ended
    }
  }
  #get<T>(name: TableName, key: IDBValidKey): Promise<T | undefined> {
    return this.#read(name, (table) => table.get(key) as IDBRequest<T | undefined>)
  }
  /** By key. */
  #all<T>(name: TableName, range?: IDBKeyRange): Promise<T[]> {
    return this.#read(name, (table) => table.getAll(range) as IDBRequest<T[]>)
  }
  #put(name: TableName, row: unknown): Promise<void> {
    return this.#write(name, (table) => table.put(row))
  }
  #delete(name: TableName, key: IDBValidKey | IDBKeyRange): Promise<void> {
    return this.#write(name, (table) => table.delete(key))
  }

  app(id: string): Promise<StoredApp | undefined> {
    return this.#get('apps', id)
  }
  apps(): Promise<StoredApp[]> {
    return this.#all('apps')
  }
  putApp(app: StoredApp): Promise<void> {
    return this.#put('apps', app)
  }
  history(app: string): Promise<HistoryEntry[]> {
    return this.#all('history', ofKey(app))
  }
  historyEntry(app: string, index: number): Promise<HistoryEntry | undefined> {
    return this.#get('history', [app, index])
  }
  putHistory(entry: HistoryEntry): Promise<void> {
    return this.#put('history', entry)
  }
  cutHistory(app: string, from: number): Promise<void> {
    return this.#delete('history', ofKey(app, from))
  }

  run(id: string): Promise<StoredRun | undefined> {
    return this.#get('runs', id)
  }
  /** The keys alone come fast; the rows in pieces, from the newest on, until there are enough: a cursor costs more a row. */
  async runs(filter: RunFilter): Promise<StoredRun[]> {
    const { app, outcome, limit } = filter
    const [index, key] = outcome ? ['[summary.outcome+id]', outcome] : ['[app+id]', app]
    const source = (table: IDBObjectStore) => (key ? table.index(index!) : table)
    const piece = (first: string, last: string) =>
      key ? IDBKeyRange.bound([key, first], [key, last]) : IDBKeyRange.bound(first, last)
    const whole = key ? ofKey(key) : undefined
    const keys = await this.#read('runs', (table) => source(table).getAllKeys(whole) as IDBRequest<string[]>)
    const found: StoredRun[] = []
    for (let end = keys.length, size = 100; end > 0 && found.length < limit; size = 2_000) {
      const first = Math.max(end - size, 0)
      const range = piece(keys[first]!, keys[end - 1]!)
      const rows = await this.#read('runs', (table) => source(table).getAll(range) as IDBRequest<StoredRun[]>)
      for (const row of rows.reverse())
        if (passes(row.summary, filter) && found.length < limit) found.push(row)
      end = first
    }
    return found
  }
  putRun(run: StoredRun): Promise<void> {
    return this.#put('runs', run)
  }
  async deleteRun(id: string): Promise<void> {
    await this.#delete('runs', id)
    await this.#delete('records', id)
    await this.#delete('events', ofKey(id))
    await this.#delete('journal', ofKey(id))
  }
  async record(run: string): Promise<string | undefined> {
    return (await this.#get<{ text: string }>('records', run))?.text
  }
  putRecord(run: string, text: string): Promise<void> {
    return this.#put('records', { run, text })
  }
  events(run: string): Promise<EventsPart[]> {
    return this.#all('events', ofKey(run))
  }
  putEvents(run: string, n: number, text: string, life?: number): Promise<void> {
    return this.#put('events', { run, n, text, ...(life !== undefined && { life }) })
  }

  journal(run: string): Promise<{ n: number; text: string }[]> {
    return this.#all('journal', ofKey(run))
  }
  putJournal(run: string, n: number, text: string): Promise<void> {
    return this.#put('journal', { run, n, text })
  }

  versions(app: string): Promise<StoredVersion[]> {
    return this.#all('versions', ofKey(app))
  }
  allVersions(): Promise<StoredVersion[]> {
    return this.#all('versions')
  }
  version(app: string, hash: string): Promise<StoredVersion | undefined> {
    return this.#read(
      'versions',
      (table) => table.index('[app+hash]').get([app, hash]) as IDBRequest<StoredVersion | undefined>,
    )
  }
  putVersion(version: StoredVersion): Promise<void> {
    return this.#put('versions', version)
  }

  async setting(name: string): Promise<Tagged | undefined> {
    return (await this.#get<{ value: Tagged }>('settings', name))?.value
  }
  settings(): Promise<{ name: string; value: Tagged }[]> {
    return this.#all('settings')
  }
  putSetting(name: string, value: Tagged): Promise<void> {
    return this.#put('settings', { name, value })
  }
  cache(app: string, key: string): Promise<CacheEntry | undefined> {
    return this.#get('cache', [app, key])
  }
  cacheEntries(): Promise<CacheEntry[]> {
    return this.#all('cache')
  }
  putCache(entry: CacheEntry): Promise<void> {
    return this.#put('cache', entry)
  }
  deleteCache(app: string, key: string): Promise<void> {
    return this.#delete('cache', [app, key])
  }

  /** Nobody hears of each row: the last one of a table is written when all are, and what fails ends the transaction. */
  async fill(rows: TableRows): Promise<void> {
    const names = (Object.keys(rows) as (keyof TableRows)[]).filter((name) => rows[name].length > 0)
    const fillOne = (name: keyof TableRows) =>
      this.#write(name, (table) => {
        for (const row of rows[name].slice(0, -1)) table.put(row)
        return table.put(rows[name].at(-1))
      })
    await Promise.all(names.map(fillOne))
  }

  async applied(): Promise<Map<string, number>> {
    const files = await this.#all<{ file: string; bytes: number }>('applied')
    return new Map(files.map(({ file, bytes }) => [file, bytes]))
  }
  putApplied(file: string, bytes: number): Promise<void> {
    return this.#put('applied', { file, bytes })
  }
  forgetApplied(file: string): Promise<void> {
    return this.#delete('applied', file)
  }
}

/** Resolves when all of it is written; rejects with why none of it is. Nobody has to wait for it. */
function endOf(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the database gave up the transaction'))
  })
  ended.catch(() => {})
  return ended
}
