// What a canvas shows and whom it tells.
import type { App, Flow } from '../../worker/model/app.ts'
import type { Gap } from '../../worker/model/commands/edit.ts'
import type { WatchedRun } from '../state/run.svelte.ts'
import type { StepMark } from './canvas-context.ts'
import type { Changes } from './changes.svelte.ts'

export interface CanvasProps {
  app: App
  flow: Flow
  run: WatchedRun
  changes?: Changes
  selection: readonly string[]
  folded: ReadonlySet<string>
  /** Number of problems of a step. */
  problems?: (step: string) => number
  marks?: (step: string) => StepMark | undefined
  onselect: (ids: readonly string[]) => void
  onfold: (step: string, folded: boolean) => void
  /** Opens the inspector on a step. */
  onopen: (step: string) => void
  showMap?: boolean
  onmap?: (shown: boolean) => void
  /** Absent: read-only. */
  editing?: CanvasEditing
}
export interface CanvasEditing {
  /** The gap where quick-add is open, and where on the screen; undefined: closed. */
  quickAdd: { gap: Gap | 'trigger'; at: DOMRect } | undefined
  openQuickAdd(gap: Gap | 'trigger', at: DOMRect): void
  move(ids: readonly string[], gap: Gap): void
  copyTo(ids: readonly string[], gap: Gap): void
  /** A component dropped from the palette. */
  addComponent(component: string, gap: Gap): void
  /** The component being dragged from the palette. */
  draggedComponent: string | undefined
}
