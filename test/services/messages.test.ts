// AMQP 0-9-1 and 1.0, MQTT and NATS through the relay, against RabbitMQ, Mosquitto and nats-server: what is published arrives, and is
// confirmed only when its flow is done.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { mosquittoPrograms, mqttPassword, startMosquitto } from './servers/mosquitto.ts'
import { natsPrograms, natsUser, startNats } from './servers/nats.ts'
import { rabbitPrograms, rabbitUser, startRabbit } from './servers/rabbitmq.ts'
import { caller, type Caller } from './support/caller.ts'
import { listen } from './support/listening.ts'
import { numbers } from './support/messages.ts'
import { describeWith, type Server } from './support/server.ts'

type Connection = Record<string, string | number | boolean>
const soon = { timeout: 20_000, interval: 20 }

interface Kind {
  id: string
  programs: Record<string, string>
  start(): Promise<Server>
  connection(port: number): Connection
  wrong: Connection
  prepare(call: Caller): Promise<unknown>
  publish(call: Caller, text: string): Promise<unknown>
  trigger: [string, Record<string, Value>]
  /** What a trigger needs so that messages wait for it. */
  lasting?: Connection
}
const kinds: Kind[] = [
  {
    id: 'amqp',
    programs: rabbitPrograms,
    start: startRabbit,
    connection: (port) => ({ host: '127.0.0.1', port, ...rabbitUser }),
    wrong: { password: 'no' },
    prepare: (call) => call('declare-queue', { queue: 'work' }),
    publish: (call, text) => call('publish', { routingKey: 'work', content: text }),
    trigger: ['consume', { queue: 'work' }],
  },
  {
    id: 'amqp1',
    programs: rabbitPrograms,
    start: startRabbit,
    connection: (port) => ({ host: '127.0.0.1', port, ...rabbitUser }),
    wrong: { password: 'no' },
    prepare: async () => {},
    publish: (call, text) => call('publish', { address: '/queue/work', content: text }),
    trigger: ['consume', { address: '/queue/work' }],
  },
  {
    id: 'mqtt',
    programs: mosquittoPrograms,
    start: startMosquitto,
    connection: (port) => ({ host: '127.0.0.1', port, user: 'weft', password: mqttPassword }),
    wrong: { password: 'no' },
    prepare: async () => {},
    publish: (call, text) => call('publish', { topic: 'work/one', content: text, qos: '1' }),
    trigger: ['subscribe', { topics: 'work/#', qos: '1' }],
    lasting: { clientId: 'weft-test', clean: false },
  },
  {
    id: 'nats',
    programs: natsPrograms,
    start: startNats,
    connection: (port) => ({ host: '127.0.0.1', port, ...natsUser }),
    wrong: { password: 'no' },
    prepare: (call) => call('make-stream', { stream: 'WORK', subjects: 'work.*' }),
    publish: (call, text) => call('publish', { subject: 'work.one', content: text }),
    trigger: ['consume', { stream: 'WORK', consumer: 'weft' }],
  },
]

for (const { id, programs, start, connection: connect, wrong, prepare, publish, trigger, lasting } of kinds)
  describeWith(programs, id, () => {
    let server: Server
    let relay: TestRelay
    let call: Caller
    let connection: Connection
    let listening: Connection
    beforeAll(async () => {
      ;[server, relay] = await Promise.all([start(), startRelay()])
      connection = connect(server.port)
      listening = { ...connection, ...lasting }
      call = caller(relay.client, id, connection)
      await prepare(call)
      // Sessions that last begin with the first subscription.
      const first = listen(relay.client, id, trigger[0], listening, trigger[1])
      await vi.waitFor(async () => {
        await publish(call, 'first')
        expect(first.came.length).toBeGreaterThan(0)
      }, soon)
      await first.stop()
    }, 120_000)
    afterAll(async () => {
      await relay?.close()
      await server?.stop()
    })

    it('hands on in order what was published, each once', async () => {
      const one = listen(relay.client, id, trigger[0], listening, trigger[1])
      for (const text of numbers(50)) await publish(call, text)
      await expect.poll(() => one.texts().filter((text) => text !== 'first'), soon).toEqual(numbers(50))
      await one.stop()
      expect(one.troubles).toEqual([])
    })

    it('keeps what waits while nobody listens', async () => {
      for (const text of ['a', 'b', 'c']) await publish(call, text)
      const one = listen(relay.client, id, trigger[0], listening, trigger[1])
      await expect.poll(() => one.texts(), soon).toEqual(['a', 'b', 'c'])
      await one.stop()
    })

    it('gives a message again whose flow failed, and rejects it after the attempts', async () => {
      const attempts: string[] = []
      const one = listen(relay.client, id, trigger[0], listening, trigger[1], ({ attempt }, text) => {
        attempts.push(`${text}${attempt}`)
        if (text === 'bad' || (text === 'shy' && attempt === 1)) throw new Error('the flow failed')
      }, { attempts: 2 }) // prettier-ignore
      for (const text of ['shy', 'bad', 'good']) await publish(call, text)
      await expect.poll(() => attempts, soon).toEqual(['shy1', 'shy2', 'bad1', 'bad2', 'good1'])
      await one.stop()
      const two = listen(relay.client, id, trigger[0], listening, trigger[1])
      await publish(call, 'after')
      await expect.poll(() => two.texts(), soon).toEqual(['after'])
      await two.stop()
    })

    it('confirms nothing before the flow is done: a listener that goes away loses nothing', async () => {
      const held = listen(relay.client, id, trigger[0], listening, trigger[1], () => new Promise(() => {}), {
        parallel: 2,
      })
      for (const text of ['x', 'y', 'z']) await publish(call, text)
      await expect.poll(() => held.came.length, soon).toBeGreaterThan(0)
      await held.stop()
      const next = listen(relay.client, id, trigger[0], listening, trigger[1])
      await expect.poll(() => new Set(next.texts()), soon).toEqual(new Set(['x', 'y', 'z']))
      await next.stop()
    })

    it('goes on when the socket to the relay is cut: nothing is lost', async () => {
      const done: string[] = []
      const one = listen(relay.client, id, trigger[0], listening, trigger[1], async (_, text) => {
        await new Promise((resolve) => setTimeout(resolve, 2))
        done.push(text)
        if (Number(text) % 10 === 5) relay.sockets.at(-1)?.terminate()
      })
      for (const text of numbers(40)) await publish(call, text)
      await expect.poll(() => done, soon).toEqual(numbers(40))
      await one.stop()
    })

    it('says what is wrong', async () => {
      const text = (thrown: { code: string }) => thrown.code
      expect(await publish(caller(relay.client, id, { ...connection, ...wrong }), 'x').catch(text)).toBe(
        `${id.toUpperCase()}:AUTH`,
      )
      expect(await publish(caller(relay.client, id, { ...connection, port: 1 }), 'x').catch(text)).toBe(
        'CONNECT:REFUSED',
      )
    })

    if (id === 'mqtt')
      it('refuses to publish to a wildcard', async () => {
        await expect(call('publish', { topic: 'a/#', content: 'x' })).rejects.toMatchObject({
          code: 'MQTT:TOPIC',
        })
      })
  })
