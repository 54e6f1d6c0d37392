// Shadow run: another version of a flow on what recorded runs got, with their recorded effects. Nothing outside is called; what
// the new version would ask besides is told.
import type { RunRecord, ShadowCall, ShadowEnd, ShadowRow, StoreApi } from '../api.ts'
import type { Engine } from '../engine/engine.ts'
import type { App } from '../model/app.ts'
import { refText, type RunEvent, type RunSummary } from '../model/event.ts'
import type { Fault } from '../model/fault.ts'
import { newRunId } from '../model/id.ts'

const defaultRuns = 100

export interface ShadowOptions {
  app: App
  flow: string
  /** The newest so many recorded runs of the flow; default 100. */
  limit?: number
  /** Hears of each, as it is done. */
  onRow?: (row: ShadowRow) => void
  stopped?: () => boolean
}

/** Runs without a record (trace level `off`, or gone) are left out. */
export async function shadow(engine: Engine, store: StoreApi, options: ShadowOptions): Promise<ShadowRow[]> {
  const rows: ShadowRow[] = []
  for (const { id } of await runsOf(store, options)) {
    if (options.stopped?.()) break
    const stored = await store.loadRun(id)
    if (!stored?.record || stored.record.startAt !== undefined) continue
    const row = await shadowOne(engine, options.app, stored.record, stored.events)
    rows.push(row)
    options.onRow?.(row)
  }
  return rows
}

async function runsOf(
  store: StoreApi,
  { app, flow, limit = defaultRuns }: ShadowOptions,
): Promise<RunSummary[]> {
  const runs = await store.runs({ app: app.id, flow, limit })
  return runs.filter(({ outcome }) => outcome === 'ok' || outcome === 'failed')
}

async function shadowOne(
  engine: Engine,
  app: App,
  record: RunRecord,
  events: RunEvent[],
): Promise<ShadowRow> {
  const { summary } = record
  const missing: ShadowCall[] = []
  const collected: RunEvent[] = []
  const { digest: _digest, ...withoutDigest } = record
  const { run, done } = engine.replay(withoutDigest, app, newRunId(), (batch) => collected.push(...batch))
  const result = await done
  engine.release(run)
  for (const { path, kind, data } of collected) {
    const failed = kind === 'fault' ? data?.fault : undefined
    const { kind: asks, asked, recorded } = (failed?.data ?? {}) as Record<string, string | undefined>
    if (failed?.code === 'REPLAY:MISSING' && failed.at?.path === path) {
      if (!missing.some((one) => one.path === path && one.asked === asked))
        missing.push({ sign: '+', path, kind: asks ?? '', asked: asked ?? '' })
    }
    if (failed?.code === 'REPLAY:DIFFERS' && asked !== undefined)
      missing.push({ sign: '~', path, kind: asks ?? '', asked, ...(recorded !== undefined && { recorded }) })
  }
  const unasked = new Set(run.door.unasked())
  for (const { key, kind, asked } of record.effects)
    if (unasked.has(key) && !isInner(kind))
      missing.push({ sign: '-', path: key.slice(0, key.lastIndexOf('#')), kind, asked })
  const calls = missing.filter(({ kind }) => !isInner(kind))
  const before = endOf(summary, events)
  const after = endOf(result.summary, collected)
  return { run: summary.id, startedAt: summary.startedAt, before, after, ...compared(before, after, calls) }
}

/** The clock and chance: a step more or less that reads them changes nothing outside. */
function isInner(kind: string): boolean {
  return kind === 'clock' || kind === 'random'
}

function endOf({ outcome, fault }: RunSummary, events: readonly RunEvent[]): ShadowEnd {
  const values = events.findLast((event) => event.kind === 'end')?.values
  return { outcome, ...(fault && { fault }), ...(values && { values }) }
}

/** Its code, and the exception of a script. */
function kindOf(failed: Fault | undefined): string {
  return failed ? `${failed.code} ${String(failed.data?.['exception'] ?? '')}` : ''
}

function compared(
  before: ShadowEnd,
  after: ShadowEnd,
  calls: ShadowCall[],
): Pick<ShadowRow, 'verdict' | 'differs' | 'calls'> {
  const differs: ShadowRow['differs'] = []
  if (before.outcome !== after.outcome) differs.push('outcome')
  if (kindOf(before.fault) !== kindOf(after.fault)) differs.push('fault')
  // A published run that went well keeps no values: then its outcome and its calls are all there is to compare.
  if (before.values && after.values && differs.length === 0)
    for (const part of ['payload', 'attributes', 'variables'] as const)
      if (refText(before.values[part]) !== refText(after.values[part])) differs.push(part)
  if (calls.length > 0) differs.push('calls')
  // What the outside would have answered to something new is not known, nor what the flow would have made of it.
  const isUnknown = after.fault?.code === 'REPLAY:MISSING' || calls.some(({ sign }) => sign === '+')
  return { verdict: isUnknown ? 'unknown' : differs.length > 0 ? 'differs' : 'same', differs, calls }
}
