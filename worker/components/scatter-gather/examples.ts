// Examples of scatter-gather: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Two branches',
      zh: '两个分支',
    },
    step: {
      component: 'scatter-gather',
      name: 'scatter-gather',
      config: {},
      branches: [
        {
          id: 'branch24',
          role: 'worker',
          config: {},
          steps: [
            {
              id: 'example23',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'L',
              },
            },
          ],
        },
        {
          id: 'branch26',
          role: 'worker',
          config: {},
          steps: [
            {
              id: 'example25',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'R',
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: 0,
      variables: {
        kept: 1,
      },
    },
    output: {
      payload: {
        '1': 'L',
        '2': 'R',
      },
      variables: {
        kept: 1,
      },
    },
  },
  {
    title: {
      en: 'Branches read the message',
      zh: '分支读取消息',
    },
    step: {
      component: 'scatter-gather',
      name: 'scatter-gather',
      config: {},
      branches: [
        {
          id: 'branch29',
          role: 'worker',
          config: {},
          steps: [
            {
              id: 'example28',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: {
                  mode: 'expression',
                  source: "msg.payload['a'] + msg.vars['b']",
                },
              },
            },
          ],
        },
        {
          id: 'branch30',
          role: 'worker',
          config: {},
          steps: [],
        },
      ],
    },
    input: {
      payload: {
        a: 1,
      },
      variables: {
        b: 2,
      },
    },
    output: {
      payload: {
        '1': 3,
        '2': {
          a: 1,
        },
      },
    },
  },
]
export default examples
