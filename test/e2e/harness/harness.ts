// A page without a studio: gives the tests the workers' clients, in a real browser under the real headers.
import { startWeft } from '../../../worker/client.ts'
import { openFile, openLink } from '../../../worker/share/client.ts'

const weft = startWeft()
const harness = { weft, store: weft.store, engine: weft.engine, openLink, openFile }
export type Harness = typeof harness
declare global {
  interface Window {
    harness: Harness
  }
}
window.harness = harness
