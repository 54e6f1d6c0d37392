// The further shapes (shapes.mjs) by DataWay and by hand-written JavaScript: bytes in, bytes out.
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import type { WasmDataWay } from '../host.ts'
import { rounds, sameResult } from './rounds.mjs'
import { shapes } from './shapes.mjs'
import { benchEnv, type BenchData, type WorkloadRow } from './workload-rows.ts'

export type ShapeRow = Pick<WorkloadRow, 'id' | 'title' | 'js' | 'dataway' | 'ratio' | 'goal'>

/** One row after another, as each is measured. Throws when the two ways give different results. */
export async function* shapeRows(dataway: WasmDataWay, data: BenchData): AsyncGenerator<ShapeRow> {
  const encoder = new TextEncoder()
  for (const shape of shapes(data)) {
    const program = dataway.compile(shape.python, 'code')
    const byDataWay = (): Uint8Array => {
      const payload = Data.of(new Entity(shape.bytes, shape.mime))
      const { bytes } = dataway.toBytes(dataway.evaluate(program, message(payload), benchEnv))
      dataway.release(benchEnv.run)
      return bytes
    }
    const byJavaScript = (): Uint8Array => {
      const value = shape.js(shape.bytes)
      return encoder.encode(typeof value === 'string' ? value : JSON.stringify(value))
    }
    if (!sameResult(read(byDataWay()), read(byJavaScript())))
      throw new Error(`${shape.id}: DataWay's result differs`)
    const times = await rounds({ js: byJavaScript, dataway: byDataWay }, { count: 7, ms: 100 })
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
