// Examples of synchronized: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'One at a time',
      zh: '一次一个',
    },
    step: {
      component: 'synchronized',
      name: 'synchronized',
      config: {
        name: 'stock',
      },
      branches: [
        {
          id: 'branch36',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example35',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'counted',
              },
            },
          ],
        },
      ],
    },
    input: {},
    output: {
      payload: 'counted',
    },
  },
  {
    title: {
      en: 'An error lets go of the lock',
      zh: '出错时释放锁',
    },
    step: {
      component: 'try',
      name: 'try',
      config: {},
      branches: [
        {
          id: 'branch41',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example40',
              component: 'synchronized',
              version: 1,
              name: 'synchronized',
              config: {
                name: 'stock',
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
                        type: 'A:B',
                        description: 'x',
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          id: 'branch45',
          role: 'catch',
          config: {},
          steps: [
            {
              id: 'example44',
              component: 'synchronized',
              version: 1,
              name: 'synchronized',
              config: {
                name: 'stock',
              },
              branches: [
                {
                  id: 'branch43',
                  role: 'body',
                  config: {},
                  steps: [
                    {
                      id: 'example42',
                      component: 'set-payload',
                      version: 1,
                      name: 'set-payload',
                      config: {
                        value: 'again',
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
    input: {},
    output: {
      payload: 'again',
    },
  },
]
export default examples
