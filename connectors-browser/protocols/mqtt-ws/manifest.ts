// MQTT 3.1.1 and 5 (OASIS) over WebSocket: what a browser can speak itself. Over TCP the relay speaks it.
import { componentLabel } from '../../../worker/model/component-label.ts'
import { choice, consumption, content, failure, flag, lines, needed, number, password, t, text, user } from '../../../relay/manifest.ts' // prettier-ignore
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { connectFaults, contentType } from '../../protocol-fields.ts'

const qos = choice('qos', t('Quality of service', '服务质量（QoS）'), [
  ['0', t('0: at most once', '0：至多一次')],
  ['1', t('1: at least once', '1：至少一次')],
  ['2', t('2: exactly once', '2：恰好一次')],
])

const manifest: ProtocolManifest = {
  id: 'mqtt-ws',
  label: componentLabel('MQTT over WebSocket'),
  summary: t(
    'Publishes and subscribes at an MQTT broker, without a relay.',
    '无需中继即可向 MQTT 服务器发布与订阅。',
  ),
  icon: 'rss',
  keywords: 'mqtt iot broker topic 物联网 主题 消息',
  docs: 'docs.oasis-open.org/mqtt',
  tested: t('Tried against Mosquitto 2.', '已对照 Mosquitto 2 测试。'),
  runs: 'page',
  target: 'url',
  shares: true,
  fields: [
    text('url', t('Address', '地址'), { required: true, placeholder: 'wss://broker.example:8084/mqtt' }),
    user,
    password,
    choice('version', t('Version', '版本'), [
      ['4', t('MQTT 3.1.1', 'MQTT 3.1.1 版')],
      ['5', t('MQTT 5', 'MQTT 5 版')],
    ]),
    text('clientId', t('Client id', '客户端标识'), {
      help: t(
        'With a fixed one and without a clean session the broker keeps messages while this tab is away.',
        '使用固定标识且不清除会话时，本标签页离开期间服务器会保留消息。',
      ),
      advanced: true,
    }),
    flag('clean', t('Clean session', '清除会话'), true, { advanced: true }),
    number('keepAlive', t('Keep alive', '心跳间隔'), {
      default: 60,
      min: 5,
      max: 3600,
      unit: t('s', '秒'),
      advanced: true,
    }),
    text('willTopic', t('Last will: topic', '遗嘱主题'), { advanced: true }),
    lines('willContent', t('Last will: content', '遗嘱内容'), { advanced: true }),
    contentType,
  ],
  faults: [
    failure(
      'MQTT:REFUSED',
      t('The broker does not take this client, topic or message.', '服务器不接受该客户端、主题或消息。'),
      t('Check user, password and rights.', '检查用户名、密码与权限。'),
    ),
    ...connectFaults,
  ],
  operations: [
    {
      id: 'publish',
      label: t('Publish', '发布'),
      summary: t('Publishes a message to a topic.', '向主题发布消息。'),
      fields: [
        needed('topic', t('Topic', '主题'), 'str', { placeholder: 'plant/7/temperature' }),
        content,
        qos,
        flag('retain', t('Retain', '保留消息'), false),
      ],
      attributes: { type: 'dict', fields: { topic: { type: 'str' }, qos: { type: 'int' }, retain: { type: 'bool' } } }, // prettier-ignore
      gives: t(
        'The payload stays; with QoS 1 and 2 the broker has confirmed.',
        '载荷不变；QoS 1 与 2 表示服务器已确认。',
      ),
    },
  ],
  triggers: [
    {
      id: 'subscribe',
      label: t('On message', '收到消息时'),
      summary: t('Starts the flow for each message of the topics.', '主题每收到一条消息启动一次流程。'),
      fields: [
        text('topics', t('Topics', '主题'), {
          help: t(
            'Separated by commas; + stands for one level, # for all below.',
            '以逗号分隔；+ 表示一级，# 表示其下全部。',
          ),
          required: true,
          placeholder: 'plant/+/temperature',
        }),
        qos,
        ...consumption,
      ],
      output: { type: 'entity' },
      attributes: {
        type: 'dict',
        fields: {
          topic: { type: 'str' },
          QoS: { type: 'int' },
          messageID: { type: 'int' },
          retain: { type: 'bool' },
          duplicate: { type: 'bool' },
        },
      },
      gives: t('The message as an Entity.', '消息（Entity）。'),
    },
  ],
}
export default manifest
