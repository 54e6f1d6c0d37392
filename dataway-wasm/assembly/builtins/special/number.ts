// The special methods of numbers as a script can name them: `(1).__add__(2)`, `super().__mul__(x)`.
import { arg } from '../bind.ts'
import { toInt, truncate } from '../number/int.ts'
import { absolute, binary, neg, pos, powMod, toFloat } from '../../ops/arithmetic.ts'
import { bits, invert } from '../../ops/bits.ts'
import { Op } from '../../ops/operator.ts'
import { truth } from '../../ops/truth.ts'
import { roundFloat, roundInt } from '../../number/round.ts'
import { isIntegral } from '../../value/object.ts'
import { boxBool, boxFloat, boxInt, ERROR, floatOf, isBool, isFloat, None, NotImplemented, Value } from '../../value/value.ts'
import { plain } from '../../vm/native-self.ts'
import { ExcKind, raise } from '../../vm/raise.ts'

/** An operator on an int or float and another number; NotImplemented for anything else. */
function number(op: Op, a: Value, b: Value): Value {
  const left = plain(a)
  const right = plain(b)
  const fits = isIntegral(left) && isIntegral(right)
  if (op >= Op.LSHIFT && op <= Op.XOR) return fits ? bits(op, left, right) : NotImplemented
  if (fits || ((isFloat(left) || isIntegral(left)) && (isFloat(right) || isIntegral(right)))) return binary(op, left, right)
  return NotImplemented
}
/** An int with a float is the float's business. */
function own(a: Value, b: Value): bool {
  return isFloat(a) || !isFloat(plain(b))
}

/// int.__add__(self, value, /)
/// float.__add__(self, value, /)
/// self + value
export function add_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.ADD, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__radd__(self, value, /)
/// float.__radd__(self, value, /)
/// value + self
export function radd_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.ADD, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__sub__(self, value, /)
/// float.__sub__(self, value, /)
/// self - value
export function sub_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.SUB, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__rsub__(self, value, /)
/// float.__rsub__(self, value, /)
/// value - self
export function rsub_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.SUB, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__mul__(self, value, /)
/// float.__mul__(self, value, /)
/// self * value
export function mul_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.MUL, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__rmul__(self, value, /)
/// float.__rmul__(self, value, /)
/// value * self
export function rmul_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.MUL, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__truediv__(self, value, /)
/// float.__truediv__(self, value, /)
/// self / value
export function truediv_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.TRUE_DIV, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__rtruediv__(self, value, /)
/// float.__rtruediv__(self, value, /)
/// value / self
export function rtruediv_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.TRUE_DIV, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__floordiv__(self, value, /)
/// float.__floordiv__(self, value, /)
/// self // value
export function floordiv_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.FLOOR_DIV, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__rfloordiv__(self, value, /)
/// float.__rfloordiv__(self, value, /)
/// value // self
export function rfloordiv_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.FLOOR_DIV, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__mod__(self, value, /)
/// float.__mod__(self, value, /)
/// self % value
export function mod_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.MOD, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__rmod__(self, value, /)
/// float.__rmod__(self, value, /)
/// value % self
export function rmod_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.MOD, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__divmod__(self, value, /)
/// float.__divmod__(self, value, /)
/// self divmod value
export function divmod_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.DIVMOD, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__rdivmod__(self, value, /)
/// float.__rdivmod__(self, value, /)
/// value divmod self
export function rdivmod_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.DIVMOD, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__lshift__(self, value, /)
/// self << value
export function lshift_(args: usize): Value {
  return number(Op.LSHIFT, arg(args, 0), arg(args, 1))
}

/// int.__rlshift__(self, value, /)
/// value << self
export function rlshift_(args: usize): Value {
  return number(Op.LSHIFT, arg(args, 1), arg(args, 0))
}

/// int.__rshift__(self, value, /)
/// self >> value
export function rshift_(args: usize): Value {
  return number(Op.RSHIFT, arg(args, 0), arg(args, 1))
}

/// int.__rrshift__(self, value, /)
/// value >> self
export function rrshift_(args: usize): Value {
  return number(Op.RSHIFT, arg(args, 1), arg(args, 0))
}

/// int.__and__(self, value, /)
/// self & value
export function and_(args: usize): Value {
  return number(Op.AND, arg(args, 0), arg(args, 1))
}

/// int.__rand__(self, value, /)
/// value & self
export function rand_(args: usize): Value {
  return number(Op.AND, arg(args, 1), arg(args, 0))
}

/// int.__or__(self, value, /)
/// self | value
export function or_(args: usize): Value {
  return number(Op.OR, arg(args, 0), arg(args, 1))
}

/// int.__ror__(self, value, /)
/// value | self
export function ror_(args: usize): Value {
  return number(Op.OR, arg(args, 1), arg(args, 0))
}

/// int.__xor__(self, value, /)
/// self ^ value
export function xor_(args: usize): Value {
  return number(Op.XOR, arg(args, 0), arg(args, 1))
}

/// int.__rxor__(self, value, /)
/// value ^ self
export function rxor_(args: usize): Value {
  return number(Op.XOR, arg(args, 1), arg(args, 0))
}

/// int.__pow__(self, value, mod=None, /)
/// float.__pow__(self, value, mod=None, /)
/// pow(self, value, mod)
export function pow_(args: usize): Value {
  if (arg(args, 2) != None) return powMod(arg(args, 0), plain(arg(args, 1)), plain(arg(args, 2)))
  return own(arg(args, 0), arg(args, 1)) ? number(Op.POW, arg(args, 0), arg(args, 1)) : NotImplemented
}

/// int.__rpow__(self, value, mod=None, /)
/// float.__rpow__(self, value, mod=None, /)
/// pow(value, self)
export function rpow_(args: usize): Value {
  return own(arg(args, 0), arg(args, 1)) ? number(Op.POW, arg(args, 1), arg(args, 0)) : NotImplemented
}

/// int.__neg__(self, /)
/// float.__neg__(self, /)
/// -self
export function neg_(args: usize): Value {
  return neg(arg(args, 0))
}

/// int.__pos__(self, /)
/// float.__pos__(self, /)
/// +self
export function pos_(args: usize): Value {
  return pos(arg(args, 0))
}

/// int.__abs__(self, /)
/// float.__abs__(self, /)
/// abs(self)
export function abs_(args: usize): Value {
  return absolute(arg(args, 0))
}

/// int.__invert__(self, /)
/// ~self
export function invert_(args: usize): Value {
  return invert(arg(args, 0))
}

/// int.__bool__(self, /)
/// float.__bool__(self, /)
/// self != 0
export function bool_(args: usize): Value {
  const t = truth(arg(args, 0))
  return t < 0 ? ERROR : boxBool(t == 1)
}

/// int.__int__(self, /)
/// float.__int__(self, /)
/// int(self)
export function int_(args: usize): Value {
  return toInt(arg(args, 0))
}

/// int.__trunc__(self, /)
/// float.__trunc__(self, /)
/// The integer part.
export function trunc_(args: usize): Value {
  return toInt(arg(args, 0))
}

/// int.__index__(self, /)
/// The int itself.
export function index_(args: usize): Value {
  return toInt(arg(args, 0))
}

/// int.__float__(self, /)
/// float.__float__(self, /)
/// float(self)
export function float_(args: usize): Value {
  const x = toFloat(arg(args, 0))
  return isFloat(arg(args, 0)) || x - x == 0 ? boxFloat(x) : raise(ExcKind.OverflowError, 'int too large to convert to float')
}

/// int.__round__(self, ndigits=None, /)
/// float.__round__(self, ndigits=None, /)
/// round(self, ndigits)
export function round_(args: usize): Value {
  const v = arg(args, 0)
  return isFloat(v) ? roundFloat(floatOf(v), arg(args, 1)) : roundInt(isBool(v) ? boxInt(<i64>(v & 1)) : v, arg(args, 1))
}

/// int.__floor__(self, /)
/// float.__floor__(self, /)
/// The largest int that is not above.
export function floor_(args: usize): Value {
  const v = arg(args, 0)
  return isFloat(v) ? truncate(Math.floor(floatOf(v))) : toInt(v)
}

/// int.__ceil__(self, /)
/// float.__ceil__(self, /)
/// The smallest int that is not below.
export function ceil_(args: usize): Value {
  const v = arg(args, 0)
  return isFloat(v) ? truncate(Math.ceil(floatOf(v))) : toInt(v)
}
