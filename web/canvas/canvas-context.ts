// What every node of a canvas may read and ask. A read-only canvas (shared link, replay) has no editing.
import { createContext } from 'svelte'
import type { App, Flow, Step } from '../../worker/model/app.ts'
import type { Breakpoint } from '../../worker/model/debug.ts'
import type { Gap } from '../../worker/model/commands/edit.ts'
import type { StepLight } from '../state/step-lights.ts'
import type { Stale } from './stale.ts'
import type { WireState } from './step-look.ts'
import type { Wire } from './layout.ts'

/** A step that came, went, stands elsewhere or was changed, where two versions are compared. */
export type DifferenceSign = '+' | '-' | '>' | '~'

/** What is said of a step beside its result: what a person put on it for debugging, how it differs from another version. */
export interface StepMark {
  breakpoint?: Breakpoint
  mocked: boolean
  /** No test reaches it, while coverage is shown. */
  untested?: boolean
  sign?: DifferenceSign
  /** What past runs say of it: a line, an explanation, and how much it stands out, 0 … 1. */
  heat?: { text: string; tip: string; level: number; failed: boolean }
}

export interface CanvasContext {
  readonly app: App
  readonly flow: Flow
  readonly readonly: boolean
  /** A run is watched: steps have lights. */
  readonly lit: boolean
  /** The end of the watched run is shown: a step without a light was no part of it. */
  readonly ended: boolean
  readonly detail: 0 | 1 | 2 | 3
  /** Steps are being dragged, or a component from the palette. */
  readonly dragging: boolean
  readonly dropGap: Gap | undefined
  /** The gap where quick-add is open. */
  readonly openGap: Gap | undefined
  light(step: string): StepLight
  wireState(wire: Wire): WireState
  isSelected(step: string): boolean
  isFolded(step: string): boolean
  /** Why the shown result of a step is not what it would give now. */
  stale(step: string): Stale | undefined
  problems(step: string): number
  mark(step: string): StepMark | undefined
  press(event: PointerEvent, step: Step): void
  open(step: Step): void
  fold(step: Step, folded: boolean): void
  add(gap: Gap, at: Element): void
  addTrigger(at: Element): void
}

export const [canvasContext, setCanvasContext] = createContext<CanvasContext>()

export function sameGap(a: Gap | undefined, b: Gap | undefined): boolean {
  return (
    a !== undefined && b !== undefined && a.flow === b.flow && a.branch === b.branch && a.index === b.index
  )
}
