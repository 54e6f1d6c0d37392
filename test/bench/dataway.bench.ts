// DataWay, with its compiling tier and interpreted only, beside hand-written JavaScript and JSONata: JSON bytes in, JSON bytes
// out. Ratios are to JavaScript; lower is better. JavaScript = TextDecoder + JSON.parse + code + JSON.stringify + TextEncoder.
import jsonata from 'jsonata'
import { createDataWay, type WasmDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { rounds, sameResult } from './rounds.mjs'
import { shapeTimes } from './shape-times.ts'
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
  mixed: { w1: 0.4, w2: 0.4, w3: 0.27, w4: 0.27, w5: 0.25, w6: 1.3 },
  ascii: { w1: 0.4, w2: 0.4, w3: 0.45, w4: 0.45, w5: 0.45, w6: 1.3 },
}

/** Interpreted only, whatever the text. */
const interpretedGoals: Record<string, number> = { w6: 5 }

export default async function bench({ seed, text, wasm }: BenchOptions): Promise<BenchTable[]> {
  const dataway = await createDataWay(wasm)
  await dataway.tiering.load()
  const interpreter = await createDataWay(wasm, { tier: 'off' })
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const rows: BenchTable['rows'] = []
  for (const work of workloads({ seed, text })) {
    const env = {
      run: 'bench',
      clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
      seed: () => 1,
      print: () => {},
    }
    const by = (way: WasmDataWay) => {
      const program = way.compile(work.python, 'code')
      return () => {
        const payload = Data.of(new Entity(work.bytes, 'application/json'))
        const { bytes } = way.toBytes(way.evaluate(program, message(payload), env))
        way.release(env.run)
        return bytes
      }
    }
    const byDataWay = by(dataway)
    const byJavaScript = () => encoder.encode(JSON.stringify(work.js(JSON.parse(decoder.decode(work.bytes)))))
    const expression = work.jsonata === null ? undefined : jsonata(work.jsonata)
    const byJsonata = async () =>
      encoder.encode(JSON.stringify(await expression!.evaluate(JSON.parse(decoder.decode(work.bytes)))))

    const parsed = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))
    const wanted = parsed(byJavaScript())
    if (!sameResult(parsed(byDataWay()), wanted)) throw new Error(`${work.id}: DataWay's result differs`)
    if (expression && !sameResult(parsed(await byJsonata()), wanted))
      throw new Error(`${work.id}: JSONata's result differs`)

    const peers = {
      js: byJavaScript,
      dataway: byDataWay,
      interpreted: by(interpreter),
      ...(expression ? { jsonata: byJsonata } : {}),
    }
    const times = await rounds(peers, { count: 9, ms: work.bytes.length > 100_000 ? 150 : 40 })
    rows.push({
      workload: work.id,
      what: work.title,
      'js ms': times['js']!.ms,
      'DataWay ms': times['dataway']!.ms,
      ratio: times['dataway']!.ratio,
      goal: goals[text]?.[work.id],
      interpreted: times['interpreted']!.ratio,
      'its goal': interpretedGoals[work.id],
      'JSONata ratio': times['jsonata']?.ratio,
    })
  }
  return [
    { title: 'DataWay, ratio of time to hand-written JavaScript', rows },
    {
      title: 'Further shapes, 1 MB each (peer for XML: fast-xml-parser)',
      rows: await shapeTimes(dataway, { seed, text }),
    },
    { title: 'Compiling loops to WebAssembly', rows: [await compileTimes(wasm)] },
  ]
}

/** How long it takes to compile the loops of a script of 60 lines in the background, the first time and when the compiler is warm. */
async function compileTimes(wasm: BufferSource): Promise<BenchTable['rows'][0]> {
  const { tiering, ...way } = await prepared(wasm)
  const block = (n: number): string =>
    `    for i in range(9000):\n        a = (a * ${n} + i) % 1000\n        if a > 500:\n            b += a\n        l[i % 10] = b\n    while b > 100:\n        b //= 2\n`
  const script = (n: number): string =>
    `def dw_process(msg):\n    a = ${n}\n    b = 0\n    l = [0] * 10\n${Array.from({ length: 8 }, (_, i) => block(n + i)).join('')}    return [a, b]\n`
  const times: number[] = []
  for (let n = 0; n < 40; n++) {
    const before = tiering.compileTime
    const evaluate = way.evaluator(script(n))
    for (let tries = 0; tries < 20 && tiering.compileTime === before; tries++) {
      evaluate()
      await new Promise((done) => setTimeout(done, 5))
    }
    times.push(tiering.compileTime - before)
  }
  const warm = times.slice(20).sort((x, y) => x - y)[10]
  return {
    what: `${script(1).split('\n').length - 1} lines, 16 loops`,
    'first ms': times[0],
    'warm ms': warm,
    goal: 1.5,
  }
}

async function prepared(wasm: BufferSource) {
  const dataway = await createDataWay(wasm)
  await dataway.tiering.load()
  const env = {
    run: 'compile',
    clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print: () => {},
  }
  const evaluator = (source: string) => {
    const program = dataway.compile(source, 'code')
    return () => dataway.evaluate(program, message(Data.none), env)
  }
  return { tiering: dataway.tiering, evaluator }
}
