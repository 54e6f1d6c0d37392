// The flow as rows of a tree: trigger, steps, and under each scope its branches with their steps. Pure.
import type { Branch, Flow, Step } from '../../worker/model/app.ts'
import type { Gap } from '../../worker/model/commands/edit.ts'

export type OutlineRow =
  | { kind: 'step'; id: string; step: Step; level: number; at: number; of: number; gap?: Gap; hasChildren: boolean; open: boolean } // prettier-ignore
  | {
      kind: 'branch'
      id: string
      branch: Branch
      scope: Step
      level: number
      at: number
      of: number
      gap: Gap
    }

/** `gap` of a step is the place right after it, of a branch its beginning. Bodies have no row of their own. */
export function outlineRows(flow: Flow, folded: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = []
  const top = flow.trigger ? [flow.trigger, ...flow.steps] : flow.steps
  const visit = (steps: readonly Step[], level: number, branch: string | undefined, offset: number): void => {
    for (const [i, step] of steps.entries()) {
      const open = step.branches !== undefined && !folded.has(step.id)
      const gap = { flow: flow.id, branch, index: i + 1 - offset }
      rows.push({ kind: 'step', id: step.id, step, level, at: i + 1, of: steps.length, gap, hasChildren: step.branches !== undefined, open }) // prettier-ignore
      if (open) lanes(step, level + 1)
    }
  }
  const lanes = (scope: Step, level: number): void => {
    const branches = scope.branches!
    for (const [i, branch] of branches.entries()) {
      if (branch.role === 'body' && branch.steps.length > 0) {
        visit(branch.steps, level, branch.id, 0)
        continue
      }
      const gap = { flow: flow.id, branch: branch.id, index: 0 }
      rows.push({ kind: 'branch', id: branch.id, branch, scope, level, at: i + 1, of: branches.length, gap })
      visit(branch.steps, level + 1, branch.id, 0)
    }
  }
  visit(top, 1, undefined, flow.trigger ? 1 : 0)
  return rows
}
