// Which folder of this computer stands behind a name: chosen by a person in the page, kept in this browser, read in the worker.

type Folder = FileSystemDirectoryHandle

const databaseName = 'weft-folders'
const table = 'folders'

/** Undefined where none was chosen. */
export async function chosenFolder(name: string): Promise<Folder | undefined> {
  if (typeof indexedDB === 'undefined') return undefined
  return await inTable('readonly', (folders) => folders.get(name) as IDBRequest<Folder | undefined>)
}

/** Remembers or, with `undefined`, forgets. */
export async function chooseFolder(name: string, folder: Folder | undefined): Promise<void> {
  await inTable<unknown>('readwrite', (folders) =>
    folder
      ? (folders.put(folder, name) as IDBRequest<unknown>)
      : (folders.delete(name) as IDBRequest<unknown>),
  )
}

async function inTable<T>(
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(databaseName, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(table)
  const database = await done(opening)
  try {
    return await done(work(database.transaction(table, mode).objectStore(table)))
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
