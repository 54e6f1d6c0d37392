// The list of apps as the store tells it, live: also what other tabs do.
import type { AppRow, StoreState } from '../../worker/api.ts'
import type { App } from '../../worker/model/app.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import { newId } from '../../worker/model/id.ts'
import { store } from './workers.ts'

class Apps {
  /** Absent until the store has answered. */
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
      .watchApps((rows) => (this.rows = rows.filter((row) => !row.deletedAt)))
      .catch(failed)
  }

  /** Keeps an app as a new one; under an id of its own when this browser knows its id already. Gives the id. */
  async add(app: App, label: string): Promise<string> {
    const save = (one: App) => store().saveApp({ app: one, version: 0, kind: 'edit', label })
    try {
      await save(app)
      return app.id
    } catch (thrown) {
      if (toFault(thrown).code !== 'STORE:CONFLICT') throw thrown
      const own = { ...app, id: newId() }
      await save(own)
      return own.id
    }
  }
}

export const apps = new Apps()
