// Examples of resequencer: shown in its docs, run as tests.
import type { Step } from '../../model/app.ts'
import type { Example } from '../../model/definition.ts'

const byNumber: Step['config'] = { number: { mode: 'expression', source: 'msg.payload' } }
const inOrder = (id: string, config: Step['config']): Step => ({
  id: `example${id}`,
  component: 'resequencer',
  version: 1,
  name: 'resequencer',
  config,
  branches: [
    {
      id: `inner${id}`,
      role: 'body',
      config: {},
      steps: [
        {
          id: `seen${id}`,
          component: 'set-variable',
          version: 1,
          name: 'set-variable',
          config: { name: 'seen', value: { mode: 'expression', source: 'msg.payload' }, operation: 'append' },
        },
      ],
    },
  ],
})
const each = (id: string, config: Step['config']): Example['step'] => ({
  component: 'for-each',
  name: 'for-each',
  config: {},
  branches: [{ id: `branch${id}`, role: 'body', config: {}, steps: [inOrder(id, config)] }],
})

const examples: Example[] = [
  {
    title: { en: 'A gap is given up after its time', zh: '缺号超时后继续' },
    step: each('1', { ...byNumber, timeout: '0 s' }),
    input: { payload: [0, 2, 1, 3] },
    output: { variables: { seen: [0, 2, 3], late: false } },
  },
  {
    title: { en: 'A gap that is an error', zh: '缺号视为错误' },
    step: each('2', { ...byNumber, timeout: '0 s', gap: 'error' }),
    input: { payload: [0, 2] },
    fault: 'CORE:GAP',
  },
]
export default examples
