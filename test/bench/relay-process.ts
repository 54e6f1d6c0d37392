// `weft relay` as the process it is: its memory, idle and after many calls, and calls from the engine's worker of the built studio
// in Chromium, which it serves.
import { build, type Rolldown } from 'vite'
import { join } from 'node:path'
import { startRelayProcess, type RelayProcess } from '../services/support/relay-process.ts'
import { ensureBrowser } from '../support/browser.mjs'
import { bareWorker } from './bare-chromium.ts'
import type { BenchTable } from './dataway.bench.ts'
import { startEcho } from './echo-server.ts'
import { memoryOf } from './process-use.ts'
import { timed, type CallTimes } from './relay-calls.ts'
import type { PageTimes } from './relay-in-page.ts'
import { startRedis } from './relay-redis.ts'

const calls = 20_000

export async function processTable(root: string): Promise<BenchTable> {
  const relay = await startRelayProcess()
  const redis = await startRedis()
  try {
    await relay.client.ready()
    const idle = memoryOf(relay.pid)
    const node = await timed(relay.client, redis.port, 2_000, calls)
    const first = memoryOf(relay.pid)
    await timed(relay.client, redis.port, 0, 2 * calls)
    const page = await fromChromium(root, relay, redis.port)
    const rows = [
      { what: 'memory, idle', got: mib(idle), goal: '≤ 80 MB' },
      { what: `memory after ${calls} calls`, got: mib(first) },
      { what: `memory after ${3 * calls}`, got: mib(memoryOf(relay.pid)), goal: 'no more than before' },
    ]
    return {
      title:
        'weft relay as a process; calls of 1 KB each way from Node and from the worker of the studio in Chromium',
      rows: [
        ...rows,
        ...rowsOf('Node', node),
        ...rowsOf('Chromium', page),
        { what: 'Chromium: a WebSocket that only echoes, p50', got: `${page.echo.toFixed(3)} ms` },
      ],
    }
  } finally {
    redis.close()
    await relay.stop()
  }
}

function rowsOf(where: string, { p50, p99, perSecond }: CallTimes) {
  return [
    { what: `${where}: one after another, p50`, got: `${p50.toFixed(3)} ms`, goal: '≤ 0.2 ms' },
    { what: `${where}: one after another, p99`, got: `${p99.toFixed(3)} ms` },
    { what: `${where}: 32 at once`, got: `${perSecond.toFixed(0)} calls/s`, goal: '≥ 10,000/s' },
  ]
}

async function fromChromium(root: string, relay: RelayProcess, port: number): Promise<PageTimes> {
  await ensureBrowser()
  const lib = { entry: join(root, 'test/bench/relay-in-page.ts'), formats: ['iife' as const], name: 'bench' }
  const built = await build({ configFile: false, root, logLevel: 'error', publicDir: false, build: { write: false, minify: false, target: 'esnext', lib } }) // prettier-ignore
  const [{ output }] = built as [Rolldown.RolldownOutput]
  const [worker, echo] = [await bareWorker(relay.url), await startEcho()]
  try {
    return await worker.evaluate(
      `(async () => { ${output[0].code}; return await bench.timesInPage('${await relay.code()}', ${port}, ${echo.port}) })()`,
    )
  } finally {
    await worker.close()
    echo.close()
  }
}

function mib(memory: number | undefined): string {
  return memory === undefined ? 'not known here' : `${memory.toFixed(0)} MiB`
}
