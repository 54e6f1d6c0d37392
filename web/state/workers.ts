// The page's workers, started when first asked for.
import type { EngineApi, StoreApi } from '../../worker/api.ts'
import { startWeft } from '../../worker/client.ts'

export function store(): StoreApi {
  return startWeft().store
}

/** For a screen that surely asks the engine: it starts while the screen is being loaded. */
export function wakeEngine(): void {
  startWeft().wakeEngine()
}

export function engine(): EngineApi {
  return startWeft().engine
}
