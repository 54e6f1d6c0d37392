// The connection dies after the first piece that passes it, after the second, and so on: at every moment there is. Whatever waits at
// that moment has to end.
import type { FaultProxy } from './fault-proxy.ts'

/** Of a conversation; one that is longer is looked at so far. */
const mostPieces = 80

/**
 * Does it again and again, each time cut off a piece later, until it goes through whole. `outcome` gives a code, also for what never
 * ends. Resolves with the first code that is not expected, or with `went well`.
 */
export async function sweepCalls(
  proxy: FaultProxy,
  outcome: () => Promise<string>,
  isExpected: (code: string) => boolean,
): Promise<string> {
  for (let pieces = 0; pieces < mostPieces; pieces++) {
    const isCut = proxy.cutAfter(pieces)
    const code = await outcome()
    if (!isExpected(code)) return `cut after ${pieces} pieces: ${code}`
    if (!isCut()) break
  }
  proxy.cutAfter(Infinity)
  return 'went well'
}
