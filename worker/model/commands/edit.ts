// The few moves every command is made of. They give a new App that shares with the old one all that did not change;
// a flow, step or branch that is not there leaves the App as it is.
import type { App, Branch, Flow, Step } from '../app.ts'

/** A gap between steps: `index` 0 is before the first one. Without `branch` it is the top of the flow. */
export interface Gap {
  flow: string
  branch?: string
  index: number
}

export function editFlow(app: App, id: string, change: (flow: Flow) => Flow): App {
  const flows = mapped(app.flows, (flow) => (flow.id === id ? change(flow) : flow))
  return flows === app.flows ? app : { ...app, flows }
}

/** Changes a step wherever it stands, a trigger too. */
export function editStep(app: App, id: string, change: (step: Step) => Step): App {
  return editFlows(app, (flow) => {
    if (flow.trigger?.id === id) return { ...flow, trigger: change(flow.trigger) }
    const steps = stepsIn(flow.steps, (step) => (step.id === id ? change(step) : step))
    return steps === flow.steps ? flow : { ...flow, steps }
  })
}

export function editBranch(app: App, id: string, change: (branch: Branch) => Branch): App {
  return editSteps(app, (step) => {
    if (!step.branches?.some((branch) => branch.id === id)) return step
    return {
      ...step,
      branches: mapped(step.branches, (branch) => (branch.id === id ? change(branch) : branch)),
    }
  })
}

/** Changes the list of steps that a gap is in. */
export function editList(app: App, gap: Omit<Gap, 'index'>, change: (steps: Step[]) => Step[]): App {
  if (gap.branch === undefined)
    return editFlow(app, gap.flow, (flow) => ({ ...flow, steps: change(flow.steps) }))
  return editBranch(app, gap.branch, (branch) => ({ ...branch, steps: change(branch.steps) }))
}

/** Offers every step of every flow but the triggers to `change`, a scope after its contents. */
export function editSteps(app: App, change: (step: Step) => Step): App {
  return editFlows(app, (flow) => {
    const steps = stepsIn(flow.steps, change)
    return steps === flow.steps ? flow : { ...flow, steps }
  })
}

/** Takes steps out, wherever they stand; what came before and after them closes up. */
export function withoutSteps(app: App, ids: ReadonlySet<string>): App {
  const keep = (steps: Step[]): Step[] => {
    const kept = steps.some((step) => ids.has(step.id)) ? steps.filter((step) => !ids.has(step.id)) : steps
    return mapped(kept, (step) => {
      if (!step.branches) return step
      const branches = mapped(step.branches, (branch) => {
        const inner = keep(branch.steps)
        return inner === branch.steps ? branch : { ...branch, steps: inner }
      })
      return branches === step.branches ? step : { ...step, branches }
    })
  }
  return editFlows(app, (flow) => {
    const steps = keep(flow.steps)
    const { trigger, ...rest } = flow
    if (trigger && ids.has(trigger.id)) return { ...rest, steps }
    return steps === flow.steps ? flow : { ...flow, steps }
  })
}

export function inserted<T>(list: readonly T[], index: number, items: readonly T[]): T[] {
  return [...list.slice(0, index), ...items, ...list.slice(index)]
}

/** `map` that gives the same array when nothing in it changed. */
export function mapped<T>(list: T[], change: (item: T) => T): T[] {
  let same = true
  const next = list.map((item) => {
    const changed = change(item)
    if (changed !== item) same = false
    return changed
  })
  return same ? list : next
}

function editFlows(app: App, change: (flow: Flow) => Flow): App {
  const flows = mapped(app.flows, change)
  return flows === app.flows ? app : { ...app, flows }
}

function stepsIn(steps: Step[], change: (step: Step) => Step): Step[] {
  return mapped(steps, (step) => {
    if (!step.branches) return change(step)
    const branches = mapped(step.branches, (branch) => {
      const inner = stepsIn(branch.steps, change)
      return inner === branch.steps ? branch : { ...branch, steps: inner }
    })
    return change(branches === step.branches ? step : { ...step, branches })
  })
}
