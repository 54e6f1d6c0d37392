// The list of runs shows what fits all filters, newest first.
import { expect, test } from 'vitest'
import { filterRuns } from '../../../../web/state/runs.svelte.ts'
import type { RunSummary } from '../../../../worker/model/event.ts'

const run = (id: string, more: Partial<RunSummary> = {}): RunSummary => ({
  id,
  app: 'a',
  appName: 'Contacts',
  appHash: '',
  flow: 'f',
  flowName: 'Sync',
  trigger: 'manual',
  startedAt: Number(id),
  took: 1,
  outcome: 'ok',
  steps: 1,
  events: 1,
  bytes: 1,
  ...more,
})
const runs = [
  run('1'),
  run('2', { outcome: 'failed', fault: { code: 'HTTP:422', message: 'Domain is blocked.' } }),
  run('3', { app: 'b', appName: 'Orders' }),
]
const none = { text: '', app: '', outcome: '' }
const ids = (filter: Partial<typeof none>) => filterRuns(runs, { ...none, ...filter }).map((r) => r.id)

test('filters combine', () => {
  expect(ids({})).toEqual(['3', '2', '1'])
  expect(ids({ app: 'a' })).toEqual(['2', '1'])
  expect(ids({ outcome: 'failed' })).toEqual(['2'])
  expect(ids({ app: 'b', outcome: 'failed' })).toEqual([])
})

test('words are found in app, flow, reason and id, in any case', () => {
  expect(ids({ text: ' orders' })).toEqual(['3'])
  expect(ids({ text: 'http:422' })).toEqual(['2'])
  expect(ids({ text: 'DOMAIN' })).toEqual(['2'])
})
