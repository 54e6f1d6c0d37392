// math on integers: greatest common divisors, factorials, ways to choose.

import { arg } from '../../builtins/bind.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { charge } from '../../memory/limits.ts'
import {
  absolute,
  bigFromI64,
  bigFromU64,
  bigOf,
  bigValue,
  divmodBig,
  gcdBig,
  gcdU64,
  isqrtBig,
} from '../../number/bigint.ts'
import { limbCount, mulBig, sign } from '../../number/bigint.ts'
import { sub } from '../../ops/arithmetic.ts'
import { indexOf } from '../../ops/subscript.ts'
import {
  addressOf,
  boxInt,
  ERROR,
  intOf,
  isInt,
  None,
  NotImplemented,
  UNBOUND,
  Value,
} from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

/** An int argument; ERROR with the TypeError pending. */
function integer(v: Value): Value {
  const n = indexOf(v)
  return n == NotImplemented
    ? raise(ExcKind.TypeError, "'" + typeName(v) + "' object cannot be interpreted as an integer")
    : n
}

function signOf(v: Value): i32 {
  if (isInt(v)) return intOf(v) < 0 ? -1 : intOf(v) > 0 ? 1 : 0
  return sign(addressOf(v))
}

/// math.isqrt(n, /) -> int
/// The integer part of the square root.
/// >>> math.isqrt(17)
/// 4
export function isqrt(args: usize): Value {
  const n = integer(arg(args, 0))
  if (n == ERROR) return ERROR
  if (signOf(n) < 0) return raise(ExcKind.ValueError, 'isqrt() argument must be nonnegative')
  if (isInt(n)) {
    const x = <u64>intOf(n)
    let root = <u64>Math.sqrt(<f64>x)
    while (root * root > x) root--
    while ((root + 1) * (root + 1) <= x) root++
    return boxInt(<i64>root)
  }
  return bigValue(isqrtBig(addressOf(n)))
}

/// math.gcd(*integers) -> int
/// The greatest common divisor.
/// >>> math.gcd(12, 18)
/// 6
export function gcd(args: usize): Value {
  const list = addressOf(arg(args, 0))
  let result: Value = boxInt(0)
  for (let i: u32 = 0; i < tupleLength(list); i++) {
    const n = integer(tupleAt(list, i))
    if (n == ERROR) return ERROR
    result = gcdOf(result, n)
  }
  return result
}

function gcdOf(a: Value, b: Value): Value {
  if (isInt(a) && isInt(b)) {
    const g = gcdU64(<u64>abs(intOf(a)), <u64>abs(intOf(b)))
    return bigValue(bigFromU64(g))
  }
  return bigValue(gcdBig(bigOf(a), bigOf(b)))
}

/// math.lcm(*integers) -> int
/// The least common multiple.
/// >>> math.lcm(4, 6)
/// 12
export function lcm(args: usize): Value {
  const list = addressOf(arg(args, 0))
  let result = bigFromI64(1)
  for (let i: u32 = 0; i < tupleLength(list); i++) {
    const n = integer(tupleAt(list, i))
    if (n == ERROR) return ERROR
    const b = absolute(bigOf(n))
    if (limbCount(b) == 0 || limbCount(result) == 0) {
      result = bigFromI64(0)
      continue
    }
    result = mulBig(divmodBig(result, gcdBig(result, b)), b)
  }
  return bigValue(result)
}

/** The product of from … to, by halves so that the factors stay alike in size. */
function product(from: u64, to: u64): usize {
  if (from > to) return bigFromU64(1)
  if (to - from < 8) {
    let p = bigFromU64(from)
    for (let i = from + 1; i <= to; i++) p = mulBig(p, bigFromU64(i))
    return p
  }
  const middle = (from + to) >> 1
  return mulBig(product(from, middle), product(middle + 1, to))
}

/// math.factorial(n, /) -> int
/// The product of 1 to n.
/// >>> math.factorial(20)
/// 2432902008176640000
export function factorial(args: usize): Value {
  const n = integer(arg(args, 0))
  if (n == ERROR) return ERROR
  if (signOf(n) < 0) return raise(ExcKind.ValueError, 'factorial() not defined for negative values')
  if (!isInt(n) || intOf(n) > 0x7fffffff)
    return raise(ExcKind.OverflowError, 'factorial() argument should not exceed 9223372036854775807')
  if (!charge(intOf(n) + ((intOf(n) * intOf(n)) >> 6))) return ERROR
  return bigValue(product(1, <u64>intOf(n)))
}

/** n * (n - 1) * … of k factors, divided by k! if `choose`. */
function falling(n: Value, k: i64, choose: bool): Value {
  if (!charge(k + ((k * k) >> 6))) return ERROR
  if (isInt(n)) {
    const high = product(<u64>(intOf(n) - k + 1), <u64>intOf(n))
    return bigValue(choose ? divmodBig(high, product(1, <u64>k)) : high)
  }
  let p = bigFromI64(1)
  for (let i: i64 = 0; i < k; i++) p = mulBig(p, bigOf(sub(n, boxInt(i))))
  return bigValue(choose ? divmodBig(p, product(1, <u64>k)) : p)
}

/** The two arguments of comb and perm, checked; ERROR, or the answer where it is simple, or UNBOUND to go on. */
let chosenFrom: Value = None
let chosen: i64 = 0
function readChoice(a: Value, b: Value, choose: bool): Value {
  const n = integer(a)
  if (n == ERROR) return ERROR
  const k = b == None ? n : integer(b)
  if (k == ERROR) return ERROR
  if (signOf(n) < 0) return raise(ExcKind.ValueError, 'n must be a non-negative integer')
  if (signOf(k) < 0) return raise(ExcKind.ValueError, 'k must be a non-negative integer')
  let least = k
  const rest = sub(n, k)
  if (signOf(rest) < 0) return boxInt(0)
  if (choose && signOf(sub(rest, k)) < 0) least = rest
  if (!isInt(least) || intOf(least) > 0x7fffffff)
    return raise(
      ExcKind.OverflowError,
      choose ? 'min(n - k, k) must not exceed 9223372036854775807' : 'k must not exceed 9223372036854775807',
    )
  chosenFrom = n
  chosen = intOf(least)
  return UNBOUND
}

/// math.comb(n, k, /) -> int
/// The ways to choose k of n without order.
/// >>> math.comb(5, 2)
/// 10
export function comb(args: usize): Value {
  const r = readChoice(arg(args, 0), arg(args, 1), true)
  return r == UNBOUND ? falling(chosenFrom, chosen, true) : r
}

/// math.perm(n, k=None, /) -> int
/// The ways to choose k of n with order.
/// >>> math.perm(5, 2)
/// 20
export function perm(args: usize): Value {
  const r = readChoice(arg(args, 0), arg(args, 1), false)
  return r == UNBOUND ? falling(chosenFrom, chosen, false) : r
}
