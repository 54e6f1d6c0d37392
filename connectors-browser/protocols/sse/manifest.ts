// Server-sent events (html.spec.whatwg.org, Server-sent events), read from a fetch so that headers can be sent.
import { componentLabel } from '../../../worker/model/component-label.ts'
import { choice, consumption, failure, secret, t, text } from '../../../relay/manifest.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { connectFaults, contentType } from '../../protocol-fields.ts'

const manifest: ProtocolManifest = {
  id: 'sse',
  label: componentLabel('Server-sent events'),
  summary: t('Receives events that a server sends over HTTP.', '接收服务器通过 HTTP 推送的事件。'),
  icon: 'radio-tower',
  keywords: 'sse eventsource stream push 服务器推送 推送 事件流',
  docs: 'html.spec.whatwg.org, Server-sent events',
  tested: t('Tried against a server of Node.', '已对照 Node 服务器测试。'),
  runs: 'page',
  target: 'url',
  shares: true,
  fields: [
    text('url', t('Address', '地址'), { required: true, placeholder: 'https://api.example/events' }),
    choice('auth', t('Authentication', '认证'), [
      ['none', t('None', '无')],
      ['bearer', t('Bearer token', 'Bearer 令牌')],
      ['header', t('A header', '自定义请求头')],
    ]),
    text('header', t('Header', '请求头'), { default: 'X-Api-Key', when: { field: 'auth', is: ['header'] } }),
    secret('token', t('Token', '令牌'), { when: { field: 'auth', is: ['bearer', 'header'] } }),
    contentType,
  ],
  faults: [
    failure(
      'SSE:STATUS',
      t('The server answers, but not with events.', '服务器有应答，但不是事件流。'),
      t('The message has its status and type.', '错误信息中有状态码与类型。'),
    ),
    ...connectFaults,
  ],
  operations: [],
  triggers: [
    {
      id: 'listen',
      label: t('On event', '收到事件时'),
      summary: t('Starts the flow for each event that comes.', '每收到一个事件启动一次流程。'),
      fields: [
        text('events', t('Events', '事件名'), {
          help: t('Names separated by commas; empty: all.', '以逗号分隔的名称；留空为全部。'),
          placeholder: 'order.created, order.paid',
        }),
        ...consumption,
      ],
      output: { type: 'entity' },
      attributes: { type: 'dict', fields: { event: { type: 'str' }, id: { type: 'str' } } },
      gives: t('The data of the event as an Entity.', '事件数据（Entity）。'),
    },
  ],
}
export default manifest
