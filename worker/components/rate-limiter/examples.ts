// Examples of rate-limiter: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Within the limit',
      zh: '限额之内',
    },
    step: {
      component: 'rate-limiter',
      name: 'rate-limiter',
      config: {
        count: 5,
      },
    },
    input: {
      payload: 1,
    },
    output: {
      payload: 1,
    },
  },
  {
    title: {
      en: 'Beyond it',
      zh: '超出限额',
    },
    step: {
      component: 'for-each',
      name: 'for-each',
      config: {},
      branches: [
        {
          id: 'branch49',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example48',
              component: 'rate-limiter',
              version: 1,
              name: 'rate-limiter',
              config: {
                count: 1,
                unit: 'minute',
              },
            },
          ],
        },
      ],
    },
    input: {
      payload: [1, 2, 3],
    },
    fault: 'CORE:RATE_LIMITED',
  },
]
export default examples
