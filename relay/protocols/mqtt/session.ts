// MQTT 3.1.1 by mqtt.js over a socket of ours. What comes in is confirmed when its flow is done: one message after another.
import { randomBytes } from 'node:crypto'
import { MqttClient, type IPublishPacket } from 'mqtt'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { connectError, connectFault } from '../../failures.ts'
import type { Protocol, Trigger } from '../../session.ts'
import { tlsOf } from '../../tls.ts'
import { dictOf } from '../../values.ts'

const mqtt: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 1883) }
  const socket = await world.dialer.dial(at, tlsOf(connection), world.signal)
  const failed = (thrown: unknown): Fault => {
    if (isFault(thrown)) return thrown
    const { code, message } = thrown as { code?: unknown; message: string }
    // Return codes of CONNACK, MQTT 3.1.1 table 3.1.
    if (code === 4 || code === 5 || /not authorized|bad user/i.test(message))
      return fault('MQTT:AUTH', `MQTT: ${message}`, { hint: 'Check the connection.' })
    if (/topic/i.test(message)) return fault('MQTT:TOPIC', `MQTT: ${message}`)
    return connectFault(thrown, at)
  }
  const will = connection.text('willTopic', '')
  const client = new MqttClient(() => socket as never, {
    protocolVersion: 4,
    clientId: connection.line('clientId', `weft-${randomBytes(6).toString('hex')}`),
    clean: connection.flag('clean', true),
    keepalive: connection.number('keepAlive', 60),
    reconnectPeriod: 0,
    connectTimeout: 10_000,
    ...(connection.has('user') && { username: connection.text('user') }),
    ...(connection.has('password') && { password: connection.text('password') }),
    ...(will !== '' && {
      will: {
        topic: will,
        payload: Buffer.from(connection.text('will', '')),
        qos: 0 as const,
        retain: false,
      },
    }),
  })
  /** Before a subscription, messages of an earlier session wait. */
  let take: ((packet: IPublishPacket) => Promise<void>) | undefined
  let came: (() => void) | undefined
  client.handleMessage = (packet, done) => {
    void (async () => {
      while (!take && client.connected) await new Promise<void>((resolve) => (came = resolve))
      await take?.(packet)
      done()
    })().catch((thrown: Error) => {
      // Not confirmed: the broker gives it again with the next session.
      client.end(true)
      done(thrown)
    })
  }
  try {
    await new Promise<void>((resolve, reject) => {
      client.once('connect', () => resolve())
      client.once('error', reject)
      client.once('close', () => reject(connectError('LOST', at.host, at.port)))
    })
  } catch (thrown) {
    client.end(true)
    throw failed(thrown)
  }
  client.on('error', () => {})
  /** What waits for a confirmation waits in vain when the connection ends: mqtt.js keeps it for one that never comes. */
  const unlessLost = async <T>(work: Promise<T>): Promise<T> => {
    let lost!: () => void
    const ended = new Promise<never>((_, reject) => {
      lost = () => reject(connectError('LOST', at.host, at.port))
      client.once('close', lost)
    })
    if (!client.connected) lost()
    try {
      return await Promise.race([work, ended])
    } catch (thrown) {
      throw failed(thrown)
    } finally {
      work.catch(() => {})
      client.off('close', lost)
    }
  }

  const subscribe: Trigger = async (values, consumer) => {
    const quality = Number(values.line('qos', '1')) as 0 | 1 | 2
    take = (packet) =>
      consumer.emit({
        payload:
          typeof packet.payload === 'string' ? Buffer.from(packet.payload) : new Uint8Array(packet.payload),
        attributes: dictOf({
          QoS: packet.qos,
          topic: packet.topic,
          messageID: packet.messageId ?? 0,
          retain: packet.retain,
        }),
        accept: async () => {},
        // MQTT has no dead letters: it is confirmed and gone.
        reject: async () => {},
      })
    came?.()
    await unlessLost(client.subscribeAsync(values.texts('topics'), { qos: quality }))
    await new Promise<never>((_, reject) => {
      client.once('close', () => reject(connectError('LOST', at.host, at.port)))
      consumer.signal.addEventListener('abort', () => reject(consumer.signal.reason))
    })
  }
  return {
    operations: {
      publish: async (values) => {
        const topic = values.line('topic')
        if (/[+#]/.test(topic))
          throw fault('MQTT:TOPIC', `${topic} has a wildcard in it.`, { hint: 'Publish to one topic.' })
        const qos = Number(values.line('qos', '0')) as 0 | 1 | 2
        const options = { qos, retain: values.flag('retain') }
        await unlessLost(client.publishAsync(topic, Buffer.from(values.bytes('content')), options))
        return {}
      },
    },
    triggers: { subscribe },
    isOpen: () => client.connected,
    close: async () => {
      came?.()
      await client.endAsync(false).catch(() => {})
      socket.destroy()
    },
  }
}
export default mqtt
