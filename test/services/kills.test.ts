// The relay killed while flows consume from JetStream and webhooks come in, and every broker restarted while flows consume from it:
// nothing that was acknowledged is lost, and no call that may not be repeated is sent twice. Each run writes its own word into Redis
// by a call that is not repeatable; a word that is there twice was sent twice.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyApp, type App } from '../../worker/model/app.ts'
import { Data } from '../../worker/model/data.ts'
import { fault } from '../../worker/model/fault.ts'
import { newRunId } from '../../worker/model/id.ts'
import { message } from '../../worker/model/message.ts'
import type { ProtocolLink } from '../../worker/model/protocol-link.ts'
import type { Value } from '../../worker/model/value.ts'
import { Engine } from '../../worker/engine/engine.ts'
import { loadDataway } from '../../worker/dataway-node.ts'
import { nodeHost } from '../../worker/node.ts'
import { RelayHooks } from '../../worker/publish/relay-hooks.ts'
import { newSealKeys } from '../../worker/relay/sealed.ts'
import { registry } from '../../worker/runs.ts'
import { isLong, percentile, report } from '../support/long-report.ts'
import { startRelay } from '../support/relay.ts'
import { caller, type Caller } from './support/caller.ts'
import { expression, step } from './support/flow.ts'
import { textOf } from './support/messages.ts'
import { startRelayProcess } from './support/relay-process.ts'
import { describeWith, type Restartable, type Server } from './support/server.ts'
import { kafkaPrograms, startKafka } from './servers/kafka.ts'
import { mosquittoPrograms, mqttPassword, startMosquitto } from './servers/mosquitto.ts'
import { natsPrograms, natsUser, startNats } from './servers/nats.ts'
import { rabbitPrograms, rabbitUser, startRabbit } from './servers/rabbitmq.ts'
import { redisPassword, redisPrograms, startRedis } from './servers/redis.ts'

/** WEFT_KILLS: for the time that there is. */
const relayKills = Number(process.env['WEFT_KILLS'] ?? (isLong ? 1_000 : 20))
const brokerKills = isLong ? 50 : 5
/** A test that waits for something that never comes ends in time to say so. */
const patience = isLong ? 3_600_000 : 300_000

/** Longer than a broker waits before it gives a message again, and than a subscription waits before it is tried again. */
const standstill = 45_000

/** Asks until the count is 0, or stays the same for too long. */
async function drained(left: () => Promise<number>): Promise<void> {
  let [last, changed] = [-1, Date.now()]
  while (last !== 0 && Date.now() - changed < standstill) {
    const now = await left().catch(() => last)
    if (now !== last) [last, changed] = [now, Date.now()]
    await new Promise((again) => setTimeout(again, 100))
  }
}

type Connection = Record<string, string | number | boolean>
interface Broker {
  name: string
  protocol: string
  programs: Record<string, string>
  start(): Promise<Server & Pick<Restartable, 'restart'>>
  connection(port: number): Connection
  /** Of the subscription, where it has to be known again. */
  lasting?: Connection
  prepare(call: Caller, place: string, server: Server): Promise<unknown>
  publish(call: Caller, place: string, word: string): Promise<unknown>
  trigger(place: string): [string, Record<string, Value>]
}

const jetstream: Broker = {
  name: 'NATS',
  protocol: 'nats',
  programs: natsPrograms,
  start: startNats,
  connection: (port) => ({ host: '127.0.0.1', port, ...natsUser }),
  prepare: (call, stream) => call('make-stream', { stream, subjects: stream, retention: 'workqueue' }),
  publish: (call, subject, word) =>
    call('publish', { subject, content: word, stored: true, messageId: word }),
  trigger: (stream) => ['consume', { stream, consumer: 'weft' }],
}
const brokers: Broker[] = [
  jetstream,
  {
    name: 'RabbitMQ',
    protocol: 'amqp',
    programs: rabbitPrograms,
    start: startRabbit,
    connection: (port) => ({ host: '127.0.0.1', port, ...rabbitUser }),
    prepare: (call, queue) => call('declare-queue', { queue, durable: true }),
    publish: (call, routingKey, word) => call('publish', { routingKey, content: word }),
    trigger: (queue) => ['consume', { queue }],
  },
  {
    name: 'Kafka',
    protocol: 'kafka',
    programs: kafkaPrograms,
    start: startKafka,
    connection: (port) => ({ host: '127.0.0.1', port }),
    prepare: (_, topic, server) => (server as Awaited<ReturnType<typeof startKafka>>).makeTopics({ [topic]: 4 }), // prettier-ignore
    publish: (call, topic, word) => call('publish', { topic, content: word, acks: '-1' }),
    trigger: (topics) => ['consume', { topics, group: 'weft', fromBeginning: true }],
  },
  {
    name: 'Mosquitto',
    protocol: 'mqtt',
    programs: mosquittoPrograms,
    start: startMosquitto,
    connection: (port) => ({ host: '127.0.0.1', port, user: 'weft', password: mqttPassword }),
    lasting: { clientId: 'weft-kills', clean: false },
    prepare: async () => {},
    publish: (call, topic, word) => call('publish', { topic, content: word, qos: '1' }),
    trigger: (topics) => ['subscribe', { topics, qos: '1' }],
  },
]

describeWith({ ...natsPrograms, ...redisPrograms }, 'kills', () => {
  let nats: Server
  let redis: Server
  /** A way to both brokers that nobody kills, to send and to look. */
  let aside: Awaited<ReturnType<typeof startRelay>>
  beforeAll(async () => {
    ;[nats, redis, aside] = await Promise.all([startNats(), startRedis(), startRelay()])
  }, 60_000)
  afterAll(async () => {
    await aside?.close()
    await Promise.all([nats?.stop(), redis?.stop()])
  })
  const toRedis = () => ({ host: '127.0.0.1', port: redis.port, password: redisPassword })

  /** Words in the list of Redis. */
  const sink = async (list: string): Promise<string[]> =>
    (await caller(
      aside.client,
      'redis',
      toRedis(),
    )('command', { command: ['LRANGE', list, '0', '-1'] })) as string[]

  /** A flow whose one step writes the word; rejects when its run failed. */
  async function flow(link: ProtocolLink, list: string): Promise<(word: string) => Promise<void>> {
    const app: App = {
      ...emptyApp('kills', 'kills'),
      connections: [{ id: 'redis', connector: 'redis', name: 'redis', config: toRedis() }],
      flows: [{ id: 'f', name: 'f', samples: [], settings: {}, steps: [step('redis/command', { command: expression(`["RPUSH", "${list}", msg.payload]`) })] }], // prettier-ignore
    }
    const host = { ...nodeHost(), protocols: async () => link }
    const engine = new Engine({ host, dataway: await loadDataway(), registry })
    return async (word) => {
      const run = newRunId()
      const input = message(Data.of(`${word} ${run}`), Data.of(new Map()), undefined, run)
      const started = engine.start({ run, app, flow: 'f', input, base: '', granted: { hosts: 'all' } })
      const { fault: failed } = await started.done
      engine.release(started.run)
      if (failed) throw fault(failed.code, failed.message)
    }
  }
  async function consuming(link: ProtocolLink, name: string, broker: Broker, server: Server) {
    const connection = broker.connection(server.port)
    const call = caller(aside.client, broker.protocol, connection)
    await broker.prepare(call, name, server)
    const run = await flow(link, name)
    const [operation, values] = broker.trigger(name)
    let isHeard!: () => void
    const heard = new Promise<void>((resolve) => (isHeard = resolve))
    const stop = link.subscribe(
      {
        protocol: broker.protocol,
        operation,
        connection: { ...connection, ...broker.lasting },
        arguments: new Map(Object.entries(values)),
        parallel: 4,
        attempts: 1000,
      },
      async ({ payload }) => {
        isHeard()
        const text = wordOf(payload)
        if (text !== 'first') await run(text)
      },
    )
    // What comes before a first subscription, MQTT gives to nobody.
    for (;;) {
      await broker.publish(call, name, 'first').catch(() => {})
      if (await Promise.race([heard.then(() => true), new Promise((later) => setTimeout(later, 500, false))])) break // prettier-ignore
    }
    let sent = 0
    /** Sends until told to stop; what the broker has not taken is sent again. */
    const send = async (isOver: () => boolean): Promise<void> => {
      while (!isOver()) {
        const isSent = await broker.publish(call, name, `m${sent}`).then(() => true, () => false) // prettier-ignore
        if (isSent) sent++
        await new Promise((next) => setTimeout(next, isSent ? 50 : 100))
      }
    }
    return { stop, send, sent: () => sent }
  }
  /** Every word that was taken, and each run's own word at most once. */
  function judge(words: string[], wanted: string[]): { lost: string[]; twice: string[]; again: number } {
    const found = new Set(words.map((line) => line.split(' ')[0]!))
    const runs = words.map((line) => line.split(' ')[1]!)
    return {
      lost: wanted.filter((word) => !found.has(word)),
      twice: runs.filter((run, i) => runs.indexOf(run) !== i),
      again: words.length - found.size,
    }
  }

  it(
    `of the relay, ${relayKills} times: nothing acknowledged is lost, nothing is sent twice`,
    async () => {
      const relay = await startRelayProcess()
      const list = 'relaykills'
      const { stop, send, sent } = await consuming(relay.client, list, jetstream, nats)
      const write = await flow(relay.client, list)
      const hooks = new RelayHooks(
        async () => relay.client,
        async ({ body }) => {
          const failed = await write(new TextDecoder().decode(body)).then(() => false, () => true) // prettier-ignore
          return { status: failed ? 500 : 200, headers: [], body: new Uint8Array() }
        },
        newSealKeys,
      )
      hooks.take({
        ...emptyApp('hooked', 'hooked'),
        flows: [{ id: 'f', name: 'f', steps: [], samples: [], settings: {}, trigger: step('http-listener', { path: '/', relayed: 'stored' }) }], // prettier-ignore
      })
      let address = ''
      while (!address) address = (await hooks.list())[0]?.address ?? ''
      let isOver = false
      const acknowledged: string[] = []
      const posting = (async () => {
        for (let i = 0; !isOver; i++) {
          const status = await fetch(address, { method: 'POST', body: `w${i}` }).then((answer) => answer.status, () => 0) // prettier-ignore
          if (status === 200 || status === 202) acknowledged.push(`w${i}`)
          await new Promise((next) => setTimeout(next, 80))
        }
      })()
      const sending = send(() => isOver)
      const backs: number[] = []
      let seed = 7
      for (let i = 0; i < relayKills; i++) {
        await relay.client.ready(undefined, 60_000)
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
        await new Promise((later) => setTimeout(later, 20 + (seed % 200)))
        const began = performance.now()
        await relay.kill()
        backs.push(performance.now() - began)
      }
      isOver = true
      await Promise.all([posting, sending])
      const wanted = [...acknowledged, ...Array.from({ length: sent() }, (_, i) => `m${i}`)]
      await drained(async () => judge(await sink(list), wanted).lost.length)
      const { lost, twice, again } = judge(await sink(list), wanted)
      await stop()
      hooks.leave('hooked')
      await relay.stop()
      report(
        `relay killed ${relayKills} times: ${sent()} messages and ${acknowledged.length} webhooks acknowledged, ` +
          `${lost.length} lost, ${twice.length} calls sent twice, ${again} runs repeated; back after p50 ${percentile(backs, 50).toFixed(0)} ms, p95 ${percentile(backs, 95).toFixed(0)} ms`,
      )
      expect({ lost, twice }).toEqual({ lost: [], twice: [] })
      expect(sent()).toBeGreaterThan(relayKills)
      expect(acknowledged.length).toBeGreaterThan(relayKills)
    },
    patience,
  )

  for (const broker of brokers)
    describeWith(broker.programs, broker.name, () => {
      it(
        `restarted ${brokerKills} times: nothing acknowledged is lost, nothing is sent twice`,
        { timeout: patience },
        async () => {
          // prettier-ignore
          const server = await broker.start()
          const list = `killed${broker.protocol}`
          const { stop, send, sent } = await consuming(aside.client, list, broker, server)
          let isOver = false
          const sending = send(() => isOver)
          for (let i = 0; i < brokerKills; i++) {
            await new Promise((later) => setTimeout(later, 400))
            await server.restart()
          }
          const before = sent()
          while (sent() < before + 10) await new Promise((later) => setTimeout(later, 50))
          isOver = true
          await sending
          const wanted = Array.from({ length: sent() }, (_, i) => `m${i}`)
          await drained(async () => judge(await sink(list), wanted).lost.length)
          const { lost, twice, again } = judge(await sink(list), wanted)
          await stop()
          await server.stop()
          report(
            `${broker.name} restarted ${brokerKills} times: ${sent()} messages acknowledged, ${lost.length} lost, ${twice.length} calls sent twice, ${again} runs repeated`,
          )
          expect({ lost, twice }).toEqual({ lost: [], twice: [] })
        },
      )
    })

  it(
    `of Redis, ${brokerKills} times: what it has answered is there, and nothing is sent twice`,
    async () => {
      const server = await startRedis(true)
      const call = caller(aside.client, 'redis', { ...toRedis(), port: server.port })
      const acknowledged: string[] = []
      let isOver = false
      const sending = (async () => {
        for (let i = 0; !isOver; i++) {
          const isDone = await call('push', { key: 'words', value: `w${i}` }).then(() => true, () => false) // prettier-ignore
          if (isDone) acknowledged.push(`w${i}`)
          await new Promise((next) => setTimeout(next, isDone ? 5 : 50))
        }
      })()
      for (let i = 0; i < brokerKills; i++) {
        await new Promise((later) => setTimeout(later, 400))
        await server.restart()
      }
      const before = acknowledged.length
      while (acknowledged.length < before + 10) await new Promise((later) => setTimeout(later, 50))
      isOver = true
      await sending
      const words = (await call('list-range', { key: 'words' })) as string[]
      await server.stop()
      const lost = acknowledged.filter((word) => !words.includes(word))
      const twice = words.filter((word, i) => words.indexOf(word) !== i)
      report(`Redis killed ${brokerKills} times: ${acknowledged.length} pushes answered, ${lost.length} lost, ${twice.length} sent twice`) // prettier-ignore
      expect({ lost, twice }).toEqual({ lost: [], twice: [] })
    },
    patience,
  )
})

/** Of bytes or of an Entity. */
function wordOf(payload: Value | undefined): string {
  return payload instanceof Uint8Array ? new TextDecoder().decode(payload) : textOf(payload)
}
