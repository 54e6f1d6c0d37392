// The list of apps as the store tells it, live: also what other tabs do.
import type { AppRow, StoreState } from '../../worker/api.ts'
import type { App } from '../../worker/model/app.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import { newId } from '../../worker/model/id.ts'
import { isWork } from '../../worker/model/lesson-work-id.ts'
import { restrict } from './trust.ts'
import { store } from './workers.ts'

class Apps {
  /** Without what is worked at in Weft's lessons. Absent until the store has answered. */
  rows = $state.raw<AppRow[] | undefined>(undefined)
  storage = $state.raw<StoreState | undefined>(undefined)
  trouble = $state.raw<Fault | undefined>(undefined)
  #started = false

  /** Opens the store and watches it for as long as the page lives. */
  start(): void {
    if (this.#started) return
    this.#started = true
    const failed = (thrown: unknown) => (this.trouble = toFault(thrown))
    store()
      .open()
      .then((state) => (this.storage = state), failed)
    store()
      .watchApps((rows) => (this.rows = rows.filter((row) => !row.deletedAt && !isWork(row.id))))
      .catch(failed)
  }

  /**
   * Keeps an app as a new one; under an id of its own when this browser knows its id already. Gives the id. `outside`: it came by
   * a link, a file or pasted text, and calls nobody before a person grants it.
   */
  async add(app: App, label: string, outside = false): Promise<string> {
    const known = await store().loadApp(app.id)
    const own = known ? { ...app, id: newId() } : app
    if (outside) await restrict(store(), own.id)
    await store().saveApp({ app: own, version: 0, kind: 'edit', label })
    return own.id
  }
}

export const apps = new Apps()
