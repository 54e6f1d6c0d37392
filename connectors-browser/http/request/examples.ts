// Examples of HTTP Request: shown in its docs, run as tests.
import type { Example } from '../../../worker/model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'Read a row',
      zh: '读取一行',
    },
    step: {
      component: 'http/request',
      name: 'http/request',
      config: {
        url: '/demo/docs/api/customers/c-1007',
      },
    },
    input: {
      variables: {
        kept: 1,
      },
    },
    output: {
      variables: {
        kept: 1,
      },
    },
  },
  {
    title: {
      en: 'A row that is not there',
      zh: '不存在的行',
    },
    step: {
      component: 'http/request',
      name: 'http/request',
      config: {
        url: {
          mode: 'text',
          source: '/demo/docs/api/customers/{{msg.payload}}',
        },
      },
    },
    input: {
      payload: 'nobody',
    },
    fault: 'HTTP:404',
  },
]
export default examples
