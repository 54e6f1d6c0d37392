// What this browser keeps of its relay, in IndexedDB: keys that cannot be read stand in no other store.

export const databaseName = 'weft-relay'

export type Entry = 'pairing' | 'seal-keys'

export async function readEntry<T>(entry: Entry): Promise<T | undefined> {
  return await within('readonly', (store) => store.get(entry) as IDBRequest<T | undefined>)
}

export async function writeEntry(entry: Entry, value: unknown): Promise<void> {
  await within('readwrite', (store): IDBRequest =>
    value === undefined ? store.delete(entry) : store.put(value, entry),
  )
}

/** Writes it where nothing is yet. Rejects with a ConstraintError otherwise: another tab was first. */
export async function addEntry(entry: Entry, value: unknown): Promise<void> {
  await within('readwrite', (store) => store.add(value, entry))
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(databaseName, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('relay')
  const database = await done(opening)
  try {
    return await done(work(database.transaction('relay', mode).objectStore('relay')))
  } finally {
    database.close()
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database refused'))
  })
}
