// The gamma function and the error function.

import { arg } from '../../builtins/bind.ts'
import { boxFloat, ERROR, Value } from '../../value/value.ts'
import { domainError, failed, rangeError, real } from './real.ts'

const PI: f64 = 3.141592653589793
/** Lanczos' approximation with g = 6.0246…: numerator and denominator, highest power last. */
const G: f64 = 6.02468004077673
const ABOVE: usize = memory.data<f64>([
  23531376880.410759, 42919803642.649101, 35711959237.355667, 17921034426.037209, 6039542586.3520279,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.2653952235,
  8071.6720023658163, 210.82427775157935, 2.5066282746310002,
])
const BELOW: usize = memory.data<f64>([
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
])

function lanczos(x: f64): f64 {
  let above: f64 = 0
  let below: f64 = 0
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      above = above * x + load<f64>(ABOVE + ((<usize>i) << 3))
      below = below * x + load<f64>(BELOW + ((<usize>i) << 3))
    }
  } else {
    for (let i = 0; i < 13; i++) {
      above = above / x + load<f64>(ABOVE + ((<usize>i) << 3))
      below = below / x + load<f64>(BELOW + ((<usize>i) << 3))
    }
  }
  return above / below
}

/** sin(pi x), exact in its zeros. */
function sinPi(x: f64): f64 {
  const y = Math.abs(x) % 2
  let r: f64
  switch (<i32>nearest(2 * y)) {
    case 0:
      r = Math.sin(PI * y)
      break
    case 1:
      r = Math.cos(PI * (y - 0.5))
      break
    case 2:
      r = Math.sin(PI * (1 - y))
      break
    case 3:
      r = -Math.cos(PI * (y - 1.5))
      break
    default:
      r = Math.sin(PI * (y - 2))
  }
  return x < 0 ? -r : r
}

/// math.gamma(x, /) -> float
/// The gamma function.
/// >>> math.gamma(5)
/// 24.0
export function gamma(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  if (x != x || x == Infinity) return boxFloat(x)
  if (x == -Infinity || x == 0) return domainError()
  if (x == Math.floor(x)) {
    if (x < 0) return domainError()
    if (x <= 23) {
      let product: f64 = 1
      for (let i: f64 = 2; i < x; i++) product *= i
      return boxFloat(product)
    }
  }
  const a = Math.abs(x)
  if (a < 1e-20) {
    const r = 1 / x
    return r - r != 0 ? rangeError() : boxFloat(r)
  }
  if (a > 200) return x < 0 ? boxFloat(0 / sinPi(x)) : rangeError()
  const y = a + G - 0.5
  // What was lost in adding up y.
  const z = (a > G - 0.5 ? y - a - (G - 0.5) : y - (G - 0.5) - a) * (G / y)
  let r: f64
  if (x < 0) {
    r = ((-PI / sinPi(a) / a) * Math.exp(y)) / lanczos(a)
    r -= z * r
    r = a < 140 ? r / Math.pow(y, a - 0.5) : r / Math.pow(y, a / 2 - 0.25) / Math.pow(y, a / 2 - 0.25)
  } else {
    r = lanczos(a) / Math.exp(y)
    r += z * r
    r = a < 140 ? r * Math.pow(y, a - 0.5) : r * Math.pow(y, a / 2 - 0.25) * Math.pow(y, a / 2 - 0.25)
  }
  return r - r != 0 ? rangeError() : boxFloat(r)
}

/// math.lgamma(x, /) -> float
/// The natural logarithm of the absolute value of the gamma function.
/// >>> math.lgamma(1)
/// 0.0
export function lgamma(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  if (x != x) return boxFloat(x)
  if (x - x != 0) return boxFloat(Infinity)
  if (x == Math.floor(x) && x <= 2) return x <= 0 ? domainError() : boxFloat(0)
  const a = Math.abs(x)
  if (a < 1e-20) return boxFloat(-Math.log(a))
  let r = Math.log(lanczos(a)) - G + (a - 0.5) * (Math.log(a + G - 0.5) - 1)
  if (x < 0) r = Math.log(PI) - Math.log(Math.abs(sinPi(a))) - Math.log(a) - r
  return r - r != 0 ? rangeError() : boxFloat(r)
}

const ROOT_PI: f64 = 1.772453850905516

/** The series, for |x| < 1.5. */
function erfSeries(x: f64): f64 {
  const square = x * x
  let sum: f64 = 0
  for (let k: f64 = 25.5; k > 1; k--) sum = 2 + (square * sum) / k
  return (sum * x * Math.exp(-square)) / ROOT_PI
}

/** The continued fraction of the complement, for x >= 1.5. */
function erfcFraction(x: f64): f64 {
  if (x >= 30) return 0
  const square = x * x
  let a: f64 = 0
  let da: f64 = 0.5
  let p: f64 = 1
  let p1: f64 = 0
  let q = da + square
  let q1: f64 = 1
  for (let i = 0; i < 50; i++) {
    a += da
    da += 2
    const b = da + square
    let t = p
    p = b * p - a * p1
    p1 = t
    t = q
    q = b * q - a * q1
    q1 = t
  }
  return ((p / q) * x * Math.exp(-square)) / ROOT_PI
}

/// math.erf(x, /) -> float
/// The error function.
/// >>> math.erf(0)
/// 0.0
export function erf(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  if (x != x) return boxFloat(x)
  if (Math.abs(x) < 1.5) return boxFloat(erfSeries(x))
  const c = erfcFraction(Math.abs(x))
  return boxFloat(x > 0 ? 1 - c : c - 1)
}

/// math.erfc(x, /) -> float
/// The complement of the error function.
/// >>> math.erfc(0)
/// 1.0
export function erfc(args: usize): Value {
  const x = real(arg(args, 0))
  if (failed) return ERROR
  if (x != x) return boxFloat(x)
  if (Math.abs(x) < 1.5) return boxFloat(1 - erfSeries(x))
  const c = erfcFraction(Math.abs(x))
  return boxFloat(x > 0 ? c : 2 - c)
}
