// Writes the code of one frame: instructions with their places, constants, the try table; gives out registers for
// intermediate values as a stack.
import { alloc, enterRegion } from '../memory/region.ts'
import { internBytes, newStr, strConst } from '../text/str.ts'
import { Node } from '../syntax/ast.ts'
import { Source } from '../syntax/source.ts'
import { boxHeap, Value } from '../value/value.ts'
import { CUT, newCode } from '../vm/code.ts'
import { Block } from './block.ts'
import { sameConstant } from './constant.ts'
import { extraWords, Op } from './opcode.ts'
import { Scope, Scopes, Symbol } from './scope.ts'

/** What the builders of one program share. */
export class Unit {
  source: Source
  /** Region that the code objects live in. */
  region: usize
  /** Record of the source, for tracebacks: address u32, size u32, name Value. */
  record: usize
  lines: i32[] = []
  scopes: Scopes
  /** `from __future__ import annotations` was seen. */
  lazyAnnotations: bool = false
  message: string = ''
  failedFrom: i32 = -1
  failedTo: i32 = -1

  constructor(source: Source, scopes: Scopes, region: usize, record: usize) {
    this.source = source
    this.scopes = scopes
    this.region = region
    this.record = record
    this.lines.push(0)
    for (let i = 0; i < source.size; i++) {
      const c = source.at(i)
      if (c == 0x0a || (c == 0x0d && source.at(i + 1) != 0x0a)) this.lines.push(i + 1)
    }
  }
  /** Number of the line (from 0) that an offset is in. */
  lineOf(offset: i32): i32 {
    let low = 0
    let high = this.lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (unchecked(this.lines[middle]) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  fail(message: string, node: Node): void {
    if (this.failedFrom >= 0) return
    this.message = message
    this.failedFrom = node.from
    this.failedTo = node.to
  }
}

export class Builder {
  unit: Unit
  scope: Scope
  /** The scope names are looked up in: a comprehension's while inside of one. */
  current: Scope
  parent: Builder | null
  qualname: string
  words: u64[] = []
  places: u64[] = []
  constants: u64[] = []
  rows: u32[] = []
  blocks: Block[] = []
  /** Blocks put aside while code leaves them. */
  left: Block[][] = []
  locals: i32 = 0
  firstFree: i32 = 0
  top: i32 = 0
  most: i32 = 0
  /** Locals that surely have a value here, by register. */
  assigned: bool[] = []
  /** States put aside while a condition with `and` or `or` is made. */
  states: bool[][] = []
  /** Code behind a return or raise is never reached: its state does not count. */
  dead: bool = false
  private place: u64 = 0
  private placed: Node | null = null

  constructor(unit: Unit, scope: Scope, parent: Builder | null, qualname: string) {
    this.unit = unit
    this.scope = scope
    this.current = scope
    this.parent = parent
    this.qualname = qualname
    let count = 0
    count = max(count, highest(scope))
    for (let i = 0; i < scope.inner.length; i++) count = max(count, highest(scope.inner[i]))
    if (scope.classCell) count = max(count, scope.classCell!.register + 1)
    this.firstFree = count
    this.locals = count + scope.free.length
    this.top = this.locals
    this.most = this.top
    for (let i = 0; i < this.locals; i++) this.assigned.push(false)
  }

  /** From now on instructions come from this node. */
  at(node: Node): void {
    if (this.placed === node) return
    this.placed = node
    const line = this.unit.lineOf(node.from)
    const start = unchecked(this.unit.lines[line])
    const cut = line + 1 < this.unit.lines.length && node.to > unchecked(this.unit.lines[line + 1])
    const end = cut ? CUT : <usize>max(node.to - start, 0)
    this.place = <u64>(<u32>(line + 1)) | (<u64>min(node.from - start, 0xffff) << 32) | (<u64>min(end, CUT) << 48)
  }

  temp(): i32 {
    const r = this.top++
    if (this.top > this.most) this.most = this.top
    if (r >= 0xfff0) this.unit.fail('too many intermediate values', this.placed!)
    return r
  }

  get here(): i32 {
    return this.words.length
  }

  emit(op: Op, a: i32 = 0, b: i32 = 0, c: i32 = 0): i32 {
    return this.word(<u64>op | (<u64>(a & 0xffff) << 16) | (<u64>(b & 0xffff) << 32) | (<u64>(c & 0xffff) << 48), extraWords(op))
  }
  emitWide(op: Op, a: i32, bc: i32): i32 {
    return this.word(<u64>op | (<u64>(a & 0xffff) << 16) | (<u64>(<u32>bc) << 32), extraWords(op))
  }
  private word(w: u64, extra: i32): i32 {
    const at = this.words.length
    this.words.push(w)
    this.places.push(this.place)
    for (let i = 0; i < extra; i++) {
      // A cache is empty when it names no entry.
      this.words.push(0xffff_fffe)
      this.places.push(this.place)
    }
    return at
  }
  /** Sets the extra word of an instruction. */
  setExtra(at: i32, value: i32): void {
    this.words[at + 1] = <u64>(<u32>value)
  }

  /** A jump whose target comes later: land() it. */
  jump(op: Op, a: i32 = 0): i32 {
    return this.emitWide(op, a, 0)
  }
  land(at: i32): void {
    this.landAt(at, this.here)
  }
  landAt(at: i32, target: i32): void {
    const op = <Op>(<u32>this.words[at] & 0xff)
    if (extraWords(op)) this.setExtra(at, target)
    else this.words[at] = (this.words[at] & 0xffffffff) | (<u64>(<u32>target) << 32)
  }
  landAll(list: i32[]): void {
    for (let i = 0; i < list.length; i++) this.land(list[i])
  }

  constant(v: Value): i32 {
    const list = this.constants
    for (let i = 0; i < list.length; i++) if (list[i] == v || sameConstant(list[i], v)) return i
    list.push(v)
    return this.constants.length - 1
  }
  name(text: string): i32 {
    return this.constant(strConst(text))
  }
  text(p: usize, n: i32): Value {
    if (n <= 64) return internBytes(p, n)
    const back = enterRegion(this.unit.region)
    const v = newStr(p, n)
    enterRegion(back)
    return v
  }

  row(start: i32, end: i32, handler: i32, register: i32): void {
    if (start >= end) return
    this.rows.push(start)
    this.rows.push(end)
    this.rows.push(handler)
    this.rows.push(register)
  }

  /** Register of a cell of an enclosing function. */
  freeRegister(symbol: Symbol): i32 {
    return this.firstFree + this.scope.free.indexOf(symbol)
  }
  /** Register that holds a symbol's value or cell in this frame. */
  registerOf(symbol: Symbol): i32 {
    return symbol.scope.frame === this.scope ? symbol.register : this.freeRegister(symbol)
  }

  copyAssigned(): bool[] {
    return this.assigned.slice(0)
  }

  /** The code object. */
  finish(): usize {
    const back = enterRegion(this.unit.region)
    const c = newCode()
    store<u64>(c, strConst(this.scope.name), 8)
    store<u64>(c, strConst(this.qualname), 16)
    store<u32>(c, <u32>copy(this.words), 24)
    store<u32>(c, this.words.length, 28)
    store<u32>(c, <u32>copy(this.constants), 32)
    store<u32>(c, this.constants.length, 36)
    store<u32>(c, this.most, 40)
    store<u32>(c, this.locals, 44)
    const names = alloc(<usize>this.locals << 3)
    nameLocals(names, this.scope)
    for (let i = 0; i < this.scope.inner.length; i++) nameLocals(names, this.scope.inner[i])
    if (this.scope.classCell) store<u64>(names + (<usize>this.scope.classCell!.register << 3), strConst('__class__'))
    for (let i = 0; i < this.scope.free.length; i++) store<u64>(names + (<usize>(this.firstFree + i) << 3), strConst(this.scope.free[i].name))
    store<u32>(c, <u32>names, 64)
    store<u32>(c, <u32>copy(this.places), 68)
    const rows = alloc(<usize>this.rows.length << 2)
    for (let i = 0; i < this.rows.length; i++) store<u32>(rows + (<usize>i << 2), this.rows[i])
    store<u32>(c, <u32>rows, 72)
    store<u32>(c, this.rows.length >> 2, 76)
    store<u32>(c, this.scope.free.length, 80)
    store<u32>(c, this.firstFree, 84)
    store<u32>(c, <u32>this.unit.record, 92)
    store<u64>(c, 0xfffe000000000000, 96)
    enterRegion(back)
    return c
  }
  finishValue(): Value {
    return boxHeap(this.finish())
  }
}

function highest(scope: Scope): i32 {
  let count = 0
  for (let i = 0; i < scope.order.length; i++) if (scope.order[i].register >= count) count = scope.order[i].register + 1
  return count
}
function nameLocals(names: usize, scope: Scope): void {
  for (let i = 0; i < scope.order.length; i++) {
    const s = scope.order[i]
    if (s.register >= 0) store<u64>(names + (<usize>s.register << 3), strConst(s.name))
  }
}
function copy(from: u64[]): usize {
  const to = alloc(<usize>from.length << 3)
  for (let i = 0; i < from.length; i++) store<u64>(to + (<usize>i << 3), unchecked(from[i]))
  return to
}
