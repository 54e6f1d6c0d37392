// Examples of raise-error: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'An own type',
      zh: '自定义类型',
    },
    step: {
      component: 'raise-error',
      name: 'raise-error',
      config: {
        type: 'ORDER:INVALID',
        description: 'no lines',
      },
    },
    input: {},
    fault: 'ORDER:INVALID',
  },
  {
    title: {
      en: 'Without a namespace',
      zh: '没有命名空间',
    },
    step: {
      component: 'raise-error',
      name: 'raise-error',
      config: {
        type: 'TOO_LATE',
        description: {
          mode: 'expression',
          source: "'after ' + msg.payload",
        },
      },
    },
    input: {
      payload: 'noon',
    },
    fault: 'APP:TOO_LATE',
  },
]
export default examples
