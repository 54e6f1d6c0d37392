// Old runs go by number and by bytes; what is pinned, under way or a dead letter stays.
import { expect, test } from 'vitest'
import type { RunRecord } from '../../../../worker/api.ts'
import type { RunSummary } from '../../../../worker/model/event.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { retentionSetting } from '../../../../worker/model/retention.ts'
import { outlived } from '../../../../worker/store/retention.ts'
import type { Store } from '../../../../worker/store/store.ts'
import { Machine } from '../../../support/machine.ts'

const names = { app: 'a1', appName: 'A', appHash: 'h', flow: 'f', flowName: 'F', trigger: 'manual' }
function summary(id: string, more: Partial<RunSummary> = {}): RunSummary {
  return { id, ...names, startedAt: 1, took: 0, outcome: 'ok', steps: 0, events: 0, bytes: 0, ...more }
}
function record(id: string, bytes: number): RunRecord {
  const input = { id: 'i', name: 'i', value: 'x'.repeat(bytes) }
  return { format: 'weft-run/1', summary: summary(id), input, base: '', effects: [] }
}
const idOf = (n: number): string => `r${String(n).padStart(5, '0')}`
const ids = async (store: Store): Promise<string[]> =>
  (await store.runs({ limit: Infinity })).map(({ id }) => id)

test('the oldest beyond the number and beyond the bytes go; pinned, running and dead ones take no room', () => {
  const runs = [
    summary('r6', { bytes: 10 }),
    summary('r5', { bytes: 10, pinned: true }),
    summary('r4', { bytes: 10, outcome: 'running' }),
    summary('r3', { bytes: 10, dead: true, outcome: 'failed' }),
    summary('r2', { bytes: 10 }),
    summary('r1', { bytes: 10 }),
  ]
  const gone = (room: { runs: number; bytes: number }): string[] => outlived(runs, room).map(({ id }) => id)
  expect(gone({ runs: 2, bytes: 1_000 })).toEqual(['r1'])
  expect(gone({ runs: 10, bytes: 20 })).toEqual(['r1'])
  expect(gone({ runs: 10, bytes: 19 })).toEqual(['r2', 'r1'])
  // The newest is kept although it alone is too large.
  expect(gone({ runs: 10, bytes: 5 })).toEqual(['r2', 'r1'])
})

test('a store that many runs end in keeps the newest ones and the pinned one, also after a restart', async () => {
  const machine = new Machine(new MemoryTables(), async () => new MemoryTables())
  const { store, kill } = machine.tab()
  await store.setSetting(retentionSetting, { runs: 50 })
  await store.putRun(summary(idOf(0)), record(idOf(0), 10), [])
  await store.pinRun(idOf(0), true)
  for (let n = 1; n < 200; n++) await store.putRun(summary(idOf(n)), record(idOf(n), 10), [])
  await expect.poll(async () => (await ids(store)).length).toBe(51)
  expect(await ids(store)).toEqual([...Array.from({ length: 50 }, (_, i) => idOf(199 - i)), idOf(0)])
  kill()
  await machine.loseDatabase()
  const next = machine.tab()
  await next.store.pinRun(idOf(0), false)
  expect(await ids(next.store)).toHaveLength(51)
  expect(await next.store.loadRun(idOf(1))).toBeUndefined()
})

test('what no longer fits goes as soon as less is to be kept, and whoever watches the runs is told', async () => {
  const machine = new Machine(new MemoryTables(), async () => new MemoryTables())
  const { store } = machine.tab()
  for (let n = 0; n < 6; n++) await store.putRun(summary(idOf(n)), record(idOf(n), 10), [])
  let told = 0
  await store.watchRuns({ limit: 100 }, (runs) => (told = runs.length))
  await expect.poll(() => told).toBe(6)
  await store.setSetting(retentionSetting, { runs: 2 })
  await expect.poll(() => told).toBe(2)
  expect(await ids(store)).toEqual([idOf(5), idOf(4)])
})

test('bytes are those of record, events and journal, and large runs let older ones go sooner', async () => {
  const machine = new Machine(new MemoryTables(), async () => new MemoryTables())
  const { store } = machine.tab()
  await store.setSetting(retentionSetting, { bytes: 20 * 1024 * 1024 })
  for (let n = 0; n < 8; n++) await store.putRun(summary(idOf(n)), record(idOf(n), 5 * 1024 * 1024), [])
  await expect.poll(async () => (await ids(store)).length).toBeLessThanOrEqual(5)
  const [newest] = await store.runs({ limit: 1 })
  const text = JSON.stringify(record(idOf(7), 5 * 1024 * 1024)) + '[]'
  expect(newest).toMatchObject({ id: idOf(7), bytes: text.length })
})

test('a durable run counts its journal over all its lives', async () => {
  const machine = new Machine(new MemoryTables(), async () => new MemoryTables())
  const first = machine.tab()
  const begun = summary('d', { outcome: 'running', durable: { epoch: 1, entries: 1, stuck: 0 } })
  const begin = { begin: { setting: { granted: { hosts: 'all' as const } }, reply: false, launches: 0 } }
  await first.store.beginRun({ summary: begun, record: record('d', 10), journal: [begin] })
  const effect = { key: 's#0', kind: 'clock', asked: '', outcome: { value: 'x'.repeat(1_000) } }
  await first.store.addToJournal('d', 1, [effect])
  first.kill()
  const { store } = machine.tab()
  const next = { ...begun, durable: { epoch: 2, entries: 2, stuck: 0 } }
  await store.appendEvents('d', next, [])
  await store.addToJournal('d', 2, [effect])
  await store.appendEvents('d', { ...next, outcome: 'ok' }, [])
  const [run] = await store.runs({ limit: 1 })
  const parts = [record('d', 10), [begin], [effect], [effect]]
  const written = parts.reduce((sum, part) => sum + JSON.stringify(part).length, 0)
  // Each of the two lists of events is written as one, too: empty.
  expect(run!.bytes - written).toBeLessThanOrEqual(4)
  expect(run!.bytes).toBeGreaterThanOrEqual(written)
})
