// An API of your own: HTTP Listener, Try and Raise Error: a request in, an answer out.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'api',
  name: { en: 'An API of your own', zh: '自己的接口' },
  summary: {
    en: 'HTTP Listener, Try and Raise Error: a request in, an answer out.',
    zh: 'HTTP 监听、错误捕获与抛出：请求进，应答出。',
  },
}
export default template
