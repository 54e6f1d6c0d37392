// A webhook from a client to the relay to the tab and back (three processes, as they are), beside Node-RED doing the same to the
// same client.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyApp, type App } from '../../worker/model/app.ts'
import { newRunId } from '../../worker/model/id.ts'
import { nodeEngine } from '../../worker/node.ts'
import { PublishedRuns } from '../../worker/publish/published-runs.ts'
import { Publisher } from '../../worker/publish/publisher.ts'
import { realTime } from '../../worker/publish/real-time.ts'
import { RelayHooks } from '../../worker/publish/relay-hooks.ts'
import { newSealKeys } from '../../worker/relay/sealed.ts'
import { openNodeStore } from '../../worker/store/node-home.ts'
import { startRelayProcess } from '../services/support/relay-process.ts'
import type { BenchTable } from './dataway.bench.ts'
import { peerFolder } from './peers/install.ts'
import { processorOf } from './process-use.ts'

const nodeRed = { name: 'node-red', version: '4.1.15' }
interface Load {
  p50: number
  p99: number
  perSecond: number
  /** Microseconds of processor time of those who answer, a request; NaN where the system does not say. */
  cpu: number
}

const script =
  "{'id': msg.payload['id'], 'total': msg.payload['price'] * msg.payload['qty'], 'size': 'large' if msg.payload['price'] * msg.payload['qty'] > 100 else 'small'}"

export function orderApp(): App {
  const trigger = { id: 'hook0001', component: 'http-listener', version: 1, name: 'In', config: { path: '/orders', methods: 'POST' } } // prettier-ignore
  const steps = [{ id: 'hook0002', component: 'set-payload', version: 1, name: 'Answer', config: { value: { mode: 'expression' as const, source: script } } }] // prettier-ignore
  return {
    ...emptyApp('benchhok', 'Orders'),
    flows: [{ id: 'benchf11', name: 'In', trigger, steps, samples: [], settings: {} }],
  }
}

/** The better of two: the machine is shared. */
async function loadOf(
  root: string,
  url: string,
  servers: number[],
  connections: number,
  requests: number,
): Promise<Load> {
  const loads: Load[] = []
  for (let round = 0; round < 2; round++) {
    const child = spawn(process.execPath, [join(root, 'test/bench/peers/load.mjs'), url, String(connections), String(requests)], { stdio: ['ignore', 'pipe', 'inherit'] }) // prettier-ignore
    const before = used(servers)
    let text = ''
    child.stdout.on('data', (part: Buffer) => (text += part.toString()))
    await once(child, 'close')
    const cpu = (used(servers) - before) / (requests * 1.5)
    loads.push({ ...(JSON.parse(text) as Omit<Load, 'cpu'>), cpu })
  }
  return loads.reduce((best, one) => (one.perSecond > best.perSecond ? one : best))
}

function used(servers: number[]): number {
  return servers.reduce((sum, pid) => sum + (processorOf(pid) ?? NaN), 0)
}

export async function webhookTable(root: string): Promise<BenchTable> {
  const relay = await startRelayProcess()
  await relay.client.ready()
  const folder = mkdtempSync(join(tmpdir(), 'weft-bench-hook-'))
  const { store, close } = await openNodeStore(folder)
  const engine = await nodeEngine({ log: () => {}, store })
  const runs = new PublishedRuns({ engine, store, base: relay.url }, realTime)
  const publisher = new Publisher({
    ...realTime,
    newRunId: () => newRunId(),
    run: (start) => runs.run(start),
  })
  const app = orderApp()
  publisher.publish(app, { granted: { hosts: 'all' } })
  const hooks = new RelayHooks(async () => relay.client, (request) => publisher.answer(request), newSealKeys) // prettier-ignore
  hooks.take(app)
  let address: string | undefined
  while (!address) address = (await hooks.list()).find(({ isTaken }) => isTaken)?.address
  const alone = await loadOf(root, `${address}/orders`, [process.pid, relay.pid], 1, 1_500)
  const many = await loadOf(root, `${address}/orders`, [process.pid, relay.pid], 16, 4_000)
  const red = await nodeRedLoads(root)
  hooks.leave(app.id)
  await runs.idle()
  await relay.stop()
  await close()
  rmSync(folder, { recursive: true, force: true })
  const ms = (time: number | undefined): string =>
    time === undefined ? 'not installed' : `${time.toFixed(3)} ms`
  const cpu = (load: Load | undefined): string => (load ? `${load.cpu.toFixed(0)} µs a request` : '–')
  const rate = (load: Load | undefined): string => (load ? `${load.perSecond.toFixed(0)}/s` : 'not installed')
  return {
    title:
      'Webhook: client, relay and tab, each a process of its own; Node-RED with the same flow and client',
    rows: [
      { what: 'one after another, p50', got: ms(alone.p50), goal: '≤ 0.6 ms' },
      { what: 'one after another, p99', got: ms(alone.p99) },
      { what: `Node-RED ${nodeRed.version}, p50`, got: ms(red?.alone.p50) },
      { what: '16 connections', got: rate(many), goal: '≥ 1× Node-RED' },
      { what: 'Node-RED, 16 connections', got: rate(red?.many) },
      // Does not depend on what else the machine does.
      { what: 'processor time of relay and tab', got: cpu(many) },
      { what: 'processor time of Node-RED', got: cpu(red?.many) },
      { what: 'against Node-RED', got: red ? `${(many.perSecond / red.many.perSecond).toFixed(2)}×` : '–', goal: '≥ 1×' }, // prettier-ignore
    ],
  }
}

async function nodeRedLoads(root: string): Promise<{ alone: Load; many: Load } | undefined> {
  const folder = peerFolder(root, nodeRed.name, nodeRed.version)
  if (!folder) return undefined
  const child = spawn(process.execPath, [join(root, 'test/bench/peers/node-red-http.mjs'), folder], { stdio: ['ignore', 'pipe', 'inherit'] }) // prettier-ignore
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  const url = `http://127.0.0.1:${Number(port.toString())}/orders`
  try {
    return {
      alone: await loadOf(root, url, [child.pid!], 1, 1_500),
      many: await loadOf(root, url, [child.pid!], 16, 4_000),
    }
  } finally {
    child.kill('SIGTERM')
  }
}
