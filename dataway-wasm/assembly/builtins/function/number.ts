// Built-in functions on numbers.
import { arg } from '../bind.ts'
import { absolute, add, divmod as divmodOf, pow as powOf, powMod } from '../../ops/arithmetic.ts'
import { compare, Compare, lessThan } from '../../ops/compare.ts'
import { iter, next } from '../../ops/iterate.ts'
import { indexOf } from '../../ops/subscript.ts'
import { truth } from '../../ops/truth.ts'
import { charge } from '../../memory/limits.ts'
import { roundFloat, roundInt } from '../../number/round.ts'
import { bigOf, isNegative } from '../../number/bigint.ts'
import { bigToText, textRoom } from '../../number/bigint-text.ts'
import { alloc } from '../../memory/region.ts'
import { builtStr, strConst, isStr } from '../../text/str.ts'
import { newBuilder, putByte, putBytes } from '../../text/builder.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { isIntegral, Kind, kindOf } from '../../value/object.ts'
import { addressOf, bothInt, boxFloat, boxInt, ERROR, floatOf, intOf, isBool, isFloat, None, NotImplemented, STOP, UNBOUND, Value } from '../../value/value.ts' // prettier-ignore
import { call1 } from '../../vm/call.ts'
import { optionalMethod, optionalMethod1 } from '../../vm/dunder.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

/// abs(x, /)
/// The absolute value.
/// >>> abs(-3.5)
/// 3.5
export function abs_(args: usize): Value {
  return absolute(arg(args, 0))
}

/// divmod(x, y, /)
/// `(x // y, x % y)`
/// >>> divmod(-7, 2)
/// (-4, 1)
export function divmod(args: usize): Value {
  return divmodOf(arg(args, 0), arg(args, 1))
}

/// pow(base, exp, mod=None)
/// `base ** exp`, or modulo `mod` with three ints.
/// >>> pow(3, 4, 5)
/// 1
/// >>> pow(3, -1, 7)
/// 5
export function pow(args: usize): Value {
  if (arg(args, 2) == None) return powOf(arg(args, 0), arg(args, 1))
  return powMod(arg(args, 0), arg(args, 1), arg(args, 2))
}

/// round(number, ndigits=None)
/// Rounded to `ndigits` places, half to even; an int without `ndigits`.
/// >>> round(2.5)
/// 2
/// >>> round(2.675, 2)
/// 2.67
/// >>> round(1234, -2)
/// 1200
export function round(args: usize): Value {
  const x = arg(args, 0)
  const places = arg(args, 1)
  if (isFloat(x) || isIntegral(x)) {
    if (isFloat(x)) return roundFloat(floatOf(x), places)
    return roundInt(isBool(x) ? boxInt(<i64>(x & 1)) : x, places)
  }
  if (kindOf(x) >= Kind.FUNCTION) {
    const r = places == None ? optionalMethod(x, strConst('__round__')) : optionalMethod1(x, strConst('__round__'), places)
    if (r != UNBOUND) return r
  }
  return raise(ExcKind.TypeError, 'type ' + typeName(x) + " doesn't define __round__ method")
}

/// sum(iterable, /, start=0)
/// The sum of the items, from `start` on.
/// >>> sum([1, 2.5])
/// 3.5
/// >>> sum([[1], [2]], [])
/// [1, 2]
export function sum(args: usize): Value {
  let total = arg(args, 1)
  if (isStr(total)) return raise(ExcKind.TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
  if (kindOf(total) == Kind.BYTES) return raise(ExcKind.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
  if (kindOf(total) == Kind.BYTEARRAY) return raise(ExcKind.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
  const it = iter(arg(args, 0))
  if (it == ERROR) return ERROR
  while (true) {
    const v = next(it)
    if (v == STOP) return total
    if (v == ERROR || !charge(1)) return ERROR
    if (isFloat(v) && isFloat(total)) {
      total = boxFloat(floatOf(total) + floatOf(v))
      continue
    }
    total = add(total, v)
    if (total == ERROR) return ERROR
  }
}

/// min(*args, key=None, default=...)
/// The smallest of the items or of the arguments.
/// >>> min([3, 1, 2])
/// 1
/// >>> min('bb', 'a', key=len)
/// 'a'
/// >>> min([], default=0)
/// 0
export function min_(args: usize): Value {
  return extreme(arg(args, 2), arg(args, 0), arg(args, 1), false)
}
/// max(*args, key=None, default=...)
/// The largest of the items or of the arguments; the first of equal ones.
/// >>> max(3, 1, 2)
/// 3
/// >>> max({'a': 1, 'bb': 2}, key=len)
/// 'bb'
export function max_(args: usize): Value {
  return extreme(arg(args, 2), arg(args, 0), arg(args, 1), true)
}
function extreme(given: Value, key: Value, fallback: Value, largest: bool): Value {
  const name = largest ? 'max' : 'min'
  const n = tupleLength(addressOf(given))
  if (n == 0) return raise(ExcKind.TypeError, name + ' expected at least 1 argument, got 0')
  if (n > 1 && fallback != UNBOUND) {
    return raise(ExcKind.TypeError, 'Cannot specify a default for ' + name + '() with multiple positional arguments')
  }
  const it = iter(n == 1 ? tupleAt(addressOf(given), 0) : given)
  if (it == ERROR) return ERROR
  let best: Value = UNBOUND
  let bestKey: Value = UNBOUND
  while (true) {
    const v = next(it)
    if (v == STOP) break
    if (v == ERROR || !charge(1)) return ERROR
    const k = key == None ? v : call1(key, v)
    if (k == ERROR) return ERROR
    if (best != UNBOUND) {
      const better = largest ? greaterThan(k, bestKey) : lessThan(k, bestKey)
      if (better < 0) return ERROR
      if (!better) continue
    }
    best = v
    bestKey = k
  }
  if (best != UNBOUND) return best
  return fallback != UNBOUND ? fallback : raise(ExcKind.ValueError, name + '() arg is an empty sequence')
}
function greaterThan(a: Value, b: Value): i32 {
  if (bothInt(a, b)) return i32(intOf(a) > intOf(b))
  const r = compare(Compare.GT, a, b)
  return r == ERROR ? -1 : truth(r)
}

function withPrefix(v: Value, radix: u32, letter: u32): Value {
  const n = indexOf(v)
  if (n == ERROR) return ERROR
  if (n == NotImplemented) return raise(ExcKind.TypeError, "'" + typeName(v) + "' object cannot be interpreted as an integer")
  const x = bigOf(n)
  const p = alloc(<usize>textRoom(x, radix))
  const size = <usize>bigToText(x, radix, p)
  const skip: usize = isNegative(x) ? 1 : 0
  const b = newBuilder(size + 8)
  if (skip) putByte(b, 0x2d)
  putByte(b, 0x30)
  putByte(b, letter)
  putBytes(b, p + skip, size - skip)
  return builtStr(b)
}
/// bin(number, /)
/// Binary text of an int.
/// >>> bin(-5)
/// '-0b101'
export function bin(args: usize): Value {
  return withPrefix(arg(args, 0), 2, 0x62)
}
/// oct(number, /)
/// Octal text of an int.
/// >>> oct(8)
/// '0o10'
export function oct(args: usize): Value {
  return withPrefix(arg(args, 0), 8, 0x6f)
}
/// hex(number, /)
/// Hexadecimal text of an int.
/// >>> hex(255)
/// '0xff'
export function hex(args: usize): Value {
  return withPrefix(arg(args, 0), 16, 0x78)
}
