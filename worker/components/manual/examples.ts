// Examples of manual: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'An empty message',
      zh: '空消息',
    },
    step: {
      component: 'manual',
      name: 'manual',
      config: {},
    },
    input: {},
    output: {
      payload: null,
    },
  },
  {
    title: {
      en: 'A named input',
      zh: '命名输入',
    },
    step: {
      component: 'manual',
      name: 'manual',
      config: {},
    },
    input: {
      payload: {
        order: 7,
      },
      variables: {
        test: true,
      },
    },
    output: {
      payload: {
        order: 7,
      },
      variables: {
        test: true,
      },
    },
  },
]
export default examples
