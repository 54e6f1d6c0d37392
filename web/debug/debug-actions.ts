// The actions of debugging, with their keys.
import type { Action } from '../commands/action.svelte.ts'
import type { Editor } from '../state/editor.svelte.ts'
import { icon } from '../ui/icon-name.ts'
import { debugWords } from './words.ts'

export function debugActions({ debugging, run, step, flow, view }: Editor, group: string): Action[] {
  const t = debugWords()
  const noStep = step ? undefined : t.noStep
  const isTrigger = step !== undefined && flow?.trigger?.id === step.id
  const notPaused = run.paused ? undefined : t.notPaused
  const action = (id: string, label: string, name: string, keys: string, why: string | undefined, go: () => void): Action => ({ id, label, group, icon: name, keys, why, run: go }) // prettier-ignore
  const onFlow = (one: Action): Action => ({ ...one, onFlow: true })
  return [
    onFlow(action('breakpoint', t.toggleBreakpoint, icon('circle-dot'), 'B', noStep, () => view.selected.forEach((id) => debugging.breakpoints.toggle(id)))), // prettier-ignore
    action('clear-breakpoints', t.clearBreakpoints, icon('circle-off'), 'Alt B', debugging.breakpoints.list.length > 0 ? undefined : t.noBreakpoints, () => debugging.breakpoints.clear()), // prettier-ignore
    onFlow(action('mock', t.toggleMock, icon('pin'), 'M', isTrigger ? t.noStep : noStep, () => step && void debugging.toggleMock(step))), // prettier-ignore
    action('run-from', t.runFromLong, icon('arrow-down-from-line'), 'Alt G', debugging.whyNotStep(step), () => step && debugging.runFrom(step)), // prettier-ignore
    action('branch-from', t.branchFromLong, icon('git-branch'), 'Alt Shift G', debugging.whyNotBranch(step), () => step && void debugging.editFrom(step)), // prettier-ignore
    action('run-step', t.runStepLong, icon('play'), 'Alt Enter', debugging.whyNotStep(step), () => step && debugging.runStep(step)), // prettier-ignore
    action('run-round', t.runRoundLong, icon('repeat-1'), 'Alt R', debugging.whyNotRound(step), () => step && debugging.runRound(step)), // prettier-ignore
    action('go-on', t.goOn, icon('play'), 'F8', notPaused, () => void debugging.goOn('continue')),
    action('step-over', t.stepOver, icon('redo-dot'), 'F10', notPaused, () => void debugging.goOn('over')),
    action('step-into', t.stepInto, icon('arrow-down-to-dot'), 'Shift F10', notPaused, () => void debugging.goOn('into')), // prettier-ignore
    action(
      'edit-message',
      t.editMessage,
      icon('pencil'),
      'Alt E',
      notPaused,
      () => void debugging.editMessage(),
    ),
  ].map((one) => (one.id === 'go-on' && notPaused ? { ...one, keys: undefined } : one))
}
