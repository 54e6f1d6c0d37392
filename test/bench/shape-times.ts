// The further shapes (shapes.mjs) by DataWay and by hand-written JavaScript: bytes in, bytes out.
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { rounds, sameResult } from './rounds.mjs'
import { shapes } from './shapes.mjs'

const env = {
  run: 'bench',
  clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
  seed: () => 1,
  print: () => {},
}

export async function shapeTimes(
  dataway: WasmDataWay,
  options: { seed: number; text: 'mixed' | 'ascii' },
): Promise<Record<string, string | number | undefined>[]> {
  const encoder = new TextEncoder()
  const rows = []
  for (const shape of shapes(options)) {
    const program = dataway.compile(shape.python, 'code')
    const byDataWay = (): Uint8Array => {
      const payload = Data.of(new Entity(shape.bytes, shape.mime))
      const { bytes } = dataway.toBytes(dataway.evaluate(program, message(payload), env))
      dataway.release(env.run)
      return bytes
    }
    const byJavaScript = (): Uint8Array => {
      const value = shape.js(shape.bytes)
      return encoder.encode(typeof value === 'string' ? value : JSON.stringify(value))
    }
    if (!sameResult(read(byDataWay()), read(byJavaScript())))
      throw new Error(`${shape.id}: DataWay's result differs`)
    const times = await rounds({ js: byJavaScript, dataway: byDataWay }, { count: 7, ms: 100 })
    rows.push({
      shape: shape.id,
      what: shape.title,
      'js ms': times['js']!.ms,
      'DataWay ms': times['dataway']!.ms,
      ratio: times['dataway']!.ratio,
      goal: shape.id === 'regex' ? 3 : 1,
    })
  }
  return rows
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
