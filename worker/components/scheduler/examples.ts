// Examples of scheduler: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Every working day at 8:30',
      zh: '每个工作日 8:30',
    },
    step: {
      component: 'scheduler',
      name: 'scheduler',
      config: {
        cron: '0 30 8 ? * MON-FRI',
        zone: 'Asia/Shanghai',
      },
    },
    input: {},
    output: {
      payload: null,
    },
  },
  {
    title: {
      en: 'Every quarter of an hour',
      zh: '每 15 分钟',
    },
    step: {
      component: 'scheduler',
      name: 'scheduler',
      config: {
        mode: 'periodic',
        every: '15 min',
      },
    },
    input: {},
    output: {
      payload: null,
    },
  },
]
export default examples
