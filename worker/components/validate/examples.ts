// Examples of validate: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const order = JSON.stringify(
  {
    type: 'object',
    required: ['id', 'lines'],
    properties: {
      id: { type: 'string', pattern: '^A-' },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { qty: { type: 'integer', minimum: 1 } } },
      },
    },
  },
  null,
  2,
)

const examples: Example[] = [
  {
    title: { en: 'An order that fits passes', zh: '符合的订单放行' },
    step: { component: 'validate', name: 'validate', config: { schema: order } },
    input: { payload: { id: 'A-1', lines: [{ qty: 2 }] } },
    output: { payload: { id: 'A-1', lines: [{ qty: 2 }] } },
  },
  {
    title: { en: 'One that does not is an error', zh: '不符合则报错' },
    step: { component: 'validate', name: 'validate', config: { schema: order } },
    input: { payload: { id: 'B-1', lines: [{ qty: 0 }] } },
    fault: 'CORE:INVALID',
  },
]
export default examples
