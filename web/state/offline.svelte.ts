// Whether the studio works without its server, and whether a new version waits to be asked for.
import { goOffline, type Offline } from '../service-worker/register.ts'

class OfflineState {
  now = $state.raw<Offline>({ state: 'installing' })
}
export const offline = new OfflineState()

/** Registers the service worker when the first screen is there: it must not slow down the start. */
export function followOffline(): void {
  const go = (): void => goOffline((now) => (offline.now = now))
  if (document.readyState === 'complete') setTimeout(go)
  else window.addEventListener('load', () => setTimeout(go), { once: true })
}
