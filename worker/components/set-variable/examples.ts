// Examples of set-variable: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Set',
      zh: '设置',
    },
    step: {
      component: 'set-variable',
      name: 'set-variable',
      config: {
        name: 'total',
        value: {
          mode: 'expression',
          source: 'msg.payload * 2',
        },
      },
    },
    input: {
      payload: 21,
    },
    output: {
      payload: 21,
      variables: {
        total: 42,
      },
    },
  },
  {
    title: {
      en: 'Append to a list',
      zh: '追加到列表',
    },
    step: {
      component: 'set-variable',
      name: 'set-variable',
      config: {
        name: 'ids',
        value: {
          mode: 'expression',
          source: "msg.payload['id']",
        },
        operation: 'append',
      },
    },
    input: {
      payload: {
        id: 'b',
      },
      variables: {
        ids: ['a'],
      },
    },
    output: {
      variables: {
        ids: ['a', 'b'],
      },
    },
  },
  {
    title: {
      en: 'Append to text fails',
      zh: '向文本追加会失败',
    },
    step: {
      component: 'set-variable',
      name: 'set-variable',
      config: {
        name: 'x',
        value: 1,
        operation: 'append',
      },
    },
    input: {
      variables: {
        x: 'text',
      },
    },
    fault: 'CORE:TYPE',
  },
]
export default examples
