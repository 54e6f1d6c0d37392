// Examples of crypto: shown in its docs, run as tests.
import type { Step } from '../../model/app.ts'
import type { Example } from '../../model/definition.ts'

const step = (id: string, config: Step['config']): Step => ({ id, component: 'crypto', version: 1, name: 'crypto', config }) // prettier-ignore

const examples: Example[] = [
  {
    title: { en: 'AES with a key and a vector of its own', zh: '使用指定密钥和初始向量的 AES' },
    step: {
      component: 'crypto',
      name: 'crypto',
      config: {
        key: '0123456789abcdef',
        keySource: 'NO_PADDING',
        iv: { mode: 'expression', source: "b'abcdef9876543210'" },
        encoding: 'base64',
      },
    },
    input: { payload: 'weft' },
    output: { payload: 'ACt4P+QdyGsbXsFzIds0xQ==' },
  },
  {
    title: { en: 'There and back with a password', zh: '用密码加密再解密' },
    step: {
      component: 'synchronized',
      name: 'synchronized',
      config: { name: 'crypto' },
      branches: [
        {
          id: 'branch1',
          role: 'body',
          config: {},
          steps: [
            step('example1', {
              key: 'secret',
              salt: 'pepper',
              iterations: 1000,
              mode: 'GCM',
              encoding: 'hex',
            }),
            step('example2', { operation: 'decrypt', key: 'secret', salt: 'pepper', iterations: 1000, mode: 'GCM', encoding: 'hex' }), // prettier-ignore
            {
              id: 'example3',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: { value: { mode: 'expression', source: "msg.payload.decode('utf-8')" } },
            },
          ],
        },
      ],
    },
    input: { payload: '密' },
    output: { payload: '密' },
  },
  {
    title: { en: 'Not encrypted at all', zh: '内容并未加密' },
    step: { component: 'crypto', name: 'crypto', config: { operation: 'decrypt', key: 'secret', iterations: 1 } }, // prettier-ignore
    input: { payload: 'plain' },
    fault: 'CRYPTO:CONTENT',
  },
]
export default examples
