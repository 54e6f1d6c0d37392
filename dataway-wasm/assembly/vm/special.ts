// Which special methods the built-in types have as attributes: `list.__len__`, `int.__add__`. One row for each method: the
// kinds that have it. The methods themselves are natives of `special` (builtins/class/special.ts), the same for all kinds.
import { findNative } from '../builtins/native.ts'
import { dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { enterRegion, staticRegion } from '../memory/region.ts'
import { asStr, strBytes, strConst, strSize } from '../text/str.ts'
import { Kind, newNative } from '../value/object.ts'
import { boxInt, intOf, UNBOUND, Value } from '../value/value.ts'
import { qualifierNamed } from './type.ts'

const FLOAT: u32 = 1
const INT: u32 = 2
const TEXT: u32 = 4
const BYTES: u32 = 8
const BYTEARRAY: u32 = 16
const LIST: u32 = 32
const TUPLE: u32 = 64
const DICT: u32 = 128
const SET: u32 = 256
const FROZENSET: u32 = 512
const RANGE: u32 = 1024
const ITERATOR: u32 = 2048
const VIEW: u32 = 4096

const NUMBER = FLOAT | INT
const SETS = SET | FROZENSET
const SEQUENCE = TEXT | BYTES | BYTEARRAY | LIST | TUPLE
const CONTAINER = SEQUENCE | DICT | SETS | RANGE | VIEW

class Row {
  constructor(
    readonly names: string,
    readonly kinds: u32,
  ) {}
}
const ROWS: StaticArray<Row> = [
  new Row('__add__', NUMBER | SEQUENCE),
  new Row('__mul__ __rmul__', NUMBER | SEQUENCE),
  new Row('__mod__', NUMBER | TEXT | BYTES | BYTEARRAY),
  new Row('__radd__ __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ __rmod__ __divmod__ __rdivmod__ __pow__ __rpow__', NUMBER),
  new Row('__neg__ __pos__ __abs__ __int__ __float__', NUMBER),
  new Row('__bool__ __round__ __trunc__ __floor__ __ceil__', NUMBER),
  new Row('__sub__ __rsub__', NUMBER | SETS | VIEW),
  new Row('__and__ __rand__ __xor__ __rxor__', INT | SETS | VIEW),
  new Row('__or__ __ror__', INT | SETS | DICT | VIEW),
  new Row('__lshift__ __rlshift__ __rshift__ __rrshift__ __invert__ __index__', INT),
  new Row('__iadd__ __imul__', LIST | BYTEARRAY),
  new Row('__ior__', SET | DICT),
  new Row('__iand__ __isub__ __ixor__', SET),
  new Row('__len__ __contains__', CONTAINER),
  new Row('__iter__', CONTAINER | ITERATOR),
  new Row('__next__', ITERATOR),
  new Row('__getitem__', SEQUENCE | DICT | RANGE),
  new Row('__setitem__ __delitem__', LIST | DICT | BYTEARRAY),
  new Row('__reversed__', LIST | DICT | RANGE),
  new Row('__lt__ __le__ __gt__ __ge__', NUMBER | SEQUENCE | SETS | VIEW),
]

let table: Value = UNBOUND
let special: u32 = 0

function prepare(): void {
  const back = enterRegion(staticRegion())
  table = newDict()
  for (let i = 0; i < ROWS.length; i++) {
    const names = ROWS[i].names.split(' ')
    for (let k = 0; k < names.length; k++) dictSetStr(table, strConst(names[k]), boxInt(ROWS[i].kinds))
  }
  enterRegion(back)
  special = qualifierNamed('special')
}

function maskOf(kind: Kind): u32 {
  switch (kind) {
    case Kind.BOOL:
    case Kind.INT:
      return INT
    case Kind.FLOAT:
      return FLOAT
    case Kind.STR:
      return TEXT
    case Kind.BYTES:
      return BYTES
    case Kind.BYTEARRAY:
      return BYTEARRAY
    case Kind.LIST:
      return LIST
    case Kind.TUPLE:
      return TUPLE
    case Kind.DICT:
    case Kind.MULTIMAP:
      return DICT
    case Kind.SET:
      return SET
    case Kind.FROZENSET:
      return FROZENSET
    case Kind.RANGE:
      return RANGE
    case Kind.DICT_KEYS:
    case Kind.DICT_VALUES:
    case Kind.DICT_ITEMS:
      return VIEW
    default:
      return kind >= Kind.LIST_ITER && kind <= Kind.REVERSED ? ITERATOR : 0
  }
}

/** The special method of a built-in type, unbound; UNBOUND when the type has none of this name. */
export function specialMethod(kind: Kind, name: Value): Value {
  const s = asStr(name)
  if (strSize(s) < 6 || load<u16>(strBytes(s)) != 0x5f5f) return UNBOUND
  const mask = maskOf(kind)
  if (!mask) return UNBOUND
  if (table == UNBOUND) prepare()
  const kinds = dictGetStr(table, name)
  if (kinds == UNBOUND || !(<u32>intOf(kinds) & mask)) return UNBOUND
  const index = findNative(special, strBytes(s), strSize(s))
  return index < 0 ? UNBOUND : newNative(index, UNBOUND)
}
