// Kafka through the relay, against the mock cluster of librdkafka (in kcat). It keeps everything in memory.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { kafkaPrograms, startKafka } from './servers/kafka.ts'
import { caller, type Caller } from './support/caller.ts'
import { listen } from './support/listening.ts'
import { numbers } from './support/messages.ts'
import { describeWith, type Server } from './support/server.ts'

const soon = { timeout: 30_000, interval: 50 }

describeWith(kafkaPrograms, 'Kafka', () => {
  let server: Server
  let relay: TestRelay
  let call: Caller
  let connection: Record<string, string | number>
  beforeAll(async () => {
    ;[server, relay] = await Promise.all([startKafka(), startRelay()])
    connection = { host: '127.0.0.1', port: server.port }
    call = caller(relay.client, 'kafka', connection)
  })
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
  })
  const consume = (group: string, handle: Parameters<typeof listen>[5] = () => {}) =>
    listen(
      relay.client,
      'kafka',
      'consume',
      connection,
      { topics: 'keep', group, fromBeginning: true },
      handle,
    )

  it('publishes with a place, and hands on in order what one key has', async () => {
    for (const text of numbers(20)) {
      const { payload, attributes } = await call.whole('publish', {
        topic: 'keep',
        content: text,
        key: 'k',
        headers: new Map<Value, Value>([['h', '值']]),
      })
      const place = Object.fromEntries(attributes as Map<string, Value>)
      expect([payload, place['topic'], place['offset']]).toEqual([undefined, 'keep', Number(text)])
    }
    const one = consume('first')
    await expect.poll(() => one.texts(), soon).toEqual(numbers(20))
    expect(Object.fromEntries(one.came[3]!.attributes as Map<string, Value>)).toMatchObject({
      topic: 'keep',
      offset: 3,
      key: 'k',
      headers: new Map([['h', ['值']]]),
    })
    await one.stop()
    expect(one.troubles).toEqual([])
  })

  it('commits an offset only when the flow is done: what was not done comes again', async () => {
    const done: string[] = []
    const one = consume('second', async (_, text) => {
      if (Number(text) >= 5) await new Promise(() => {})
      done.push(text)
    })
    await expect.poll(() => one.texts().includes('5'), soon).toBe(true)
    await one.stop()
    const two = consume('second')
    await expect.poll(() => two.texts().length, soon).toBeGreaterThanOrEqual(15)
    expect(done).toEqual(numbers(5))
    expect(two.texts()[0]).toBe('5')
    await two.stop()
  })

  it('says what is wrong', async () => {
    const code = (values: Record<string, Value>, other = {}) =>
      caller(relay.client, 'kafka', { ...connection, ...other })('publish', { topic: 'keep', content: 'x', ...values }).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    expect(await code({}, { port: 1 })).toBe('CONNECT:REFUSED')
    expect(await code({}, { host: '10.0.0.1' })).toBe('EGRESS:DENIED')
    expect(await code({}, { brokers: '10.0.0.1:9092', port: 1 })).toMatch(/^(EGRESS:DENIED|CONNECT:REFUSED)$/)
  })
})
