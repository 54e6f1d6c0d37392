// Commands on steps: add, move, delete with healing, duplicate, wrap, and what a step says of itself.
import type { App, FieldValue, Step } from '../app.ts'
import { newId, type RandomBytes } from '../id.ts'
import { withNewIds } from '../new-step.ts'
import { allSteps, findBranch, findStep, within } from '../walk.ts'
import { editFlow, editList, editStep, inserted, withoutSteps, type Gap } from './edit.ts'

export function addSteps(app: App, gap: Gap, steps: readonly Step[]): App {
  return editList(app, gap, (list) => inserted(list, gap.index, steps))
}

/**
 * Moves steps, in the order they stand, into a gap of the App as it is now. A gap inside one of the moved steps, or one
 * that is not there, changes nothing.
 */
export function moveSteps(app: App, ids: readonly string[], gap: Gap): App {
  const chosen = outermost(app, ids)
  if (chosen.length === 0 || !listOf(app, gap) || isInside(chosen, gap)) return app
  const before = listOf(app, gap)!
    .slice(0, gap.index)
    .filter((step) => chosen.includes(step)).length
  const gone = withoutSteps(app, new Set(chosen.map((step) => step.id)))
  return addSteps(gone, { ...gap, index: gap.index - before }, chosen)
}

/** Deletes steps with all that is in them; a trigger too. */
export function deleteSteps(app: App, ids: readonly string[]): App {
  return withoutSteps(app, new Set(ids))
}

/** Deletes a scope but leaves the steps of its branches, one branch after another, in its place. */
export function unwrapStep(app: App, id: string): App {
  const found = findStep(app, id)
  if (!found || found.index < 0) return app
  const contents = (found.step.branches ?? []).flatMap((branch) => branch.steps)
  const gap = { flow: found.flow.id, branch: found.branch?.id }
  return editList(app, gap, (list) => list.flatMap((step) => (step.id === id ? contents : [step])))
}

/** Puts neighbouring steps into the first branch of a new scope that takes their place. */
export function wrapSteps(app: App, ids: readonly string[], scope: Step): App {
  const chosen = outermost(app, ids)
  const first = chosen[0] && findStep(app, chosen[0].id)
  const [branch, ...others] = scope.branches ?? []
  if (!first || !branch || first.index < 0) return app
  const filled: Step = { ...scope, branches: [{ ...branch, steps: chosen }, ...others] }
  const gap = { flow: first.flow.id, branch: first.branch?.id }
  const placed = editList(app, gap, (list) => inserted(list, first.index, [{ ...filled, id: PLACEHOLDER }]))
  const moved = withoutSteps(placed, new Set(chosen.map((step) => step.id)))
  return editStep(moved, PLACEHOLDER, () => filled)
}

/** Copies of steps, each right after the last chosen one of its list. Gives the ids of the copies too. */
export function duplicateSteps(
  app: App,
  ids: readonly string[],
  random?: RandomBytes,
): { app: App; ids: string[] } {
  const chosen = outermost(app, ids)
  const last = chosen.at(-1) && findStep(app, chosen.at(-1)!.id)
  if (!last || last.index < 0) return { app, ids: [] }
  const copies = withNewIds(chosen, random)
  const gap = { flow: last.flow.id, branch: last.branch?.id, index: last.index + 1 }
  return { app: addSteps(app, gap, copies), ids: copies.map((step) => step.id) }
}

/** Sets a field; `undefined` puts it back to its default. */
export function setField(app: App, step: string, field: string, value: FieldValue | undefined): App {
  return editStep(app, step, (old) => ({ ...old, config: withField(old.config, field, value) }))
}

export function withField<T>(
  config: Record<string, T>,
  field: string,
  value: T | undefined,
): Record<string, T> {
  const { [field]: _old, ...rest } = config
  return value === undefined ? rest : { ...config, [field]: value }
}

export function renameStep(app: App, step: string, name: string): App {
  return editStep(app, step, (old) => ({ ...old, name }))
}

/** An empty note is no note. */
export function setNote(app: App, step: string, note: string): App {
  return editStep(app, step, ({ note: _old, ...rest }) => (note ? { ...rest, note } : rest))
}

/** Empty: no type. */
export function setPayloadType(app: App, step: string, type: string): App {
  return editStep(app, step, ({ payloadType: _old, ...rest }) =>
    type ? { ...rest, payloadType: type } : rest,
  )
}

export function setDisabled(app: App, steps: readonly string[], disabled: boolean): App {
  return steps.reduce(
    (now, id) =>
      editStep(now, id, ({ disabled: _old, ...rest }) => (disabled ? { ...rest, disabled: true } : rest)),
    app,
  )
}

export function setConnection(app: App, step: string, connection: string | undefined): App {
  return editStep(app, step, ({ connection: _old, ...rest }) => (connection ? { ...rest, connection } : rest))
}

/** Makes a sub-flow of steps and leaves a Flow Reference (given by the caller, its `flow` field set here) in their place. */
export function extractFlow(app: App, ids: readonly string[], name: string, reference: Step): App {
  const chosen = outermost(app, ids)
  const first = chosen[0] && findStep(app, chosen[0].id)
  if (!first || first.index < 0) return app
  const flow = newId()
  const call: Step = { ...reference, config: { ...reference.config, flow } }
  const placed = addSteps(app, { flow: first.flow.id, branch: first.branch?.id, index: first.index }, [call])
  const moved = withoutSteps(placed, new Set(chosen.map((step) => step.id)))
  return { ...moved, flows: [...moved.flows, { id: flow, name, steps: chosen, samples: [], settings: {} }] }
}

/** Gives a flow its trigger, in place of the one it has. */
export function setTrigger(app: App, flow: string, trigger: Step | undefined): App {
  return editFlow(app, flow, ({ trigger: _old, ...rest }) => (trigger ? { ...rest, trigger } : rest))
}

/** The chosen steps in the order they stand, without those that are inside another chosen one, without triggers. */
export function outermost(app: App, ids: readonly string[]): Step[] {
  const wanted = new Set(ids)
  const chosen: Step[] = []
  const covered = new Set<string>()
  for (const { step, index } of allSteps(app)) {
    if (index < 0 || !wanted.has(step.id) || covered.has(step.id)) continue
    chosen.push(step)
    for (const inner of within([step])) covered.add(inner.id)
  }
  return chosen
}

// Not an id that newId can make.
const PLACEHOLDER = '????????'

function listOf(app: App, gap: Omit<Gap, 'index'>): Step[] | undefined {
  if (gap.branch !== undefined) return findBranch(app, gap.branch)?.branch.steps
  return app.flows.find((flow) => flow.id === gap.flow)?.steps
}

function isInside(steps: readonly Step[], gap: Gap): boolean {
  if (gap.branch === undefined) return false
  for (const step of within(steps)) if (step.branches?.some((branch) => branch.id === gap.branch)) return true
  return false
}
