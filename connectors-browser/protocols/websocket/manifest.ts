// WebSocket (RFC 6455): the browser's own. Headers cannot be set from a page: what signs on goes into the address, a subprotocol or
// the first message.
import { componentLabel } from '../../../worker/model/component-label.ts'
import { choice, consumption, needed, t, text, value } from '../../../relay/manifest.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { connectFaults, contentType } from '../../protocol-fields.ts'

const content = needed('content', t('Content', '内容'), undefined, {
  help: t(
    'Bytes and binary Entities go as binary, anything else as text.',
    '字节与二进制 Entity 以二进制发送，其余为文本。',
  ),
  default: { mode: 'expression', source: 'msg.payload' },
})

const manifest: ProtocolManifest = {
  id: 'websocket',
  label: componentLabel('WebSocket'),
  summary: t('Sends and receives messages over a WebSocket.', '通过 WebSocket 收发消息。'),
  icon: 'cable',
  keywords: 'ws wss socket push realtime 长连接 实时 推送',
  docs: 'RFC 6455; html.spec.whatwg.org, WebSocket',
  tested: t('Tried against the package ws.', '已对照 ws 库测试。'),
  runs: 'page',
  target: 'url',
  shares: true,
  fields: [
    text('url', t('Address', '地址'), { required: true, placeholder: 'wss://api.example/stream' }),
    text('protocols', t('Subprotocols', '子协议'), {
      help: t('Separated by commas.', '以逗号分隔。'),
      advanced: true,
    }),
    contentType,
  ],
  faults: connectFaults,
  operations: [
    {
      id: 'send',
      label: t('Send', '发送'),
      summary: t('Sends one message.', '发送一条消息。'),
      fields: [content],
      gives: t('Payload and attributes stay.', '载荷与属性保持不变。'),
    },
    {
      id: 'request',
      label: t('Ask', '请求应答'),
      summary: t('Sends a message and waits for its answer.', '发送消息并等待应答。'),
      fields: [
        content,
        value('match', t('Same field', '关联字段'), 'str', {
          help: t(
            'Name of a JSON field that the answer repeats, e.g. id. Empty: the next message is the answer.',
            '应答中会重复的 JSON 字段名，例如 id。留空则下一条消息即为应答。',
          ),
        }),
        {
          name: 'timeout',
          kind: 'duration',
          label: t('Timeout', '超时'),
          default: '30 s',
          min: 0.001,
          max: 600,
        },
      ],
      output: { type: 'entity' },
      gives: t('The answer as an Entity.', '应答（Entity）。'),
    },
  ],
  triggers: [
    {
      id: 'listen',
      label: t('On message', '收到消息时'),
      summary: t('Starts the flow for each message that comes.', '每收到一条消息启动一次流程。'),
      fields: [
        text('hello', t('First message', '首条消息'), {
          help: t('Sent after connecting, e.g. to subscribe.', '连接后发送，例如用于订阅。'),
        }),
        choice(
          'kind',
          t('Messages', '消息'),
          [
            ['any', t('All', '全部')],
            ['text', t('Text only', '仅文本')],
          ],
          { advanced: true },
        ),
        ...consumption,
      ],
      output: { type: 'entity' },
      attributes: { type: 'dict', fields: { url: { type: 'str' }, binary: { type: 'bool' } } },
      gives: t('The message as an Entity.', '消息（Entity）。'),
    },
  ],
}
export default manifest
