// Which registers are still read after a place: what compiled code must write back when it ends there.
import type { Code } from './code.ts'

const ends = new Set(['JUMP', 'JUMP_BACK', 'COMPILED_BACK', 'RETURN', 'RETURN_NONE', 'RAISE', 'RAISE_AGAIN', 'RERAISE', 'ASSERTION']) // prettier-ignore

/** For each instruction the registers that may be read at it or after it before they are written, as flags by number. */
export function liveRegisters(code: Code): Uint8Array[] {
  const { instructions, positions, rows, registers } = code
  const live = instructions.map(() => new Uint8Array(registers + 1))
  const join = (to: Uint8Array, from: Uint8Array | undefined, except = -1): boolean => {
    let changed = false
    if (from)
      for (let r = 0; r < registers; r++)
        if (from[r] && !to[r] && r !== except) {
          to[r] = 1
          changed = true
        }
    return changed
  }
  const handlers = instructions.map((i) => rows.filter((row) => i.at >= row.from && i.at < row.to))
  const out = new Uint8Array(registers + 1)
  for (let again = true; again;) {
    again = false
    for (let n = instructions.length - 1; n >= 0; n--) {
      const i = instructions[n]!
      out.fill(0)
      if (!ends.has(i.op)) join(out, live[n + 1])
      if (i.target >= 0) join(out, live[positions.get(i.target)!])
      for (const r of i.writes) out[r] = 0
      // FOR_ITER and SEND write nothing when they jump, and what fails writes nothing.
      if (i.target >= 0 && i.writes.length) join(out, live[positions.get(i.target)!])
      for (const r of i.reads) out[r] = 1
      for (const row of handlers[n]!) join(out, live[positions.get(row.handler)!], row.register)
      if (join(live[n]!, out)) again = true
    }
  }
  return live
}
