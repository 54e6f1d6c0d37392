// What every node of a canvas may read and ask. A read-only canvas (shared link, replay) has no editing.
import { createContext } from 'svelte'
import type { App, Flow, Step } from '../../worker/model/app.ts'
import type { Gap } from '../../worker/model/commands/edit.ts'
import type { StepLight } from '../state/step-lights.ts'
import type { WireState } from './step-look.ts'
import type { Wire } from './layout.ts'

export interface CanvasContext {
  readonly app: App
  readonly flow: Flow
  readonly readonly: boolean
  /** A run is watched: steps have lights. */
  readonly lit: boolean
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
  isStale(step: Step): boolean
  problems(step: string): number
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
