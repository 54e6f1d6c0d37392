// AMQP 1.0: ActiveMQ Artemis, Azure Service Bus, Qpid, RabbitMQ with its plugin.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { Shape } from '../../../worker/model/definition.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { consumption, content, failure, flag, needed, number, password, t, target, text, tls, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const attributes: Shape = {
  type: 'dict',
  fields: {
    messageId: { type: 'str' },
    correlationId: { type: 'str' },
    subject: { type: 'str' },
    replyTo: { type: 'str' },
    contentType: { type: 'str' },
    priority: { type: 'int' },
    durable: { type: 'bool' },
    properties: { type: 'dict', fields: {} },
    deliveryCount: { type: 'int' },
  },
}

const manifest: ProtocolManifest = {
  id: 'amqp1',
  label: componentLabel('AMQP 1.0'),
  summary: t('Queues and topics of a broker that speaks AMQP 1.0.', '支持 AMQP 1.0 的代理的队列与主题。'),
  icon: 'arrow-left-right',
  keywords: 'amqp artemis activemq qpid service bus queue message 消息 队列',
  docs: 'docs.oasis-open.org/amqp/core/v1.0',
  tested: t(
    'Tried against RabbitMQ 3.10 with its plugin for AMQP 1.0.',
    '已对照带 AMQP 1.0 插件的 RabbitMQ 3.10 测试。',
  ),
  shares: true,
  fields: [...target(5672), user, password, ...tls],
  faults: [
    failure(
      'AMQP1:AUTH',
      t('User or password is wrong.', '用户名或密码错误。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'AMQP1:NOT_FOUND',
      t('There is no such address.', '地址不存在。'),
      t('Check it; brokers write addresses in their own ways.', '检查；各代理的地址写法不同。'),
    ),
    failure(
      'AMQP1:REJECTED',
      t('The broker does not take the message.', '代理未接收消息。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    failure(
      'AMQP1:ERROR',
      t('Anything else the broker refuses.', '代理拒绝的其他情况。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'publish',
      label: t('Publish', '发布'),
      summary: t('Sends a message; done when the broker has accepted it.', '发送消息；代理接受后完成。'),
      fields: [
        needed('address', t('Address', '地址'), 'str', {
          help: t(
            'A queue or topic; with RabbitMQ /queue/orders.',
            '队列或主题；RabbitMQ 写作 /queue/orders。',
          ),
        }),
        content,
        text('contentType', t('Content type', '内容类型'), { default: 'text/plain' }),
        { name: 'properties', kind: 'rows', label: t('Properties', '属性') },
        value('messageId', t('Message id', '消息 ID'), 'str', { advanced: true }),
        value('correlationId', t('Correlation id', '关联 ID'), 'str', { advanced: true }),
        value('subject', t('Subject', '主题'), 'str', { advanced: true }),
        value('replyTo', t('Reply to', '应答地址'), 'str', { advanced: true }),
        number('ttl', t('Expires after', '有效期'), {
          default: 0,
          min: 0,
          unit: t('ms', '毫秒'),
          help: t('0: never.', '0 表示不过期。'),
          advanced: true,
        }),
        number('priority', t('Priority', '优先级'), { default: 4, min: 0, max: 255, advanced: true }),
        flag('durable', t('Durable', '持久'), true, { advanced: true }),
      ],
      gives: t('Unchanged.', '不变。'),
    },
  ],
  triggers: [
    {
      id: 'consume',
      label: t('Consume address', '消费地址'),
      summary: t(
        'Starts the flow for each message; it is accepted when the flow is done.',
        '每条消息启动一次流程；流程完成后接受。',
      ),
      fields: [needed('address', t('Address', '地址'), 'str'), ...consumption],
      output: { type: 'entity' },
      attributes,
      gives: t(
        'The message as an Entity of its content type; a message with a value that is no bytes gives the value. A rejected one goes where the broker puts such.',
        '按内容类型的 Entity；非字节消息给出其值。被拒绝的消息由代理处置。',
      ),
    },
  ],
}
export default manifest
