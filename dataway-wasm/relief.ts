// Memory of a long run. The values of a run live in a region that grows until the run ends; nobody says which of them are still
// wanted. So when much has come together all of them go out as bytes, where JavaScript's own collector sees what nobody holds any
// more, and the region is given back. Who asks for a value reads it from its bytes; a script that needs it takes them in again.
// Values that JavaScript has already are taken in anew from there.
import { Box, HEAP, type BoxRun } from './box.ts'

/** Bytes of memory up to which nobody looks, and of a region up to which it is left as it is. */
export const CROWDED = 24 << 20
const SMALLEST = 8 << 20
/** A region is given back when it has this many times what is known to be live. */
const TIMES_LIVE = 4

export function newBoxRun(name: string, region: number): BoxRun {
  return { name, region, open: true, taken: 0, seqId: '', seqIdAt: 0, boxes: [], back: 0, most: SMALLEST }
}

/** One value that is large lives as long as it is worked on: that does not make its region one to give back. */
export function takenIn(run: BoxRun, bytes: number): void {
  run.taken += bytes
  run.most = Math.max(run.most, bytes * TIMES_LIVE)
}

/** A value that had gone out is taken in again: what is live is worth some memory. */
export function takenBack(run: BoxRun, bytes: number): void {
  run.back += bytes
  run.most = Math.max(run.most, run.back * TIMES_LIVE)
}

/**
 * Gives each box of a run its bytes; `write` gives those of one, undefined when it cannot. False: it would take more than it gives
 * (values that share much), so the region stays until it has grown by as much again.
 */
export function takeOut(run: BoxRun, size: number, write: (box: Box) => Uint8Array | undefined): boolean {
  const known = new Map<number, Uint8Array>()
  const out: Uint8Array[] = []
  let room = size * TIMES_LIVE
  for (const box of run.boxes) {
    const key = (box.high === HEAP ? 0 : 2 ** 32) + (box.low >>> 0)
    let bytes = known.get(key)
    if (!bytes) {
      bytes = write(box)
      room -= bytes ? bytes.length : Infinity
      if (!bytes || room < 0) {
        run.most = size * 2
        return false
      }
      known.set(key, bytes)
    }
    out.push(bytes)
  }
  run.boxes.forEach((box, i) => (box.bytes = out[i]))
  run.boxes.length = 0
  return true
}
