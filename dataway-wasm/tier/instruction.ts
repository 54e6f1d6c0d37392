// What is written for each instruction of the machine. Most are left to the machine; these are worth code of their own.
import { type Instruction, isBackward } from './code.ts'
import { getItem, nextItem, setItem } from './list.ts'
import { arithmetic, compareValue, negative, unlessCompared } from './number.ts'
import type { Pass } from './pass.ts'
import { FALSE, INT_TAG, LOCAL, TRUE, TYPE, Type, UNBOUND } from './type.ts'
import { I64, op } from './wasm.ts'

/** Writes an instruction; returns whether the one behind it can be reached from it. */
export function instruction(pass: Pass, i: Instruction): boolean {
  const { f } = pass
  if (isBackward(i)) {
    pass.jumpBack(i)
    return false
  }
  switch (i.op) {
    case 'NOP':
      return true
    case 'JUMP':
      pass.jump(i.target)
      return false
    case 'RETURN':
    case 'RETURN_NONE':
    case 'CALL_KEYWORDS':
    case 'CALL_METHOD_KEYWORDS':
    case 'CALL_SPREAD':
      pass.leave(i.at, i.op.startsWith('CALL') ? 'missed' : 'quietly')
      return false
    case 'LOAD_INT':
      f.i64(BigInt(i.wide))
      pass.set(i.a, Type.INT)
      return true
    case 'LOAD_CONST':
      constant(pass, i)
      return true
    case 'MOVE': {
      pass.load(i.b)
      const type = pass.typeOf(i.b)
      pass.push(i.b)
      pass.set(i.a, type === Type.RANGE ? Type.ANY : type)
      return true
    }
    case 'CHECK':
      if (pass.typeOf(i.a) !== Type.ANY) return true
      pass.pushBox(i.a)
      f.i64(UNBOUND)
      f.do(op.i64_eq)
      pass.leaveIf(i.at)
      return true
    case 'CLEAR':
      f.i64(UNBOUND)
      pass.set(i.a, Type.ANY)
      return true
    case 'JUMP_IF_FALSE':
    case 'JUMP_IF_TRUE':
      jumpByTruth(pass, i)
      return true
    case 'NOT':
      if (pass.typeOf(i.b) !== Type.BOOL) break
      pass.pushBox(i.b)
      f.i64(1n)
      f.do(op.i64_xor)
      pass.set(i.a, Type.BOOL)
      return true
    case 'GET_ITEM':
      return getItem(pass, i)
    case 'LOAD_GLOBAL':
      loadGlobal(pass, i)
      return true
    case 'SET_ITEM':
      return setItem(pass, i)
    case 'FOR_ITER':
      return nextItem(pass, i)
    case 'LT':
    case 'LE':
    case 'EQ':
    case 'NE':
    case 'GT':
    case 'GE':
      if (compareValue(pass, i)) return true
      break
    case 'RAISE':
    case 'RAISE_AGAIN':
    case 'RERAISE':
    case 'ASSERTION':
      pass.byMachine(i)
      f.do(op.unreachable)
      return false
    case 'LEAVE_ITER':
      if (pass.typeOf(i.a) === Type.RANGE || pass.typeOf(i.a) === Type.LIST_ITERATOR) return true
      break
    case 'NEG':
      if (negative(pass, i)) return true
      break
    default:
      if (i.op.startsWith('UNLESS_') ? unlessCompared(pass, i) : arithmetic(pass, i)) return true
  }
  pass.byMachine(i)
  return true
}

function constant(pass: Pass, i: Instruction): void {
  const { f } = pass
  const box = pass.code.constants[i.wide]!
  if (box >= INT_TAG) {
    f.i64(BigInt.asIntN(48, box))
    pass.set(i.a, Type.INT)
  } else if (box < 0xfffc000000000000n) {
    f.f64(box)
    pass.set(i.a, Type.FLOAT)
  } else if (box === TRUE || box === FALSE) {
    f.i64(box)
    pass.set(i.a, Type.BOOL)
  } else {
    // An address is not the same in another instance.
    f.get(pass.constants)
    f.load64(i.wide * 8)
    pass.set(i.a, Type.OTHER)
  }
}

/** A global or builtin, where the cache behind the instruction says (assembly/vm/loop.ts); otherwise the machine looks for it. */
function loadGlobal(pass: Pass, i: Instruction): void {
  const { f } = pass
  const cache = i.at * 8 + 8
  f.open('block', I64)
  f.open('block')
  f.get(pass.frame)
  f.load32(FRAME_GLOBALS)
  f.set(pass.p)
  f.get(pass.words)
  f.load32(cache)
  f.tee(pass.t)
  f.get(pass.p)
  f.load32(TABLE.used)
  f.do(op.i32_lt_u)
  f.open('if')
  f.get(pass.p)
  f.load32(TABLE.entries)
  f.get(pass.t)
  f.i32(ENTRY)
  f.do(op.i32_mul, op.i32_add)
  f.tee(pass.q)
  f.load64(0)
  f.get(pass.constants)
  f.load64(i.wide * 8)
  f.do(op.i64_ne)
  f.branchIf(1)
  f.get(pass.q)
  f.load64(8)
  f.branch(2)
  f.do(op.end)
  f.get(pass.t)
  f.i32(-1)
  f.do(op.i32_ne)
  f.branchIf(0)
  f.get(pass.words)
  f.load32(cache + 4)
  f.get(pass.p)
  f.load32(TABLE.used)
  f.do(op.i32_ne)
  f.branchIf(0)
  f.get(pass.words)
  f.load64(cache + 8)
  f.branch(1)
  f.do(op.end)
  pass.byMachineHere(i)
  pass.pushFromFrame(i.a)
  f.do(op.end)
  pass.set(i.a, Type.ANY)
}
/** Where a frame has its globals, and fields of a dict (assembly/container/table.ts). */
const FRAME_GLOBALS = 48
const TABLE = { entries: 12, used: 16 } as const
const ENTRY = 24

/** Jumps by the truth of a register. */
function jumpByTruth(pass: Pass, i: Instruction): void {
  const { f } = pass
  const wantsTrue = i.op === 'JUMP_IF_TRUE'
  const type = pass.typeOf(i.a)
  if (type === Type.BOOL) {
    pass.pushBox(i.a)
    f.i64(wantsTrue ? TRUE : FALSE)
    f.do(op.i64_eq)
    pass.jumpIf(i.target)
  } else if (type === Type.INT && pass.state[i.a]! & LOCAL) {
    pass.push(i.a)
    f.i64(0n)
    f.do(wantsTrue ? op.i64_ne : op.i64_eq)
    pass.jumpIf(i.target)
  } else if ((pass.state[i.a]! & TYPE) === Type.ANY) {
    // True and False at once, the rest by the machine.
    f.open('block')
    pass.depth++
    pass.pushBox(i.a)
    f.i64(wantsTrue ? FALSE : TRUE)
    f.do(op.i64_eq)
    f.branchIf(0)
    pass.pushBox(i.a)
    f.i64(wantsTrue ? TRUE : FALSE)
    f.do(op.i64_eq)
    pass.jumpIf(i.target)
    pass.byMachineHere(i)
    f.get(pass.t)
    f.i32(3)
    f.do(op.i32_eq)
    pass.jumpIf(i.target)
    pass.depth--
    f.do(op.end)
  } else pass.byMachine(i)
}
