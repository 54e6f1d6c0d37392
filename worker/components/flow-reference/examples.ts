// Examples of flow-reference: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'A flow that is not there',
      zh: '流不存在',
    },
    step: {
      component: 'flow-reference',
      name: 'flow-reference',
      config: {
        flow: 'nowhere1',
      },
    },
    input: {},
    fault: 'CORE:NO_FLOW',
  },
  {
    title: {
      en: 'Caught where it is called',
      zh: '在调用处捕获',
    },
    step: {
      component: 'try',
      name: 'try',
      config: {},
      branches: [
        {
          id: 'branch85',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example84',
              component: 'flow-reference',
              version: 1,
              name: 'flow-reference',
              config: {
                flow: 'nowhere1',
              },
            },
          ],
        },
        {
          id: 'branch87',
          role: 'catch',
          config: {
            errors: 'CORE:NO_FLOW',
          },
          steps: [
            {
              id: 'example86',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'no such flow',
              },
            },
          ],
        },
      ],
    },
    input: {},
    output: {
      payload: 'no such flow',
    },
  },
]
export default examples
