// Examples of circuit-breaker: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Opens after two failures',
      zh: '两次失败后熔断',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch77',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example76',
              component: 'try',
              version: 1,
              name: 'try',
              config: {},
              branches: [
                {
                  id: 'branch73',
                  role: 'body',
                  config: {},
                  steps: [
                    {
                      id: 'example72',
                      component: 'circuit-breaker',
                      version: 1,
                      name: 'circuit-breaker',
                      config: {
                        failures: 2,
                      },
                      branches: [
                        {
                          id: 'branch69',
                          role: 'body',
                          config: {},
                          steps: [
                            {
                              id: 'example68',
                              component: 'raise-error',
                              version: 1,
                              name: 'raise-error',
                              config: {
                                type: 'NET:DOWN',
                                description: 'x',
                              },
                            },
                          ],
                        },
                        {
                          id: 'branch71',
                          role: 'fallback',
                          config: {},
                          steps: [
                            {
                              id: 'example70',
                              component: 'set-variable',
                              version: 1,
                              name: 'set-variable',
                              config: {
                                name: 'seen',
                                value: 'fallback',
                                operation: 'append',
                              },
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
                {
                  id: 'branch75',
                  role: 'catch',
                  config: {},
                  steps: [
                    {
                      id: 'example74',
                      component: 'set-variable',
                      version: 1,
                      name: 'set-variable',
                      config: {
                        name: 'seen',
                        value: {
                          mode: 'expression',
                          source: "msg.error['code']",
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
      payload: [1, 2, 3],
    },
    output: {
      variables: {
        seen: ['NET:DOWN', 'NET:DOWN', 'fallback'],
      },
    },
  },
  {
    title: {
      en: 'Closed: the branch runs',
      zh: '未熔断：执行分支',
    },
    step: {
      component: 'circuit-breaker',
      name: 'circuit-breaker',
      config: {},
      branches: [
        {
          id: 'branch80',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example79',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: 'called',
              },
            },
          ],
        },
        {
          id: 'branch81',
          role: 'fallback',
          config: {},
          steps: [],
        },
      ],
    },
    input: {},
    output: {
      payload: 'called',
    },
  },
]
export default examples
