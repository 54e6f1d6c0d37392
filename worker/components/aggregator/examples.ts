// Examples of aggregator: shown in its docs, run as tests.
import type { Step } from '../../model/app.ts'
import type { Example } from '../../model/definition.ts'

const inside = (id: string, config: Step['config'], steps: Step[]): Step => ({
  id: `example${id}`,
  component: 'aggregator',
  version: 1,
  name: 'aggregator',
  config,
  branches: [{ id: `inner${id}`, role: 'body', config: {}, steps }],
})
const sum: Step = {
  id: 'examplesum',
  component: 'set-payload',
  version: 1,
  name: 'set-payload',
  config: {
    value: { mode: 'expression', source: "['all', msg.payload, msg.vars['aggregate']['complete']]" },
  },
}

const examples: Example[] = [
  {
    title: { en: 'The parts of a Splitter come together', zh: '集齐 Splitter 的各部分' },
    step: {
      component: 'splitter',
      name: 'splitter',
      config: {},
      branches: [{ id: 'branch1', role: 'body', config: {}, steps: [inside('1', {}, [sum])] }],
    },
    input: { payload: ['a', 'b'] },
    output: { payload: ['a', ['all', ['a', 'b'], true]] },
  },
  {
    title: { en: 'Two of each customer', zh: '每个客户两条' },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch2',
          role: 'body',
          config: {},
          steps: [
            inside(
              '2',
              { key: { mode: 'expression', source: "msg.payload['customer']" }, size: 2, timeout: '0 s' },
              [
                {
                  id: 'exampleseen',
                  component: 'set-variable',
                  version: 1,
                  name: 'set-variable',
                  config: {
                    name: 'pairs',
                    value: { mode: 'expression', source: "[o['id'] for o in msg.payload]" },
                    operation: 'append',
                  },
                },
              ],
            ),
          ],
        },
      ],
    },
    input: { payload: [{ id: 1, customer: 'A' }, { id: 2, customer: 'B' }, { id: 3, customer: 'A' }] }, // prettier-ignore
    output: {
      variables: { pairs: [[1, 3]], aggregate: { key: 'A', count: 2, complete: true }, aggregated: true },
    },
  },
]
export default examples
