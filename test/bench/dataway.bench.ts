// DataWay, with its compiling tier and interpreted only, beside hand-written JavaScript, JSONata and (in Node) MicroPython and
// Pyodide: JSON bytes in, JSON bytes out. Ratios are to JavaScript; lower is better. Of the others stands how many times as long
// as DataWay they take. JavaScript = TextDecoder + JSON.parse + code + JSON.stringify + TextEncoder.
import { createDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { shapeRows } from '../../dataway-wasm/bench/shape-rows.ts'
import { benchEnv, workloadRows, type WorkloadRow } from '../../dataway-wasm/bench/workload-rows.ts'

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

export default async function bench({ seed, text, wasm, root }: BenchOptions): Promise<BenchTable[]> {
  const dataway = await createDataWay(wasm)
  await dataway.tiering.load()
  const interpreter = await createDataWay(wasm, { tier: 'off' })
  const works: BenchTable['rows'] = []
  // In Chromium there is no project to install them into.
  const pythons = root ? await (await import('./peers/pythons.ts')).pythonPeers(root) : {}
  const times = (ratio: number | undefined, row: WorkloadRow) => ratio && ratio / row.ratio
  for await (const row of workloadRows({ dataway, interpreter }, { seed, text }, pythons))
    works.push({
      workload: row.id,
      what: row.title,
      'js ms': row.js,
      'DataWay ms': row.dataway,
      ratio: row.ratio,
      goal: row.goal,
      interpreted: row.interpreted,
      'its goal': row.interpretedGoal,
      '× JSONata (goal 10)': times(row.jsonata, row),
      '× MicroPython (15)': times(row.pythons['MicroPython'], row),
      '× Pyodide (10)': times(row.pythons['Pyodide'], row),
    })
  const further: BenchTable['rows'] = []
  for await (const row of shapeRows(dataway, { seed, text }))
    further.push({
      shape: row.id,
      what: row.title,
      'js ms': row.js,
      'DataWay ms': row.dataway,
      ratio: row.ratio,
      goal: row.goal,
    })
  return [
    { title: 'DataWay, ratio of time to hand-written JavaScript', rows: works },
    { title: 'Further shapes, 1 MB each (peer for XML: fast-xml-parser)', rows: further },
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
  const evaluator = (source: string) => {
    const program = dataway.compile(source, 'code')
    return () => dataway.evaluate(program, message(Data.none), benchEnv)
  }
  return { tiering: dataway.tiering, evaluator }
}
