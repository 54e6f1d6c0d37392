// Examples of filter: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'In stock',
      zh: '有库存',
    },
    step: {
      component: 'filter',
      name: 'filter',
      config: {
        condition: {
          mode: 'expression',
          source: "msg.payload['stock'] > 0",
        },
      },
    },
    input: {
      payload: [
        {
          id: 'a',
          stock: 2,
        },
        {
          id: 'b',
          stock: 0,
        },
      ],
    },
    output: {
      payload: [
        {
          id: 'a',
          stock: 2,
        },
      ],
    },
  },
  {
    title: {
      en: 'With a variable',
      zh: '使用变量',
    },
    step: {
      component: 'filter',
      name: 'filter',
      config: {
        items: {
          mode: 'expression',
          source: "msg.payload['rows']",
        },
        condition: {
          mode: 'expression',
          source: "msg.payload > msg.vars['least']",
        },
      },
    },
    input: {
      payload: {
        rows: [1, 5, 9],
      },
      variables: {
        least: 4,
      },
    },
    output: {
      payload: [5, 9],
    },
  },
  {
    title: {
      en: 'A dict is no list',
      zh: '字典不是列表',
    },
    step: {
      component: 'filter',
      name: 'filter',
      config: {
        condition: {
          mode: 'expression',
          source: 'True',
        },
      },
    },
    input: {
      payload: {
        a: 1,
      },
    },
    fault: 'CORE:TYPE',
  },
]
export default examples
