// Examples of compress: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'There and back',
      zh: '压缩再解压',
    },
    step: {
      component: 'try',
      name: 'try',
      config: {},
      branches: [
        {
          id: 'branch4',
          role: 'body',
          config: {},
          steps: [
            {
              id: 'example1',
              component: 'compress',
              version: 1,
              name: 'compress',
              config: {
                format: 'ZLIB',
              },
            },
            {
              id: 'example2',
              component: 'compress',
              version: 1,
              name: 'compress',
              config: {
                operation: 'decompress',
                format: 'ZLIB',
                mime: 'text/plain',
              },
            },
            {
              id: 'example3',
              component: 'set-payload',
              version: 1,
              name: 'set-payload',
              config: {
                value: {
                  mode: 'expression',
                  source: "msg.payload['^value']",
                },
              },
            },
          ],
        },
        {
          id: 'branch5',
          role: 'catch',
          config: {},
          steps: [],
        },
      ],
    },
    input: {
      payload: 'text',
    },
    output: {
      payload: 'text',
    },
  },
  {
    title: {
      en: 'Not packed at all',
      zh: '不是压缩内容',
    },
    step: {
      component: 'compress',
      name: 'compress',
      config: {
        operation: 'decompress',
      },
    },
    input: {
      payload: 'plain',
    },
    fault: 'CORE:COMPRESSED_DATA',
  },
]
export default examples
