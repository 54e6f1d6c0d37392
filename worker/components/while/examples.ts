// Examples of while: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Count up',
      zh: '计数',
    },
    step: {
      component: 'while',
      name: 'while',
      config: {
        condition: {
          mode: 'expression',
          source: "msg.vars['n'] < 3",
        },
      },
      branches: [
        {
          id: 'branch36',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example35',
              component: 'set-variable',
              version: 1,
              name: 'set-variable',
              config: {
                name: 'n',
                value: {
                  mode: 'expression',
                  source: "msg.vars['n'] + 1",
                },
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: 'kept',
      variables: {
        n: 0,
      },
    },
    output: {
      payload: 'kept',
      variables: {
        n: 3,
      },
    },
  },
  {
    title: {
      en: 'False from the start: no round',
      zh: '一开始即为假：不执行',
    },
    step: {
      component: 'while',
      name: 'while',
      config: {
        condition: {
          mode: 'expression',
          source: 'False',
        },
      },
      branches: [
        {
          id: 'branch39',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example38',
              component: 'raise-error',
              version: 1,
              name: 'raise-error',
              config: {
                type: 'NOT:HERE',
                description: 'no',
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
