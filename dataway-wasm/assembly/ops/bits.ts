// << >> & | ^ ~ : of ints of any size, of sets and dict views, of dicts (|).
import { thaw } from '../container/freeze.ts'
import { asDict, mergeTable } from '../container/dict.ts'
import { addAll, intersect, intersectItems, isSetKind, symmetricOf, tableOf, unionOf } from '../container/set.ts'
import { copyTable, tableLength } from '../container/table.ts'
import { charge, reserve } from '../memory/limits.ts'
import { bigOf, bigValue, fitsI64, isNegative, limbCount, toI64 } from '../number/bigint.ts'
import { AND, bitwiseBig, OR, shiftLeftBig, shiftRightBig, XOR } from '../number/bigint-bits.ts'
import { isIntegral, Kind, kindOf } from '../value/object.ts'
import { addressOf, bothInt, boxBool, boxHeap, boxInt, ERROR, intOf, isBool, isInt, NotImplemented, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { binary, inPlaceVia, intValue, isSetLike, unary, unsupported, viaMethods } from './arithmetic.ts'
import { Op } from './operator.ts'
import { dictUpdate } from '../container/dict.ts'

export function lshift(a: Value, b: Value): Value {
  return bits(Op.LSHIFT, a, b)
}
export function rshift(a: Value, b: Value): Value {
  return bits(Op.RSHIFT, a, b)
}
export function bitAnd(a: Value, b: Value): Value {
  return bits(Op.AND, a, b)
}
export function bitOr(a: Value, b: Value): Value {
  return bits(Op.OR, a, b)
}
export function bitXor(a: Value, b: Value): Value {
  return bits(Op.XOR, a, b)
}
export function invert(v: Value): Value {
  if (isInt(v)) return boxInt(~intOf(v))
  if (isBool(v)) return boxInt(~(<i64>(v & 1)))
  if (isIntegral(v)) return binary(Op.SUB, binary(Op.MUL, v, boxInt(-1)), boxInt(1))
  return unary(v, '__invert__', 'unary ~')
}

export function bits(op: Op, a: Value, b: Value): Value {
  const r = builtinBits(op, a, b)
  return r == NotImplemented ? viaMethods(op, a, b, false) : r
}

export function builtinBits(op: Op, a: Value, b: Value): Value {
  if (bothInt(a, b)) {
    const r = small(op, intOf(a), intOf(b))
    if (r != NotImplemented) return r
  }
  if (isIntegral(a) && isIntegral(b)) {
    if (isBool(a) && isBool(b) && op >= Op.AND) {
      const x = (a & 1) != 0
      const y = (b & 1) != 0
      return boxBool(op == Op.AND ? x && y : op == Op.OR ? x || y : x != y)
    }
    return large(op, plain(a), plain(b))
  }
  if (op < Op.AND) return NotImplemented
  const ka = kindOf(a)
  const kb = kindOf(b)
  // A view takes any iterable on its other side.
  if ((isSetLike(ka) && (isSetLike(kb) || ka > Kind.FROZENSET)) || (isSetLike(kb) && kb > Kind.FROZENSET)) return setOperation(op, ka, a, b)
  if (op == Op.OR && ka == Kind.DICT && kb == Kind.DICT) {
    const t = copyTable(asDict(a), Kind.DICT)
    mergeTable(t, asDict(b))
    return boxHeap(t)
  }
  return NotImplemented
}
function plain(v: Value): Value {
  return isBool(v) ? boxInt(<i64>(v & 1)) : v
}

function small(op: Op, x: i64, y: i64): Value {
  switch (op) {
    case Op.LSHIFT:
      if (y < 0) return raise(ExcKind.ValueError, 'negative shift count')
      if (x == 0) return boxInt(0)
      return y < 60 && <i64>clz(<u64>(x < 0 ? -x : x)) > y + 1 ? intValue(x << y) : NotImplemented
    case Op.RSHIFT:
      if (y < 0) return raise(ExcKind.ValueError, 'negative shift count')
      return boxInt(x >> min<i64>(y, 63))
    case Op.AND:
      return boxInt(x & y)
    case Op.OR:
      return boxInt(x | y)
    default:
      return boxInt(x ^ y)
  }
}

function large(op: Op, a: Value, b: Value): Value {
  const x = bigOf(a)
  const y = bigOf(b)
  if (op == Op.LSHIFT || op == Op.RSHIFT) {
    if (isNegative(y)) return raise(ExcKind.ValueError, 'negative shift count')
    if (limbCount(x) == 0) return boxInt(0)
    if (op == Op.RSHIFT) return fitsI64(y) ? bigValue(shiftRightBig(x, toI64(y))) : boxInt(isNegative(x) ? -1 : 0)
    if (limbCount(y) > 2) return raise(ExcKind.OverflowError, 'too many digits in integer')
    if (!fitsI64(y) || toI64(y) > 1 << 40) return raise(ExcKind.MemoryError, '')
    return reserve((<u64>toI64(y) >> 3) + <u64>limbCount(x) * 4) ? bigValue(shiftLeftBig(x, toI64(y))) : ERROR
  }
  if (!charge(<i64>limbCount(x) + limbCount(y))) return ERROR
  return bigValue(bitwiseBig(op == Op.AND ? AND : op == Op.OR ? OR : XOR, x, y))
}

function isView(v: Value): bool {
  const kind = kindOf(v)
  return kind == Kind.DICT_KEYS || kind == Kind.DICT_ITEMS
}

/** `keys() & other`, with the items of the side that CPython takes them from: the smaller when both are views or `other` is a set. ERROR. */
function intersectView(a: Value, b: Value): Value {
  const view = isView(a) ? a : b
  const other = view == a ? b : a
  const inView = tableOf(view)
  if (!inView) return ERROR
  const isSet = kindOf(other) == Kind.SET
  if (!isSet && !isView(other)) return intersectItems(inView, other, Kind.SET)
  const inOther = tableOf(other)
  if (!inOther) return ERROR
  const takesView = isSet ? tableLength(inView) <= tableLength(inOther) : tableLength(inView) < tableLength(inOther)
  return takesView ? intersectItems(inOther, view, Kind.SET) : intersectItems(inView, other, Kind.SET)
}

function setOperation(op: Op, ka: Kind, a: Value, b: Value): Value {
  if (op == Op.AND && (isView(a) || isView(b))) return intersectView(a, b)
  const x = tableOf(a)
  const y = x ? tableOf(b) : 0
  if (!y) return ERROR
  const kind = ka == Kind.FROZENSET ? Kind.FROZENSET : Kind.SET
  if (op == Op.AND) return intersect(x, y, kind)
  if (op == Op.OR) return unionOf(x, y, kind)
  return symmetricOf(x, y, kind)
}

/** a op= b for the operators of this file: sets and dicts change in place. */
export function inPlaceBits(op: Op, a: Value, b: Value): Value {
  const ka = kindOf(a)
  const kb = kindOf(b)
  if (ka == Kind.SET && isSetKind(kb) && op >= Op.AND) {
    if (op == Op.OR) return addAll(addressOf(a), b) ? a : ERROR
    const r = setOperation(op, ka, a, b)
    if (r == ERROR) return ERROR
    thaw(addressOf(a))
    memory.copy(addressOf(a) + 8, addressOf(r) + 8, 32)
    return a
  }
  if (ka == Kind.DICT && op == Op.OR) {
    if (kb == Kind.DICT) {
      mergeTable(asDict(a), asDict(b))
      return a
    }
    return dictUpdate(a, b) ? a : ERROR
  }
  return inPlaceVia(op, a, b)
}
export function ilshift(a: Value, b: Value): Value {
  return inPlaceBits(Op.LSHIFT, a, b)
}
export function irshift(a: Value, b: Value): Value {
  return inPlaceBits(Op.RSHIFT, a, b)
}
export function iand(a: Value, b: Value): Value {
  return inPlaceBits(Op.AND, a, b)
}
export function ior(a: Value, b: Value): Value {
  return inPlaceBits(Op.OR, a, b)
}
export function ixor(a: Value, b: Value): Value {
  return inPlaceBits(Op.XOR, a, b)
}
