// The binary and unary operators: one row per operator, its sign in error messages and its special methods.
import { strConst } from '../text/str.ts'
import { Value } from '../value/value.ts'

export const enum Op {
  ADD = 0,
  SUB = 1,
  MUL = 2,
  TRUE_DIV = 3,
  FLOOR_DIV = 4,
  MOD = 5,
  POW = 6,
  MAT_MUL = 7,
  LSHIFT = 8,
  RSHIFT = 9,
  AND = 10,
  OR = 11,
  XOR = 12,
  DIVMOD = 13,
}

const NAMES: StaticArray<string> = [
  'add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'lshift', 'rshift', 'and', 'or', 'xor', 'divmod',
] // prettier-ignore
const SIGNS: StaticArray<string> = [
  '+', '-', '*', '/', '//', '%', '** or pow()', '@', '<<', '>>', '&', '|', '^', 'divmod()',
] // prettier-ignore

const names: StaticArray<Value> = new StaticArray<Value>(48)

function nameOf(index: i32, prefix: string, op: Op): Value {
  if (!names[index]) names[index] = strConst('__' + prefix + NAMES[op] + '__')
  return names[index]
}

/** `__add__` */
export function methodName(op: Op): Value {
  return nameOf(op, '', op)
}
/** `__radd__` */
export function reflectedName(op: Op): Value {
  return nameOf(16 + op, 'r', op)
}
/** `__iadd__` */
export function inPlaceName(op: Op): Value {
  return nameOf(32 + op, 'i', op)
}
/** `+`, `+=` */
export function signOf(op: Op, inPlace: bool): string {
  if (op == Op.POW && inPlace) return '**='
  return inPlace ? SIGNS[op] + '=' : SIGNS[op]
}
