// A page without a studio: gives the tests the workers' clients, in a real browser under the real headers.
import { goOffline } from '../../../web/service-worker/register.ts'
import { startWeft } from '../../../worker/client.ts'
import { openFile, openLink } from '../../../worker/share/client.ts'

const weft = startWeft()
/** Resolves when the service worker is there. */
const register = (): Promise<void> =>
  new Promise((resolve) => goOffline(({ state }) => state === 'ready' && resolve()))

const conformance = () => import('./conformance.ts')
const harness = {
  weft,
  store: weft.store,
  engine: weft.engine,
  openLink,
  openFile,
  goOffline: register,
  conformance,
}
export type Harness = typeof harness
declare global {
  interface Window {
    harness: Harness
  }
}
window.harness = harness
