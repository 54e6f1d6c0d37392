// Examples of batch: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Chunks of two',
      zh: '每批两个',
    },
    step: {
      component: 'batch',
      name: 'batch',
      config: {
        size: 2,
      },
      branches: [
        {
          id: 'branch60',
          role: 'body',
          config: {},
          steps: [],
        },
      ],
    },
    input: {
      payload: [1, 2, 3, 4, 5],
    },
    output: {
      payload: {
        items: 5,
        chunks: 3,
        succeeded: 3,
        failed: 0,
        errors: [],
      },
    },
  },
  {
    title: {
      en: 'A chunk that fails',
      zh: '失败的批次',
    },
    step: {
      component: 'batch',
      name: 'batch',
      config: {
        size: 2,
      },
      branches: [
        {
          id: 'branch66',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example65',
              component: 'choice',
              version: 1,
              name: 'choice',
              config: {},
              branches: [
                {
                  id: 'branch63',
                  role: 'when',
                  config: {
                    condition: {
                      mode: 'expression',
                      source: '3 in msg.payload',
                    },
                  },
                  steps: [
                    {
                      id: 'example62',
                      component: 'raise-error',
                      version: 1,
                      name: 'raise-error',
                      config: {
                        type: 'ROW:BAD',
                        description: 'no',
                      },
                    },
                  ],
                },
                {
                  id: 'branch64',
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
      payload: [1, 2, 3],
    },
    output: {
      payload: {
        items: 3,
        chunks: 2,
        succeeded: 1,
        failed: 1,
        errors: [
          {
            chunk: 1,
            from: 2,
            to: 2,
            code: 'ROW:BAD',
            desc: 'no',
          },
        ],
      },
    },
  },
]
export default examples
