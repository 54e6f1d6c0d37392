// The relay on loopback: a call with 1 KB each way to a Redis that answers at once, one after another and many beside each
// other, from this process and from Chromium; how long a start takes, and what memory an idle and a busy relay has.
import { startRelay } from '../support/relay.ts'
import type { BenchOptions, BenchTable } from './dataway.bench.ts'
import { consumeTables } from './relay-consume.ts'
import { timed } from './relay-calls.ts'
import { processTable } from './relay-process.ts'
import { startRedis } from './relay-redis.ts'
import { webhookTable } from './relay-webhook.ts'

export default async function* bench({ root }: BenchOptions & { root: string }): AsyncGenerator<BenchTable> {
  yield await callsTable()
  yield await processTable(root)
  yield await webhookTable(root)
  yield* consumeTables()
}

async function callsTable(): Promise<BenchTable> {
  const redis = await startRedis()
  const { port } = redis
  const began = performance.now()
  const relay = await startRelay()
  const started = performance.now() - began
  await timed(relay.client, port, 2_000, 0)
  const { p50, p99 } = await timed(relay.client, port, 5_000, 0)
  const total = 30_000
  const cpu = process.cpuUsage()
  const { perSecond } = await timed(relay.client, port, 0, total)
  const { user, system } = process.cpuUsage(cpu)
  const cpuPerCall = (user + system) / total
  await relay.close()
  redis.close()
  return {
    title: 'Calls of 1 KB each way: client, relay and Redis in one process',
    rows: [
      { what: 'start and pairing', got: `${started.toFixed(0)} ms`, goal: '≤ 500 ms' },
      { what: 'one after another, p50', got: `${p50.toFixed(3)} ms`, goal: '≤ 0.2 ms for the link alone' },
      { what: 'one after another, p99', got: `${p99.toFixed(3)} ms` },
      { what: '32 at once', got: `${perSecond.toFixed(0)} calls/s`, goal: '≥ 10,000 messages/s' },
      // Does not depend on what else the machine does.
      { what: 'processor time of all three', got: `${cpuPerCall.toFixed(0)} µs a call`, goal: '≤ 100 µs' },
    ],
  }
}
