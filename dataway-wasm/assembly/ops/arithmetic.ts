// + - * / // % ** @ divmod and the unary - + of all built-in values. Small integers and floats are done first; sequences,
// sets and text follow; what is left goes to the special methods of classes and module types.
import { copyBytes } from '../memory/copy.ts'
import { thaw } from '../container/freeze.ts'
import { listExtend, listToChange, listItems, listLength, newListRoom, asList, setListLength, growList } from '../container/list.ts'
import { roomForTuple, tupleLength, pair } from '../container/tuple.ts'
import { asDict, dictCopy, mergeTable } from '../container/dict.ts'
import { filterTable, isSetKind } from '../container/set.ts'
import { reserve } from '../memory/limits.ts'
import { addBig, bigFromI64, bigOf, bigValue, divmodBig, fitsI64, isNegative, limbCount, modpowBig, inverseBig, mulBig, negate, powBig, powBits, remainder, subBig, toI64, limbsOf } from '../number/bigint.ts' // prettier-ignore
import { bigToFloat, divideToFloat } from '../number/bigint-float.ts'
import { floorDivFloat, modFloat, powFloat } from '../number/float.ts'
import { bytesLength, bytesOf, concatBytes, repeatBytes, setByteArrayLength } from '../text/bytes.ts'
import { percentFormat } from '../text/percent.ts'
import { asStr, concatStr, emptyStr, isStr, repeatStr, strSize } from '../text/str.ts'
import { isIntegral, isKind, Kind, kindOf } from '../value/object.ts'
import { addressOf, bothInt, boxBool, boxFloat, boxHeap, boxInt, ERROR, False, fitsInt, floatOf, intOf, isBool, isFloat, isInt, NotImplemented, None, True, UNBOUND, Value } from '../value/value.ts' // prettier-ignore
import { fromLibrary } from '../vm/builtin-names.ts'
import { call2 } from '../vm/call.ts'
import { lookupAttr } from '../vm/attribute.ts'
import { binaryDunder, unaryDunder } from '../vm/dunder.ts'
import { newException } from '../vm/exception.ts'
import { plain } from '../vm/native-self.ts'
import { ExcKind, raise, raiseNew } from '../vm/raise.ts'
import { exceptionClass, typeName } from '../vm/type.ts'
import { methodName, Op, reflectedName, signOf } from './operator.ts'
import { strConst } from '../text/str.ts'
import { indexOf } from './subscript.ts'
import { tableOf } from '../container/set.ts'
import { charge } from '../memory/limits.ts'
import { extendByteArray, isBytesLike } from '../text/bytes.ts'
import { inPlaceDunder } from '../vm/dunder.ts'
import { inPlaceName } from './operator.ts'
import { builtinBits } from './bits.ts'

// @ts-ignore: decorator
@inline export function intValue(n: i64): Value {
  return fitsInt(n) ? boxInt(n) : bigValue(bigFromI64(n))
}

/** A bool as the int it is, anything else unchanged. */
// @ts-ignore: decorator
@inline function plainInt(v: Value): Value {
  return isBool(v) ? boxInt(<i64>(v & 1)) : v
}

/** Whether a value is int (any size), bool or float. */
export function isNumber(v: Value): bool {
  return isInt(v) || isFloat(v) || isIntegral(v)
}

/** The float of an int, bool or float. Infinity for an int that is too large: the caller raises. */
export function toFloat(v: Value): f64 {
  if (isFloat(v)) return floatOf(v)
  if (isInt(v)) return <f64>intOf(v)
  if (isBool(v)) return <f64>(v & 1)
  return bigToFloat(addressOf(v))
}
let tooLarge: bool = false
function operand(v: Value): f64 {
  const x = toFloat(v)
  if (!isFloat(v) && (x == Infinity || x == -Infinity)) tooLarge = true
  return x
}

export function add(a: Value, b: Value): Value {
  if (bothInt(a, b)) return intValue(intOf(a) + intOf(b))
  if (isFloat(a) && isFloat(b)) return boxFloat(floatOf(a) + floatOf(b))
  if (isStr(a) && isStr(b)) return addStr(a, b)
  return binary(Op.ADD, a, b)
}
function addStr(a: Value, b: Value): Value {
  const x = asStr(a)
  const y = asStr(b)
  const n = strSize(x) + strSize(y)
  if (n > 65536 && !reserve(<u64>strSize(y))) return ERROR
  return concatStr(x, y)
}
export function sub(a: Value, b: Value): Value {
  if (bothInt(a, b)) return intValue(intOf(a) - intOf(b))
  if (isFloat(a) && isFloat(b)) return boxFloat(floatOf(a) - floatOf(b))
  return binary(Op.SUB, a, b)
}
export function mul(a: Value, b: Value): Value {
  if (bothInt(a, b)) {
    const x = intOf(a)
    const y = intOf(b)
    if (<i64><i32>x == x && <i64><i32>y == y) return intValue(x * y)
  }
  if (isFloat(a) && isFloat(b)) return boxFloat(floatOf(a) * floatOf(b))
  return binary(Op.MUL, a, b)
}
export function trueDiv(a: Value, b: Value): Value {
  return binary(Op.TRUE_DIV, a, b)
}
export function floorDiv(a: Value, b: Value): Value {
  return binary(Op.FLOOR_DIV, a, b)
}
export function mod(a: Value, b: Value): Value {
  return binary(Op.MOD, a, b)
}
export function pow(a: Value, b: Value): Value {
  return binary(Op.POW, a, b)
}
export function matMul(a: Value, b: Value): Value {
  return binary(Op.MAT_MUL, a, b)
}
export function divmod(a: Value, b: Value): Value {
  return binary(Op.DIVMOD, a, b)
}

/** Any arithmetic operator. */
export function binary(op: Op, a: Value, b: Value): Value {
  const r = builtinArithmetic(op, a, b)
  return r == NotImplemented ? viaMethods(op, a, b, false) : r
}

/** Special methods, and the TypeError when there are none. */
export function viaMethods(op: Op, a: Value, b: Value, inPlace: bool): Value {
  const r = binaryDunder(a, b, methodName(op), reflectedName(op))
  if (r != NotImplemented) return r
  if (op == Op.MUL && isSequence(kindOf(a)) && kindOf(b) >= Kind.FUNCTION) return repeatBy(a, b, a, b)
  if (op == Op.MUL && isSequence(kindOf(b)) && kindOf(a) >= Kind.FUNCTION) return repeatBy(b, a, a, b)
  return unsupported(op, a, b, inPlace)
}
/** sequence * count, for a count with `__index__`. */
function repeatBy(sequence: Value, count: Value, a: Value, b: Value): Value {
  const n = indexOf(count)
  if (n == NotImplemented) return unsupported(Op.MUL, a, b, false)
  return n == ERROR ? ERROR : repeat(kindOf(sequence), sequence, n)
}

export function unsupported(op: Op, a: Value, b: Value, inPlace: bool): Value {
  const kind = kindOf(plain(a))
  if (op == Op.ADD) {
    if (kind == Kind.STR || kind == Kind.LIST || kind == Kind.TUPLE) {
      const own = typeName(plain(a))
      return raise(ExcKind.TypeError, 'can only concatenate ' + own + ' (not "' + typeName(b) + '") to ' + own)
    }
    if (kind == Kind.BYTES || kind == Kind.BYTEARRAY) {
      return raise(ExcKind.TypeError, "can't concat " + typeName(b) + ' to ' + typeName(a))
    }
  }
  if (op == Op.MUL) {
    const first = isSequence(kind)
    if (first || isSequence(kindOf(plain(b)))) {
      return raise(ExcKind.TypeError, "can't multiply sequence by non-int of type '" + typeName(first ? b : a) + "'")
    }
  }
  return raise(
    ExcKind.TypeError,
    'unsupported operand type(s) for ' + signOf(op, inPlace) + ": '" + typeName(a) + "' and '" + typeName(b) + "'",
  )
}

/** Whether `*` repeats this kind. */
export function isSequence(kind: Kind): bool {
  return kind >= Kind.STR && kind <= Kind.TUPLE
}

/** The operator of two built-in values; NotImplemented when it has no meaning for them. */
export function builtinArithmetic(op: Op, a: Value, b: Value): Value {
  const x = plainInt(a)
  const y = plainInt(b)
  if (isNumber(x) && isNumber(y)) {
    if (isFloat(x) || isFloat(y)) {
      tooLarge = false
      const p = operand(x)
      const q = operand(y)
      if (tooLarge) return raise(ExcKind.OverflowError, 'int too large to convert to float')
      return floatArithmetic(op, p, q)
    }
    if (bothInt(x, y)) {
      const r = smallArithmetic(op, intOf(x), intOf(y))
      if (r != NotImplemented) return r
    }
    return bigArithmetic(op, x, y)
  }
  const ka = kindOf(a)
  switch (op) {
    case Op.ADD:
      return addSequences(ka, a, b)
    case Op.MUL:
      if (isSequence(ka) && isIntegral(b)) return repeat(ka, a, b)
      if (isIntegral(a) && isSequence(kindOf(b))) return repeat(kindOf(b), b, a)
      return NotImplemented
    case Op.SUB: {
      const kb = kindOf(b)
      if (isSetLike(ka) && isSetLike(kb)) return viewDifference(a, b, ka)
      // A view takes any iterable on its other side.
      if ((isSetLike(ka) && ka > Kind.FROZENSET) || (isSetLike(kb) && kb > Kind.FROZENSET)) return viewDifference(a, b, ka)
      return NotImplemented
    }
    case Op.MOD:
      if (ka == Kind.STR || ka == Kind.BYTES || ka == Kind.BYTEARRAY) return percentFormat(a, b)
      return NotImplemented
    default:
      return NotImplemented
  }
}

export function isSetLike(kind: Kind): bool {
  return isSetKind(kind) || kind == Kind.DICT_KEYS || kind == Kind.DICT_ITEMS
}
function viewDifference(a: Value, b: Value, ka: Kind): Value {
  const x = tableOf(a)
  const y = x ? tableOf(b) : 0
  if (!y) return ERROR
  return filterTable(x, y, false, ka == Kind.FROZENSET ? Kind.FROZENSET : Kind.SET)
}

function smallArithmetic(op: Op, x: i64, y: i64): Value {
  switch (op) {
    case Op.ADD:
      return intValue(x + y)
    case Op.SUB:
      return intValue(x - y)
    case Op.MUL: {
      if (<i64><i32>x == x && <i64><i32>y == y) return intValue(x * y)
      const ax = <u64>(x < 0 ? -x : x)
      const ay = <u64>(y < 0 ? -y : y)
      return clz(ax) + clz(ay) > 65 ? intValue(x * y) : NotImplemented
    }
    case Op.TRUE_DIV:
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'division by zero')
      return boxFloat(<f64>x / <f64>y)
    case Op.FLOOR_DIV:
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'integer division or modulo by zero')
      return intValue(floorQuotient(x, y))
    case Op.MOD:
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'integer modulo by zero')
      return boxInt(x - floorQuotient(x, y) * y)
    case Op.DIVMOD: {
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'integer division or modulo by zero')
      const q = floorQuotient(x, y)
      return pair(intValue(q), boxInt(x - q * y))
    }
    case Op.POW:
      return powSmall(x, y)
    default:
      return NotImplemented
  }
}
// @ts-ignore: decorator
@inline function floorQuotient(x: i64, y: i64): i64 {
  const q = x / y
  return (x ^ y) < 0 && q * y != x ? q - 1 : q
}
function powSmall(x: i64, y: i64): Value {
  if (y < 0) {
    if (x == 0) return raise(ExcKind.ZeroDivisionError, '0.0 cannot be raised to a negative power')
    return boxFloat(powFloat(<f64>x, <f64>y))
  }
  let result: i64 = 1
  let base = x
  let left = y
  while (left) {
    if (left & 1) {
      if (!fitsProduct(result, base)) return NotImplemented
      result *= base
    }
    left >>= 1
    if (left) {
      if (!fitsProduct(base, base)) return NotImplemented
      base *= base
    }
  }
  return intValue(result)
}
function fitsProduct(x: i64, y: i64): bool {
  return clz(<u64>(x < 0 ? -x : x)) + clz(<u64>(y < 0 ? -y : y)) > 65
}

function bigArithmetic(op: Op, a: Value, b: Value): Value {
  const x = bigOf(a)
  const y = bigOf(b)
  const limbs = <u64>limbCount(x) + <u64>limbCount(y)
  switch (op) {
    case Op.ADD:
      return bigValue(addBig(x, y))
    case Op.SUB:
      return bigValue(subBig(x, y))
    case Op.MUL:
      if (!chargeProduct(limbCount(x), limbCount(y)) || !reserve(limbs * 12)) return ERROR
      return bigValue(mulBig(x, y))
    case Op.TRUE_DIV: {
      if (limbCount(y) == 0) return raise(ExcKind.ZeroDivisionError, 'division by zero')
      if (!chargeProduct(limbCount(x), limbCount(y))) return ERROR
      const q = divideToFloat(x, y)
      if (q == Infinity || q == -Infinity) return raise(ExcKind.OverflowError, 'integer division result too large for a float')
      return boxFloat(q)
    }
    case Op.FLOOR_DIV:
    case Op.DIVMOD:
      if (limbCount(y) == 0) return raise(ExcKind.ZeroDivisionError, 'integer division or modulo by zero')
      if (!chargeProduct(limbCount(x), limbCount(y))) return ERROR
      const q = bigValue(divmodBig(x, y))
      return op == Op.DIVMOD ? pair(q, bigValue(remainder)) : q
    case Op.MOD:
      if (limbCount(y) == 0) return raise(ExcKind.ZeroDivisionError, 'integer modulo by zero')
      if (!chargeProduct(limbCount(x), limbCount(y))) return ERROR
      divmodBig(x, y)
      return bigValue(remainder)
    case Op.POW: {
      if (isNegative(y)) {
        if (limbCount(x) == 0) return raise(ExcKind.ZeroDivisionError, '0.0 cannot be raised to a negative power')
        const p = bigToFloat(x)
        const e = bigToFloat(y)
        if (p - p != 0 || e - e != 0) return raise(ExcKind.OverflowError, 'int too large to convert to float')
        return boxFloat(powFloat(p, e))
      }
      if (!fitsI64(y)) {
        if (limbCount(x) == 0) return boxInt(0)
        if (limbCount(x) == 1 && load<u32>(limbsOf(x)) == 1) return boxInt(isNegative(x) && load<u32>(limbsOf(y)) & 1 ? -1 : 1)
        return raise(ExcKind.MemoryError, '')
      }
      const exponent = toI64(y)
      const bits = powBits(x, <u64>exponent)
      if (bits < 0 || bits > 1 << 40) return raise(ExcKind.MemoryError, '')
      if (!reserve(<u64>bits / 2 + 64) || !chargeProduct(<i32>min<i64>(bits >> 5, 1 << 30), <i32>min<i64>(bits >> 5, 1 << 30))) return ERROR
      return bigValue(powBig(x, <u64>exponent))
    }
    default:
      return NotImplemented
  }
}
/** Pays for the limb products of a multiplication or division (Karatsuba makes large ones cheaper). */
export function chargeProduct(n: i32, m: i32): bool {
  const small = <i64>min(n, m)
  const large = <i64>max(n, m)
  return charge(small > 64 ? (large * 16 * <i64>Math.pow(<f64>(small / 16), 0.585)) : (small * large) >> 3)
}

function floatArithmetic(op: Op, x: f64, y: f64): Value {
  switch (op) {
    case Op.ADD:
      return boxFloat(x + y)
    case Op.SUB:
      return boxFloat(x - y)
    case Op.MUL:
      return boxFloat(x * y)
    case Op.TRUE_DIV:
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'float division by zero')
      return boxFloat(x / y)
    case Op.FLOOR_DIV:
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'float floor division by zero')
      return boxFloat(floorDivFloat(x, y))
    case Op.MOD:
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'float modulo')
      return boxFloat(modFloat(x, y))
    case Op.DIVMOD:
      if (y == 0) return raise(ExcKind.ZeroDivisionError, 'float divmod()')
      return pair(boxFloat(floorDivFloat(x, y)), boxFloat(modFloat(x, y)))
    case Op.POW: {
      if (x == 0 && y < 0) return raise(ExcKind.ZeroDivisionError, '0.0 cannot be raised to a negative power')
      if (x < 0 && y == y && x - x == 0 && Math.floor(y) != y && y - y == 0) {
        const power = fromLibrary('_complex', 'power')
        return power == ERROR ? ERROR : call2(power, boxFloat(x), boxFloat(y))
      }
      const r = powFloat(x, y)
      if (r - r != 0 && r == r && x - x == 0 && y - y == 0) {
        return raiseNew(newException(exceptionClass(ExcKind.OverflowError), pair(boxInt(34), strConst('Numerical result out of range'))))
      }
      return boxFloat(r)
    }
    default:
      return NotImplemented
  }
}

function addSequences(ka: Kind, a: Value, b: Value): Value {
  const kb = kindOf(b)
  if (ka == Kind.STR && kb == Kind.STR) return addStr(a, b)
  if (ka == Kind.LIST && kb == Kind.LIST) {
    const x = asList(a)
    const y = asList(b)
    const n = listLength(x) + listLength(y)
    if (n > 4096 && !reserve(<u64>n << 3)) return ERROR
    const l = newListRoom(n)
    copyBytes(listItems(l), listItems(x), <usize>listLength(x) << 3)
    copyBytes(listItems(l) + (<usize>listLength(x) << 3), listItems(y), <usize>listLength(y) << 3)
    setListLength(l, n)
    return boxHeap(l)
  }
  if (ka == Kind.TUPLE && kb == Kind.TUPLE) {
    const x = addressOf(a)
    const y = addressOf(b)
    if (tupleLength(y) == 0) return a
    if (tupleLength(x) == 0) return b
    const n = tupleLength(x) + tupleLength(y)
    if (n > 4096 && !reserve(<u64>n << 3)) return ERROR
    const t = roomForTuple(n)
    copyBytes(t + 8, x + 8, <usize>tupleLength(x) << 3)
    copyBytes(t + 8 + (<usize>tupleLength(x) << 3), y + 8, <usize>tupleLength(y) << 3)
    return boxHeap(t)
  }
  if ((ka == Kind.BYTES || ka == Kind.BYTEARRAY) && (kb == Kind.BYTES || kb == Kind.BYTEARRAY)) return concatBytes(a, b)
  return NotImplemented
}

/** sequence * count */
function repeat(kind: Kind, s: Value, count: Value): Value {
  let n: i64 = 0
  if (isInt(count)) n = intOf(count)
  else if (isBool(count)) n = <i64>(count & 1)
  else if (!isNegative(addressOf(count))) {
    if (fitsI64(addressOf(count))) n = toI64(addressOf(count))
    else return raise(ExcKind.OverflowError, "cannot fit 'int' into an index-sized integer")
  }
  if (n < 0) n = 0
  if (kind == Kind.STR) return repeatStr(s, n)
  if (kind == Kind.BYTES || kind == Kind.BYTEARRAY) return repeatBytes(s, n)
  const isList = kind == Kind.LIST
  const p = isList ? asList(s) : addressOf(s)
  const size = isList ? listLength(p) : tupleLength(p)
  if (!isList && (n == 1 || size == 0)) return s
  const total = <u64>size * <u64>n
  if (size && (<u64>n > 0x7fffffff || total > 0x1fffffff)) return raise(ExcKind.MemoryError, '')
  if (total > 4096 && !reserve(total << 3)) return ERROR
  const r = isList ? newListRoom(<u32>total) : roomForTuple(<u32>total)
  const to = isList ? listItems(r) : r + 8
  fillRepeated(to, isList ? listItems(p) : p + 8, <usize>size << 3, <usize>total << 3)
  if (isList) setListLength(r, <u32>total)
  return boxHeap(r)
}
/** Fills `total` bytes with a unit of `size` bytes. */
export function fillRepeated(to: usize, unit: usize, size: usize, total: usize): void {
  if (!total) return
  copyBytes(to, unit, size)
  let done = size
  while (done < total) {
    const n = min<usize>(done, total - done)
    copyBytes(to + done, to, n)
    done += n
  }
}

/** a op= b: lists, sets, dicts and bytearrays change in place, everything else is the plain operator. */
export function iadd(a: Value, b: Value): Value {
  const kind = kindOf(a)
  if (kind == Kind.LIST) {
    if (kindOf(b) == Kind.INSTANCE) {
      const r = binaryDunder(a, b, methodName(Op.ADD), reflectedName(Op.ADD))
      if (r != NotImplemented && kindOf(r) != Kind.LIST) return r
    }
    return listExtend(a, b) ? a : ERROR
  }
  if (kind == Kind.BYTEARRAY) {
    if (!isBytesLike(b)) return raise(ExcKind.TypeError, "can't concat " + typeName(b) + ' to bytearray')
    return extendByteArray(a, b) ? a : ERROR
  }
  return inPlaceVia(Op.ADD, a, b)
}

export function isub(a: Value, b: Value): Value {
  const kb = kindOf(b)
  if (kindOf(a) == Kind.SET && isSetKind(kb)) {
    const r = binary(Op.SUB, a, b)
    if (r == ERROR) return ERROR
    thaw(addressOf(a))
    copyBytes(addressOf(a) + 8, addressOf(r) + 8, 32)
    return a
  }
  return inPlaceVia(Op.SUB, a, b)
}
export function imul(a: Value, b: Value): Value {
  const kind = kindOf(a)
  if (kind == Kind.LIST && isIntegral(b)) {
    const r = repeat(kind, a, b)
    if (r == ERROR) return ERROR
    const l = listToChange(a)
    const n = listLength(addressOf(r))
    growList(l, n)
    copyBytes(listItems(l), listItems(addressOf(r)), <usize>n << 3)
    setListLength(l, n)
    return a
  }
  if (kind == Kind.BYTEARRAY && isIntegral(b)) {
    const r = repeat(kind, a, b)
    if (r == ERROR || !setByteArrayLength(a, bytesLength(r))) return ERROR
    copyBytes(bytesOf(a), bytesOf(r), bytesLength(r))
    return a
  }
  return inPlaceVia(Op.MUL, a, b)
}
/** Any in-place operator without an in-place form of its own. */
export function inPlaceVia(op: Op, a: Value, b: Value): Value {
  if (kindOf(a) >= Kind.FUNCTION) {
    const r = inPlaceDunder(a, b, inPlaceName(op))
    if (r != NotImplemented) return r
  }
  const r = op >= Op.LSHIFT && op <= Op.XOR ? builtinBits(op, a, b) : builtinArithmetic(op, a, b)
  return r == NotImplemented ? viaMethods(op, a, b, true) : r
}

export function neg(v: Value): Value {
  if (isInt(v)) return intValue(-intOf(v))
  if (isFloat(v)) return boxFloat(-floatOf(v))
  if (isBool(v)) return boxInt(-(<i64>(v & 1)))
  if (isKind(v, Kind.BIGINT)) return bigValue(negate(addressOf(v)))
  return unary(v, '__neg__', 'unary -')
}
export function pos(v: Value): Value {
  if (isBool(v)) return boxInt(<i64>(v & 1))
  if (isNumber(v)) return v
  return unary(v, '__pos__', 'unary +')
}
export function absolute(v: Value): Value {
  if (isInt(v)) return intValue(intOf(v) < 0 ? -intOf(v) : intOf(v))
  if (isFloat(v)) return boxFloat(Math.abs(floatOf(v)))
  if (isBool(v)) return boxInt(<i64>(v & 1))
  if (isKind(v, Kind.BIGINT)) return isNegative(addressOf(v)) ? bigValue(negate(addressOf(v))) : v
  return unary(v, '__abs__', 'abs()')
}
export function unary(v: Value, method: string, sign: string): Value {
  if (kindOf(v) >= Kind.FUNCTION) {
    const r = unaryDunder(v, strConst(method))
    if (r != NotImplemented) return r
  }
  return raise(ExcKind.TypeError, 'bad operand type for ' + sign + ": '" + typeName(v) + "'")
}

/** pow(base, exponent, modulus) of ints. */
export function powMod(a: Value, b: Value, m: Value): Value {
  if (!isIntegral(a) || !isIntegral(b) || !isIntegral(m)) {
    if (kindOf(a) >= Kind.FUNCTION) {
      const method = lookupAttr(a, strConst('__pow__'))
      if (method == ERROR) return ERROR
      const r = method == UNBOUND ? NotImplemented : call2(method, b, m)
      if (r != NotImplemented) return r
    }
    if (isNumber(a) && isNumber(b) && isNumber(m)) {
      return raise(ExcKind.TypeError, 'pow() 3rd argument not allowed unless all arguments are integers')
    }
    return raise(
      ExcKind.TypeError,
      "unsupported operand type(s) for ** or pow(): '" + typeName(a) + "', '" + typeName(b) + "', '" + typeName(m) + "'",
    )
  }
  const modulus = bigOf(plainInt(m))
  if (limbCount(modulus) == 0) return raise(ExcKind.ValueError, 'pow() 3rd argument cannot be 0')
  let base = bigOf(plainInt(a))
  let exponent = bigOf(plainInt(b))
  if (isNegative(exponent)) {
    base = inverseBig(base, modulus)
    if (!base) return raise(ExcKind.ValueError, 'base is not invertible for the given modulus')
    exponent = negate(exponent)
  }
  const power = modpowBig(base, exponent, modulus, (units: i64): bool => charge(units))
  return power ? bigValue(power) : ERROR
}
