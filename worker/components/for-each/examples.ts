// Examples of for-each: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Add up a list',
      zh: '列表求和',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {
        items: {
          mode: 'expression',
          source: "msg.payload['lines']",
        },
      },
      branches: [
        {
          id: 'branch28',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example27',
              component: 'set-variable',
              version: 1,
              name: 'set-variable',
              config: {
                name: 'total',
                value: {
                  mode: 'expression',
                  source: "msg.vars.get('total', 0) + msg.payload['price']",
                },
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: {
        lines: [
          {
            price: 3,
          },
          {
            price: 4,
          },
        ],
      },
    },
    output: {
      payload: {
        lines: [
          {
            price: 3,
          },
          {
            price: 4,
          },
        ],
      },
      variables: {
        total: 7,
      },
    },
  },
  {
    title: {
      en: 'A dict gives its values',
      zh: '字典取各值',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch31',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example30',
              component: 'set-variable',
              version: 1,
              name: 'set-variable',
              config: {
                name: 'seen',
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
      payload: {
        a: 1,
        b: 2,
      },
    },
    output: {
      payload: {
        a: 1,
        b: 2,
      },
      variables: {
        seen: [1, 2],
      },
    },
  },
  {
    title: {
      en: 'None cannot be looped over',
      zh: 'None 不能遍历',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch33',
          role: 'body',
          config: {},
          steps: [],
        },
      ],
    },
    input: {
      payload: null,
    },
    fault: 'CORE:TYPE',
  },
]
export default examples
