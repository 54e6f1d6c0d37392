// Published apps in the browser: what is published stands in the store, pinned to its version; of all tabs the one that holds
// a Web Lock runs it, and the next one takes over when that tab is gone.
import type { Grant, StoreApi } from './api.ts'
import type { HookAnswer, HookRequest } from './engine-worker.ts'
import type { App, Tagged } from './model/app.ts'
import { newRunId } from './model/id.ts'
import { publishedChannel, publishedList } from './publish/published.ts'
import { PublishedRuns, type PublishedParts } from './publish/published-runs.ts'
import { Publisher } from './publish/publisher.ts'

const lock = 'weft:publisher'
const entryName = (app: string): string => `${publishedList}/${app}`

interface Entry {
  app: App
  granted: Grant
}

export class BrowserPublisher {
  readonly #store: StoreApi
  readonly #publisher: Publisher
  readonly #told: (here: boolean) => void
  readonly #channel = new BroadcastChannel(publishedChannel)
  #here = false

  /** `told` hears whether this tab runs what is published. */
  constructor(parts: PublishedParts, told: (here: boolean) => void) {
    this.#store = parts.store
    const runs = new PublishedRuns(parts)
    this.#told = told
    this.#publisher = new Publisher({
      now: () => Date.now(),
      after: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds)
        return () => clearTimeout(timer)
      },
      newRunId: () => newRunId(),
      run: (start) => runs.run(start),
    })
    this.#channel.onmessage = () => void this.#follow()
    void navigator.locks.request(lock, async () => {
      this.#here = true
      await this.#follow()
      await this.#store.watchApps((rows) => {
        for (const { id, deletedAt } of rows) if (deletedAt) this.#publisher.unpublish(id)
      })
      await new Promise<never>(() => {})
    })
  }

  /** Throws what a schedule cannot be read for; nothing is published then. */
  async publish(app: App, granted: Grant): Promise<void> {
    if (this.#here) this.#publisher.publish(app, granted)
    await this.#store.setSetting(entryName(app.id), { app, granted } as unknown as Tagged)
    await this.#list((ids) => [...ids.filter((id) => id !== app.id), app.id])
  }

  async unpublish(app: string): Promise<void> {
    this.#publisher.unpublish(app)
    await this.#list((ids) => ids.filter((id) => id !== app))
    await this.#store.setSetting(entryName(app), null)
  }

  answer(request: HookRequest): Promise<HookAnswer> | undefined {
    return this.#here ? this.#publisher.answer(request) : undefined
  }

  async #list(change: (ids: string[]) => string[]): Promise<void> {
    await navigator.locks.request(`${lock}:list`, async () => {
      await this.#store.setSetting(
        publishedList,
        change((await this.#store.setting<string[]>(publishedList)) ?? []),
      )
    })
    this.#channel.postMessage('changed')
    await this.#follow()
  }

  /** Makes what runs here what is published. */
  async #follow(): Promise<void> {
    if (!this.#here) return
    const ids = (await this.#store.setting<string[]>(publishedList)) ?? []
    for (const id of this.#publisher.apps) if (!ids.includes(id)) this.#publisher.unpublish(id)
    for (const id of ids) {
      const entry = (await this.#store.setting(entryName(id))) as unknown as Entry | undefined
      if (!entry || !(await this.#store.loadApp(id))) continue
      try {
        if (!this.#isRunning(entry)) this.#publisher.publish(entry.app, entry.granted)
      } catch (thrown) {
        console.warn('a published app cannot be started', id, thrown)
      }
    }
    this.#told(ids.length > 0)
  }

  /** The same version goes on undisturbed: an interval does not begin again. */
  #isRunning(entry: Entry): boolean {
    return JSON.stringify(this.#publisher.appOf(entry.app.id)) === JSON.stringify(entry.app)
  }
}
