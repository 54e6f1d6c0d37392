// A worker that is replaced when it dies or hangs. A worker that runs out of memory dies silently: a lock that it holds while it
// lives shows it at once. One that is inside a long evaluation answers nobody: only asking it shows that it lives.
import { callOn, type Connectable } from './api-port.ts'
import { fault, type Fault } from './model/fault.ts'
import { scriptUrl } from './trusted-url.ts'

export interface LivingOptions {
  url: string
  name: string
  /** Milliseconds without an answer after which it counts as dead. */
  patience: number
  /** Called for each new worker before anything else is asked of it. */
  start?(api: unknown): Promise<void>
  /** Called when one was lost: killed, crashed, or silent. */
  lost?(): void
}

const beat = 1_000
/**
 * Milliseconds for the start of a worker, in which it answers nobody: one that takes longer waits for what does not come, or the
 * machine has much to do. So the next one has twice as long: else a slow machine would never start any.
 */
const startPatience = 40_000
const longestStart = 640_000

export class LivingWorker<Api extends object> {
  readonly #options: LivingOptions
  #worker?: Worker
  #api?: Promise<Connectable<Api>>
  #pending = new Set<(reason: unknown) => void>()
  #heard = 0
  #isUp = false
  #startPatience = startPatience
  #timer?: ReturnType<typeof setInterval>

  constructor(options: LivingOptions) {
    this.#options = options
  }

  /** Calls a method; starts the worker when there is none. Throws WORKER:LOST when it dies before it answers. */
  async call<Name extends keyof Api>(name: Name, ...args: unknown[]): Promise<unknown> {
    const api = await this.#started()
    return await this.#unlessLost((api[name] as (...args: unknown[]) => Promise<unknown>)(...args))
  }

  get isStarted(): boolean {
    return this.#worker !== undefined
  }

  /** Ends the worker; calls that wait for it throw. The next call starts a new one. */
  kill(reason: Fault = lostFault(this.#options.name)): void {
    if (!this.#worker) return
    this.#drop(reason)
    this.#options.lost?.()
  }
  #drop(reason: unknown): void {
    this.#worker?.terminate()
    clearInterval(this.#timer)
    this.#worker = undefined
    this.#api = undefined
    const pending = [...this.#pending]
    this.#pending.clear()
    for (const reject of pending) reject(reason)
  }

  #started(): Promise<Connectable<Api>> {
    this.#api ??= this.#start()
    return this.#api
  }

  async #start(): Promise<Connectable<Api>> {
    const { url, name, start } = this.#options
    const worker = new Worker(scriptUrl(url), { type: 'module', name })
    this.#worker = worker
    this.#isUp = false
    const wait = this.#startPatience
    this.#startPatience = Math.min(wait * 2, longestStart)
    worker.addEventListener('error', () => this.#worker === worker && this.kill())
    const api = callOn<Api>(worker)
    this.#heard = Date.now()
    this.#timer = setInterval(() => this.#look(worker, api), beat)
    const late = setTimeout(() => this.#worker === worker && this.kill(), wait)
    const up = (): void => {
      clearTimeout(late)
      if (this.#worker !== worker) return
      this.#isUp = true
      this.#startPatience = startPatience
    }
    // Where the browser refuses locks, too.
    this.#outlive(worker, api, start ? () => {} : up).catch(() => {})
    if (!start) return api
    try {
      await this.#unlessLost(start(api))
    } catch (thrown) {
      // One that cannot start is no worker: the next call tries with a new one.
      clearTimeout(late)
      if (this.#worker === worker) this.#drop(thrown)
      throw thrown
    }
    up()
    return api
  }

  /** Before it has started, too: a worker may die while it does. `answered`: it has said something. */
  async #outlive(worker: Worker, api: Connectable<Api>, answered: () => void): Promise<void> {
    const life = `weft:life:${this.#options.name}:${crypto.randomUUID()}`
    // Where there are no locks, its silence tells.
    await api.live(life).finally(answered)
    await navigator.locks.request(life, () => this.#worker === worker && this.kill())
  }

  /** Only while somebody waits: an idle worker may sleep as long as it likes. */
  #look(worker: Worker, api: Connectable<Api>): void {
    if (this.#pending.size === 0 || !this.#isUp) {
      this.#heard = Date.now()
      return
    }
    const { ping } = api as { ping?: () => Promise<void> }
    // Any answer shows that it lives, also that there is no such method.
    const heard = (): void => void (this.#heard = Date.now())
    void ping?.().then(heard, heard)
    // A page that was asleep itself has not asked: give the worker the time to answer again.
    const silent = Date.now() - this.#heard
    if (silent > this.#options.patience + 5 * beat) this.#heard = Date.now()
    else if (silent > this.#options.patience && this.#worker === worker) this.kill()
  }

  #unlessLost<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#pending.add(reject)
      answer.then(resolve, reject).finally(() => this.#pending.delete(reject))
    })
  }
}

function lostFault(name: string): Fault {
  return fault('WORKER:LOST', `The worker ${name} ended before it answered; a new one takes its place.`, {
    hint: 'It probably ran out of memory. Try with less data at once.',
  })
}
