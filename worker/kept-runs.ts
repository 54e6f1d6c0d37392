// The runs whose values a panel can look into: the last few of this session, and older ones, which are executed again from
// their record when somebody looks.
import type { RunRecord, StoreApi, ValuePlace } from './api.ts'
import type { Engine } from './engine/engine.ts'
import type { Run } from './engine/run.ts'
import type { App } from './model/app.ts'
import type { RunEvent } from './model/event.ts'
import { contentHash } from './model/content-hash.ts'
import { fault } from './model/fault.ts'
import type { Message } from './model/message.ts'

const most = 8

export interface Kept {
  run: Run
  app: App
  /** Absent while the run is under way, and when its effects were too large to keep. */
  record?: RunRecord
}

export class KeptRuns {
  readonly #engine: Engine
  readonly #store: StoreApi
  readonly #kept = new Map<string, Kept>()
  readonly #again = new Map<string, Promise<Kept>>()

  constructor(engine: Engine, store: StoreApi) {
    this.#engine = engine
    this.#store = store
  }

  /** The run that was looked at or started longest ago goes. */
  keep(id: string, kept: Kept): void {
    const old = this.#kept.get(id)
    if (old && old.run !== kept.run) this.#engine.release(old.run)
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    for (const [oldest, { run }] of this.#kept) {
      if (this.#kept.size <= most) break
      if (this.#engine.live.has(run.id)) continue
      this.#kept.delete(oldest)
      this.#engine.release(run)
    }
  }

  async record(id: string): Promise<RunRecord | undefined> {
    return this.#kept.get(id)?.record ?? (await this.#store.loadRun(id))?.record
  }

  /** Events of a run, in order. */
  async events(id: string): Promise<readonly RunEvent[]> {
    return this.#kept.get(id)?.run.recorder?.events ?? (await this.#store.loadRun(id))?.events ?? []
  }

  /** The message at an event. Throws RUN:GONE when neither its values nor its record are there. */
  async messageAt(place: Pick<ValuePlace, 'run' | 'seq'>): Promise<Message> {
    const { run } = this.#kept.get(place.run) ?? (await this.#executedAgain(place.run))
    const messages = run.recorder?.messages
    const message = messages?.get(place.seq) ?? before(messages, place.seq)
    if (!message) throw gone(place.run)
    return message
  }

  #executedAgain(id: string): Promise<Kept> {
    let again = this.#again.get(id)
    if (!again) {
      again = this.#replay(id).finally(() => this.#again.delete(id))
      this.#again.set(id, again)
    }
    return again
  }

  async #replay(id: string): Promise<Kept> {
    const stored = await this.#store.loadRun(id)
    const app = stored?.record && (await this.#appOf(stored.summary.app, stored.summary.appHash))
    if (!stored?.record || !app) throw gone(id)
    const { run, done } = this.#engine.replay(stored.record, app, id)
    await done
    const kept = { run, app, record: stored.record }
    this.keep(id, kept)
    return kept
  }

  /** The app as it was when it ran: the present one, or one of its history. */
  async #appOf(id: string, hash: string): Promise<App | undefined> {
    const { apps } = await this.#store.history(id)
    for (const app of apps.reverse()) if ((await contentHash(app)) === hash) return app
    return undefined
  }
}

/** Events without values (logs, effects) show the message of the last event before them that has one. */
function before(messages: ReadonlyMap<number, Message> | undefined, seq: number): Message | undefined {
  let found: Message | undefined
  for (const [at, message] of messages ?? []) if (at <= seq) found = message
  return found
}

export function gone(run: string) {
  return fault('RUN:GONE', `The values of the run ${run} are not there any more.`, {
    hint: 'Run the flow again.',
  })
}
