// Hands a trigger's messages to the studio and settles each at its source when its flow is done. A message whose flow failed
// comes again after a while, up to a number of attempts; then the protocol's dead letter takes it. What was not settled when
// the studio goes away stays with the source.
import { randomUUID } from 'node:crypto'
import { fault, toFault, type Fault } from '../worker/model/fault.ts'
import type { Value } from '../worker/model/value.ts'
import type { Channel } from '../worker/relay/channel.ts'
import type { Consumer, SourceMessage } from './session.ts'
import { valueOf } from './values.ts'

interface OnItsWay {
  message: SourceMessage
  attempt: number
  /** What became of it is being told to its source. */
  isSettling?: boolean
  settled(): void
  lost(why: unknown): void
}

const maxParallel = 32
const defaultAttempts = 5
/** Milliseconds before the second attempt; each further one waits twice as long. */
const firstRetry = 500
const longestRetry = 30_000

export class Delivery implements Consumer {
  readonly parallel: number
  readonly #channel: Channel
  readonly #attempts: number
  readonly #stop = new AbortController()
  readonly #onItsWay = new Map<string, OnItsWay>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #waiting: (() => void)[] = []

  constructor(channel: Channel) {
    const { parallel = 1, attempts = defaultAttempts } = channel.about
    this.#channel = channel
    this.parallel = Math.min(Math.max(1, Math.floor(parallel)), maxParallel)
    this.#attempts = Math.min(Math.max(1, Math.floor(attempts)), 1000)
    channel.signal.addEventListener('abort', () => this.stop())
    if (channel.signal.aborted) this.stop()
    void this.#hear()
  }

  get signal(): AbortSignal {
    return this.#stop.signal
  }

  get isCut(): boolean {
    return this.#channel.isCut
  }

  async emit(message: SourceMessage): Promise<void> {
    while (this.#onItsWay.size >= this.parallel && !this.signal.aborted)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (this.signal.aborted) throw gone()
    const id = randomUUID()
    await new Promise<void>((settled, lost) => {
      const one: OnItsWay = { message, attempt: 0, settled, lost }
      this.#onItsWay.set(id, one)
      this.#send(id, one)
    })
  }

  /** Nothing more is settled: the source keeps what is on its way. */
  stop(): void {
    if (this.signal.aborted) return
    this.#stop.abort(gone())
    for (const timer of this.#timers) clearTimeout(timer)
    for (const { lost } of this.#onItsWay.values()) lost(gone())
    this.#onItsWay.clear()
    this.#wake()
  }

  #send(id: string, one: OnItsWay): void {
    one.attempt++
    const value = valueOf(one.message).set('id', id).set('attempt', one.attempt)
    this.#channel.send(value).catch(() => this.stop())
  }

  /** One that its source is slow to settle keeps no other waiting. */
  async #hear(): Promise<void> {
    try {
      for await (const value of this.#channel) if (value instanceof Map) void this.#settle(value)
    } catch {}
    this.stop()
  }

  async #settle(answer: Map<Value, Value>): Promise<void> {
    const id = String(answer.get('done') ?? answer.get('failed'))
    const one = this.#onItsWay.get(id)
    if (!one || one.isSettling) return
    if (!answer.has('done') && one.attempt < this.#attempts) return this.#retry(id, one)
    one.isSettling = true
    try {
      if (answer.has('done')) await one.message.accept(answer.get('answer'))
      else await one.message.reject(fault('RELAY:REJECTED', String(answer.get('why')).slice(0, 500)))
      one.settled()
    } catch (thrown) {
      one.lost(toFault(thrown))
    }
    this.#onItsWay.delete(id)
    this.#wake()
  }

  #retry(id: string, one: OnItsWay): void {
    const wait = Math.min(firstRetry * 2 ** (one.attempt - 1), longestRetry)
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (!this.signal.aborted) this.#send(id, one)
    }, wait)
    this.#timers.add(timer)
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }
}

function gone(): Fault {
  return fault('RELAY:GONE', 'The studio that took the messages is gone.')
}
