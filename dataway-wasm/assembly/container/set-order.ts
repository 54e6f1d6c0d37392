// The order in which CPython's sets give small sets of ints. Python leaves the order of sets open, and ours is that of
// insertion; but a set of small ints looks sorted in CPython, scripts print such sets, and what they print should be the same.
// So before a set of at most 306 ints is looped over or shown, its entries are put where CPython's open addressing has
// them: by the low bits of the hash, or behind a place that is taken.
import { alloc } from '../memory/region.ts'
import { copyBytes } from '../memory/copy.ts'
import { flagsAt, PERSISTENT } from '../value/object.ts'
import { False, intOf, isInt, None, True, UNBOUND, Value } from '../value/value.ts'
import { appendEntry, clearTable, ENTRY, entriesOf, entriesUsed, entryHash, entryKey, tableLength } from './table.ts'

const MOST: u32 = 306
const PROBES: u32 = 9
/** By place: number of the entry + 1. */
const places: usize = memory.data(512 * 2, 2)

/** Slots less one of a set that grew to `n` items one by one. */
function maskFor(n: u32): u32 {
  if (n < 5) return 7
  if (n < 19) return 31
  return n < 77 ? 127 : 511
}
function isSmallInt(v: Value): bool {
  return isInt(v) || v == True || v == False
}

/** Puts the entries of a set in CPython's order, if all are ints and there are few. */
export function orderSet(t: usize): void {
  const n = tableLength(t)
  if (n < 2 || n > MOST || flagsAt(t) & PERSISTENT) return
  const used = entriesUsed(t)
  const entries = entriesOf(t)
  for (let i: u32 = 0; i < used; i++) {
    const key = entryKey(entries + <usize>i * ENTRY)
    if (key != UNBOUND && !isSmallInt(key)) return
  }
  const mask = maskFor(n)
  memory.fill(places, 0, <usize>(mask + 1) << 1)
  for (let i: u32 = 0; i < used; i++) {
    const key = entryKey(entries + <usize>i * ENTRY)
    if (key == UNBOUND) continue
    const value: i64 = isInt(key) ? intOf(key) : <i64>(key == True)
    store<u16>(places + (<usize>freePlace(<u64>(value == -1 ? -2 : value), mask) << 1), <u16>(i + 1))
  }
  if (isInOrder(mask)) return
  const before = alloc(<usize>used * ENTRY)
  copyBytes(before, entries, <usize>used * ENTRY)
  clearTable(t)
  for (let at: u32 = 0; at <= mask; at++) {
    const i = load<u16>(places + (<usize>at << 1))
    if (!i) continue
    const e = before + <usize>(i - 1) * ENTRY
    appendEntry(t, entryKey(e), None, entryHash(e))
  }
}
function freePlace(hash: u64, mask: u32): u32 {
  let at = <u32>hash & mask
  let perturb = hash
  while (true) {
    const end = at + PROBES <= mask ? at + PROBES : at
    for (let i = at; i <= end; i++) if (!load<u16>(places + (<usize>i << 1))) return i
    perturb >>= 5
    at = (at * 5 + 1 + <u32>perturb) & mask
  }
}
function isInOrder(mask: u32): bool {
  let last: u32 = 0
  for (let at: u32 = 0; at <= mask; at++) {
    const i = <u32>load<u16>(places + (<usize>at << 1))
    if (!i) continue
    if (i < last) return false
    last = i
  }
  return true
}
