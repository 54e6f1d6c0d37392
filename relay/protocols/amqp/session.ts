// AMQP 0-9-1 by amqplib: one connection, a channel of its own for each call (an error closes a channel, not the connection).
import {
  connect,
  type Channel,
  type ChannelModel,
  type ConsumeMessage,
  type GetMessage,
  type Options,
} from 'amqplib'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { ProtocolResult } from '../../../worker/model/protocol-link.ts'
import { Entity } from '../../../worker/model/value.ts'
import { splitMime } from '../../../worker/model/mime.ts'
import type { Arguments } from '../../arguments.ts'
import { connectError, transportFault, type Where } from '../../failures.ts'
import { ownTls } from '../../tls.ts'
import type { Consumer, Operation, Protocol } from '../../session.ts'
import { dateTime, dictOf, toPlain, toValue } from '../../values.ts'

const amqp: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 5672) }
  const { address, host } = await world.dialer.check(at)
  const secure = ownTls(connection, host)
  let open = true
  let model: ChannelModel
  try {
    model = await connect(
      {
        protocol: secure ? 'amqps' : 'amqp',
        hostname: address,
        port: at.port,
        username: connection.text('user', 'guest'),
        password: connection.text('password', 'guest'),
        vhost: connection.text('vhost', '/'),
        heartbeat: 30,
      },
      { timeout: 10_000, noDelay: true, ...secure },
    )
  } catch (thrown) {
    throw connectFailed(thrown, at)
  }
  model.on('error', () => (open = false))
  model.on('close', () => (open = false))

  /** A call on a channel of its own; what the channel says when it is closed is the error. */
  const within =
    (work: (channel: Channel, values: Arguments) => Promise<ProtocolResult>): Operation =>
    async (values) => {
      const channel = await model.createChannel().catch((thrown: unknown) => {
        throw failed(thrown, at)
      })
      let said: unknown
      channel.on('error', (error) => (said = error))
      try {
        return await work(channel, values)
      } catch (thrown) {
        throw failed(said ?? thrown, at)
      } finally {
        await closed(channel)
      }
    }

  return {
    operations: {
      publish: async (values) => await publish(model, values, at),
      get: within(async (channel, values) => {
        const message = await channel.get(values.text('queue'), { noAck: true })
        return message ? resultOf(message) : { payload: null, attributes: dictOf({}) }
      }),
      'declare-queue': within(async (channel, values) => {
        const { queue, messageCount, consumerCount } = await channel.assertQueue(values.text('queue'), {
          durable: values.flag('durable', true),
          autoDelete: values.flag('autoDelete'),
          arguments: values.has('arguments') ? toPlain(values.value('arguments')) : {},
          ...(values.has('deadLetterExchange') && { deadLetterExchange: values.text('deadLetterExchange') }),
        })
        return { payload: dictOf({ queue, messages: messageCount, consumers: consumerCount }) }
      }),
      bind: within(async (channel, values) => {
        await channel.bindQueue(values.text('queue'), values.text('exchange'), values.text('routingKey', ''))
        return {}
      }),
      purge: within(async (channel, values) => {
        return { payload: (await channel.purgeQueue(values.text('queue'))).messageCount }
      }),
      'delete-queue': within(async (channel, values) => {
        const { messageCount } = await channel.deleteQueue(values.text('queue'), {
          ifEmpty: values.flag('ifEmpty'),
        })
        return { payload: messageCount }
      }),
    },
    triggers: {
      consume: async (values, consumer) => {
        try {
          await consume(await model.createChannel(), values, consumer)
        } catch (thrown) {
          throw failed(thrown, at)
        }
      },
    },
    isOpen: () => open,
    close: async () => {
      open = false
      await closed(model)
    },
  }
}
export default amqp

async function publish(model: ChannelModel, values: Arguments, at: Where): Promise<ProtocolResult> {
  const channel = await model.createConfirmChannel().catch((thrown: unknown) => {
    throw failed(thrown, at)
  })
  const exchange = values.text('exchange', '')
  const kind = values.line('exchangeType', '')
  let said: unknown
  let returned = false
  channel.on('error', (error) => (said = error))
  // A message that no queue takes is returned before it is confirmed.
  channel.on('return', () => (returned = true))
  try {
    if (kind !== '' && exchange !== '')
      await channel.assertExchange(exchange, kind, {
        durable: values.flag('durable', true),
        autoDelete: values.flag('autoDelete'),
      })
    const content = values.value('content')
    const options: Options.Publish = {
      contentType:
        content instanceof Entity && content.mime !== ''
          ? content.mime
          : values.line('contentType', 'text/plain'),
      contentEncoding: 'utf-8',
      persistent: values.flag('persistent', true),
      mandatory: values.flag('mandatory', true),
      priority: values.number('priority', 0),
      timestamp: Math.floor(Date.now() / 1000),
      headers: Object.fromEntries(values.entries('headers').map(([name, one]) => [name, toPlain(one)])),
    }
    if (values.number('ttl', 0) > 0) options.expiration = String(Math.floor(values.number('ttl')))
    for (const name of ['correlationId', 'replyTo', 'messageId', 'type', 'appId'] as const)
      if (values.has(name)) options[name] = values.text(name)
    await new Promise<void>((resolve, reject) => {
      channel.once('close', () => reject(said ?? connectError('LOST', at.host, at.port)))
      channel.publish(
        exchange,
        values.text('routingKey', ''),
        Buffer.from(values.bytes('content')),
        options,
        (error) => {
          if (error)
            reject(
              fault('AMQP:NOT_CONFIRMED', 'The broker did not confirm the message.', {
                hint: 'Publish it again: it may come twice.',
              }),
            )
          else resolve()
        },
      )
    })
    if (returned) throw unrouted(exchange, values.text('routingKey', ''))
    return {}
  } catch (thrown) {
    throw failed(said ?? thrown, at)
  } finally {
    await closed(channel)
  }
}

/**
 * Closes it. A close that is on its way when the connection dies is never answered by amqplib, neither way: the event tells then.
 */
function closed(one: Channel | ChannelModel): Promise<void> {
  return new Promise((resolve) => {
    one.once('close', () => resolve())
    // One that is closed already throws.
    void (async () => await one.close())().then(resolve, () => resolve())
  })
}

async function consume(channel: Channel, values: Arguments, consumer: Consumer): Promise<void> {
  const noAck = values.line('confirm', 'after') === 'at-once'
  await channel.prefetch(consumer.parallel)
  await new Promise<void>((resolve, reject) => {
    let said: unknown
    channel.on('error', (error) => (said = error))
    channel.on('close', () => (consumer.signal.aborted ? resolve() : reject(said ?? new Error('closed'))))
    const stop = (): void => void closed(channel).then(resolve)
    if (consumer.signal.aborted) return stop()
    consumer.signal.addEventListener('abort', stop, { once: true })
    const take = (message: ConsumeMessage | null): void => {
      // The broker took the queue away.
      if (!message)
        return reject(
          fault('AMQP:NOT_FOUND', `The queue ${values.text('queue')} was deleted.`, {
            hint: 'Declare it again.',
          }),
        )
      consumer
        .emit({
          ...resultOf(message),
          accept: async () => void (noAck || channel.ack(message)),
          reject: async () => void (noAck || channel.nack(message, false, false)),
        })
        // The consumer is gone: closing the channel gives the message back to the queue.
        .catch(() => {})
    }
    channel.consume(values.text('queue'), take, { noAck, exclusive: values.flag('exclusive') }).catch(reject)
  })
}

function resultOf({ content, properties, fields }: ConsumeMessage | GetMessage): ProtocolResult {
  const { mime, encoding } = splitMime(String(properties.contentType ?? 'application/octet-stream'))
  const one = properties as unknown as Record<string, unknown>
  const named = ['deliveryMode', 'priority', 'correlationId', 'replyTo', 'expiration', 'messageId', 'type', 'userId', 'appId'] // prettier-ignore
  const seconds = one['timestamp']
  return {
    payload: new Entity(new Uint8Array(content), mime, encoding),
    attributes: dictOf({
      exchange: fields.exchange,
      routingKey: fields.routingKey,
      redelivered: fields.redelivered,
      headers: toValue(one['headers'] ?? {}),
      ...Object.fromEntries(named.map((name) => [name, toValue(one[name])])),
      timestamp: typeof seconds === 'number' ? dateTime(new Date(seconds * 1000)) : null,
    }),
  }
}

function unrouted(exchange: string, key: string): Fault {
  return fault(
    'AMQP:UNROUTED',
    `No queue takes a message with the key "${key}" from ${exchange === '' ? 'the default exchange' : `the exchange ${exchange}`}.`,
    {
      hint: 'Bind a queue to the exchange with this key.',
      data: { exchange, key },
    },
  )
}

const names: Record<number, string> = { 403: 'REFUSED', 404: 'NOT_FOUND', 405: 'LOCKED', 406: 'PRECONDITION' }

function failed(thrown: unknown, at: Where): Fault {
  if (isFault(thrown)) return thrown
  const { code, message } = thrown as { code?: unknown; message?: string }
  if (typeof code === 'number')
    return fault(`AMQP:${names[code] ?? 'ERROR'}`, `The broker says: ${message}`, { data: { code } })
  return transportFault(thrown, at) ?? connectError('LOST', at.host, at.port, thrown)
}

function connectFailed(thrown: unknown, at: Where): Fault {
  const said = String((thrown as Error)?.message)
  if (/ACCESS[-_]REFUSED|NOT_ALLOWED|\b403\b|\b530\b/.test(said))
    return fault('AMQP:AUTH', `${at.host}:${at.port} refuses the login: ${said}`, {
      hint: 'Check user, password and virtual host of the connection.',
    })
  // The broker closes the connection where the virtual host is not there.
  if (/ConnectionOpenOk/.test(said))
    return fault('AMQP:AUTH', `${at.host}:${at.port} does not open the virtual host.`, {
      hint: 'Check the virtual host of the connection.',
    })
  return (
    transportFault(thrown, at) ??
    connectError(/timeout|ETIMEDOUT/i.test(said) ? 'TIMEOUT' : 'LOST', at.host, at.port, thrown)
  )
}
