// Examples of parallel-for-each: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Results in input order',
      zh: '结果按输入顺序',
    },
    step: {
      component: 'parallel-for-each',
      name: 'parallel-for-each',
      config: {},
      branches: [
        {
          id: 'branch12',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example10',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: {
                  mode: 'expression',
                  source: 'msg.payload * 10',
                },
              },
            },
            {
              id: 'example11',
              component: 'set-variable',
              version: 1,
              name: 'set-variable',
              config: {
                name: 'x',
                value: 1,
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: [1, 2, 3],
    },
    output: {
      payload: [10, 20, 30],
      variables: {},
    },
  },
  {
    title: {
      en: 'Collect errors',
      zh: '收集错误',
    },
    step: {
      component: 'parallel-for-each',
      name: 'parallel-for-each',
      config: {
        collectErrors: true,
      },
      branches: [
        {
          id: 'branch18',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example17',
              component: 'choice',
              version: 1,
              name: 'choice',
              config: {},
              branches: [
                {
                  id: 'branch15',
                  role: 'when',
                  config: {
                    condition: {
                      mode: 'expression',
                      source: 'msg.payload < 0',
                    },
                  },
                  steps: [
                    {
                      id: 'example14',
                      component: 'raise-error',
                      version: 1,
                      name: 'raise-error',
                      config: {
                        type: 'ORDER:INVALID',
                        description: 'negative',
                      },
                    },
                  ],
                },
                {
                  id: 'branch16',
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
      payload: [1, -2],
    },
    output: {
      payload: [
        {
          ok: true,
          value: 1,
        },
        {
          ok: false,
          error: {
            code: 'ORDER:INVALID',
            desc: 'negative',
          },
        },
      ],
    },
  },
  {
    title: {
      en: 'The first error is thrown',
      zh: '抛出第一个错误',
    },
    step: {
      component: 'parallel-for-each',
      name: 'parallel-for-each',
      config: {},
      branches: [
        {
          id: 'branch21',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example20',
              component: 'raise-error',
              version: 1,
              name: 'raise-error',
              config: {
                type: 'A:B',
                description: 'x',
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: [1, 2],
    },
    fault: 'A:B',
  },
]
export default examples
