// Route orders: For Each and Choice: every order takes one of three ways.
import type { App } from '../../model/app.ts'
import type { Template } from '../../model/template.ts'
import app from './app.json' with { type: 'json' }

const template: Template = {
  id: 'router',
  name: { en: 'Route orders', zh: '订单路由' },
  summary: {
    en: 'For Each and Choice: every order takes one of three ways.',
    zh: '循环与条件：每个订单走三条路之一。',
  },
  app: app as unknown as App,
  zh: {
    r0vtef10: '订单路由',
    r0vterst: '开始',
    r0vtebeg: '空报告',
    r0vteach: '每个订单',
    r0vtech0: '走哪条路',
    r0vterej: '拒绝',
    r0vterev: '人工审核',
    r0vteavt: '自动处理',
    r0vtepvt: '记入报告',
    r0vtend0: '报告',
    r0vtesm1: '四个订单',
  },
}
export default template
