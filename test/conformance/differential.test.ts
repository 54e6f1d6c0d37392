// Random programs in DataWay, by the interpreter alone and with every loop compiled, and in python3: the same output, to the letter. By default 300 that are the same every time;
// a long run (WEFT_LONG) takes 10,000 others each time. WEFT_PROGRAMS sets how many, WEFT_SEED which. Needs python3 3.11; without it the test says so and is skipped.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { allForms, used } from './differential/expression.ts'
import { allStatements, program } from './differential/program.ts'
import { newDataway, scriptOutput } from './script-output.ts'

const long = process.env['WEFT_LONG'] === '1'
const count = Number(process.env['WEFT_PROGRAMS'] ?? (long ? 10_000 : 300))
const seed = Number(process.env['WEFT_SEED'] ?? (long ? Math.floor(Math.random() * 2 ** 31) : 3))
const batch = 500
const oracle = fileURLToPath(new URL('differential/oracle.py', import.meta.url))
const python = pythonVersion()

let ways: WasmDataWay[]

beforeAll(async () => {
  ways = [await newDataway('off'), await newDataway('always')]
})

it.skipIf(!python.startsWith('Python 3.11'))(
  `${count} random programs print what python3 prints (seed ${seed})`,
  () => {
    const differences: string[] = []
    for (let done = 0, round = 0; done < count; done += batch, round++) {
      const sources = fc.sample(program(), { numRuns: Math.min(batch, count - done), seed: seed + round })
      const wanted = askPython(sources)
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
    if (long) console.log(coverage())
    expect(differences.length, `seed ${seed}\n${differences.slice(0, 20).join('\n')}`).toBe(0)
  },
  3_600_000,
)

function pythonVersion(): string {
  try {
    return execFileSync('python3', ['--version'], { encoding: 'utf8' })
  } catch {
    console.log('python3 is missing: the differential test is skipped')
    return ''
  }
}

/** null: python3 took too long over it, so there is nothing to compare. */
function askPython(sources: string[]): (string | null)[] {
  const options = { input: JSON.stringify(sources), encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  return JSON.parse(execFileSync('python3', [oracle], options)) as (string | null)[]
}

/** Both ran out of memory; of DataWay it is the whole that counts, and that is not caught. */
function isFullMemory(wanted: string, got: string): boolean {
  return wanted.includes('MemoryError') && got.includes('The script needed more than 256 MB of memory.')
}

/** The first line that differs, with the program. */
function tell(source: string, wanted: string, got: string): string {
  const a = wanted.split('\n')
  const b = got.split('\n')
  const at = a.findIndex((line, i) => line !== b[i])
  return `line ${at + 1} of the output\n  python3 ${a[at]?.slice(0, 500)}\n  dataway ${b[at]?.slice(0, 500)}\n${source}`
}

/** How often each form was used, rarest first. */
function coverage(): string {
  const rows = [...allForms, ...allStatements].map((form) => [used.get(form) ?? 0, form] as const)
  rows.sort((a, b) => a[0] - b[0])
  const few = rows.filter(([times]) => times < 50).length
  return [`${rows.length} forms, ${few} of them used fewer than 50 times`, ...rows.map(([n, form]) => `${n} ${form.split('\n')[0]}`)].join('\n')
}
