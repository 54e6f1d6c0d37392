// Truth and identity.
import { listLength } from '../container/list.ts'
import { tableLength } from '../container/table.ts'
import { childCount, deref, tagAt, nodeEnd, nodeStart } from '../json/tape.ts'
import { Kind, Tape, wordAt, slot } from '../value/object.ts'
import { addressOf, boxBool, boxInt, ERROR, False, floatOf, isFloat, isHeap, isInt, isTape, None, True, Value } from '../value/value.ts'
import { truthDunder } from '../vm/dunder.ts'

/** Python's truth: 1, 0, -1 = a fault is pending. */
export function truth(v: Value): i32 {
  if (v == True) return 1
  if (v == False || v == None) return 0
  if (isInt(v)) return i32(v != boxInt(0))
  if (isFloat(v)) return i32(floatOf(v) != 0)
  if (isTape(v)) {
    const w = deref(v)
    if (isHeap(w)) return truth(w)
    const node = addressOf(v)
    return i32(tagAt(node) == Tape.STRING ? nodeEnd(node) - nodeStart(node) > 2 : childCount(node) > 0)
  }
  if (!isHeap(v)) return 1
  const p = addressOf(v)
  switch (<Kind>load<u8>(p)) {
    case Kind.STR:
    case Kind.BYTES:
    case Kind.BYTEARRAY:
      return i32(load<u32>(p, 8) != 0)
    case Kind.LIST:
      return i32(listLength(p) != 0)
    case Kind.TUPLE:
      return i32(wordAt(p) != 0)
    case Kind.DICT:
    case Kind.SET:
    case Kind.FROZENSET:
    case Kind.MULTIMAP:
      return i32(tableLength(p) != 0)
    case Kind.DICT_KEYS:
    case Kind.DICT_VALUES:
    case Kind.DICT_ITEMS:
      return truth(slot(p, 0))
    case Kind.RANGE:
      return truth(load<u64>(p, 32))
    default:
      return load<u8>(p) >= <u8>Kind.FUNCTION ? truthDunder(v) : 1
  }
}

/** `not v`; ERROR. */
export function not(v: Value): Value {
  const t = truth(v)
  return t < 0 ? ERROR : boxBool(t == 0)
}

/** `a is b`. */
export function identical(a: Value, b: Value): bool {
  return a == b || (deref(a) == deref(b))
}
