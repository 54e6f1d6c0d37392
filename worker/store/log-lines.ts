// Log lines across runs, newest first, page by page: what the Logger and the components wrote, and the failure a run ended with.
import type { LogFilter, LogLine, LogPage } from '../api.ts'
import type { Level, RunEvent, RunSummary } from '../model/event.ts'
import { lifeOf } from './record.ts'
import type { EventsPart, Tables } from './tables.ts'

/** A page ends after so many lines, or so many milliseconds of looking. */
const mostLines = 500
const longestLook = 250
/** As many runs as are ever kept. */
const mostRuns = 10_000
const levels: Level[] = ['DEBUG', 'INFO', 'WARN', 'ERROR']

export async function logPage(tables: Tables, filter: LogFilter): Promise<LogPage> {
  const until = performance.now() + longestLook
  const lines: LogLine[] = []
  const { app, flow } = filter
  const runs = await tables.runs({ app, flow, limit: mostRuns })
  for (const { summary } of runs) {
    if (filter.after !== undefined && summary.id >= filter.after) continue
    if (!mayHave(summary, filter)) continue
    for (const line of linesOf(summary, await partsOf(tables, summary)).reverse())
      if (fits(line, filter)) lines.push(line)
    if (lines.length >= mostLines || performance.now() > until) return { lines, next: summary.id }
  }
  return { lines }
}

/** The batches of a run's events; of a durable run those of its last life. */
export async function partsOf(tables: Tables, summary: RunSummary): Promise<EventsPart[]> {
  return (await tables.events(summary.id)).filter(({ life = 0 }) => life === lifeOf(summary))
}

function mayHave(summary: RunSummary, { appHash, run, from, to }: LogFilter): boolean {
  if (appHash !== undefined && summary.appHash !== appHash) return false
  if (run && !summary.id.includes(run)) return false
  if (to !== undefined && summary.startedAt > to) return false
  const ended = summary.outcome === 'running' ? Infinity : summary.startedAt + summary.took
  return from === undefined || ended >= from
}

/** Most events are no log lines: only batches that hold one are read. */
function linesOf(summary: RunSummary, parts: readonly EventsPart[]): LogLine[] {
  const { id, app, appName, appHash, flow, flowName, startedAt } = summary
  const about = { run: id, app, appName, appHash, flow, flowName }
  const lines: LogLine[] = []
  for (const { text } of parts) {
    if (!text.includes('"kind":"log"')) continue
    for (const { kind, seq, at, path, data } of JSON.parse(text) as RunEvent[]) {
      if (kind !== 'log') continue
      const { level = 'INFO', category = flowName, text: said = '' } = data ?? {}
      lines.push({ ...about, seq, t: startedAt + at / 1000, level, category, text: said, path })
    }
  }
  const { fault } = summary
  if (fault) lines.push({ ...about, seq: -1, t: startedAt + summary.took, level: 'ERROR', category: fault.code, text: fault.message, path: fault.at?.path ?? '' }) // prettier-ignore
  return lines
}

function fits(line: LogLine, { level, text, from, to }: LogFilter): boolean {
  if (level && levels.indexOf(line.level) < levels.indexOf(level)) return false
  if (from !== undefined && line.t < from) return false
  if (to !== undefined && line.t > to) return false
  return !text || `${line.text}\n${line.category}\n${line.path}`.toLowerCase().includes(text.toLowerCase())
}
