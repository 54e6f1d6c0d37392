// What the editor shows: flow, selection, folded scopes, panes. View state only: losing it loses no work.
import type { AppDocument } from './document.svelte.ts'
import { findStep } from '../../worker/model/walk.ts'
import { Kept } from './kept.svelte.ts'

export type LeftTab = 'app' | 'outline' | 'add'

/** Layout of the panes, one for all apps. */
export const panes = {
  left: new Kept('pane-left', 220),
  inspector: new Kept('pane-inspector', 380),
  drawer: new Kept('pane-drawer', 238),
  leftOpen: new Kept('pane-left-open', true),
  inspectorOpen: new Kept('pane-inspector-open', true),
  drawerOpen: new Kept('pane-drawer-open', false),
  minimap: new Kept('pane-minimap', true),
  /** Fields of the selected step in a lesson. */
  lessonFields: new Kept('pane-lesson-fields', 300),
  leftTab: new Kept<LeftTab>('pane-left-tab', 'app'),
}

export class EditorView {
  readonly #document: AppDocument
  readonly #folded: Kept<string[]>
  /** Id of the shown flow. */
  flow = $state<string>('')
  /** Ids of the selected steps, the last one is the one with the focus. */
  selection = $state.raw<readonly string[]>([])
  /** The field the inspector should show, set by a click on a problem. */
  field = $state<string | undefined>(undefined)
  foldedSteps = $derived.by(() => new Set(this.#folded.value))

  constructor(document: AppDocument, app: string) {
    this.#document = document
    this.#folded = new Kept<string[]>(`folded-${app}`, [])
  }

  /** Selected steps that still exist. */
  get selected(): readonly string[] {
    return this.selection.filter((id) => findStep(this.#document.app, id))
  }
  /** The one step the inspector and the keys are about. */
  get step(): string | undefined {
    return this.selected.at(-1)
  }
  select(id: string | undefined, field?: string): void {
    this.selection = id === undefined ? [] : [id]
    this.field = field
    const flow = id === undefined ? undefined : findStep(this.#document.app, id)?.flow.id
    if (flow !== undefined) this.flow = flow
  }
  /** Shows a flow and no step of it: the inspector has its settings. */
  showFlow(id: string, field?: string): void {
    this.flow = id
    this.selection = []
    this.field = field
  }
  selectAll(ids: readonly string[]): void {
    this.selection = [...ids]
    this.field = undefined
  }
  /** Adds a step to the selection or takes it out. */
  toggle(id: string): void {
    const without = this.selection.filter((one) => one !== id)
    this.selection = without.length < this.selection.length ? without : [...without, id]
  }
  isFolded(id: string): boolean {
    return this.foldedSteps.has(id)
  }
  fold(id: string, folded: boolean): void {
    const without = this.#folded.value.filter((one) => one !== id)
    this.#folded.value = folded ? [...without, id] : without
  }
  /** Unfolds every scope around a step, so that it can be seen. */
  reveal(id: string): void {
    for (
      let found = findStep(this.#document.app, id);
      found?.scope;
      found = findStep(this.#document.app, found.scope.id)
    )
      this.fold(found.scope.id, false)
  }
}
