// From a loop of the machine's code to a WebAssembly module: import object `tier`; each export takes a frame and gives the address of
// the instruction where the interpreter goes on (assembly/vm/compiled.ts).
import { shapeOf } from './blocks.ts'
import type { Code } from './code.ts'
import { type Experience, type Findings, Pass, type Profiles } from './pass.ts'
import { type FunctionBody, I32, I64, type Import, moduleOf } from './wasm.ts'

const MAX_PASSES = 30

const types = [
  { parameters: [I32], results: [I32] },
  { parameters: [I32, I32], results: [I32] },
  { parameters: [I32, I32, I32], results: [] },
]
const imports: Import[] = [
  { name: 'step', kind: 'function', type: 1 },
  { name: 'miss', kind: 'function', type: 2 },
  { name: 'memory', kind: 'memory' },
  { name: 'fuel', kind: 'global', type: I64 },
  { name: 'pollAt', kind: 'global', type: I64 },
  { name: 'heapBytes', kind: 'global', type: I32 },
  { name: 'heapLimit', kind: 'global', type: I32 },
]

/** A module of compiled loops. */
export function moduleOfLoops(bodies: readonly FunctionBody[]): Uint8Array<ArrayBuffer> {
  return moduleOf(types, imports, 0, bodies)
}

/**
 * The code of the loop that starts at word `header`, function `number` of its module, made for what `profiles` and `experience` say; undefined when there is no
 * compiling it, or when it is not worth while.
 */
export function compileLoop(
  code: Code,
  live: readonly Uint8Array[],
  header: number,
  profiles: Profiles,
  experience: Experience,
  worthwhileOnly: boolean,
  number: number,
): FunctionBody | undefined {
  const shape = shapeOf(code, header)
  if (!shape) return undefined
  const findings: Findings = { states: new Map(), wanted: new Map(), news: false }
  for (let passes = 0; passes < MAX_PASSES; passes++) {
    findings.news = false
    const pass = new Pass(code, live, shape, profiles, experience, findings, number)
    pass.run()
    if (findings.news) continue
    // Where the machine does nearly everything the interpreter is as fast.
    if (worthwhileOnly && pass.ownWork * 2 < pass.machineWork) return undefined
    return pass.f.body()
  }
  return undefined
}
