// Powers, roots, exponentials and logarithms.

import { arg } from '../../builtins/bind.ts'
import { bitLength } from '../../number/bigint.ts'
import { shiftRightBig } from '../../number/bigint-bits.ts'
import { bigToFloat } from '../../number/bigint-float.ts'
import { powFloat } from '../../number/float.ts'
import { isKind, Kind } from '../../value/object.ts'
import { addressOf, boxFloat, ERROR, None, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { checked, checkedPole, domainError, failed, rangeError, real } from './real.ts'

/// math.sqrt(x, /) -> float
/// The square root.
/// >>> math.sqrt(2)
/// 1.4142135623730951
/// >>> math.sqrt(-1)
/// ValueError: math domain error
export function sqrt(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.sqrt(x))
}

/// math.cbrt(x, /) -> float
/// The cube root.
/// >>> math.cbrt(27)
/// 3.0
export function cbrt(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.cbrt(x))
}

/// math.pow(x, y, /) -> float
/// x to the power y, as floats.
/// >>> math.pow(2, 10)
/// 1024.0
export function pow(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  const y = real(arg(args, 1))
  if (failed) return ERROR
  const r = powFloat(x, y)
  if (x - x == 0 && y - y == 0) {
    if (r != r) return domainError()
    if (r - r != 0) return x == 0 ? domainError() : rangeError()
  }
  return boxFloat(r)
}

/// math.exp(x, /) -> float
/// e to the power x.
/// >>> math.exp(0)
/// 1.0
export function exp(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.exp(x))
}

/// math.exp2(x, /) -> float
/// 2 to the power x.
/// >>> math.exp2(10)
/// 1024.0
export function exp2(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.pow(2, x))
}

/// math.expm1(x, /) -> float
/// exp(x) - 1, exact for small x too.
/// >>> math.expm1(0)
/// 0.0
export function expm1(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.expm1(x))
}

/** The logarithm of an int or float to base e, 2 or 10; NaN with the fault pending. */
function logarithm(v: Value, base: i32): f64 {
  failedLog = false
  let x: f64
  let twos: i64 = 0
  if (isKind(v, Kind.BIGINT)) {
    const n = addressOf(v)
    x = bigToFloat(n)
    if (x == Infinity) {
      twos = bitLength(n) - 64
      x = bigToFloat(shiftRightBig(n, twos))
    }
    if (x == -Infinity) x = -1
  } else {
    x = real(v)
    if (failed) {
      failedLog = true
      return NaN
    }
  }
  if (x <= 0) {
    domainError()
    failedLog = true
    return NaN
  }
  if (base == 2) return Math.log2(x) + <f64>twos
  if (base == 10) return Math.log10(x) + <f64>twos * 0.30102999566398119521
  return Math.log(x) + <f64>twos * 0.69314718055994530942
}
let failedLog: bool = false

/// math.log(x, base=None, /) -> float
/// The natural logarithm, or the one to the given base.
/// >>> math.log(8, 2)
/// 3.0
export function log(args: usize): Value {
  const a = logarithm(arg(args, 0), 0)
  if (failedLog) return ERROR
  if (arg(args, 1) == None || arg(args, 1) == UNBOUND) return boxFloat(a)
  const b = logarithm(arg(args, 1), 0)
  if (failedLog) return ERROR
  return b == 0 ? raise(ExcKind.ZeroDivisionError, 'float division by zero') : boxFloat(a / b)
}

/// math.log2(x, /) -> float
/// The logarithm to base 2.
/// >>> math.log2(1024)
/// 10.0
export function log2(args: usize): Value {
  const r = logarithm(arg(args, 0), 2)
  return failedLog ? ERROR : boxFloat(r)
}

/// math.log10(x, /) -> float
/// The logarithm to base 10.
/// >>> math.log10(1000)
/// 3.0
export function log10(args: usize): Value {
  const r = logarithm(arg(args, 0), 10)
  return failedLog ? ERROR : boxFloat(r)
}

/// math.log1p(x, /) -> float
/// The natural logarithm of 1 + x, exact for small x too.
/// >>> math.log1p(0)
/// 0.0
export function log1p(args: usize): Value {
  const x = real(arg(args, 0))
  return checkedPole(x, Math.log1p(x))
}
