// How a subscription is kept up, whoever speaks the protocol: it comes back by itself after a cut (protocol-link.ts).
import { toFault, type Fault } from './fault.ts'

/** Milliseconds: before a subscription is tried again, and the longest wait between two. */
const firstRetry = 250
export const longestRetry = 15_000

/**
 * Takes messages again and again until it is stopped, after waits that get longer; `take` calls `anew` where the next wait is the
 * shortest again. `told` hears why a `take` failed. The result stops it, and resolves when the last `take` has ended.
 */
export function keptUp(
  take: (signal: AbortSignal, anew: () => void) => Promise<void>,
  told: (trouble: Fault) => void,
): () => Promise<void> {
  const stop = new AbortController()
  const ended = (async () => {
    for (let wait = firstRetry; !stop.signal.aborted; wait = Math.min(wait * 2, longestRetry)) {
      const began = performance.now()
      try {
        await take(stop.signal, () => (wait = firstRetry))
      } catch (thrown) {
        if (!stop.signal.aborted) told(toFault(thrown))
      }
      // One that has held for long did not fail again and again.
      if (performance.now() - began > longestRetry) wait = firstRetry
      await pause(wait, stop.signal)
    }
  })()
  return async () => {
    stop.abort()
    await ended
  }
}

/** Resolves after the time, or at once when aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
