// The page's workers, each started when first asked for: the store (the only writer).
import type { StoreApi } from '../../worker/api.ts'
import { callOn } from '../../worker/api-port.ts'
import storeUrl from '../../worker/store/worker.ts?worker&url'
import { scriptUrl } from '../../worker/trusted-url.ts'

let storeApi: StoreApi | undefined

export function store(): StoreApi {
  storeApi ??= callOn<StoreApi>(new Worker(scriptUrl(storeUrl), { type: 'module', name: 'weft-store' }))
  return storeApi
}
