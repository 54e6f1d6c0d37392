// Webhooks through the relay: each published app with listeners has an address there; its requests come to this tab, and those
// that waited on the relay's disk come first, one at a time.
import type { HookAnswer, HookRequest } from '../engine-worker.ts'
import type { App } from '../model/app.ts'
import { fault, toFault, type Fault } from '../model/fault.ts'
import type { Route } from '../model/hook-routes.ts'
import type { ProtocolLink, ProtocolMessage } from '../model/protocol-link.ts'
import { pause } from '../model/subscription.ts'
import type { Value } from '../model/value.ts'
import { unpackRequest } from '../relay/packed-request.ts'
import { unseal, type SealKeys } from '../relay/sealed.ts'
import { listenersOf } from './listeners.ts'

/** What the relay knows of the address of an app. */
export interface RelayHook {
  id: string
  app: string
  name: string
  /** `http://127.0.0.1:8517/hook/<id>`: the listener's path follows. */
  address: string
  /** False: the app was taken back. */
  isOpen: boolean
  /** Some tab takes its requests now. */
  isTaken: boolean
  /** Requests on the relay's disk. */
  waiting: number
  /** Those of them whose flow failed as often as is allowed; not in `waiting`. */
  dead: number
  /** Those on the disk that only another browser can read. */
  foreign: number
}
/**
 * What can be done with it: `revive` lets dead letters wait again, `clear` throws them away, `clear-foreign` what only another browser
 * can read, `remove` takes the address away.
 */
export type RelayHookAct = 'revive' | 'clear' | 'clear-foreign' | 'remove'

type HookHead = Omit<HookRequest, 'body'>

/** Milliseconds until one that could not begin is tried again: no relay yet. */
const retryEvery = 2_000
/** Requests of one app on their way at once. */
const parallel = 32

export class RelayHooks {
  readonly #protocols: () => Promise<ProtocolLink>
  readonly #answer: (request: HookRequest) => Promise<HookAnswer>
  readonly #makeKeys: () => Promise<SealKeys>
  #keys: Promise<SealKeys> | undefined
  readonly #taken = new Map<string, AbortController>()

  /** `keys`: of this browser. What waits is sealed for them; and they name it, so that a newer tab of it takes over at once. */
  constructor(
    protocols: () => Promise<ProtocolLink>,
    answer: (request: HookRequest) => Promise<HookAnswer>,
    keys: () => Promise<SealKeys>,
  ) {
    this.#protocols = protocols
    this.#answer = answer
    this.#makeKeys = keys
  }

  /** Lets the requests for the listeners of an app come here, instead of those of an older version. */
  take(app: App): void {
    this.leave(app.id)
    const routes = listenersOf(app).map(({ path, methods, target: { flow } }): Route<string> => {
      return { path, methods, target: String(flow.trigger!.config['relayed'] ?? 'flow') }
    })
    if (routes.length === 0) return
    const stop = new AbortController()
    this.#taken.set(app.id, stop)
    void this.#keepTaking(app, routes, stop.signal)
  }

  /** Requests wait at the relay from now on. */
  leave(app: string): void {
    this.#taken.get(app)?.abort()
    this.#taken.delete(app)
  }

  /** The app was taken back: its address takes no more requests. */
  close(app: string): void {
    this.leave(app)
    // Without a relay there is nothing to close.
    this.#call('close', { app }).catch(() => {})
  }

  /** Of all apps. Rejects where no relay is. */
  async list(): Promise<RelayHook[]> {
    const given = await this.#call('list', { key: await this.#publicKey() })
    return Array.isArray(given) ? given.map(hookOf) : []
  }

  async act(id: string, act: RelayHookAct): Promise<void> {
    await this.#call(act, { id, key: await this.#publicKey() })
  }

  async #keepTaking(app: App, routes: Route<string>[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const opened = await this.#call('open', {
          app: app.id,
          name: app.name,
          key: await this.#publicKey(),
          routes: routes.map(
            ({ path, methods, target }): Value =>
              new Map<Value, Value>([
                ['path', path],
                ['methods', methods],
                ['mode', target],
              ]),
          ),
        })
        const link = await this.#protocols()
        if (signal.aborted) return
        await this.#subscribed(link, hookOf(opened).id, signal)
      } catch {}
      await pause(retryEvery, signal)
    }
  }

  /** Resolves when it is to stop, or when the address has to be opened anew: another relay, or it was removed. */
  async #subscribed(link: ProtocolLink, id: string, signal: AbortSignal): Promise<void> {
    const over = new AbortController()
    const end = link.subscribe(
      {
        protocol: 'webhook',
        operation: 'take',
        connection: {},
        arguments: new Map<string, Value>([
          ['id', id],
          ['key', await this.#publicKey()],
        ]),
        parallel,
      },
      (message) => this.#handle(message),
      (trouble) => {
        if (isGone(trouble)) over.abort()
      },
    )
    await new Promise<void>((ended) => {
      for (const one of [signal, over.signal]) {
        one.addEventListener('abort', () => ended(), { once: true })
        if (one.aborted) ended()
      }
    })
    await end()
  }

  /** What waited and failed is tried again; what somebody waits for gets its answer, whatever it is. */
  async #handle({ payload, attributes }: ProtocolMessage): Promise<Value> {
    const about = attributes as Map<string, Value>
    const isStored = about.get('stored') === true
    const sent = payload as Uint8Array
    const request = isStored
      ? unpackRequest<HookHead>(await unseal(await this.#ownKeys(), sent))
      : { ...(Object.fromEntries(about) as unknown as HookHead), body: sent }
    const { method, url, path, headers, remote, body } = request
    const answer = await this.#answer({ method, url, path, headers, body, ...(remote && { remote }) })
    if (isStored && answer.status >= 500)
      throw fault('HTTP:FAILED', `The flow answered with ${answer.status}.`)
    return new Map<Value, Value>([
      ['status', answer.status],
      ['headers', answer.headers],
      ['body', answer.body],
    ])
  }

  #ownKeys(): Promise<SealKeys> {
    // Asked for again where the browser's storage refused.
    this.#keys ??= this.#makeKeys().catch((thrown) => {
      this.#keys = undefined
      throw thrown
    })
    return this.#keys
  }
  async #publicKey(): Promise<Uint8Array> {
    return (await this.#ownKeys()).publicKey
  }

  async #call(operation: string, given: Record<string, Value>): Promise<Value | undefined> {
    const link = await this.#protocols()
    const call = { protocol: 'webhook', operation, connection: {}, arguments: new Map(Object.entries(given)) }
    return (await link.call(call, AbortSignal.timeout(15_000))).payload
  }
}

function isGone(trouble: Fault | undefined): boolean {
  return /^(HOOK:NONE|RELAY:(NONE|CLOSED|REFUSED))$/.test(trouble?.code ?? '')
}

function hookOf(given: Value | undefined): RelayHook {
  if (!(given instanceof Map)) throw toFault(new Error('The relay gave no webhook.'))
  return Object.fromEntries(given) as unknown as RelayHook
}
