import type { Fault } from '../../worker/model/fault.ts'

/** Pairing with a relay, or starting it, is the way on from this fault. */
export function needsRelay(fault: Fault | undefined): boolean {
  return /^RELAY:(NONE|UNREACHABLE|REFUSED)$/.test(fault?.code ?? '')
}
