// Runs the DataWay benchmark in a worker of its own, so that the page stays free; it ends when the page ends it.
import { createDataWay } from '../../dataway-wasm/host.ts'
import { shapeRows, type ShapeRow } from '../../dataway-wasm/bench/shape-rows.ts'
import { workloadRows, type BenchData, type WorkloadRow } from '../../dataway-wasm/bench/workload-rows.ts'
import { datawayModule } from '../../worker/dataway-browser.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'

export type BenchSays =
  | { row: WorkloadRow; part: 'workloads' }
  | { row: ShapeRow; part: 'shapes' }
  | { done: true }
  | { fault: Fault }

const say = (said: BenchSays): void => self.postMessage(said)

self.addEventListener('message', async ({ data }: MessageEvent<BenchData>) => {
  try {
    const module = await datawayModule()
    const dataway = await createDataWay(module)
    await dataway.tiering.load()
    const interpreter = await createDataWay(module, { tier: 'off' })
    for await (const row of workloadRows({ dataway, interpreter }, data)) say({ row, part: 'workloads' })
    for await (const row of shapeRows(dataway, data)) say({ row, part: 'shapes' })
    say({ done: true })
  } catch (thrown) {
    say({ fault: toFault(thrown, 'BENCH:FAILED') })
  }
})
