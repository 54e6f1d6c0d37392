// The heat of a step as the canvas shows it.
import type { StepMark } from '../canvas/canvas-context.ts'
import { count, shortDuration } from '../text/numbers.ts'
import type { StepTemperature } from './heat.svelte.ts'
import { heatWords } from './words.ts'

export function heatMark({
  visits,
  failures,
  p50,
  p95,
  level,
}: StepTemperature): NonNullable<StepMark['heat']> {
  const t = heatWords()
  return {
    text: t.chip(count(visits), count(failures), shortDuration(p95)),
    tip: t.tip(shortDuration(p50), shortDuration(p95)),
    level,
    failed: failures > 0,
  }
}
