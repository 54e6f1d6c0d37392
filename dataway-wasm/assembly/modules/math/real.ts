// Arguments and results of math: what counts as a real number, and which results are errors.

import { isNumber, toFloat } from '../../ops/arithmetic.ts'
import { isFloat, boxFloat, ERROR, floatOf, NotImplemented, Value } from '../../value/value.ts'
import { kindOf, Kind } from '../../value/object.ts'
import { floatDunder, indexDunder } from '../../vm/dunder.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

/** Set when the last `real` failed: a fault is pending. */
export let failed: bool = false

/** A float from a number or from what has __float__ or __index__. */
export function real(v: Value): f64 {
  failed = false
  if (isFloat(v)) return floatOf(v)
  if (!isNumber(v)) {
    let made: Value = NotImplemented
    if (kindOf(v) >= Kind.FUNCTION) {
      made = floatDunder(v)
      if (made == NotImplemented) made = indexDunder(v)
    }
    if (made == NotImplemented) raise(ExcKind.TypeError, 'must be real number, not ' + typeName(v))
    if (made == NotImplemented || made == ERROR) {
      failed = true
      return 0
    }
    v = made
  }
  const x = toFloat(v)
  if (!isFloat(v) && x - x != 0) {
    raise(ExcKind.OverflowError, 'int too large to convert to float')
    failed = true
  }
  return x
}

export function domainError(): Value {
  return raise(ExcKind.ValueError, 'math domain error')
}

export function rangeError(): Value {
  return raise(ExcKind.OverflowError, 'math range error')
}

/** f(x) = r as Python gives it: not-a-number from a number is a domain error, infinity from a finite x a range error. */
export function checked(x: f64, r: f64): Value {
  if (failed) return ERROR
  if (r != r && x == x) return domainError()
  if (r - r != 0 && r == r && x - x == 0) return rangeError()
  return boxFloat(r)
}

/** The same where infinity means that x is a pole. */
export function checkedPole(x: f64, r: f64): Value {
  if (failed) return ERROR
  return (r != r && x == x) || (r - r != 0 && x - x == 0) ? domainError() : boxFloat(r)
}
