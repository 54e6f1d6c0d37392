// The shape of a loop in WebAssembly: jumps of the machine go to word numbers, those of WebAssembly out of a block or to the
// start of a loop. Code of the compiler has only loops that are entered at their start, so that intervals of instructions do.
import { type Code, isBackward } from './code.ts'

export interface Interval {
  readonly kind: 'block' | 'loop'
  /** Positions of its first instruction and of the one behind its last. */
  from: number
  readonly to: number
  /** The word that a jump to it is for. */
  readonly target: number
}

export interface LoopShape {
  readonly from: number
  readonly to: number
  /** Outer ones first. */
  readonly intervals: readonly Interval[]
}

/** What would have to suspend the frame. */
const suspending = new Set(['YIELD', 'YIELD_DELEGATE', 'SEND'])

/** The loop that starts at a word; undefined when it cannot be compiled. */
export function shapeOf(code: Code, header: number): LoopShape | undefined {
  const { instructions, positions } = code
  const from = positions.get(header)!
  const to = instructions.findLastIndex((i) => isBackward(i) && i.target === header) + 1
  if (to <= from) return undefined
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  for (let n = from; n < to; n++) {
    const i = instructions[n]!
    if (suspending.has(i.op)) return undefined
    if (i.target < 0) continue
    const target = positions.get(i.target)!
    if (isBackward(i)) ends.set(target, Math.max(ends.get(target) ?? 0, n + 1))
    else if (target > from && target < to) starts.set(target, Math.min(starts.get(target) ?? n, n))
  }
  const word = (n: number): number => instructions[n]!.at
  const intervals: Interval[] = [
    ...[...ends].map(([start, end]) => ({
      kind: 'loop' as const,
      from: start,
      to: end,
      target: word(start),
    })),
    ...[...starts].map(([end, start]) => ({
      kind: 'block' as const,
      from: start,
      to: end,
      target: word(end),
    })),
  ]
  // A block that is left from inside of another interval begins where that does.
  for (let again = true; again;) {
    again = false
    for (const a of intervals)
      for (const b of intervals)
        if (b.kind === 'block' && a.from < b.from && b.from < a.to && a.to < b.to) {
          b.from = a.from
          again = true
        }
  }
  const crossing = intervals.some((a) =>
    intervals.some((b) => a.from < b.from && b.from < a.to && a.to < b.to),
  )
  const outside = intervals.some((a) => a.from < from || a.to > to)
  if (crossing || outside) return undefined
  intervals.sort((a, b) => a.from - b.from || b.to - a.to || (a.kind === 'block' ? -1 : 1))
  return { from, to, intervals }
}
