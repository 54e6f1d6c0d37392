// The store in Node: everything in memory, the log in a directory is what stays (`--data DIR`).
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '../model/fault.ts'
import { FileFolder } from './file-folder.ts'
import { LocalLocks, type StoreHome } from './home.ts'
import { MemoryTables } from './memory-tables.ts'
import { Store } from './store.ts'

/** One process a directory. Throws STORE:IN_USE while another one has it. */
export async function openNodeStore(directory: string): Promise<{ store: Store; close(): void }> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const release = takeDirectory(join(directory, 'process'))
  const home: StoreHome = {
    tab: `${process.pid}-${randomUUID().slice(0, 8)}`,
    durability: 'opfs',
    tables: new MemoryTables(),
    folder: new FileFolder(join(directory, 'log')),
    reserveBytes: 5 * 1024 * 1024,
    locks: new LocalLocks(),
    channel: { tell: () => {}, listen: () => {} },
    now: () => Date.now(),
    persist: async () => {},
  }
  const store = new Store(home)
  await store.open()
  // The process may end at any moment and let another one in: nothing of ours may be under way in the files then.
  await store.merged()
  return { store, close: release }
}

function takeDirectory(file: string): () => void {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = Number(readFileSync(file, 'utf8'))
    if (owner !== process.pid && isAlive(owner)) {
      throw fault('STORE:IN_USE', `The process ${owner} uses this data directory.`, {
        data: { process: owner },
      })
    }
    rmSync(file, { force: true })
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
