// Examples of continue: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Outside a loop',
      zh: '循环之外',
    },
    step: {
      component: 'continue',
      name: 'continue',
      config: {},
    },
    input: {},
    fault: 'CORE:NO_LOOP',
  },
  {
    title: {
      en: 'Leave some out',
      zh: '跳过部分',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch55',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example53',
              component: 'choice',
              version: 1,
              name: 'choice',
              config: {},
              branches: [
                {
                  id: 'branch51',
                  role: 'when',
                  config: {
                    condition: {
                      mode: 'expression',
                      source: 'msg.payload < 0',
                    },
                  },
                  steps: [
                    {
                      id: 'example50',
                      component: 'continue',
                      version: 1,
                      name: 'continue',
                      config: {},
                    },
                  ],
                },
                {
                  id: 'branch52',
                  role: 'otherwise',
                  config: {},
                  steps: [],
                },
              ],
            },
            {
              id: 'example54',
              component: 'set-variable',
              version: 1,
              name: 'set-variable',
              config: {
                name: 'kept',
                value: {
                  mode: 'expression',
                  source: 'msg.payload',
                },
                operation: 'append',
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: [1, -2, 3],
    },
    output: {
      payload: [1, -2, 3],
      variables: {
        kept: [1, 3],
      },
    },
  },
]
export default examples
