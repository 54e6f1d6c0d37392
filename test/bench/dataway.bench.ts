// DataWay beside hand-written JavaScript and JSONata: JSON bytes in, JSON bytes out. Ratios are to JavaScript; lower is
// better. JavaScript = TextDecoder + JSON.parse + code + JSON.stringify + TextEncoder.
import jsonata from 'jsonata'
import { createDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { rounds, sameResult } from './rounds.mjs'
import { workloads } from './workloads.mjs'

export interface BenchOptions {
  seed: number
  text: 'mixed' | 'ascii'
  wasm: BufferSource
  root?: string
}
export interface BenchTable {
  title: string
  rows: Record<string, string | number | undefined>[]
}

const goals: Record<string, Record<string, number>> = {
  mixed: { w1: 0.4, w2: 0.4, w3: 0.27, w4: 0.27, w5: 0.25, w6: 5 },
  ascii: { w1: 0.4, w2: 0.4, w3: 0.45, w4: 0.45, w5: 0.45, w6: 5 },
}

export default async function bench({ seed, text, wasm }: BenchOptions): Promise<BenchTable[]> {
  const dataway = await createDataWay(wasm)
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const rows: BenchTable['rows'] = []
  for (const work of workloads({ seed, text })) {
    const program = dataway.compile(work.python, 'code')
    const env = {
      run: 'bench',
      clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
      seed: () => 1,
      print: () => {},
    }
    const byDataWay = () => {
      const payload = Data.of(new Entity(work.bytes, 'application/json'))
      const { bytes } = dataway.toBytes(dataway.evaluate(program, message(payload), env))
      dataway.release(env.run)
      return bytes
    }
    const byJavaScript = () => encoder.encode(JSON.stringify(work.js(JSON.parse(decoder.decode(work.bytes)))))
    const expression = work.jsonata === null ? undefined : jsonata(work.jsonata)
    const byJsonata = async () =>
      encoder.encode(JSON.stringify(await expression!.evaluate(JSON.parse(decoder.decode(work.bytes)))))

    const parsed = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))
    const wanted = parsed(byJavaScript())
    if (!sameResult(parsed(byDataWay()), wanted)) throw new Error(`${work.id}: DataWay's result differs`)
    if (expression && !sameResult(parsed(await byJsonata()), wanted))
      throw new Error(`${work.id}: JSONata's result differs`)

    const peers = { js: byJavaScript, dataway: byDataWay, ...(expression ? { jsonata: byJsonata } : {}) }
    const times = await rounds(peers, { count: 9, ms: work.bytes.length > 100_000 ? 150 : 40 })
    rows.push({
      workload: work.id,
      what: work.title,
      'js ms': times['js']!.ms,
      'DataWay ms': times['dataway']!.ms,
      ratio: times['dataway']!.ratio,
      goal: goals[text]?.[work.id],
      'JSONata ratio': times['jsonata']?.ratio,
    })
  }
  return [{ title: 'DataWay, ratio of time to hand-written JavaScript', rows }]
}
