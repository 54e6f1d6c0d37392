// Kafka by kafkajs. Every broker that the cluster names is asked for at the guard before a socket goes there. An offset is
// committed after its flow; heartbeats go on meanwhile.
import { isIP, Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import kafkajs, {
  type ISocketFactory,
  type Kafka,
  type Producer,
  type ProducerRecord,
  type RecordMetadata,
  type SASLOptions,
} from 'kafkajs'
import { fault, isFault, toFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { bytesOf, type Arguments } from '../../arguments.ts'
import { connectFault, transportFault } from '../../failures.ts'
import { confirming, type Protocol, type Trigger, type World } from '../../session.ts'
import { matcherOf } from '../../files/names.ts'
import { ownTls } from '../../tls.ts'
import { dateTime, dict, dictOf } from '../../values.ts'
import { addCodecs } from './codecs.ts'
import { JointCommits } from './joint-commits.ts'

// CommonJS, whose names Node does not find one by one.
const { CompressionTypes, KafkaJSError, KafkaJSProtocolError, logLevel, Partitioners } = kafkajs
addCodecs()

const kafka: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 9092) }
  const secure = ownTls(connection, at.host)
  /** Of the last socket that did not connect: kafkajs keeps only its words. */
  let socketError: unknown
  const failed = (thrown: unknown): Fault => {
    if (isFault(socketError)) return socketError
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
    if (/MESSAGE_TOO_LARGE|RECORD_LIST_TOO_LARGE/.test(type)) return tooLarge(`Kafka: ${message}`)
    if (thrown instanceof KafkaJSProtocolError)
      return fault('KAFKA:ERROR', `Kafka: ${message}`, { data: { type } })
    const code = /\b(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|EHOSTUNREACH)\b/.exec(message)?.[1]
    if (thrown instanceof KafkaJSError && !code && !/connection/i.test(name + message))
      return fault('KAFKA:ERROR', `Kafka: ${message}`)
    const known = transportFault(socketError, at)
    if (known) return known
    return connectFault(code ? Object.assign(new Error(message), { code }) : thrown, at)
  }
  const client = new kafkajs.Kafka({
    clientId: 'weft',
    brokers: [`${at.host}:${at.port}`, ...connection.texts('brokers')],
    connectionTimeout: 10_000,
    authenticationTimeout: 10_000,
    requestTimeout: connection.number('requestTimeout', 30_000),
    retry: { retries: 2, initialRetryTime: 200, restartOnFailure: async () => false },
    logLevel: logLevel.NOTHING,
    ssl: secure ? { ...secure } : false,
    ...saslOf(connection),
    socketFactory: guarded(world, (error) => {
      // What the guard says stands: the socket's own end comes after it.
      if (error === undefined || !isFault(socketError)) socketError = error
    }),
  })
  let isOpen = true
  const producers = new Map<boolean, Promise<Producer>>()
  /** One that the cluster knows by number, so that it drops what a retry sends twice; made when it is first asked for. */
  const producerOf = (idempotent: boolean): Promise<Producer> => {
    const made = producers.get(idempotent) ?? opened(idempotent)
    producers.set(idempotent, made)
    return made
  }
  const opened = async (idempotent: boolean): Promise<Producer> => {
    const producer = client.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      // Sent again after a cut, a message could be there twice: only a producer that the cluster knows may.
      ...(!idempotent && { retry: { retries: 0 } }),
      ...(idempotent && { idempotent, maxInFlightRequests: 1 }),
    })
    producer.on('producer.disconnect', () => (isOpen = false))
    await producer.connect().catch((thrown) => Promise.reject(failed(thrown)))
    return producer
  }
  await producerOf(false)

  const consume: Trigger = async (values, asked) => {
    const consumer = confirming(values, asked)
    const heartbeatInterval = values.number('heartbeat', 3000)
    const source = client.consumer({
      groupId: values.line('group', 'weft'),
      sessionTimeout: values.number('sessionTimeout', 10_000),
      rebalanceTimeout: values.number('rebalanceTimeout', 60_000),
      heartbeatInterval,
      maxWaitTimeInMs: values.number('wait', 250),
      minBytes: values.number('minBytes', 1),
      maxBytesPerPartition: values.number('partitionBytes', 1_048_576),
      readUncommitted: values.line('isolation', 'committed') === 'uncommitted',
      allowAutoTopicCreation: false,
    })
    const commits = new JointCommits((offsets) => source.commitOffsets(offsets))
    try {
      await source.connect()
      const topics = await topicsOf(client, values.texts('topics'))
      await source.subscribe({ topics, fromBeginning: values.flag('fromBeginning') })
      const crashed = new Promise<never>((_, reject) => {
        source.on('consumer.crash', ({ payload }) => reject(payload.error))
        consumer.signal.addEventListener('abort', () => reject(consumer.signal.reason))
      })
      crashed.catch(() => {})
      await source.run({
        autoCommit: false,
        partitionsConsumedConcurrently: consumer.parallel,
        eachMessage: async ({ topic, partition, message, heartbeat }) => {
          const alive = setInterval(() => void heartbeat().catch(() => {}), Math.min(heartbeatInterval, 2000))
          let refused: unknown
          const commit = async (): Promise<void> => {
            try {
              await commits.add({ topic, partition, offset: String(BigInt(message.offset) + 1n) })
            } catch (thrown) {
              // Told to kafkajs as it is, so that it joins its group again where the partition is another's by now.
              refused = thrown
              throw failed(thrown)
            }
          }
          try {
            await consumer.emit({
              payload: new Uint8Array(message.value ?? []),
              attributes: dictOf({
                topic,
                partition,
                offset: Number(message.offset),
                key: message.key ? textOrBytes(message.key) : null,
                headers: headersValue(message.headers),
                timestamp: dateTime(new Date(Number(message.timestamp))),
              }),
              accept: commit,
              reject: commit,
            })
          } catch (thrown) {
            throw refused ?? thrown
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
        const content = values.bytes('content')
        const most = values.number('maxBytes', 1_000_000)
        if (content.length > most)
          throw tooLarge(`The message has ${content.length} bytes, at most ${most} are sent.`)
        const idempotent = values.flag('idempotent')
        const [topic, acks] = [values.text('topic'), idempotent ? -1 : Number(values.line('acks', '1'))]
        const producer = await producerOf(idempotent)
        const record: ProducerRecord = {
          topic,
          acks,
          timeout: values.number('timeout', 10_000),
          compression: values.line('compression', 'none') === 'gzip' ? CompressionTypes.GZIP : CompressionTypes.None, // prettier-ignore
          messages: [
            {
              value: Buffer.from(content),
              ...(values.has('key') && { key: Buffer.from(values.bytes('key')) }),
              ...(values.has('partition') && { partition: values.number('partition') }),
              headers: headersOf(values),
            },
          ],
        }
        const [place] = await sentOnce(producer, record).catch((thrown) => Promise.reject(failed(thrown)))
        // kafkajs leaves out, without a word, what is for a partition that is not there.
        if (!place && acks !== 0)
          throw fault('KAFKA:NO_TOPIC', `${topic} has no partition ${values.text('partition', '')}.`, {
            hint: 'Check the number; the first is 0.',
          })
        // Where nobody confirms, nobody says a place.
        const { topicName, partition, baseOffset, offset } = place ?? { topicName: topic }
        const where = baseOffset ?? offset
        return {
          attributes: dictOf({
            topic: topicName,
            partition: partition ?? null,
            offset: where === undefined || where === '-1' ? null : Number(where),
          }),
        }
      },
    },
    triggers: { consume },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      for (const made of producers.values())
        await made.then((producer) => producer.disconnect()).catch(() => {})
    },
  }
}
export default kafka

/** A broker that is not the partition's leader has written nothing; who is, the cluster knows a moment later. */
async function sentOnce(producer: Producer, record: ProducerRecord): Promise<RecordMetadata[]> {
  for (let wait = 200; ; wait *= 2) {
    try {
      return await producer.send(record)
    } catch (thrown) {
      const { cause } = thrown as { cause?: unknown }
      const known = [thrown, cause].find((one) => one instanceof KafkaJSProtocolError) as
        { type: string } | undefined
      if (!known || !/LEADER|REPLICA_NOT_AVAILABLE/.test(known.type) || wait > 2000) throw thrown
      await new Promise((again) => setTimeout(again, wait))
    }
  }
}

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
function guarded({ dialer }: World, told: (error: unknown) => void): ISocketFactory {
  return ({ host, port, ssl, onConnect }) => {
    const raw = new Socket()
    const socket = ssl
      ? tlsConnect({ ...ssl, socket: raw, host, servername: isIP(host) === 0 ? host : '' })
      : raw
    socket.on('error', told)
    endOnNonsense(socket)
    dialer.check({ host, port }).then(
      ({ address }) => {
        raw.connect({ host: address, port })
        socket.once(ssl ? 'secureConnect' : 'connect', () => {
          told(undefined)
          onConnect()
        })
      },
      (thrown) => {
        const { message, data } = toFault(thrown)
        raw.destroy(Object.assign(new Error(message), { code: data?.['code'] ?? 'ECONNREFUSED' }))
        told(thrown)
      },
    )
    return socket
  }
}

/** What kafkajs cannot read it throws out of the listener, which would end the relay: it ends the connection. */
function endOnNonsense(socket: Socket): void {
  const on = socket.on.bind(socket) as (event: string, listener: (...given: never[]) => void) => Socket
  socket.on = ((event: string, listener: (...given: never[]) => void) => {
    if (event !== 'data') return on(event, listener)
    return on('data', (...chunk) => {
      try {
        listener(...chunk)
      } catch (thrown) {
        socket.destroy(Object.assign(new Error((thrown as Error).message), { code: 'ECONNRESET' }))
      }
    })
  }) as Socket['on']
}

/** Names, and patterns between slashes. */
async function topicsOf(client: Kafka, names: string[]): Promise<string[]> {
  const patterns = names.filter((name) => /^\/.*\/$/.test(name))
  if (patterns.length === 0) return names
  const admin = client.admin()
  await admin.connect()
  try {
    const all = await admin.listTopics()
    const found = patterns.flatMap((pattern) =>
      all.filter(matcherOf(`^(?:${pattern.slice(1, -1)})$`, 'regex')),
    )
    const exact = names.filter((name) => !patterns.includes(name))
    const topics = [...new Set([...exact, ...found])]
    if (topics.length > 0) return topics
  } finally {
    await admin.disconnect().catch(() => {})
  }
  throw fault('KAFKA:NO_TOPIC', `There is no topic that fits ${names.join(', ')}.`, {
    hint: 'Make the topic first, or change the pattern.',
  })
}

function tooLarge(message: string): Fault {
  return fault('KAFKA:TOO_LARGE', message, { hint: 'Raise the limit here and at the broker, or send less.' })
}

function headersOf(values: Arguments): Record<string, Buffer | Buffer[]> {
  const bytes = (one: Value): Buffer => Buffer.from(bytesOf(one) ?? [])
  return Object.fromEntries(
    values.entries('headers').map(([name, one]) => [name, Array.isArray(one) ? one.map(bytes) : bytes(one)]),
  )
}

/** Text where the bytes are UTF-8. */
function textOrBytes(bytes: Uint8Array): Value {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new Uint8Array(bytes)
  }
}

function headersValue(headers: Record<string, unknown> | undefined): Value {
  return dict(
    Object.entries(headers ?? {}).map(([name, one]): [string, Value] => [
      name,
      (Array.isArray(one) ? one : [one]).map((each) =>
        Buffer.isBuffer(each) ? textOrBytes(each) : String(each),
      ),
    ]),
  )
}
