// What ends a script whatever it catches: fuel, time, cancel, total heap, output. Builtins charge before they work and
// reserve before they allocate. The reason of a stop stays here until the host has read it.
import { ExcKind, raise } from '../vm/raise.ts'
import { heapBytes } from './region.ts'

export const enum Stop {
  NONE = 0,
  FUEL = 1,
  TIME = 2,
  CANCELLED = 3,
  HEAP = 4,
  OUTPUT = 5,
}

/** Units left. The VM subtracts inline and calls checkpoint() when it falls below `pollAt`. */
export let fuel: i64 = 0
export let pollAt: i64 = 0
/** Why the script must end; handlers and finally blocks do not run when it is set. */
export let stop: Stop = Stop.NONE
/** Bytes that all regions may have together: what stood there before, and what the evaluation may add. */
export let heapLimit: usize = 256 << 20
/** What the evaluation may add. */
let heapShare: usize = 256 << 20
/** Whatever stands there: the limit of the module, well below where addresses would be negative for JavaScript. */
const MOST_BYTES: usize = 0x6000_0000
let outputLeft: i64 = 0

const POLL_EVERY: i64 = 200_000

/** Asks the host for the clock and the cancel word: 0 go on, else Stop.TIME or Stop.CANCELLED. */
// @ts-ignore: decorator
@external('host', 'poll')
declare function poll(): i32

export function setLimits(units: i64, heap: usize, output: i64): void {
  fuel = units
  pollAt = units - POLL_EVERY
  stop = Stop.NONE
  heapShare = heap
  heapLimit = min<usize>(heapBytes + heap, MOST_BYTES)
  outputLeft = output
}

export function setFuel(units: i64): void {
  fuel = units
}

/** Ends the script: raises what no handler catches. Returns false, for `return halt(…)`. */
export function halt(why: Stop): bool {
  stop = why
  raise(ExcKind.Exception, 'stopped')
  return false
}

/** True to go on; false with a fault pending. Looks at fuel, heap and (rarely) clock and cancel word. */
export function checkpoint(): bool {
  if (stop != Stop.NONE) return false
  if (fuel < 0) return halt(Stop.FUEL)
  if (heapBytes > heapLimit) return halt(Stop.HEAP)
  if (fuel < pollAt) {
    pollAt = fuel - POLL_EVERY
    if (pollAt < 0) pollAt = 0
    const why = poll()
    if (why) return halt(<Stop>why)
  }
  return true
}

/** Pays for work that is done in one piece, 16 bytes a unit; the next checkpoint sees it. */
// @ts-ignore: decorator
@inline export function spendOn(bytes: usize): void {
  if (bytes >= 4096) fuel -= <i64>(bytes >> 4)
}

/** Pays for `units` of work (about one per item or 16 bytes). False with a fault pending. */
// @ts-ignore: decorator
@inline export function charge(units: i64): bool {
  fuel -= units
  return fuel < pollAt || heapBytes > heapLimit ? checkpoint() : true
}

/**
 * To be asked before something large is allocated. One thing that could never fit is a MemoryError, as in CPython;
 * what does not fit any more ends the script. False with a fault pending.
 */
export function reserve(bytes: u64): bool {
  if (bytes > <u64>heapShare) {
    raise(ExcKind.MemoryError, '')
    return false
  }
  if (<u64>heapBytes + bytes > <u64>heapLimit + 65536) return halt(Stop.HEAP)
  fuel -= <i64>(bytes >> 4)
  if (fuel < pollAt) return checkpoint()
  return true
}

/** Pays for text that leaves the script. False with a fault pending. */
export function chargeOutput(bytes: i64): bool {
  outputLeft -= bytes
  return outputLeft < 0 ? halt(Stop.OUTPUT) : true
}
