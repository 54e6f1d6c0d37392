// Ways through the tree of an App: every step with the place where it stands.
import type { App, Branch, Flow, Step } from './app.ts'

export interface Found {
  step: Step
  flow: Flow
  /** The branch that holds it; absent at the top of the flow. */
  branch?: Branch
  /** The scope of that branch. */
  scope?: Step
  /** Place in its list; -1 for the trigger. */
  index: number
}

/** Every step of a flow, trigger first, in the order they stand; a scope before its contents. */
export function* stepsOfFlow(flow: Flow): Generator<Found> {
  if (flow.trigger) yield { step: flow.trigger, flow, index: -1 }
  yield* inList(flow, flow.steps)
}

export function* allSteps(app: App): Generator<Found> {
  for (const flow of app.flows) yield* stepsOfFlow(flow)
}

/** The steps of a list and all that is inside them. */
export function* within(steps: readonly Step[]): Generator<Step> {
  for (const step of steps) {
    yield step
    for (const branch of step.branches ?? []) yield* within(branch.steps)
  }
}

export function findStep(app: App, id: string): Found | undefined {
  for (const found of allSteps(app)) if (found.step.id === id) return found
  return undefined
}

export function findBranch(app: App, id: string): { branch: Branch; scope: Step; flow: Flow } | undefined {
  for (const { step, flow } of allSteps(app)) {
    const branch = step.branches?.find((b) => b.id === id)
    if (branch) return { branch, scope: step, flow }
  }
  return undefined
}

/** The scopes around a step, innermost first. */
export function scopesAround(app: App, id: string): Step[] {
  const scopes: Step[] = []
  for (let found = findStep(app, id); found?.scope; found = findStep(app, found.scope.id))
    scopes.push(found.scope)
  return scopes
}

function* inList(flow: Flow, steps: readonly Step[], branch?: Branch, scope?: Step): Generator<Found> {
  for (const [index, step] of steps.entries()) {
    yield { step, flow, branch, scope, index }
    for (const inner of step.branches ?? []) yield* inList(flow, inner.steps, inner, step)
  }
}
