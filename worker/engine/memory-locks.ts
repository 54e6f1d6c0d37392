// Locks within one process, first come, first served.

export class MemoryLocks {
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Resolves with what lets go of the lock, or with nothing when `maxWait` milliseconds have passed. */
  take(name: string, maxWait: number, signal: AbortSignal): Promise<(() => void) | undefined> {
    const queue = this.#waiting.get(name)
    if (!queue) {
      this.#waiting.set(name, [])
      return Promise.resolve(this.#releaseOnce(name))
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', cancel)
        const at = queue.indexOf(mine)
        if (at >= 0) queue.splice(at, 1)
      }
      const mine = (): void => {
        leave()
        resolve(this.#releaseOnce(name))
      }
      const cancel = (): void => {
        leave()
        reject(signal.reason as Error)
      }
      const timer = setTimeout(() => {
        leave()
        resolve(undefined)
      }, maxWait)
      if (signal.aborted) return cancel()
      signal.addEventListener('abort', cancel, { once: true })
      queue.push(mine)
    })
  }

  #releaseOnce(name: string): () => void {
    let held = true
    return () => {
      if (!held) return
      held = false
      const next = this.#waiting.get(name)?.shift()
      if (next) next()
      else this.#waiting.delete(name)
    }
  }
}
