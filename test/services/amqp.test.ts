// AMQP 0-9-1 through the relay, against RabbitMQ.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Entity, type Value } from '../../worker/model/value.ts'
import type { ProtocolMessage } from '../../worker/model/protocol-link.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { caller, type Caller } from './support/caller.ts'
import { startProxy } from './support/fault-proxy.ts'
import { attribute, textOf } from './support/messages.ts'
import { describeWith, type Server } from './support/server.ts'
import { rabbitPrograms, rabbitUser, startRabbit } from './servers/rabbitmq.ts'

describeWith(rabbitPrograms, 'AMQP 0-9-1', () => {
  let server: Server
  let relay: TestRelay
  let call: Caller
  let connection: Record<string, string | number>
  beforeAll(async () => {
    ;[server, relay] = await Promise.all([startRabbit(), startRelay()])
    connection = { host: '127.0.0.1', port: server.port, ...rabbitUser }
    call = caller(relay.client, 'amqp', connection)
  }, 120_000)
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
  })
  const subscribe = (queue: string, handle: (message: ProtocolMessage) => Promise<void>, attempts = 2) =>
    relay.client.subscribe(
      {
        protocol: 'amqp',
        operation: 'consume',
        connection,
        arguments: new Map<string, Value>([['queue', queue]]),
        attempts,
      },
      handle,
    )

  it('declares, publishes, takes one, empties and deletes', async () => {
    expect(await call('declare-queue', { queue: '订单' })).toEqual(new Map<Value, Value>([['queue', '订单'], ['messages', 0], ['consumers', 0]])) // prettier-ignore
    await call('publish', { routingKey: '订单', content: '你好', correlationId: 'c-1', headers: new Map<Value, Value>([['n', 7], ['名', 'x']]) }) // prettier-ignore
    const got = await call.whole('get', { queue: '订单' })
    expect(textOf(got.payload)).toBe('你好')
    expect([attribute(got, 'correlationId'), attribute(got, 'deliveryMode'), attribute(got, 'expiration')]).toEqual(['c-1', 2, '1800000']) // prettier-ignore
    expect(attribute(got, 'headers')).toEqual(new Map<Value, Value>([['n', 7], ['名', 'x']])) // prettier-ignore
    expect((await call.whole('get', { queue: '订单' })).payload).toBe(null)
    for (let i = 0; i < 3; i++) await call('publish', { routingKey: '订单', content: i })
    expect(await call('purge', { queue: '订单' })).toBe(3)
    await call('publish', {
      routingKey: '订单',
      content: new Entity(new TextEncoder().encode('{}'), 'application/json'),
    })
    expect(await call('delete-queue', { queue: '订单' })).toBe(1)
  })

  it('ends a call whose connection dies while its channel is being closed', async () => {
    const proxy = await startProxy(() => server.port)
    const through = caller(relay.client, 'amqp', { ...connection, port: proxy.port })
    await call('declare-queue', { queue: 'closing' })
    // What a client says as it closes a channel.
    proxy.arm('hang up', /Goodbye/)
    await through('publish', { routingKey: 'closing', content: 'confirmed before' })
    proxy.arm('hang up', /Goodbye/)
    expect(textOf((await through.whole('get', { queue: 'closing' })).payload)).toBe('confirmed before')
    await call('delete-queue', { queue: 'closing' })
    await proxy.stop()
  }, 20_000)

  it('routes by exchange and key, and says when nobody takes a message', async () => {
    await call('declare-queue', { queue: 'eu' })
    await call('publish', {
      exchange: 'shop',
      exchangeType: 'topic',
      routingKey: 'x',
      content: '1',
      mandatory: false,
    })
    await call('bind', { queue: 'eu', exchange: 'shop', routingKey: 'order.eu.*' })
    await call('publish', { exchange: 'shop', routingKey: 'order.eu.de', content: 'yes' })
    expect(textOf(await call('get', { queue: 'eu' }))).toBe('yes')
    await expect(call('publish', { exchange: 'shop', routingKey: 'order.us', content: 'no' })).rejects.toMatchObject({ code: 'AMQP:UNROUTED' }) // prettier-ignore
  })

  it('carries 10 MB and bytes as they are', async () => {
    await call('declare-queue', { queue: 'big' })
    const big = new Uint8Array(10 * 1024 * 1024).map((_, i) => i * 7)
    await call('publish', { routingKey: 'big', content: big, contentType: 'application/octet-stream' })
    const got = (await call('get', { queue: 'big' })) as Entity
    expect(Buffer.from(got.bytes).equals(Buffer.from(big))).toBe(true)
  })

  it('confirms a message when its flow is done; one that keeps failing goes to the dead letters', async () => {
    await call('declare-queue', { queue: 'dead' })
    await call('publish', { exchange: 'graves', exchangeType: 'fanout', content: '-', mandatory: false })
    await call('bind', { queue: 'dead', exchange: 'graves' })
    await call('declare-queue', { queue: 'work', deadLetterExchange: 'graves' })
    for (const content of ['good', 'bad']) await call('publish', { routingKey: 'work', content })
    const seen: [string, number][] = []
    const stop = subscribe('work', async (message) => {
      seen.push([textOf(message.payload), message.attempt])
      if (textOf(message.payload) === 'bad') throw new Error('cannot')
    })
    await expect.poll(async () => (await call('declare-queue', { queue: 'dead' }) as Map<Value, Value>).get('messages'), { timeout: 20_000 }).toBe(1) // prettier-ignore
    await stop()
    expect(seen).toEqual([['good', 1], ['bad', 1], ['bad', 2]]) // prettier-ignore
    expect(textOf(await call('get', { queue: 'dead' }))).toBe('bad')
    expect(await call('purge', { queue: 'work' })).toBe(0)
  })

  it('gives a message again whose flow was not done when the consumer went away', async () => {
    await call('declare-queue', { queue: 'again' })
    await call('publish', { routingKey: 'again', content: 'once' })
    let started!: () => void
    const began = new Promise<void>((resolve) => (started = resolve))
    const stop = subscribe('again', async () => {
      started()
      await new Promise(() => {})
    })
    await began
    await stop()
    const got = await new Promise<ProtocolMessage>((resolve) => {
      const second = subscribe('again', async (message) => {
        resolve(message)
        setTimeout(() => void second(), 500)
      })
    })
    expect([textOf(got.payload), attribute(got, 'redelivered')]).toEqual(['once', true])
  })

  it('says what is wrong: login, queue, properties, target', async () => {
    const at = { host: '127.0.0.1', port: server.port }
    const other = (values: object) => caller(relay.client, 'amqp', { ...at, ...rabbitUser, ...values })
    await expect(other({ password: 'no' })('get', { queue: 'a' })).rejects.toMatchObject({
      code: 'AMQP:AUTH',
    })
    await expect(other({ vhost: 'none' })('get', { queue: 'a' })).rejects.toMatchObject({ code: 'AMQP:AUTH' })
    await expect(call('get', { queue: 'none' })).rejects.toMatchObject({ code: 'AMQP:NOT_FOUND' })
    await expect(call('publish', { exchange: 'none', content: 'x' })).rejects.toMatchObject({
      code: 'AMQP:NOT_FOUND',
    })
    await call('declare-queue', { queue: 'fixed' })
    await expect(call('declare-queue', { queue: 'fixed', durable: false })).rejects.toMatchObject({ code: 'AMQP:PRECONDITION' }) // prettier-ignore
    await expect(other({ port: 1 })('get', { queue: 'a' })).rejects.toMatchObject({ code: 'CONNECT:REFUSED' })
    await expect(other({ tls: true })('get', { queue: 'a' })).rejects.toMatchObject({ code: expect.stringMatching(/^CONNECT:/) }) // prettier-ignore
  })
})
