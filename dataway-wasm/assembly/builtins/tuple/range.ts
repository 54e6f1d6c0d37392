// The attributes and methods of range and slice.
import { arg } from '../bind.ts'
import { resolveSlice, sliceStart, sliceStep, sliceStop } from '../../container/slice.ts'
import { roomForTuple } from '../../container/tuple.ts'
import { floorDiv, sub } from '../../ops/arithmetic.ts'
import { equals } from '../../ops/equal.ts'
import { iter, next } from '../../ops/iterate.ts'
import { contains, indexFailed, toIndex } from '../../ops/subscript.ts'
import { repr } from '../../ops/text.ts'
import { textOf } from '../../text/str.ts'
import { charge } from '../../memory/limits.ts'
import { isIntegral, isKind, Kind, slot } from '../../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, STOP, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'

/// range.start
/// The first number.
/// >>> range(1, 10, 2).start
/// 1
export function start(args: usize): Value {
  return slot(addressOf(arg(args, 0)), 0)
}
/// range.stop
/// The number before which it ends.
/// >>> range(1, 10, 2).stop
/// 10
export function stop(args: usize): Value {
  return slot(addressOf(arg(args, 0)), 1)
}
/// range.step
/// The difference of neighbours.
/// >>> range(1, 10, 2).step
/// 2
export function step(args: usize): Value {
  return slot(addressOf(arg(args, 0)), 2)
}
/// range.index(self, value, /)
/// The place of a number.
/// >>> range(0, 10, 2).index(4)
/// 2
export function index(args: usize): Value {
  if (isKind(arg(args, 1), Kind.INSTANCE)) return indexByEqual(arg(args, 0), arg(args, 1))
  const has = contains(arg(args, 0), arg(args, 1))
  if (has < 0) return ERROR
  if (has) {
    const p = addressOf(arg(args, 0))
    return floorDiv(sub(arg(args, 1), slot(p, 0)), slot(p, 2))
  }
  const shown = repr(arg(args, 1))
  return shown == ERROR ? ERROR : raise(ExcKind.ValueError, isIntegral(arg(args, 1)) ? textOf(shown) + ' is not in range' : 'sequence.index(x): x not in sequence')
}
/** Of something that may equal any number. */
function indexByEqual(range: Value, wanted: Value): Value {
  const it = iter(range)
  for (let i: i64 = 0; it != ERROR; i++) {
    const item = next(it)
    if (item == STOP) return raise(ExcKind.ValueError, 'sequence.index(x): x not in sequence')
    const same = item == ERROR || !charge(1) ? -1 : equals(item, wanted)
    if (same < 0) return ERROR
    if (same) return boxInt(i)
  }
  return ERROR
}
/// range.count(self, value, /)
/// 1 when the number is in the range, else 0.
/// >>> range(0, 10, 2).count(4)
/// 1
export function count(args: usize): Value {
  const has = contains(arg(args, 0), arg(args, 1))
  return has < 0 ? ERROR : boxInt(has)
}
/// slice.start
/// Where it starts, or None.
/// >>> slice(1, 5, 2).start
/// 1
export function sliceStart_(args: usize): Value {
  return slot(addressOf(arg(args, 0)), 0)
}
/// slice.stop
/// Before what it ends, or None.
/// >>> slice(1, 5, 2).stop
/// 5
export function sliceStop_(args: usize): Value {
  return slot(addressOf(arg(args, 0)), 1)
}
/// slice.step
/// The step, or None.
/// >>> slice(1, 5, 2).step
/// 2
export function sliceStep_(args: usize): Value {
  return slot(addressOf(arg(args, 0)), 2)
}
/// slice.indices(self, length, /)
/// (start, stop, step) for a sequence of this length.
/// >>> slice(-3, None).indices(10)
/// (7, 10, 1)
export function indices(args: usize): Value {
  const n = toIndex(arg(args, 1))
  if (indexFailed) return ERROR
  if (n < 0) return raise(ExcKind.ValueError, 'length should not be negative')
  if (!resolveSlice(arg(args, 0), n)) return ERROR
  const t = roomForTuple(3)
  store<u64>(t, boxInt(sliceStart), 8)
  store<u64>(t, boxInt(sliceStop), 16)
  store<u64>(t, boxInt(sliceStep), 24)
  return boxHeap(t)
}
