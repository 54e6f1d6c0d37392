// Time that passes only when nothing else is to be done: whoever waits goes on in the order of the ends of their waits, at once.

/** Turns of the thread without any work after which nothing but waiting is left. */
const QUIET_TURNS = 3

interface Sleeper {
  until: number
  wake(): void
}

export class VirtualTime {
  /** Milliseconds that were waited so far. */
  waited = 0
  readonly #host: { breathe(): Promise<void> }
  readonly #sleepers: Sleeper[] = []
  #breathing = 0
  #isPumping = false

  constructor(host: { breathe(): Promise<void> }) {
    this.#host = host
  }

  /** Rejects when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error)
      const abort = (): void => {
        this.#sleepers.splice(this.#sleepers.indexOf(sleeper), 1)
        reject(signal.reason as Error)
      }
      const wake = (): void => {
        signal.removeEventListener('abort', abort)
        resolve()
      }
      const sleeper = { until: this.waited + ms, wake }
      signal.addEventListener('abort', abort, { once: true })
      this.#sleepers.push(sleeper)
      void this.#pump()
    })
  }

  /** A turn of somebody who has work to do: no time passes meanwhile. */
  async breathe(): Promise<void> {
    this.#breathing++
    try {
      await this.#host.breathe()
    } finally {
      this.#breathing--
    }
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return
    this.#isPumping = true
    while (this.#sleepers.length > 0) {
      for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
        await this.#host.breathe()
        if (this.#breathing > 0) quiet = -1
      }
      // The first of those that wait equally long began first.
      const next = this.#sleepers.reduce<Sleeper | undefined>(
        (first, one) => (first && first.until <= one.until ? first : one),
        undefined,
      )
      if (!next) break
      this.#sleepers.splice(this.#sleepers.indexOf(next), 1)
      this.waited = Math.max(this.waited, next.until)
      next.wake()
    }
    this.#isPumping = false
  }
}
