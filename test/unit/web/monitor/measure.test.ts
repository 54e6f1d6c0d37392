// Counts, failures and percentiles of runs over time.
import { expect, test } from 'vitest'
import { byFlow, measure, percentile, slicesOf } from '../../../../web/monitor/measure.ts'
import type { RunSummary } from '../../../../worker/model/event.ts'

const run = (startedAt: number, took: number, more: Partial<RunSummary> = {}): RunSummary => ({
  id: `r${startedAt}`,
  app: 'a',
  appName: 'A',
  appHash: '',
  flow: 'f',
  flowName: 'F',
  trigger: 'manual',
  startedAt,
  took,
  outcome: 'ok',
  steps: 1,
  events: 1,
  bytes: 0,
  ...more,
})

test('percentiles are values that were measured', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1)
  expect([percentile(hundred, 0.5), percentile(hundred, 0.95)]).toEqual([50, 95])
  expect([percentile([7], 0.95), percentile([], 0.5)]).toEqual([7, undefined])
})
test('a run under way counts as a run, not as a duration', () => {
  const runs = [run(0, 10), run(1, 0, { outcome: 'running' }), run(2, 30, { outcome: 'failed' })]
  expect(measure(runs)).toEqual({ runs: 3, failures: 1, p50: 10, p95: 30 })
})
test('slices: a run belongs to the slice it started in; an empty one has no duration', () => {
  const slices = slicesOf([run(1000, 5), run(1999, 15), run(3500, 1, { outcome: 'failed' }), run(9000, 1)], 1000, 4000, 3) // prettier-ignore
  expect(slices).toEqual({ from: [1, 2, 3], runs: [2, 0, 1], failures: [0, 0, 1], p50: [5, null, 1], p95: [15, null, 1] }) // prettier-ignore
})
test('flows with failures stand first', () => {
  const other = { flow: 'g', flowName: 'G' }
  const rows = byFlow([run(1, 1), run(2, 1), run(3, 9, { ...other, outcome: 'failed' })], 0, 4, 2)
  expect(
    rows.map(({ flow, runs, failures, heat }) => [flow, runs, failures, heat.map((one) => one.runs)]),
  ).toEqual([
    ['g', 1, 1, [0, 1]],
    ['f', 2, 0, [1, 1]],
  ])
  expect(rows[0]!.last.startedAt).toBe(3)
})
