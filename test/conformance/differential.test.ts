// 10,000 random programs in DataWay, by the interpreter alone and with every loop compiled, and in python3: the same output, to the
// letter; and none of the grammar, builtins and methods is in fewer than fifty of their places. The same programs every time; a long
// run (WEFT_LONG) takes 100,000 others each time. WEFT_PROGRAMS sets how many, WEFT_SEED which. Needs python3 3.11; without it
// the test says so and is skipped.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { rare, table } from './differential/coverage.ts'
import { program } from './differential/program.ts'
import { askPython, isFullMemory, pythonVersion } from './differential/python.ts'
import { showTable } from '../support/table.ts'
import { newDataway, scriptOutput } from './script-output.ts'

const long = process.env['WEFT_LONG'] === '1'
// The build with canaries in its memory is slow, and what it adds does not depend on which programs they are.
const usual = process.env['WEFT_DATAWAY'] ? 1000 : 10_000
const count = Number(process.env['WEFT_PROGRAMS'] ?? (long ? 10 * usual : usual))
const seed = Number(process.env['WEFT_SEED'] ?? (long ? Math.floor(Math.random() * 2 ** 31) : 3))
const batch = 500
const python = pythonVersion()

let ways: WasmDataWay[]

beforeAll(async () => {
  ways = [await newDataway('off'), await newDataway('always')]
})

it.skipIf(!python.startsWith('Python 3.11'))(
  `${count} random programs print what python3 prints (seed ${seed})`,
  async () => {
    const differences: string[] = []
    // python3 works on the next batch while we compare this one.
    const ask = (round: number) => {
      const sources = fc.sample(program(), { numRuns: Math.min(batch, count - round * batch), seed: seed + round })
      return { sources, asked: askPython(sources) }
    }
    let following = ask(0)
    for (let round = 0; round * batch < count; round++) {
      const { sources, asked } = following
      const { outputs: wanted, used: uses } = await asked
      for (const [name, times] of Object.entries(uses)) used.set(name, (used.get(name) ?? 0) + times)
      if ((round + 1) * batch < count) following = ask(round + 1)
      sources.forEach((source, i) => {
        if (wanted[i] === null) return
        for (const way of ways) {
          const got = scriptOutput(way, source)
          if (isFullMemory(wanted[i]!, got)) return
          if (got !== wanted[i]) differences.push(tell(source, wanted[i]!, got))
        }
        if (ways[0]!.fuelLeft !== ways[1]!.fuelLeft) differences.push(`fuel differs\n${source}`)
      })
    }
    const told = `${count} programs (seed ${seed}), ${differences.length} differences`
    if (count >= 10_000) showTable('differential', `${told}\n${table(used)}`)
    expect(differences.length, `${told}\n${differences.slice(0, 50).join('\n')}`).toBe(0)
    if (count >= 10_000) expect(rare(used)).toEqual([])
  },
  3_600_000,
)

/** How often what was compared has each form of the grammar, builtin and method. */
const used = new Map<string, number>()

/** The first line that differs, with the program. */
function tell(source: string, wanted: string, got: string): string {
  const a = wanted.split('\n')
  const b = got.split('\n')
  const at = a.findIndex((line, i) => line !== b[i])
  return `line ${at + 1} of the output\n  python3 ${a[at]?.slice(0, 500)}\n  dataway ${b[at]?.slice(0, 500)}\n${source}`
}
