// Whether a run, or a group of branches in it, is to stop. An AbortSignal is made only for what waits: most runs never do.
import { CancelSignal } from './signals.ts'

/** Throws a CancelSignal when it is time to stop. */
export function checkStop(stop: Stop): void {
  if (stop.stopped) throw new CancelSignal()
}

export class Stop {
  #stopped = false
  #controller: AbortController | undefined
  readonly #outer: Stop | undefined
  readonly #word: Int32Array | undefined

  /** Stops with `outer` too, and when the first place of `word` is not zero. */
  constructor(outer?: Stop, word?: Int32Array) {
    this.#outer = outer
    this.#word = word
  }
  get stopped(): boolean {
    if (this.#stopped || (this.#outer !== undefined && this.#outer.stopped)) return true
    return this.#word !== undefined && Atomics.load(this.#word, 0) !== 0
  }
  stop(): void {
    this.#stopped = true
    if (this.#word) Atomics.store(this.#word, 0, 1)
    this.#controller?.abort()
  }
  get signal(): AbortSignal {
    if (this.#controller) return this.#controller.signal
    this.#controller = new AbortController()
    const { signal } = this.#controller
    if (this.stopped) this.#controller.abort()
    else this.#outer?.signal.addEventListener('abort', () => this.stop(), { once: true, signal })
    return signal
  }
}
