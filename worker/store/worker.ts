// The store's own worker: one a tab, because synchronous file handles exist only in dedicated workers. Finds out what the
// browser offers: OPFS and IndexedDB, IndexedDB alone, or nothing.
import { DexieTables } from './dexie-tables.ts'
import type { Channel, Locks, StoreHome, Told } from './home.ts'
import { LocalLocks } from './home.ts'
import { MemoryTables } from './memory-tables.ts'
import { OpfsFolder } from './opfs-folder.ts'
import { Store } from './store.ts'
import { answerOn } from '../api-port.ts'

answerOn(
  findHome().then((home) => new Store(home)),
  self,
)

async function findHome(): Promise<StoreHome> {
  const tab = crypto.randomUUID().slice(0, 13)
  const means = { tab, channel: browserChannel(), now: () => Date.now(), persist }
  const tables = await DexieTables.open('weft').catch(() => undefined)
  // A browser that refuses storage refuses its locks, too; what only this tab has needs none of another.
  if (!tables) return { ...means, locks: new LocalLocks(), tables: new MemoryTables(), durability: 'memory' }
  const folder = await OpfsFolder.open().catch(() => undefined)
  return {
    ...means,
    locks: browserLocks(),
    tables,
    folder,
    reserveBytes: 5 * 1024 * 1024,
    durability: folder ? 'opfs' : 'indexeddb',
  }
}

async function persist(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}

function browserLocks(): Locks {
  if (!navigator.locks) return new LocalLocks()
  return {
    run: (name, work) => navigator.locks.request(name, work) as Promise<never>,
    tryHold: (name) =>
      new Promise((resolve, reject) => {
        navigator.locks
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) return resolve(undefined)
            return new Promise<void>((release) => resolve(release))
          })
          .catch(reject)
      }),
    whenFree: (name) => navigator.locks.request(name, async () => {}),
  }
}

function browserChannel(): Channel {
  const channel = new BroadcastChannel('weft')
  return {
    tell: (told) => channel.postMessage(told),
    listen: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<Told>) => listener(event.data)),
  }
}
