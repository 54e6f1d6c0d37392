// Literals as values that live as long as the program.
import { emptyTuple, roomForTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { enterRegion } from '../memory/region.ts'
import { bigFromText, digitValue } from '../number/bigint-text.ts'
import { bigValue } from '../number/bigint.ts'
import { parseDecimal } from '../number/float-parse.ts'
import { Kind, Node, Op as Sign } from '../syntax/ast.ts'
import { newBytes } from '../text/bytes.ts'
import { equals } from '../ops/equal.ts'
import { kindOf, Kind as ValueKind } from '../value/object.ts'
import { addressOf, boxFloat, boxHeap, boxInt, Ellipsis, False, fitsInt, isHeap, None, True, UNBOUND, Value } from '../value/value.ts'
import { Builder } from './builder.ts'

/** The value of a literal, UNBOUND when the node is none. */
export function constantOf(b: Builder, node: Node): Value {
  switch (node.kind) {
    case Kind.TUPLE:
      return tupleConstant(b, node)
    case Kind.NONE:
      return None
    case Kind.TRUE:
      return True
    case Kind.FALSE:
      return False
    case Kind.ELLIPSIS:
      return Ellipsis
    case Kind.INT:
      return intConstant(b, node)
    case Kind.FLOAT:
      return boxFloat(floatConstant(node))
    case Kind.STR:
      return b.text(node.bytes, node.size)
    case Kind.BYTES:
      return bytesConstant(b, node)
    case Kind.UNARY: {
      if (node.op != Sign.NEG || (node.left!.kind != Kind.INT && node.left!.kind != Kind.FLOAT)) return UNBOUND
      const v = constantOf(b, node.left!)
      if (node.left!.kind == Kind.FLOAT) return boxFloat(-reinterpret<f64>(v))
      if (v < 0xffff000000000000) return UNBOUND
      const n = -((<i64>(v << 16)) >> 16)
      return fitsInt(n) ? boxInt(n) : UNBOUND
    }
    default:
      return UNBOUND
  }
}

/** A tuple display of literals is one constant, as in CPython; UNBOUND when it holds anything else. */
function tupleConstant(b: Builder, node: Node): Value {
  const values: u64[] = []
  for (let i = 0; i < node.items.length; i++) {
    const v = constantOf(b, node.items[i])
    if (v == UNBOUND) return UNBOUND
    values.push(v)
  }
  return tupleOfConstants(b, values)
}

function intConstant(b: Builder, node: Node): Value {
  let n: i64 = 0
  const base = <i64>node.op
  let small = true
  for (let i = 0; i < node.size; i++) {
    n = n * base + <i64>digitValue(<u32>load<u8>(node.bytes + <usize>i))
    if (!fitsInt(n)) {
      small = false
      break
    }
  }
  if (small) return boxInt(n)
  if (node.op == 10 && node.size > 4300) {
    b.unit.fail('Exceeds the limit (4300 digits) for integer string conversion: value has ' + node.size.toString() + ' digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.', node) // prettier-ignore
    return boxInt(0)
  }
  const back = enterRegion(b.unit.region)
  const v = bigValue(bigFromText(node.bytes, node.size, <u32>node.op, false))
  enterRegion(back)
  return v
}

function floatConstant(node: Node): f64 {
  return parseDecimal(node.bytes, node.bytes + <usize>node.size)
}

function bytesConstant(b: Builder, node: Node): Value {
  const back = enterRegion(b.unit.region)
  const v = newBytes(node.bytes, <usize>node.size)
  enterRegion(back)
  return v
}

export function tupleOfConstants(b: Builder, values: u64[]): Value {
  if (!values.length) return emptyTuple()
  const back = enterRegion(b.unit.region)
  const t = roomForTuple(values.length)
  for (let i = 0; i < values.length; i++) store<u64>(t + (<usize>i << 3), values[i], 8)
  enterRegion(back)
  return boxHeap(t)
}

/** Whether two constants may be one object: equal, and of the same types all through. */
export function sameConstant(a: Value, b: Value): bool {
  if (a == b) return true
  if (!isHeap(a) || !isHeap(b)) return false
  const kind = kindOf(a)
  if (kind != kindOf(b)) return false
  if (kind != ValueKind.TUPLE) return (kind == ValueKind.STR || kind == ValueKind.BYTES || kind == ValueKind.BIGINT) && equals(a, b) == 1
  const n = tupleLength(addressOf(a))
  if (n != tupleLength(addressOf(b))) return false
  for (let i: u32 = 0; i < n; i++) if (!sameConstant(tupleAt(addressOf(a), i), tupleAt(addressOf(b), i))) return false
  return true
}
