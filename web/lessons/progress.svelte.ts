// Which lessons are done, and how well. Remembered in this browser.
import { Kept } from '../state/kept.svelte.ts'

export interface Score {
  /** Steps of all flows without triggers and those that are switched off. */
  steps: number
  /** How often steps that call outside ran in the case that is shown. */
  calls: number
  seconds: number
}
export interface Done {
  /** Absent: the solution was looked at, and no better one was found since. */
  best?: Score
}

const kept = new Kept<Record<string, Done>>('lessons-done', {})
/** Lessons from outside that a person has started, by the id of their app: before that nothing of them runs. */
const begun = new Kept<string[]>('lessons-begun', [])

export const progress = {
  of: (lesson: string): Done | undefined => kept.value[lesson],
  /** Keeps the better score: fewer steps, then fewer calls, then less time. */
  finish(lesson: string, score: Score | undefined): void {
    const best = better(kept.value[lesson]?.best, score)
    kept.value = { ...kept.value, [lesson]: best ? { best } : {} }
  },
  isBegun: (app: string): boolean => begun.value.includes(app),
  begin(app: string): void {
    if (!begun.value.includes(app)) begun.value = [...begun.value, app]
  },
}

export function better(a: Score | undefined, b: Score | undefined): Score | undefined {
  if (!a || !b) return a ?? b
  return (b.steps - a.steps || b.calls - a.calls || b.seconds - a.seconds) < 0 ? b : a
}
