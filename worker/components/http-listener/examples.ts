// Examples of http-listener: shown in its docs, run as tests.
import type { Example } from '../../model/definition.ts'

const examples: Example[] = [
  {
    title: {
      en: 'An order comes in',
      zh: '收到订单',
    },
    step: {
      component: 'http-listener',
      name: 'http-listener',
      config: {
        path: '/orders',
        methods: 'POST',
      },
    },
    input: {
      payload: {
        id: 'A-1',
      },
      attributes: {
        method: 'POST',
      },
    },
    output: {
      payload: {
        id: 'A-1',
      },
      attributes: {
        method: 'POST',
      },
    },
  },
  {
    title: {
      en: 'A part of the path',
      zh: '路径参数',
    },
    step: {
      component: 'http-listener',
      name: 'http-listener',
      config: {
        path: '/orders/{id}',
        methods: 'GET',
      },
    },
    input: {
      attributes: {
        uriParams: {
          id: 'A-1',
        },
      },
    },
    output: {
      payload: null,
      attributes: {
        uriParams: {
          id: 'A-1',
        },
      },
    },
  },
]
export default examples
