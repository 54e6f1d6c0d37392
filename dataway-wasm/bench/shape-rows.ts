// The further shapes (shapes.mjs) by DataWay and by hand-written JavaScript: bytes in, bytes out.
import type { WasmDataWay } from '../host.ts'
import { rounds, sameResult } from './rounds.mjs'
import { shapes } from './shapes.mjs'
import { byDataWay, type BenchData, type WorkloadRow } from './workload-rows.ts'

export type ShapeRow = Pick<WorkloadRow, 'id' | 'title' | 'js' | 'dataway' | 'ratio' | 'goal'>

/** One row after another, as each is measured. Throws when the two ways give different results. */
export async function* shapeRows(dataway: WasmDataWay, data: BenchData): AsyncGenerator<ShapeRow> {
  const encoder = new TextEncoder()
  for (const shape of shapes(data)) {
    const ours = byDataWay(dataway, shape.python, shape.bytes, shape.mime)
    const byJavaScript = (): Uint8Array => {
      const value = shape.js(shape.bytes)
      return encoder.encode(typeof value === 'string' ? value : JSON.stringify(value))
    }
    if (!sameResult(read(ours()), read(byJavaScript())))
      throw new Error(`${shape.id}: DataWay's result differs`)
    const times = await rounds({ js: byJavaScript, dataway: ours }, { count: 7, ms: 100 })
    yield {
      id: shape.id,
      title: shape.title,
      js: times['js']!.ms,
      dataway: times['dataway']!.ms,
      ratio: times['dataway']!.ratio,
      goal: shape.id === 'regex' ? 3 : 1,
    }
  }
}

/** JSON, or the text itself. */
function read(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
