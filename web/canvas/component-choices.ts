// The components as rows of quick-add and palette: recent ones first, then by group; the operations of each application and
// protocol come last, in a group of their own.
import { definitions } from '../../worker/definitions.ts'
import type { ComponentDefinition, Group } from '../../worker/model/definition.ts'
import { canvasWords } from '../text/canvas.ts'
import { say } from '../text/language.svelte.ts'

export interface ComponentChoice {
  id: string
  label: string
  group: string
  words: string
  definition: ComponentDefinition
}

const order: Group[] = ['connector', 'data', 'flow', 'errors', 'parallel', 'function', 'trigger']

/** `recent` are put first, in a group of their own. */
export function componentChoices(
  kind: 'trigger' | 'step' | 'all',
  recent: readonly string[] = [],
): ComponentChoice[] {
  const t = canvasWords()
  const all = [...definitions.values()].filter(
    (one) => kind === 'all' || (kind === 'trigger') === (one.kind === 'trigger'),
  )
  const choice = (definition: ComponentDefinition, group: string): ComponentChoice => ({
    id: definition.id,
    label: say(definition.label),
    group,
    words: `${definition.label.en} ${definition.label.zh} ${definition.keywords ?? ''} ${definition.id}`,
    definition,
  })
  const first = recent.flatMap((id) => all.filter((one) => one.id === id))
  const rest = all
    .filter((one) => !first.includes(one))
    .sort(
      (a, b) => Number(!!a.family) - Number(!!b.family) || order.indexOf(a.group) - order.indexOf(b.group),
    )
  return [
    ...first.map((one) => choice(one, t.recent)),
    ...rest.map((one) => choice(one, one.family ? say(one.family) : t.groups[one.group])),
  ]
}
