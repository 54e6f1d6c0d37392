// A duration in a config: a number of seconds, or a number with its unit as text: `250 ms`, `60 s`, `5 min`, `2 h`, `1 d`.
import { fault } from './fault.ts'

const units: Record<string, number> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 }
export const DURATION_UNITS = Object.keys(units)

/** Milliseconds. Throws CORE:DURATION for what is not a duration. */
export function milliseconds(duration: string | number): number {
  if (typeof duration === 'number' && Number.isFinite(duration) && duration >= 0) return duration * 1000
  const found = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|min|h|d)?\s*$/.exec(String(duration))
  if (!found)
    throw fault('CORE:DURATION', `${JSON.stringify(duration)} is not a duration.`, {
      hint: 'Write a number with its unit: 250 ms, 60 s, 5 min, 2 h, 1 d.',
    })
  return Number(found[1]) * units[found[2] ?? 's']!
}
