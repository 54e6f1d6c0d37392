// The first-run tour: its stops in order, each with the real thing that has to happen before it goes on. Pure, but for what is
// remembered.
import { Kept } from '../state/kept.svelte.ts'

/** What the tour looks at. */
export interface Seen {
  /** Runs that have ended since the editor was opened. */
  runs: number
  /** The selected step, if the shown run came by it. */
  looked: boolean
  /** Steps of the history: edits and undoing. */
  edits: number
  undone: number
  /** The shown moment is before the end of the run. */
  isBack: boolean
}

export const stops = ['run', 'look', 'edit', 'again', 'back', 'undo'] as const
export type Stop = (typeof stops)[number]

/** What to point at; absent: nothing. */
export const places: Record<Stop, string> = {
  run: '.run',
  look: '[data-pane=canvas] .step',
  edit: '[data-pane=inspector]',
  again: '.run',
  back: 'input[type=range]',
  undo: 'header .right',
}

/** Whether what a stop waits for has happened since it was reached. */
export function happened(stop: Stop, then: Seen, now: Seen): boolean {
  if (stop === 'run' || stop === 'again') return now.runs > then.runs
  if (stop === 'look') return now.looked
  if (stop === 'edit') return now.edits > then.edits
  if (stop === 'back') return now.isBack
  return now.undone > then.undone
}

/** ''  was never offered, `done` is over, else the name of the stop. */
export const tour = new Kept<string>('tour', '')
