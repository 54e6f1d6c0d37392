// The driver reads a message by the length in its first four bytes. A length of 0, from a server that is none, leaves it in an
// endless loop, which would stop the whole relay. So lengths below that of a header count as negative, which it refuses.
import { BufferPool } from 'mongodb/lib/utils.js'

/** Bytes of a message's header: length, id, answer to, kind. */
const header = 16
let isDone = false

export function refuseShortMessages(): void {
  if (isDone) return
  isDone = true
  const pool = BufferPool.prototype
  const read = pool.getInt32
  pool.getInt32 = function (this: BufferPool): number | null {
    const length = read.call(this)
    return length !== null && length < header ? -1 : length
  }
}
