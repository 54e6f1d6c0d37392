// Bugs planted into the evaluator one by one (planted/bugs.ts): the corpus or random programs must find at least nine of ten. Building
// each takes its time: in the long form only; otherwise it is looked whether each still has its place.
import fc from 'fast-check'
import asc from 'assemblyscript/asc'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createDataWay, type WasmDataWay } from '../../dataway-wasm/host.ts'
import { isLong, report } from '../support/long-report.ts'
import { program } from './differential/program.ts'
import { askPython, isFullMemory, pythonVersion } from './differential/python.ts'
import { loadDataway } from './script-output.ts'
import { scriptOutput } from './output.ts'
import { bugs, type Bug } from './planted/bugs.ts'
import { scripts } from './scripts.mjs'

const folder = new URL('../../dataway-wasm/', import.meta.url).pathname
const wanted = isLong || process.env['WEFT_PLANTED'] !== undefined
const chosen = bugs.slice(0, Number(process.env['WEFT_PLANTED'] ?? bugs.length))
const short = { fuel: 50_000_000, milliseconds: 5000 }

it('every bug has one place where it is planted', () => {
  const lost = bugs.filter(({ file, from }) => readFileSync(join(folder, 'assembly', file), 'utf8').split(from).length !== 2)
  expect(lost).toEqual([])
  expect(bugs.length).toBeGreaterThanOrEqual(30)
})

/** The module with a bug, hardly optimised. */
async function planted(bug: Bug | undefined): Promise<Uint8Array<ArrayBuffer>> {
  let binary: Uint8Array | undefined
  const readFile = (name: string, base: string): string | null => {
    try {
      const text = readFileSync(join(base, name), 'utf8')
      return bug && name.endsWith(`assembly/${bug.file}`) ? text.replace(bug.from, () => bug.to) : text
    } catch {
      return null
    }
  }
  const writeFile = (_name: string, data: Uint8Array | string): void => void (binary = data as Uint8Array)
  const options = ['assembly/index.ts', '--baseDir', folder, '--outFile', 'out.wasm', '--runtime', 'stub', '--enable', 'simd', '--exportTable', '--uncheckedBehavior', 'always', '--noAssert', '-O0'] // prettier-ignore
  const { error, stderr } = await asc.main(options, { readFile, writeFile })
  if (error) throw new Error(`${bug?.what}: ${stderr.toString()}`)
  return binary as Uint8Array<ArrayBuffer>
}

interface Case {
  name: string
  source: string
  wanted: string
}

/** The first case whose output differs; a trap is one. */
async function finds(wasm: Uint8Array<ArrayBuffer>, cases: readonly Case[]): Promise<string | undefined> {
  return differs(await createDataWay(wasm, { tier: 'off' }), cases)
}

function differs(way: WasmDataWay, cases: readonly Case[]): string | undefined {
  for (const { name, source, wanted } of cases) {
    let got: string
    try {
      got = scriptOutput(way, source, short)
    } catch (thrown) {
      return `${name} (${String(thrown).slice(0, 40)})`
    }
    if (got !== wanted && !isFullMemory(wanted, got)) return name
  }
  return undefined
}

// Only the long form takes the time for it.
const bugsAreFound = wanted ? it.skipIf(!pythonVersion().startsWith('Python 3.11')) : undefined
bugsAreFound?.(
  `${chosen.length} planted bugs`,
  async () => {
    // asc takes our own runtime for the stub, as dataway-wasm/build.mjs does; building loads that.
    await loadDataway()
    const { libraryFiles } = await import('assemblyscript/asc')
    libraryFiles['rt/index-stub'] = ''
    const sources = fc.sample(program(), { numRuns: 2000, seed: 3 })
    const { outputs } = await askPython(sources)
    const random = sources.flatMap((source, i): Case[] => (outputs[i] === null ? [] : [{ name: `program ${i}`, source, wanted: outputs[i]! }])) // prettier-ignore
    const corpus = scripts().map(({ name, path, out }): Case => ({ name, source: readFileSync(path, 'utf8'), wanted: readFileSync(out, 'utf8') })) // prettier-ignore
    const healthy = await createDataWay(await planted(undefined), { tier: 'off' })
    // What takes too long for the short limits is no case here.
    const [slow, odd] = [corpus, random].map((cases) => new Set(cases.filter((one) => differs(healthy, [one]) !== undefined)))
    const cases = { corpus: corpus.filter((one) => !slow!.has(one)), random: random.filter((one) => !odd!.has(one)) }
    expect(slow!.size + odd!.size).toBeLessThan(20)
    const rows: string[] = []
    let found = 0
    for (const bug of chosen) {
      const wasm = await planted(bug)
      const inCorpus = await finds(wasm, cases.corpus)
      const inRandom = await finds(wasm, cases.random)
      if (inCorpus ?? inRandom) found += 1
      rows.push(`${inCorpus ?? inRandom ? 'found ' : 'MISSED'} ${bug.what} | corpus: ${inCorpus ?? '-'} | random: ${inRandom ?? '-'}`)
    }
    report(`planted bugs: ${found} of ${chosen.length} found by ${cases.corpus.length} scripts and ${cases.random.length} random programs\n${rows.join('\n')}`)
    expect(found).toBeGreaterThanOrEqual(Math.ceil(chosen.length * 0.9))
  },
  7_200_000,
)
