// One open app in the editor: its document, what is shown of it, the watched run, its problems; and the edits that
// canvas, outline, menus and keys share.
import type { EngineApi, PublishSetting, StoreApi, VersionRow } from '../../worker/api.ts'
import { definition } from '../../worker/definitions.ts'
import { isCurl } from '../../worker/import/curl.ts'
import type { App, Flow, Step } from '../../worker/model/app.ts'
import { copySteps, pasteSteps } from '../../worker/model/commands/clipboard.ts'
import type { Gap } from '../../worker/model/commands/edit.ts'
import {
  addSteps,
  deleteSteps,
  duplicateSteps,
  moveSteps,
  outermost,
  setDisabled,
  setTrigger,
  unwrapStep,
  wrapSteps,
} from '../../worker/model/commands/steps.ts'
import { toFault } from '../../worker/model/fault.ts'
import { newStep, withNewIds } from '../../worker/model/new-step.ts'
import { findStep, within } from '../../worker/model/walk.ts'
import type { StepMark } from '../canvas/canvas-context.ts'
import { Changes } from '../canvas/changes.svelte.ts'
import { Debugging } from '../debug/debugging.svelte.ts'
import { preferredSample } from '../inspector/samples.ts'
import { canvasWords } from '../text/canvas.ts'
import { editorWords } from '../text/editor.ts'
import { faultText } from '../text/faults.ts'
import { say } from '../text/language.svelte.ts'
import { testWords } from '../tests/words.ts'
import { clockTime } from '../text/numbers.ts'
import { uiWords } from '../text/ui.ts'
import { toast } from '../ui/toasts.svelte.ts'
import { Heat } from '../heat/heat.svelte.ts'
import { heatMark } from '../heat/heat-mark.ts'
import type { LessonDraft } from '../lessons/make-lesson.ts'
import { trustWords } from '../trust/words.ts'
import { Trust } from '../trust/trust.svelte.ts'
import { Tests } from '../tests/tests.svelte.ts'
import { AppDocument } from './document.svelte.ts'
import { Kept } from './kept.svelte.ts'
import { Problems } from './problems.svelte.ts'
import { WatchedRun } from './run.svelte.ts'
import { EditorView, panes } from './view.svelte.ts'

/** Components added last, newest first: quick-add offers them first. */
export const recentComponents = new Kept<string[]>('recent-components', [])

/** What is chosen when an app is published. */
export type PublishChoice = Pick<PublishSetting, 'environment' | 'runsAtOnce' | 'runsWaiting'>

export type DrawerTab = 'run' | 'result' | 'log' | 'problems' | 'tests'

export class Editor {
  readonly document: AppDocument
  readonly view: EditorView
  readonly run: WatchedRun
  readonly trust: Trust
  readonly heat: Heat
  /** What past runs say of the steps is shown on the canvas. */
  showHeat = $state(false)
  readonly problems: Problems
  readonly changes: Changes
  readonly debugging: Debugging
  readonly tests: Tests
  /** The tab of the drawer that is shown. */
  drawerTab = $state<DrawerTab>('run')
  readonly engine: EngineApi
  readonly store: StoreApi

  quickAdd = $state.raw<{ gap: Gap | 'trigger'; at: DOMRect } | undefined>()
  draggedComponent = $state<string | undefined>()
  /** The dialog of publishing that is open. */
  publishing = $state<'versions' | 'environments' | undefined>()
  /** Which of the app's own definitions are edited. */
  defining = $state<'types' | 'scripts' | undefined>()
  /** What has been written of a lesson from this app. */
  lessonDraft: LessonDraft | undefined
  /** What is compared in the dialog that is open: the draft, versions, copies (`Choice.key` of web/compare). */
  comparing = $state.raw<{ from?: string; to?: string } | undefined>()

  constructor(id: string, store: StoreApi, engine: EngineApi) {
    this.store = store
    this.engine = engine
    this.document = new AppDocument(store)
    this.view = new EditorView(this.document, id)
    this.trust = new Trust(store, engine, id)
    this.heat = new Heat(store)
    this.run = new WatchedRun(engine, (app) => this.trust.grantFor(app))
    this.problems = new Problems(engine)
    this.debugging = new Debugging(id, this)
    this.tests = new Tests(engine, this.document)
    this.changes = new Changes(engine, this.run, (step) => {
      this.view.select(step)
      panes.drawerOpen.value = true
    })
  }

  close(): void {
    this.trust.question?.answer(undefined)
    this.document.close()
    this.problems.close()
    if (this.run.running) void this.run.stop()
  }

  get flow(): Flow | undefined {
    return this.document.flow(this.view.flow) ?? this.document.app?.flows[0]
  }
  get step(): Step | undefined {
    const id = this.view.step
    return id === undefined ? undefined : findStep(this.document.app, id)?.step
  }

  /** The gap right after the selected step: inside it for an empty scope, at the end of the flow without a selection. */
  gapAfterSelection(): Gap | undefined {
    const { flow } = this
    if (!flow) return undefined
    const found = this.view.step === undefined ? undefined : findStep(this.document.app, this.view.step)
    if (!found || found.flow.id !== flow.id) return { flow: flow.id, index: flow.steps.length }
    const lane = found.step.branches?.find((branch) => branch.steps.length === 0)
    if (lane && !this.view.isFolded(found.step.id)) return { flow: flow.id, branch: lane.id, index: 0 }
    return { flow: flow.id, branch: found.branch?.id, index: found.index + 1 }
  }

  /** Adds a new step of a component and selects it. A trigger becomes the flow's trigger. */
  addComponent(component: string, where: Gap | 'trigger'): void {
    const known = definition(component)
    const { flow } = this
    if (!known || !flow) return
    const step = newStep(known, say(known.label))
    const label = editorWords().added(step.name)
    recentComponents.value = [component, ...recentComponents.value.filter((id) => id !== component)].slice(
      0,
      8,
    )
    if (known.kind === 'trigger') this.document.edit(label, (app) => setTrigger(app, flow.id, step))
    else {
      const gap = where === 'trigger' ? { flow: flow.id, index: 0 } : where
      this.document.edit(label, (app) => addSteps(app, gap, [step]))
    }
    this.view.select(step.id)
  }

  move(ids: readonly string[], gap: Gap): void {
    const n = outermost(this.document.app, ids).length
    this.document.edit(canvasWords().moved(n), (app) => moveSteps(app, ids, gap))
  }

  copyTo(ids: readonly string[], gap: Gap): void {
    const copies = withNewIds(outermost(this.document.app, ids))
    this.document.edit(editorWords().duplicate, (app) => addSteps(app, gap, copies))
    this.view.selectAll(copies.map((step) => step.id))
  }

  /** Moves the selected steps one place up or down in their list; at its end out of the scope. */
  shift(by: -1 | 1): void {
    const steps = outermost(this.document.app, this.view.selected)
    const edge = by < 0 ? steps[0] : steps.at(-1)
    const found = edge && findStep(this.document.app, edge.id)
    if (!found) return
    const list = found.branch?.steps ?? found.flow.steps
    const ids = steps.map((step) => step.id)
    const index = by < 0 ? found.index - 1 : found.index + 2
    if (index >= 0 && index <= list.length)
      return this.move(ids, { flow: found.flow.id, branch: found.branch?.id, index })
    const scope = found.scope && findStep(this.document.app, found.scope.id)
    if (!scope) return
    this.move(ids, { flow: scope.flow.id, branch: scope.branch?.id, index: scope.index + (by < 0 ? 0 : 1) })
  }

  /** Deletes the selected steps; the neighbours close up and one of them is selected. */
  remove(): void {
    const { app } = this.document
    const ids = this.view.selected
    if (ids.length === 0) return
    const first = findStep(app, ids[0]!)!
    const list = first.branch?.steps ?? first.flow.steps
    const rest = list.filter((step) => !ids.includes(step.id))
    const before = list.slice(0, Math.max(first.index, 0)).filter((step) => !ids.includes(step.id)).length
    const next = rest[before]?.id ?? rest[before - 1]?.id ?? first.scope?.id ?? first.flow.trigger?.id
    const t = canvasWords()
    const inside = [...within([first.step])].length - 1
    const label = ids.length === 1 ? t.deleted(first.step.name, inside) : t.deletedMany(ids.length)
    this.document.edit(label, (now) => deleteSteps(now, ids))
    this.view.select(next !== undefined && !ids.includes(next) ? next : undefined)
    toast('ok', label, { action: { label: uiWords().undo, keys: 'Ctrl Z', run: () => this.document.undo() } })
  }

  /** Deletes a scope but keeps the steps inside. */
  unwrap(id: string): void {
    const inner = findStep(this.document.app, id)?.step.branches?.flatMap((branch) => branch.steps)[0]
    this.document.edit(editorWords().unwrap, (app) => unwrapStep(app, id))
    this.view.select(inner?.id)
  }

  /** Puts the selected steps, which must be neighbours, into a new scope. */
  wrap(component: string): void {
    const known = definition(component)
    const ids = this.view.selected
    if (!known || ids.length === 0) return
    const scope = newStep(known, say(known.label))
    this.document.edit(editorWords().wrapIn(scope.name), (app) => wrapSteps(app, ids, scope))
    this.view.select(scope.id)
  }

  duplicate(): void {
    const { app, ids } = duplicateSteps(this.document.app, this.view.selected)
    if (ids.length === 0) return
    // The copies get their ids here, so that doing it again on another tab's App makes the same ones.
    const before = this.document.app
    this.document.edit(editorWords().duplicate, (now) =>
      now === before ? app : duplicateSteps(now, this.view.selected).app,
    )
    this.view.selectAll(ids)
  }

  toggleDisabled(): void {
    const ids = this.view.selected
    const off = ids.some((id) => !findStep(this.document.app, id)?.step.disabled)
    this.document.edit(off ? editorWords().switchOff : editorWords().switchOn, (app) =>
      setDisabled(app, ids, off),
    )
  }

  /** The selected steps as text that any app takes. */
  copied(): string {
    return copySteps(this.document.app, this.view.selected)
  }
  async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.copied())
    toast('ok', canvasWords().copied(this.view.selected.length))
  }
  async cut(): Promise<void> {
    await navigator.clipboard.writeText(this.copied())
    this.remove()
  }
  /** Puts copied steps after the selected one. */
  paste(text: string): void {
    const gap = this.gapAfterSelection()
    if (!gap) return
    if (isCurl(text)) {
      void import('../import/paste-requests.ts').then(({ pasteRequests }) => pasteRequests(this, gap, text))
      return
    }
    try {
      const { app, ids } = pasteSteps(this.document.app, gap, text)
      const before = this.document.app
      this.document.edit(canvasWords().pasted(ids.length), (now) =>
        now === before ? app : pasteSteps(now, gap, text).app,
      )
      this.view.selectAll(ids)
    } catch (thrown) {
      toast('failed', faultText(toFault(thrown)))
    }
  }

  /** What canvas and outline show on a step beside its result: a breakpoint, a pinned answer, that no test reaches it. */
  markOf(step: string): StepMark | undefined {
    let mark = this.debugging.markOf(step)
    if (this.tests.missed?.has(step)) mark = { mocked: false, ...mark, untested: true }
    const heat = this.showHeat ? this.heat.of(step) : undefined
    return heat ? { mocked: false, ...mark, heat: heatMark(heat) } : mark
  }

  /** Makes a test of the run that is shown, and runs it. */
  async saveAsTest(): Promise<void> {
    const { summary } = this.run
    if (!summary || this.run.running) return
    try {
      const { name } = await this.tests.save(
        summary.id,
        testWords().ofRun(summary.flowName, clockTime(summary.startedAt)),
      )
      toast('ok', testWords().saved(name))
      this.drawerTab = 'tests'
      panes.drawerOpen.value = true
    } catch (thrown) {
      toast('failed', faultText(toFault(thrown)))
    }
  }

  /**
   * Publishes an app with what it may reach; undefined: a person did not allow that. Throws what the engine says, first of all the
   * app's errors.
   */
  async publish(app: App, choice: PublishChoice, note = ''): Promise<VersionRow | undefined> {
    await this.document.settled()
    const granted = await this.trust.grantFor(app)
    return granted && this.engine.publish(app, { ...choice, granted }, note)
  }

  /** The host that the shown run was kept from, because the app came from outside. */
  get refusedHost(): string | undefined {
    const { code, data } = this.run.summary?.fault ?? {}
    const host = data?.['host']
    return code?.endsWith(':NOT_GRANTED') && typeof host === 'string' ? host : undefined
  }
  /** Lets the app call that host from now on. */
  async allowHost(): Promise<void> {
    const host = this.refusedHost
    if (host === undefined) return
    await this.trust.allow(host)
    toast('ok', trustWords().allowed(host))
  }

  /** Runs the shown flow with its chosen input; `upTo` a step. A click while it runs stops it. */
  start(upTo?: string): void {
    const { flow } = this
    if (!flow) return
    if (this.run.running) return void this.run.stop()
    panes.drawerOpen.value = true
    if (this.drawerTab === 'tests' || this.drawerTab === 'problems') this.drawerTab = 'run'
    const { app } = this.document
    const { mocks } = app
    const breakpoints = this.debugging.armed
    void this.run.start({ app, flow: flow.id, input: preferredSample(flow), upTo, mocks, breakpoints })
  }
}
