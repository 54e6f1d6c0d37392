// AMQP 0-9-1 (RabbitMQ): publish, take one, consume with acknowledgement; declare, bind, empty and delete queues.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { choice, confirm, consumption, content, failure, flag, needed, number, password, t, target, text, tls, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const queue = needed('queue', t('Queue', '队列'), 'str', { placeholder: 'orders' })
const durable = flag('durable', t('Durable', '持久'), true, {
  help: t('It outlives a restart of the broker.', '代理重启后仍然存在。'),
})
const autoDelete = flag('autoDelete', t('Delete when unused', '不用时自动删除'), false)

const manifest: ProtocolManifest = {
  id: 'amqp',
  label: componentLabel('AMQP 0-9-1 (RabbitMQ)'),
  summary: t('Exchanges and queues of a RabbitMQ broker.', 'RabbitMQ 代理的交换机与队列。'),
  icon: 'rabbit',
  keywords: 'rabbitmq queue exchange message broker 消息队列 交换机',
  docs: 'rabbitmq.com/amqp-0-9-1-reference',
  tested: t('Tried against RabbitMQ 3.10.', '已对照 RabbitMQ 3.10 测试。'),
  shares: true,
  fields: [
    ...target(5672),
    text('vhost', t('Virtual host', '虚拟主机'), { default: '/' }),
    user,
    password,
    ...tls,
  ],
  faults: [
    failure(
      'AMQP:AUTH',
      t('User, password or virtual host is wrong.', '用户名、密码或虚拟主机错误。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'AMQP:NOT_FOUND',
      t('There is no such queue or exchange.', '队列或交换机不存在。'),
      t('Declare it first, or check its name.', '先声明，或检查名称。'),
    ),
    failure(
      'AMQP:REFUSED',
      t('The user may not do this.', '该用户无此权限。'),
      t('Ask the broker’s operator for the permission.', '向代理管理员申请权限。'),
    ),
    failure(
      'AMQP:LOCKED',
      t('The queue belongs to another connection.', '队列被其他连接独占。'),
      t('Exclusive queues serve one connection.', '独占队列只服务一个连接。'),
    ),
    failure(
      'AMQP:PRECONDITION',
      t('It exists already with other properties.', '已存在，但属性不同。'),
      t('Declare it with the same properties, or delete it first.', '使用相同属性声明，或先删除。'),
    ),
    failure(
      'AMQP:UNROUTED',
      t('No queue takes the message.', '没有队列接收该消息。'),
      t('Bind a queue to the exchange with this key.', '将队列以此路由键绑定到交换机。'),
    ),
    failure(
      'AMQP:NOT_CONFIRMED',
      t('The broker did not take the message.', '代理未确认消息。'),
      t('Publish it again: it may come twice.', '重新发布；消息可能重复。'),
    ),
    failure(
      'AMQP:ERROR',
      t('The broker does not take the command.', '代理不接受该命令。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'publish',
      label: t('Publish', '发布'),
      summary: t('Sends a message, and waits until the broker has it.', '发送消息，并等待代理确认。'),
      fields: [
        value('exchange', t('Exchange', '交换机'), 'str', {
          default: '',
          help: t('Empty: straight into the queue that the key names.', '留空：直接进入路由键所指的队列。'),
        }),
        choice('exchangeType', t('Declare it as', '声明为'), [
          ['', t('Do not declare', '不声明')],
          ['direct', t('direct', 'direct')],
          ['topic', t('topic', 'topic')],
          ['fanout', t('fanout', 'fanout')],
          ['headers', t('headers', 'headers')],
        ]),
        value('routingKey', t('Routing key', '路由键'), 'str', { default: '' }),
        content,
        text('contentType', t('Content type', '内容类型'), { default: 'text/plain' }),
        value('headers', t('Headers', '消息头'), 'dict', { modes: ['expression', 'code'] }),
        flag('persistent', t('Persistent', '持久'), true),
        flag('mandatory', t('Must reach a queue', '必须到达队列'), true),
        value('correlationId', t('Correlation id', '关联标识'), 'str', { advanced: true }),
        value('replyTo', t('Reply to', '回复队列'), 'str', { advanced: true }),
        value('messageId', t('Message id', '消息标识'), 'str', { advanced: true }),
        value('type', t('Type', '类型'), 'str', { advanced: true }),
        value('appId', t('Application', '应用标识'), 'str', { advanced: true }),
        number('priority', t('Priority', '优先级'), { default: 0, min: 0, max: 255, advanced: true }),
        number('ttl', t('Time to live, ms', '有效期（毫秒）'), {
          default: 1_800_000,
          min: 0,
          max: 4_294_967_295,
          help: t('0: it does not expire.', '0 表示不过期。'),
          advanced: true,
        }),
        { ...durable, advanced: true },
        { ...autoDelete, advanced: true },
      ],
      gives: t('Payload and attributes stay as they were.', '载荷与属性保持不变。'),
    },
    {
      id: 'get',
      label: t('Take one message', '取一条消息'),
      summary: t('Takes one message off a queue, if there is one.', '若队列中有消息，则取出一条。'),
      fields: [queue],
      output: { type: 'entity' },
      gives: t(
        'The body as an Entity and its properties as attributes; None where the queue is empty. It is confirmed at once.',
        '消息体为 Entity，属性在 attrs 中；队列为空时为 None。取出即确认。',
      ),
    },
    {
      id: 'declare-queue',
      label: t('Declare queue', '声明队列'),
      summary: t('Makes a queue, or makes sure that it is there.', '创建队列，或确认其存在。'),
      fields: [
        queue,
        durable,
        autoDelete,
        value('deadLetterExchange', t('Dead letters go to', '死信交换机'), 'str', { advanced: true }),
        value('arguments', t('Arguments', '参数'), 'dict', {
          modes: ['expression', 'code'],
          placeholder: "{'x-max-length': 1000}",
          advanced: true,
        }),
      ],
      repeatable: true,
      output: { type: 'dict', fields: { queue: { type: 'str' }, messages: { type: 'int' }, consumers: { type: 'int' } } }, // prettier-ignore
      gives: t('{queue, messages, consumers}.', '{queue, messages, consumers}。'),
    },
    {
      id: 'bind',
      label: t('Bind queue', '绑定队列'),
      summary: t('Lets an exchange put messages into a queue.', '让交换机把消息放入队列。'),
      fields: [
        queue,
        needed('exchange', t('Exchange', '交换机'), 'str'),
        value('routingKey', t('Routing key', '路由键'), 'str', { default: '#' }),
      ],
      repeatable: true,
      gives: t('Payload and attributes stay as they were.', '载荷与属性保持不变。'),
    },
    {
      id: 'purge',
      label: t('Empty queue', '清空队列'),
      summary: t('Throws away what waits in a queue.', '丢弃队列中等待的消息。'),
      fields: [queue],
      repeatable: true,
      output: { type: 'int' },
      gives: t('How many there were.', '丢弃的条数。'),
    },
    {
      id: 'delete-queue',
      label: t('Delete queue', '删除队列'),
      summary: t('Deletes a queue with what waits in it.', '删除队列及其中的消息。'),
      fields: [queue, flag('ifEmpty', t('Only if empty', '仅当为空'), false)],
      repeatable: true,
      output: { type: 'int' },
      gives: t('How many messages were in it.', '其中的消息条数。'),
    },
  ],
  triggers: [
    {
      id: 'consume',
      label: t('Consume', '消费'),
      summary: t('Starts the flow with each message of a queue.', '队列中的每条消息启动一次流程。'),
      fields: [
        queue,
        confirm,
        flag('exclusive', t('Only consumer', '独占消费'), false, { advanced: true }),
        ...consumption,
      ],
      output: { type: 'entity' },
      attributes: {
        type: 'dict',
        fields: {
          exchange: { type: 'str' },
          routingKey: { type: 'str' },
          redelivered: { type: 'bool' },
          headers: { type: 'dict', fields: {} },
          correlationId: { type: 'str' },
          replyTo: { type: 'str' },
          messageId: { type: 'str' },
          timestamp: { type: 'datetime' },
        },
      },
      gives: t(
        'The body as an Entity of its content type; a message whose flow keeps failing goes to the queue’s dead-letter exchange.',
        '消息体为其内容类型的 Entity；流程持续失败的消息进入队列的死信交换机。',
      ),
    },
  ],
}
export default manifest
