// 32 random bytes of this browser that a passphrase is mixed with. In OPFS, apart from the database, so that losing one of the
// two does not open the other; in no export and no backup. Where there is no OPFS they stand in the database.
import { done } from './database-request.ts'

const fileName = 'weft-vault-device'
const keyName = 'device-secret'

export async function deviceSecret(database: IDBDatabase): Promise<Uint8Array<ArrayBuffer>> {
  return await navigator.locks.request('weft:vault-device', async () => {
    const kept = (await inFile()) ?? (await inDatabase(database))
    if (kept) return kept
    const made = crypto.getRandomValues(new Uint8Array(32))
    if (!(await toFile(made))) await toDatabase(database, made)
    return made
  })
}

async function inFile(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const folder = await navigator.storage.getDirectory()
    const file = await (await folder.getFileHandle(fileName)).getFile()
    return file.size === 32 ? new Uint8Array(await file.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
async function toFile(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle(fileName, { create: true })
    const writer = await handle.createWritable()
    await writer.write(bytes)
    await writer.close()
    return true
  } catch {
    return false
  }
}
async function inDatabase(database: IDBDatabase): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const keys = database.transaction('keys').objectStore('keys')
  return (await done(keys.get(keyName))) as Uint8Array<ArrayBuffer> | undefined
}
async function toDatabase(database: IDBDatabase, bytes: Uint8Array): Promise<void> {
  await done(database.transaction('keys', 'readwrite').objectStore('keys').put(bytes, keyName))
}
