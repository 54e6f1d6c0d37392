// AMQP 1.0 by rhea, to a checked address. A message is accepted when its flow is done, and released when nobody is there to do it.
import { isIP } from 'node:net'
import rhea, { type Connection, type EventContext, type Message, type Sender } from 'rhea'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { Entity, type Value } from '../../../worker/model/value.ts'
import type { Arguments } from '../../arguments.ts'
import { connectError, connectFault } from '../../failures.ts'
import type { Protocol, Trigger } from '../../session.ts'
import { dictOf, toPlain, toValue } from '../../values.ts'
import { ownTls } from '../../tls.ts'

// CommonJS, whose names Node does not find one by one.
const { create_container, message: make } = rhea

const patience = 15_000

const amqp1: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 5672) }
  const { address, host, port } = await world.dialer.check(at)
  const secure = ownTls(connection, host)
  const failed = (thrown: unknown): Fault => {
    if (isFault(thrown)) return thrown
    const {
      condition = '',
      description = '',
      message = '',
    } = thrown as { condition?: string; description?: string; message?: string }
    const words = description || message || condition
    if (/unauthorized|authentication|sasl/i.test(condition + words))
      return fault('AMQP1:AUTH', `AMQP 1.0: ${words}`, { hint: 'Check the connection.' })
    if (/not-found/.test(condition))
      return fault('AMQP1:NOT_FOUND', `AMQP 1.0: ${words}`, { hint: 'Check the address.' })
    if (condition.startsWith('amqp:'))
      return fault('AMQP1:ERROR', `AMQP 1.0: ${words}`, { data: { condition } })
    return connectFault(thrown, at)
  }
  const container = create_container({ id: `weft-${process.pid}-${Date.now()}` })
  const client: Connection = container.connect({
    host: address,
    port,
    hostname: host,
    reconnect: false,
    idle_time_out: 60_000,
    username: connection.text('user', 'anonymous'),
    ...(connection.has('password') && { password: connection.text('password') }),
    ...(secure
      ? {
          transport: 'tls',
          rejectUnauthorized: true,
          ...(isIP(host) === 0 && { servername: host }),
          ...(secure.ca && { ca: secure.ca }),
        }
      : { transport: 'tcp' }),
  } as never)
  // Without a listener rhea throws.
  for (const name of [
    'error',
    'connection_error',
    'protocol_error',
    'session_error',
    'sender_error',
    'receiver_error',
    'disconnected',
    'connection_close',
  ])
    client.on(name, () => {})
  await whenever(client, 'connection_open', [
    'connection_error',
    'connection_close',
    'disconnected',
    'protocol_error',
  ]).catch((thrown) => {
    client.close()
    throw failed(thrown ?? connectError('REFUSED', at.host, at.port))
  })
  const senders = new Map<string, Promise<Sender>>()
  const sender = (address: string): Promise<Sender> => {
    let made = senders.get(address)
    if (made) return made
    const link = client.open_sender({ target: { address } })
    for (const name of ['sender_error', 'sender_close']) link.on(name, () => senders.delete(address))
    made = whenever(link, 'sendable', ['sender_error', 'sender_close', 'session_error'], client).then(
      () => link,
    )
    made.catch(() => senders.delete(address))
    senders.set(address, made)
    return made
  }
  const consume: Trigger = async (values, consumer) => {
    const address = values.text('address')
    const receiver = client.open_receiver({
      source: { address },
      credit_window: 0,
      autoaccept: false,
      autosettle: true,
    })
    const underWay = new Set<Promise<void>>()
    receiver.on('message', ({ message, delivery }: EventContext) => {
      const done: Promise<void> = consumer
        .emit({
          ...resultOf(message!),
          accept: async () => void delivery!.accept(),
          reject: async (why) =>
            void delivery!.reject({
              condition: 'amqp:internal-error',
              description: why.message.slice(0, 200),
            }),
        })
        .catch(() => delivery!.release({ delivery_failed: true, undeliverable_here: false }))
        .finally(() => {
          underWay.delete(done)
          if (!consumer.signal.aborted) receiver.add_credit(1)
        })
      underWay.add(done)
    })
    const ended = new Promise<never>((_, reject) => {
      for (const name of ['receiver_error', 'receiver_close', 'session_error', 'disconnected'])
        receiver.on(name, (context: EventContext) =>
          reject(failed(errorOf(context) ?? connectError('LOST', at.host, at.port))),
        )
      client.on('disconnected', () => reject(connectError('LOST', at.host, at.port)))
      consumer.signal.addEventListener('abort', () => reject(consumer.signal.reason))
    })
    receiver.add_credit(consumer.parallel)
    try {
      await ended
    } finally {
      await Promise.all(underWay)
      receiver.close()
    }
  }
  return {
    operations: {
      publish: async (values) => {
        try {
          const link = await sender(values.text('address'))
          await accepted(client, link, messageOf(values))
          return {}
        } catch (thrown) {
          throw failed(thrown)
        }
      },
    },
    triggers: { consume },
    isOpen: () => client.is_open(),
    close: async () => {
      if (!client.is_open()) return
      const closed = whenever(client, 'connection_close', ['disconnected'], undefined, 2000).catch(() => {})
      client.close()
      await closed
    },
  }
}
export default amqp1

function accepted(client: Connection, link: Sender, message: Message): Promise<void> {
  return new Promise((resolve, reject) => {
    const delivery = link.send(message)
    const timer = setTimeout(
      () => done(fault('CONNECT:TIMEOUT', 'The broker does not accept the message in time.')),
      patience,
    )
    const refused =
      (name: string) =>
      (context: EventContext): void => {
        if (context.delivery !== delivery) return
        const { error } = (context.delivery.remote_state ?? {}) as { error?: { description?: string } }
        done(
          fault(
            'AMQP1:REJECTED',
            `AMQP 1.0: the message was ${name}${error?.description ? `: ${error.description}` : ''}.`,
          ),
        )
      }
    const lost = (context: EventContext): void =>
      done(errorOf(context) ?? Object.assign(new Error('closed'), { code: 'ECONNRESET' }))
    const events = new Map<string, (context: EventContext) => void>([
      ['accepted', (context) => void (context.delivery === delivery && done())],
      ['rejected', refused('rejected')],
      ['released', refused('released')],
      ['modified', refused('modified')],
      ['sender_error', lost],
      ['sender_close', lost],
    ])
    const done = (failure?: unknown): void => {
      clearTimeout(timer)
      for (const [name, listener] of events) link.removeListener(name, listener)
      client.removeListener('disconnected', lost)
      if (failure === undefined) resolve()
      else reject(failure as Error)
    }
    for (const [name, listener] of events) link.on(name, listener)
    // A link does not hear of the end of its connection.
    client.on('disconnected', lost)
  })
}

/** Resolves with the event; rejects with the error of one of the others, or after a while. */
function whenever(
  emitter: {
    on(name: string, listener: (context: EventContext) => void): unknown
    removeListener(name: string, listener: (context: EventContext) => void): unknown
  },
  good: string,
  bad: string[],
  client?: Connection,
  wait = patience,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => done(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), wait)
    const well = (): void => done()
    const ill = (context: EventContext): void =>
      done(errorOf(context) ?? Object.assign(new Error('closed'), { code: 'ECONNRESET' }))
    const done = (failure?: unknown): void => {
      clearTimeout(timer)
      emitter.removeListener(good, well)
      for (const name of bad) emitter.removeListener(name, ill)
      client?.removeListener('disconnected', ill)
      if (failure === undefined) resolve()
      else reject(failure as Error)
    }
    emitter.on(good, well)
    for (const name of bad) emitter.on(name, ill)
    client?.on('disconnected', ill)
  })
}

function errorOf(context: EventContext & { error?: unknown }): unknown {
  const { connection, session, sender, receiver, error } = context
  return error ?? sender?.error ?? receiver?.error ?? session?.error ?? connection?.error ?? undefined
}

function messageOf(values: Arguments): Message {
  const ttl = values.number('ttl', 0)
  const properties = values.entries('properties').map(([name, one]) => [name, toPlain(one)])
  return {
    body: make.data_section(Buffer.from(values.bytes('content'))),
    content_type: values.text('contentType', 'text/plain'),
    durable: values.flag('durable', true),
    priority: values.number('priority', 4),
    application_properties: Object.fromEntries(properties),
    ...(ttl > 0 && { ttl }),
    ...(values.has('messageId') && { message_id: values.text('messageId') }),
    ...(values.has('correlationId') && { correlation_id: values.text('correlationId') }),
    ...(values.has('subject') && { subject: values.text('subject') }),
    ...(values.has('replyTo') && { reply_to: values.text('replyTo') }),
  } as Message
}

function resultOf(message: Message): { payload: Value; attributes: Value } {
  const content = (message.body as { content?: unknown } | null)?.content
  const bytes = Buffer.isBuffer(content) ? content : Buffer.isBuffer(message.body) ? message.body : undefined
  const type = message.content_type ?? 'application/octet-stream'
  return {
    payload: bytes ? new Entity(new Uint8Array(bytes), type) : toValue(message.body),
    attributes: dictOf({
      messageId: toValue(message.message_id),
      correlationId: toValue(message.correlation_id),
      subject: toValue(message.subject),
      replyTo: toValue(message.reply_to),
      contentType: toValue(message.content_type),
      priority: toValue(message.priority),
      durable: message.durable ?? false,
      properties: toValue(message.application_properties ?? {}),
      deliveryCount: message.delivery_count ?? 0,
    }),
  }
}
