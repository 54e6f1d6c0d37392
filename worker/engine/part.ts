// A part of a flow that runs alone: one step, or the steps of one round.
import { fault } from '../model/fault.ts'
import type { PlannedFlow, PlannedStep } from './plan.ts'

/** The planned steps with these ids, neighbours of one list. Throws CORE:NO_STEP when they are not there. */
export function partOf(plan: PlannedFlow, ids: readonly string[]): readonly PlannedStep[] {
  const found = listWith(plan.steps, ids[0]!) ?? (plan.trigger?.step.id === ids[0] ? [plan.trigger!] : [])
  const part = found.filter(({ step }) => ids.includes(step.id))
  if (part.length === ids.length) return part
  throw fault('CORE:NO_STEP', `The flow ${plan.flow.name} has no such steps beside each other.`, {
    data: { steps: ids },
  })
}

function listWith(steps: readonly PlannedStep[], id: string): readonly PlannedStep[] | undefined {
  if (steps.some(({ step }) => step.id === id)) return steps
  for (const { branches } of steps)
    for (const branch of branches.values()) {
      const found = listWith(branch.steps, id)
      if (found) return found
    }
  return undefined
}
