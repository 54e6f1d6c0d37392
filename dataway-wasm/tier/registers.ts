// The registers of a frame in compiled code: values in local variables, tests of their types, and the way out: back into the
// frame, so that the interpreter goes on before any instruction as if it had never been away.
import type { Code } from './code.ts'
import {
  CANONICAL_NAN,
  DIRTY,
  HEAP,
  INT_TAG,
  isList,
  Kind,
  LOCAL,
  PERSISTENT,
  type State,
  TRUE,
  TYPE,
  Type,
} from './type.ts'
import { F64, FunctionWriter, I32, I64, op } from './wasm.ts'

/** Bytes of a frame in front of its registers, and where it has its code. */
const FRAME_SIZE = 64
const FRAME_CODE = 8
const CODE_WORDS = 24
const CODE_CONSTANTS = 32
/** Fields of a range, and of the iterator over it. */
const RANGE = { start: 8, stop: 16, step: 24, length: 32 } as const
/** Fields of a list. */
const LIST = { length: 8, items: 12 } as const
const ITERATOR = { source: 8, position: 24 } as const

/** Numbers of what compiled code imports: functions, then globals (compile.ts has the list). */
export const imported = { step: 0, miss: 1, fuel: 0, pollAt: 1, heapBytes: 2, heapLimit: 3 } as const

interface ListLocals {
  items: number
  length: number
}
interface RangeLocals {
  position: number
  /** The item at the position. */
  next: number
  length: number
  start: number
  step: number
}

export class Registers {
  readonly f = new FunctionWriter(1)
  /** Parameter: the frame. */
  readonly frame = 0
  readonly words = this.f.local(I32)
  readonly constants = this.f.local(I32)
  /** For the moment. */
  readonly p = this.f.local(I32)
  readonly q = this.f.local(I32)
  readonly t = this.f.local(I32)
  readonly n = this.f.local(I64)
  readonly x = this.f.local(F64)
  /** Fuel until the next look at limits. */
  readonly left = this.f.local(I64)
  /** The part of it that must not be used: all of it when the heap is full. */
  readonly held = this.f.local(I64)
  state: State
  /** Blocks open here, by the caller and by tests. */
  depth = 0
  /** Of the function in its module. */
  readonly number: number
  readonly #code: Code
  readonly #live: readonly Uint8Array[]
  readonly #boxes = new Map<number, number>()
  readonly #floats = new Map<number, number>()
  readonly #ranges = new Map<number, RangeLocals>()
  readonly #lists = new Map<number, ListLocals>()

  constructor(code: Code, live: readonly Uint8Array[], number: number) {
    this.number = number
    this.#code = code
    this.#live = live
    this.state = new Uint8Array(code.registers)
  }

  typeOf(r: number): number {
    return this.state[r]! & TYPE
  }
  isLocal(r: number): boolean {
    return (this.state[r]! & LOCAL) !== 0
  }
  isLive(word: number, r: number): boolean {
    return this.#live[this.#code.positions.get(word)!]![r] === 1
  }

  #box(r: number): number {
    let local = this.#boxes.get(r)
    if (local === undefined) this.#boxes.set(r, (local = this.f.local(I64)))
    return local
  }
  #float(r: number): number {
    let local = this.#floats.get(r)
    if (local === undefined) this.#floats.set(r, (local = this.f.local(F64)))
    return local
  }
  range(r: number): RangeLocals {
    let locals = this.#ranges.get(r)
    if (!locals) {
      const [position, next, length, start, step] = [0, 0, 0, 0, 0].map(() => this.f.local(I64)) as [number, number, number, number, number] // prettier-ignore
      this.#ranges.set(r, (locals = { position, next, length, start, step }))
    }
    return locals
  }

  begin(): void {
    const { f } = this
    f.get(this.frame)
    f.load32(FRAME_CODE)
    f.tee(this.p)
    f.load32(CODE_WORDS)
    f.set(this.words)
    f.get(this.p)
    f.load32(CODE_CONSTANTS)
    f.set(this.constants)
    this.takeFuel()
  }

  // Reading

  /** Pushes the value of a register as it is in its local variable: int, float or box. */
  push(r: number): void {
    this.f.get(this.typeOf(r) === Type.FLOAT ? this.#float(r) : this.#box(r))
  }
  /** Pushes a number as a float. */
  pushFloat(r: number): void {
    this.push(r)
    if (this.typeOf(r) === Type.INT) this.f.do(op.f64_convert)
  }
  /** Pushes the address of a heap object. */
  pushAddress(r: number): void {
    this.push(r)
    this.f.do(op.i32_wrap)
  }
  /** Pushes the box of any register. */
  pushBox(r: number): void {
    if (!this.isLocal(r)) {
      this.f.get(this.frame)
      this.f.load64(FRAME_SIZE + r * 8)
      return
    }
    this.push(r)
    this.boxed(this.typeOf(r))
  }
  /** Boxes what is on the stack. */
  boxed(type: number): void {
    const { f } = this
    if (type === Type.INT) {
      f.i64(0xffffffffffffn)
      f.do(op.i64_and)
      f.i64(INT_TAG)
      f.do(op.i64_or)
    } else if (type === Type.FLOAT) {
      f.tee(this.x)
      f.do(op.i64_reinterpret)
      f.i64(CANONICAL_NAN)
      f.get(this.x)
      f.get(this.x)
      f.do(op.f64_eq, op.select)
    }
  }
  /** Makes an unboxed int of the box on the stack. */
  unboxed(): void {
    this.f.i64(16n)
    this.f.do(op.i64_shl)
    this.f.i64(16n)
    this.f.do(op.i64_shr_s)
  }

  // Writing

  /** The value on the stack, in the form of its type, becomes that of a register. */
  set(r: number, type: number): void {
    this.leaveRange(r)
    this.f.set(type === Type.FLOAT ? this.#float(r) : this.#box(r))
    this.state[r] = type | LOCAL | DIRTY
    if (isList(type)) this.#readList(r)
  }
  /** The frame has a new value of a register. */
  written(r: number): void {
    this.state[r] = Type.ANY
  }
  /** Brings the value of a register into its local variable. */
  load(r: number): void {
    if (this.isLocal(r)) return
    const type = this.typeOf(r)
    this.pushBox(r)
    if (type === Type.INT) this.unboxed()
    if (type === Type.FLOAT) this.f.do(op.f64_reinterpret)
    this.f.set(type === Type.FLOAT ? this.#float(r) : this.#box(r))
    this.state[r] = type | LOCAL
    if (isList(type)) this.#readList(r)
  }
  /** A number in a local variable becomes a box. */
  widen(r: number): void {
    const type = this.typeOf(r)
    if (type === Type.INT || type === Type.FLOAT) {
      this.pushBox(r)
      this.f.set(this.#box(r))
    }
    this.state[r]! &= ~TYPE
  }
  store(r: number): void {
    this.f.get(this.frame)
    this.pushBox(r)
    this.f.store64(FRAME_SIZE + r * 8)
  }
  /** The frame has the value of a register. */
  spill(r: number): void {
    if (!(this.state[r]! & DIRTY)) return
    this.store(r)
    this.state[r]! &= ~DIRTY
  }

  // Types

  /** Goes on only when the value of a register is of this type; otherwise compiled code ends in front of word `at`. */
  claim(r: number, type: number, at: number): void {
    this.load(r)
    if (this.typeOf(r) === type) return
    if (type === Type.LIST && this.typeOf(r) === Type.OWN_LIST) {
      this.state[r] = type | (this.state[r]! & ~TYPE)
      return
    }
    const { f } = this
    switch (type) {
      case Type.INT:
        this.push(r)
        f.i64(INT_TAG)
        f.do(op.i64_lt_u)
        break
      case Type.FLOAT:
        this.push(r)
        f.i64(0xfffc000000000000n)
        f.do(op.i64_ge_u)
        break
      case Type.BOOL:
        this.push(r)
        f.i64(1n)
        f.do(op.i64_or)
        f.i64(TRUE)
        f.do(op.i64_ne)
        break
      case Type.OWN_LIST:
        this.pushIsHeap(r)
        f.open('if', I32)
        this.pushAddress(r)
        f.load16(0)
        f.i32((PERSISTENT << 8) | 0xff)
        f.do(op.i32_and)
        f.i32(Kind.LIST)
        f.do(op.i32_ne, op.else)
        f.i32(1)
        f.do(op.end)
        break
      default:
        this.#isNotKind(
          r,
          type === Type.LIST ? Kind.LIST : type === Type.RANGE ? Kind.RANGE_ITERATOR : Kind.LIST_ITERATOR,
        )
    }
    this.leaveIf(at)
    if (type === Type.RANGE) this.#enterRange(r, at)
    else if (type === Type.INT) {
      this.push(r)
      this.unboxed()
      f.set(this.#box(r))
    } else if (type === Type.FLOAT) {
      this.push(r)
      f.do(op.f64_reinterpret)
      f.set(this.#float(r))
    }
    if (isList(type)) this.#readList(r)
    this.state[r] = type | (this.state[r]! & ~TYPE)
  }
  #isNotKind(r: number, kind: number): void {
    this.pushIsKind(r, kind)
    this.f.do(op.i32_eqz)
  }
  /** Pushes whether a register has a heap object of this kind. */
  pushIsKind(r: number, kind: number): void {
    const { f } = this
    this.pushIsHeap(r)
    f.open('if', I32)
    this.pushAddress(r)
    f.load8(0)
    f.i32(kind)
    f.do(op.i32_eq, op.else)
    f.i32(0)
    f.do(op.end)
  }

  pushIsHeap(r: number): void {
    this.push(r)
    this.f.i64(48n)
    this.f.do(op.i64_shr_u)
    this.f.i64(HEAP)
    this.f.do(op.i64_eq)
  }

  // Lists: where their items are and how many is kept in local variables; only the machine changes that.

  list(r: number): ListLocals {
    let locals = this.#lists.get(r)
    if (!locals) this.#lists.set(r, (locals = { items: this.f.local(I32), length: this.f.local(I64) }))
    return locals
  }
  #readList(r: number): void {
    const { f } = this
    const { items, length } = this.list(r)
    this.pushAddress(r)
    f.tee(this.p)
    f.load32(LIST.items)
    f.set(items)
    f.get(this.p)
    f.load32(LIST.length)
    f.do(op.i64_extend_u)
    f.set(length)
  }

  // Ranges

  /** From here on the place of a range iterator is kept in local variables. */
  #enterRange(r: number, at: number): void {
    const { f } = this
    const locals = this.range(r)
    this.pushAddress(r)
    f.tee(this.p)
    f.load32(ITERATOR.source)
    f.set(this.q)
    const fields = [
      [this.p, ITERATOR.position, locals.position],
      [this.q, RANGE.length, locals.length],
      [this.q, RANGE.start, locals.start],
      [this.q, RANGE.step, locals.step],
      [this.q, RANGE.stop, undefined],
    ] as const
    fields.forEach(([base, offset, local], n) => {
      f.get(base)
      f.load64(offset)
      if (local !== undefined) f.tee(local)
      if (n) f.do(op.i64_and)
    })
    f.i64(INT_TAG)
    f.do(op.i64_lt_u)
    // Two registers may have the same iterator: only one of them can keep its place.
    for (let other = 0; other < this.state.length; other++) {
      if (other === r || this.typeOf(other) !== Type.RANGE) continue
      this.pushAddress(other)
      f.get(this.p)
      f.do(op.i32_eq, op.i32_or)
    }
    this.leaveIf(at)
    for (const [, , local] of fields) {
      if (local === undefined) continue
      f.get(local)
      this.unboxed()
      f.set(local)
    }
    this.#findNext(locals)
  }
  #findNext({ position, next, start, step }: RangeLocals): void {
    const { f } = this
    f.get(start)
    f.get(position)
    f.get(step)
    f.do(op.i64_mul, op.i64_add)
    f.set(next)
  }
  /** Tells the iterator where it is. */
  #storeRange(r: number): void {
    this.pushAddress(r)
    this.f.get(this.range(r).position)
    this.boxed(Type.INT)
    this.f.store64(ITERATOR.position)
  }
  leaveRange(r: number): void {
    if (this.typeOf(r) !== Type.RANGE) return
    this.#storeRange(r)
    this.state[r] = Type.ANY
  }
  #eachRange(act: (r: number) => void): void {
    for (let r = 0; r < this.state.length; r++) if (this.typeOf(r) === Type.RANGE) act(r)
  }

  // Leaving

  takeFuel(): void {
    const { f } = this
    f.getGlobal(imported.fuel)
    f.getGlobal(imported.pollAt)
    f.do(op.i64_sub)
    f.tee(this.left)
    f.i64(0n)
    f.getGlobal(imported.heapBytes)
    f.getGlobal(imported.heapLimit)
    f.do(op.i32_gt_u, op.select)
    f.set(this.held)
    f.get(this.left)
    f.get(this.held)
    f.do(op.i64_sub)
    f.set(this.left)
  }
  giveFuel(): void {
    this.f.getGlobal(imported.pollAt)
    this.f.get(this.left)
    this.f.get(this.held)
    this.f.do(op.i64_add, op.i64_add)
    this.f.setGlobal(imported.fuel)
  }
  /** Before the machine's own code runs: it may use fuel, and the iterators. */
  giveOut(): void {
    this.#eachRange((r) => this.#storeRange(r))
    this.giveFuel()
  }
  takeBack(): void {
    this.takeFuel()
    for (let r = 0; r < this.state.length; r++)
      if (this.isLocal(r) && isList(this.typeOf(r))) this.#readList(r)
    this.#eachRange((r) => {
      this.pushAddress(r)
      this.f.load64(ITERATOR.position)
      this.unboxed()
      this.f.set(this.range(r).position)
      this.#findNext(this.range(r))
    })
  }

  /** Ends compiled code: the interpreter goes on at word `at`, or with the fault that the instruction there has raised. */
  leave(at: number, how: 'quietly' | 'missed' | 'fault' = 'quietly'): void {
    const { f } = this
    for (let r = 0; r < this.state.length; r++)
      if (this.state[r]! & DIRTY && this.isLive(at, r)) this.store(r)
    this.giveOut()
    if (how === 'missed') {
      f.get(this.frame)
      f.i32(at)
      f.i32(this.number)
      f.call(imported.miss)
    }
    f.get(this.words)
    f.i32(at * 8 + (how === 'fault' ? 9 : 0))
    f.do(op.i32_add, op.return)
  }
  /** The same when the top of the stack is true: what was counted on does not hold. */
  leaveIf(at: number, how: 'quietly' | 'missed' | 'fault' = 'missed'): void {
    this.f.open('if', undefined, 'unlikely')
    this.leave(at, how)
    this.f.do(op.end)
  }
}
