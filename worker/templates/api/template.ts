// An API of your own: HTTP Listener, Try and Raise Error: a request in, an answer out.
import type { App } from '../../model/app.ts'
import type { Template } from '../../model/template.ts'
import app from './app.json' with { type: 'json' }

const template: Template = {
  id: 'api',
  name: { en: 'An API of your own', zh: '自己的接口' },
  summary: {
    en: 'HTTP Listener, Try and Raise Error: a request in, an answer out.',
    zh: 'HTTP 监听、错误捕获与抛出：请求进，应答出。',
  },
  app: app as unknown as App,
  zh: {
    ap1f10w0: '订单',
    ap1start: 'POST /orders',
    ap1stat0: '状态码 201',
    ap1try00: '检查并求和',
    ap1check: '有明细吗',
    ap1ra1se: '没有明细',
    ap1t0ta1: '合计',
    ap1st422: '状态码 422',
    ap1err0r: '错误原因',
    ap1samp1: '一个订单',
    ap1samp2: '没有明细',
  },
}
export default template
