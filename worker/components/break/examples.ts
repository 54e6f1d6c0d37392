// Examples of break: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Outside a loop',
      zh: '循环之外',
    },
    step: {
      component: 'break',
      name: 'break',
      config: {},
    },
    input: {},
    fault: 'CORE:NO_LOOP',
  },
  {
    title: {
      en: 'Find the first',
      zh: '找到第一个',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch47',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example46',
              component: 'choice',
              version: 1,
              name: 'choice',
              config: {},
              branches: [
                {
                  id: 'branch44',
                  role: 'when',
                  config: {
                    condition: {
                      mode: 'expression',
                      source: 'msg.payload > 2',
                    },
                  },
                  steps: [
                    {
                      id: 'example42',
                      component: 'set-variable',
                      version: 1,
                      name: 'set-variable',
                      config: {
                        name: 'found',
                        value: {
                          mode: 'expression',
                          source: 'msg.payload',
                        },
                      },
                    },
                    {
                      id: 'example43',
                      component: 'break',
                      version: 1,
                      name: 'break',
                      config: {},
                    },
                  ],
                },
                {
                  id: 'branch45',
                  role: 'otherwise',
                  config: {},
                  steps: [],
                },
              ],
            },
          ],
        },
      ],
    },
    input: {
      payload: [1, 2, 3, 4],
    },
    output: {
      payload: [1, 2, 3, 4],
      variables: {
        found: 3,
      },
    },
  },
]
export default examples
