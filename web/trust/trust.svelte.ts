// What the open app may reach. One's own app: everything. One from outside: the hosts that were granted; when it would call others,
// a person is asked first, and what is new is shown.
import type { EngineApi, Grant, Reach, StoreApi } from '../../worker/api.ts'
import type { App } from '../../worker/model/app.ts'
import { grantOf, setGrant } from '../state/trust.ts'

export interface Question {
  app: App
  reach: Reach
  /** Hosts that the app would call and that are not granted. */
  asked: string[]
  granted: readonly string[]
  /** Some addresses are known only when a script has made them. */
  unknown: boolean
  answer(grant: Grant | undefined): void
}

export class Trust {
  readonly #store: Pick<StoreApi, 'setting' | 'setSetting'>
  readonly #engine: Pick<EngineApi, 'reach'>
  readonly #id: string
  #kept: Promise<Grant | undefined> | undefined

  /** What a person is being asked. */
  question = $state.raw<Question | undefined>()

  constructor(store: Pick<StoreApi, 'setting' | 'setSetting'>, engine: Pick<EngineApi, 'reach'>, id: string) {
    this.#store = store
    this.#engine = engine
    this.#id = id
  }

  /** What a run of the app may reach; undefined: a person said no. Nothing runs before it is answered. */
  async grantFor(app: App): Promise<Grant | undefined> {
    const kept = await (this.#kept ??= grantOf(this.#store, this.#id))
    if (!kept) return { hosts: 'all' }
    if (kept.hosts === 'all') return kept
    const { hosts: granted } = kept
    const reach = await this.#engine.reach(app)
    const hosts = [...new Set(reach.calls.map(({ host }) => host))]
    const asked = hosts.filter((host) => host !== '*' && !granted.includes(host))
    const unknown = hosts.includes('*')
    // What only a script knows is asked for once; a run then stops at a host that was not granted, and says which.
    if (asked.length === 0 && (!unknown || granted.length > 0)) return kept
    return await this.#ask(app, reach, asked, granted, unknown)
  }

  /** Lets the app call one more host. */
  async allow(host: string): Promise<void> {
    const kept = await (this.#kept ??= grantOf(this.#store, this.#id))
    if (kept && kept.hosts !== 'all') await this.#keep({ hosts: [...new Set([...kept.hosts, host])] })
  }

  #ask(
    app: App,
    reach: Reach,
    asked: string[],
    granted: readonly string[],
    unknown: boolean,
  ): Promise<Grant | undefined> {
    this.question?.answer(undefined)
    return new Promise((resolve) => {
      const answer = (grant: Grant | undefined) => {
        this.question = undefined
        if (grant) void this.#keep(grant).then(() => resolve(grant))
        else resolve(undefined)
      }
      this.question = { app, reach, asked, granted, unknown, answer }
    })
  }

  async #keep(grant: Grant): Promise<void> {
    this.#kept = Promise.resolve(grant)
    await setGrant(this.#store, this.#id, grant)
  }
}
