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
  /** Absent: the solution was looked at before. */
  best?: Score
}

const kept = new Kept<Record<string, Done>>('lessons-done', {})
/** Lessons whose solution was looked at: who knows it gets no score any more. */
const solved = new Kept<string[]>('lessons-solved', [])
/** Lessons from outside that a person has started, by the id of their app: before that nothing of them runs. */
const begun = new Kept<string[]>('lessons-begun', [])

export const progress = {
  of: (lesson: string): Done | undefined => kept.value[lesson],
  /** Keeps the better score: fewer steps, then fewer calls, then less time. */
  finish(lesson: string, score: Score | undefined): void {
    const best = better(kept.value[lesson]?.best, score)
    kept.value = { ...kept.value, [lesson]: best ? { best } : {} }
  },
  isSolved: (lesson: string): boolean => solved.value.includes(lesson),
  solve(lesson: string): void {
    if (!solved.value.includes(lesson)) solved.value = [...solved.value, lesson]
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
