// The ten steps in a worker of Chromium. `{ count, trace }` → milliseconds that so many messages took.
import { createDataWay } from '../../../dataway-wasm/host.ts'
import { Engine } from '../../../worker/engine/engine.ts'
import type { Host } from '../../../worker/engine/host.ts'
import { together } from '../../../worker/engine/together.ts'
import { Data } from '../../../worker/model/data.ts'
import { message } from '../../../worker/model/message.ts'
import { Entity } from '../../../worker/model/value.ts'
import { registry } from '../../../worker/runs.ts'
import { order, tenSteps } from '../ten-steps.ts'

const no = (): never => {
  throw new Error('The ten steps ask nothing of the world.')
}
const host: Host = {
  clock: () => ({ micros: Date.now() * 1000, offset: 0, zone: 'UTC' }),
  monotonic: () => performance.now(),
  random: () => 4,
  http: async () => no(),
  sleep: async () => no(),
  cache: no,
  state: no,
  lock: async () => no(),
  secret: () => undefined,
  soon: together((flush) => void setTimeout(flush, 16)),
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
}
const app = tenSteps()
let engine: Engine | undefined
let ids = 0

async function once(trace: 'off' | 'failures'): Promise<void> {
  const input = message(Data.of(new Entity(order, 'application/json')))
  const { run, done } = engine!.start({ run: `b${ids++}`, app, flow: 'benchf10', input, base: '', granted: { hosts: [] }, trace }) // prettier-ignore
  const { fault } = await done
  if (fault) throw fault
  engine!.release(run)
}

onmessage = async ({ data }: MessageEvent<{ count: number; trace: 'off' | 'failures' }>) => {
  engine ??= new Engine({ host, registry, dataway: await createDataWay(await (await fetch('/dataway.wasm')).arrayBuffer()) }) // prettier-ignore
  const began = performance.now()
  let next = 0
  const caller = async (): Promise<void> => {
    while (next++ < data.count) await once(data.trace)
  }
  await Promise.all(Array.from({ length: 100 }, caller))
  postMessage(performance.now() - began)
}
