// What the engine needs of a journal: effects of a durable run, written down while they happen.
import type { RecordedEffect } from '../api.ts'

export interface EffectJournal {
  /** When an earlier life of this run began this effect, if it left no outcome: milliseconds since the epoch. */
  openSince(key: string): number | undefined
  /** Resolves when it is safe that this effect is about to begin, and all that was done before it. */
  open(key: string, kind: string, asked: string): Promise<void>
  /** An outcome. `write`: at once; else with what comes next (clock and chance, which matter only to later effects). */
  done(effect: RecordedEffect, write: boolean): void
}
