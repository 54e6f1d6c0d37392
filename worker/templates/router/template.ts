// Route orders: For Each and Choice: every order takes one of three ways.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'router',
  name: { en: 'Route orders', zh: '订单路由' },
  summary: {
    en: 'For Each and Choice: every order takes one of three ways.',
    zh: 'For Each 与 Choice：每个订单走三条路之一。',
  },
}
export default template
