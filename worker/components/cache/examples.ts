// Examples of cache: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Nothing stored: empty text',
      zh: '没有数据：空文本',
    },
    step: {
      component: 'cache',
      name: 'cache',
      config: {
        operation: 'read',
        key: 'cursor',
      },
    },
    input: {},
    output: {
      payload: '',
    },
  },
  {
    title: {
      en: 'Store',
      zh: '存储',
    },
    step: {
      component: 'cache',
      name: 'cache',
      config: {
        operation: 'store',
        key: 'cursor',
        value: {
          mode: 'expression',
          source: 'msg.payload',
        },
        ttl: '1 d',
      },
    },
    input: {
      payload: '2026-11-24',
    },
    output: {
      payload: 'OK',
    },
  },
  {
    title: {
      en: 'A dict is not text',
      zh: '字典不是文本',
    },
    step: {
      component: 'cache',
      name: 'cache',
      config: {
        operation: 'store',
        key: 'k',
        value: {
          mode: 'expression',
          source: 'msg.payload',
        },
        ttl: '1 h',
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
