// The examples that Home offers: found by their folder.
import type { Template } from '../../worker/model/template.ts'
import { allSteps } from '../../worker/model/walk.ts'

const found = import.meta.glob<Template>('../../worker/templates/*/template.ts', {
  eager: true,
  import: 'default',
})

/** The smallest first: it teaches the most in the least time. */
export const templates: Template[] = Object.values(found).sort((a, b) => steps(a) - steps(b))

function steps(template: Template): number {
  return [...allSteps(template.app)].length
}
