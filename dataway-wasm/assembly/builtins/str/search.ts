// Finding, counting, replacing and testing parts of str, bytes and bytearray.
import { arg } from '../bind.ts'
import { bounds, indexAt, likeWhole, piece, rangeFrom, rangeTo, rangeValid, sameSort, spanSize, spanStart } from './span.ts'
import { roomForTuple, tupleAt, tupleLength } from '../../container/tuple.ts'
import { charge, reserve } from '../../memory/limits.ts'
import { indexFailed, toIndex } from '../../ops/subscript.ts'
import { countBytes, findBytes, findLastBytes } from '../../text/search.ts'
import { isStr, newStr, strLength } from '../../text/str.ts'
import { newBuilder, putBytes, builtAddress, builtLength } from '../../text/builder.ts'
import { isBytesLike, byteFrom } from '../../text/bytes.ts'
import { widthOf } from '../../text/utf8.ts'
import { isIntegral, isKind, Kind } from '../../value/object.ts'
import { addressOf, boxBool, boxHeap, boxInt, ERROR, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { argumentName } from '../argument-name.ts'
import { typeName } from '../../vm/type.ts'

const NOT_FOUND: isize = -1
const FAILED: isize = -2
let partAt: usize = 0
let partSize: usize = 0
const oneByte = memory.data(8, 8)

/** The thing to look for: a part of the same sort; for bytes also one byte as an int. */
function takePart(whole: Value, part: Value): bool {
  if (!isStr(whole) && isIntegral(part)) {
    const c = byteFrom(part, 'byte')
    if (c < 0) return false
    store<u8>(oneByte, <u8>c)
    partAt = oneByte
    partSize = 1
    return true
  }
  if (!(isStr(whole) ? isStr(part) : isBytesLike(part))) {
    raise(ExcKind.TypeError, isStr(whole) ? 'must be str, not ' + typeName(part) : "argument should be integer or bytes-like object, not '" + typeName(part) + "'")
    return false
  }
  partAt = spanStart(part)
  partSize = spanSize(part)
  return true
}

function search(args: usize, last: bool): isize {
  const whole = arg(args, 0)
  if (!takePart(whole, arg(args, 1)) || !bounds(whole, arg(args, 2), arg(args, 3))) return FAILED
  if (!rangeValid) return NOT_FOUND
  const n = rangeTo - rangeFrom
  if (!charge(<i64>n >> 4)) return FAILED
  const p = spanStart(whole) + rangeFrom
  const at = last ? findLastBytes(p, n, partAt, partSize) : findBytes(p, n, partAt, partSize)
  return at < 0 ? NOT_FOUND : at + rangeFrom
}
function placeOr(args: usize, at: isize, mustBe: bool): Value {
  if (at == FAILED) return ERROR
  if (at >= 0) return indexAt(arg(args, 0), <usize>at)
  if (!mustBe) return boxInt(-1)
  return raise(ExcKind.ValueError, isStr(arg(args, 0)) ? 'substring not found' : 'subsection not found')
}

/// str.find(self, sub, start=None, end=None, /)
/// bytes.find(self, sub, start=None, end=None, /)
/// bytearray.find(self, sub, start=None, end=None, /)
/// The lowest index where `sub` is found, -1 when it is not.
/// >>> 'banana'.find('an', 2)
/// 3
export function find(args: usize): Value {
  return placeOr(args, search(args, false), false)
}
/// str.rfind(self, sub, start=None, end=None, /)
/// bytes.rfind(self, sub, start=None, end=None, /)
/// bytearray.rfind(self, sub, start=None, end=None, /)
/// The highest index where `sub` is found, -1 when it is not.
/// >>> 'banana'.rfind('an')
/// 3
export function rfind(args: usize): Value {
  return placeOr(args, search(args, true), false)
}
/// str.index(self, sub, start=None, end=None, /)
/// bytes.index(self, sub, start=None, end=None, /)
/// bytearray.index(self, sub, start=None, end=None, /)
/// Like find, but ValueError when `sub` is not found.
/// >>> 'banana'.index('n')
/// 2
export function index(args: usize): Value {
  return placeOr(args, search(args, false), true)
}
/// str.rindex(self, sub, start=None, end=None, /)
/// bytes.rindex(self, sub, start=None, end=None, /)
/// bytearray.rindex(self, sub, start=None, end=None, /)
/// Like rfind, but ValueError when `sub` is not found.
/// >>> 'banana'.rindex('n')
/// 4
export function rindex(args: usize): Value {
  return placeOr(args, search(args, true), true)
}

/// str.count(self, sub, start=None, end=None, /)
/// bytes.count(self, sub, start=None, end=None, /)
/// bytearray.count(self, sub, start=None, end=None, /)
/// How often `sub` occurs, without overlaps.
/// >>> 'banana'.count('an')
/// 2
export function count(args: usize): Value {
  const whole = arg(args, 0)
  if (!takePart(whole, arg(args, 1)) || !bounds(whole, arg(args, 2), arg(args, 3))) return ERROR
  if (!rangeValid) return boxInt(0)
  const n = rangeTo - rangeFrom
  const p = spanStart(whole) + rangeFrom
  if (!charge(<i64>n >> 3)) return ERROR
  // Nothing is found before and behind every character.
  if (!partSize) return boxInt(isStr(whole) ? <i64>strLength(addressOf(newStr(p, n))) + 1 : <i64>n + 1)
  return boxInt(<i64>countBytes(p, n, partAt, partSize))
}

function ends(args: usize, atEnd: bool): Value {
  const whole = arg(args, 0)
  const part = arg(args, 1)
  if (!bounds(whole, arg(args, 2), arg(args, 3))) return ERROR
  if (!isKind(part, Kind.TUPLE)) return endsWith(whole, part, atEnd, false)
  const t = addressOf(part)
  for (let i: u32 = 0; i < tupleLength(t); i++) {
    const r = endsWith(whole, tupleAt(t, i), atEnd, true)
    if (r == ERROR || r == boxBool(true)) return r
  }
  return boxBool(false)
}
function endsWith(whole: Value, part: Value, atEnd: bool, inTuple: bool): Value {
  const name = atEnd ? 'endswith' : 'startswith'
  if (!(isStr(whole) ? isStr(part) : isBytesLike(part))) {
    if (isStr(whole)) {
      return raise(ExcKind.TypeError, inTuple ? 'tuple for ' + name + ' must only contain str, not ' + typeName(part) : name + ' first arg must be str or a tuple of str, not ' + typeName(part))
    }
    return raise(ExcKind.TypeError, inTuple ? "a bytes-like object is required, not '" + typeName(part) + "'" : name + ' first arg must be bytes or a tuple of bytes, not ' + typeName(part))
  }
  const m = spanSize(part)
  if (!rangeValid || m > rangeTo - rangeFrom) return boxBool(false)
  const p = spanStart(whole) + (atEnd ? rangeTo - m : rangeFrom)
  return boxBool(memory.compare(p, spanStart(part), m) == 0)
}
/// str.startswith(self, prefix, start=None, end=None, /)
/// bytes.startswith(self, prefix, start=None, end=None, /)
/// bytearray.startswith(self, prefix, start=None, end=None, /)
/// Whether it begins with `prefix`, or with one of a tuple.
/// >>> 'banana'.startswith(('a', 'b'))
/// True
export function startswith(args: usize): Value {
  return ends(args, false)
}
/// str.endswith(self, suffix, start=None, end=None, /)
/// bytes.endswith(self, suffix, start=None, end=None, /)
/// bytearray.endswith(self, suffix, start=None, end=None, /)
/// Whether it ends with `suffix`, or with one of a tuple.
/// >>> 'banana'.endswith('na')
/// True
export function endswith(args: usize): Value {
  return ends(args, true)
}
/// str.removeprefix(self, prefix, /)
/// bytes.removeprefix(self, prefix, /)
/// bytearray.removeprefix(self, prefix, /)
/// Without `prefix` at the beginning, if it is there.
/// >>> 'test_a'.removeprefix('test_')
/// 'a'
export function removeprefix(args: usize): Value {
  const whole = arg(args, 0)
  if (!sameSort(whole, arg(args, 1), isStr(whole) ? 'removeprefix() argument must be str, not ' + argumentName(arg(args, 1)) : '')) return ERROR
  const n = spanSize(whole)
  const m = spanSize(arg(args, 1))
  const has = m <= n && memory.compare(spanStart(whole), spanStart(arg(args, 1)), m) == 0
  return piece(whole, has ? m : 0, n)
}
/// str.removesuffix(self, suffix, /)
/// bytes.removesuffix(self, suffix, /)
/// bytearray.removesuffix(self, suffix, /)
/// Without `suffix` at the end, if it is there.
/// >>> 'a.txt'.removesuffix('.txt')
/// 'a'
export function removesuffix(args: usize): Value {
  const whole = arg(args, 0)
  if (!sameSort(whole, arg(args, 1), isStr(whole) ? 'removesuffix() argument must be str, not ' + argumentName(arg(args, 1)) : '')) return ERROR
  const n = spanSize(whole)
  const m = spanSize(arg(args, 1))
  const has = m <= n && memory.compare(spanStart(whole) + n - m, spanStart(arg(args, 1)), m) == 0
  return piece(whole, 0, has ? n - m : n)
}

/// str.replace(self, old, new, count=-1, /)
/// bytes.replace(self, old, new, count=-1, /)
/// bytearray.replace(self, old, new, count=-1, /)
/// All (or the first `count`) occurrences of `old` replaced.
/// >>> 'banana'.replace('an', 'o', 1)
/// 'boana'
export function replace(args: usize): Value {
  const whole = arg(args, 0)
  const old = arg(args, 1)
  const fresh = arg(args, 2)
  if (isStr(whole)) {
    if (!sameSort(whole, old, 'replace() argument 1 must be str, not ' + argumentName(old))) return ERROR
    if (!sameSort(whole, fresh, 'replace() argument 2 must be str, not ' + argumentName(fresh))) return ERROR
  } else if (!sameSort(whole, old, '') || !sameSort(whole, fresh, '')) return ERROR
  let most = toIndex(arg(args, 3))
  if (indexFailed) return ERROR
  if (most < 0) most = 0x7fffffff
  const p = spanStart(whole)
  const n = spanSize(whole)
  const q = spanStart(old)
  const m = spanSize(old)
  const r = spanStart(fresh)
  const k = spanSize(fresh)
  if (!charge(<i64>n >> 3)) return ERROR
  const occurrences = m ? <u64>countBytes(p, n, q, m) : <u64>n + 1
  const times = min<u64>(occurrences, <u64>most)
  if (times == 0) return piece(whole, 0, n)
  const total = <u64>n + (k > m ? times * <u64>(k - m) : 0)
  if (total > 65536 && !reserve(total)) return ERROR
  const b = newBuilder(<usize>total + 16)
  let at: usize = 0
  for (let i: u64 = 0; i < times; i++) {
    if (m) {
      const found = findBytes(p + at, n - at, q, m)
      if (found < 0) break
      putBytes(b, p + at, <usize>found)
      at += <usize>found + m
      putBytes(b, r, k)
    } else {
      // An empty text stands before every character and at the end.
      putBytes(b, r, k)
      if (at >= n) break
      const w = isStr(whole) ? widthOf(load<u8>(p + at)) : 1
      putBytes(b, p + at, w)
      at += w
    }
  }
  putBytes(b, p + at, n - at)
  return likeWhole(whole, builtAddress(b), builtLength(b))
}

function partitionAt(args: usize, last: bool): Value {
  const whole = arg(args, 0)
  const sep = arg(args, 1)
  if (!sameSort(whole, sep, '')) return ERROR
  const m = spanSize(sep)
  if (!m) return raise(ExcKind.ValueError, 'empty separator')
  const n = spanSize(whole)
  const at = last ? findLastBytes(spanStart(whole), n, spanStart(sep), m) : findBytes(spanStart(whole), n, spanStart(sep), m)
  const t = roomForTuple(3)
  if (at < 0) {
    store<u64>(t, last ? piece(whole, 0, 0) : piece(whole, 0, n), 8)
    store<u64>(t, piece(whole, 0, 0), 16)
    store<u64>(t, last ? piece(whole, 0, n) : piece(whole, 0, 0), 24)
  } else {
    store<u64>(t, piece(whole, 0, <usize>at), 8)
    store<u64>(t, piece(whole, <usize>at, <usize>at + m), 16)
    store<u64>(t, piece(whole, <usize>at + m, n), 24)
  }
  return boxHeap(t)
}
/// str.partition(self, sep, /)
/// bytes.partition(self, sep, /)
/// bytearray.partition(self, sep, /)
/// What stands before the first `sep`, `sep`, and what stands behind it.
/// >>> 'a=b=c'.partition('=')
/// ('a', '=', 'b=c')
export function partition(args: usize): Value {
  return partitionAt(args, false)
}
/// str.rpartition(self, sep, /)
/// bytes.rpartition(self, sep, /)
/// bytearray.rpartition(self, sep, /)
/// What stands before the last `sep`, `sep`, and what stands behind it.
/// >>> 'a=b=c'.rpartition('=')
/// ('a=b', '=', 'c')
export function rpartition(args: usize): Value {
  return partitionAt(args, true)
}
