// Which results of a past run no longer tell what the flow would give now, and why. Pure: compares the app that ran with
// the app that is open.
import type { App, Branch, Flow, Step } from '../../worker/model/app.ts'
import { mockOf } from '../../worker/model/commands/mocks.ts'
import { findStep } from '../../worker/model/walk.ts'

export interface Stale {
  /** `edited`: the step itself; `before`: a step that comes before it, so that it would get another message. */
  reason: 'edited' | 'before'
  /** For `before`: the name of that step. */
  by?: string
}

export function staleSteps(then: App, now: App, flow: Flow): ReadonlyMap<string, Stale> {
  const stale = new Map<string, Stale>()
  const before = then.flows.find((one) => one.id === flow.id)
  if (then === now || !before) return stale
  const walk = (
    steps: readonly Step[],
    old: readonly Step[],
    given: string | undefined,
  ): string | undefined => {
    let by = given
    for (const [index, step] of steps.entries()) {
      const was = findStep(then, step.id)?.step
      by ??= lostBefore(steps, old, index)
      if (!was) {
        by ??= step.name
        continue
      }
      const isEdited = differs(step, was, then, now)
      if (isEdited) stale.set(step.id, { reason: 'edited' })
      else if (by !== undefined) stale.set(step.id, { reason: 'before', by })
      let after = by ?? (isEdited ? step.name : undefined)
      for (const branch of step.branches ?? []) {
        const wasBranch = was.branches?.find((one) => one.id === branch.id)
        const cause = by ?? (isEdited || !wasBranch ? step.name : undefined)
        const inner = walk(branch.steps, wasBranch?.steps ?? [], cause)
        after ??= inner
      }
      by = after
    }
    return by ?? (old.length > steps.length ? lostBefore(steps, old, steps.length) : undefined)
  }
  const trigger = flow.trigger && before.trigger && differs(flow.trigger, before.trigger, then, now)
  if (trigger) stale.set(flow.trigger!.id, { reason: 'edited' })
  walk(flow.steps, before.steps, trigger ? flow.trigger!.name : undefined)
  return stale
}

/** The name of a step that stood right before the step at `index` and stands there no more. */
function lostBefore(steps: readonly Step[], old: readonly Step[], index: number): string | undefined {
  const at = index < steps.length ? old.findIndex((one) => one.id === steps[index]!.id) : old.length
  if (at <= 0) return undefined
  const previous = old[at - 1]!
  return previous.id === steps[index - 1]?.id || steps.slice(0, index).some((one) => one.id === previous.id)
    ? undefined
    : previous.name
}

function differs(step: Step, was: Step, then: App, now: App): boolean {
  return (
    step.config !== was.config ||
    step.component !== was.component ||
    step.disabled !== was.disabled ||
    connectionOf(now, step) !== connectionOf(then, was) ||
    mockOf(now, step.id) !== mockOf(then, was.id) ||
    branchesDiffer(step.branches, was.branches)
  )
}
function connectionOf(app: App, step: Step) {
  return app.connections.find((one) => one.id === step.connection)
}
function branchesDiffer(now: readonly Branch[] = [], then: readonly Branch[] = []): boolean {
  return now.length !== then.length || now.some((branch, i) => branch.config !== then[i]!.config)
}
