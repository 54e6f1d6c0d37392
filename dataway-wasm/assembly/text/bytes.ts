// bytes and bytearray: bytes at an address; a bytearray grows.
import { copyBytes } from '../memory/copy.ts'
import { fillRepeated } from '../ops/arithmetic.ts'
import { iter, next } from '../ops/iterate.ts'
import { reserve } from '../memory/limits.ts'
import { alloc, resizeLast } from '../memory/region.ts'
import { Kind, kindOf, newObject } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, intOf, isBool, isInt, STOP, Value } from '../value/value.ts'
import { ExcKind, pendingIs, raise, takePending } from '../vm/raise.ts'
import { asStr, strSize } from './str.ts'
import { typeName } from '../vm/type.ts'
import { toIndex, indexFailed } from '../ops/subscript.ts'

const BYTES_SIZE: usize = 24

/** Uninitialised bytes or bytearray of `n` bytes. */
export function roomForBytes(kind: Kind, n: u32): usize {
  const p = newObject(kind, BYTES_SIZE)
  store<u32>(p, n, 8)
  store<u32>(p, <u32>alloc(<usize>n + 1), 12)
  store<u32>(p, n, 16)
  return p
}
export function newBytes(p: usize, n: usize): Value {
  return newBytesOf(Kind.BYTES, p, n)
}
export function newBytesOf(kind: Kind, p: usize, n: usize): Value {
  const b = roomForBytes(kind, <u32>n)
  copyBytes(<usize>load<u32>(b, 12), p, n)
  return boxHeap(b)
}
/** Bytes over memory that stays as it is at least as long as the value. */
export function viewBytes(p: usize, n: usize): Value {
  const b = newObject(Kind.BYTES, BYTES_SIZE)
  store<u32>(b, <u32>n, 8)
  store<u32>(b, <u32>p, 12)
  store<u32>(b, <u32>n, 16)
  return boxHeap(b)
}
// @ts-ignore: decorator
@inline export function bytesOf(v: Value): usize {
  return <usize>load<u32>(addressOf(v), 12)
}
// @ts-ignore: decorator
@inline export function bytesLength(v: Value): u32 {
  return load<u32>(addressOf(v), 8)
}
export function isBytesLike(v: Value): bool {
  const kind = kindOf(v)
  return kind == Kind.BYTES || kind == Kind.BYTEARRAY
}

export function concatBytes(a: Value, b: Value): Value {
  const n = bytesLength(a)
  const m = bytesLength(b)
  if (n + m > 65536 && !reserve(<u64>n + m)) return ERROR
  const r = roomForBytes(kindOf(a), n + m)
  copyBytes(<usize>load<u32>(r, 12), bytesOf(a), n)
  copyBytes(<usize>load<u32>(r, 12) + <usize>n, bytesOf(b), m)
  return boxHeap(r)
}

export function repeatBytes(v: Value, n: i64): Value {
  const size = bytesLength(v)
  const total = <u64>size * <u64>n
  if (size && (n > 0x7fffffff || total > 0xffffffff)) return raise(ExcKind.MemoryError, '')
  if (total > 4096 && !reserve(total)) return ERROR
  const r = roomForBytes(kindOf(v), <u32>total)
  fillRepeated(<usize>load<u32>(r, 12), bytesOf(v), size, <usize>total)
  return boxHeap(r)
}

export function setByteArrayLength(v: Value, n: u32): bool {
  const p = addressOf(v)
  const room = load<u32>(p, 16)
  if (n > room) {
    const wanted = max<u32>(n, room + (room >> 1) + 16)
    if (wanted > 65536 && !reserve(<u64>wanted)) return false
    const old = <usize>load<u32>(p, 12)
    const fresh = alloc(<usize>wanted + 1)
    copyBytes(fresh, old, <usize>load<u32>(p, 8))
    store<u32>(p, <u32>fresh, 12)
    store<u32>(p, wanted, 16)
  }
  store<u32>(p, n, 8)
  return true
}

/** A byte from a value; -1 with a fault pending. */
export function byteFrom(v: Value, what: string): i32 {
  let n = toIndex(v)
  if (indexFailed) {
    if (!pendingIs(ExcKind.OverflowError)) return -1
    takePending()
    n = -1
  }
  if (n < 0 || n > 255) {
    raise(ExcKind.ValueError, what + ' must be in range(0, 256)')
    return -1
  }
  return <i32>n
}

/** Appends bytes, or the ints of an iterable: all or none. False with a fault pending, which names a bad one as `what`. */
export function extendByteArray(v: Value, more: Value, what: string = 'byte'): bool {
  const n = bytesLength(v)
  if (isBytesLike(more)) {
    const m = bytesLength(more)
    if (!setByteArrayLength(v, n + m)) return false
    copyBytes(bytesOf(v) + <usize>n, bytesOf(more), m)
    return true
  }
  if (kindOf(more) == Kind.STR) {
    if (strSize(asStr(more)) == 0) return true
    raise(ExcKind.TypeError, "'str' object cannot be interpreted as an integer")
    return false
  }
  const it = iter(more)
  if (it == ERROR) return false
  while (true) {
    const item = next(it)
    if (item == STOP) return true
    const c = item == ERROR ? -1 : byteFrom(item, what)
    const at = bytesLength(v)
    if (c < 0 || !setByteArrayLength(v, at + 1)) {
      store<u32>(addressOf(v), n, 8)
      return false
    }
    store<u8>(bytesOf(v) + <usize>at, <u8>c)
  }
}
