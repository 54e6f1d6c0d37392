// The six workloads by DataWay, with its compiling tier and interpreted only, beside hand-written JavaScript, JSONata and, where
// they are given, other Pythons: JSON bytes in, JSON bytes out. `npm run bench -- dataway` and the studio's `#/bench` run this.
// JavaScript = TextDecoder + JSON.parse + code + JSON.stringify + TextEncoder. Ratios are to it; lower is better.
import jsonata from 'jsonata'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import type { WasmDataWay } from '../host.ts'
import { rounds, sameResult } from './rounds.mjs'
import { workloads } from './workloads.mjs'

export interface BenchData {
  seed: number
  /** `mixed` has letters beyond ASCII and escapes. */
  text: 'mixed' | 'ascii'
}
export interface Ways {
  dataway: WasmDataWay
  interpreter: WasmDataWay
}

/** Another Python, for a script: what it makes of a body. */
export type PythonPeer = (source: string) => (bytes: Uint8Array) => Uint8Array

/** Times in ms a call; ratios and goals are parts of JavaScript's time. */
export interface WorkloadRow {
  id: string
  title: string
  js: number
  dataway: number
  ratio: number
  goal: number
  interpreted: number
  /** Of the interpreter, where it has one of its own. */
  interpretedGoal: number | undefined
  jsonata: number | undefined
  /** Ratios of the other Pythons, by their names. */
  pythons: Record<string, number>
}

const goals: Record<BenchData['text'], Record<string, number>> = {
  mixed: { w1: 0.4, w2: 0.4, w3: 0.27, w4: 0.27, w5: 0.25, w6: 1.3 },
  ascii: { w1: 0.4, w2: 0.4, w3: 0.45, w4: 0.45, w5: 0.45, w6: 1.3 },
}

/** Interpreted only, whatever the text. */
const interpretedGoals: Record<string, number> = { w6: 5 }

export const benchEnv = {
  run: 'bench',
  clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
  seed: () => 1,
  print: () => {},
}

/** What a script makes of a body: bytes in, bytes out. */
export function byDataWay(
  way: WasmDataWay,
  python: string,
  bytes: Uint8Array,
  mime: string,
): () => Uint8Array {
  const program = way.compile(python, 'code')
  return () => {
    const payload = Data.of(new Entity(bytes, mime))
    const made = way.toBytes(way.evaluate(program, message(payload), benchEnv))
    way.release(benchEnv.run)
    return made.bytes
  }
}

/** One row after another, as each is measured. Throws when two ways give different results. */
export async function* workloadRows(
  { dataway, interpreter }: Ways,
  data: BenchData,
  pythons: Record<string, PythonPeer> = {},
): AsyncGenerator<WorkloadRow> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  for (const work of workloads(data)) {
    const by = (way: WasmDataWay) => byDataWay(way, work.python, work.bytes, 'application/json')
    const compiled = by(dataway)
    const byJavaScript = () => encoder.encode(JSON.stringify(work.js(JSON.parse(decoder.decode(work.bytes)))))
    const expression = work.jsonata === null ? undefined : jsonata(work.jsonata)
    const byJsonata = async () =>
      encoder.encode(JSON.stringify(await expression!.evaluate(JSON.parse(decoder.decode(work.bytes)))))

    const parsed = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))
    const wanted = parsed(byJavaScript())
    if (!sameResult(parsed(compiled()), wanted)) throw new Error(`${work.id}: DataWay's result differs`)
    if (expression && !sameResult(parsed(await byJsonata()), wanted))
      throw new Error(`${work.id}: JSONata's result differs`)

    const others = Object.entries(pythons).map(([name, python]): [string, () => Uint8Array] => {
      const run = python(work.python)
      if (!sameResult(parsed(run(work.bytes)), wanted))
        throw new Error(`${work.id}: ${name}'s result differs`)
      return [name, () => run(work.bytes)]
    })

    const peers = {
      js: byJavaScript,
      dataway: compiled,
      interpreted: by(interpreter),
      ...(expression ? { jsonata: byJsonata } : {}),
      ...Object.fromEntries(others),
    }
    const times = await rounds(peers, { count: 9, ms: work.bytes.length > 100_000 ? 150 : 40 })
    yield {
      id: work.id,
      title: work.title,
      js: times['js']!.ms,
      dataway: times['dataway']!.ms,
      ratio: times['dataway']!.ratio,
      goal: goals[data.text][work.id]!,
      interpreted: times['interpreted']!.ratio,
      interpretedGoal: interpretedGoals[work.id],
      jsonata: times['jsonata']?.ratio,
      pythons: Object.fromEntries(others.map(([name]) => [name, times[name]!.ratio])),
    }
  }
}
