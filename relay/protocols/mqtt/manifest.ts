// MQTT 3.1.1 over TCP and TLS.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { choice, consumption, content, failure, flag, needed, number, password, t, target, text, tls, user, wayFaults } from '../../manifest.ts' // prettier-ignore

const qos = (standard: string) =>
  choice(
    'qos',
    t('Quality of service', '服务质量'),
    [
      ['0', t('At most once', '最多一次')],
      ['1', t('At least once', '至少一次')],
      ['2', t('Exactly once', '恰好一次')],
    ],
    { default: standard },
  )

const manifest: ProtocolManifest = {
  id: 'mqtt',
  label: componentLabel('MQTT'),
  summary: t('Topics of an MQTT broker.', 'MQTT 代理的主题。'),
  icon: 'radio-tower',
  keywords: 'mqtt iot topic message 物联网 消息 主题',
  docs: 'docs.oasis-open.org/mqtt/mqtt/v3.1.1',
  tested: t('Tried against Mosquitto 2.', '已对照 Mosquitto 2 测试。'),
  shares: true,
  fields: [
    ...target(1883),
    text('clientId', t('Client id', '客户端 ID'), {
      help: t(
        'Of triggers: keeps their messages while nobody listens.',
        '用于触发器：无人监听期间保留消息。',
      ),
    }),
    user,
    password,
    flag('clean', t('Clean session', '清除会话'), true, {
      help: t('Off: the broker keeps messages for this client id.', '关闭时代理为此客户端 ID 保留消息。'),
    }),
    number('keepAlive', t('Keep alive', '心跳间隔'), {
      default: 60,
      min: 5,
      max: 3600,
      unit: t('s', '秒'),
      advanced: true,
    }),
    text('willTopic', t('Topic of the last will', '遗嘱主题'), { advanced: true }),
    text('will', t('Last will', '遗嘱消息'), { advanced: true }),
    ...tls,
  ],
  faults: [
    failure(
      'MQTT:AUTH',
      t('The broker does not take user and password.', '代理不接受用户名与密码。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'MQTT:TOPIC',
      t('This is not a topic that can be used here.', '此处不能使用该主题。'),
      t('No wildcards where you publish.', '发布时不能使用通配符。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'publish',
      label: t('Publish', '发布'),
      summary: t('Sends a message to a topic.', '向主题发送消息。'),
      fields: [
        needed('topic', t('Topic', '主题'), 'str', { placeholder: 'plant/1/temperature' }),
        content,
        qos('0'),
        flag('retain', t('Retain', '保留'), false),
      ],
      gives: t('Unchanged.', '不变。'),
    },
  ],
  triggers: [
    {
      id: 'subscribe',
      label: t('Subscribe', '订阅'),
      summary: t('Starts the flow for each message of some topics.', '主题的每条消息启动一次流程。'),
      fields: [
        needed('topics', t('Topics', '主题'), undefined, {
          help: t('With commas between; + and # are wildcards.', '以逗号分隔；+ 与 # 为通配符。'),
        }),
        qos('1'),
        ...consumption,
      ],
      output: { type: 'bytes' },
      attributes: {
        type: 'dict',
        fields: {
          QoS: { type: 'int' },
          topic: { type: 'str' },
          messageID: { type: 'int' },
          retain: { type: 'bool' },
        },
      },
      gives: t(
        'The bytes. With quality of service 1 and 2 they are confirmed after the flow.',
        '字节。服务质量为 1、2 时在流程完成后确认。',
      ),
    },
  ],
}
export default manifest
