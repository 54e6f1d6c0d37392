// Examples of try: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Catch by type',
      zh: '按类型捕获',
    },
    step: {
      component: 'try',
      name: 'try',
      config: {},
      branches: [
        {
          id: 'branch58',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example57',
              component: 'raise-error',
              version: 1,
              name: 'raise-error',
              config: {
                type: 'ORDER:INVALID',
                description: 'no lines',
              },
            },
          ],
        },
        {
          id: 'branch60',
          role: 'catch',
          config: {
            errors: 'ORDER',
          },
          steps: [
            {
              id: 'example59',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: {
                  mode: 'expression',
                  source: "msg.error['desc']",
                },
              },
            },
          ],
        },
      ],
    },
    input: {},
    output: {
      payload: 'no lines',
    },
  },
  {
    title: {
      en: 'Another type goes up',
      zh: '其他类型继续抛出',
    },
    step: {
      component: 'try',
      name: 'try',
      config: {},
      branches: [
        {
          id: 'branch63',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example62',
              component: 'raise-error',
              version: 1,
              name: 'raise-error',
              config: {
                type: 'ORDER:INVALID',
                description: 'x',
              },
            },
          ],
        },
        {
          id: 'branch64',
          role: 'catch',
          config: {
            errors: 'HTTP:ANY',
          },
          steps: [],
        },
      ],
    },
    input: {},
    fault: 'ORDER:INVALID',
  },
]
export default examples
