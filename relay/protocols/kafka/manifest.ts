// Kafka: publish, consume; an offset is committed when the flow of its message is done.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { Shape } from '../../../worker/model/definition.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { choice, confirm, consumption, content, failure, flag, needed, number, password, t, target, text, tls, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const withPassword = { when: { field: 'sasl', is: ['plain', 'scram-sha-256', 'scram-sha-512'] } }
const milliseconds = { max: 900_000, unit: t('ms', '毫秒'), advanced: true }
const place: Shape = {
  type: 'dict',
  fields: { topic: { type: 'str' }, partition: { type: 'int' }, offset: { type: 'int' } },
}

const manifest: ProtocolManifest = {
  id: 'kafka',
  label: componentLabel('Kafka'),
  summary: t('Topics of Apache Kafka.', 'Apache Kafka 的主题。'),
  icon: 'list-tree',
  keywords: 'kafka topic stream message broker 消息 主题',
  docs: 'kafka.apache.org/protocol',
  tested: t('Tried against Apache Kafka 3.9, one node.', '已对照 Apache Kafka 3.9（单节点）测试。'),
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
    number('requestTimeout', t('Answer within', '应答超时'), { default: 30_000, min: 1000, ...milliseconds }),
    ...tls,
  ],
  faults: [
    failure(
      'KAFKA:AUTH',
      t('User or password is wrong, or may not use the topic.', '用户名或密码错误，或无权使用主题。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure('KAFKA:NO_TOPIC', t('There is no such topic.', '主题不存在。'), t('Make it first.', '先创建。')),
    failure(
      'KAFKA:TOO_LARGE',
      t('The message is larger than is allowed.', '消息超过上限。'),
      t('Raise the limit here and at the broker, or send less.', '提高此处与服务器的上限，或减小消息。'),
    ),
    failure(
      'KAFKA:COMPRESSION',
      t('A message is compressed in a way that cannot be read.', '无法读取消息的压缩格式。'),
      t('The message says which.', '错误信息会说明具体格式。'),
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
        number('timeout', t('Confirmed within', '确认时限'), { default: 10_000, min: 1, ...milliseconds }),
        flag('idempotent', t('Once only', '幂等'), false, {
          help: t(
            'The cluster drops what a retry sends twice; all replicas confirm.',
            '集群丢弃重试造成的重复；由全部副本确认。',
          ),
          advanced: true,
        }),
        choice(
          'compression',
          t('Compression', '压缩'),
          [
            ['none', t('None', '无')],
            ['gzip', t('gzip', 'gzip')],
          ],
          { advanced: true },
        ),
        number('maxBytes', t('At most', '消息上限'), {
          default: 1_000_000,
          min: 1,
          max: 64 * 1024 * 1024,
          unit: t('bytes', '字节'),
          advanced: true,
        }),
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
        needed('topics', t('Topics', '主题'), undefined, {
          help: t('With commas between; /orders-.*/ is a pattern.', '以逗号分隔；/orders-.*/ 表示正则。'),
        }),
        text('group', t('Group', '消费组'), { default: 'weft', required: true }),
        flag('fromBeginning', t('From the beginning', '从最早开始'), false, {
          help: t('Where the group has no offset yet.', '消费组尚无偏移量时。'),
        }),
        confirm,
        choice(
          'isolation',
          t('Transactions', '事务隔离'),
          [
            ['committed', t('What was committed', '仅已提交')],
            ['uncommitted', t('Also what was not', '包含未提交')],
          ],
          { advanced: true },
        ),
        number('sessionTimeout', t('Session timeout', '会话超时'), {
          default: 10_000,
          min: 6_000,
          ...milliseconds,
        }),
        number('heartbeat', t('Sign of life every', '心跳间隔'), {
          default: 3_000,
          min: 500,
          ...milliseconds,
        }),
        number('rebalanceTimeout', t('Rebalance timeout', '再均衡超时'), {
          default: 60_000,
          min: 1_000,
          ...milliseconds,
        }),
        number('wait', t('Wait for messages', '拉取等待'), { default: 250, min: 1, ...milliseconds }),
        number('minBytes', t('Fetch at least', '最小拉取'), {
          default: 1,
          min: 1,
          unit: t('bytes', '字节'),
          advanced: true,
        }),
        number('partitionBytes', t('Fetch of a partition', '每分区拉取'), {
          default: 1_048_576,
          min: 1024,
          max: 64 * 1024 * 1024,
          unit: t('bytes', '字节'),
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
