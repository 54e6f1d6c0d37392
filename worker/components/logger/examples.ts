// Examples of logger: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'The payload',
      zh: '载荷',
    },
    step: {
      component: 'logger',
      name: 'logger',
      config: {},
    },
    input: {
      payload: {
        a: 1,
      },
    },
    output: {
      payload: {
        a: 1,
      },
    },
  },
  {
    title: {
      en: 'A warning',
      zh: '警告',
    },
    step: {
      component: 'logger',
      name: 'logger',
      config: {
        level: 'WARN',
        content: {
          mode: 'expression',
          source: "'slow: ' + str(msg.payload)",
        },
      },
    },
    input: {
      payload: 7,
    },
    output: {
      payload: 7,
    },
  },
]
export default examples
