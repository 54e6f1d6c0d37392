// Kafka through the relay, against one node of Apache Kafka.
import { Kafka, logLevel, type Producer } from 'kafkajs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { kafkaPrograms, kafkaUser, startKafka, type KafkaServer } from './servers/kafka.ts'
import { caller, type Caller } from './support/caller.ts'
import { appOf, expression, runFlow, step } from './support/flow.ts'
import { listen, type Listening } from './support/listening.ts'
import { attribute, numbers } from './support/messages.ts'
import { describeWith, programOf, runProgram } from './support/server.ts'

const soon = { timeout: 30_000, interval: 50 }

describeWith(kafkaPrograms, 'Kafka', () => {
  let server: KafkaServer
  let relay: TestRelay
  let call: Caller
  let connection: Record<string, string | number>
  beforeAll(async () => {
    ;[server, relay] = await Promise.all([startKafka(), startRelay()])
    connection = { host: '127.0.0.1', port: server.port }
    call = caller(relay.client, 'kafka', connection)
    await server.makeTopics({ keep: 1, spread: 4, odd: 1, big: 1, packed: 1, bought: 1, 'orders-cn': 1, 'orders-de': 1, other: 1, once: 1, left: 1 }) // prettier-ignore
  }, 120_000)
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
  })
  const consume = (
    topics: string,
    group: string,
    handle: Parameters<typeof listen>[5] = () => {},
    values: Record<string, Value> = {},
    more: Parameters<typeof listen>[6] = {},
  ): Listening =>
    listen(
      relay.client,
      'kafka',
      'consume',
      connection,
      { topics, group, fromBeginning: true, ...values },
      handle,
      more,
    )
  const publish = (topic: string, content: Value, more: Record<string, Value> = {}) =>
    call.whole('publish', { topic, content, ...more })

  it('publishes with a place, and hands on in order what one key has', async () => {
    for (const text of numbers(20)) {
      const headers = new Map<Value, Value>([
        ['h', '值'],
        ['twice', ['a', 'b']],
      ])
      const { payload, attributes } = await publish('keep', text, { key: 'k', headers })
      const place = Object.fromEntries(attributes as Map<string, Value>)
      expect([payload, place]).toEqual([undefined, { topic: 'keep', partition: 0, offset: Number(text) }])
    }
    const one = consume('keep', 'first')
    await expect.poll(() => one.texts(), soon).toEqual(numbers(20))
    const attributes = Object.fromEntries(one.came[3]!.attributes as Map<string, Value>)
    expect(attributes).toMatchObject({
      topic: 'keep',
      partition: 0,
      offset: 3,
      key: 'k',
      headers: new Map([
        ['h', ['值']],
        ['twice', ['a', 'b']],
      ]),
    })
    expect(Math.abs(Date.parse((attributes['timestamp'] as { iso: string }).iso) - Date.now())).toBeLessThan(60_000) // prettier-ignore
    expect(one.came[3]!.payload).toBeInstanceOf(Uint8Array)
    await one.stop()
    expect(one.troubles).toEqual([])
  })

  it('commits an offset only when the flow is done: what was not done comes again', async () => {
    const done: string[] = []
    const one = consume('keep', 'second', async (_, text) => {
      if (Number(text) >= 5) await new Promise(() => {})
      done.push(text)
    })
    await expect.poll(() => one.texts().includes('5'), soon).toBe(true)
    await one.stop()
    const two = consume('keep', 'second')
    await expect.poll(() => two.texts().length, soon).toBeGreaterThanOrEqual(15)
    expect(done).toEqual(numbers(5))
    expect(two.texts()).toEqual(numbers(20).slice(5))
    await two.stop()
  })

  it('tries a message again whose flow failed, then leaves it behind', async () => {
    for (const text of numbers(3)) await publish('left', text)
    const fails = (_: unknown, text: string): void => {
      if (text === '1') throw new Error('no')
    }
    const one = consume('left', 'fails', fails, {}, { attempts: 2 })
    await expect.poll(() => one.texts(), soon).toEqual(['0', '1', '1', '2'])
    expect(one.came.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 1])
    await one.stop()
    await publish('left', 'next')
    const two = consume('left', 'fails')
    await expect.poll(() => two.texts(), soon).toEqual(['next'])
    await two.stop()
  })

  it('confirmed at once: what a flow was busy with does not come again', async () => {
    const one = consume('keep', 'at once', () => new Promise(() => {}), { confirm: 'at-once' })
    await expect.poll(() => one.texts(), soon).toEqual(['0'])
    await one.stop()
    const two = consume('keep', 'at once')
    await expect.poll(() => two.texts()[0], soon).toBe('1')
    await two.stop()
  })

  it('shares the partitions in a group; one that leaves hands on what it had not done', async () => {
    const done: string[] = []
    const work = (pace: number) => async (_: unknown, text: string) => {
      await new Promise((resolve) => setTimeout(resolve, pace))
      done.push(text)
    }
    const one = consume('spread', 'shared', work(5), {}, { parallel: 4 })
    const two = consume('spread', 'shared', work(5), {}, { parallel: 4 })
    const count = 120
    for (const text of numbers(count)) await publish('spread', text, { partition: Number(text) % 4 })
    await expect.poll(() => Math.min(one.came.length, two.came.length), soon).toBeGreaterThan(5)
    await two.stop()
    await expect.poll(() => new Set(done).size, soon).toBe(count)
    // Of each partition its messages came in order, apart from what came again.
    const firsts = [...new Set(done)].filter((text) => Number(text) % 4 === 1).map(Number)
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
    // Nothing that was done and committed came again, but what `two` was busy with when it left.
    expect(done.length).toBeLessThanOrEqual(count + 4)
    await one.stop()
    const three = consume('spread', 'shared')
    await publish('spread', 'last')
    await expect.poll(() => three.texts().includes('last'), soon).toBe(true)
    expect(three.texts()).toEqual(['last'])
    await three.stop()
  })

  it('sees of transactions what was committed, or all', async () => {
    const client = new Kafka({ brokers: [`127.0.0.1:${server.port}`], logLevel: logLevel.NOTHING })
    const producer: Producer = client.producer({ transactionalId: 't', idempotent: true, maxInFlightRequests: 1 }) // prettier-ignore
    await producer.connect()
    for (const [value, end] of [
      ['kept', 'commit'],
      ['dropped', 'abort'],
      ['kept too', 'commit'],
    ] as const) {
      const transaction = await producer.transaction()
      await transaction.send({ topic: 'bought', messages: [{ value }] })
      await transaction[end]()
    }
    await producer.disconnect()
    const committed = consume('bought', 'committed')
    const all = consume('bought', 'all', () => {}, { isolation: 'uncommitted' })
    await expect.poll(() => committed.texts(), soon).toEqual(['kept', 'kept too'])
    await expect.poll(() => all.texts(), soon).toEqual(['kept', 'dropped', 'kept too'])
    await Promise.all([committed.stop(), all.stop()])
  })

  it('takes topics by a pattern', async () => {
    for (const topic of ['orders-cn', 'orders-de', 'other']) await publish(topic, topic)
    const one = consume('/orders-[a-z]+/', 'pattern')
    await expect.poll(() => one.texts().sort(), soon).toEqual(['orders-cn', 'orders-de'])
    await one.stop()
  })

  it('carries 10 MB, odd keys, empty values, and no more than is allowed', async () => {
    const big = new Uint8Array(10_000_000).map((_, i) => i * 31)
    const code = (sent: Promise<unknown>) => sent.then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    expect(await code(publish('big', big))).toBe('KAFKA:TOO_LARGE')
    expect(await code(publish('big', new Uint8Array(13_000_000), { maxBytes: 20_000_000 }))).toBe('KAFKA:TOO_LARGE') // prettier-ignore
    await publish('big', big, { maxBytes: 20_000_000 })
    const one = consume('big', 'big')
    await expect.poll(() => one.came.length, soon).toBe(1)
    expect(Buffer.from(one.came[0]!.payload as Uint8Array).equals(Buffer.from(big))).toBe(true)
    await one.stop()
    const keys: Value[] = ['', '键 \r\n\0"', new Uint8Array([0xff, 0, 0x80]), "'; DROP TOPIC odd; --"]
    for (const key of keys) await publish('odd', '', { key, headers: new Map([[String(key), key]]) })
    const two = consume('odd', 'odd')
    await expect.poll(() => two.came.map((one) => attribute(one, 'key')), soon).toEqual([null, ...keys.slice(1)]) // prettier-ignore
    expect(two.came.map(({ payload }) => (payload as Uint8Array).length)).toEqual([0, 0, 0, 0])
    await two.stop()
  }, 120_000)

  it('confirms by nobody, by all, and once only', async () => {
    expect(Object.fromEntries((await publish('once', 'a', { acks: '0' })).attributes as Map<string, Value>)).toMatchObject({ topic: 'once' }) // prettier-ignore
    await publish('once', 'b', { acks: '-1' })
    await publish('once', 'c', { idempotent: true })
    await publish('once', 'd', { idempotent: true, compression: 'gzip' })
    const one = consume('once', 'once')
    await expect.poll(() => one.texts().sort(), soon).toEqual(['a', 'b', 'c', 'd'])
    await one.stop()
  })

  it.skipIf(!programOf('kcat'))('reads what librdkafka wrote with each compression', async () => {
    const line = (name: string) => `${name} ${'压缩 abcabcabc '.repeat(3000)}`
    for (const name of ['none', 'gzip', 'snappy', 'lz4'])
      runProgram(
        'kcat',
        ['-P', '-b', `127.0.0.1:${server.port}`, '-t', 'packed', '-z', name, '-k', name, '-H', `z=${name}`],
        { cwd: server.folder, input: line(name) + '\n' },
      )
    const one = consume('packed', 'packed')
    await expect.poll(() => one.texts(), soon).toEqual(['none', 'gzip', 'snappy', 'lz4'].map(line))
    expect(attribute(one.came[2]!, 'headers')).toEqual(new Map([['z', ['snappy']]]))
    await one.stop()
  })

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])(
    'signs on over TLS by %s, publishes and consumes',
    async (sasl) => {
      const secure = {
        host: 'localhost',
        port: server.securePort,
        sasl,
        tls: true,
        ca: server.ca,
        ...kafkaUser,
      }
      const { attributes } = await caller(relay.client, 'kafka', secure).whole('publish', { topic: 'other', content: sasl }) // prettier-ignore
      expect((attributes as Map<string, Value>).get('topic')).toBe('other')
      const one = listen(relay.client, 'kafka', 'consume', secure, { topics: 'other', group: sasl, fromBeginning: true }) // prettier-ignore
      await expect.poll(() => one.texts().includes(sasl), soon).toBe(true)
      await one.stop()
      const code = (other: object) =>
        caller(relay.client, 'kafka', { ...secure, ...other })('publish', { topic: 'other', content: 'x' }).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
      expect(await code({ password: 'no' })).toBe('KAFKA:AUTH')
      expect(await code({ ca: '' })).toBe('CONNECT:TLS')
      expect(await code({ tls: false })).toMatch(/^CONNECT:/)
    },
  )

  it('is used by a flow, in this process and over the relay', async () => {
    const app = appOf([step('kafka/publish', { topic: 'other', content: expression("'from a flow'") })], {
      kafka: connection,
    })
    for (const link of [relay.client, undefined]) {
      const { message, fault } = await runFlow(app, link)
      expect([fault, message.payload.value]).toEqual([undefined, null])
    }
  })

  it('goes on after the broker was killed, and nothing that was confirmed is lost', async () => {
    const done: string[] = []
    const one = consume('once', 'survives', (_, text) => void done.push(text))
    await expect.poll(() => done.length, soon).toBe(4)
    await server.kill()
    await expect(publish('once', 'lost')).rejects.toMatchObject({ code: expect.stringMatching(/^CONNECT:/) })
    await server.again()
    await expect.poll(() => publish('once', 'after').then(() => 'sent', () => 'not yet'), soon).toBe('sent') // prettier-ignore
    await expect.poll(() => done.includes('after'), { timeout: 60_000 }).toBe(true)
    expect(done.slice(0, 4).sort()).toEqual(['a', 'b', 'c', 'd'])
    await one.stop()
  }, 180_000)

  it('says what is wrong', async () => {
    const code = (values: Record<string, Value>, other = {}) =>
      caller(relay.client, 'kafka', { ...connection, ...other })('publish', { topic: 'keep', content: 'x', ...values }).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    expect(await code({}, { port: 1 })).toBe('CONNECT:REFUSED')
    expect(await code({}, { host: 'nobody.invalid' })).toBe('CONNECT:NOT_FOUND')
    expect(await code({}, { host: '10.0.0.1' })).toBe('EGRESS:DENIED')
    expect(await code({}, { brokers: '10.0.0.1:9092', port: 1 })).toMatch(/^(EGRESS:DENIED|CONNECT:REFUSED)$/)
    expect(await code({}, { tls: true })).toMatch(/^CONNECT:/)
    expect(await code({ topic: 'nothing' })).toBe('KAFKA:NO_TOPIC')
    for (const topic of ['a b/;"', "x'; --", '../../etc', '订单', 'a\0b'])
      expect(await code({ topic })).toMatch(/^KAFKA:/)
    expect(await code({ partition: 99 })).toBe('KAFKA:NO_TOPIC')
    const lost = consume('nothing', 'g')
    await expect.poll(() => lost.troubles[0], soon).toBe('KAFKA:NO_TOPIC')
    await lost.stop()
  })
})
