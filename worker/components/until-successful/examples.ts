// Examples of until-successful: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'The second try succeeds',
      zh: '第二次成功',
    },
    step: {
      component: 'until-successful',
      name: 'until-successful',
      config: {
        interval: '1 ms',
      },
      branches: [
        {
          id: 'branch71',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example70',
              component: 'choice',
              version: 1,
              name: 'choice',
              config: {},
              branches: [
                {
                  id: 'branch67',
                  role: 'when',
                  config: {
                    condition: {
                      mode: 'expression',
                      source: "msg.vars['attempt'] < 1",
                    },
                  },
                  steps: [
                    {
                      id: 'example66',
                      component: 'raise-error',
                      version: 1,
                      name: 'raise-error',
                      config: {
                        type: 'NET:DOWN',
                        description: 'not yet',
                      },
                    },
                  ],
                },
                {
                  id: 'branch69',
                  role: 'otherwise',
                  config: {},
                  steps: [
                    {
                      id: 'example68',
                      component: 'set-payload',
                      version: 1,
                      name: 'set-payload',
                      config: {
                        value: 'there',
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
      payload: 'there',
    },
  },
  {
    title: {
      en: 'Used up',
      zh: '用尽重试',
    },
    step: {
      component: 'until-successful',
      name: 'until-successful',
      config: {
        interval: '1 ms',
        maxRetries: 2,
      },
      branches: [
        {
          id: 'branch74',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example73',
              component: 'raise-error',
              version: 1,
              name: 'raise-error',
              config: {
                type: 'NET:DOWN',
                description: 'down',
              },
            },
          ],
        },
      ],
    },
    input: {},
    fault: 'CORE:RETRY_EXHAUSTED',
  },
  {
    title: {
      en: 'Not an error to retry',
      zh: '不重试的错误',
    },
    step: {
      component: 'until-successful',
      name: 'until-successful',
      config: {
        interval: '1 ms',
        retryOn: 'HTTP:5XX',
      },
      branches: [
        {
          id: 'branch77',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example76',
              component: 'raise-error',
              version: 1,
              name: 'raise-error',
              config: {
                type: 'HTTP:422',
                description: 'no',
              },
            },
          ],
        },
      ],
    },
    input: {},
    fault: 'HTTP:422',
  },
]
export default examples
