// NATS and JetStream through the relay, against nats-server.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Entity, type Value } from '../../worker/model/value.ts'
import type { ProtocolMessage } from '../../worker/model/protocol-link.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { caller, type Caller } from './support/caller.ts'
import { attribute, textOf } from './support/messages.ts'
import { describeWith, type Server } from './support/server.ts'
import { natsPrograms, natsUser, startNats } from './servers/nats.ts'

describeWith(natsPrograms, 'NATS', () => {
  let server: Server
  let relay: TestRelay
  let call: Caller
  let connection: Record<string, string | number>
  beforeAll(async () => {
    ;[server, relay] = await Promise.all([startNats(), startRelay()])
    connection = { host: '127.0.0.1', port: server.port, ...natsUser }
    call = caller(relay.client, 'nats', connection)
  })
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
  })
  const subscribe = (
    operation: string,
    values: Record<string, Value>,
    handle: (message: ProtocolMessage) => Promise<void>,
    more: { attempts?: number; parallel?: number } = {},
  ) =>
    relay.client.subscribe(
      {
        protocol: 'nats',
        operation,
        connection,
        arguments: new Map(Object.entries(values)),
        attempts: 2,
        ...more,
      },
      handle,
    )

  it('publishes to who listens, with headers', async () => {
    const got: ProtocolMessage[] = []
    const stop = subscribe('subscribe', { subject: 'news.*' }, async (message) => void got.push(message))
    await expect
      .poll(async () => {
        await call('publish', {
          subject: 'news.city',
          content: '你好',
          headers: new Map<Value, Value>([['X-N', 7]]),
        })
        return got.length
      })
      .toBeGreaterThan(0)
    await stop()
    expect(textOf(got[0]!.payload)).toBe('你好')
    expect([attribute(got[0]!, 'subject'), attribute(got[0]!, 'headers')]).toEqual(['news.city', new Map([['X-N', '7']])]) // prettier-ignore
  })

  it('stores in a stream, once for an id, and consumes with acknowledgement; what keeps failing is ended', async () => {
    expect(await call('make-stream', { stream: 'ORDERS', subjects: 'orders.*', retention: 'workqueue' })).toEqual(new Map<Value, Value>([['stream', 'ORDERS'], ['messages', 0]])) // prettier-ignore
    const first = await call.whole('publish', {
      subject: 'orders.a',
      content: 'one',
      stored: true,
      messageId: 'm1',
    })
    const second = await call.whole('publish', {
      subject: 'orders.a',
      content: 'one',
      stored: true,
      messageId: 'm1',
    })
    expect([attribute(first, 'duplicate'), attribute(second, 'duplicate')]).toEqual([false, true])
    await call('publish', { subject: 'orders.b', content: 'bad', stored: true })
    await call('publish', { subject: 'orders.c', content: new Entity(new TextEncoder().encode('{}'), 'application/json'), stored: true }) // prettier-ignore
    expect(textOf(await call('get-last', { stream: 'ORDERS', subject: 'orders.a' }))).toBe('one')
    const seen: [string, number, string][] = []
    const stop = subscribe('consume', { stream: 'ORDERS', consumer: 'weft' }, async (message) => {
      seen.push([textOf(message.payload), message.attempt, (message.payload as Entity).mime])
      if (textOf(message.payload) === 'bad') throw new Error('cannot')
    })
    await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(4)
    // The one that was ended stays in the stream, for whoever looks into it.
    await expect.poll(async () => ((await call('make-stream', { stream: 'ORDERS', subjects: 'orders.*' })) as Map<Value, Value>).get('messages')).toBe(1) // prettier-ignore
    expect(textOf(await call('get-last', { stream: 'ORDERS', subject: 'orders.b' }))).toBe('bad')
    await stop()
    expect(seen).toEqual([
      ['one', 1, 'application/octet-stream'],
      ['bad', 1, 'application/octet-stream'],
      ['bad', 2, 'application/octet-stream'],
      ['{}', 1, 'application/json'],
    ])
  })

  it('gives a message again whose flow was not done', async () => {
    await call('make-stream', { stream: 'AGAIN', subjects: 'again' })
    await call('publish', { subject: 'again', content: 'once', stored: true })
    let started!: () => void
    const began = new Promise<void>((resolve) => (started = resolve))
    const stop = subscribe('consume', { stream: 'AGAIN', consumer: 'w' }, async () => {
      started()
      await new Promise(() => {})
    })
    await began
    await stop()
    const got = await new Promise<string>((resolve) => {
      const second = subscribe('consume', { stream: 'AGAIN', consumer: 'w' }, async (message) => {
        resolve(textOf(message.payload))
        setTimeout(() => void second(), 500)
      })
    })
    expect(got).toBe('once')
  })

  it('says what is wrong: login, permission, nobody there, no stream, target', async () => {
    const at = { host: '127.0.0.1', port: server.port }
    const other = (values: object) => caller(relay.client, 'nats', { ...at, ...values })
    await expect(other({ ...natsUser, password: 'no' })('publish', { subject: 'a', content: '' })).rejects.toMatchObject({ code: 'NATS:AUTH' }) // prettier-ignore
    await expect(call('request', { subject: 'nobody', content: '', timeout: 2 })).rejects.toMatchObject({ code: 'NATS:NO_RESPONDERS' }) // prettier-ignore
    await expect(call('publish', { subject: 'unstored', content: '', stored: true })).rejects.toMatchObject({ code: 'NATS:NO_STREAM' }) // prettier-ignore
    await expect(call('publish', { subject: 'a\r\nPUB b', content: '' })).rejects.toMatchObject({ code: 'RELAY:ARGUMENT' }) // prettier-ignore
    await expect(other({ port: 1 })('publish', { subject: 'a', content: '' })).rejects.toMatchObject({ code: 'CONNECT:REFUSED' }) // prettier-ignore
    await expect(other({ ...natsUser, tls: true })('publish', { subject: 'a', content: '' })).rejects.toMatchObject({ code: expect.stringMatching(/^CONNECT:/) }) // prettier-ignore
    await expect(call('publish', { subject: 'a b', content: '' })).rejects.toMatchObject({ code: expect.stringMatching(/^NATS:/) }) // prettier-ignore
  })
})
