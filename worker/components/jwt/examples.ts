// Examples of jwt: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Sign and verify',
      zh: '签名并校验',
    },
    step: {
      component: 'try',
      name: 'try',
      config: {},
      branches: [
        {
          id: 'branch11',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example8',
              component: 'jwt',
              version: 1,
              name: 'jwt',
              config: {
                key: 'secret',
                claims: {
                  mode: 'literal',
                  value: [['sub', 'A-1']],
                },
              },
            },
            {
              id: 'example9',
              component: 'jwt',
              version: 1,
              name: 'jwt',
              config: {
                operation: 'verify',
                key: 'secret',
              },
            },
            {
              id: 'example10',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: {
                  mode: 'expression',
                  source: "msg.payload['sub']",
                },
              },
            },
          ],
        },
        {
          id: 'branch12',
          role: 'catch',
          config: {},
          steps: [],
        },
      ],
    },
    input: {},
    output: {
      payload: 'A-1',
    },
  },
  {
    title: {
      en: 'Another key',
      zh: '密钥不符',
    },
    step: {
      component: 'try',
      name: 'try',
      config: {},
      branches: [
        {
          id: 'branch16',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example14',
              component: 'jwt',
              version: 1,
              name: 'jwt',
              config: {
                key: 'secret',
              },
            },
            {
              id: 'example15',
              component: 'jwt',
              version: 1,
              name: 'jwt',
              config: {
                operation: 'verify',
                key: 'other',
              },
            },
          ],
        },
        {
          id: 'branch17',
          role: 'catch',
          config: {
            errors: 'NOT:THIS',
          },
          steps: [],
        },
      ],
    },
    input: {},
    fault: 'JWT:INVALID',
  },
]
export default examples
