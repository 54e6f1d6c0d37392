// The special methods of built-in types as attributes: what `super().__getitem__(key)` and `int.__add__` find. Which type has
// which is a table in vm/special.ts.
import { arg } from '../bind.ts'
import { Compare, compare } from '../../ops/compare.ts'
import { iter, next } from '../../ops/iterate.ts'
import { Op } from '../../ops/operator.ts'
import { contains, length } from '../../ops/subscript.ts'
import { delItem, setItem } from '../../ops/assign.ts'
import { absolute, neg, pos } from '../../ops/arithmetic.ts'
import { invert } from '../../ops/bits.ts'
import { truth } from '../../ops/truth.ts'
import { strConst } from '../../text/str.ts'
import { isIntegral, Kind, kindOf } from '../../value/object.ts'
import { boxBool, boxInt, ERROR, isFloat, None, NotImplemented, STOP, Value } from '../../value/value.ts'
import { getAttr } from '../../vm/attribute.ts'
import { builtinValue } from '../../vm/builtin-names.ts'
import { call1, call2 } from '../../vm/call.ts'
import { itemOfPlain, plain } from '../../vm/dunder.ts'
import { raiseStop } from '../../vm/generator.ts'
import { inPlace, operate } from '../../vm/operate.ts'

function isNumber(v: Value): bool {
  return isIntegral(v) || isFloat(v)
}
/** NotImplemented where the kinds do not go together; sequences raise their own TypeErrors. */
function apply(op: Op, a: Value, b: Value): Value {
  const x = plain(a)
  const y = plain(b)
  if (isNumber(x) && !isNumber(y) && !(op == Op.MUL && kindOf(y) >= Kind.STR && kindOf(y) <= Kind.TUPLE)) return NotImplemented
  if (isNumber(x) != isNumber(y) && op != Op.MUL && op != Op.MOD && op != Op.ADD) return NotImplemented
  return operate(op, x, y)
}
function ordered(op: Compare, args: usize): Value {
  const x = plain(arg(args, 0))
  const y = plain(arg(args, 1))
  if (kindOf(x) != kindOf(y) && !(isNumber(x) && isNumber(y))) return NotImplemented
  return compare(op, x, y)
}
/** What the builtin of this name makes of the value. */
function viaBuiltin(name: string, v: Value): Value {
  const f = builtinValue(strConst(name))
  return f == ERROR ? ERROR : call1(f, plain(v))
}
function viaMath(name: string, v: Value): Value {
  return isIntegral(plain(v)) ? plain(v) : call1(getAttr(builtinValue(strConst('math')), strConst(name)), plain(v))
}

/// special.__add__(self, value, /)
/// self + value
export function addMethod(args: usize): Value {
  return apply(Op.ADD, arg(args, 0), arg(args, 1))
}
/// special.__radd__(self, value, /)
/// value + self
export function raddMethod(args: usize): Value {
  return apply(Op.ADD, arg(args, 1), arg(args, 0))
}

/// special.__sub__(self, value, /)
/// self - value
export function subMethod(args: usize): Value {
  return apply(Op.SUB, arg(args, 0), arg(args, 1))
}
/// special.__rsub__(self, value, /)
/// value - self
export function rsubMethod(args: usize): Value {
  return apply(Op.SUB, arg(args, 1), arg(args, 0))
}

/// special.__mul__(self, value, /)
/// self * value
export function mulMethod(args: usize): Value {
  return apply(Op.MUL, arg(args, 0), arg(args, 1))
}
/// special.__rmul__(self, value, /)
/// value * self
export function rmulMethod(args: usize): Value {
  return apply(Op.MUL, arg(args, 1), arg(args, 0))
}

/// special.__truediv__(self, value, /)
/// self / value
export function truedivMethod(args: usize): Value {
  return apply(Op.TRUE_DIV, arg(args, 0), arg(args, 1))
}
/// special.__rtruediv__(self, value, /)
/// value / self
export function rtruedivMethod(args: usize): Value {
  return apply(Op.TRUE_DIV, arg(args, 1), arg(args, 0))
}

/// special.__floordiv__(self, value, /)
/// self // value
export function floordivMethod(args: usize): Value {
  return apply(Op.FLOOR_DIV, arg(args, 0), arg(args, 1))
}
/// special.__rfloordiv__(self, value, /)
/// value // self
export function rfloordivMethod(args: usize): Value {
  return apply(Op.FLOOR_DIV, arg(args, 1), arg(args, 0))
}

/// special.__mod__(self, value, /)
/// self % value
export function modMethod(args: usize): Value {
  return apply(Op.MOD, arg(args, 0), arg(args, 1))
}
/// special.__rmod__(self, value, /)
/// value % self
export function rmodMethod(args: usize): Value {
  return apply(Op.MOD, arg(args, 1), arg(args, 0))
}

/// special.__pow__(self, value, /)
/// self ** value
export function powMethod(args: usize): Value {
  return apply(Op.POW, arg(args, 0), arg(args, 1))
}
/// special.__rpow__(self, value, /)
/// value ** self
export function rpowMethod(args: usize): Value {
  return apply(Op.POW, arg(args, 1), arg(args, 0))
}

/// special.__divmod__(self, value, /)
/// self divmod value
export function divmodMethod(args: usize): Value {
  return apply(Op.DIVMOD, arg(args, 0), arg(args, 1))
}
/// special.__rdivmod__(self, value, /)
/// value divmod self
export function rdivmodMethod(args: usize): Value {
  return apply(Op.DIVMOD, arg(args, 1), arg(args, 0))
}

/// special.__lshift__(self, value, /)
/// self << value
export function lshiftMethod(args: usize): Value {
  return apply(Op.LSHIFT, arg(args, 0), arg(args, 1))
}
/// special.__rlshift__(self, value, /)
/// value << self
export function rlshiftMethod(args: usize): Value {
  return apply(Op.LSHIFT, arg(args, 1), arg(args, 0))
}

/// special.__rshift__(self, value, /)
/// self >> value
export function rshiftMethod(args: usize): Value {
  return apply(Op.RSHIFT, arg(args, 0), arg(args, 1))
}
/// special.__rrshift__(self, value, /)
/// value >> self
export function rrshiftMethod(args: usize): Value {
  return apply(Op.RSHIFT, arg(args, 1), arg(args, 0))
}

/// special.__and__(self, value, /)
/// self & value
export function andMethod(args: usize): Value {
  return apply(Op.AND, arg(args, 0), arg(args, 1))
}
/// special.__rand__(self, value, /)
/// value & self
export function randMethod(args: usize): Value {
  return apply(Op.AND, arg(args, 1), arg(args, 0))
}

/// special.__or__(self, value, /)
/// self | value
export function orMethod(args: usize): Value {
  return apply(Op.OR, arg(args, 0), arg(args, 1))
}
/// special.__ror__(self, value, /)
/// value | self
export function rorMethod(args: usize): Value {
  return apply(Op.OR, arg(args, 1), arg(args, 0))
}

/// special.__xor__(self, value, /)
/// self ^ value
export function xorMethod(args: usize): Value {
  return apply(Op.XOR, arg(args, 0), arg(args, 1))
}
/// special.__rxor__(self, value, /)
/// value ^ self
export function rxorMethod(args: usize): Value {
  return apply(Op.XOR, arg(args, 1), arg(args, 0))
}

/// special.__iadd__(self, value, /)
/// self += value
export function iaddMethod(args: usize): Value {
  const r = inPlace(Op.ADD, plain(arg(args, 0)), plain(arg(args, 1)))
  return r == ERROR ? ERROR : arg(args, 0)
}

/// special.__imul__(self, value, /)
/// self *= value
export function imulMethod(args: usize): Value {
  const r = inPlace(Op.MUL, plain(arg(args, 0)), plain(arg(args, 1)))
  return r == ERROR ? ERROR : arg(args, 0)
}

/// special.__ior__(self, value, /)
/// self |= value
export function iorMethod(args: usize): Value {
  const r = inPlace(Op.OR, plain(arg(args, 0)), plain(arg(args, 1)))
  return r == ERROR ? ERROR : arg(args, 0)
}

/// special.__iand__(self, value, /)
/// self &= value
export function iandMethod(args: usize): Value {
  const r = inPlace(Op.AND, plain(arg(args, 0)), plain(arg(args, 1)))
  return r == ERROR ? ERROR : arg(args, 0)
}

/// special.__isub__(self, value, /)
/// self -= value
export function isubMethod(args: usize): Value {
  const r = inPlace(Op.SUB, plain(arg(args, 0)), plain(arg(args, 1)))
  return r == ERROR ? ERROR : arg(args, 0)
}

/// special.__ixor__(self, value, /)
/// self ^= value
export function ixorMethod(args: usize): Value {
  const r = inPlace(Op.XOR, plain(arg(args, 0)), plain(arg(args, 1)))
  return r == ERROR ? ERROR : arg(args, 0)
}

/// special.__lt__(self, value, /)
/// self < value
export function ltMethod(args: usize): Value {
  return ordered(Compare.LT, args)
}

/// special.__le__(self, value, /)
/// self <= value
export function leMethod(args: usize): Value {
  return ordered(Compare.LE, args)
}

/// special.__gt__(self, value, /)
/// self > value
export function gtMethod(args: usize): Value {
  return ordered(Compare.GT, args)
}

/// special.__ge__(self, value, /)
/// self >= value
export function geMethod(args: usize): Value {
  return ordered(Compare.GE, args)
}

/// special.__neg__(self, /)
/// -self
export function negMethod(args: usize): Value {
  return neg(plain(arg(args, 0)))
}

/// special.__pos__(self, /)
/// +self
export function posMethod(args: usize): Value {
  return pos(plain(arg(args, 0)))
}

/// special.__invert__(self, /)
/// ~self
export function invertMethod(args: usize): Value {
  return invert(plain(arg(args, 0)))
}

/// special.__abs__(self, /)
/// abs(self)
export function absMethod(args: usize): Value {
  return absolute(plain(arg(args, 0)))
}

/// special.__int__(self, /)
/// int(self)
export function intMethod(args: usize): Value {
  return viaBuiltin('int', arg(args, 0))
}

/// special.__float__(self, /)
/// float(self)
export function floatMethod(args: usize): Value {
  return viaBuiltin('float', arg(args, 0))
}

/// special.__index__(self, /)
/// The int itself.
export function indexMethod(args: usize): Value {
  return viaBuiltin('int', arg(args, 0))
}

/// special.__trunc__(self, /)
/// The int towards zero.
export function truncMethod(args: usize): Value {
  return viaBuiltin('int', arg(args, 0))
}

/// special.__floor__(self, /)
/// The int below.
export function floorMethod(args: usize): Value {
  return viaMath('floor', arg(args, 0))
}

/// special.__ceil__(self, /)
/// The int above.
export function ceilMethod(args: usize): Value {
  return viaMath('ceil', arg(args, 0))
}

/// special.__iter__(self, /)
/// iter(self)
export function iterMethod(args: usize): Value {
  return iter(plain(arg(args, 0)))
}

/// special.__reversed__(self, /)
/// reversed(self)
export function reversedMethod(args: usize): Value {
  return viaBuiltin('reversed', arg(args, 0))
}

/// special.__round__(self, ndigits=None, /)
/// round(self, ndigits)
export function roundMethod(args: usize): Value {
  const round = builtinValue(strConst('round'))
  return arg(args, 1) == None ? call1(round, plain(arg(args, 0))) : call2(round, plain(arg(args, 0)), arg(args, 1))
}
/// special.__bool__(self, /)
/// Whether it is not zero.
export function boolMethod(args: usize): Value {
  return boxBool(truth(plain(arg(args, 0))) == 1)
}
/// special.__len__(self, /)
/// len(self)
export function lenMethod(args: usize): Value {
  const n = length(plain(arg(args, 0)))
  return n < 0 ? ERROR : boxInt(n)
}
/// special.__contains__(self, item, /)
/// item in self
export function containsMethod(args: usize): Value {
  const t = contains(plain(arg(args, 0)), arg(args, 1))
  return t < 0 ? ERROR : boxBool(t != 0)
}
/// special.__getitem__(self, key, /)
/// self[key]
export function getitemMethod(args: usize): Value {
  return itemOfPlain(arg(args, 0), arg(args, 1))
}
/// special.__setitem__(self, key, value, /)
/// self[key] = value
export function setitemMethod(args: usize): Value {
  return setItem(plain(arg(args, 0)), arg(args, 1), arg(args, 2)) ? None : ERROR
}
/// special.__delitem__(self, key, /)
/// del self[key]
export function delitemMethod(args: usize): Value {
  return delItem(plain(arg(args, 0)), arg(args, 1)) ? None : ERROR
}
/// special.__next__(self, /)
/// The next item.
export function nextMethod(args: usize): Value {
  const it = plain(arg(args, 0))
  const v = next(it)
  return v == STOP ? raiseStop(it) : v
}
