// Calls of 1 KB each way by a relay's client to a Redis, timed; the same in Node and in a worker of the built studio.
import type { RelayClient } from '../../worker/relay/client.ts'

export interface CallTimes {
  /** Milliseconds of one call after another. */
  p50: number
  p99: number
  /** Calls a second, 32 at once. */
  perSecond: number
}

export async function timed(
  client: RelayClient,
  port: number,
  alone: number,
  beside: number,
): Promise<CallTimes> {
  const value = 'x'.repeat(1024)
  const call = (signal: AbortSignal) =>
    client.call(
      {
        protocol: 'redis',
        operation: 'command',
        connection: { host: '127.0.0.1', port },
        arguments: new Map([['command', ['ECHO', value]]]),
      },
      signal,
    )
  const { signal } = new AbortController()
  const times: number[] = []
  for (let i = 0; i < alone; i++) {
    const start = performance.now()
    await call(signal)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  let left = beside
  const busy = performance.now()
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      const { signal } = new AbortController()
      while (left-- > 0) await call(signal)
    }),
  )
  const perSecond = beside / ((performance.now() - busy) / 1000)
  const at = (part: number): number => times[Math.floor(alone * part)] ?? NaN
  return { p50: at(0.5), p99: at(0.99), perSecond }
}
