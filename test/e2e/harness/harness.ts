// A page without a studio: gives the tests the workers' clients, in a real browser under the real headers.
import { openFile, openLink } from '../../../worker/share/client.ts'
import { startStore } from '../../../worker/store/client.ts'

const harness = { store: startStore(), openLink, openFile }
export type Harness = typeof harness
declare global {
  interface Window {
    harness: Harness
  }
}
window.harness = harness
