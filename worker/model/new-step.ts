// Makes what a user adds: a step with the branches its definition asks for, a branch, a copy with new ids.
import type { Branch, Step } from './app.ts'
import type { BranchRule, ComponentDefinition } from './definition.ts'
import { newId, type RandomBytes } from './id.ts'

/** An empty step of a component. Fields are left out: their defaults come from the definition. */
export function newStep(definition: ComponentDefinition, name: string, random?: RandomBytes): Step {
  const step: Step = {
    id: newId(random),
    component: definition.id,
    version: definition.version,
    name,
    config: {},
  }
  if (!definition.branches) return step
  const branches = definition.branches.flatMap((rule) =>
    Array.from({ length: rule.min }, () => newBranch(rule, random)),
  )
  return { ...step, branches }
}

export function newBranch(rule: BranchRule, random?: RandomBytes): Branch {
  return { id: newId(random), role: rule.role, config: {}, steps: [] }
}

/** The same steps, inside and out, with ids of their own. */
export function withNewIds(steps: readonly Step[], random?: RandomBytes): Step[] {
  return steps.map((step) => ({
    ...step,
    id: newId(random),
    ...(step.branches && {
      branches: step.branches.map((branch) => ({
        ...branch,
        id: newId(random),
        steps: withNewIds(branch.steps, random),
      })),
    }),
  }))
}
