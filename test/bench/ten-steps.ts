// An app with ten mixed steps, for measuring what the engine itself costs: set, expression, choice, for-each of three, log.
import { emptyApp, type App, type Branch, type FieldValue, type Step } from '../../worker/model/app.ts'

/** What each message brings. */
export const order = new TextEncoder().encode(
  '{"id": 7, "price": 12.5, "qty": 9, "tags": ["a", "b", "c"], "note": "ring twice"}',
)

const expression = (source: string): FieldValue => ({ mode: 'expression', source })
let ids = 0
const id = (): string => `s${String(ids++).padStart(7, '0')}`

function step(component: string, config: Step['config'], branches?: Branch[]): Step {
  return { id: id(), component, version: 1, name: component, config, ...(branches ? { branches } : {}) }
}
function branch(role: string, steps: Step[], config: Branch['config'] = {}): Branch {
  return { id: id(), role, config, steps }
}

export function tenSteps(): App {
  const steps: Step[] = [
    step('set-variable', { name: 'id', value: expression("msg.payload['id']") }),
    step('set-variable', { name: 'total', value: expression("msg.payload['price'] * msg.payload['qty']") }),
    step('choice', {}, [
      branch('when', [step('set-variable', { name: 'size', value: 'large' })], {
        condition: expression("msg.vars['total'] > 100"),
      }),
      branch('otherwise', [step('set-variable', { name: 'size', value: 'small' })]),
    ]),
    step('for-each', { items: expression("msg.payload['tags']") }, [
      branch('body', [step('set-variable', { name: 'last', value: expression('msg.payload') })]),
    ]),
    step('set-payload', {
      value: expression("{'id': msg.vars['id'], 'total': msg.vars['total'], 'size': msg.vars['size']}"),
    }),
    step('logger', { level: 'DEBUG', content: { mode: 'text', source: "order {{msg.vars['id']}}" } }),
    step('remove-variable', { name: 'last' }),
    step('transform', { payload: expression("msg.payload | {'done': True}") }),
  ]
  return {
    ...emptyApp('bench000', 'Ten steps'),
    flows: [
      { id: 'benchf10', name: 'Ten steps', trigger: step('manual', {}), steps, samples: [], settings: {} },
    ],
  }
}
