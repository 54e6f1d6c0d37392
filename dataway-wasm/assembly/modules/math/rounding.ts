// The parts of a float, its neighbours, and what it is.

import { arg } from '../../builtins/bind.ts'
import { pair } from '../../container/tuple.ts'
import { bigFromFloat } from '../../number/bigint-float.ts'
import { bigValue } from '../../number/bigint.ts'
import { isNumber } from '../../ops/arithmetic.ts'
import { indexOf, toIndex } from '../../ops/subscript.ts'
import { strConst } from '../../text/str.ts'
import { isKind, Kind, kindOf } from '../../value/object.ts'
import {
  boxBool,
  boxFloat,
  boxInt,
  ERROR,
  floatOf,
  isFloat,
  isInt,
  NotImplemented,
  UNBOUND,
  Value,
} from '../../value/value.ts'
import { optionalMethod } from '../../vm/dunder.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'
import { domainError, failed, rangeError, real } from './real.ts'

/** The int of a float that has no fraction. */
function whole(x: f64): Value {
  if (x != x) return raise(ExcKind.ValueError, 'cannot convert float NaN to integer')
  if (x - x != 0) return raise(ExcKind.OverflowError, 'cannot convert float infinity to integer')
  return Math.abs(x) < 140737488355328 ? boxInt(<i64>x) : bigValue(bigFromFloat(x))
}

/** An int as it is; what the object's own method says; UNBOUND where a float is to be made. */
function own(v: Value, method: string): Value {
  if (isFloat(v)) return UNBOUND
  if (isNumber(v)) return indexOf(v)
  return kindOf(v) >= Kind.FUNCTION ? optionalMethod(v, strConst(method)) : UNBOUND
}

/// math.ceil(x, /) -> int
/// The least integer not below x.
/// >>> math.ceil(1.2)
/// 2
export function ceil(args: usize): Value {
  const v = own(arg(args, 0), '__ceil__')
  if (v != UNBOUND) return v
  const x = real(arg(args, 0))
  return failed ? ERROR : whole(Math.ceil(x))
}

/// math.floor(x, /) -> int
/// The greatest integer not above x.
/// >>> math.floor(-1.2)
/// -2
export function floor(args: usize): Value {
  const v = own(arg(args, 0), '__floor__')
  if (v != UNBOUND) return v
  const x = real(arg(args, 0))
  return failed ? ERROR : whole(Math.floor(x))
}

/// math.trunc(x, /) -> int
/// The integer part.
/// >>> math.trunc(-1.9)
/// -1
export function trunc(args: usize): Value {
  const v = own(arg(args, 0), '__trunc__')
  if (v != UNBOUND) return v
  if (!isFloat(arg(args, 0)))
    return raise(ExcKind.TypeError, 'type ' + typeName(arg(args, 0)) + " doesn't define __trunc__ method")
  return whole(Math.trunc(floatOf(arg(args, 0))))
}

/// math.fabs(x, /) -> float
/// The absolute value as a float.
/// >>> math.fabs(-3)
/// 3.0
export function fabs(args: usize): Value {
  const x = real(arg(args, 0))
  return failed ? ERROR : boxFloat(Math.abs(x))
}

/// math.fmod(x, y, /) -> float
/// The remainder with the sign of x.
/// >>> math.fmod(-7, 3)
/// -1.0
export function fmod(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  const y = real(arg(args, 1))
  if (failed) return ERROR
  if (y - y != 0 && y == y && x - x == 0) return boxFloat(x)
  const r = x % y
  return r != r && x == x && y == y ? domainError() : boxFloat(r)
}

/// math.remainder(x, y, /) -> float
/// The difference of x to the nearest multiple of y (IEEE 754).
/// >>> math.remainder(7, 4)
/// -1.0
export function remainder(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  const y = real(arg(args, 1))
  if (failed) return ERROR
  if (x != x || y != y) return boxFloat(NaN)
  if (x - x != 0 || y == 0) return domainError()
  if (y - y != 0) return boxFloat(x)
  const a = Math.abs(x)
  const b = Math.abs(y)
  const m = a % b
  const rest = b - m
  let r: f64
  if (m < rest) r = m
  else if (m > rest) r = -rest
  else r = m - 2 * ((0.5 * (a - m)) % b)
  return boxFloat(NativeMath.sign(x) < 0 || (x == 0 && 1 / x < 0) ? -r : r)
}

/// math.modf(x, /) -> tuple
/// The fractional and the integer part, both with the sign of x.
/// >>> math.modf(1.5)
/// (0.5, 1.0)
export function modf(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  if (x != x) return pair(boxFloat(x), boxFloat(x))
  const integer = Math.trunc(x)
  const fraction = x - x != 0 ? 0 : x - integer
  return pair(boxFloat(copySign(fraction, x)), boxFloat(integer))
}

function copySign(x: f64, y: f64): f64 {
  return reinterpret<f64>(
    (reinterpret<u64>(x) & 0x7fffffffffffffff) | (reinterpret<u64>(y) & 0x8000000000000000),
  )
}

/// math.copysign(x, y, /) -> float
/// The magnitude of x with the sign of y.
/// >>> math.copysign(1, -0.0)
/// -1.0
export function copysign(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  const y = real(arg(args, 1))
  return failed ? ERROR : boxFloat(copySign(x, y))
}

/// math.frexp(x, /) -> tuple
/// m and e with x == m * 2**e and 0.5 <= abs(m) < 1.
/// >>> math.frexp(8)
/// (0.5, 4)
export function frexp(args: usize): Value {
  let x = real(arg(args, 0))
  if (failed) return ERROR
  if (x == 0 || x - x != 0) return pair(boxFloat(x), boxInt(0))
  let e: i64 = 0
  if (Math.abs(x) < 2.2250738585072014e-308) {
    x *= 18014398509481984
    e = -54
  }
  const bits = reinterpret<u64>(x)
  e += <i64>((bits >> 52) & 0x7ff) - 1022
  return pair(boxFloat(reinterpret<f64>((bits & 0x800fffffffffffff) | 0x3fe0000000000000)), boxInt(e))
}

/// math.ldexp(x, i, /) -> float
/// x * 2**i.
/// >>> math.ldexp(0.5, 4)
/// 8.0
export function ldexp(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  let v = indexOf(arg(args, 1))
  if (v == ERROR) return ERROR
  if (v == NotImplemented) return raise(ExcKind.TypeError, 'Expected an int as second argument to ldexp.')
  if (x == 0 || x - x != 0) return boxFloat(x)
  if (!isInt(v)) {
    const n = toIndexSign(v)
    return n < 0 ? boxFloat(copySign(0, x)) : rangeError()
  }
  const n = toIndex(v)
  const r = scale(x, n)
  return r - r != 0 ? rangeError() : boxFloat(r)
}

function toIndexSign(v: Value): i32 {
  return isKind(v, Kind.BIGINT) && load<u8>(<usize>v, 1) & 1 ? -1 : 1
}

/** x * 2^n with one rounding. */
function scale(x: f64, n: i64): f64 {
  if (n > 2200) n = 2200
  if (n < -2200) n = -2200
  while (n > 1023) {
    x *= 8.98846567431158e307
    n -= 1023
  }
  // Steps that stay normal until the last one.
  while (n < -969) {
    x *= 2.004168360008973e-292
    n += 969
  }
  return x * reinterpret<f64>((<u64>(n + 1023)) << 52)
}

/// math.nextafter(x, y, /) -> float
/// The float next to x in the direction of y.
/// >>> math.nextafter(1.0, 2.0)
/// 1.0000000000000002
export function nextafter(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  const y = real(arg(args, 1))
  if (failed) return ERROR
  if (x != x || y != y) return boxFloat(NaN)
  if (x == y) return boxFloat(y)
  if (x == 0) return boxFloat(copySign(5e-324, y))
  const bits = reinterpret<u64>(x)
  return boxFloat(reinterpret<f64>(y > x == x > 0 ? bits + 1 : bits - 1))
}

/// math.ulp(x, /) -> float
/// The worth of the last bit of x.
/// >>> math.ulp(1.0)
/// 2.220446049250313e-16
export function ulp(args: usize): Value {
  const x = Math.abs(real(arg(args, 0)))
  if (failed) return ERROR
  if (x != x || x == Infinity) return boxFloat(x)
  const next = reinterpret<f64>(reinterpret<u64>(x) + 1)
  return boxFloat(next == Infinity ? x - reinterpret<f64>(reinterpret<u64>(x) - 1) : next - x)
}

/// math.isnan(x, /) -> bool
/// Whether x is not a number.
/// >>> math.isnan(math.nan)
/// True
export function isnan(args: usize): Value {
  const x = real(arg(args, 0))
  return failed ? ERROR : boxBool(x != x)
}

/// math.isinf(x, /) -> bool
/// Whether x is an infinity.
/// >>> math.isinf(-math.inf)
/// True
export function isinf(args: usize): Value {
  const x = real(arg(args, 0))
  return failed ? ERROR : boxBool(x == Infinity || x == -Infinity)
}

/// math.isfinite(x, /) -> bool
/// Whether x is neither infinite nor not a number.
/// >>> math.isfinite(math.inf)
/// False
export function isfinite(args: usize): Value {
  const x = real(arg(args, 0))
  return failed ? ERROR : boxBool(x - x == 0)
}

/// math.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) -> bool
/// Whether two numbers are nearly the same.
/// >>> math.isclose(0.1 + 0.2, 0.3)
/// True
export function isclose(args: usize): Value {
  const a = real(arg(args, 0))
  if (failed) return ERROR
  const b = real(arg(args, 1))
  if (failed) return ERROR
  const relative = arg(args, 2) == UNBOUND ? 1e-9 : real(arg(args, 2))
  if (failed) return ERROR
  const absolute = arg(args, 3) == UNBOUND ? 0 : real(arg(args, 3))
  if (failed) return ERROR
  if (relative < 0 || absolute < 0) return raise(ExcKind.ValueError, 'tolerances must be non-negative')
  if (a == b) return boxBool(true)
  if (a == Infinity || a == -Infinity || b == Infinity || b == -Infinity) return boxBool(false)
  const difference = Math.abs(b - a)
  return boxBool(
    difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute,
  )
}
