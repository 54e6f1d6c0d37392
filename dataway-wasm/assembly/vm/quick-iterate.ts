// The next item of what loops mostly go over: lists, ranges, arrays of documents.
import { listAt, listLength } from '../container/list.ts'
import { after, childrenEnd, isLiveTape, nodeValue } from '../json/tape.ts'
import { Kind } from '../value/object.ts'
import { addressOf, boxInt, INT_TAG, intOf, UNBOUND, Value } from '../value/value.ts'

/** The next item of the iterator at `p`; UNBOUND when it is another kind, is at its end or needs care: ask next(). */
// @ts-ignore: decorator
@inline export function quickNext(p: usize, kind: u8): Value {
  if (kind == <u8>Kind.LIST_ITER) {
    const i = load<u32>(p, 16)
    const l = addressOf(load<u64>(p, 8))
    if (i < listLength(l)) {
      store<u32>(p, i + 1, 16)
      return listAt(l, i)
    }
  } else if (kind == <u8>Kind.RANGE_ITER) {
    const i = load<u64>(p, 24)
    const r = addressOf(load<u64>(p, 8))
    const n = load<u64>(r, 32)
    const start = load<u64>(r, 8)
    const step = load<u64>(r, 24)
    // Boxed counts from 0 compare like the counts; what lies between start and stop is as small as they are.
    if ((i & n & start & step & load<u64>(r, 16)) >= INT_TAG && i < n) {
      store<u64>(p, i + 1, 24)
      return boxInt(intOf(start) + intOf(i) * intOf(step))
    }
  } else if (kind == <u8>Kind.TAPE_ITER) {
    const child = <usize>load<u32>(p, 16)
    const node = addressOf(load<u64>(p, 8))
    if (isLiveTape(node) && child < childrenEnd(node)) {
      store<u32>(p, <u32>after(child), 16)
      store<u32>(p, load<u32>(p, 20) + 1, 20)
      return nodeValue(child)
    }
  }
  return UNBOUND
}
