// Examples of transform: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Map fields',
      zh: '字段映射',
    },
    step: {
      component: 'transform',
      name: 'transform',
      config: {
        payload: {
          mode: 'expression',
          source: "{'name': msg.payload['first'] + ' ' + msg.payload['last']}",
        },
      },
    },
    input: {
      payload: {
        first: 'Mei',
        last: 'Lin',
      },
    },
    output: {
      payload: {
        name: 'Mei Lin',
      },
    },
  },
  {
    title: {
      en: 'Payload and variables',
      zh: '载荷与变量',
    },
    step: {
      component: 'transform',
      name: 'transform',
      config: {
        payload: {
          mode: 'expression',
          source: 'len(msg.payload)',
        },
        variables: {
          mode: 'literal',
          value: [
            [
              'first',
              {
                mode: 'expression',
                source: 'msg.payload[0]',
              },
            ],
          ],
        },
      },
    },
    input: {
      payload: ['a', 'b'],
      variables: {
        old: 1,
      },
    },
    output: {
      payload: 2,
      variables: {
        old: 1,
        first: 'a',
      },
    },
  },
  {
    title: {
      en: 'With code',
      zh: '使用代码',
    },
    step: {
      component: 'transform',
      name: 'transform',
      config: {
        payload: {
          mode: 'code',
          source:
            "def dw_process(msg):\n    total = 0\n    for line in msg.payload:\n        total += line['price'] * line['count']\n    return {'total': total}\n",
        },
      },
    },
    input: {
      payload: [
        {
          price: 5,
          count: 2,
        },
        {
          price: 1,
          count: 3,
        },
      ],
    },
    output: {
      payload: {
        total: 13,
      },
    },
  },
]
export default examples
