// Examples of async: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'The flow goes on with the same message',
      zh: '流以原消息继续',
    },
    step: {
      component: 'async',
      name: 'async',
      config: {},
      branches: [
        {
          id: 'branch3',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example1',
              component: 'set-variable',
              version: 1,
              name: 'set-variable',
              config: {
                name: 'x',
                value: 1,
              },
            },
            {
              id: 'example2',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'inside',
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: 'same',
    },
    output: {
      payload: 'same',
      variables: {},
    },
  },
  {
    title: {
      en: 'An error inside does not come back',
      zh: '内部错误不会返回',
    },
    step: {
      component: 'async',
      name: 'async',
      config: {},
      branches: [
        {
          id: 'branch6',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example5',
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
      payload: 1,
    },
    output: {
      payload: 1,
    },
  },
]
export default examples
