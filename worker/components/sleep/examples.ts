// Examples of sleep: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'A moment',
      zh: '片刻',
    },
    step: {
      component: 'sleep',
      name: 'sleep',
      config: {
        time: '5 ms',
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
      en: 'Not a time',
      zh: '不是时长',
    },
    step: {
      component: 'sleep',
      name: 'sleep',
      config: {
        time: 'soon',
      },
    },
    input: {},
    fault: 'CORE:DURATION',
  },
]
export default examples
