// The store as page and engine use it: its worker may die and another one take its place. What is watched is watched anew there,
// and what waited for an answer is asked again: all but two calls may be made twice, and of those it is looked up what happened.
import type { AppEdit, StoreApi } from '../api.ts'
import { isFault } from '../model/fault.ts'

/** Asks the worker that is there. Throws WORKER:LOST when it dies before it answers. */
export type AskStore = (name: keyof StoreApi, args: unknown[]) => Promise<unknown>

/** A call that ends each worker it is asked of is given up after so many. */
const mostWorkers = 3
const watches: ReadonlySet<string> = new Set([
  'watchApps',
  'watchRuns',
  'watchApp',
] satisfies (keyof StoreApi)[])

interface Watch {
  name: keyof StoreApi
  args: unknown[]
  stop: () => void
  isOver: boolean
}

export class LivingStore {
  readonly api: StoreApi
  readonly #ask: AskStore
  readonly #watches = new Set<Watch>()

  constructor(ask: AskStore) {
    this.#ask = ask
    const own: Partial<StoreApi> = {
      saveApp: (edit) => this.#saveApp(edit),
      cachePut: (...args) => this.#cachePut(...args),
    }
    this.api = new Proxy(own as StoreApi, {
      get: (_, name: keyof StoreApi | 'then') => {
        if (name === 'then') return undefined
        if (watches.has(name)) return (...args: unknown[]) => this.#watch(name, args)
        return own[name] ?? ((...args: unknown[]) => this.#again(name, args))
      },
    })
  }

  /** Another worker is there: what is watched is shown as it stands there. */
  async renew(): Promise<void> {
    await Promise.allSettled([...this.#watches].map((watch) => this.#begin(watch)))
  }

  async #again(name: keyof StoreApi, args: unknown[]): Promise<unknown> {
    for (let workers = 1; ; workers++) {
      try {
        return await this.#ask(name, args)
      } catch (thrown) {
        if (!isLost(thrown) || workers === mostWorkers) throw thrown
      }
    }
  }

  async #saveApp(edit: AppEdit): Promise<{ version: number }> {
    try {
      return (await this.#ask('saveApp', [edit])) as { version: number }
    } catch (thrown) {
      if (!isLost(thrown)) throw thrown
      const kept = await this.api.loadApp(edit.app.id)
      const isOurs =
        kept?.version === edit.version + 1 && JSON.stringify(kept.app) === JSON.stringify(edit.app)
      return isOurs
        ? { version: kept.version }
        : ((await this.#ask('saveApp', [edit])) as { version: number })
    }
  }

  async #cachePut(...args: Parameters<StoreApi['cachePut']>): Promise<string> {
    const [app, key, value, , ifAbsent] = args
    try {
      return (await this.#ask('cachePut', args)) as string
    } catch (thrown) {
      if (!isLost(thrown)) throw thrown
      if (ifAbsent && (await this.api.cacheGet(app, key)) === value) return 'OK'
      return (await this.#ask('cachePut', args)) as string
    }
  }

  async #watch(name: keyof StoreApi, args: unknown[]): Promise<() => void> {
    const watch: Watch = { name, args, stop: () => {}, isOver: false }
    this.#watches.add(watch)
    await this.#begin(watch)
    return () => {
      watch.isOver = true
      this.#watches.delete(watch)
      watch.stop()
    }
  }
  /** When the worker is lost meanwhile, the next one is asked by `renew`. */
  async #begin(watch: Watch): Promise<void> {
    try {
      const stop = (await this.#ask(watch.name, watch.args)) as () => void
      if (watch.isOver) stop()
      else watch.stop = stop
    } catch (thrown) {
      if (isLost(thrown)) return
      this.#watches.delete(watch)
      throw thrown
    }
  }
}

function isLost(thrown: unknown): boolean {
  return isFault(thrown) && thrown.code === 'WORKER:LOST'
}
