// HTTP Request: one request, its answer as an Entity. A status outside `success` is an error that can be caught.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ComponentDefinition } from '../../../worker/model/definition.ts'
import { lineOf } from '../../../worker/model/field-value.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

const request: ComponentDefinition = {
  id: 'http/request',
  version: 1,
  kind: 'step',
  group: 'connector',
  icon: 'globe',
  connector: 'http',
  label: componentLabel('HTTP Request'),
  summary: {
    en: 'Calls an HTTP API; the answer becomes the payload.',
    zh: '调用 HTTP 接口，应答成为载荷。',
  },
  keywords: 'rest api call fetch get post 请求 接口 调用',
  fields: [
    {
      name: 'method',
      kind: 'select',
      label: { en: 'Method', zh: '方法' },
      default: 'GET',
      options: methods.map((value) => ({ value, label: { en: value, zh: value } })),
    },
    {
      name: 'url',
      kind: 'value',
      type: 'str',
      label: { en: 'URL', zh: '地址' },
      help: {
        en: 'Absolute, or a path after the base URL of the connection.',
        zh: '绝对地址，或接在连接的基础地址之后的路径。',
      },
      required: true,
      placeholder: '/orders',
    },
    {
      name: 'query',
      kind: 'rows',
      type: 'str',
      label: { en: 'Query', zh: '查询参数' },
      help: { en: 'A list repeats the name, None leaves it out.', zh: '列表会重复参数名，None 则省略。' },
    },
    { name: 'headers', kind: 'rows', type: 'str', label: { en: 'Headers', zh: '请求头' } },
    {
      name: 'body',
      kind: 'value',
      label: { en: 'Body', zh: '请求体' },
      help: {
        en: 'Not sent with GET and HEAD. A dict or list goes as JSON.',
        zh: 'GET 与 HEAD 不发送。字典与列表以 JSON 发送。',
      },
      default: { mode: 'expression', source: 'msg.payload' },
      when: { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] },
    },
    {
      name: 'contentType',
      kind: 'string',
      label: { en: 'Content type', zh: '内容类型' },
      help: {
        en: 'Empty: by the body. application/x-www-form-urlencoded makes a form of a dict.',
        zh: '留空：由请求体决定。application/x-www-form-urlencoded 会将字典转为表单。',
      },
      placeholder: 'application/json',
      when: { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] },
      advanced: true,
    },
    {
      name: 'success',
      kind: 'string',
      label: { en: 'Success status', zh: '成功状态码' },
      help: {
        en: 'Others are errors HTTP:<status>: 200..399,404',
        zh: '其余为错误 HTTP:<状态码>：200..399,404',
      },
      default: '200..399',
    },
    {
      name: 'timeout',
      kind: 'duration',
      label: { en: 'Timeout', zh: '超时' },
      default: '60 s',
      min: 0.001,
      max: 3600,
      advanced: true,
    },
    {
      name: 'by',
      kind: 'select',
      label: { en: 'Sent by', zh: '由谁发送' },
      help: {
        en: 'An API that does not allow web pages (CORS) can be called by the relay.',
        zh: '不允许网页调用（CORS）的接口可由中继代为调用。',
      },
      default: 'auto',
      options: [
        { value: 'auto', label: { en: 'The page; the relay where it must', zh: '页面，必要时由中继' } },
        { value: 'page', label: { en: 'The page', zh: '页面' } },
        { value: 'relay', label: { en: 'The relay', zh: '中继' } },
      ],
      advanced: true,
    },
    {
      name: 'redirects',
      kind: 'number',
      label: { en: 'Follow redirects', zh: '跟随重定向' },
      help: {
        en: 'How many at most; 0: none, the 3xx is the answer.',
        zh: '最多次数；0 表示不跟随，3xx 即为应答。',
      },
      default: 10,
      min: 0,
      max: 20,
      advanced: true,
    },
    {
      name: 'maxBytes',
      kind: 'number',
      label: { en: 'Largest answer', zh: '应答上限' },
      default: 64,
      min: 1,
      max: 64,
      unit: { en: 'MiB', zh: 'MiB' },
      advanced: true,
    },
    {
      name: 'repeat',
      kind: 'select',
      label: { en: 'When Weft is killed while it calls', zh: '调用途中 Weft 被终止时' },
      help: {
        en: 'Of a durable flow: GET, HEAD, OPTIONS, PUT and DELETE are sent again. For others the run stops and asks, unless the target knows repeats by the header Idempotency-Key, or twice does no harm.',
        zh: '适用于持久流：GET、HEAD、OPTIONS、PUT、DELETE 会再次发送；其他方法则停止运行并询问，除非目标能通过 Idempotency-Key 识别重复请求，或重复无害。',
      },
      default: 'no',
      options: [
        { value: 'no', label: { en: 'By its method', zh: '按方法决定' } },
        { value: 'with key', label: { en: 'Send again, with an idempotency key', zh: '带幂等键再次发送' } },
        { value: 'yes', label: { en: 'Send again', zh: '再次发送' } },
      ],
      advanced: true,
    },
  ],
  output: () => ({ type: 'entity' }),
  line: (step) => ({
    text: `${String(step.config['method'] ?? 'GET')} ${lineOf(step.config['url']).text}`,
    code: true,
  }),
  faults: [
    {
      code: 'HTTP:<status>',
      when: { en: 'The answer is not one of the success statuses.', zh: '应答不在成功状态码之内。' },
      hint: {
        en: 'Read msg.error in a catch branch, or widen the success status.',
        zh: '在捕获分支中读取 msg.error，或放宽成功状态码。',
      },
    },
    {
      code: 'HTTP:TIMEOUT',
      when: { en: 'No complete answer in time.', zh: '未在时限内得到完整应答。' },
      hint: { en: 'Raise the timeout or retry.', zh: '增大超时或重试。' },
    },
    {
      code: 'HTTP:UNREACHABLE',
      when: {
        en: 'No answer at all: the address is wrong, refused, or does not allow this page (CORS).',
        zh: '完全没有应答：地址有误、连接被拒绝，或不允许本页面访问（CORS）。',
      },
      hint: {
        en: 'Check the address; an API without CORS needs the relay.',
        zh: '检查地址；不支持 CORS 的接口需要经由中继。',
      },
    },
    {
      code: 'HTTP:INCOMPLETE',
      when: { en: 'The answer broke off.', zh: '应答中途断开。' },
      hint: { en: 'Retry it with Until Successful.', zh: '用 Until Successful 重试。' },
    },
    {
      code: 'HTTP:TOO_LARGE',
      when: { en: 'The answer is larger than the limit.', zh: '应答超过大小上限。' },
      hint: { en: 'Ask for less, page by page.', zh: '分页请求更少的数据。' },
    },
    {
      code: 'HTTP:NOT_GRANTED',
      when: { en: 'The app may not reach this host.', zh: '该应用无权访问此主机。' },
      hint: { en: 'Grant the host when you trust the app.', zh: '信任该应用后授权此主机。' },
    },
  ],
}
export default request
