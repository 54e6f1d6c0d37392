// Published apps in the browser: what is published stands in the store as a version of its app; of all tabs the one that holds
// a Web Lock runs it, and the next one takes over when that tab is gone, with the durable runs that it left.
import type { Decision, PublishSetting, PublishedEntry, RunningFlow, StoreApi, VersionRow } from './api.ts'
import type { HookAnswer, HookRequest } from './engine-worker.ts'
import type { App, Tagged } from './model/app.ts'
import { fault } from './model/fault.ts'
import { newRunId } from './model/id.ts'
import { publishedChannel, publishedList } from './publish/published.ts'
import { RelayHooks, type RelayHook, type RelayHookAct } from './publish/relay-hooks.ts'
import { PublishedRuns, type PublishedParts } from './publish/published-runs.ts'
import { Publisher } from './publish/publisher.ts'
import { realTime } from './publish/real-time.ts'
import { environmentOf, storedMarks } from './publish/stored-values.ts'
import { means, subscribe } from './publish/subscriptions.ts'
import type { SealKeys } from './relay/sealed.ts'

const lock = 'weft:publisher'
/** How often the tab that runs what is published looks for durable runs that nobody runs. */
const lookMilliseconds = 2_000
const entryName = (app: string): string => `${publishedList}/${app}`

export class BrowserPublisher {
  readonly #store: StoreApi
  readonly #publisher: Publisher
  readonly #runs: PublishedRuns
  readonly #hooks: RelayHooks
  readonly #told: (here: boolean) => void
  readonly #channel = new BroadcastChannel(publishedChannel)
  /** Hash of what runs here, by app. */
  readonly #running = new Map<string, string>()
  #here = false
  /** Whether something is published, so that this tab is the one to ask. */
  #answers = false

  /** `told` hears whether this tab runs what is published. */
  constructor(parts: PublishedParts, told: (here: boolean) => void) {
    const { store } = parts
    this.#store = store
    this.#told = told
    const variables = async (environment: string | undefined) =>
      (await environmentOf(store, environment))?.variables ?? {}
    this.#runs = new PublishedRuns({ ...parts, variables }, realTime)
    this.#publisher = new Publisher({
      ...realTime,
      newRunId: () => newRunId(),
      run: (start) => this.#runs.run(start),
      subscribe: (subscribing) => subscribe(means(parts.engine), subscribing),
      secret: (id) => parts.engine.parts.host.secret(id),
      marks: storedMarks(store),
    })
    const { protocols } = means(parts.engine)
    this.#hooks = new RelayHooks(protocols, (request) => this.#publisher.answer(request), sealKeys)
    this.#channel.onmessage = () => void this.#follow()
    const runHere = async (): Promise<never> => {
      this.#here = true
      const watch = (): Promise<unknown> =>
        store.watchApps((rows) => {
          for (const { id, deletedAt } of rows) if (deletedAt) this.#stop(id)
        })
      let begin: (() => Promise<unknown>)[] = [() => this.#follow(), watch]
      // What the tab before us wrote last may come to light after we have looked. A store that fails is asked again: the tab that
      // has the lock is the only one that can begin.
      const look = async (): Promise<void> => {
        for (const one of begin) {
          await one()
          begin = begin.filter((other) => other !== one)
        }
        await this.#runs.resume()
      }
      for (;;) {
        await look().catch((thrown) => console.warn(thrown))
        await new Promise((later) => setTimeout(later, lookMilliseconds))
      }
    }
    // Without locks no tab can know that it is the only one: nothing runs, and publishing says why.
    navigator.locks.request(lock, runHere).catch(() => {})
  }

  /** Throws what a schedule cannot be read for; nothing is published then. */
  async publish(app: App, setting: PublishSetting, note: string): Promise<VersionRow> {
    this.#publisher.check(app)
    const version = await this.#store.addVersion(app, note)
    const { connections } = (await environmentOf(this.#store, setting.environment)) ?? {}
    const entry: PublishedEntry = {
      hash: version.hash,
      setting: { ...(connections && { connections }), ...setting },
    }
    await this.#store.setSetting(entryName(app.id), entry as unknown as Tagged)
    await this.#list((ids) => [...ids.filter((id) => id !== app.id), app.id])
    return version
  }

  async unpublish(app: string): Promise<void> {
    const entry = await this.published(app)
    const version = entry && (await this.#store.loadVersion(app, entry.hash))
    await this.#list((ids) => ids.filter((id) => id !== app))
    await this.#store.setSetting(entryName(app), null)
    if (version) await this.#publisher.forget(version)
  }

  async published(app: string): Promise<PublishedEntry | undefined> {
    return ((await this.#store.setting(entryName(app))) as unknown as PublishedEntry | null) ?? undefined
  }

  /** The flows that run without a hand; times are known only to the tab that runs them. */
  async flows(): Promise<RunningFlow[]> {
    const rows: RunningFlow[] = []
    for (const id of (await this.#store.setting<string[]>(publishedList)) ?? []) {
      const entry = await this.published(id)
      const app =
        this.#publisher.running(id)?.app ?? (entry && (await this.#store.loadVersion(id, entry.hash)))
      for (const { id: flow, name, trigger } of app?.flows ?? []) {
        if (!trigger || trigger.disabled) continue
        const { component, config } = trigger
        if (component === 'manual') continue
        const next = this.#publisher.next(id, flow)
        const row = {
          app: id,
          appName: app!.name,
          flow,
          flowName: name,
          trigger: component,
          here: this.#here,
        } as const
        const path = component === 'http-listener' ? { path: String(config['path'] ?? '/') } : {}
        const trouble = this.#publisher.trouble(id, flow)
        rows.push({ ...row, ...path, ...(next !== undefined && { next }), ...(trouble && { trouble }) })
      }
    }
    return rows
  }

  /** Addresses at the relay, of this and other studios; none without a relay. */
  async hooks(): Promise<RelayHook[]> {
    return await this.#hooks.list().catch(() => [])
  }
  async actOnHook(id: string, act: RelayHookAct): Promise<void> {
    await this.#hooks.act(id, act)
  }

  /** `undefined`: nothing that is published runs here. */
  answer(request: HookRequest): Promise<HookAnswer> | undefined {
    return this.#answers ? this.#publisher.answer(request) : undefined
  }

  /** The tab that runs what is published goes on with the run. */
  async decide(run: string, decision: Decision): Promise<void> {
    await this.#runs.decide(run, decision)
    await this.#tell()
  }

  /** Throws RUN:GONE, APP:NOT_PUBLISHED, RUN:ELSEWHERE. */
  async runAgain(run: string): Promise<string> {
    const stored = await this.#store.loadRun(run)
    if (!stored?.record) throw fault('RUN:GONE', `The input of the run ${run} is not there any more.`)
    if (!this.#here)
      throw fault('RUN:ELSEWHERE', 'Another tab runs what is published.', { hint: 'Do it in that tab.' })
    const { app: id, flow } = stored.summary
    const published = this.#publisher.running(id)
    if (!published)
      throw fault('APP:NOT_PUBLISHED', 'The app is not published.', {
        hint: 'Publish it, then run it again.',
      })
    const again = this.#runs.again(newRunId(), published, flow, stored.record.input)
    const { dead: _dead, ...summary } = stored.summary
    await this.#store.appendEvents(run, summary, [])
    return again
  }

  async #list(change: (ids: string[]) => string[]): Promise<void> {
    await navigator.locks.request(`${lock}:list`, async () => {
      await this.#store.setSetting(
        publishedList,
        change((await this.#store.setting<string[]>(publishedList)) ?? []),
      )
    })
    await this.#tell()
  }
  async #tell(): Promise<void> {
    this.#channel.postMessage('changed')
    await this.#follow()
  }

  /** Makes what runs here what is published, and goes on with the runs that nobody runs. */
  async #follow(): Promise<void> {
    if (!this.#here) return
    const ids = (await this.#store.setting<string[]>(publishedList)) ?? []
    for (const id of this.#publisher.apps) if (!ids.includes(id)) this.#stop(id)
    const left = await this.#runs.resume()
    for (const id of ids) await this.#start(id).catch((thrown) => console.warn(id, thrown))
    this.#answers = ids.length + left > 0
    this.#told(this.#answers)
  }

  /** The same version goes on undisturbed: an interval does not begin again. */
  async #start(id: string): Promise<void> {
    const entry = await this.published(id)
    if (!entry || !(await this.#store.loadApp(id))) return
    const same = JSON.stringify(entry)
    if (this.#publisher.running(id) && this.#running.get(id) === same) return
    const app = await this.#store.loadVersion(id, entry.hash)
    if (!app) return
    this.#running.set(id, same)
    this.#publisher.publish(app, entry.setting)
    this.#hooks.take(app)
  }

  #stop(id: string): void {
    this.#publisher.unpublish(id)
    this.#running.delete(id)
    this.#hooks.close(id)
  }
}

/** Of this browser, whichever tab asks: what waits for it at a relay is sealed for them. */
async function sealKeys(): Promise<SealKeys> {
  const name = 'seal-keys'
  const [{ relayTable }, { newSealKeys }] = await Promise.all([
    import('./relay/relay-table.ts'),
    import('./relay/sealed.ts'),
  ])
  const known = await relayTable.read<SealKeys>(name)
  if (known) return known
  // Of two tabs the first one's stand.
  await relayTable.add(name, await newSealKeys()).catch(() => {})
  return (await relayTable.read<SealKeys>(name))!
}
