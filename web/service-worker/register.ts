// The page's side of the service worker: registers it, tells of a new version that waits, and of what keeps it away.
import { scriptUrl } from '../../worker/trusted-url.ts'

export interface Offline {
  /** `ready`: the next visit works without a server. */
  state: 'ready' | 'installing' | 'unsupported' | 'failed'
  /** Loads the new version that waits; absent while there is none. */
  update?: () => void
}

const checkMilliseconds = 60 * 60 * 1000

/** Registers once; calls back with the state now and after each change. */
export function goOffline(listener: (offline: Offline) => void): void {
  const { serviceWorker } = navigator
  if (!serviceWorker) return listener({ state: 'unsupported' })
  listener({ state: 'installing' })
  register(serviceWorker, listener).catch(() => listener({ state: 'failed' }))
}

async function register(
  container: ServiceWorkerContainer,
  listener: (offline: Offline) => void,
): Promise<void> {
  if (await isSwitchedOff()) {
    for (const one of await container.getRegistrations()) await one.unregister()
    for (const name of await caches.keys()) if (name.startsWith('weft-')) await caches.delete(name)
    return listener({ state: 'unsupported' })
  }
  const registration = await container.register(scriptUrl('./service-worker.js'), { updateViaCache: 'none' })
  const tell = (): void => {
    const { active, waiting } = registration
    if (!active) return
    listener(waiting ? { state: 'ready', update: () => activate(container, waiting) } : { state: 'ready' })
  }
  const follow = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', tell)
  follow(registration.installing)
  registration.addEventListener('updatefound', () => follow(registration.installing))
  tell()
  setInterval(() => void registration.update().catch(() => {}), checkMilliseconds)
}

/** The kill switch: `version.json` on the server says `"off": true`. Without an answer we are offline, and it is on. */
async function isSwitchedOff(): Promise<boolean> {
  try {
    const answer = await fetch('./version.json', { cache: 'no-store' })
    return ((await answer.json()) as { off?: boolean }).off === true
  } catch {
    return false
  }
}

function activate(container: ServiceWorkerContainer, waiting: ServiceWorker): void {
  container.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('activate')
}
