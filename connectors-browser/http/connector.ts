// HTTP: the address that its operations are relative to, and how they show who they are.
import type { ConnectorDefinition } from '../../worker/model/definition.ts'

const http: ConnectorDefinition = {
  id: 'http',
  label: { en: 'HTTP', zh: 'HTTP' },
  summary: {
    en: 'Base address, headers and timeout for requests to one API.',
    zh: '访问某个 API 的基础地址、请求头与超时。',
  },
  icon: 'globe',
  // A base that is itself no resource shows as well that the server is there and takes the sign-on.
  testable: {
    component: 'http/request',
    config: { body: null, success: '200..399,404..405', timeout: '15 s', maxBytes: 1 },
  },
  fields: [
    {
      name: 'baseUrl',
      kind: 'string',
      label: { en: 'Base URL', zh: '基础地址' },
      help: {
        en: 'Absolute, or a path on the origin of the studio: /demo/1.',
        zh: '绝对地址，或本站的路径：/demo/1。',
      },
      required: true,
      placeholder: 'https://api.example',
    },
    { name: 'headers', kind: 'rows', type: 'str', label: { en: 'Headers', zh: '请求头' }, advanced: true },
    {
      name: 'auth',
      kind: 'select',
      label: { en: 'Authentication', zh: '认证' },
      default: 'none',
      options: [
        { value: 'none', label: { en: 'None', zh: '无' } },
        { value: 'basic', label: { en: 'Basic', zh: 'Basic' } },
        { value: 'bearer', label: { en: 'Bearer token', zh: 'Bearer 令牌' } },
      ],
    },
    {
      name: 'user',
      kind: 'string',
      label: { en: 'User', zh: '用户名' },
      when: { field: 'auth', is: ['basic'] },
    },
    {
      name: 'password',
      kind: 'secret',
      label: { en: 'Password', zh: '密码' },
      when: { field: 'auth', is: ['basic'] },
    },
    {
      name: 'token',
      kind: 'secret',
      label: { en: 'Token', zh: '令牌' },
      when: { field: 'auth', is: ['bearer'] },
    },
  ],
}
export default http
