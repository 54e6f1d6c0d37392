// Commands on the branches of a scope. The definition's rules say how many there may be; the studio asks before.
import type { App, Branch, FieldValue } from '../app.ts'
import type { ComponentDefinition } from '../definition.ts'
import { editBranch, editStep, inserted } from './edit.ts'
import { withField } from './steps.ts'

/** Adds a branch after the last one of its role, so that `otherwise` stays last. */
export function addBranch(app: App, step: string, branch: Branch): App {
  return editStep(app, step, (old) => {
    const branches = old.branches ?? []
    const same = branches.findLastIndex((b) => b.role === branch.role)
    return { ...old, branches: inserted(branches, same < 0 ? branches.length : same + 1, [branch]) }
  })
}

export function deleteBranch(app: App, step: string, branch: string): App {
  return editStep(app, step, (old) => ({ ...old, branches: old.branches?.filter((b) => b.id !== branch) }))
}

/** Moves a branch among those of its role; `by` -1 is one up. At the end it stays. */
export function moveBranch(app: App, step: string, branch: string, by: -1 | 1): App {
  return editStep(app, step, (old) => {
    const branches = [...(old.branches ?? [])]
    const from = branches.findIndex((b) => b.id === branch)
    const to = from + by
    if (from < 0 || branches[to]?.role !== branches[from]!.role) return old
    ;[branches[from], branches[to]] = [branches[to]!, branches[from]!]
    return { ...old, branches }
  })
}

export function setBranchField(app: App, branch: string, field: string, value: FieldValue | undefined): App {
  return editBranch(app, branch, (old) => ({ ...old, config: withField(old.config, field, value) }))
}

/** Whether the rules allow one branch more, or one less, of a role. */
export function mayAddBranch(
  definition: ComponentDefinition,
  branches: readonly Branch[],
  role: string,
): boolean {
  const rule = definition.branches?.find((r) => r.role === role)
  return rule !== undefined && (rule.max === undefined || countOf(branches, role) < rule.max)
}
export function mayDeleteBranch(
  definition: ComponentDefinition,
  branches: readonly Branch[],
  role: string,
): boolean {
  const rule = definition.branches?.find((r) => r.role === role)
  return rule !== undefined && countOf(branches, role) > rule.min
}

function countOf(branches: readonly Branch[], role: string): number {
  return branches.filter((branch) => branch.role === role).length
}
