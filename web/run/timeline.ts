// The timeline of a run: top-level steps, scopes unfolded to their steps and loops to their rounds, on a scale that gives
// the shortest segment a width one can see. The scale is piecewise linear, so the thumb and the ticks stay true.
import type { LightState } from '../state/step-lights.ts'
import type { EventRow } from './event-rows.ts'

export interface Segment {
  readonly kind: 'step' | 'round'
  readonly step: string
  /** 1-based number of a round. */
  readonly round?: number
  readonly from: number
  readonly to: number
  readonly state: LightState
  /** The event to show when it is pressed. */
  readonly seq: number
  /** Parts that failed but were tried again or caught, µs. */
  readonly retries: readonly { from: number; to: number }[]
}

const MOST_ROUNDS = 60

interface Span {
  row: EventRow
  to: number
  children: Span[]
}

/** Segments in the order of time. `now` ends what is still under way, µs. */
export function segmentsOf(rows: readonly EventRow[], now: number): Segment[] {
  const segments: Segment[] = []
  for (const span of spansOf(rows, now)) unfold(span, segments)
  return segments.sort((a, b) => a.from - b.from)
}

/** Rows as a tree: what lies below a step, rounds holding the steps that began in them. */
function spansOf(rows: readonly EventRow[], now: number): Span[] {
  const top: Span[] = []
  const stack: Span[] = []
  for (const row of rows) {
    if (row.kind === 'branch') continue
    const span: Span = { row, to: row.took === undefined ? now : row.at + row.took, children: [] }
    while (stack.length > 0 && !holds(stack.at(-1)!.row, row)) stack.pop()
    if (row.kind === 'round') {
      const before = stack.at(-1)?.children.at(-1)
      if (before?.row.kind === 'round' && row.took === undefined) before.to = row.at
      const loop = stack.at(-1)?.row
      if (loop?.took !== undefined) span.to = loop.at + loop.took
    }
    ;(stack.at(-1)?.children ?? top).push(span)
    stack.push(span)
  }
  return top
}

function holds(outer: EventRow, inner: EventRow): boolean {
  if (outer.kind === 'step' && inner.kind === 'round') return inner.step === outer.step
  return inner.kind === 'step' && inner.depth >= outer.depth && inner.path.startsWith(outer.path + '/')
}

function unfold(span: Span, into: Segment[]): void {
  const { children } = span
  const rounds = children.filter((child) => child.row.kind === 'round')
  if (rounds.length > 1 && rounds.length <= MOST_ROUNDS) {
    for (const round of rounds) into.push(segment(round))
    return
  }
  const steps = children.filter((child) => child.row.kind === 'step')
  if (rounds.length === 0 && steps.length > 0 && span.row.kind === 'step') {
    for (const step of steps) unfold(step, into)
    return
  }
  into.push(segment(span))
}

function segment(span: Span): Segment {
  const { row } = span
  const inner = descendants(span)
  return {
    kind: row.kind === 'round' ? 'round' : 'step',
    step: row.step,
    round: row.round && row.round.index + 1,
    from: row.at,
    to: Math.max(span.to, row.at),
    state: stateOf(span),
    seq: row.end ?? row.seq,
    retries: inner
      .filter((s) => s.row.state === 'failed' && s.children.length === 0)
      .map((s) => ({ from: s.row.at, to: s.to })),
  }
}

/** A round has failed when one of its own steps has: what a scope inside caught did not reach it. */
function stateOf({ row, children }: Span): LightState {
  if (row.kind === 'step') return row.state
  const states = children.map((child) => child.row.state)
  return (['failed', 'running'] as const).find((state) => states.includes(state)) ?? 'ok'
}

function descendants(span: Span): Span[] {
  return span.children.flatMap((child) => [child, ...descendants(child)])
}

/** Time in µs ↔ place in 0 … 1. */
export interface Scale {
  x(at: number): number
  at(x: number): number
}

/** A scale on which each segment is at least `least` (a share of the width) wide. */
export function scaleOf(segments: readonly Segment[], total: number, least: number): Scale {
  const marks = [...new Set([0, ...segments.flatMap((s) => [s.from, s.to]), total])]
    .filter((at) => at >= 0 && at <= total)
    .sort((a, b) => a - b)
  const holdsSegment = (from: number, to: number) => segments.some((s) => s.from <= from && s.to >= to)
  const widths = marks.slice(1).map((to, i) => {
    const from = marks[i]!
    const share = total === 0 ? 1 : (to - from) / total
    return holdsSegment(from, to) ? Math.max(share, least) : share
  })
  const sum = widths.reduce((a, b) => a + b, 0) || 1
  const places = [0]
  for (const width of widths) places.push(places.at(-1)! + width / sum)
  const through = (from: readonly number[], to: readonly number[], value: number) => {
    let i = 1
    while (i < from.length - 1 && from[i]! < value) i++
    const [a = 0, b = 0, c = 0, d = 0] = [from[i - 1], from[i], to[i - 1], to[i]]
    return b === a ? d : c + ((Math.min(Math.max(value, a), b) - a) / (b - a)) * (d - c)
  }
  return {
    x: (at) => (marks.length < 2 ? 0 : through(marks, places, at)),
    at: (x) => (marks.length < 2 ? 0 : through(places, marks, x)),
  }
}
