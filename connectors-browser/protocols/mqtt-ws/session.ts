// MQTT by mqtt.js over the platform's WebSocket. A message is confirmed at the broker when its flow is done: mqtt.js waits with the
// confirmation (and with the next message) until it is told.
import type { IClientOptions, IPublishPacket, MqttClient } from 'mqtt'
import type { Arguments } from '../../../relay/arguments.ts'
import type { Consumer } from '../../../relay/session.ts'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { entityOf, wireOf } from '../../protocol-fields.ts'
import type { PageProtocol } from '../../protocol-link.ts'

type QoS = 0 | 1 | 2

const mqtt: PageProtocol = async (connection, signal) => {
  const { connect } = await import('mqtt')
  const url = connection.line('url')
  if (!/^wss?:\/\//i.test(url))
    throw fault('MQTT:ADDRESS', `"${url.slice(0, 200)}" is not a WebSocket address.`, {
      hint: 'Write wss://host:port/path. For mqtt:// use the connector of the relay.',
    })
  // Calls have a client of their own: a second one with the trigger's id would throw the trigger out.
  const client = connect(url, optionsOf(connection, false))
  await connected(client, url, signal)
  const mime = connection.line('contentType', 'application/json')
  return {
    operations: {
      publish: async (values) => {
        const topic = topicOf(values.line('topic'))
        const qos = qosOf(values)
        const retain = values.flag('retain')
        const { bytes } = wireOf(values.value('content'))
        await client.publishAsync(topic, bytes as never, { qos, retain }).catch((thrown: unknown) => {
          throw failed(thrown, url)
        })
        return { attributes: new Map<Value, Value>([['topic', topic], ['qos', qos], ['retain', retain]]) } // prettier-ignore
      },
    },
    triggers: {
      subscribe: async (values, consumer) => {
        await client.endAsync(true).catch(() => {})
        const own = connect(url, optionsOf(connection, true))
        const wanted = { url, mime, topics: values.texts('topics'), qos: qosOf(values) }
        await subscribe(own, wanted, consumer).finally(() => own.end(true))
      },
    },
    isOpen: () => client.connected,
    close: async () => void (await client.endAsync(true).catch(() => {})),
  }
}
export default mqtt

/** Only a trigger has the session that the broker keeps. */
function optionsOf(connection: Arguments, isTrigger: boolean): IClientOptions {
  const willTopic = connection.line('willTopic', '')
  const user = connection.text('user', '')
  return {
    protocolVersion: connection.text('version', '4') === '5' ? 5 : 4,
    clientId: (isTrigger && connection.line('clientId', '')) || `weft-${crypto.randomUUID().slice(0, 13)}`,
    clean: !isTrigger || connection.flag('clean', true),
    keepalive: connection.number('keepAlive', 60),
    // A session is opened anew by who needs it.
    reconnectPeriod: 0,
    connectTimeout: 15_000,
    ...(user && { username: user, password: connection.text('password', '') }),
    ...(willTopic && { will: { topic: willTopic, payload: new TextEncoder().encode(connection.text('willContent', '')) as never, qos: 0, retain: false } }), // prettier-ignore
  }
}

function connected(client: MqttClient, url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: unknown): void => {
      client.end(true)
      reject(failed(why, url))
    }
    client.once('connect', () => {
      client.off('error', fail)
      client.off('close', closed)
      // What goes wrong later shows as a close.
      client.on('error', () => {})
      resolve()
    })
    const closed = (): void => fail(new Error('closed'))
    client.once('error', fail)
    client.once('close', closed)
    signal.addEventListener('abort', () => fail(new Error('timeout')), { once: true })
  })
}

interface Wanted {
  url: string
  mime: string
  topics: string[]
  qos: QoS
}
async function subscribe(
  client: MqttClient,
  { url, mime, topics, qos }: Wanted,
  consumer: Consumer,
): Promise<void> {
  if (topics.length === 0)
    throw fault('MQTT:TOPIC', 'The trigger has no topic.', { hint: 'Write one: plant/#' })
  // Before it is connected: what the broker has kept comes at once.
  const over = new Promise<void>((resolve, reject) => {
    consumer.signal.addEventListener('abort', () => resolve(), { once: true })
    client.once('close', () => reject(lost(url) as unknown as Error))
    client.handleMessage = (packet, confirm) => {
      consumer
        .emit({
          payload: entityOf(new Uint8Array(packet.payload as Uint8Array), mimeOf(packet, mime)),
          attributes: attributesOf(packet),
          accept: async () => {},
          reject: async () => {},
        }) // prettier-ignore
        .then(
          () => confirm(),
          // Not confirmed: with a kept session the broker sends it again.
          (thrown: unknown) => reject(thrown as Error),
        )
    }
  })
  over.catch(() => {})
  await connected(client, url, consumer.signal)
  const granted = await client.subscribeAsync(topics.map(topicOf), { qos }).catch((thrown: unknown) => {
    throw failed(thrown, url)
  })
  const refused = granted.find((one) => (one.qos as number) >= 128)
  if (refused) throw fault('MQTT:REFUSED', `The broker does not give ${refused.topic}.`, { hint: 'Check the rights of the user.' }) // prettier-ignore
  await over
}

function qosOf(values: Arguments): QoS {
  const qos = values.number('qos', 0)
  return qos === 1 || qos === 2 ? qos : 0
}
/** A topic is at most 65,535 bytes without the null character. */
function topicOf(topic: string): string {
  if (topic && !topic.includes('\0') && new TextEncoder().encode(topic).length <= 65_535) return topic
  throw fault('MQTT:TOPIC', 'The topic is empty or too long.', {
    hint: 'Write a topic like plant/7/temperature.',
  })
}
function mimeOf({ properties }: IPublishPacket, mime: string): string {
  return properties?.contentType ?? mime
}
function attributesOf({ topic, qos, messageId, retain, dup }: IPublishPacket): Map<Value, Value> {
  return new Map<Value, Value>([
    ['topic', topic],
    ['QoS', qos],
    ['messageID', messageId ?? null],
    ['retain', retain],
    ['duplicate', dup],
  ])
}

function failed(thrown: unknown, url: string): Fault {
  if (isFault(thrown)) return thrown
  const { code, message } = thrown as { code?: number | string; message: string }
  if (typeof code === 'number' && code > 0)
    return fault('MQTT:REFUSED', `${url} refused: ${message}.`, { hint: 'Check user, password and rights.', data: { code } }) // prettier-ignore
  if (/timeout/i.test(message)) return fault('CONNECT:TIMEOUT', `${url} does not answer.`, { hint: 'Look at the broker.', data: { url } }) // prettier-ignore
  return fault('CONNECT:REFUSED', `${url} takes no connection: ${message}.`, {
    hint: 'Check the address, and that the broker has a WebSocket listener there.',
    data: { url },
  })
}
function lost(url: string): Fault {
  return fault('CONNECT:LOST', `The connection to ${url} broke off.`, { hint: 'It is made again by itself.', data: { url } }) // prettier-ignore
}
