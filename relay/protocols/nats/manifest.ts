// NATS: publish, request and subscribe; with JetStream: stored messages, consumed with acknowledgement.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { choice, consumption, content, failure, flag, lines, needed, number, password, secret, t, target, tls, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const subject = needed('subject', t('Subject', '主题'), 'str', { placeholder: 'orders.new' })
const headers = value('headers', t('Headers', '消息头'), 'dict', { modes: ['expression', 'code'] })
const attributes = {
  type: 'dict' as const,
  fields: {
    subject: { type: 'str' as const },
    replyTo: { type: 'str' as const },
    headers: { type: 'dict' as const, fields: {} },
  },
}

const manifest: ProtocolManifest = {
  id: 'nats',
  label: componentLabel('NATS and JetStream'),
  summary: t('Subjects and streams of a NATS server.', 'NATS 服务器的主题与流。'),
  icon: 'radio-tower',
  keywords: 'jetstream queue subject stream publish subscribe 消息 主题 订阅',
  docs: 'docs.nats.io',
  tested: t('Tried against NATS 2.9.', '已对照 NATS 2.9 测试。'),
  shares: true,
  fields: [
    ...target(4222),
    user,
    password,
    secret('token', t('Token', '令牌'), {
      help: t('In place of user and password.', '代替用户名与密码。'),
      advanced: true,
    }),
    ...tls,
  ],
  faults: [
    failure(
      'NATS:AUTH',
      t('User, password or token is wrong.', '用户名、密码或令牌错误。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'NATS:DENIED',
      t('The user may not use this subject.', '该用户无权使用此主题。'),
      t('Ask the server’s operator for the permission.', '向服务器管理员申请权限。'),
    ),
    failure(
      'NATS:NO_RESPONDERS',
      t('Nobody answers requests of this subject.', '没有服务应答该主题。'),
      t('Start the service, or check the subject.', '启动服务，或检查主题。'),
    ),
    failure(
      'NATS:TIMEOUT',
      t('No answer in time.', '未及时应答。'),
      t('Give it more time, or look at the service.', '延长超时，或检查服务。'),
    ),
    failure(
      'NATS:NO_STREAM',
      t('No stream stores this subject, or JetStream is off.', '没有流保存该主题，或未启用 JetStream。'),
      t('Make the stream first, or publish without storing.', '先创建流，或改为不存储。'),
    ),
    failure(
      'NATS:ERROR',
      t('The server does not take the command.', '服务器不接受该命令。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'publish',
      label: t('Publish', '发布'),
      summary: t('Sends a message to whoever listens, or into a stream.', '发送给订阅者，或存入流。'),
      fields: [
        subject,
        content,
        headers,
        flag('stored', t('Into a stream', '存入流'), false, {
          help: t('Waits until JetStream has stored it.', '等待 JetStream 完成存储。'),
        }),
        value('messageId', t('Message id', '消息标识'), 'str', {
          help: t('A second one with the same id is dropped.', '相同标识的第二条会被丢弃。'),
          when: { field: 'stored', is: [true] },
        }),
      ],
      gives: t(
        'The payload stays. Into a stream: attributes stream, sequence, duplicate.',
        '载荷不变。存入流时属性为 stream、sequence、duplicate。',
      ),
    },
    {
      id: 'request',
      label: t('Request', '请求'),
      summary: t('Sends a message and waits for the answer.', '发送消息并等待应答。'),
      fields: [
        subject,
        content,
        headers,
        number('timeout', t('Timeout, s', '超时（秒）'), { default: 10, min: 1, max: 300 }),
      ],
      output: { type: 'entity' },
      attributes,
      gives: t('The answer as an Entity.', '应答为 Entity。'),
    },
    {
      id: 'make-stream',
      label: t('Make stream', '创建流'),
      summary: t('Makes a stream that stores subjects, or changes it.', '创建或更新保存主题的流。'),
      fields: [
        needed('stream', t('Stream', '流'), 'str', { placeholder: 'ORDERS' }),
        lines('subjects', t('Subjects', '主题'), {
          required: true,
          help: t('One a line: orders.*', '每行一个：orders.*'),
        }),
        number('maxMessages', t('Messages at most', '最多消息数'), { default: -1, min: -1, advanced: true }),
        number('maxBytes', t('Bytes at most', '最多字节数'), { default: -1, min: -1, advanced: true }),
        choice('retention', t('Keeps', '保留策略'), [
          ['limits', t('up to the limits', '按上限')],
          ['workqueue', t('until consumed', '消费即删')],
          ['interest', t('while somebody wants it', '有消费者时保留')],
        ]),
      ],
      repeatable: true,
      output: { type: 'dict', fields: { stream: { type: 'str' }, messages: { type: 'int' } } },
      gives: t('{stream, messages}.', '{stream, messages}。'),
    },
    {
      id: 'get-last',
      label: t('Last message', '最新消息'),
      summary: t('The last message of a subject that a stream stored.', '流中某主题的最新消息。'),
      fields: [needed('stream', t('Stream', '流'), 'str'), subject],
      repeatable: true,
      output: { type: 'entity' },
      gives: t('An Entity; None where there is none.', 'Entity；没有时为 None。'),
    },
  ],
  triggers: [
    {
      id: 'subscribe',
      label: t('Subscribe', '订阅'),
      summary: t(
        'Starts the flow with each message of a subject; while nobody listens, messages are lost.',
        '主题的每条消息启动一次流程；无人监听时消息会丢失。',
      ),
      fields: [
        subject,
        value('group', t('Group', '组'), 'str', {
          help: t('Each message goes to one of the group.', '每条消息只给组内一个成员。'),
        }),
        ...consumption,
      ],
      output: { type: 'entity' },
      attributes,
      gives: t('The body as an Entity.', '消息体为 Entity。'),
    },
    {
      id: 'consume',
      label: t('Consume stream', '消费流'),
      summary: t('Starts the flow with each stored message.', '流中保存的每条消息启动一次流程。'),
      fields: [
        needed('stream', t('Stream', '流'), 'str'),
        needed('consumer', t('Consumer', '消费者'), 'str', {
          help: t('Its place in the stream is kept under this name.', '以此名称保存消费位置。'),
          placeholder: 'weft',
        }),
        value('subject', t('Only this subject', '仅此主题'), 'str'),
        choice('from', t('Starts', '起点'), [
          ['all', t('with the oldest', '最早')],
          ['new', t('with new ones', '仅新消息')],
        ]),
        ...consumption,
      ],
      output: { type: 'entity' },
      attributes,
      gives: t(
        'The body as an Entity; confirmed when the flow is done. A message whose flow keeps failing is ended (its stream may keep it).',
        '消息体为 Entity；流程成功后确认。流程持续失败的消息被终止（流中可能仍保留）。',
      ),
    },
  ],
}
export default manifest
