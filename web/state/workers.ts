// The page's workers, started when first asked for.
import type { EngineApi, StoreApi } from '../../worker/api.ts'
import { startWeft } from '../../worker/client.ts'

export function store(): StoreApi {
  return startWeft().store
}

export function engine(): EngineApi {
  return startWeft().engine
}
