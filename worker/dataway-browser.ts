// DataWay in a worker of the page: the compiled module from the built studio, one instance a worker.
import { createDataWay } from '../dataway-wasm/host.ts'
import type { DataWay } from './model/dataway.ts'
import { fault } from './model/fault.ts'

/** Empty while the module is not built. */
const built = import.meta.glob<string>('../dataway-wasm/build/dataway.wasm', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})

let loaded: Promise<DataWay> | undefined

/** Throws DATAWAY:MISSING when it is not built or cannot be fetched; the next call tries again. */
export function loadDataway(): Promise<DataWay> {
  loaded ??= load().catch((thrown: unknown) => {
    loaded = undefined
    throw thrown
  })
  return loaded
}

async function load(): Promise<DataWay> {
  return createDataWay(await datawayModule())
}

/** The compiled module, for who needs instances of its own. Throws as `loadDataway` does. */
export async function datawayModule(): Promise<WebAssembly.Module> {
  const url = Object.values(built)[0]
  if (!url) throw fault('DATAWAY:MISSING', 'DataWay is not built.', { hint: 'node dataway-wasm/build.mjs' })
  try {
    return await WebAssembly.compileStreaming(fetch(url))
  } catch {
    // A host that gives another type than application/wasm; or no answer, which is told below.
    const answer = await fetch(url).catch(() => undefined)
    if (!answer?.ok) {
      throw fault('DATAWAY:MISSING', 'DataWay could not be loaded.', {
        hint: 'Reload the page while you are online.',
      })
    }
    return await WebAssembly.compile(await answer.arrayBuffer())
  }
}
