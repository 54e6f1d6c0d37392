// The page's side of the store: starts its worker, takes another one when it is lost, and notices when the browser has cleared
// the storage.
import type { StoreApi, StoreState } from '../api.ts'
import type { Connectable } from '../api-port.ts'
import { LivingWorker } from '../living-worker.ts'
import { LivingStore } from './living-store.ts'
import storeUrl from './worker.ts?worker&url'

/** Set in localStorage when something was saved: if it is there and the store is empty, the browser cleared it. */
const marker = 'weft:kept'
/** It may be at work for long when it writes its log anew. */
const patience = 30_000
/** After a loss the next worker is started so many milliseconds later; each time twice as many, while they do not live long. */
const shortestPause = 50
const longestPause = 10_000
const longLife = 10_000

export interface PageStore {
  api: StoreApi
  /** A port on which another worker can ask the store. */
  port(): Promise<MessagePort>
}

/** `lost` is called when the worker was lost and the next one is there. */
export function startStore(lost: () => void): PageStore {
  let pause = shortestPause
  let startedAt = Date.now()
  const worker = new LivingWorker<Connectable<StoreApi>>({
    url: storeUrl,
    name: 'weft-store',
    patience,
    lost: () => {
      pause = Date.now() - startedAt > longLife ? shortestPause : Math.min(pause * 2, longestPause)
      setTimeout(() => void renew(), pause)
    },
  })
  const living = new LivingStore((name, args) => worker.call(name, ...args))
  const renew = async (): Promise<void> => {
    startedAt = Date.now()
    await living.renew()
    lost()
  }
  const { api } = living
  const open = async (): Promise<StoreState> => {
    const state = await api.open()
    if (state.durability === 'memory' || !isMarked()) return state
    return (await isEmpty(api)) ? { ...state, cleared: true } : state
  }
  const saveApp: StoreApi['saveApp'] = async (edit) => {
    const saved = await api.saveApp(edit)
    mark()
    return saved
  }
  const own: Partial<StoreApi> = { open, saveApp }
  return {
    api: new Proxy(api, { get: (target, name: keyof StoreApi) => own[name] ?? target[name] }),
    port: async () => {
      const { port1, port2 } = new MessageChannel()
      await worker.call('connect', port1)
      return port2
    },
  }
}
async function isEmpty(store: StoreApi): Promise<boolean> {
  let end = (): void => {}
  const apps = await new Promise<number>((resolve, reject) => {
    store.watchApps((rows) => resolve(rows.length)).then((stop) => (end = stop), reject)
  })
  end()
  return apps === 0
}

function isMarked(): boolean {
  try {
    return localStorage.getItem(marker) !== null
  } catch {
    return false
  }
}
function mark(): void {
  try {
    localStorage.setItem(marker, '1')
  } catch {
    // Without localStorage a cleared storage is simply not noticed.
  }
}
