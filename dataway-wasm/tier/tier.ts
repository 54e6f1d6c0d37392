// The compiling tier: loops of programs that work hard become WebAssembly at run time. A loop is watched first (its jump back
// asks hot()), so that it is compiled for the types that its registers really have; then its jump back leads into compiled
// code. A place where what was counted on does not hold again and again is compiled anew with less counted on.
import { type Code, codesIn, isBackward, readCode } from './code.ts'
import { compileLoop, moduleOfLoops } from './compile.ts'
import { liveRegisters } from './liveness.ts'
import { numberOf } from './opcode.ts'
import type { Experience } from './pass.ts'
import { Type, typeOfBox } from './type.ts'
import type { FunctionBody } from './wasm.ts'

/** What compiled code uses of the module. */
export interface Machine {
  readonly memory: WebAssembly.Memory
  readonly table: WebAssembly.Table
  readonly step: (frame: number, pc: number) => number
  readonly fuel: WebAssembly.Global
  readonly pollAt: WebAssembly.Global
  readonly heapBytes: WebAssembly.Global
  readonly heapLimit: WebAssembly.Global
}

interface Loop {
  readonly header: number
  /** Places in memory of the jumps back to its start. */
  readonly jumps: readonly number[]
  /** Number of its function in the table, 0 while there is none. */
  entry: number
  readonly experience: Experience
  readonly misses: Map<number, number>
  allMisses: number
  versions: number
  waiting: boolean
}

/** A code object with loops that are watched or compiled. */
interface Watched {
  readonly code: Code
  readonly live: readonly Uint8Array[]
  readonly profiles: Map<number, Uint8Array>
  readonly loops: Map<number, Loop>
}

interface Job {
  readonly watched: Watched
  readonly loop: Loop
}

const JUMP_BACK = numberOf('JUMP_BACK')
const COMPILED_BACK = numberOf('COMPILED_BACK')
const FRAME = { code: 8, registers: 64 } as const
const CODE_WORDS = 24
/** Misses at one place until it is compiled with less counted on, and of a loop until it is left to the interpreter. */
const MISSES_AT_A_PLACE = 8
const MISSES_OF_A_LOOP = 400
const MAX_LEARNED = 100
const MAX_VERSIONS = 12
const MAX_INSTRUCTIONS = 4000
/** Names by which a script can look into its own frame: compiled code does not keep it up to date. */
const looksIntoFrames = /\b(locals|vars|dir)\b/

export class Tier {
  readonly #machine: Machine
  readonly #codes = new Map<number, Watched>()
  readonly #free: number[] = []
  /** Loops that wait for being compiled in the background. */
  #queue: Job[] = []
  /** Compile at once what is observed, not in the background: when a script has been running for long already. */
  atOnce = false
  /** Loops compiled so far, for tests and measurements. */
  compiled = 0
  /** Leave loops to the interpreter that the machine would do nearly all of anyway. */
  worthwhileOnly = true
  /** Milliseconds that evaluations or the background spent on it. */
  compileTime = 0

  constructor(machine: Machine) {
    this.#machine = machine
  }

  get #view(): DataView {
    return new DataView(this.#machine.memory.buffer)
  }

  /** From now on the loops of a program (its address in the module) ask hot() when they start anew. */
  watch(program: number, source: string): void {
    if (looksIntoFrames.test(source)) return
    const view = this.#view
    for (const address of codesIn(view, view.getUint32(program + 4, true))) {
      if (this.#codes.has(address)) continue
      const code = readCode(view, address)
      const backward = code.instructions.filter(isBackward)
      if (backward.length === 0 || code.instructions.length > MAX_INSTRUCTIONS) continue
      const loops = new Map<number, Loop>()
      for (const { target } of backward) {
        const jumps = backward.filter((i) => i.target === target).map((i) => code.words + i.at * 8)
        loops.set(target, { header: target, jumps, entry: 0, experience: { careful: new Set(), types: new Map() }, misses: new Map(), allMisses: 0, versions: 0, waiting: false }) // prettier-ignore
      }
      this.#codes.set(address, { code, live: liveRegisters(code), profiles: new Map(), loops })
      for (const loop of loops.values()) this.#point(loop, COMPILED_BACK)
    }
  }

  /** The program is about to be freed. */
  forget(program: number): void {
    const view = this.#view
    for (const address of codesIn(view, view.getUint32(program + 4, true))) {
      for (const loop of this.#codes.get(address)?.loops.values() ?? []) this.#release(loop)
      this.#codes.delete(address)
    }
  }

  /** A watched loop starts anew in a frame: notes the types of its registers. The entry of its compiled code, or 0. */
  hot(frame: number, pc: number): number {
    const view = this.#view
    const address = view.getUint32(frame + FRAME.code, true)
    const header = (pc - view.getUint32(address + CODE_WORDS, true)) / 8
    const watched = this.#codes.get(address)
    const loop = watched?.loops.get(header)
    if (!watched || !loop) return 0
    const types = new Uint8Array(watched.code.registers)
    for (let r = 0; r < types.length; r++) {
      types[r] = typeOfBox(view.getBigUint64(frame + FRAME.registers + r * 8, true), view)
    }
    watched.profiles.set(header, types)
    if (this.atOnce) this.#compileNow({ watched, loop })
    else this.#enqueue(watched, loop)
    return loop.entry
  }

  /** Compiles in the background what was observed since the last call. */
  async compileObserved(): Promise<void> {
    const began = performance.now()
    const queue = this.#queue
    this.#queue = []
    const [jobs, bodies] = this.#emit(queue)
    if (bodies.length) {
      const { instance } = await WebAssembly.instantiate(moduleOfLoops(bodies), this.#imports(jobs))
      this.#install(jobs, instance)
    }
    for (const { loop } of queue) loop.waiting = false
    this.compileTime += performance.now() - began
  }
  get hasObserved(): boolean {
    return this.#queue.length > 0
  }

  #enqueue(watched: Watched, loop: Loop): void {
    if (loop.waiting) return
    loop.waiting = true
    this.#queue.push({ watched, loop })
    // Until then nobody needs to ask.
    if (!loop.entry) this.#point(loop, JUMP_BACK)
  }
  #compileNow(job: Job): void {
    const began = performance.now()
    const [jobs, bodies] = this.#emit([job])
    if (bodies.length) {
      const module = new WebAssembly.Module(moduleOfLoops(bodies))
      this.#install(jobs, new WebAssembly.Instance(module, this.#imports(jobs)))
    }
    this.compileTime += performance.now() - began
  }
  /** The code of those loops that can be compiled. */
  #emit(jobs: readonly Job[]): [Job[], FunctionBody[]] {
    const done: Job[] = []
    const bodies: FunctionBody[] = []
    for (const job of jobs) {
      // The program may have been dropped meanwhile, and its memory be something else.
      if (!this.#isCurrent(job)) continue
      const { code, live, profiles } = job.watched
      const { header, experience } = job.loop
      const body = job.loop.versions++ < MAX_VERSIONS ? compileLoop(code, live, header, profiles, experience, this.worthwhileOnly, bodies.length) : undefined // prettier-ignore
      if (body) {
        bodies.push(body)
        done.push(job)
      } else this.#giveUp(job.loop)
    }
    return [done, bodies]
  }
  #isCurrent({ watched }: Job): boolean {
    return this.#codes.get(watched.code.address) === watched
  }
  #imports(jobs: readonly Job[]): WebAssembly.Imports {
    const { memory, step, fuel, pollAt, heapBytes, heapLimit } = this.#machine
    const miss = (frame: number, at: number, number: number): void => this.#miss(jobs[number]!, frame, at)
    return { tier: { memory, step, fuel, pollAt, heapBytes, heapLimit, miss } }
  }

  /** Compiled code ended in front of word `at`, because something was not as counted on. */
  #miss({ watched, loop }: Job, frame: number, at: number): void {
    const misses = (loop.misses.get(at) ?? 0) + 1
    loop.misses.set(at, misses)
    if (++loop.allMisses > MISSES_OF_A_LOOP) this.#giveUp(loop)
    else if (misses % MISSES_AT_A_PLACE === 0 && !loop.experience.careful.has(at)) {
      this.#learn(watched, loop, frame, at)
      if (this.atOnce) this.#compileNow({ watched, loop })
      else this.#enqueue(watched, loop)
    }
  }

  /** Looks at the two values that an instruction would have worked on; what are no two numbers, or others again, are nothing to count on. */
  #learn({ code }: Watched, loop: Loop, frame: number, at: number): void {
    const { careful, types } = loop.experience
    const { op, a, b, c } = code.instructions[code.positions.get(at)!]!
    const registers = op.startsWith('UNLESS_') ? [a, b] : /^(ADD|SUB)_INT$|^NEG$/.test(op) ? [b, b] : [b, c]
    const view = this.#view
    const found = registers.map((r) =>
      r < code.registers ? typeOfBox(view.getBigUint64(frame + FRAME.registers + r * 8, true), view) : 0,
    )
    const numbers = found.every((type) => type === Type.INT || type === Type.FLOAT)
    if (numbers && at !== loop.header && types.size < MAX_LEARNED && !types.has(at)) types.set(at, found)
    else careful.add(at)
  }

  #install(jobs: readonly Job[], instance: WebAssembly.Instance): void {
    const { table } = this.#machine
    jobs.forEach((job, n) => {
      if (!this.#isCurrent(job)) return
      const { loop } = job
      if (!loop.entry) loop.entry = this.#free.pop() ?? table.grow(1)
      table.set(loop.entry, instance.exports[n])
      this.compiled++
      this.#point(loop, COMPILED_BACK)
    })
  }
  #giveUp(loop: Loop): void {
    this.#point(loop, JUMP_BACK)
    this.#release(loop)
  }
  #release(loop: Loop): void {
    if (!loop.entry) return
    this.#free.push(loop.entry)
    loop.entry = 0
  }
  /** Makes the jumps back of a loop instructions of this number, with its entry. */
  #point(loop: Loop, instruction: number): void {
    const view = this.#view
    for (const at of loop.jumps) {
      view.setUint16(at, instruction, true)
      view.setUint16(at + 2, loop.entry, true)
    }
  }
}
