// DataWay in Node: the compiled module from the build folder, one instance a process.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createDataWay, type WasmDataWay } from '../dataway-wasm/host.ts'
import { type TierMode, tierModeOf } from '../dataway-wasm/tiering.ts'
import { fault } from './model/fault.ts'

let loaded: Promise<WasmDataWay> | undefined

/** The one DataWay of this process. */
export function loadDataway(): Promise<WasmDataWay> {
  // WEFT_TIER=always or off: for measurements.
  return (loaded ??= newDataway(tierModeOf(process.env['WEFT_TIER'])))
}

/** One more, whose loops are compiled in a mode of its own. */
export async function newDataway(tier: TierMode): Promise<WasmDataWay> {
  return await createDataWay(await readFile(moduleFile()), { tier })
}

/** WEFT_DATAWAY names another build of it, for tests. The source folder and the built commands stand at different depths below the root. */
function moduleFile(): string {
  const other = process.env['WEFT_DATAWAY']
  if (other) return other
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'dataway-wasm', 'build', 'dataway.wasm')
    if (existsSync(file)) return file
  }
  throw fault('DATAWAY:MISSING', 'DataWay is not built.', { hint: 'node dataway-wasm/build.mjs' })
}
