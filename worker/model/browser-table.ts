// A table of this browser by key, in a database of its own: for what no other store can hold, such as keys that cannot be read and
// folders of the computer. Rejects with what IndexedDB says.

export class BrowserTable<Key extends string = string> {
  readonly #database: string
  readonly #table: string

  constructor(database: string, table: string) {
    this.#database = database
    this.#table = table
  }

  read<T>(key: Key): Promise<T | undefined> {
    return this.#within('readonly', (table) => table.get(key) as IDBRequest<T | undefined>)
  }

  /** `undefined` takes it away. */
  async write(key: Key, value: unknown): Promise<void> {
    await this.#within('readwrite', (table): IDBRequest =>
      value === undefined ? table.delete(key) : table.put(value, key),
    )
  }

  /** Writes it where nothing is yet. Rejects with a ConstraintError otherwise: another tab was first. */
  async add(key: Key, value: unknown): Promise<void> {
    await this.#within('readwrite', (table) => table.add(value, key))
  }

  async #within<T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const opening = indexedDB.open(this.#database, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(this.#table)
    const database = await done(opening)
    try {
      return await done(work(database.transaction(this.#table, mode).objectStore(this.#table)))
    } finally {
      database.close()
    }
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database refused'))
  })
}
