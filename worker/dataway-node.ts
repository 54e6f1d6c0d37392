// DataWay in Node: the compiled module from the build folder, one instance a process.
import type { DataWay } from './model/dataway.ts'
import { fault } from './model/fault.ts'

let loaded: Promise<DataWay> | undefined

/** The one DataWay of this process. */
export function loadDataway(): Promise<DataWay> {
  return (loaded ??= load())
}

async function load(): Promise<DataWay> {
  throw fault('DATAWAY:MISSING', 'DataWay is not built.', { hint: 'node dataway-wasm/build.mjs' })
}
