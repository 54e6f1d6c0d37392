// The methods by which a bytearray changes.
import { arg } from '../bind.ts'
import { byteFrom, bytesLength, bytesOf, extendByteArray, isBytesLike, newBytesOf, setByteArrayLength } from '../../text/bytes.ts'
import { iter } from '../../ops/iterate.ts'
import { indexFailed, toIndex } from '../../ops/subscript.ts'
import { Kind } from '../../value/object.ts'
import { addressOf, boxInt, ERROR, None, Value } from '../../value/value.ts'
import { ExcKind, pendingIs, raise, takePending } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

/// bytearray.append(self, item, /)
/// Adds a byte at the end.
/// >>> b = bytearray(b'a')
/// >>> b.append(98)
/// >>> b
/// bytearray(b'ab')
export function append(args: usize): Value {
  const c = byteFrom(arg(args, 1), 'byte')
  const n = bytesLength(arg(args, 0))
  if (c < 0 || !setByteArrayLength(arg(args, 0), n + 1)) return ERROR
  store<u8>(bytesOf(arg(args, 0)) + <usize>n, <u8>c)
  return None
}
/// bytearray.extend(self, iterable_of_ints, /)
/// Adds bytes at the end.
/// >>> b = bytearray(b'a')
/// >>> b.extend(b'bc')
/// >>> b
/// bytearray(b'abc')
export function extend(args: usize): Value {
  const more = arg(args, 1)
  const items = isBytesLike(more) ? more : iter(more)
  if (items == ERROR && pendingIs(ExcKind.TypeError)) {
    takePending()
    return raise(ExcKind.TypeError, "can't extend bytearray with " + typeName(more))
  }
  return items != ERROR && extendByteArray(arg(args, 0), items) ? None : ERROR
}
/// bytearray.insert(self, index, item, /)
/// Puts a byte before a place.
/// >>> b = bytearray(b'ac')
/// >>> b.insert(1, 98)
/// >>> b
/// bytearray(b'abc')
export function insert(args: usize): Value {
  const n = <i64>bytesLength(arg(args, 0))
  let i = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  const c = byteFrom(arg(args, 2), 'byte')
  if (c < 0 || !setByteArrayLength(arg(args, 0), <u32>n + 1)) return ERROR
  if (i < 0) i = max<i64>(i + n, 0)
  if (i > n) i = n
  const p = bytesOf(arg(args, 0)) + <usize>i
  memory.copy(p + 1, p, <usize>(n - i))
  store<u8>(p, <u8>c)
  return None
}
/// bytearray.pop(self, index=-1, /)
/// Removes and gives a byte.
/// >>> bytearray(b'ab').pop()
/// 98
export function pop(args: usize): Value {
  const n = <i64>bytesLength(arg(args, 0))
  let i = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  if (n == 0) return raise(ExcKind.IndexError, 'pop from empty bytearray')
  if (i < 0) i += n
  if (i < 0 || i >= n) return raise(ExcKind.IndexError, 'pop index out of range')
  const p = bytesOf(arg(args, 0)) + <usize>i
  const c = load<u8>(p)
  memory.copy(p, p + 1, <usize>(n - i - 1))
  store<u32>(addressOf(arg(args, 0)), <u32>n - 1, 8)
  return boxInt(<i64>c)
}
/// bytearray.remove(self, value, /)
/// Removes the first byte of this value.
/// >>> b = bytearray(b'aba')
/// >>> b.remove(97)
/// >>> b
/// bytearray(b'ba')
export function remove(args: usize): Value {
  const c = byteFrom(arg(args, 1), 'byte')
  if (c < 0) return ERROR
  const n = <usize>bytesLength(arg(args, 0))
  const p = bytesOf(arg(args, 0))
  for (let i: usize = 0; i < n; i++) {
    if (load<u8>(p + i) != <u8>c) continue
    memory.copy(p + i, p + i + 1, n - i - 1)
    store<u32>(addressOf(arg(args, 0)), <u32>n - 1, 8)
    return None
  }
  return raise(ExcKind.ValueError, 'value not found in bytearray')
}
/// bytearray.clear(self, /)
/// Removes all bytes.
/// >>> b = bytearray(b'a')
/// >>> b.clear()
/// >>> b
/// bytearray(b'')
export function clear(args: usize): Value {
  store<u32>(addressOf(arg(args, 0)), 0, 8)
  return None
}
/// bytearray.copy(self, /)
/// A new bytearray of the same bytes.
/// >>> bytearray(b'a').copy()
/// bytearray(b'a')
export function copy(args: usize): Value {
  return newBytesOf(Kind.BYTEARRAY, bytesOf(arg(args, 0)), bytesLength(arg(args, 0)))
}
/// bytearray.reverse(self, /)
/// Turns the order round in place.
/// >>> b = bytearray(b'ab')
/// >>> b.reverse()
/// >>> b
/// bytearray(b'ba')
export function reverse(args: usize): Value {
  const p = bytesOf(arg(args, 0))
  const n = <usize>bytesLength(arg(args, 0))
  for (let i: usize = 0; i < n / 2; i++) {
    const c = load<u8>(p + i)
    store<u8>(p + i, load<u8>(p + n - 1 - i))
    store<u8>(p + n - 1 - i, c)
  }
  return None
}
