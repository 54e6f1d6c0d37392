// The quick ways of operators in the loop: small integers and floats at once, anything else by ops/.
import { add, floorDiv, mod, mul, sub, trueDiv } from '../ops/arithmetic.ts'
import { Compare, compare } from '../ops/compare.ts'
import { Op } from '../ops/operator.ts'
import { truth } from '../ops/truth.ts'
import { tapeStringEquals } from '../json/tape.ts'
import { isStr, strEquals } from '../text/str.ts'
import { addressOf, bothInt, boxBool, boxFloat, boxInt, ERROR, False, fitsInt, floatOf, intOf, isBool, isFloat, isInt, isTape, True, Value } from '../value/value.ts' // prettier-ignore
import { inPlace } from './operate.ts'

/** An int and a float, in either order: every small int is a float exactly. */
// @ts-ignore: decorator
@inline function areMixed(x: Value, y: Value): bool {
  return isFloat(x) ? isInt(y) : isInt(x) && isFloat(y)
}
// @ts-ignore: decorator
@inline function toNumber(v: Value): f64 {
  return isInt(v) ? <f64>intOf(v) : floatOf(v)
}
function addOthers(x: Value, y: Value): Value {
  return areMixed(x, y) ? boxFloat(toNumber(x) + toNumber(y)) : add(x, y)
}
function subOthers(x: Value, y: Value): Value {
  return areMixed(x, y) ? boxFloat(toNumber(x) - toNumber(y)) : sub(x, y)
}
function mulOthers(x: Value, y: Value): Value {
  return areMixed(x, y) ? boxFloat(toNumber(x) * toNumber(y)) : mul(x, y)
}
function divideOthers(x: Value, y: Value): Value {
  return areMixed(x, y) && toNumber(y) != 0 ? boxFloat(toNumber(x) / toNumber(y)) : trueDiv(x, y)
}

// @ts-ignore: decorator
@inline export function plus(x: Value, y: Value): Value {
  if (bothInt(x, y)) {
    const n = intOf(x) + intOf(y)
    if (fitsInt(n)) return boxInt(n)
  } else if (isFloat(x) && isFloat(y)) return boxFloat(floatOf(x) + floatOf(y))
  return addOthers(x, y)
}
// @ts-ignore: decorator
@inline export function plusInPlace(x: Value, y: Value): Value {
  if (bothInt(x, y)) {
    const n = intOf(x) + intOf(y)
    if (fitsInt(n)) return boxInt(n)
  } else if (isFloat(x) && isFloat(y)) return boxFloat(floatOf(x) + floatOf(y))
  return inPlace(Op.ADD, x, y)
}
// @ts-ignore: decorator
@inline export function minus(x: Value, y: Value): Value {
  if (bothInt(x, y)) {
    const n = intOf(x) - intOf(y)
    if (fitsInt(n)) return boxInt(n)
  } else if (isFloat(x) && isFloat(y)) return boxFloat(floatOf(x) - floatOf(y))
  return subOthers(x, y)
}
// @ts-ignore: decorator
@inline export function times(x: Value, y: Value): Value {
  if (bothInt(x, y)) {
    const a = intOf(x)
    const b = intOf(y)
    if (<i64><i32>a == a && <i64><i32>b == b && fitsInt(a * b)) return boxInt(a * b)
  } else if (isFloat(x) && isFloat(y)) return boxFloat(floatOf(x) * floatOf(y))
  return mulOthers(x, y)
}
// @ts-ignore: decorator
@inline export function dividedBy(x: Value, y: Value): Value {
  return isFloat(x) && isFloat(y) && floatOf(y) != 0 ? boxFloat(floatOf(x) / floatOf(y)) : divideOthers(x, y)
}
// @ts-ignore: decorator
@inline export function quotient(x: Value, y: Value): Value {
  return bothInt(x, y) && intOf(x) >= 0 && intOf(y) > 0 ? boxInt(intOf(x) / intOf(y)) : floorDiv(x, y)
}
// @ts-ignore: decorator
@inline export function remainder(x: Value, y: Value): Value {
  return bothInt(x, y) && intOf(x) >= 0 && intOf(y) > 0 ? boxInt(intOf(x) % intOf(y)) : mod(x, y)
}

/** Truth of a comparison: 1, 0, -1 = ERROR. */
// @ts-ignore: decorator
@inline export function isLess(x: Value, y: Value): i32 {
  return bothInt(x, y) ? i32(intOf(x) < intOf(y)) : test(Compare.LT, x, y)
}
// @ts-ignore: decorator
@inline export function isAtMost(x: Value, y: Value): i32 {
  return bothInt(x, y) ? i32(intOf(x) <= intOf(y)) : test(Compare.LE, x, y)
}
// @ts-ignore: decorator
@inline export function isEqual(x: Value, y: Value): i32 {
  return bothInt(x, y) ? i32(x == y) : test(Compare.EQ, x, y)
}
// @ts-ignore: decorator
@inline export function isUnequal(x: Value, y: Value): i32 {
  return bothInt(x, y) ? i32(x != y) : test(Compare.NE, x, y)
}
// @ts-ignore: decorator
@inline export function isGreater(x: Value, y: Value): i32 {
  return bothInt(x, y) ? i32(intOf(x) > intOf(y)) : test(Compare.GT, x, y)
}
// @ts-ignore: decorator
@inline export function isAtLeast(x: Value, y: Value): i32 {
  return bothInt(x, y) ? i32(intOf(x) >= intOf(y)) : test(Compare.GE, x, y)
}
/** Any comparison of any values, as a truth. */
function test(op: Compare, x: Value, y: Value): i32 {
  if (isFloat(x) ? isFloat(y) || isInt(y) : isInt(x) && isFloat(y)) return i32(testFloats(op, toNumber(x), toNumber(y)))
  if (op == Compare.EQ || op == Compare.NE) {
    if (isStr(x) && isStr(y)) return i32((isTape(x) ? tapeStringEquals(x, y) : isTape(y) ? tapeStringEquals(y, x) : strEquals(addressOf(x), addressOf(y))) == (op == Compare.EQ))
  }
  const v = compare(op, x, y)
  return isBool(v) ? i32(v == True) : v == ERROR ? -1 : truth(v)
}
function testFloats(op: Compare, x: f64, y: f64): bool {
  switch (op) {
    case Compare.LT:
      return x < y
    case Compare.LE:
      return x <= y
    case Compare.EQ:
      return x == y
    case Compare.NE:
      return x != y
    case Compare.GT:
      return x > y
    default:
      return x >= y
  }
}

/** Truth of a value: 1, 0, -1 = ERROR. */
// @ts-ignore: decorator
@inline export function isTrue(v: Value): i32 {
  return v == True ? 1 : v == False ? 0 : truth(v)
}
// @ts-ignore: decorator
@inline export function lessValue(x: Value, y: Value): Value {
  if (bothInt(x, y)) return boxBool(intOf(x) < intOf(y))
  return isFloat(x) && isFloat(y) ? boxBool(floatOf(x) < floatOf(y)) : compare(Compare.LT, x, y)
}
// @ts-ignore: decorator
@inline export function equalValue(x: Value, y: Value): Value {
  return bothInt(x, y) ? boxBool(x == y) : compare(Compare.EQ, x, y)
}
