// Whether a result may stay where it was made until somebody needs the place: only core types that hold nothing of the
// evaluation but their own memory.
import { listAt, listLength } from '../container/list.ts'
import { entriesUsed, entryAt, entryKey, entryValue } from '../container/table.ts'
import { flagsAt, isKind, Kind, PERSISTENT } from '../value/object.ts'
import { addressOf, isHeap, UNBOUND, Value } from '../value/value.ts'

const MAX_DEPTH: i32 = 64

/** False also for what persist() has to look at: other types, keys that are no text, deep nesting. */
export function isPlain(v: Value, depth: i32 = 0): bool {
  if (!isHeap(v)) return true
  const p = addressOf(v)
  if (flagsAt(p) & PERSISTENT) return true
  switch (<Kind>load<u8>(p)) {
    case Kind.STR:
    case Kind.BYTES:
    case Kind.BIGINT:
      return true
    case Kind.LIST:
      if (depth == MAX_DEPTH) return false
      for (let i: u32 = 0, n = listLength(p); i < n; i++) {
        const item = listAt(p, i)
        if (isHeap(item) && !isPlain(item, depth + 1)) return false
      }
      return true
    case Kind.DICT:
      if (depth == MAX_DEPTH) return false
      for (let i: u32 = 0, n = entriesUsed(p); i < n; i++) {
        const e = entryAt(p, i)
        const key = entryKey(e)
        if (key == UNBOUND) continue
        if (isHeap(key) && !isKind(key, Kind.STR)) return false
        const value = entryValue(e)
        if (isHeap(value) && !isPlain(value, depth + 1)) return false
      }
      return true
    default:
      return false
  }
}
