// The relay killed, and the broker killed, while flows consume from JetStream and webhooks come in: nothing that was acknowledged
// is lost, and no call that may not be repeated is sent twice. Each run writes its own word into Redis by a call that is not
// repeatable; a word that is there twice was sent twice.
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
import { registry } from '../../worker/runs.ts'
import { isLong, percentile, report } from '../support/long-report.ts'
import { startRelay } from '../support/relay.ts'
import { caller } from './support/caller.ts'
import { expression, step } from './support/flow.ts'
import { textOf } from './support/messages.ts'
import { startRelayProcess } from './support/relay-process.ts'
import { describeWith, type Server } from './support/server.ts'
import { natsPrograms, natsUser, startNats, type NatsServer } from './servers/nats.ts'
import { redisPassword, redisPrograms, startRedis } from './servers/redis.ts'

const relayKills = isLong ? 1_000 : 20
const brokerKills = isLong ? 50 : 5

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

describeWith({ ...natsPrograms, ...redisPrograms }, 'kills', () => {
  let nats: NatsServer
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
  const toNats = () => ({ host: '127.0.0.1', port: nats.port, ...natsUser })

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
  async function consuming(link: ProtocolLink, name: string) {
    const call = caller(aside.client, 'nats', toNats())
    await call('make-stream', { stream: name, subjects: name, retention: 'workqueue' })
    const run = await flow(link, name)
    const stop = link.subscribe(
      {
        protocol: 'nats',
        operation: 'consume',
        connection: toNats(),
        arguments: new Map<string, Value>([
          ['stream', name],
          ['consumer', 'weft'],
        ]),
        parallel: 4,
        attempts: 1000,
      },
      async ({ payload }) => await run(textOf(payload!)),
    )
    let sent = 0
    /** Sends until told to stop; what the stream has not taken is sent again under its id. */
    const send = async (isOver: () => boolean): Promise<void> => {
      while (!isOver()) {
        const word = `m${sent}`
        const isSent = await call('publish', { subject: name, content: word, stored: true, messageId: word }).then(() => true, () => false) // prettier-ignore
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

  it(`of the relay, ${relayKills} times: nothing acknowledged is lost, nothing is sent twice`, async () => {
    const relay = await startRelayProcess()
    const list = 'relaykills'
    const { stop, send, sent } = await consuming(relay.client, list)
    const write = await flow(relay.client, list)
    const hooks = new RelayHooks(
      async () => relay.client,
      async ({ body }) => {
        const failed = await write(new TextDecoder().decode(body)).then(() => false, () => true) // prettier-ignore
        return { status: failed ? 500 : 200, headers: [], body: new Uint8Array() }
      },
      Promise.resolve('studio'),
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
  }, 3_600_000)

  it(`of the broker, ${brokerKills} times: nothing acknowledged is lost, nothing is sent twice`, async () => {
    const list = 'brokerkills'
    const { stop, send, sent } = await consuming(aside.client, list)
    let isOver = false
    const sending = send(() => isOver)
    for (let i = 0; i < brokerKills; i++) {
      await new Promise((later) => setTimeout(later, 400))
      await nats.restart()
    }
    await new Promise((later) => setTimeout(later, 400))
    isOver = true
    await sending
    const wanted = Array.from({ length: sent() }, (_, i) => `m${i}`)
    await drained(async () => judge(await sink(list), wanted).lost.length)
    const { lost, twice, again } = judge(await sink(list), wanted)
    await stop()
    report(
      `NATS killed ${brokerKills} times: ${sent()} messages acknowledged, ${lost.length} lost, ${twice.length} calls sent twice, ${again} runs repeated`,
    )
    expect({ lost, twice }).toEqual({ lost: [], twice: [] })
    expect(sent()).toBeGreaterThan(brokerKills)
  }, 900_000)
})
