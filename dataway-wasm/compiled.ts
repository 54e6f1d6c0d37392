// A script as the host keeps it, and what one may take.
import type { Limits, Program } from '../worker/model/dataway.ts'

/** A compiled script. */
export interface Compiled extends Program {
  /** Where it lies in the module; 0 when it has been dropped there: it is compiled again when somebody runs it. */
  address: number
  readonly conversion: number
  /** What was compiled, and as what: an index of `modes`. */
  readonly compiled: string
  readonly as: number
  /** Names of the variables of the message that it may look at. */
  readonly sees: 'all' | readonly string[]
  /** Maps an offset of what was compiled to one of the source. */
  readonly original: (offset: number) => number
}

export const defaultLimits: Limits = {
  fuel: 2_000_000_000,
  milliseconds: 10_000,
  heapBytes: 256 << 20,
  recursion: 1000,
  outputBytes: 64 << 20,
}

/** Characters of a source, and programs that are kept. */
export const MAX_SOURCE = 65_536
export const MAX_PROGRAMS = 500
/** How a source is compiled, as the module numbers it. */
export const modes = { module: 0, code: 1, expression: 2 } as const
