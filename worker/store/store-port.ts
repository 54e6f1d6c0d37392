// The store at the end of a port: what the engine's worker has of it. When the store's worker is lost, the page gives a new port.
import { callOn } from '../api-port.ts'
import type { StoreApi } from '../api.ts'
import { fault } from '../model/fault.ts'
import { LivingStore } from './living-store.ts'

export class StorePort {
  readonly #living = new LivingStore((name, args) => this.#ask(name, args))
  readonly #waiting = new Set<(reason: unknown) => void>()
  #port!: MessagePort
  #store!: StoreApi

  constructor(port: MessagePort) {
    this.#use(port)
  }

  get api(): StoreApi {
    return this.#living.api
  }

  /** What waits for the lost one throws WORKER:LOST. */
  async take(port: MessagePort): Promise<void> {
    this.#port.close()
    this.#use(port)
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const lose of waiting)
      lose(fault('WORKER:LOST', 'The worker of the store ended before it answered.'))
    await this.#living.renew()
  }

  #use(port: MessagePort): void {
    this.#port = port
    this.#store = callOn<StoreApi>(port)
  }

  #ask(name: keyof StoreApi, args: unknown[]): Promise<unknown> {
    const answer = (this.#store[name] as (...args: unknown[]) => Promise<unknown>)(...args)
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      answer.then(resolve, reject).finally(() => this.#waiting.delete(reject))
    })
  }
}
