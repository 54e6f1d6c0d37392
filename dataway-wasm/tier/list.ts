// Items of lists, and loops over ranges and lists.
import type { Instruction } from './code.ts'
import type { Pass } from './pass.ts'
import { isList, Kind, PERSISTENT, Type } from './type.ts'
import { I32, I64, op } from './wasm.ts'

/** Fields of a list, and of an iterator (assembly/value/object.ts). */
const LIST = { flags: 1, length: 8, items: 12 } as const
const ITERATOR = { source: 8, position: 16 } as const

/** Pushes the length of the list in a register as an i64. */
function pushLength(pass: Pass, list: number): void {
  if (isList(pass.typeOf(list))) {
    pass.f.get(pass.list(list).length)
    return
  }
  pass.pushAddress(list)
  pass.f.load32(LIST.length)
  pass.f.do(op.i64_extend_u)
}
/** Pushes the address of the item whose number is in a register. */
function pushItemAddress(pass: Pass, list: number, index: number): void {
  const { f } = pass
  if (isList(pass.typeOf(list))) f.get(pass.list(list).items)
  else {
    pass.pushAddress(list)
    f.load32(LIST.items)
  }
  pass.push(index)
  f.do(op.i32_wrap)
  f.i32(3)
  f.do(op.i32_shl, op.i32_add)
}

/** Whether list and index are of the types that have code of their own. */
function claimItem(pass: Pass, i: Instruction, list: number, index: number): boolean {
  const careful = pass.isCareful(i.at)
  const known = (r: number): number => (pass.typeOf(r) || careful ? pass.typeOf(r) : pass.hint(r))
  const type = known(list)
  if (!isList(type) || known(index) !== Type.INT) return false
  pass.claim(list, type, i.at)
  pass.claim(index, Type.INT, i.at)
  return true
}

/** `R[a] = R[b][R[c]]` */
export function getItem(pass: Pass, i: Instruction): boolean {
  const { f } = pass
  const sure = claimItem(pass, i, i.b, i.c)
  if (!sure && (pass.typeOf(i.b) !== Type.ANY || pass.typeOf(i.c) !== Type.INT)) {
    pass.byMachine(i)
    return true
  }
  pass.load(i.b)
  pass.load(i.c)
  if (!sure) {
    pass.pushIsKind(i.b, Kind.LIST)
    f.open('if', I32)
  }
  pass.push(i.c)
  pushLength(pass, i.b)
  f.do(op.i64_lt_u)
  if (!sure) {
    f.do(op.else)
    f.i32(0)
    f.do(op.end)
  }
  f.open('if', I64, 'likely')
  pushItemAddress(pass, i.b, i.c)
  f.load64(0)
  f.do(op.else)
  // From the end, or none: the machine knows.
  pass.byMachineHere(i)
  pass.pushFromFrame(i.a)
  f.do(op.end)
  pass.set(i.a, Type.ANY)
  return true
}

/** `R[a][R[b]] = R[c]` */
export function setItem(pass: Pass, i: Instruction): boolean {
  const { f } = pass
  if (!claimItem(pass, i, i.a, i.b)) {
    pass.byMachine(i)
    return true
  }
  pass.push(i.b)
  pushLength(pass, i.a)
  f.do(op.i64_lt_u)
  if (pass.typeOf(i.a) === Type.LIST) {
    // What outlives the evaluation is copied before it changes.
    pass.pushAddress(i.a)
    f.load8(LIST.flags)
    f.i32(PERSISTENT)
    f.do(op.i32_lt_u, op.i32_and)
  }
  f.open('if', undefined, 'likely')
  pushItemAddress(pass, i.a, i.b)
  pass.pushBox(i.c)
  f.store64(0)
  f.do(op.else)
  pass.byMachineHere(i)
  f.do(op.end)
  return true
}

/** `R[a] = next(R[b])`, or on to the target */
export function nextItem(pass: Pass, i: Instruction): boolean {
  const { f } = pass
  const type = pass.typeOf(i.b)
  if (type === Type.RANGE) {
    const { position, next, length, step } = pass.range(i.b)
    f.get(position)
    f.get(length)
    f.do(op.i64_ge_s)
    pass.jumpIf(i.target)
    f.get(position)
    f.i64(1n)
    f.do(op.i64_add)
    f.set(position)
    f.get(next)
    f.get(next)
    f.get(step)
    f.do(op.i64_add)
    f.set(next)
    pass.set(i.a, Type.INT)
    return true
  }
  if (type !== Type.LIST_ITERATOR) {
    pass.byMachine(i)
    return true
  }
  pass.load(i.b)
  pass.pushAddress(i.b)
  f.load32(ITERATOR.position)
  f.tee(pass.t)
  pass.pushAddress(i.b)
  f.load32(ITERATOR.source)
  f.tee(pass.q)
  f.load32(LIST.length)
  f.do(op.i32_lt_u, op.i32_eqz)
  f.open('if')
  pass.depth++
  // The end is the end, even when the list grows afterwards.
  pass.pushAddress(i.b)
  f.i32(-1)
  f.store32(ITERATOR.position)
  pass.jump(i.target)
  pass.depth--
  f.do(op.end)
  pass.pushAddress(i.b)
  f.get(pass.t)
  f.i32(1)
  f.do(op.i32_add)
  f.store32(ITERATOR.position)
  f.get(pass.q)
  f.load32(LIST.items)
  f.get(pass.t)
  f.i32(3)
  f.do(op.i32_shl, op.i32_add)
  f.load64(0)
  pass.set(i.a, Type.ANY)
  return true
}
