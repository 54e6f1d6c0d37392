// Places in a source: people and faults count lines and columns from 1 in code points, the editor counts UTF-16 units.
import type { SourcePlace } from '../../worker/model/fault.ts'

/** Offset of a line and column, moved to the nearest place that exists. */
export function offsetOf(source: string, line: number, column: number): number {
  const lines = source.split('\n')
  const row = Math.max(0, Math.min(line - 1, lines.length - 1))
  let offset = 0
  for (let i = 0; i < row; i++) offset += lines[i]!.length + 1
  const points = [...lines[row]!].slice(0, Math.max(0, column - 1))
  return offset + points.join('').length
}

/** The part of a source that a place means; at least one character wide where there is one. */
export function rangeOf(source: string, place: Partial<SourcePlace>): { from: number; to: number } {
  const line = place.line ?? 1
  const from = offsetOf(source, line, place.column ?? 1)
  const asked =
    place.endColumn === undefined ? from : offsetOf(source, place.endLine ?? line, place.endColumn)
  if (asked > from) return { from, to: asked }
  const word = /^\w+/.exec(source.slice(from))?.[0].length ?? 1
  if (from + word <= source.length && source[from] !== '\n') return { from, to: from + word }
  return { from: Math.max(0, from - 1), to: from }
}
