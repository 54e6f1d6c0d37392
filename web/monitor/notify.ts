// Notifications of the browser when a run fails that nobody started by hand. One tab tells: the one that holds the lock.
import { goTo, runsAddress } from '../routes.ts'
import { Kept } from '../state/kept.svelte.ts'
import { store } from '../state/workers.ts'
import { monitorWords } from './words.ts'

export const notifies = new Kept('notify', false)

/** Asks the browser where needed. False: it does not allow it. */
export async function setNotify(on: boolean): Promise<boolean> {
  if (on && (!('Notification' in globalThis) || (await Notification.requestPermission()) !== 'granted'))
    return false
  notifies.value = on
  return true
}

let started = false

/** Watches the store for as long as the page lives. */
export function startNotifying(): void {
  if (started || !('Notification' in globalThis)) return
  started = true
  const from = Date.now()
  const told = new Set<string>()
  const tell = async (): Promise<never> => {
    await store().watchRuns({ outcome: 'failed', limit: 20 }, (runs) => {
      if (!notifies.value || Notification.permission !== 'granted') return
      for (const run of runs) {
        if (run.startedAt + run.took < from || run.trigger === 'manual' || told.has(run.id)) continue
        told.add(run.id)
        const body = `${run.flowName}: ${run.fault?.code ?? ''} ${run.fault?.message ?? ''}`.trim()
        const note = new Notification(monitorWords().notifyTitle(run.appName), {
          body,
          tag: `weft-${run.app}`,
        })
        note.onclick = () => {
          focus()
          goTo(runsAddress(run.id))
        }
      }
    })
    return await new Promise<never>(() => {})
  }
  // One tab tells; where locks are refused none does.
  navigator.locks.request('weft:notify', tell).catch(() => {})
}
