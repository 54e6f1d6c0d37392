// Stores of several tabs over one disk, in memory: tabs can be killed.
import { LocalLocks, type StoreHome, type Told } from '../../worker/store/home.ts'
import { MemoryFolder } from '../../worker/store/log-folder.ts'
import { Store } from '../../worker/store/store.ts'
import type { Tables } from '../../worker/store/tables.ts'

/** A machine: its disk outlives its tabs. */
export class Machine {
  folder = new MemoryFolder()
  tables: Tables
  makeTables: () => Promise<Tables>
  #tabs: { listeners: ((told: Told) => void)[]; dead: boolean }[] = []
  #held = new Map<string, { tab: object; free: () => void; freed: Promise<void> }>()
  #local = new LocalLocks()
  #count = 0
  now = 1_000
  reserveBytes = 0

  constructor(tables: Tables, makeTables: () => Promise<Tables>) {
    this.tables = tables
    this.makeTables = makeTables
  }

  tab(): { store: Store; kill: () => void; id: string } {
    const me = { listeners: [] as ((told: Told) => void)[], dead: false }
    this.#tabs.push(me)
    const id = `tab${++this.#count}`
    const home: StoreHome = {
      tab: id,
      durability: 'opfs',
      tables: this.tables,
      folder: this.folder,
      reserveBytes: this.reserveBytes,
      now: () => ++this.now,
      persist: async () => {},
      locks: {
        run: (name, work) => this.#local.run(name, work),
        tryHold: async (name) => {
          if (this.#held.has(name)) return undefined
          let free = (): void => {}
          const freed = new Promise<void>((resolve) => (free = resolve))
          const hold = { tab: me, freed, free: () => (this.#held.delete(name), free()) }
          this.#held.set(name, hold)
          return hold.free
        },
        whenFree: async (name) => this.#held.get(name)?.freed,
      },
      channel: {
        tell: (told) => {
          for (const other of this.#tabs) {
            if (other !== me && !other.dead)
              for (const listener of other.listeners) listener(structuredClone(told))
          }
        },
        listen: (listener) => void me.listeners.push(listener),
      },
    }
    const kill = (): void => {
      me.dead = true
      for (const hold of [...this.#held.values()]) if (hold.tab === me) hold.free()
    }
    return { store: new Store(home), kill, id }
  }

  /** The browser loses its database; the files stay. */
  async loseDatabase(): Promise<void> {
    this.tables = await this.makeTables()
  }
}
