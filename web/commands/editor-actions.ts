// Every action of the editor with its key. Menus, palette, key sheet and shortcuts derive from this list.
import { definition } from '../../worker/definitions.ts'
import { stepsOfFlow } from '../../worker/model/walk.ts'
import type { Editor } from '../state/editor.svelte.ts'
import { panes } from '../state/view.svelte.ts'
import { editorWords } from '../text/editor.ts'
import { say } from '../text/language.svelte.ts'
import { publishWords } from '../text/publish.ts'
import { studioWords } from '../text/studio.ts'
import { testWords } from '../tests/words.ts'
import { heatWords } from '../heat/words.ts'
import { tourWords } from '../tour/words.ts'
import { trustWords } from '../trust/words.ts'
import { icon } from '../ui/icon-name.ts'
import { debugActions } from '../debug/debug-actions.ts'
import type { Action } from './action.svelte.ts'

/** What the frame itself does on request. */
export interface EditorFrame {
  share(): void
  rename(): void
  note(): void
  addAfter(): void
  addTrigger(): void
  addFlow(): void
  saveFile(): void
  makeLesson(): void
  tour(): void
}

const wrappers = ['try', 'for-each', 'choice', 'until-successful', 'while']

export function editorActions(editor: Editor, frame: EditorFrame): Action[] {
  const t = editorWords()
  const p = publishWords()
  const { groups } = studioWords()
  const { document, view, run, flow } = editor
  const ids = view.selected
  const step = editor.step
  const none = ids.length === 0 ? t.noSelection : undefined
  const isTrigger = step !== undefined && flow?.trigger?.id === step.id
  const notScope = none ?? (step?.branches ? undefined : t.notScope)
  const on = (id: string, label: string, name: string, keys: string | undefined, act: () => void, why = none): Action => ({ id, label, group: groups.step, icon: name, keys, onFlow: !/^Alt |^Ctrl D/.test(keys ?? 'Alt ') || undefined, why, run: act }) // prettier-ignore
  const app = (id: string, label: string, name: string, keys: string | undefined, act: () => void, why?: string): Action => ({ id, label, group: groups.app, icon: name, keys, why, run: act }) // prettier-ignore
  const show = (id: string, label: string, name: string, keys: string, act: () => void): Action => ({ id, label, group: groups.view, icon: name, keys, run: act }) // prettier-ignore

  return [
    { id: 'run', label: run.running ? t.stop : t.run, group: groups.run, icon: run.running ? 'square' : 'play', keys: 'Ctrl Enter', run: () => editor.start() }, // prettier-ignore
    { id: 'run-to', label: t.runTo, group: groups.run, icon: 'arrow-down-to-line', keys: 'Alt ArrowRight', why: none ?? (isTrigger ? t.noSelection : undefined), run: () => editor.start(view.step) }, // prettier-ignore
    ...debugActions(editor, groups.run),
    { id: 'tests', label: testWords().runAll, group: groups.run, icon: 'flask-conical', keys: 'Alt Y', why: document.app.tests.length > 0 ? undefined : testWords().none, run: () => { editor.drawerTab = 'tests'; panes.drawerOpen.value = true; void editor.tests.run() } }, // prettier-ignore
    { id: 'save-test', label: testWords().saveRunLong, group: groups.run, icon: 'flask-conical', keys: 'Alt Shift V', why: run.summary && !run.running ? undefined : testWords().noRun, run: () => void editor.saveAsTest() }, // prettier-ignore
    { id: 'coverage', label: testWords().coverage, group: groups.view, icon: 'flask-conical', keys: 'Alt K', why: editor.tests.report ? undefined : testWords().notRun, run: () => (editor.tests.showCoverage = !editor.tests.showCoverage) }, // prettier-ignore
    { id: 'next-event', label: t.nextEvent, group: groups.run, icon: 'step-forward', keys: run.paused ? undefined : 'F8', run: () => run.seek(run.cursor + 1) }, // prettier-ignore
    { id: 'previous-event', label: t.previousEvent, group: groups.run, icon: 'step-back', keys: 'Shift F8', run: () => run.seek(run.cursor - 1) }, // prettier-ignore
    { id: 'allow-host', label: trustWords().allowHost(editor.refusedHost ?? ''), group: groups.run, icon: 'shield-check', keys: 'Alt Z', hidden: editor.refusedHost === undefined, why: editor.refusedHost === undefined ? t.noSelection : undefined, run: () => void editor.allowHost() }, // prettier-ignore
    app('undo', t.undo, icon('undo-2'), 'Ctrl Z', () => document.undo(), document.canUndo ? undefined : t.nothingToUndo), // prettier-ignore
    app('redo', t.redo, icon('redo-2'), 'Ctrl Shift Z | Ctrl Y', () => document.redo(), document.canRedo ? undefined : t.nothingToRedo), // prettier-ignore
    app('share', t.share, icon('share-2'), 'Alt S', () => frame.share()),
    app('save-file', t.saveFile, icon('download'), 'Ctrl S', () => frame.saveFile()),
    app('make-lesson', t.makeLesson, icon('graduation-cap'), 'Alt Shift E', () => frame.makeLesson()),
    app('versions', p.versions, icon('history'), 'Alt P', () => (editor.publishing = 'versions')),
    app('compare', p.compare, icon('git-compare'), 'Alt Shift M', () => (editor.comparing = {})),
    app('environments', p.environments, icon('layers'), 'Alt Shift P', () => (editor.publishing = 'environments')), // prettier-ignore
    app('definitions', t.definitions, icon('shapes'), 'Alt Shift D', () => (editor.defining = 'types')),
    { id: 'flow-settings', label: t.flowSettings, group: groups.flow, icon: 'sliders-horizontal', keys: 'Alt Shift F', run: () => { if (flow) view.showFlow(flow.id); openInspector() } }, // prettier-ignore
    app('add-flow', t.addFlow, icon('plus'), 'Alt F', () => frame.addFlow()),
    on('open-step', t.openStep, icon('sliders-horizontal'), 'Enter', () => openInspector()),
    { id: 'add-after', label: t.addAfter, group: groups.step, icon: 'plus', keys: '+ | /', onFlow: true, run: () => frame.addAfter() }, // prettier-ignore
    { id: 'add-trigger', label: t.addTrigger, group: groups.flow, icon: 'zap', keys: 'Alt T', run: () => frame.addTrigger() }, // prettier-ignore
    on('delete', t.deleteStep, icon('trash-2'), 'Delete | Backspace', () => editor.remove()),
    { ...on('cut', t.cut, icon('scissors'), 'Ctrl X', () => void editor.cut()), native: true },
    { ...on('copy', t.copy, icon('copy'), 'Ctrl C', () => void editor.copy()), native: true },
    { ...on('paste', t.paste, icon('clipboard-paste'), 'Ctrl V', () => void navigator.clipboard.readText().then((text) => editor.paste(text)), undefined), why: undefined, native: true }, // prettier-ignore
    on('duplicate', t.duplicate, icon('copy-plus'), 'Ctrl D', () => editor.duplicate()),
    on('move-up', t.moveUp, icon('arrow-up'), 'Alt ArrowUp', () => editor.shift(-1)),
    on('move-down', t.moveDown, icon('arrow-down'), 'Alt ArrowDown', () => editor.shift(1)),
    on('switch-off', step?.disabled ? t.switchOn : t.switchOff, icon('power'), 'D', () =>
      editor.toggleDisabled(),
    ),
    on('rename', t.renameStep, icon('pencil'), 'F2', () => frame.rename()),
    on('note', t.note, icon('sticky-note'), 'N', () => frame.note()),
    on('fold', t.fold, icon('chevrons-down-up'), 'C', () => fold(), notScope),
    on('unwrap', t.unwrap, icon('ungroup'), 'Alt U', () => step && editor.unwrap(step.id), notScope),
    ...wrappers.flatMap((id, n): Action[] => {
      const known = definition(id)
      if (!known) return []
      const why = none ?? (isTrigger ? t.noSelection : undefined)
      const wrap = on(`wrap-${id}`, t.wrapIn(say(known.label)), known.icon, `Alt ${n + 1}`, () => editor.wrap(id), why) // prettier-ignore
      return [{ ...wrap, words: known.keywords }]
    }),
    { id: 'select-all', label: t.selectAll, group: groups.flow, icon: 'list-checks', keys: 'Ctrl A', onFlow: true, run: () => flow && view.selectAll(flow.steps.map((one) => one.id)) }, // prettier-ignore
    { id: 'select-none', label: t.selectNothing, group: groups.flow, icon: 'square-dashed', keys: 'Escape', onFlow: true, why: none, run: () => view.selectAll([]) }, // prettier-ignore
    { id: 'fold-all', label: t.foldAll, group: groups.flow, icon: 'chevrons-down-up', keys: 'Alt [', run: () => foldAll(true) }, // prettier-ignore
    { id: 'unfold-all', label: t.unfoldAll, group: groups.flow, icon: 'chevrons-up-down', keys: 'Alt ]', run: () => foldAll(false) }, // prettier-ignore
    show('left-pane', panes.leftOpen.value ? t.hideLeft : t.showLeft, icon('panel-left'), '[', () => (panes.leftOpen.value = !panes.leftOpen.value)), // prettier-ignore
    show('inspector', panes.inspectorOpen.value ? t.hideInspector : t.showInspector, icon('panel-right'), ']', () => (panes.inspectorOpen.value = !panes.inspectorOpen.value)), // prettier-ignore
    show(
      'drawer',
      t.drawer,
      icon('panel-bottom'),
      '`',
      () => (panes.drawerOpen.value = !panes.drawerOpen.value),
    ),
    show('heat', heatWords().toggle, icon('flame'), 'Alt X', () => (editor.showHeat = !editor.showHeat)),
    show('tour', tourWords().again, icon('map'), 'Alt C', () => frame.tour()),
    show('tab-app', t.paneApp, icon('folder'), 'Alt Q', () => leftTab('app')),
    show('tab-outline', t.paneOutline, icon('list-tree'), 'Alt O', () => leftTab('outline')),
    show('tab-add', t.paneAdd, icon('blocks'), 'Alt A', () => leftTab('add')),
    ...goTo(),
  ]

  function openInspector(): void {
    panes.inspectorOpen.value = true
    focusFirst('[data-pane=inspector] input, [data-pane=inspector] button')
  }
  function fold(): void {
    if (step) view.fold(step.id, !view.isFolded(step.id))
  }
  function foldAll(folded: boolean): void {
    if (flow) for (const found of stepsOfFlow(flow)) if (found.step.branches) view.fold(found.step.id, folded)
  }
  function leftTab(tab: 'app' | 'outline' | 'add'): void {
    panes.leftTab.value = tab
    panes.leftOpen.value = true
    focusFirst('[data-pane=left] [role=tree], [data-pane=left] input')
  }
  /** Flows and steps by name: the palette finds them. */
  function goTo(): Action[] {
    const flows = document.app.flows.map((one): Action => ({ id: `flow-${one.id}`, label: t.goToFlow(one.name), group: groups.go, icon: 'workflow', run: () => view.showFlow(one.id) })) // prettier-ignore
    const steps = document.app.flows.flatMap((one) => [...stepsOfFlow(one)]).map(({ step: target }): Action => ({ id: `step-${target.id}`, label: t.goToStep(target.name), group: groups.go, icon: definition(target.component)?.icon ?? 'circle-question-mark', run: () => { view.reveal(target.id); view.select(target.id) } })) // prettier-ignore
    return [...flows, ...steps]
  }
}

/** Frames in which a part of the studio that is loaded when it is needed is waited for. */
const PATIENCE = 60

/** Puts the focus on the first of these as soon as it is there. */
function focusFirst(selector: string, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const found = globalThis.document.querySelector<HTMLElement>(selector)
    if (found) found.focus()
    else if (frames > 0) focusFirst(selector, frames - 1)
  })
}
