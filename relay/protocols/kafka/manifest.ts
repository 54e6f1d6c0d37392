// Kafka: publish, consume; an offset is committed when the flow of its message is done.
import type { Shape } from '../../../worker/model/definition.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { choice, consumption, content, failure, flag, needed, number, password, t, target, text, tls, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const withPassword = { when: { field: 'sasl', is: ['plain', 'scram-sha-256', 'scram-sha-512'] } }
const place: Shape = {
  type: 'dict',
  fields: { topic: { type: 'str' }, partition: { type: 'int' }, offset: { type: 'int' } },
}

const manifest: ProtocolManifest = {
  id: 'kafka',
  label: t('Kafka', 'Kafka'),
  summary: t('Topics of Apache Kafka.', 'Apache Kafka 的主题。'),
  icon: 'list-tree',
  keywords: 'kafka topic stream message broker 消息 主题',
  docs: 'kafka.apache.org/protocol',
  tested: t(
    'Tried against the mock cluster of librdkafka, not against Apache Kafka.',
    '已对照 librdkafka 模拟集群测试，未对照 Apache Kafka。',
  ),
  shares: true,
  fields: [
    ...target(9092),
    text('brokers', t('Further brokers', '其他节点'), {
      help: t('host:port, with commas.', 'host:port，以逗号分隔。'),
      advanced: true,
    }),
    choice('sasl', t('Sign-on', '认证'), [
      ['none', t('None', '无')],
      ['plain', t('SASL PLAIN', 'SASL PLAIN')],
      ['scram-sha-256', t('SCRAM-SHA-256', 'SCRAM-SHA-256')],
      ['scram-sha-512', t('SCRAM-SHA-512', 'SCRAM-SHA-512')],
    ]),
    { ...user, ...withPassword },
    { ...password, ...withPassword },
    ...tls,
  ],
  faults: [
    failure(
      'KAFKA:AUTH',
      t('User or password is wrong, or may not use the topic.', '用户名或密码错误，或无权使用主题。'),
      t('Check the connection.', '请检查连接。'),
    ),
    failure(
      'KAFKA:NO_TOPIC',
      t('There is no such topic.', '主题不存在。'),
      t('Make it first.', '请先创建。'),
    ),
    failure(
      'KAFKA:ERROR',
      t('Anything else the cluster refuses.', '集群拒绝的其他情况。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'publish',
      label: t('Publish', '发布'),
      summary: t('Sends a message to a topic.', '向主题发送消息。'),
      fields: [
        needed('topic', t('Topic', '主题'), 'str'),
        content,
        value('key', t('Key', '键'), undefined, {
          help: t('Messages of one key keep their order.', '同一键的消息保持顺序。'),
        }),
        value('partition', t('Partition', '分区'), 'int', {
          help: t('Empty: by the key.', '留空：由键决定。'),
          advanced: true,
        }),
        { name: 'headers', kind: 'rows', label: t('Headers', '头部') },
        choice(
          'acks',
          t('Confirmed by', '确认方式'),
          [
            ['1', t('The leader', '主副本')],
            ['-1', t('All replicas', '全部副本')],
            ['0', t('Nobody', '不确认')],
          ],
          { advanced: true },
        ),
      ],
      attributes: place,
      gives: t('Unchanged.', '不变。'),
    },
  ],
  triggers: [
    {
      id: 'consume',
      label: t('Consume topics', '消费主题'),
      summary: t(
        'Starts the flow for each message; its offset is committed when the flow is done.',
        '每条消息启动一次流程；流程完成后提交偏移量。',
      ),
      fields: [
        needed('topics', t('Topics', '主题'), undefined, { help: t('With commas between.', '以逗号分隔。') }),
        text('group', t('Group', '消费组'), { default: 'weft', required: true }),
        flag('fromBeginning', t('From the beginning', '从最早开始'), false, {
          help: t('Where the group has no offset yet.', '消费组尚无偏移量时。'),
        }),
        number('sessionTimeout', t('Session timeout', '会话超时'), {
          default: 10_000,
          min: 6_000,
          max: 300_000,
          unit: t('ms', '毫秒'),
          advanced: true,
        }),
        number('rebalanceTimeout', t('Rebalance timeout', '再均衡超时'), {
          default: 60_000,
          min: 1_000,
          max: 900_000,
          unit: t('ms', '毫秒'),
          advanced: true,
        }),
        ...consumption,
      ],
      output: { type: 'bytes' },
      attributes: {
        type: 'dict',
        fields: {
          ...(place as { fields: Record<string, Shape> }).fields,
          key: { type: 'str' },
          headers: { type: 'dict', fields: {} },
          timestamp: { type: 'datetime' },
        },
      },
      gives: t(
        'The bytes. A rejected message is left behind: its offset is committed.',
        '字节。被拒绝的消息会跳过：其偏移量被提交。',
      ),
    },
  ],
}
export default manifest
