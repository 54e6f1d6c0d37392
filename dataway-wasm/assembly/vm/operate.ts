// The operators by number (ops/operator.ts), for whoever has the operator as a value.
import { binary, iadd, imul, inPlaceVia, isub } from '../ops/arithmetic.ts'
import { bits, iand, ilshift, ior, irshift, ixor } from '../ops/bits.ts'
import { Op } from '../ops/operator.ts'
import { Value } from '../value/value.ts'

/** a op b */
export function operate(op: Op, a: Value, b: Value): Value {
  return op >= Op.LSHIFT && op <= Op.XOR ? bits(op, a, b) : binary(op, a, b)
}

/** a op= b */
export function inPlace(op: Op, a: Value, b: Value): Value {
  switch (op) {
    case Op.ADD:
      return iadd(a, b)
    case Op.SUB:
      return isub(a, b)
    case Op.MUL:
      return imul(a, b)
    case Op.LSHIFT:
      return ilshift(a, b)
    case Op.RSHIFT:
      return irshift(a, b)
    case Op.AND:
      return iand(a, b)
    case Op.OR:
      return ior(a, b)
    case Op.XOR:
      return ixor(a, b)
    default:
      return inPlaceVia(op, a, b)
  }
}
