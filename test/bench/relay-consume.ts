// Messages a second from RabbitMQ and Kafka by the relay to a published flow and their acknowledgement back. Brokers run in
// processes of their own; one that is not installed is left out, and said.
import { existsSync } from 'node:fs'
import { emptyApp, type App, type Config } from '../../worker/model/app.ts'
import { newRunId } from '../../worker/model/id.ts'
import type { Value } from '../../worker/model/value.ts'
import { nodeEngine } from '../../worker/node.ts'
import { PublishedRuns, type PublishedParts } from '../../worker/publish/published-runs.ts'
import { Publisher } from '../../worker/publish/publisher.ts'
import { realTime } from '../../worker/publish/real-time.ts'
import { subscribe } from '../../worker/publish/subscriptions.ts'
import { Store } from '../../worker/store/store.ts'
import { startKafka, kafkaPrograms } from '../services/servers/kafka.ts'
import { rabbitPrograms, rabbitUser, startRabbit } from '../services/servers/rabbitmq.ts'
import { programOf } from '../services/support/server.ts'
import { Machine } from '../support/machine.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { MemoryTables } from '../../worker/store/memory-tables.ts'
import type { BenchTable } from './dataway.bench.ts'

const messages = 4_000
const order = '{"id": 7, "price": 12.5, "qty": 9, "tags": ["a", "b", "c"], "note": "ring twice"}'

/** `order`: the expression that reads it; Kafka's messages are bytes of no type. */
function appOf(protocol: string, connection: Config, trigger: Config, order = 'msg.payload'): App {
  const source = `{'id': (order := ${order})['id'], 'total': order['price'] * order['qty']}`
  return {
    ...emptyApp('benchcon', 'Orders'),
    connections: [{ id: 'c', connector: protocol, name: 'Broker', config: connection }],
    flows: [
      {
        id: 'benchf12',
        name: 'In',
        trigger: { id: 'con00001', component: `${protocol}/consume`, version: 1, name: 'In', connection: 'c', config: trigger }, // prettier-ignore
        steps: [{ id: 'con00002', component: 'set-payload', version: 1, name: 'Total', config: { value: { mode: 'expression', source } } }], // prettier-ignore
        samples: [],
        settings: {},
      },
    ],
  }
}

/** Of the tenth run to the last. */
interface Consumed {
  perSecond: number
  /** Microseconds of processor time of relay and tab, a message. */
  cpu: number
}

async function consumed(relay: TestRelay, app: App): Promise<Consumed> {
  const store: Store = new Machine(new MemoryTables(), async () => new MemoryTables()).tab().store
  const engine = await nodeEngine({ log: () => {}, store } as never)
  const parts: PublishedParts = { engine, store, base: relay.url }
  const runs = new PublishedRuns(parts, realTime)
  let done = 0
  let began = 0
  let cpu = process.cpuUsage()
  const [all, allDone, failed] = promised()
  const publisher = new Publisher({
    ...realTime,
    newRunId: () => newRunId(),
    run: async (start) => {
      const ended = await runs.run(start)
      if (ended.fault) failed(new Error(ended.fault.message))
      if (++done === 10) [began, cpu] = [performance.now(), process.cpuUsage()]
      if (done === messages) allDone()
      return ended
    },
    subscribe: (subscribing) => subscribe({ protocols: async () => relay.client, secret: () => undefined }, subscribing), // prettier-ignore
  })
  publisher.publish(app, { granted: { hosts: 'all' } })
  await all
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  publisher.unpublish(app.id)
  await runs.idle()
  const count = messages - 10
  return { perSecond: count / seconds, cpu: (user + system) / count }
}

function promised(): [Promise<void>, done: () => void, failed: (why: Error) => void] {
  let done = (): void => {}
  let failed: (why: Error) => void = () => {}
  const promise = new Promise<void>((resolve, reject) => ([done, failed] = [resolve, reject]))
  return [promise, done, failed]
}

async function sent(
  relay: TestRelay,
  protocol: string,
  connection: Config,
  values: Record<string, Value>,
): Promise<void> {
  // prettier-ignore
  const { signal } = new AbortController()
  let left = messages
  const call = { protocol, operation: 'publish', connection: connection as never, arguments: new Map(Object.entries(values)) } // prettier-ignore
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left-- > 0) await relay.client.call(call, signal)
    }),
  )
}

const isThere = (programs: Record<string, string>): boolean =>
  Object.keys(programs).every((one) => programOf(one) !== undefined || existsSync(one))

export async function* consumeTables(): AsyncGenerator<BenchTable> {
  const relay = await startRelay()
  const kinds = [
    { what: 'AMQP (RabbitMQ)', programs: rabbitPrograms, run: fromRabbit },
    { what: 'Kafka', programs: kafkaPrograms, run: fromKafka },
  ]
  for (const { what, programs, run } of kinds) {
    const got = isThere(programs) ? await run(relay) : undefined
    yield {
      title: `Messages of ${what} through the relay to a published flow of one step, acknowledged: relay and tab in one process`,
      rows: [
        { what, got: got ? `${got.perSecond.toFixed(0)}/s` : 'not installed', goal: '≥ 2,000/s' },
        // Does not depend on what else the machine does.
        { what: 'processor time of relay and tab', got: got ? `${got.cpu.toFixed(0)} µs a message` : '–', goal: '≤ 500 µs' }, // prettier-ignore
      ],
    }
  }
  await relay.close()
}

async function fromRabbit(relay: TestRelay): Promise<Consumed> {
  const server = await startRabbit()
  try {
    const connection = { host: '127.0.0.1', port: server.port, ...rabbitUser }
    const queue = { protocol: 'amqp', operation: 'declare-queue', connection, arguments: new Map<string, Value>([['queue', 'bench']]) } // prettier-ignore
    await relay.client.call(queue, new AbortController().signal)
    await sent(relay, 'amqp', connection, { routingKey: 'bench', content: order, contentType: 'application/json' }) // prettier-ignore
    return await consumed(relay, appOf('amqp', connection, { queue: 'bench', parallel: 32 }))
  } finally {
    await server.stop()
  }
}

async function fromKafka(relay: TestRelay): Promise<Consumed> {
  const server = await startKafka()
  try {
    const connection = { host: '127.0.0.1', port: server.port }
    await server.makeTopics({ bench: 8 })
    await sent(relay, 'kafka', connection, { topic: 'bench', content: order })
    const trigger = { topics: 'bench', group: 'bench', fromBeginning: true, parallel: 8 }
    const typed = "Entity.from_bytes(msg.payload, 'application/json')"
    return await consumed(relay, appOf('kafka', connection, trigger, typed))
  } finally {
    await server.stop()
  }
}
