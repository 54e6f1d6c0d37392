// What a branch is called on the canvas and in what is told of a run: by its role, `when`, or by what its scope calls it, `Each`.
import { definition } from '../../worker/definitions.ts'
import type { Branch, Step } from '../../worker/model/app.ts'
import { canvasWords } from '../text/canvas.ts'
import { say } from '../text/language.svelte.ts'

export function branchWord({ role }: Branch, scope: Step): string {
  if (role === 'when' || role === 'otherwise' || role === 'catch') return canvasWords()[role]
  const rule = definition(scope.component)?.branches?.find((one) => one.role === role)
  return rule ? say(rule.label) : role
}
