// The database of the store: which tables it has, how they are found by key, and its opening.

/** Key path and indexes of each table; an index is named after its keys. */
const tables = {
  apps: { key: 'id', indexes: [] },
  history: { key: ['app', 'index'], indexes: [] },
  runs: {
    key: 'id',
    indexes: [
      ['app', 'id'],
      ['summary.outcome', 'id'],
    ],
  },
  records: { key: 'run', indexes: [] },
  events: { key: ['run', 'n'], indexes: [] },
  journal: { key: ['run', 'n'], indexes: [] },
  versions: { key: ['app', 'n'], indexes: [['app', 'hash']] },
  settings: { key: 'name', indexes: [] },
  cache: { key: ['app', 'key'], indexes: [] },
  applied: { key: 'file', indexes: [] },
} satisfies Record<string, { key: string | string[]; indexes: string[][] }>

export type TableName = keyof typeof tables

/** Higher whenever a table or an index comes to the list. It goes in tens, as the databases that exist were counted. */
const version = 30

/** Rejects where IndexedDB is missing or refused. The database steps aside when a newer version of Weft wants to change it. */
export async function connect(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, version)
  return new Promise((resolve, reject) => {
    opening.onupgradeneeded = () => addMissing(opening)
    opening.onerror = () => reject(opening.error ?? new Error('the database cannot be opened'))
    opening.onsuccess = () => {
      const database = opening.result
      database.onversionchange = () => {
        aside.add(database)
        database.close()
      }
      resolve(database)
    }
  })
}
const aside = new WeakSet<IDBDatabase>()

/** Whether this was thrown because the browser has closed the database, which may be opened once more. */
export function closed(database: IDBDatabase, thrown: unknown): boolean {
  return !aside.has(database) && (thrown as Error | undefined)?.name === 'InvalidStateError'
}

/** From whatever version it had. */
function addMissing({ result: database, transaction }: IDBOpenDBRequest): void {
  for (const [name, { key, indexes }] of Object.entries(tables)) {
    const table = database.objectStoreNames.contains(name)
      ? transaction!.objectStore(name)
      : database.createObjectStore(name, { keyPath: key })
    for (const keys of indexes) {
      const index = `[${keys.join('+')}]`
      if (!table.indexNames.contains(index)) table.createIndex(index, keys)
    }
  }
}

/** All keys of two parts that begin with `first`, from `from` on: a list comes after every number and text. */
export function ofKey(first: string, from?: number): IDBKeyRange {
  return IDBKeyRange.bound(from === undefined ? [first] : [first, from], [first, []])
}
