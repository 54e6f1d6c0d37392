// NATS by @nats-io: one connection for all calls. The server's list of its cluster is not followed: only checked targets are
// connected.
import {
  connect,
  headers as newHeaders,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
} from '@nats-io/transport-node'
import {
  AckPolicy,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  type JsMsg,
} from '@nats-io/jetstream'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { splitMime } from '../../../worker/model/mime.ts'
import type { ProtocolResult } from '../../../worker/model/protocol-link.ts'
import { Entity, type Value } from '../../../worker/model/value.ts'
import { textOf, type Arguments } from '../../arguments.ts'
import { connectError, transportFault, type Where } from '../../failures.ts'
import { ownTls } from '../../tls.ts'
import type { Consumer, Operation, Protocol } from '../../session.ts'
import { dictOf } from '../../values.ts'

/** Milliseconds until a message that was not settled is given again; while its flow runs it is kept alive. */
const ackWait = 15_000

const nats: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 4222) }
  const { address, host } = await world.dialer.check(at)
  const secure = ownTls(connection, host)
  let server: NatsConnection
  try {
    server = await connect({
      servers: address.includes(':') ? `[${address}]:${at.port}` : `${address}:${at.port}`,
      ignoreClusterUpdates: true,
      reconnect: false,
      timeout: 10_000,
      ...(secure && { tls: secure as object }),
      ...(connection.has('token') && { token: connection.text('token') }),
      ...(connection.has('user') && { user: connection.text('user'), pass: connection.text('password', '') }),
    })
  } catch (thrown) {
    // Here nothing was asked yet: who does not answer does not let us in.
    throw /Timeout/i.test((thrown as Error).name)
      ? connectError('TIMEOUT', at.host, at.port)
      : failed(thrown, at)
  }
  const guarded =
    (work: Operation): Operation =>
    async (values, wanted) => {
      try {
        return await work(values, wanted)
      } catch (thrown) {
        throw failed(
          server.isClosed() ? ((await server.closed()) ?? connectError('LOST', at.host, at.port)) : thrown,
          at,
        )
      }
    }

  return {
    operations: {
      publish: guarded(async (values) => {
        const [subject, data, more] = messageOf(values)
        if (!values.flag('stored')) {
          server.publish(subject, data, more)
          await server.flush()
          return {}
        }
        const options = values.has('messageId') ? { msgID: values.line('messageId') } : {}
        const { stream, seq, duplicate } = await jetstream(server).publish(subject, data, {
          ...more,
          ...options,
        })
        return { attributes: dictOf({ stream, sequence: seq, duplicate: duplicate === true }) }
      }),
      request: guarded(async (values) => {
        const [subject, data, more] = messageOf(values)
        return resultOf(
          await server.request(subject, data, { ...more, timeout: values.number('timeout', 10) * 1000 }),
        )
      }),
      'make-stream': guarded(async (values) => {
        const { streams } = await jetstreamManager(server)
        const name = values.line('stream')
        const config = {
          subjects: values.text('subjects').split('\n').map((one) => one.trim()).filter(Boolean), // prettier-ignore
          max_msgs: values.number('maxMessages', -1),
          max_bytes: values.number('maxBytes', -1),
        }
        const exists = await streams.info(name).then(() => true, () => false) // prettier-ignore
        const retention = retentions[values.line('retention', 'limits')] ?? RetentionPolicy.Limits
        const info = exists
          ? await streams.update(name, config)
          : await streams.add({ name, retention, ...config })
        return { payload: dictOf({ stream: info.config.name, messages: info.state.messages }) }
      }),
      'get-last': guarded(async (values) => {
        const { streams } = await jetstreamManager(server)
        const found = await streams.getMessage(values.line('stream'), {
          last_by_subj: values.line('subject'),
        })
        if (!found) return { payload: null }
        return { payload: entityOf(found.data, found.header), attributes: dictOf({ subject: found.subject, replyTo: null, headers: headersOf(found.header) }) } // prettier-ignore
      }),
    },
    triggers: {
      subscribe: async (values, consumer) => {
        const group = values.has('group') ? { queue: values.line('group') } : {}
        const subscription = server.subscribe(values.line('subject'), group)
        const stop = (): void => subscription.unsubscribe()
        consumer.signal.addEventListener('abort', stop, { once: true })
        try {
          for await (const message of subscription) {
            const offer = { ...resultOf(message), accept: async () => {}, reject: async () => {} }
            const done = consumer.emit(offer).catch(() => {})
            if (consumer.parallel === 1) await done
          }
        } catch (thrown) {
          throw failed(thrown, at)
        }
        if (!consumer.signal.aborted) throw connectError('LOST', at.host, at.port)
      },
      consume: async (values, consumer) => {
        try {
          await consume(server, values, consumer)
        } catch (thrown) {
          throw failed(thrown, at)
        }
        if (!consumer.signal.aborted) throw connectError('LOST', at.host, at.port)
      },
    },
    isOpen: () => !server.isClosed(),
    close: async () => {
      // What was not settled is given back on this turn; it goes out before the connection ends.
      await new Promise(setImmediate)
      // A drain is never over where the connection dies meanwhile.
      await Promise.race([server.drain().catch(() => {}), server.closed()])
    },
  }
}
export default nats

const retentions: Record<string, RetentionPolicy> = {
  limits: RetentionPolicy.Limits,
  workqueue: RetentionPolicy.Workqueue,
  interest: RetentionPolicy.Interest,
}

async function consume(server: NatsConnection, values: Arguments, consumer: Consumer): Promise<void> {
  const { consumers } = await jetstreamManager(server)
  const [stream, name] = [values.line('stream'), values.line('consumer')]
  await consumers.info(stream, name).catch(
    async () =>
      await consumers.add(stream, {
        durable_name: name,
        ack_policy: AckPolicy.Explicit,
        ack_wait: ackWait * 1e6,
        deliver_policy: values.line('from', 'all') === 'new' ? DeliverPolicy.New : DeliverPolicy.All,
        ...(values.has('subject') && { filter_subject: values.line('subject') }),
      }),
  )
  const found = await jetstream(server).consumers.get(stream, name)
  // One asked for at a time, so that none lies unseen in a buffer when the consumer goes away.
  const take = async (): Promise<void> => {
    while (!consumer.signal.aborted) {
      const message = await found.next({ expires: 2000 })
      if (!message) continue
      const offer = held(message)
      await consumer.emit(offer).catch(() => offer.dropped())
    }
  }
  await Promise.all(Array.from({ length: consumer.parallel }, take))
}

/** A message that is kept alive while its flow runs. */
function held(message: JsMsg) {
  const alive = setInterval(() => message.working(), ackWait / 3)
  return {
    ...resultOf(message),
    accept: async () => {
      clearInterval(alive)
      await message.ackAck()
    },
    reject: async (why: Fault) => {
      clearInterval(alive)
      message.term(why.message)
    },
    dropped: () => {
      clearInterval(alive)
      message.nak()
    },
  }
}

function messageOf(values: Arguments): [string, Uint8Array, { headers?: MsgHdrs }] {
  const rows = values.entries('headers')
  const content = values.value('content')
  const headers = newHeaders()
  for (const [name, one] of rows) headers.append(name, textOf(one) ?? '')
  if (content instanceof Entity && content.mime !== '' && !headers.has('Content-Type'))
    headers.append('Content-Type', content.mime)
  const more = [...headers.keys()].length > 0 ? { headers } : {}
  return [values.line('subject'), values.bytes('content'), more]
}

function resultOf(message: Pick<Msg, 'data' | 'subject' | 'headers'> & { reply?: string }): ProtocolResult {
  const { data, subject, headers, reply } = message
  return {
    payload: entityOf(data, headers),
    attributes: dictOf({ subject, replyTo: reply ?? null, headers: headersOf(headers) }),
  }
}
function entityOf(data: Uint8Array, headers: MsgHdrs | undefined): Entity {
  const { mime, encoding } = splitMime(headers?.get('Content-Type') || 'application/octet-stream')
  return new Entity(new Uint8Array(data), mime, encoding)
}
function headersOf(headers: MsgHdrs | undefined): Value {
  return new Map<Value, Value>([...(headers?.keys() ?? [])].map((name) => [name, headers!.get(name)]))
}

function failed(thrown: unknown, at: Where): Fault {
  if (isFault(thrown)) return thrown
  const { name = '', message = '' } = thrown as { name?: string; message?: string }
  const make = (code: string, hint: string) => fault(`NATS:${code}`, `NATS: ${message}`, { hint })
  if (/Authorization|Authentication|UserAuth/i.test(name + message) && !/permission/i.test(message))
    return make('AUTH', 'Check user, password or token of the connection.')
  if (/Permission/i.test(name + message)) return make('DENIED', 'The user may not use this subject.')
  if (
    /NoResponders|no responders/i.test(name + message) ||
    /JetStreamNotEnabled|stream not found/i.test(name + message)
  )
    return /JetStream|stream/i.test(name + message)
      ? make('NO_STREAM', 'Make the stream first, or publish without storing.')
      : make('NO_RESPONDERS', 'Start the service, or check the subject.')
  const transport = transportFault(thrown, at)
  if (transport) return transport
  if (/Timeout/i.test(name)) return make('TIMEOUT', 'Give it more time, or look at the service.')
  if (/Closed|Draining|Connection/i.test(name))
    return connectError(/refused/i.test(message) ? 'REFUSED' : /tls|ssl|certificate/i.test(message) ? 'TLS' : 'LOST', at.host, at.port, thrown) // prettier-ignore
  return make('ERROR', 'The message has the server’s words.')
}
