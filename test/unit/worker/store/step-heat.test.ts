// Heat of the steps: counts, failures and durations of recorded runs, by slices of a time.
import { expect, test } from 'vitest'
import type { RunEvent, RunSummary } from '../../../../worker/model/event.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { stepHeat } from '../../../../worker/store/step-heat.ts'
import { temperatures } from '../../../../web/heat/heat.svelte.ts'

function summary(id: string, startedAt: number): RunSummary {
  const names = { app: 'a', appName: 'A', appHash: '', flow: 'f', flowName: 'F', trigger: 'manual' }
  return { id, ...names, startedAt, took: 1, outcome: 'ok', steps: 1, events: 4, bytes: 1 }
}
/** A run in which step `s` took so many milliseconds, in a loop `l`. */
async function keep(
  tables: MemoryTables,
  id: string,
  startedAt: number,
  ms: number,
  kind: 'leave' | 'fault' = 'leave',
) {
  const path = 'l/x[0]/s'
  const events: RunEvent[] = [
    { seq: 0, at: 0, path: '', kind: 'start' },
    { seq: 1, at: 1000, path, kind: 'enter' },
    { seq: 2, at: 1000 + ms * 1000, path, kind },
    { seq: 3, at: 9000, path: 'off', kind: 'leave', data: { skipped: true } },
  ]
  await tables.putRun({ id, app: 'a', summary: summary(id, startedAt), tab: 't' })
  await tables.putEvents(id, 0, JSON.stringify(events))
}

test('runs in the time count, each in its slice; others do not', async () => {
  const tables = new MemoryTables()
  await keep(tables, 'r1', 50, 10)
  await keep(tables, 'r2', 950, 30)
  await keep(tables, 'r3', 960, 20, 'fault')
  await keep(tables, 'r4', 1000, 99)
  const found = await stepHeat(tables, { app: 'a', flow: 'f', from: 0, to: 1000, slices: 2 })
  expect(found.runs).toBe(3)
  expect(Object.keys(found.steps)).toEqual(['s'])
  expect(found.steps['s']).toEqual([
    { visits: 1, failures: 0, took: [10] },
    { visits: 2, failures: 1, took: [20, 30] },
  ])
  expect(temperatures(found, 'took', undefined).get('s')).toMatchObject({
    visits: 3,
    failures: 1,
    p50: 20,
    p95: 30,
    level: 1,
  })
  expect(temperatures(found, 'failures', 0).get('s')).toMatchObject({ visits: 1, failures: 0, level: 0 })
})
