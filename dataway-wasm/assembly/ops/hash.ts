// Hashes. Numbers hash as in CPython (equal numbers of any type have one hash); text and bytes by their bytes.
import { ENTRY, entriesOf, entriesUsed, entryHash, entryKey } from '../container/table.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { fitsI64, hashBig, toI64 } from '../number/bigint.ts'
import { asStr, strHash } from '../text/str.ts'
import { hashBytes } from '../text/utf8.ts'
import { Kind, kindOf, setWord, wordAt, slot } from '../value/object.ts'
import { addressOf, ERROR, floatOf, intOf, isBool, isFloat, isHeap, isInt, UNBOUND, Value, boxInt } from '../value/value.ts'
import { definesHash, hashDunder, plain } from '../vm/dunder.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { intValue } from './arithmetic.ts'

const MODULUS: u64 = (1 << 61) - 1

/** Set when the last hash could not be made: a fault is pending. */
export let hashFailed: bool = false

/** The hash that tables use. Look at `hashFailed`. */
export function hash32(v: Value): u32 {
  hashFailed = false
  if (isInt(v)) return fold(intOf(v))
  const kind = kindOf(v)
  if (kind == Kind.STR) return strHash(asStr(v))
  if (kind == Kind.INSTANCE && hashesAsPlain(v)) return hash32(plain(v))
  return fold(hash64(v, kind))
}
/** An instance of a class that derives from a built-in type and leaves its hash alone. */
function hashesAsPlain(v: Value): bool {
  return plain(v) != v && !definesHash(v)
}
// @ts-ignore: decorator
@inline function fold(h: i64): u32 {
  const m = <u64>h * 0x9e3779b97f4a7c15
  return <u32>(m >> 32)
}

/** `hash(v)`: an int, or ERROR. */
export function hash(v: Value): Value {
  hashFailed = false
  if (isInt(v)) {
    const n = intOf(v)
    return boxInt(n == -1 ? -2 : n)
  }
  const h = hash64(v, kindOf(v))
  if (hashFailed) return ERROR
  return intValue(h == -1 ? -2 : h)
}

function hash64(v: Value, kind: Kind): i64 {
  switch (kind) {
    case Kind.INT:
      return intOf(v)
    case Kind.BOOL:
      return <i64>(v & 1)
    case Kind.FLOAT:
      return hashFloat(floatOf(v))
    case Kind.BIGINT:
      return hashBig(addressOf(v))
    case Kind.STR:
      return spread(strHash(asStr(v)))
    case Kind.BYTES: {
      const p = addressOf(v)
      if (!wordAt(p)) setWord(p, hashBytes(<usize>load<u32>(p, 12), <usize>load<u32>(p, 8)))
      return spread(wordAt(p))
    }
    case Kind.TUPLE:
      return hashTuple(addressOf(v))
    case Kind.FROZENSET: {
      const t = addressOf(v)
      let h: u64 = 0x1234567
      for (let i: u32 = 0; i < entriesUsed(t); i++) {
        const e = entriesOf(t) + <usize>i * ENTRY
        if (entryKey(e) != UNBOUND) h ^= <u64>entryHash(e) * 0x100000001b3
      }
      return <i64>(h >> 3)
    }
    case Kind.RANGE:
      return hash64(load<u64>(addressOf(v), 32), kindOf(load<u64>(addressOf(v), 32))) * 31 + hash64(load<u64>(addressOf(v), 8), kindOf(load<u64>(addressOf(v), 8)))
    case Kind.LIST:
    case Kind.DICT:
    case Kind.SET:
    case Kind.BYTEARRAY:
    case Kind.SLICE:
    case Kind.DICT_KEYS:
    case Kind.DICT_ITEMS:
    case Kind.MULTIMAP:
      return unhashable(v)
    case Kind.NATIVE:
      return <i64>wordAt(addressOf(v)) * 7919 + 13
    default:
      if (kind >= Kind.FUNCTION) return hashObject(v)
      return <i64>(v >> 4)
  }
}

function unhashable(v: Value): i64 {
  hashFailed = true
  raise(ExcKind.TypeError, "unhashable type: '" + typeName(v) + "'")
  return 0
}
function hashObject(v: Value): i64 {
  const h = hashDunder(v)
  // A table must not see the flag of an inner hash.
  hashFailed = h == ERROR
  if (hashFailed) return 0
  return isInt(h) ? intOf(h) : isBool(h) ? <i64>(h & 1) : fitsI64(addressOf(h)) ? toI64(addressOf(h)) : hashBig(addressOf(h))
}
function spread(h: u32): i64 {
  return <i64>(((<u64>h << 29) ^ <u64>h) & MODULUS)
}

/** CPython's hash of a float: its value modulo 2^61 - 1. */
export function hashFloat(x: f64): i64 {
  // Of CPython the NaN's own; here a NaN is one value.
  if (x != x) return 0x7ff80000
  if (x - x != 0) return x > 0 ? 314159 : -314159
  if (x == 0) return 0
  const bits = reinterpret<u64>(x)
  let exponent = <i32>((bits >> 52) & 0x7ff)
  let mantissa = bits & 0x000fffffffffffff
  if (exponent == 0) exponent = 1
  else mantissa |= 1 << 52
  // x = mantissa * 2^(exponent - 1075); multiplying by 2 modulo 2^61 - 1 is a rotation in 61 bits.
  let shift = (exponent - 1075) % 61
  if (shift < 0) shift += 61
  const s = <u64>shift
  const h = s ? ((mantissa << s) & MODULUS) | (mantissa >> (61 - s)) : mantissa
  const r = <i64>(h == MODULUS ? 0 : h)
  const signed = x < 0 ? -r : r
  return signed == -1 ? -2 : signed
}

/** How deep tuples in tuples are hashed; CPython runs into the end of its own stack there. */
const MAX_NESTING: i32 = 1000
let depth: i32 = 0

function hashTuple(t: usize): i64 {
  if (depth == MAX_NESTING) {
    raise(ExcKind.RecursionError, 'maximum recursion depth exceeded while hashing')
    hashFailed = true
    return 0
  }
  depth++
  const h = hashOfItems(t)
  depth--
  return h
}
function hashOfItems(t: usize): i64 {
  let acc: u64 = 2870177450012600261
  const n = tupleLength(t)
  for (let i: u32 = 0; i < n; i++) {
    const item = tupleAt(t, i)
    let lane = hash64(item, kindOf(item))
    if (hashFailed) return 0
    if (lane == -1) lane = -2
    acc += <u64>lane * 14029467366897019727
    acc = (acc << 31) | (acc >> 33)
    acc *= 11400714785074694791
  }
  acc += <u64>n ^ (2870177450012600261 ^ 3527539)
  return acc == <u64>-1 ? 1546275796 : <i64>acc
}
