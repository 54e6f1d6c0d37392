// Arithmetic and comparison of small integers and floats. What does not come out as a small integer, and other types, are
// the machine's: compiled code ends in front of the instruction, and counts on less when that happens again.
import type { Instruction } from './code.ts'
import type { Pass } from './pass.ts'
import { Type } from './type.ts'
import { I64, op } from './wasm.ts'

const floatOps: Record<string, number> = {
  ADD: op.f64_add,
  SUB: op.f64_sub,
  MUL: op.f64_mul,
  TRUE_DIV: op.f64_div,
}
const names = new Set([
  'ADD',
  'SUB',
  'MUL',
  'TRUE_DIV',
  'FLOOR_DIV',
  'MOD',
  'LSHIFT',
  'RSHIFT',
  'AND',
  'OR',
  'XOR',
])

const isNumber = (type: number): boolean => type === Type.INT || type === Type.FLOAT

/** The type that the first or second number has, or is counted on to have. */
function expected(pass: Pass, i: Instruction, r: number, which: number): number {
  const type = pass.typeOf(r)
  if (type !== Type.ANY || pass.isCareful(i.at)) return type
  return pass.experience.types.get(i.at)?.[which] ?? pass.hint(r)
}
/** Makes numbers of both registers; false when they are not expected to be numbers. */
function claimNumbers(pass: Pass, i: Instruction, a: number, b: number): boolean {
  let x = expected(pass, i, a, 0)
  let y = expected(pass, i, b, 1)
  if (!pass.isCareful(i.at)) {
    // What a temporary held when the loop began may be of something else: try what goes with the other, at first an int.
    if (!isNumber(x) && pass.typeOf(a) === Type.ANY && isNumber(y)) x = y
    if (!isNumber(y) && pass.typeOf(b) === Type.ANY && isNumber(x)) y = x
    const unknown = (r: number): boolean => pass.typeOf(r) === Type.ANY && pass.isLocal(r)
    if (!isNumber(x) && !isNumber(y) && unknown(a) && unknown(b)) x = y = Type.INT
  }
  if (!isNumber(x) || !isNumber(y)) return false
  pass.claim(a, x, i.at)
  pass.claim(b, y, i.at)
  return true
}

/** `R[a] = R[b] op R[c]`, also in place and with a constant. False: the machine has to do it. */
export function arithmetic(pass: Pass, i: Instruction): boolean {
  const { f } = pass
  if (i.op === 'ADD_INT' || i.op === 'SUB_INT') {
    const n = (i.c << 16) >> 16
    if (!claimNumbers(pass, i, i.b, i.b)) return false
    const isFloat = pass.typeOf(i.b) === Type.FLOAT
    pass.push(i.b)
    if (isFloat) {
      f.f64(bitsOf(n))
      f.do(i.op === 'ADD_INT' ? op.f64_add : op.f64_sub)
      pass.set(i.a, Type.FLOAT)
      return true
    }
    f.i64(BigInt(n))
    f.do(i.op === 'ADD_INT' ? op.i64_add : op.i64_sub)
    setSmall(pass, i)
    return true
  }
  const name = names.has(i.op) ? i.op : i.op.slice(1)
  if (!names.has(name) || !claimNumbers(pass, i, i.b, i.c)) return false
  const ints = pass.typeOf(i.b) === Type.INT && pass.typeOf(i.c) === Type.INT
  if (!ints || name === 'TRUE_DIV') {
    const opcode = floatOps[name]
    if (opcode === undefined) return false
    if (name === 'TRUE_DIV') {
      pass.pushFloat(i.c)
      f.f64(0n)
      f.do(op.f64_eq)
      pass.leaveIf(i.at)
    }
    pass.pushFloat(i.b)
    pass.pushFloat(i.c)
    f.do(opcode)
    pass.set(i.a, Type.FLOAT)
    return true
  }
  switch (name) {
    case 'ADD':
    case 'SUB':
      both(pass, i)
      f.do(name === 'ADD' ? op.i64_add : op.i64_sub)
      setSmall(pass, i)
      return true
    case 'MUL':
      // Both of 32 bits: the product of 64 is exact. The machine pays fuel for larger ones.
      for (const r of [i.b, i.c]) {
        pass.push(r)
        f.do(op.i32_wrap, op.i64_extend_s)
        pass.push(r)
        f.do(op.i64_ne)
      }
      f.do(op.i32_or)
      pass.leaveIf(i.at)
      both(pass, i)
      f.do(op.i64_mul)
      setSmall(pass, i)
      return true
    case 'FLOOR_DIV':
    case 'MOD':
      divide(pass, i, name === 'MOD')
      return true
    case 'AND':
    case 'OR':
    case 'XOR':
      both(pass, i)
      f.do(name === 'AND' ? op.i64_and : name === 'OR' ? op.i64_or : op.i64_xor)
      pass.set(i.a, Type.INT)
      return true
    default:
      shift(pass, i, name === 'LSHIFT')
      return true
  }
}

function both(pass: Pass, i: Instruction): void {
  pass.push(i.b)
  pass.push(i.c)
}
/** The i64 on the stack is the result, if it is a small integer. */
function setSmall(pass: Pass, i: Instruction): void {
  const { f } = pass
  f.tee(pass.n)
  f.i64(1n << 47n)
  f.do(op.i64_add)
  f.i64(1n << 48n)
  f.do(op.i64_ge_u)
  pass.leaveIf(i.at)
  f.get(pass.n)
  pass.set(i.a, Type.INT)
}

/** Floor division by what is greater than zero. */
function divide(pass: Pass, i: Instruction, remainder: boolean): void {
  const { f } = pass
  pass.push(i.c)
  f.i64(0n)
  f.do(op.i64_le_s)
  pass.leaveIf(i.at)
  // 32 bits are divided in less time.
  both(pass, i)
  f.do(op.i64_or)
  f.i64(32n)
  f.do(op.i64_shr_u, op.i64_eqz)
  f.open('if', I64)
  pass.push(i.b)
  f.do(op.i32_wrap)
  pass.push(i.c)
  f.do(op.i32_wrap, remainder ? I32_REM_U : I32_DIV_U, op.i64_extend_u, op.else)
  if (remainder) {
    both(pass, i)
    f.do(op.i64_rem_s)
    f.tee(pass.n)
    f.get(pass.n)
    f.i64(63n)
    f.do(op.i64_shr_s)
    pass.push(i.c)
    f.do(op.i64_and, op.i64_add)
  } else {
    both(pass, i)
    f.do(op.i64_div_s)
    f.tee(pass.n)
    pass.push(i.b)
    f.get(pass.n)
    pass.push(i.c)
    f.do(op.i64_mul, op.i64_sub)
    f.i64(63n)
    f.do(op.i64_shr_s, op.i64_add)
  }
  f.do(op.end)
  pass.set(i.a, Type.INT)
}
const I32_DIV_U = 0x6e
const I32_REM_U = 0x70

/** Shifts by 0 … 63 whose result is small. */
function shift(pass: Pass, i: Instruction, left: boolean): void {
  const { f } = pass
  pass.push(i.c)
  f.i64(64n)
  f.do(op.i64_ge_u)
  pass.leaveIf(i.at)
  both(pass, i)
  if (!left) {
    f.do(op.i64_shr_s)
    pass.set(i.a, Type.INT)
    return
  }
  f.do(op.i64_shl)
  f.tee(pass.n)
  pass.push(i.c)
  f.do(op.i64_shr_s)
  pass.push(i.b)
  f.do(op.i64_ne)
  pass.leaveIf(i.at)
  f.get(pass.n)
  setSmall(pass, i)
}

/** `R[a] = -R[b]` */
export function negative(pass: Pass, i: Instruction): boolean {
  const { f } = pass
  if (!claimNumbers(pass, i, i.b, i.b)) return false
  if (pass.typeOf(i.b) === Type.FLOAT) {
    pass.push(i.b)
    f.do(op.f64_neg)
    pass.set(i.a, Type.FLOAT)
    return true
  }
  f.i64(0n)
  pass.push(i.b)
  f.do(op.i64_sub)
  setSmall(pass, i)
  return true
}

const intComparisons: Record<string, number> = { LT: op.i64_lt_s, LE: op.i64_le_s, EQ: op.i64_eq, NE: op.i64_ne, GT: op.i64_gt_s, GE: op.i64_ge_s } // prettier-ignore
const floatComparisons: Record<string, number> = { LT: op.f64_lt, LE: op.f64_le, EQ: op.f64_eq, NE: op.f64_ne, GT: op.f64_gt, GE: op.f64_ge } // prettier-ignore

/** Whether two numbers compare, on the stack. */
function compared(pass: Pass, i: Instruction, name: string, a: number, b: number): boolean {
  const { f } = pass
  if (!claimNumbers(pass, i, a, b)) return false
  if (pass.typeOf(a) === Type.INT && pass.typeOf(b) === Type.INT) {
    pass.push(a)
    pass.push(b)
    f.do(intComparisons[name]!)
  } else {
    pass.pushFloat(a)
    pass.pushFloat(b)
    f.do(floatComparisons[name]!)
  }
  return true
}
/** Goes to the target unless `R[a] op R[b]`. */
export function unlessCompared(pass: Pass, i: Instruction): boolean {
  if (!compared(pass, i, i.op.slice('UNLESS_'.length), i.a, i.b)) return false
  pass.f.do(op.i32_eqz)
  pass.jumpIf(i.target)
  return true
}
/** `R[a] = R[b] op R[c]` */
export function compareValue(pass: Pass, i: Instruction): boolean {
  if (!compared(pass, i, i.op, i.b, i.c)) return false
  pass.f.do(op.i64_extend_u)
  pass.f.i64(0xfffe000000000002n)
  pass.f.do(op.i64_or)
  pass.set(i.a, Type.BOOL)
  return true
}

/** The bits of a number as a float. */
function bitsOf(n: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, n)
  return view.getBigUint64(0)
}
