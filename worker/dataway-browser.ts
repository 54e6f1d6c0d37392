// DataWay in a worker of the page: the compiled module from the built studio, one instance a worker.
import type { DataWay } from './model/dataway.ts'
import { fault } from './model/fault.ts'

/** Empty while the module is not built. */
const built = import.meta.glob<string>('../dataway-wasm/build/dataway.wasm', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})

let loaded: Promise<DataWay> | undefined

export function loadDataway(): Promise<DataWay> {
  return (loaded ??= load())
}

async function load(): Promise<DataWay> {
  const url = Object.values(built)[0]
  if (!url) throw fault('DATAWAY:MISSING', 'DataWay is not built.', { hint: 'node dataway-wasm/build.mjs' })
  throw fault('DATAWAY:MISSING', 'DataWay has no host yet.')
}
