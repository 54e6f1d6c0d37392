// IndexedDB's requests as promises.

/** Rejects where the database refused; its transaction goes on. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      reject(request.error ?? new Error('the database refused'))
    }
  })
}
