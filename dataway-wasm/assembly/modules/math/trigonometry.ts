// Trigonometric and hyperbolic functions, angles. Results may differ from C's by one unit in the last place.

import { arg } from '../../builtins/bind.ts'
import { boxFloat, ERROR, Value } from '../../value/value.ts'
import { checked, checkedPole, failed, real } from './real.ts'

/// math.pi
/// The ratio of a circle's circumference to its diameter.
/// >>> round(math.pi, 6)
/// 3.141593
export function pi(args: usize): Value {
  return boxFloat(3.141592653589793)
}

/// math.e
/// The base of natural logarithms.
/// >>> round(math.e, 6)
/// 2.718282
export function e(args: usize): Value {
  return boxFloat(2.718281828459045)
}

/// math.tau
/// Twice pi.
/// >>> math.tau == 2 * math.pi
/// True
export function tau(args: usize): Value {
  return boxFloat(6.283185307179586)
}

/// math.inf
/// Positive infinity.
/// >>> math.inf > 10**300
/// True
export function inf(args: usize): Value {
  return boxFloat(Infinity)
}

/// math.nan
/// Not a number.
/// >>> math.isnan(math.nan)
/// True
export function nan(args: usize): Value {
  return boxFloat(NaN)
}

/// math.sin(x, /) -> float
/// Sine of x radians.
/// >>> math.sin(0)
/// 0.0
export function sin(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.sin(x))
}

/// math.cos(x, /) -> float
/// Cosine of x radians.
/// >>> math.cos(0)
/// 1.0
export function cos(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.cos(x))
}

/// math.tan(x, /) -> float
/// Tangent of x radians.
/// >>> math.tan(0)
/// 0.0
export function tan(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.tan(x))
}

/// math.asin(x, /) -> float
/// The angle whose sine is x, from -pi/2 to pi/2.
/// >>> math.asin(0)
/// 0.0
export function asin(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.asin(x))
}

/// math.acos(x, /) -> float
/// The angle whose cosine is x, from 0 to pi.
/// >>> math.acos(1)
/// 0.0
export function acos(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.acos(x))
}

/// math.atan(x, /) -> float
/// The angle whose tangent is x, from -pi/2 to pi/2.
/// >>> math.atan(0)
/// 0.0
export function atan(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.atan(x))
}

/// math.atan2(y, x, /) -> float
/// The angle of the point (x, y), from -pi to pi.
/// >>> math.atan2(0, 1)
/// 0.0
export function atan2(args: usize): Value {
  const y = real(arg(args, 0))
  if (failed) return ERROR
  const x = real(arg(args, 1))
  return failed ? ERROR : boxFloat(Math.atan2(y, x))
}

/// math.sinh(x, /) -> float
/// Hyperbolic sine.
/// >>> math.sinh(0)
/// 0.0
export function sinh(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.sinh(x))
}

/// math.cosh(x, /) -> float
/// Hyperbolic cosine.
/// >>> math.cosh(0)
/// 1.0
export function cosh(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.cosh(x))
}

/// math.tanh(x, /) -> float
/// Hyperbolic tangent.
/// >>> math.tanh(0)
/// 0.0
export function tanh(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, Math.tanh(x))
}

/// math.asinh(x, /) -> float
/// Inverse hyperbolic sine.
/// >>> math.asinh(0)
/// 0.0
export function asinh(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, x == 0 || x - x != 0 ? x : Math.asinh(x))
}

/// math.acosh(x, /) -> float
/// Inverse hyperbolic cosine, for x >= 1.
/// >>> math.acosh(1)
/// 0.0
export function acosh(args: usize): Value {
  const x = real(arg(args, 0))
  return checked(x, x < 1 ? NaN : Math.acosh(x))
}

/// math.atanh(x, /) -> float
/// Inverse hyperbolic tangent, for x between -1 and 1.
/// >>> math.atanh(0)
/// 0.0
export function atanh(args: usize): Value {
  const x = real(arg(args, 0))
  return checkedPole(x, x <= -1 || x >= 1 ? NaN : Math.atanh(x))
}

/// math.degrees(x, /) -> float
/// An angle in radians as degrees.
/// >>> math.degrees(math.pi)
/// 180.0
export function degrees(args: usize): Value {
  const x = real(arg(args, 0))
  return failed ? ERROR : boxFloat(x * (180 / 3.141592653589793))
}

/// math.radians(x, /) -> float
/// An angle in degrees as radians.
/// >>> math.radians(180)
/// 3.141592653589793
export function radians(args: usize): Value {
  const x = real(arg(args, 0))
  return failed ? ERROR : boxFloat(x * (3.141592653589793 / 180))
}
