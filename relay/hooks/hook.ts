// One address for webhooks: requests go to the studio that takes them and wait for its answer; while it is away, or where the
// listener says so, they wait on disk, sealed for it, and are handed on in order, one at a time, when it is back.
import { randomUUID } from 'node:crypto'
import { isFault } from '../../worker/model/fault.ts'
import { route, type Route } from '../../worker/model/hook-routes.ts'
import type { Value } from '../../worker/model/value.ts'
import { packRequest } from '../../worker/relay/packed-request.ts'
import { seal } from '../../worker/relay/sealed.ts'
import { Arguments } from '../arguments.ts'
import type { Consumer } from '../session.ts'
import { dictOf } from '../values.ts'
import { HookQueue, type QueueLimits } from './queue.ts'
import type { Reader } from './reader.ts'

/**
 * `flow`: the sender gets the flow's answer, or 202 when the studio is away. `stored`: 202 at once. `live`: the flow's answer, or
 * 503: nothing waits on disk.
 */
export type HookMode = 'flow' | 'stored' | 'live'

/** What is kept of a hook in hook.json. */
export interface HookInfo {
  /** 128 random bits: who knows it may send. */
  id: string
  tenant: string
  app: string
  name: string
  /** False: the app was taken back; what waits stays. */
  open: boolean
  routes: Route<HookMode>[]
  /** The studio that opened it last: what comes while nobody is there is sealed for it. */
  reader: Reader
}
/** A request as it came, without its body. */
export interface HookHead {
  /** Names the request: what its sender got, and what a log says. */
  id: string
  /** When it came, milliseconds since the epoch. */
  at: number
  method: string
  url: string
  path: string
  headers: [string, string][]
  remote: string
}
interface HookRequest {
  head: HookHead
  body: Uint8Array
}
export interface HookReply {
  status: number
  headers: [string, string][]
  body: Uint8Array
}
interface Taker {
  reader: Reader
  consumer: Consumer
  end(): void
}

/** Requests that wait for an answer at once. */
const mostWaiting = 256
/** A sender waits so long, in milliseconds; the flow goes on. */
const patience = 25_000
const afterTrouble = 1_000
/** A repeated GET is the sender's own affair: nothing of it waits on disk. */
const storable = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export class Hook {
  info: HookInfo
  readonly queue: HookQueue
  readonly #patience: number
  /** Who takes requests is the last one; an older one goes on when that is gone. */
  #takers: Taker[] = []
  #waiting = 0
  #pumping = false

  constructor(info: HookInfo, folder: string, limits: QueueLimits, wait = patience) {
    this.info = info
    this.queue = new HookQueue(folder, limits)
    this.#patience = wait
  }

  /** A studio takes its requests. */
  get isTaken(): boolean {
    return this.#reachable !== undefined
  }
  get #reachable(): Taker | undefined {
    return this.#takers.findLast(({ consumer }) => !consumer.isCut)
  }

  async answer(asked: Omit<HookHead, 'id' | 'at'>, body: Uint8Array): Promise<HookReply> {
    const routed = this.info.open ? route(this.info.routes, asked.method, asked.path) : undefined
    if (!routed) return problem(404, 'HTTP:LISTENER_NOT_FOUND', 'No listener has this path.')
    if ('allowed' in routed)
      return problem(405, 'HTTP:METHOD_NOT_ALLOWED', 'The listener does not take this method.', [
        ['allow', routed.allowed.join(', ')],
      ])
    const request: HookRequest = { head: { id: randomUUID(), at: Date.now(), ...asked }, body }
    const mayWait = routed.target !== 'live' && storable.has(asked.method)
    const taker = this.#reachable
    const reader = taker?.reader ?? this.info.reader
    // Behind those that wait already, so that all come in order.
    if (mayWait && (routed.target === 'stored' || !taker || this.queue.waitsFor([reader.name])))
      return await this.#store(request, reader)
    if (!taker) return away()
    if (this.#waiting >= mostWaiting)
      return problem(503, 'HTTP:BUSY', `${mostWaiting} requests wait for their answers already.`, [
        ['retry-after', '1'],
      ])
    this.#waiting++
    const reply = await this.#ask(taker, request).finally(() => this.#waiting--)
    // The studio went away in the middle.
    return reply ?? (mayWait ? await this.#store(request, reader) : away())
  }

  /** Hands requests to this consumer until it is stopped, or the same studio comes with another. */
  take(reader: Reader, consumer: Consumer): Promise<void> {
    for (const older of this.#takers.filter((one) => one.reader.name === reader.name)) older.end()
    return new Promise((ended) => {
      const taker: Taker = {
        reader,
        consumer,
        end: () => {
          this.#takers = this.#takers.filter((one) => one !== taker)
          ended()
        },
      }
      this.#takers.push(taker)
      consumer.signal.addEventListener('abort', () => taker.end())
      if (consumer.signal.aborted) taker.end()
      this.pump()
    })
  }

  /** Hands on what waits, in order, as long as somebody is there who can read it. */
  pump(): void {
    if (this.#pumping || !this.info.open) return
    const reachable = this.#takers.filter(({ consumer }) => !consumer.isCut)
    const takers = reachable.length > 0 ? reachable : this.#takers
    if (!this.queue.waitsFor(takers.map(({ reader }) => reader.name))) return
    this.#pumping = true
    void this.#handOn(takers).then(() => {
      this.#pumping = false
      this.pump()
    })
  }

  async #handOn(takers: Taker[]): Promise<void> {
    let taker: Taker | undefined
    try {
      const first = await this.queue.first(takers.map(({ reader }) => reader.name))
      taker = takers.findLast(({ reader }) => reader.name === first?.reader)
      if (!first || !taker) return
      await taker.consumer.emit({
        payload: first.sealed,
        attributes: dictOf({ stored: true }),
        accept: () => this.queue.remove(first.name),
        reject: () => this.queue.bury(first.name),
      })
    } catch {
      // Gone with its studio, or the disk refuses: it still waits.
      if (!taker?.consumer.signal.aborted) await new Promise((again) => setTimeout(again, afterTrouble))
    }
  }

  async #store({ head, body }: HookRequest, { name, key }: Reader): Promise<HookReply> {
    try {
      await this.queue.add(name, seal(Buffer.from(key, 'base64'), packRequest(head, body)))
    } catch (thrown) {
      if (!isFault(thrown)) return problem(503, 'HOOK:DISK', 'The request cannot be kept.', retry)
      return problem(503, thrown.code, thrown.message, retry)
    }
    this.pump()
    return json(202, { id: head.id }, [['webhook-id', head.id]])
  }

  /** Undefined: the studio has gone, and the request was not done. */
  async #ask({ consumer }: Taker, { head, body }: HookRequest): Promise<HookReply | undefined> {
    return await new Promise((resolve) => {
      const late = setTimeout(
        () => resolve(problem(504, 'HTTP:TIMEOUT', `The flow gave no answer within ${this.#patience / 1000} s.`)), // prettier-ignore
        this.#patience,
      )
      const settle = (reply?: HookReply): void => {
        clearTimeout(late)
        resolve(reply)
      }
      const failed = problem(500, 'CORE:INTERNAL', 'The flow made no answer.')
      const asked = consumer.emit({
        payload: body,
        attributes: dictOf({ ...head, stored: false }),
        accept: async (answer) => settle(replyOf(answer) ?? failed),
        reject: async () => settle(failed),
      })
      asked.catch(() => settle())
    })
  }
}

const retry: [string, string][] = [['retry-after', '60']]

function away(): HookReply {
  return problem(503, 'HTTP:LISTENER_NOT_RUNNING', 'The studio that runs this app is away.', retry)
}

function replyOf(answer: Value | undefined): HookReply | undefined {
  if (!(answer instanceof Map)) return undefined
  const values = new Arguments(answer)
  const status = values.number('status', 500)
  const headers = values.list('headers').filter((pair): pair is [string, string] => Array.isArray(pair))
  return {
    status: Number.isInteger(status) && status >= 200 && status <= 599 ? status : 500,
    headers,
    body: values.bytes('body'),
  }
}

export function problem(
  status: number,
  code: string,
  message: string,
  headers: [string, string][] = [],
): HookReply {
  return json(status, { code, message }, headers)
}
function json(status: number, body: object, headers: [string, string][]): HookReply {
  return {
    status,
    headers: [['content-type', 'application/json'], ...headers],
    body: Buffer.from(JSON.stringify(body)),
  }
}
