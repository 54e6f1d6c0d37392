// Examples of set-payload: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'A greeting from the payload',
      zh: '由载荷生成问候语',
    },
    step: {
      component: 'set-payload',
      name: 'set-payload',
      config: {
        value: {
          mode: 'expression',
          source: "'Hello ' + msg.payload['name']",
        },
      },
    },
    input: {
      payload: {
        name: 'Mei',
      },
    },
    output: {
      payload: 'Hello Mei',
    },
  },
  {
    title: {
      en: 'A dict',
      zh: '字典',
    },
    step: {
      component: 'set-payload',
      name: 'set-payload',
      config: {
        value: {
          mode: 'expression',
          source: "{'total': msg.payload['price'] * msg.payload['count']}",
        },
      },
    },
    input: {
      payload: {
        price: 5,
        count: 3,
      },
    },
    output: {
      payload: {
        total: 15,
      },
    },
  },
  {
    title: {
      en: 'A dict takes no MIME type',
      zh: '字典不能指定 MIME 类型',
    },
    step: {
      component: 'set-payload',
      name: 'set-payload',
      config: {
        value: {
          mode: 'expression',
          source: "{'a': 1}",
        },
        mime: 'application/json',
      },
    },
    input: {},
    fault: 'CORE:TYPE',
  },
]
export default examples
