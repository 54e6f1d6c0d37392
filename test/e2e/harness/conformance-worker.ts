// Runs scripts in a worker of the page, as flows are run.
import { createDataWay } from '../../../dataway-wasm/host.ts'
import { datawayModule } from '../../../worker/dataway-browser.ts'
import { scriptOutput } from '../../conformance/output.ts'

addEventListener('message', async ({ data }: MessageEvent<string[]>) => {
  const way = await createDataWay(await datawayModule())
  postMessage(data.map((source) => scriptOutput(way, source)))
})
