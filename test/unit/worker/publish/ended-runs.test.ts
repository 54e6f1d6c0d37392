// Summaries of runs that went well: written together, never held back for ever, and never in the way of a run.
import { expect, it } from 'vitest'
import { emptyApp, type App } from '../../../../worker/model/app.ts'
import { begunSummary } from '../../../../worker/model/run-summary.ts'
import type { RunSummary } from '../../../../worker/model/event.ts'
import { EndedRuns } from '../../../../worker/publish/ended-runs.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { Machine } from '../../../support/machine.ts'

const app: App = {
  ...emptyApp('endedrun', 'Ended'),
  flows: [{ id: 'f', name: 'F', steps: [], samples: [], settings: {} }],
}
const ended = (id: string): RunSummary => ({
  ...begunSummary(id, app, app.flows[0]!, 'hash', 1),
  outcome: 'ok',
})

function store() {
  const { store } = new Machine(new MemoryTables(), async () => new MemoryTables()).tab()
  const writes: number[] = []
  const watched = new Proxy(store, {
    get: (target, name: keyof typeof store) => {
      if (name !== 'addSummaries') return (target[name] as () => unknown).bind(target)
      return async (summaries: RunSummary[]) => {
        writes.push(summaries.length)
        await target.addSummaries(summaries)
      }
    },
  })
  return { store: watched, writes, ids: async () => (await store.runs({ limit: 9999 })).map(({ id }) => id) }
}

it('those of one moment are one write, and are there as other runs are', async () => {
  const { store: watched, writes, ids } = store()
  const timers: (() => void)[] = []
  const runs = new EndedRuns(watched, (_, call) => (timers.push(call), () => {}))
  expect(['a', 'b', 'c'].map((id) => runs.add(ended(id)))).toEqual([undefined, undefined, undefined])
  expect([timers.length, writes]).toEqual([1, []])
  timers[0]!()
  await expect.poll(ids).toEqual(['c', 'b', 'a'])
  void runs.add(ended('d'))
  expect(timers.length).toBe(2)
  await runs.written()
  expect([await ids(), writes]).toEqual([
    ['d', 'c', 'b', 'a'],
    [3, 1],
  ])
  expect(await watched.loadRun('a')).toMatchObject({ summary: { outcome: 'ok' }, events: [] })
})

it('where the store is behind, the next run waits for it', async () => {
  const { store: watched, writes } = store()
  const runs = new EndedRuns(watched, () => () => {})
  const waits = Array.from({ length: 500 }, (_, n) => runs.add(ended(`r${n}`)))
  expect(waits.filter(Boolean).length).toBe(1)
  await waits.at(-1)
  expect(writes).toEqual([500])
})

it('a store that takes nothing stops no run', async () => {
  const full = { addSummaries: () => Promise.reject(new Error('no room')) } as never
  const runs = new EndedRuns(full, () => () => {})
  void runs.add(ended('a'))
  await runs.written()
  void runs.add(ended('b'))
  await runs.written()
})
