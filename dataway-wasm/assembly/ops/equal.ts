// `==` between all built-in values, in whichever form they are. Containers compare item by item; a depth guard turns
// endless comparisons into RecursionError.
import { asDict } from '../container/dict.ts'
import { asList, listAt, listLength } from '../container/list.ts'
import { isSubset } from '../container/set.ts'
import { ENTRY, entriesOf, entriesUsed, entryHash, entryKey, entryValue, FAILED, findEntry, tableLength } from '../container/table.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { deref, tapeStringEquals } from '../json/tape.ts'
import { charge, spendOn } from '../memory/limits.ts'
import { compareBig } from '../number/bigint.ts'
import { compareBigFloat } from '../number/bigint-float.ts'
import { strEquals } from '../text/str.ts'
import { bytesOf } from '../text/bytes.ts'
import { isIntegral, Kind, kindOf, slot, isKind } from '../value/object.ts'
import { addressOf, bothInt, boxInt, False, floatOf, intOf, isBool, isFloat, isHeap, isInt, isTape, NotImplemented, True, UNBOUND, ERROR, Value } from '../value/value.ts' // prettier-ignore
import { equalDunder } from '../vm/dunder.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { truth } from './truth.ts'
import { tableOf } from '../container/set.ts'

let depth: i32 = 0
/** Nesting that comparisons, reprs and hashes follow before they raise RecursionError. */
export const MAX_NESTING: i32 = 1000

/** 1 equal, 0 not, -1 = a fault is pending. */
export function equals(a: Value, b: Value): i32 {
  if (a == b) return i32(!isFloat(a) || floatOf(a) == floatOf(a))
  if (bothInt(a, b)) return 0
  if (isFloat(a) && isFloat(b)) return i32(floatOf(a) == floatOf(b))
  if (isTape(a)) {
    if (kindOf(a) == Kind.STR) return i32(tapeStringEquals(a, b))
    a = deref(a)
  }
  if (isTape(b)) {
    if (kindOf(b) == Kind.STR) return i32(tapeStringEquals(b, a))
    b = deref(b)
  }
  const ka = kindOf(a)
  const kb = kindOf(b)
  if (ka >= Kind.FUNCTION || kb >= Kind.FUNCTION) return objectEquals(a, b)
  if (isNumeric(ka) && isNumeric(kb)) return i32(numbersEqual(a, b))
  switch (ka) {
    case Kind.STR:
      return i32(kb == Kind.STR && strEquals(addressOf(a), addressOf(b)))
    case Kind.BYTES:
    case Kind.BYTEARRAY: {
      if (kb != Kind.BYTES && kb != Kind.BYTEARRAY) return 0
      const n = load<u32>(addressOf(a), 8)
      spendOn(n)
      return i32(n == load<u32>(addressOf(b), 8) && memory.compare(bytesOf(a), bytesOf(b), n) == 0)
    }
    case Kind.LIST:
    case Kind.TUPLE:
      return ka == kb ? rowsEqual(a, b, ka) : 0
    case Kind.DICT:
    case Kind.MULTIMAP:
      return kb == Kind.DICT || kb == Kind.MULTIMAP ? dictsEqual(asDict(a), asDict(b)) : 0
    case Kind.SET:
    case Kind.FROZENSET:
    case Kind.DICT_KEYS:
    case Kind.DICT_ITEMS:
      return setsEqual(a, b, ka, kb)
    case Kind.RANGE:
      return kb == Kind.RANGE ? rangesEqual(addressOf(a), addressOf(b)) : 0
    case Kind.SLICE: {
      if (kb != Kind.SLICE) return 0
      for (let i: usize = 0; i < 3; i++) {
        const r = equals(slot(addressOf(a), i), slot(addressOf(b), i))
        if (r != 1) return r
      }
      return 1
    }
    case Kind.NATIVE:
      return i32(kb == Kind.NATIVE && load<u32>(addressOf(a), 4) == load<u32>(addressOf(b), 4) && slot(addressOf(a), 0) == slot(addressOf(b), 0))
    default:
      return 0
  }
}

function isNumeric(kind: Kind): bool {
  return kind == Kind.INT || kind == Kind.FLOAT || kind == Kind.BOOL || kind == Kind.BIGINT
}
function numbersEqual(a: Value, b: Value): bool {
  if (isBool(a)) a = boxInt(<i64>(a & 1))
  if (isBool(b)) b = boxInt(<i64>(b & 1))
  if (isFloat(a)) return isFloat(b) ? floatOf(a) == floatOf(b) : intEqualsFloat(b, floatOf(a))
  if (isFloat(b)) return intEqualsFloat(a, floatOf(b))
  if (isInt(a) || isInt(b)) return a == b
  return compareBig(addressOf(a), addressOf(b)) == 0
}
function intEqualsFloat(n: Value, x: f64): bool {
  if (isInt(n)) return <f64>intOf(n) == x
  return x == x && compareBigFloat(addressOf(n), x) == 0
}

/** As containers compare their items: an item is equal to itself, whatever its `==` says (NaN). 1, 0, or -1 = a fault is pending. */
export function sameOrEqual(a: Value, b: Value): i32 {
  return a == b ? 1 : equals(a, b)
}

/** Either is an object of a class or a module: its __eq__ decides, identity when there is none. */
function objectEquals(a: Value, b: Value): i32 {
  // The method of one object: `a.f == a.f`, though each is made anew.
  if (isKind(a, Kind.BOUND_METHOD) && isKind(b, Kind.BOUND_METHOD)) {
    return i32(slot(addressOf(a), 0) == slot(addressOf(b), 0) && slot(addressOf(a), 1) == slot(addressOf(b), 1))
  }
  const r = equalDunder(a, b)
  if (r == ERROR) return -1
  if (r == NotImplemented) return 0
  return truth(r)
}

function rowsEqual(a: Value, b: Value, kind: Kind): i32 {
  const p = kind == Kind.LIST ? asList(a) : addressOf(a)
  const q = kind == Kind.LIST ? asList(b) : addressOf(b)
  const n = kind == Kind.LIST ? listLength(p) : tupleLength(p)
  if (n != (kind == Kind.LIST ? listLength(q) : tupleLength(q))) return 0
  if (!enter(<i64>n)) return -1
  let result = 1
  for (let i: u32 = 0; i < n; i++) {
    if (kind == Kind.LIST && (i >= listLength(p) || i >= listLength(q))) {
      result = i32(listLength(p) == listLength(q))
      break
    }
    const x = kind == Kind.LIST ? listAt(p, i) : tupleAt(p, i)
    const y = kind == Kind.LIST ? listAt(q, i) : tupleAt(q, i)
    result = sameOrEqual(x, y)
    if (result != 1) break
  }
  depth--
  return result
}

function dictsEqual(a: usize, b: usize): i32 {
  if (tableLength(a) != tableLength(b)) return 0
  if (!enter(<i64>tableLength(a))) return -1
  let result = 1
  for (let i: u32 = 0; i < entriesUsed(a); i++) {
    const e = entriesOf(a) + <usize>i * ENTRY
    if (entryKey(e) == UNBOUND) continue
    const other = findEntry(b, entryKey(e), entryHash(e))
    if (other <= FAILED) {
      result = other ? -1 : 0
      break
    }
    const x = entryValue(e)
    const y = entryValue(other)
    result = sameOrEqual(x, y)
    if (result != 1) break
  }
  depth--
  return result
}

function isSetLike(kind: Kind): bool {
  return kind == Kind.SET || kind == Kind.FROZENSET || kind == Kind.DICT_KEYS || kind == Kind.DICT_ITEMS
}
function setsEqual(a: Value, b: Value, ka: Kind, kb: Kind): i32 {
  if (!isSetLike(kb)) return 0
  const x = tableOf(a)
  const y = x ? tableOf(b) : 0
  if (!y) return -1
  if (tableLength(x) != tableLength(y)) return 0
  return isSubset(x, y)
}

function rangesEqual(a: usize, b: usize): i32 {
  const n = load<u64>(a, 32)
  if (n != load<u64>(b, 32)) return 0
  if (n == boxInt(0)) return 1
  if (equals(load<u64>(a, 8), load<u64>(b, 8)) != 1) return 0
  if (n == boxInt(1)) return 1
  return equals(load<u64>(a, 24), load<u64>(b, 24))
}

function enter(items: i64): bool {
  if (!charge(items)) return false
  if (depth >= MAX_NESTING) {
    raise(ExcKind.RecursionError, 'maximum recursion depth exceeded in comparison')
    return false
  }
  depth++
  return true
}
/** After an evaluation that was stopped inside a comparison. */
export function resetEquality(): void {
  depth = 0
}
