// Log lines across runs: every documented filter, newest first, page after page without one twice or left out.
import { beforeAll, describe, expect, test } from 'vitest'
import type { LogFilter, LogLine } from '../../../../worker/api.ts'
import type { RunEvent, RunSummary } from '../../../../worker/model/event.ts'
import { logPage } from '../../../../worker/store/log-lines.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'

const tables = new MemoryTables()
const begin = Date.UTC(2026, 10, 28)

function summary(n: number, more: Partial<RunSummary> = {}): RunSummary {
  const id = `r${String(n).padStart(5, '0')}`
  const names = {
    app: 'a',
    appName: 'Contacts',
    appHash: 'v1',
    flow: 'f',
    flowName: 'Sync',
    trigger: 'manual',
  }
  return { id, ...names, startedAt: begin + n * 60_000, took: 5_000, outcome: 'ok', steps: 1, events: 4, bytes: 1, ...more } // prettier-ignore
}
async function keep(one: RunSummary, ...lines: RunEvent['data'][]): Promise<void> {
  await tables.putRun({ id: one.id, app: one.app, summary: one, tab: 't' })
  const events = lines.map((data, n): RunEvent => ({
    seq: n + 1,
    at: n * 1_000_000,
    path: `s${n}`,
    kind: 'log',
    data,
  }))
  await tables.putEvents(one.id, 0, JSON.stringify([{ seq: 0, at: 0, path: '', kind: 'start' }, ...events]))
}
async function all(filter: LogFilter): Promise<LogLine[]> {
  const lines: LogLine[] = []
  for (let after: string | undefined; ;) {
    const page = await logPage(tables, { ...filter, ...(after !== undefined && { after }) })
    lines.push(...page.lines)
    after = page.next
    if (after === undefined) return lines
  }
}
const texts = async (filter: LogFilter) => (await all(filter)).map(({ text }) => text)

beforeAll(async () => {
  await keep(
    summary(1),
    { level: 'INFO', category: 'sync', text: 'first' },
    { level: 'WARN', text: 'Slow answer' },
  )
  await keep(summary(2, { appHash: 'v2' }), { level: 'DEBUG', text: 'detail' })
  await keep(summary(3, { app: 'b', appName: 'Orders', flow: 'g', flowName: 'Take' }), {
    level: 'INFO',
    text: 'order',
  })
  const fault = { code: 'HTTP:500', message: 'Broken', at: { path: 's9' } }
  await keep(summary(4, { outcome: 'failed', fault }))
})

describe('log lines', () => {
  test('come newest first, and a failed run leaves its reason as an error', async () => {
    expect(await texts({})).toEqual(['Broken', 'order', 'detail', 'Slow answer', 'first'])
    const [failed] = await all({})
    expect(failed).toMatchObject({
      level: 'ERROR',
      category: 'HTTP:500',
      path: 's9',
      t: begin + 4 * 60_000 + 5_000,
    })
  })
  test('app, flow, version, run, level, content and time filter', async () => {
    expect(await texts({ app: 'b' })).toEqual(['order'])
    expect(await texts({ flow: 'g' })).toEqual(['order'])
    expect(await texts({ appHash: 'v2' })).toEqual(['detail'])
    expect(await texts({ run: '00001' })).toEqual(['Slow answer', 'first'])
    expect(await texts({ level: 'WARN' })).toEqual(['Broken', 'Slow answer'])
    expect(await texts({ text: 'slow ANSWER' })).toEqual(['Slow answer'])
    expect(await texts({ text: 'SYNC' })).toEqual(['detail', 'Slow answer', 'first'])
    expect(await texts({ from: begin + 3 * 60_000 })).toEqual(['Broken', 'order'])
    expect(await texts({ from: begin + 60_500, to: begin + 61_500 })).toEqual(['Slow answer'])
  })
  test('of many runs come in pages, each line once', async () => {
    const many = new MemoryTables()
    for (let n = 0; n < 1_200; n++) {
      const one = summary(n)
      await many.putRun({ id: one.id, app: one.app, summary: one, tab: 't' })
      const line: RunEvent = { seq: 1, at: 0, path: 's', kind: 'log', data: { text: String(n) } }
      await many.putEvents(one.id, 0, JSON.stringify([line]))
    }
    const seen: string[] = []
    let pages = 0
    for (let after: string | undefined; ; pages++) {
      const page = await logPage(many, after === undefined ? {} : { after })
      seen.push(...page.lines.map(({ text }) => text))
      after = page.next
      if (after === undefined) break
    }
    expect(seen).toEqual(Array.from({ length: 1_200 }, (_, n) => String(1_199 - n)))
    expect(pages).toBeGreaterThan(1)
  })
})
