// An API of your own: HTTP Listener, Try and Raise Error: a request in, an answer out.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'api',
  name: { en: 'An API of your own', zh: '自己的接口' },
  summary: {
    en: 'HTTP Listener, Try and Raise Error: a request in, an answer out.',
    zh: 'HTTP Listener、Try 与 Raise Error：请求进，应答出。',
  },
}
export default template
