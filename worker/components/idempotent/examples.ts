// Examples of idempotent: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'A repeat passes over',
      zh: '重复时跳过',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch54',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example53',
              component: 'idempotent',
              version: 1,
              name: 'idempotent',
              config: {
                key: {
                  mode: 'expression',
                  source: 'msg.payload',
                },
              },
              branches: [
                {
                  id: 'branch52',
                  role: 'body',
                  config: {},
                  steps: [
                    {
                      id: 'example51',
                      component: 'set-variable',
                      version: 1,
                      name: 'set-variable',
                      config: {
                        name: 'done',
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
          ],
        },
      ],
    },
    input: {
      payload: ['a', 'b', 'a'],
    },
    output: {
      variables: {
        done: ['a', 'b'],
        repeated: true,
      },
    },
  },
  {
    title: {
      en: 'A repeat is an error',
      zh: '重复视为错误',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch58',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example57',
              component: 'idempotent',
              version: 1,
              name: 'idempotent',
              config: {
                key: {
                  mode: 'expression',
                  source: 'msg.payload',
                },
                repeat: 'error',
              },
              branches: [
                {
                  id: 'branch56',
                  role: 'body',
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
      payload: ['a', 'a'],
    },
    fault: 'CORE:DUPLICATE',
  },
]
export default examples
