// Examples of splitter: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'
import type { Step } from '../../model/app.ts'

const setPayload = (id: string, source: string): Step => ({
  id,
  component: 'set-payload',
  version: 1,
  name: 'set-payload',
  config: { value: { mode: 'expression', source } },
})

const examples: Example[] = [
  {
    title: { en: 'Each part knows its place', zh: '每个部分知道自己的序号' },
    step: {
      component: 'splitter',
      name: 'splitter',
      config: {},
      branches: [
        {
          id: 'branch1',
          role: 'body',
          config: {},
          steps: [setPayload('example1', "[msg.payload, msg.vars['partIndex'], msg.vars['partCount']]")],
        },
      ],
    },
    input: { payload: ['a', 'b'] },
    output: { payload: [['a', 0, 2], ['b', 1, 2]] }, // prettier-ignore
  },
  {
    title: { en: 'Errors collected', zh: '收集错误' },
    step: {
      component: 'splitter',
      name: 'splitter',
      config: { collectErrors: true },
      branches: [
        {
          id: 'branch2',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example2',
              component: 'raise-error',
              version: 1,
              name: 'raise-error',
              config: { type: 'A:B', description: 'x' },
            },
          ],
        },
      ],
    },
    input: { payload: [1] },
    output: { payload: [{ ok: false, error: { code: 'A:B', desc: 'x' } }] },
  },
]
export default examples
