// Runs scripts where previews are made and where flows are run: in the page and in a worker. Loaded when a test asks for it.
import { createDataWay } from '../../../dataway-wasm/host.ts'
import { datawayModule } from '../../../worker/dataway-browser.ts'
import workerScript from './conformance-worker.ts?worker&url'
import { scriptUrl } from '../../../worker/trusted-url.ts'
import { scriptOutput } from '../../conformance/output.ts'

export async function inPage(sources: string[]): Promise<string[]> {
  const way = await createDataWay(await datawayModule())
  return sources.map((source) => scriptOutput(way, source))
}

export async function inWorker(sources: string[]): Promise<string[]> {
  const worker = new Worker(scriptUrl(workerScript), { type: 'module' })
  const outputs = await new Promise<string[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string[]>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(sources)
  })
  worker.terminate()
  return outputs
}
