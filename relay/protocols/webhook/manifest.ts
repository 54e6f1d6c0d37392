// Webhooks that come in by the relay: used by HTTP Listener itself, which has the fields.
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { failure, t, wayFaults } from '../../manifest.ts'

const state = t('id, app, name, isOpen, isTaken, waiting, dead, foreign, bytes.', 'id、app、name、isOpen、isTaken、waiting、dead、foreign、bytes。') // prettier-ignore

const manifest: ProtocolManifest = {
  id: 'webhook',
  label: t('Webhooks', '网络钩子'),
  summary: t('Requests from outside for HTTP Listener.', '供 HTTP Listener 使用的外部请求。'),
  icon: 'webhook',
  docs: 'rfc-editor.org/rfc/rfc9110',
  tested: t('Tried with node:http as the sender.', '已使用 node:http 作为发送方测试。'),
  shares: true,
  internal: true,
  fields: [],
  faults: [
    ...wayFaults,
    failure('HOOK:NONE', t('There is no such webhook.', '没有此网络钩子。'), t('Publish the app again.', '重新发布应用。')), // prettier-ignore
    failure('HOOK:MANY', t('There are too many webhooks.', '网络钩子过多。'), t('Remove one in the relay panel.', '在中继面板中移除一个。')), // prettier-ignore
  ],
  operations: [
    {
      id: 'open',
      label: t('Open', '开放'),
      summary: t('The address of an app, always the same one.', '应用的地址，始终不变。'),
      fields: [],
      repeatable: true,
      gives: state,
    },
    {
      id: 'close',
      label: t('Close', '关闭'),
      summary: t('Takes no more requests; what waits stays.', '不再接收请求；等待中的保留。'),
      fields: [],
      repeatable: true,
      gives: t('None.', '无。'),
    },
    {
      id: 'list',
      label: t('List', '列出'),
      summary: t('All webhooks, with what waits.', '所有网络钩子及其等待中的请求。'),
      fields: [],
      repeatable: true,
      gives: state,
    },
    {
      id: 'revive',
      label: t('Try again', '重试'),
      summary: t('Its dead letters wait again.', '死信重新排队。'),
      fields: [],
      repeatable: true,
      gives: t('None.', '无。'),
    },
    {
      id: 'clear',
      label: t('Throw away', '丢弃'),
      summary: t('Throws its dead letters away.', '丢弃死信。'),
      fields: [],
      repeatable: true,
      gives: t('None.', '无。'),
    },
    {
      id: 'clear-foreign',
      label: t('Throw away what is not ours', '丢弃他人的请求'),
      summary: t('Throws away what waits sealed for another studio.', '丢弃为其他工作室密封的请求。'),
      fields: [],
      repeatable: true,
      gives: t('None.', '无。'),
    },
    {
      id: 'remove',
      label: t('Remove', '移除'),
      summary: t('The address and all that waits there.', '移除地址及其等待中的请求。'),
      fields: [],
      repeatable: true,
      gives: t('None.', '无。'),
    },
  ],
  triggers: [
    {
      id: 'take',
      label: t('Take', '接收'),
      summary: t('Requests, each to be answered.', '逐个应答的请求。'),
      fields: [],
      gives: t('The body; about it in the attributes.', '请求体；其余见属性。'),
    },
  ],
}
export default manifest
