// < <= > >= (and == != as values): numbers exactly, text by code point, sequences item by item, sets by inclusion.
import { asList, listAt, listLength } from '../container/list.ts'
import { isSubset, tableOf } from '../container/set.ts'
import { asDict } from '../container/dict.ts'
import { entriesOf, entriesUsed, ENTRY, entryHash, entryKey, entryValue, FAILED, findEntry, tableLength } from '../container/table.ts'
import { newTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { charge } from '../memory/limits.ts'
import { bigOf, compareBig } from '../number/bigint.ts'
import { compareBigFloat } from '../number/bigint-float.ts'
import { bytesOf } from '../text/bytes.ts'
import { asStr, isStr, strBytes, strSize } from '../text/str.ts'
import { compareBytes } from '../text/utf8.ts'
import { Kind, kindOf, isKind, slot } from '../value/object.ts'
import { addressOf, bothInt, boxBool, ERROR, floatOf, intOf, isBool, isFloat, isInt, boxInt, NotImplemented, UNBOUND, Value } from '../value/value.ts'
import { compareDunder } from '../vm/dunder.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { isNumber, isSetLike } from './arithmetic.ts'
import { equals, MAX_NESTING, sameOrEqual } from './equal.ts'
import { truth } from './truth.ts'

export const enum Compare {
  LT = 0,
  LE = 1,
  EQ = 2,
  NE = 3,
  GT = 4,
  GE = 5,
}
const SIGNS: StaticArray<string> = ['<', '<=', '==', '!=', '>', '>=']
let depth: i32 = 0

/** `a op b` as a value; ERROR. */
export function compare(op: Compare, a: Value, b: Value): Value {
  if (bothInt(a, b)) return boxBool(holds(op, i32(intOf(a) > intOf(b)) - i32(intOf(a) < intOf(b))))
  if (isFloat(a)) {
    if (isFloat(b)) return boxBool(floatHolds(op, floatOf(a), floatOf(b)))
    // Every small int is a float exactly.
    if (isInt(b)) return boxBool(floatHolds(op, floatOf(a), <f64>intOf(b)))
  } else if (isInt(a) && isFloat(b)) return boxBool(floatHolds(op, <f64>intOf(a), floatOf(b)))
  if (kindOf(a) >= Kind.FUNCTION || kindOf(b) >= Kind.FUNCTION) return compareObjects(op, a, b)
  if (op == Compare.EQ || op == Compare.NE) {
    const e = equals(a, b)
    return e < 0 ? ERROR : boxBool((e == 1) == (op == Compare.EQ))
  }
  return order(op, a, b)
}

/** Sort order: 1 when a < b, 0, -1 = a fault is pending. */
export function lessThan(a: Value, b: Value): i32 {
  if (bothInt(a, b)) return i32(intOf(a) < intOf(b))
  if (isFloat(a) && isFloat(b)) return i32(floatOf(a) < floatOf(b))
  if (isStr(a) && isStr(b)) return i32(compareStr(a, b) < 0)
  const r = compare(Compare.LT, a, b)
  return r == ERROR ? -1 : truth(r)
}

function compareStr(a: Value, b: Value): i32 {
  const x = asStr(a)
  const y = asStr(b)
  return compareBytes(strBytes(x), strSize(x), strBytes(y), strSize(y))
}

// @ts-ignore: decorator
@inline function holds(op: Compare, c: i32): bool {
  switch (op) {
    case Compare.LT:
      return c < 0
    case Compare.LE:
      return c <= 0
    case Compare.EQ:
      return c == 0
    case Compare.NE:
      return c != 0
    case Compare.GT:
      return c > 0
    default:
      return c >= 0
  }
}
function floatHolds(op: Compare, x: f64, y: f64): bool {
  switch (op) {
    case Compare.LT:
      return x < y
    case Compare.LE:
      return x <= y
    case Compare.EQ:
      return x == y
    case Compare.NE:
      return x != y
    case Compare.GT:
      return x > y
    default:
      return x >= y
  }
}

function compareObjects(op: Compare, a: Value, b: Value): Value {
  if (isKind(a, Kind.BOUND_METHOD) && isKind(b, Kind.BOUND_METHOD) && (op == Compare.EQ || op == Compare.NE)) {
    return boxBool((equals(a, b) == 1) == (op == Compare.EQ))
  }
  const r = compareDunder(<i32>op, a, b)
  if (r != NotImplemented) return r
  if (op == Compare.EQ) return boxBool(a == b)
  if (op == Compare.NE) return boxBool(a != b)
  return unordered(op, a, b)
}
function unordered(op: Compare, a: Value, b: Value): Value {
  return raise(
    ExcKind.TypeError,
    "'" + SIGNS[op] + "' not supported between instances of '" + typeName(a) + "' and '" + typeName(b) + "'",
  )
}

function order(op: Compare, a: Value, b: Value): Value {
  if (isNumber(a) && isNumber(b)) return compareNumbers(op, a, b)
  const ka = kindOf(a)
  const kb = kindOf(b)
  if (ka == Kind.STR && kb == Kind.STR) return boxBool(holds(op, compareStr(a, b)))
  if (isBytes(ka) && isBytes(kb)) {
    return boxBool(holds(op, compareBytes(bytesOf(a), load<u32>(addressOf(a), 8), bytesOf(b), load<u32>(addressOf(b), 8))))
  }
  if (ka == kb && (ka == Kind.LIST || ka == Kind.TUPLE)) return compareRows(op, a, b, ka)
  if (ka == kb && ka == Kind.SLICE) {
    if (a == b) return boxBool(op == Compare.LE || op == Compare.GE)
    return compareRows(op, newTuple(addressOf(a) + 8, 3), newTuple(addressOf(b) + 8, 3), Kind.TUPLE)
  }
  if (isSetLike(ka) && isSetLike(kb)) return compareSets(op, a, b)
  return unordered(op, a, b)
}
function isBytes(kind: Kind): bool {
  return kind == Kind.BYTES || kind == Kind.BYTEARRAY
}

function compareNumbers(op: Compare, a: Value, b: Value): Value {
  if (isBool(a)) a = boxInt(<i64>(a & 1))
  if (isBool(b)) b = boxInt(<i64>(b & 1))
  if (isFloat(a)) {
    const x = floatOf(a)
    if (isFloat(b)) return boxBool(floatHolds(op, x, floatOf(b)))
    if (x != x) return boxBool(false)
    return boxBool(holds(op, -compareBigFloat(bigOf(b), x)))
  }
  if (isFloat(b)) {
    const y = floatOf(b)
    if (y != y) return boxBool(false)
    return boxBool(holds(op, compareBigFloat(bigOf(a), y)))
  }
  if (isInt(a) && isInt(b)) return boxBool(holds(op, i32(intOf(a) > intOf(b)) - i32(intOf(a) < intOf(b))))
  return boxBool(holds(op, compareBig(bigOf(a), bigOf(b))))
}

function compareRows(op: Compare, a: Value, b: Value, kind: Kind): Value {
  const isList = kind == Kind.LIST
  const p = isList ? asList(a) : addressOf(a)
  const q = isList ? asList(b) : addressOf(b)
  if (depth >= MAX_NESTING) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded in comparison')
  depth++
  let i: u32 = 0
  let r: Value = NotImplemented
  while (true) {
    const n = isList ? listLength(p) : tupleLength(p)
    const m = isList ? listLength(q) : tupleLength(q)
    if (i >= n || i >= m) {
      r = boxBool(holds(op, i32(n > m) - i32(n < m)))
      break
    }
    if (!charge(1)) {
      r = ERROR
      break
    }
    const x = isList ? listAt(p, i) : tupleAt(p, i)
    const y = isList ? listAt(q, i) : tupleAt(q, i)
    const same = x == y ? 1 : equals(x, y)
    if (same < 0) {
      r = ERROR
      break
    }
    if (!same) {
      r = compare(op, x, y)
      break
    }
    i++
  }
  depth--
  return r
}

function compareSets(op: Compare, a: Value, b: Value): Value {
  if (kindOf(a) == Kind.DICT_ITEMS && kindOf(b) == Kind.DICT_ITEMS) return compareItems(op, a, b)
  const x = tableOf(a)
  const y = x ? tableOf(b) : 0
  if (!y) return ERROR
  const n = tableLength(x)
  const m = tableLength(y)
  let r = 0
  if (op == Compare.LT) r = n < m ? isSubset(x, y) : 0
  else if (op == Compare.LE) r = isSubset(x, y)
  else if (op == Compare.GT) r = n > m ? isSubset(y, x) : 0
  else r = isSubset(y, x)
  return r < 0 ? ERROR : boxBool(r == 1)
}
/** Views of pairs: values are compared, not hashed. */
function compareItems(op: Compare, a: Value, b: Value): Value {
  const turned = op == Compare.GT || op == Compare.GE
  const part = asDict(slot(addressOf(turned ? b : a), 0))
  const whole = asDict(slot(addressOf(turned ? a : b), 0))
  const n = tableLength(part)
  const m = tableLength(whole)
  if (n > m || (n == m && (op == Compare.LT || op == Compare.GT))) return boxBool(false)
  if (!charge(<i64>n)) return ERROR
  for (let i: u32 = 0; i < entriesUsed(part); i++) {
    const e = entriesOf(part) + <usize>i * ENTRY
    if (entryKey(e) == UNBOUND) continue
    const other = findEntry(whole, entryKey(e), entryHash(e))
    const same = other > FAILED ? sameOrEqual(entryValue(e), entryValue(other)) : other ? -1 : 0
    if (same < 0) return ERROR
    if (!same) return boxBool(false)
  }
  return boxBool(true)
}
/** After an evaluation that was stopped inside a comparison. */
export function resetOrder(): void {
  depth = 0
}
