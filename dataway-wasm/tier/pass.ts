// One pass over a loop: writes its code and finds out what is known of registers at every place that is jumped to. What a later
// jump adds is news for code that was written already: compile.ts makes passes until there is no news.
import type { Interval, LoopShape } from './blocks.ts'
import type { Code, Instruction } from './code.ts'
import { instruction } from './instruction.ts'
import { imported, Registers } from './registers.ts'
import { DIRTY, isList, LOCAL, meet, type State, TYPE, Type } from './type.ts'
import { op } from './wasm.ts'

/** Types that the registers of a frame had when a loop was started anew, by the word the loop starts at. */
export type Profiles = ReadonlyMap<number, Uint8Array>

/** What was learned where compiled code had to leave because things were not as counted on, by word. */
export interface Experience {
  /** Nothing is counted on here any more. */
  readonly careful: Set<number>
  /** Types of the two numbers here. */
  readonly types: Map<number, readonly number[]>
}

/** What passes tell each other. */
export interface Findings {
  /** By word that is jumped to. */
  readonly states: Map<number, State>
  /** Types that a loop is compiled for, by word and register: what is not known is tested for when the loop is entered. */
  readonly wanted: Map<number, Uint8Array>
  news: boolean
}

export class Pass extends Registers {
  readonly code: Code
  readonly findings: Findings
  readonly #shape: LoopShape
  readonly #profiles: Profiles
  readonly experience: Experience
  readonly #open: Interval[] = []
  #reachable = true
  /** Instructions done here and by the machine, those of inner loops counted more. */
  ownWork = 0
  machineWork = 0

  constructor(
    code: Code,
    live: readonly Uint8Array[],
    shape: LoopShape,
    profiles: Profiles,
    experience: Experience,
    findings: Findings,
    number: number,
  ) {
    super(code, live, number)
    this.code = code
    this.#shape = shape
    this.#profiles = profiles
    this.experience = experience
    this.findings = findings
  }

  run(): void {
    const { from, to, intervals } = this.#shape
    const { instructions } = this.code
    this.begin()
    let next = 0
    for (let n = from; n < to; n++) {
      const at = instructions[n]!.at
      const label = intervals.some((interval) => interval.target === at)
      if (label && this.#reachable) this.#arrive(at)
      while (this.#open.at(-1)?.to === n) this.#close()
      if (label) {
        const state = this.findings.states.get(at)
        this.#reachable = state !== undefined
        if (state) this.state = state.slice()
      }
      for (; intervals[next]?.from === n; next++) {
        this.#open.push(intervals[next]!)
        this.depth++
        this.f.open(intervals[next]!.kind)
      }
      if (!this.#reachable) continue
      const before = this.machineWork
      this.#reachable = instruction(this, instructions[n]!)
      if (this.machineWork === before && !free.has(instructions[n]!.op)) this.ownWork += this.#weight
    }
    while (this.#open.length) this.#close()
    this.f.do(op.unreachable)
  }
  #close(): void {
    this.#open.pop()
    this.depth--
    this.f.do(op.end)
  }

  get #weight(): number {
    return 8 ** this.#open.filter((interval) => interval.kind === 'loop').length
  }

  /** The type that a register had when the loop around was observed. */
  hint(r: number): number {
    for (let n = this.#open.length - 1; n >= 0; n--) {
      const interval = this.#open[n]!
      const profile = interval.kind === 'loop' ? this.#profiles.get(interval.target) : undefined
      if (profile) return profile[r]!
    }
    return Type.ANY
  }
  isCareful(at: number): boolean {
    return this.experience.careful.has(at)
  }

  // Jumps

  /** Adds what is known here to what is known at a word that is jumped to, and brings the registers into the form they have there. */
  #arrive(at: number): void {
    const { states, wanted } = this.findings
    if (!wanted.has(at)) wanted.set(at, this.#wantedAt(at))
    const wants = wanted.get(at)!
    const known = states.get(at)
    const merged = new Uint8Array(this.state.length)
    for (let r = 0; r < merged.length; r++) {
      if (!this.isLive(at, r)) continue
      const now = this.state[r]!
      const type = now & TYPE
      const fits = type === wants[r] || (wants[r] === Type.LIST && isList(type))
      if (wants[r] && type !== Type.ANY && !fits) {
        wants[r] = isList(wants[r]!) && isList(type) ? Type.LIST : 0
        this.findings.news = true
      }
      if (wants[r]) merged[r] = wants[r]! | LOCAL | ((now | (known?.[r] ?? 0)) & DIRTY)
      else merged[r] = known ? meet(known[r]!, now) : now
    }
    if (!known || merged.some((s, r) => s !== known[r])) {
      states.set(at, merged)
      this.findings.news = true
    }
    this.#become(merged, at)
  }
  #wantedAt(at: number): Uint8Array {
    const wants = new Uint8Array(this.state.length)
    const profile = this.#profiles.get(at)
    if (!profile || this.isCareful(at)) return wants
    const used = this.#usedInLoop(at)
    for (let r = 0; r < wants.length; r++) if (used.has(r) && this.isLive(at, r)) wants[r] = profile[r]!
    return wants
  }
  /** Registers whose type makes a difference in the loop that starts at a word. */
  #usedInLoop(at: number): Set<number> {
    const loop = this.#shape.intervals.find((interval) => interval.kind === 'loop' && interval.target === at)
    const used = new Set<number>()
    if (!loop) return used
    for (let n = loop.from; n < loop.to; n++) {
      const i = this.code.instructions[n]!
      if (i.op === 'FOR_ITER') used.add(i.b)
      else if (typed.has(i.op) || i.op.startsWith('UNLESS_'))
        for (const r of [...i.reads, ...i.writes]) used.add(r)
    }
    return used
  }
  #become(to: State, at: number): void {
    // First what a test may stop: it needs the registers as they are.
    for (let r = 0; r < to.length; r++) {
      const [was, wanted] = [this.state[r]!, to[r]!]
      if (
        wanted & LOCAL &&
        (wanted & TYPE) !== Type.ANY &&
        ((was & TYPE) !== (wanted & TYPE) || !(was & LOCAL))
      ) {
        this.claim(r, wanted & TYPE, at)
      }
    }
    for (let r = 0; r < to.length; r++) {
      const [was, wanted] = [this.state[r]!, to[r]!]
      if ((was & TYPE) === Type.RANGE && (wanted & TYPE) !== Type.RANGE) this.leaveRange(r)
      if (wanted & LOCAL) {
        if ((wanted & TYPE) === Type.ANY) this.widen(r)
      } else if (was & DIRTY && this.isLive(at, r)) this.store(r)
    }
    this.state = to.slice()
  }
  /** Goes to a word. */
  jump(at: number): void {
    const index = this.#open.findLastIndex((interval) => interval.target === at)
    if (index < 0) {
      this.leave(at)
      return
    }
    const before = this.state.slice()
    this.#arrive(at)
    this.f.branch(this.#depthOf(index))
    this.state = before
  }
  /** Goes to a word when the top of the stack is true. */
  jumpIf(at: number): void {
    const index = this.#open.findLastIndex((interval) => interval.target === at)
    if (index >= 0) {
      const before = this.state.slice()
      const length = this.f.code.length
      this.#arrive(at)
      this.state = before
      if (this.f.code.length === length) {
        this.f.branchIf(this.#depthOf(index))
        return
      }
      this.f.takeBack(length)
    }
    this.f.open('if')
    this.depth++
    this.jump(at)
    this.depth--
    this.f.do(op.end)
  }
  #depthOf(index: number): number {
    return this.depth - index - 1
  }

  /** A jump back: pays fuel, as in the machine; when it is time to look at the limits the interpreter makes the jump. */
  jumpBack(i: Instruction): void {
    const { f } = this
    f.get(this.left)
    f.i64(0n)
    f.do(op.i64_le_s)
    this.leaveIf(i.at, 'quietly')
    f.get(this.left)
    f.i64(1n)
    f.do(op.i64_sub)
    f.set(this.left)
    this.jump(i.target)
  }

  // The machine's own code

  /** The machine carries out an instruction on the frame; how that went is in the local `t`. State stays as it is. */
  #step(i: Instruction): void {
    const { f } = this
    this.giveOut()
    f.get(this.frame)
    f.get(this.words)
    f.i32(i.at * 8 + 8)
    f.do(op.i32_add)
    f.call(imported.step)
    f.set(this.t)
    this.takeBack()
    f.get(this.t)
    f.do(op.i32_eqz)
    this.leaveIf(i.at, 'fault')
    if (interpretable.has(i.op)) {
      f.get(this.t)
      f.i32(2)
      f.do(op.i32_eq)
      this.leaveIf(i.at)
    }
  }
  /** An instruction as the machine does it. */
  byMachine(i: Instruction): void {
    this.machineWork += this.#weight
    for (const r of i.reads) this.spill(r)
    this.#step(i)
    if (i.target >= 0) {
      this.f.get(this.t)
      this.f.i32(3)
      this.f.do(op.i32_eq)
      this.jumpIf(i.target)
    }
    for (const r of i.writes) this.written(r)
  }
  /** The same on a way that is seldom taken: what is known of registers does not change by it. */
  byMachineHere(i: Instruction): void {
    for (const r of i.reads) if (this.state[r]! & DIRTY) this.store(r)
    this.#step(i)
  }
  /** The frame's value of a register, on the stack. */
  pushFromFrame(r: number): void {
    this.f.get(this.frame)
    this.f.load64(64 + r * 8)
  }
}

/** Instructions that cost next to nothing anyway. */
const free = new Set(['NOP', 'JUMP', 'MOVE', 'CHECK', 'CLEAR', 'LOAD_CONST', 'LOAD_INT', 'JUMP_BACK', 'COMPILED_BACK', 'RETURN', 'RETURN_NONE']) // prettier-ignore
/** Instructions that the machine may hand on to the interpreter. */
const interpretable = new Set(['CALL', 'CALL_METHOD', 'FOR_ITER'])
const typed = new Set([
  'ADD', 'SUB', 'MUL', 'TRUE_DIV', 'FLOOR_DIV', 'MOD', 'LSHIFT', 'RSHIFT', 'AND', 'OR', 'XOR', 'IADD', 'ISUB', 'IMUL', 'ITRUE_DIV',
  'IFLOOR_DIV', 'IMOD', 'ILSHIFT', 'IRSHIFT', 'IAND', 'IOR', 'IXOR', 'ADD_INT', 'SUB_INT', 'NEG', 'POS', 'INVERT', 'LT', 'LE', 'EQ',
  'NE', 'GT', 'GE', 'GET_ITEM', 'SET_ITEM', 'MOVE', 'JUMP_IF_FALSE', 'JUMP_IF_TRUE', 'NOT',
]) // prettier-ignore
