// The relay on loopback: a call with 1 KB each way to a Redis that answers at once, one after another and many beside each
// other; how long a start takes, and what memory an idle and a busy relay has.
import { setMaxListeners } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { startRelay } from '../support/relay.ts'
import type { BenchOptions, BenchTable } from './dataway.bench.ts'
import { consumeTables } from './relay-consume.ts'
import { webhookTable } from './relay-webhook.ts'

export default async function* bench({ root }: BenchOptions & { root: string }): AsyncGenerator<BenchTable> {
  yield await callsTable()
  yield await webhookTable(root)
  yield* consumeTables()
}

async function callsTable(): Promise<BenchTable> {
  const answer = Buffer.from(`$1024\r\n${'x'.repeat(1024)}\r\n`)
  /** Speaks just enough RESP: one answer for each command. */
  const redis = createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      const commands = String(chunk).match(/^\*\d+\r$/gm)?.length ?? 0
      if (/\$5\r\nHELLO|CLIENT/.test(String(chunk))) socket.write('+OK\r\n'.repeat(commands))
      else socket.write(Buffer.concat(Array.from({ length: commands }, () => answer)))
    })
  })
  await new Promise<void>((resolve) => redis.listen(0, '127.0.0.1', resolve))
  const { port } = redis.address() as AddressInfo
  const idleBefore = process.memoryUsage().rss
  const began = performance.now()
  const relay = await startRelay()
  const started = performance.now() - began
  const { signal } = new AbortController()
  setMaxListeners(100, signal)
  const value = 'x'.repeat(1024)
  const call = () =>
    relay.client.call(
      {
        protocol: 'redis',
        operation: 'command',
        connection: { host: '127.0.0.1', port },
        arguments: new Map([['command', ['ECHO', value]]]),
      },
      signal,
    )
  for (let i = 0; i < 2000; i++) await call()
  const times: number[] = []
  for (let i = 0; i < 5000; i++) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const total = 30_000
  let left = total
  const busy = performance.now()
  const cpu = process.cpuUsage()
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (left-- > 0) await call()
    }),
  )
  const perSecond = total / ((performance.now() - busy) / 1000)
  const { user, system } = process.cpuUsage(cpu)
  const cpuPerCall = (user + system) / total
  const grown = (process.memoryUsage().rss - idleBefore) / 1024 ** 2
  await relay.close()
  redis.close()
  const at = (part: number): string => `${times[Math.floor(times.length * part)]!.toFixed(3)} ms`
  return {
    title: 'Calls of 1 KB each way: client, relay and Redis in one process',
    rows: [
      { what: 'start and pairing', got: `${started.toFixed(0)} ms`, goal: '≤ 500 ms' },
      { what: 'one after another, p50', got: at(0.5), goal: '≤ 0.2 ms for the link alone' },
      { what: 'one after another, p99', got: at(0.99) },
      { what: '32 at once', got: `${perSecond.toFixed(0)} calls/s`, goal: '≥ 10,000 messages/s' },
      // Does not depend on what else the machine does.
      { what: 'processor time of all three', got: `${cpuPerCall.toFixed(0)} µs a call`, goal: '≤ 100 µs' },
      { what: 'memory after 37,000 calls', got: `+${grown.toFixed(0)} MiB` },
    ],
  }
}
