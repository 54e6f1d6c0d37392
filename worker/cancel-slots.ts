// Words in shared memory by which a page stops a run whose worker is inside a script and reads no messages.

const count = 256

export interface CancelSlots {
  words: SharedArrayBuffer
  /** The word of a run, zero at the start. Slot 0 belongs to nobody. */
  take(run: string): number
  /** Whether the run has a word; it is set. */
  stop(run: string): boolean
  free(run: string): void
}

/** Nothing where the page is not cross-origin isolated. */
export function cancelSlots(): CancelSlots | undefined {
  if (!globalThis.crossOriginIsolated || typeof SharedArrayBuffer === 'undefined') return undefined
  const words = new SharedArrayBuffer(count * 4)
  const view = new Int32Array(words)
  const taken = new Map<string, number>()
  return {
    words,
    take(run) {
      const used = new Set(taken.values())
      let slot = 1
      while (used.has(slot) && slot < count - 1) slot++
      if (used.has(slot)) return 0
      Atomics.store(view, slot, 0)
      taken.set(run, slot)
      return slot
    },
    stop(run) {
      const slot = taken.get(run)
      if (slot === undefined) return false
      Atomics.store(view, slot, 1)
      return true
    },
    free(run) {
      taken.delete(run)
    },
  }
}
