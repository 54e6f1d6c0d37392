// Kafka by kafkajs. Every broker that the cluster names is asked for at the guard before a socket goes there. Offsets are
// committed one by one, after the flow; heartbeats go on meanwhile.
import { isIP, Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { Kafka, KafkaJSError, KafkaJSProtocolError, logLevel, Partitioners, type ISocketFactory, type Producer, type SASLOptions } from 'kafkajs' // prettier-ignore
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { bytesOf, textOf, type Arguments } from '../../arguments.ts'
import { connectError, connectFault } from '../../failures.ts'
import type { Protocol, Trigger, World } from '../../session.ts'
import { ownTls } from '../../tls.ts'
import { dateTime, dict, dictOf } from '../../values.ts'

const kafka: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 9092) }
  const secure = ownTls(connection, at.host)
  let denied: Fault | undefined
  const failed = (thrown: unknown): Fault => {
    if (denied) return denied
    if (isFault(thrown)) return thrown
    const { name = '', message, cause } = thrown as Error & { type?: string }
    const type =
      thrown instanceof KafkaJSProtocolError
        ? thrown.type
        : ((cause as { type?: string } | undefined)?.type ?? '')
    if (/SASL|AUTHORIZATION/i.test(type + name))
      return fault('KAFKA:AUTH', `Kafka: ${message}`, { hint: 'Check the connection.' })
    if (/UNKNOWN_TOPIC/.test(type) || /does not host this topic/i.test(message))
      return fault('KAFKA:NO_TOPIC', `Kafka: ${message}`, { hint: 'Make the topic first.' })
    if (thrown instanceof KafkaJSProtocolError)
      return fault('KAFKA:ERROR', `Kafka: ${message}`, { data: { type } })
    const code = /\b(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|EHOSTUNREACH)\b/.exec(message)?.[1]
    if (thrown instanceof KafkaJSError && !code && !/connection/i.test(name + message))
      return fault('KAFKA:ERROR', `Kafka: ${message}`)
    return connectFault(
      Object.assign(new Error(message), {
        code: code ?? (/timeout/i.test(message) ? 'ETIMEDOUT' : 'ECONNREFUSED'),
      }),
      at,
    )
  }
  const client = new Kafka({
    clientId: 'weft',
    brokers: [`${at.host}:${at.port}`, ...connection.texts('brokers')],
    connectionTimeout: 10_000,
    authenticationTimeout: 10_000,
    requestTimeout: 30_000,
    retry: { retries: 2, initialRetryTime: 200, restartOnFailure: async () => false },
    logLevel: logLevel.NOTHING,
    ssl: secure ? { ...secure } : false,
    ...saslOf(connection),
    socketFactory: guarded(world, (failure) => (denied = failure)),
  })
  const producer: Producer = client.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
  })
  let isOpen = true
  producer.on('producer.disconnect', () => (isOpen = false))
  await producer.connect().catch((thrown) => Promise.reject(failed(thrown)))

  const consume: Trigger = async (values, consumer) => {
    const source = client.consumer({
      groupId: values.line('group', 'weft'),
      sessionTimeout: values.number('sessionTimeout', 10_000),
      rebalanceTimeout: values.number('rebalanceTimeout', 60_000),
      heartbeatInterval: 3000,
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
    })
    try {
      await source.connect()
      await source.subscribe({ topics: values.texts('topics'), fromBeginning: values.flag('fromBeginning') })
      const crashed = new Promise<never>((_, reject) => {
        source.on('consumer.crash', ({ payload }) => reject(payload.error))
        consumer.signal.addEventListener('abort', () => reject(consumer.signal.reason))
      })
      crashed.catch(() => {})
      await source.run({
        autoCommit: false,
        partitionsConsumedConcurrently: consumer.parallel,
        eachMessage: async ({ topic, partition, message, heartbeat }) => {
          const alive = setInterval(() => void heartbeat().catch(() => {}), 2000)
          const commit = () =>
            source.commitOffsets([{ topic, partition, offset: String(BigInt(message.offset) + 1n) }])
          try {
            await consumer.emit({
              payload: new Uint8Array(message.value ?? []),
              attributes: dictOf({
                topic,
                partition,
                offset: Number(message.offset),
                key: message.key ? textOf(new Uint8Array(message.key)) : null,
                headers: headersValue(message.headers),
                timestamp: dateTime(new Date(Number(message.timestamp))),
              }),
              accept: commit,
              reject: commit,
            })
          } finally {
            clearInterval(alive)
          }
        },
      })
      await crashed
    } catch (thrown) {
      if (consumer.signal.aborted) throw thrown
      throw failed(thrown)
    } finally {
      await source.disconnect().catch(() => {})
    }
  }
  return {
    operations: {
      publish: async (values) => {
        const [place] = await producer
          .send({
            topic: values.text('topic'),
            acks: Number(values.line('acks', '1')),
            timeout: 10_000,
            messages: [
              {
                value: Buffer.from(values.bytes('content')),
                ...(values.has('key') && { key: Buffer.from(values.bytes('key')) }),
                ...(values.has('partition') && { partition: values.number('partition') }),
                headers: Object.fromEntries(
                  values.entries('headers').map(([name, one]) => [name, Buffer.from(bytesOf(one) ?? [])]),
                ),
              },
            ],
          })
          .catch((thrown) => Promise.reject(failed(thrown)))
        const { topicName, partition, baseOffset, offset } = place!
        return {
          attributes: dictOf({ topic: topicName, partition, offset: Number(baseOffset ?? offset ?? -1) }),
        }
      },
    },
    triggers: { consume },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      await producer.disconnect().catch(() => {})
    },
  }
}
export default kafka

function saslOf(connection: Arguments): { sasl?: SASLOptions } {
  const mechanism = connection.line('sasl', 'none')
  if (mechanism === 'none') return {}
  return {
    sasl: {
      mechanism: mechanism as 'plain',
      username: connection.text('user'),
      password: connection.text('password', ''),
    },
  }
}

/** kafkajs wants the socket at once: it is given one that connects after the check. */
function guarded({ dialer }: World, refused: (failure: Fault) => void): ISocketFactory {
  return ({ host, port, ssl, onConnect }) => {
    const raw = new Socket()
    const socket = ssl
      ? tlsConnect({ ...ssl, socket: raw, ...(isIP(host) === 0 && { servername: host }) })
      : raw
    dialer.check({ host, port }).then(
      ({ address }) => {
        raw.connect({ host: address, port })
        socket.once(ssl ? 'secureConnect' : 'connect', onConnect)
      },
      (thrown) => {
        const failure = isFault(thrown) ? thrown : connectError('REFUSED', host, port)
        if (failure.code.startsWith('EGRESS:')) refused(failure)
        raw.destroy(
          Object.assign(new Error(failure.message), { code: failure.data?.['code'] ?? 'ECONNREFUSED' }),
        )
      },
    )
    return socket
  }
}

function headersValue(headers: Record<string, unknown> | undefined): Value {
  return dict(
    Object.entries(headers ?? {}).map(([name, one]): [string, Value] => [
      name,
      (Array.isArray(one) ? one : [one]).map((each) =>
        Buffer.isBuffer(each) ? each.toString('utf8') : String(each),
      ),
    ]),
  )
}
