// The special methods of containers and text as a script can name them: `[].__len__()`, `super().__getitem__(key)`.
// Operators do not come here; they know the built-in types.
import { arg } from '../bind.ts'
import { add, binary, iadd, imul, isSetLike, mul } from '../../ops/arithmetic.ts'
import { compare, Compare } from '../../ops/compare.ts'
import { hash } from '../../ops/hash.ts'
import { iter, next, remaining } from '../../ops/iterate.ts'
import { contains, getItem, length } from '../../ops/subscript.ts'
import { delItem, setItem } from '../../ops/assign.ts'
import { repr, str } from '../../ops/text.ts'
import { bits, inPlaceBits } from '../../ops/bits.ts'
import { Op } from '../../ops/operator.ts'
import { reversed } from '../function/iteration.ts'
import { asDict, dictUpdate, mergeTable } from '../../container/dict.ts'
import { listExtend, listToChange, setListLength } from '../../container/list.ts'
import { addAll } from '../../container/set.ts'
import { clearTable } from '../../container/table.ts'
import { isIntegral, Kind, kindOf } from '../../value/object.ts'
import { addressOf, boxBool, boxInt, ERROR, isFloat, None, NotImplemented, STOP, UNBOUND, Value } from '../../value/value.ts'
import { itemOfPlain } from '../../vm/dunder.ts'
import { plain } from '../../vm/native-self.ts'
import { ExcKind, raise } from '../../vm/raise.ts'

function other(args: usize): Value {
  return plain(arg(args, 1))
}


/// str.__len__(self, /)
/// bytes.__len__(self, /)
/// bytearray.__len__(self, /)
/// list.__len__(self, /)
/// tuple.__len__(self, /)
/// range.__len__(self, /)
/// dict.__len__(self, /)
/// set.__len__(self, /)
/// frozenset.__len__(self, /)
/// dict_keys.__len__(self, /)
/// dict_values.__len__(self, /)
/// dict_items.__len__(self, /)
/// len(self)
export function len_(args: usize): Value {
  const n = length(arg(args, 0))
  return n < 0 ? ERROR : boxInt(n)
}

/// str.__getitem__(self, key, /)
/// bytes.__getitem__(self, key, /)
/// bytearray.__getitem__(self, key, /)
/// list.__getitem__(self, key, /)
/// tuple.__getitem__(self, key, /)
/// range.__getitem__(self, key, /)
/// dict.__getitem__(self, key, /)
/// self[key]
export function getitem(args: usize): Value {
  return kindOf(arg(args, 0)) == Kind.INSTANCE ? itemOfPlain(arg(args, 0), arg(args, 1)) : getItem(arg(args, 0), arg(args, 1))
}

/// list.__setitem__(self, key, value, /)
/// dict.__setitem__(self, key, value, /)
/// bytearray.__setitem__(self, key, value, /)
/// self[key] = value
export function setitem(args: usize): Value {
  return setItem(arg(args, 0), arg(args, 1), arg(args, 2)) ? None : ERROR
}

/// list.__delitem__(self, key, /)
/// dict.__delitem__(self, key, /)
/// bytearray.__delitem__(self, key, /)
/// del self[key]
export function delitem(args: usize): Value {
  return delItem(arg(args, 0), arg(args, 1)) ? None : ERROR
}

/// str.__contains__(self, key, /)
/// bytes.__contains__(self, key, /)
/// bytearray.__contains__(self, key, /)
/// list.__contains__(self, key, /)
/// tuple.__contains__(self, key, /)
/// range.__contains__(self, key, /)
/// dict.__contains__(self, key, /)
/// set.__contains__(self, key, /)
/// frozenset.__contains__(self, key, /)
/// dict_keys.__contains__(self, key, /)
/// dict_items.__contains__(self, key, /)
/// key in self
export function contains_(args: usize): Value {
  const r = contains(arg(args, 0), arg(args, 1))
  return r < 0 ? ERROR : boxBool(r == 1)
}

/// str.__iter__(self, /)
/// bytes.__iter__(self, /)
/// bytearray.__iter__(self, /)
/// list.__iter__(self, /)
/// tuple.__iter__(self, /)
/// range.__iter__(self, /)
/// dict.__iter__(self, /)
/// set.__iter__(self, /)
/// frozenset.__iter__(self, /)
/// dict_keys.__iter__(self, /)
/// dict_values.__iter__(self, /)
/// dict_items.__iter__(self, /)
/// list_iterator.__iter__(self, /)
/// tuple_iterator.__iter__(self, /)
/// str_iterator.__iter__(self, /)
/// bytes_iterator.__iter__(self, /)
/// range_iterator.__iter__(self, /)
/// dict_keyiterator.__iter__(self, /)
/// dict_valueiterator.__iter__(self, /)
/// dict_itemiterator.__iter__(self, /)
/// set_iterator.__iter__(self, /)
/// iterator.__iter__(self, /)
/// callable_iterator.__iter__(self, /)
/// enumerate.__iter__(self, /)
/// zip.__iter__(self, /)
/// map.__iter__(self, /)
/// filter.__iter__(self, /)
/// reversed.__iter__(self, /)
/// iter(self)
export function iter_(args: usize): Value {
  return iter(arg(args, 0))
}

/// list_iterator.__next__(self, /)
/// tuple_iterator.__next__(self, /)
/// str_iterator.__next__(self, /)
/// bytes_iterator.__next__(self, /)
/// range_iterator.__next__(self, /)
/// dict_keyiterator.__next__(self, /)
/// dict_valueiterator.__next__(self, /)
/// dict_itemiterator.__next__(self, /)
/// set_iterator.__next__(self, /)
/// iterator.__next__(self, /)
/// callable_iterator.__next__(self, /)
/// enumerate.__next__(self, /)
/// zip.__next__(self, /)
/// map.__next__(self, /)
/// filter.__next__(self, /)
/// reversed.__next__(self, /)
/// next(self)
export function next_(args: usize): Value {
  const v = next(arg(args, 0))
  return v == STOP ? raise(ExcKind.StopIteration, '') : v
}

/// list.__reversed__(self, /)
/// dict.__reversed__(self, /)
/// range.__reversed__(self, /)
/// dict_keys.__reversed__(self, /)
/// dict_values.__reversed__(self, /)
/// dict_items.__reversed__(self, /)
/// reversed(self)
export function reversed_(args: usize): Value {
  return reversed(args)
}

/// str.__add__(self, value, /)
/// bytes.__add__(self, value, /)
/// bytearray.__add__(self, value, /)
/// list.__add__(self, value, /)
/// tuple.__add__(self, value, /)
/// self + value
export function add_(args: usize): Value {
  return add(arg(args, 0), other(args))
}

/// list.__iadd__(self, value, /)
/// bytearray.__iadd__(self, value, /)
/// self += value
export function iadd_(args: usize): Value {
  return iadd(arg(args, 0), other(args))
}

/// str.__mul__(self, value, /)
/// bytes.__mul__(self, value, /)
/// bytearray.__mul__(self, value, /)
/// list.__mul__(self, value, /)
/// tuple.__mul__(self, value, /)
/// self * value
export function mul_(args: usize): Value {
  return mul(arg(args, 0), other(args))
}

/// str.__rmul__(self, value, /)
/// bytes.__rmul__(self, value, /)
/// bytearray.__rmul__(self, value, /)
/// list.__rmul__(self, value, /)
/// tuple.__rmul__(self, value, /)
/// value * self
export function rmul_(args: usize): Value {
  return mul(arg(args, 0), other(args))
}

/// list.__imul__(self, value, /)
/// bytearray.__imul__(self, value, /)
/// self *= value
export function imul_(args: usize): Value {
  return imul(arg(args, 0), other(args))
}

/// str.__mod__(self, value, /)
/// bytes.__mod__(self, value, /)
/// bytearray.__mod__(self, value, /)
/// self % value
export function mod_(args: usize): Value {
  return binary(Op.MOD, arg(args, 0), arg(args, 1))
}

/** Whether two built-in values can be put in order or compared as the same kind. */
function sameSort(a: Value, b: Value): bool {
  const ka = kindOf(a)
  const kb = kindOf(b)
  if (isNumeric(a)) return isNumeric(b)
  if (isSetLike(ka)) return isSetLike(kb)
  if (ka == Kind.BYTES || ka == Kind.BYTEARRAY) return kb == Kind.BYTES || kb == Kind.BYTEARRAY
  return ka == kb
}
function isNumeric(v: Value): bool {
  return isIntegral(v) || isFloat(v)
}
function compared(args: usize, op: Compare): Value {
  const a = arg(args, 0)
  const b = other(args)
  return sameSort(a, b) ? compare(op, a, b) : NotImplemented
}

/// str.__lt__(self, value, /)
/// bytes.__lt__(self, value, /)
/// bytearray.__lt__(self, value, /)
/// list.__lt__(self, value, /)
/// tuple.__lt__(self, value, /)
/// set.__lt__(self, value, /)
/// frozenset.__lt__(self, value, /)
/// int.__lt__(self, value, /)
/// float.__lt__(self, value, /)
/// dict_keys.__lt__(self, value, /)
/// dict_items.__lt__(self, value, /)
/// self < value
export function lt(args: usize): Value {
  return compared(args, Compare.LT)
}

/// str.__le__(self, value, /)
/// bytes.__le__(self, value, /)
/// bytearray.__le__(self, value, /)
/// list.__le__(self, value, /)
/// tuple.__le__(self, value, /)
/// set.__le__(self, value, /)
/// frozenset.__le__(self, value, /)
/// int.__le__(self, value, /)
/// float.__le__(self, value, /)
/// dict_keys.__le__(self, value, /)
/// dict_items.__le__(self, value, /)
/// self <= value
export function le(args: usize): Value {
  return compared(args, Compare.LE)
}

/// str.__gt__(self, value, /)
/// bytes.__gt__(self, value, /)
/// bytearray.__gt__(self, value, /)
/// list.__gt__(self, value, /)
/// tuple.__gt__(self, value, /)
/// set.__gt__(self, value, /)
/// frozenset.__gt__(self, value, /)
/// int.__gt__(self, value, /)
/// float.__gt__(self, value, /)
/// dict_keys.__gt__(self, value, /)
/// dict_items.__gt__(self, value, /)
/// self > value
export function gt(args: usize): Value {
  return compared(args, Compare.GT)
}

/// str.__ge__(self, value, /)
/// bytes.__ge__(self, value, /)
/// bytearray.__ge__(self, value, /)
/// list.__ge__(self, value, /)
/// tuple.__ge__(self, value, /)
/// set.__ge__(self, value, /)
/// frozenset.__ge__(self, value, /)
/// int.__ge__(self, value, /)
/// float.__ge__(self, value, /)
/// dict_keys.__ge__(self, value, /)
/// dict_items.__ge__(self, value, /)
/// self >= value
export function ge(args: usize): Value {
  return compared(args, Compare.GE)
}

/// str.__eq__(self, value, /)
/// bytes.__eq__(self, value, /)
/// bytearray.__eq__(self, value, /)
/// list.__eq__(self, value, /)
/// tuple.__eq__(self, value, /)
/// set.__eq__(self, value, /)
/// frozenset.__eq__(self, value, /)
/// int.__eq__(self, value, /)
/// float.__eq__(self, value, /)
/// dict_keys.__eq__(self, value, /)
/// dict_items.__eq__(self, value, /)
/// dict.__eq__(self, value, /)
/// range.__eq__(self, value, /)
/// slice.__eq__(self, value, /)
/// self == value
export function eq(args: usize): Value {
  return compared(args, Compare.EQ)
}

/// str.__ne__(self, value, /)
/// bytes.__ne__(self, value, /)
/// bytearray.__ne__(self, value, /)
/// list.__ne__(self, value, /)
/// tuple.__ne__(self, value, /)
/// set.__ne__(self, value, /)
/// frozenset.__ne__(self, value, /)
/// int.__ne__(self, value, /)
/// float.__ne__(self, value, /)
/// dict_keys.__ne__(self, value, /)
/// dict_items.__ne__(self, value, /)
/// dict.__ne__(self, value, /)
/// range.__ne__(self, value, /)
/// slice.__ne__(self, value, /)
/// self != value
export function ne(args: usize): Value {
  return compared(args, Compare.NE)
}

/// str.__hash__(self, /)
/// bytes.__hash__(self, /)
/// tuple.__hash__(self, /)
/// frozenset.__hash__(self, /)
/// range.__hash__(self, /)
/// int.__hash__(self, /)
/// float.__hash__(self, /)
/// hash(self)
export function hash_(args: usize): Value {
  return hash(arg(args, 0))
}

/// str.__repr__(self, /)
/// bytes.__repr__(self, /)
/// bytearray.__repr__(self, /)
/// list.__repr__(self, /)
/// tuple.__repr__(self, /)
/// range.__repr__(self, /)
/// dict.__repr__(self, /)
/// set.__repr__(self, /)
/// frozenset.__repr__(self, /)
/// int.__repr__(self, /)
/// float.__repr__(self, /)
/// bool.__repr__(self, /)
/// slice.__repr__(self, /)
/// dict_keys.__repr__(self, /)
/// dict_values.__repr__(self, /)
/// dict_items.__repr__(self, /)
/// repr(self)
export function repr_(args: usize): Value {
  return repr(arg(args, 0))
}

/// str.__str__(self, /)
/// str(self)
export function str_(args: usize): Value {
  return str(arg(args, 0))
}

/// set.__and__(self, value, /)
/// frozenset.__and__(self, value, /)
/// dict_keys.__and__(self, value, /)
/// dict_items.__and__(self, value, /)
/// self & value
export function and_(args: usize): Value {
  return setLike(arg(args, 0), other(args)) ? bits(Op.AND, arg(args, 0), other(args)) : NotImplemented
}

/// set.__iand__(self, value, /)
/// self &= value
export function iand_(args: usize): Value {
  return inPlaceBits(Op.AND, arg(args, 0), other(args))
}

/// set.__or__(self, value, /)
/// frozenset.__or__(self, value, /)
/// dict_keys.__or__(self, value, /)
/// dict_items.__or__(self, value, /)
/// dict.__or__(self, value, /)
/// self | value
export function or_(args: usize): Value {
  return setLike(arg(args, 0), other(args)) ? bits(Op.OR, arg(args, 0), other(args)) : NotImplemented
}

/// set.__ior__(self, value, /)
/// dict.__ior__(self, value, /)
/// self |= value
export function ior_(args: usize): Value {
  return inPlaceBits(Op.OR, arg(args, 0), other(args))
}

/// set.__xor__(self, value, /)
/// frozenset.__xor__(self, value, /)
/// dict_keys.__xor__(self, value, /)
/// dict_items.__xor__(self, value, /)
/// self ^ value
export function xor_(args: usize): Value {
  return setLike(arg(args, 0), other(args)) ? bits(Op.XOR, arg(args, 0), other(args)) : NotImplemented
}

/// set.__ixor__(self, value, /)
/// self ^= value
export function ixor_(args: usize): Value {
  return inPlaceBits(Op.XOR, arg(args, 0), other(args))
}

/// set.__sub__(self, value, /)
/// frozenset.__sub__(self, value, /)
/// dict_keys.__sub__(self, value, /)
/// dict_items.__sub__(self, value, /)
/// self - value
export function sub_(args: usize): Value {
  return setLike(arg(args, 0), other(args)) ? binary(Op.SUB, arg(args, 0), other(args)) : NotImplemented
}

function setLike(a: Value, b: Value): bool {
  return isSetLike(kindOf(b)) || (kindOf(a) == Kind.DICT && kindOf(b) == Kind.DICT)
}

/// list.__init__(self, iterable=..., /)
/// Fills the list anew.
export function listInit(args: usize): Value {
  setListLength(listToChange(arg(args, 0)), 0)
  return arg(args, 1) == UNBOUND || listExtend(arg(args, 0), arg(args, 1)) ? None : ERROR
}
/// dict.__init__(self, iterable=..., /, **kwargs)
/// Sets the pairs.
export function dictInit(args: usize): Value {
  if (arg(args, 1) != UNBOUND && !dictUpdate(arg(args, 0), arg(args, 1))) return ERROR
  mergeTable(asDict(arg(args, 0)), addressOf(arg(args, 2)))
  return None
}
/// set.__init__(self, iterable=..., /)
/// Fills the set anew.
export function setInit(args: usize): Value {
  clearTable(addressOf(arg(args, 0)))
  return arg(args, 1) == UNBOUND || addAll(addressOf(arg(args, 0)), arg(args, 1)) ? None : ERROR
}

/// list_iterator.__length_hint__(self, /)
/// tuple_iterator.__length_hint__(self, /)
/// str_iterator.__length_hint__(self, /)
/// bytes_iterator.__length_hint__(self, /)
/// range_iterator.__length_hint__(self, /)
/// dict_keyiterator.__length_hint__(self, /)
/// dict_valueiterator.__length_hint__(self, /)
/// dict_itemiterator.__length_hint__(self, /)
/// set_iterator.__length_hint__(self, /)
/// iterator.__length_hint__(self, /)
/// reversed.__length_hint__(self, /)
/// How many items are left, as far as that can be told.
export function lengthHint(args: usize): Value {
  return remaining(arg(args, 0))
}
