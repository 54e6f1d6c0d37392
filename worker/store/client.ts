// The page's side of the store: starts its worker and notices when the browser has cleared the storage.
import type { StoreApi, StoreState } from '../api.ts'
import { callOn, type Connectable } from '../api-port.ts'
import { scriptUrl } from '../trusted-url.ts'
import storeUrl from './worker.ts?worker&url'

/** Set in localStorage when something was saved: if it is there and the store is empty, the browser cleared it. */
const marker = 'weft:kept'

export function startStore(): Connectable<StoreApi> {
  const store = callOn<StoreApi>(new Worker(scriptUrl(storeUrl), { type: 'module', name: 'weft-store' }))
  const open = async (): Promise<StoreState> => {
    const state = await store.open()
    if (state.durability === 'memory' || !isMarked()) return state
    return (await isEmpty(store)) ? { ...state, cleared: true } : state
  }
  const saveApp: StoreApi['saveApp'] = async (edit) => {
    const saved = await store.saveApp(edit)
    mark()
    return saved
  }
  const own: Partial<StoreApi> = { open, saveApp }
  return new Proxy(store, { get: (target, name: keyof StoreApi) => own[name] ?? target[name] })
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
