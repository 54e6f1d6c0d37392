// Finds what a killed tab left and makes the tables whole again. Files of tabs that are gone are read; what the tables lack
// is applied: the last edits after a kill, everything after the browser lost its database. Many or large files become one.
import type { RunSummary } from '../model/event.ts'
import { applyAll } from './apply.ts'
import { encodeFrame, readFrames } from './frame.ts'
import type { StoreHome } from './home.ts'
import type { LogFile, LogFolder } from './log-folder.ts'
import { decodeRecord, encodeRecord, endOfBase, inOrder, type StoreRecord } from './record.ts'
import { MemoryTables } from './memory-tables.ts'
import type { HistoryEntry, StoredApp, StoredRun, Tables } from './tables.ts'
import { changeOf } from './text-change.ts'

const mergeAboveBytes = 8 * 1024 * 1024
const mergeAboveFiles = 12
const flushBytes = 1024 * 1024
/** Runs that are read beside each other for a base. */
const runsAtOnce = 64

export interface Recovered {
  apps: number
  runs: number
  reason: 'killed' | 'database-lost' | 'files-lost' | ''
  interrupted: RunSummary[]
}

export function tabLock(tab: string): string {
  return `weft:tab:${tab}`
}
export function walName(tab: string): string {
  return `wal-${tab}.log`
}

/** To be called at opening, and when another tab is found dead. One at a time among all tabs. */
export function recover(home: StoreHome): Promise<Recovered> {
  return home.locks.run('weft:recovery', async () => {
    const found = home.folder ? await readFiles(home, home.folder) : { apps: 0, runs: 0, reason: '' as const }
    return { ...found, interrupted: await endInterrupted(home) }
  })
}

async function readFiles(home: StoreHome, folder: LogFolder): Promise<Omit<Recovered, 'interrupted'>> {
  const { tables } = home
  const applied = await tables.applied()
  const names = await folder.list()
  const base = await newestBase(folder, names)
  const { dead, letGo } = await deadFiles(home, names)
  try {
    const reason = await reasonOf(tables, applied, names)
    const todo: StoreRecord[] = []
    const whole = new Map<string, number>()
    for (const name of base ? [base, ...dead] : dead) {
      const known = applied.get(name) ?? 0
      if (name === base && known > 0) continue
      const log = await folder.read(name)
      const { frames, bytes } = readFrames(log)
      let at = 0
      for (const frame of frames) {
        at += 17 + frame.payload.length
        const record = at > known ? decodeRecord(frame) : undefined
        if (record) todo.push(record)
      }
      whole.set(name, bytes)
    }
    const changed = await bringIn(tables, todo, whole, reason === 'database-lost')
    if (reason === 'files-lost') await merge(home, folder, base, dead)
    return { ...changed, reason: changed.apps + changed.runs > 0 || reason === 'files-lost' ? reason : '' }
  } finally {
    letGo()
  }
}

/** Makes one file of those that tabs have left, when they are many or large. Nobody has to wait for it. */
export function mergeFiles(home: StoreHome): Promise<void> {
  return home.locks.run('weft:recovery', async () => {
    const { folder, tables } = home
    if (!folder) return
    const names = await folder.list()
    const { dead, letGo } = await deadFiles(home, names)
    try {
      const applied = await tables.applied()
      // One that is not in the tables yet was left a moment ago, and is brought in first.
      const known = dead.filter((name) => applied.has(name))
      const size = known.reduce((sum, name) => sum + applied.get(name)!, 0)
      if (known.length > mergeAboveFiles || size > mergeAboveBytes)
        await merge(home, folder, await newestBase(folder, names), known)
    } finally {
      letGo()
    }
  })
}

/** On a full disk the files stay as they are. */
async function merge(
  { tables }: StoreHome,
  folder: LogFolder,
  base: string | undefined,
  dead: readonly string[],
): Promise<void> {
  try {
    await writeBase(tables, folder, base)
  } catch {
    return
  }
  for (const name of base ? [base, ...dead] : dead) {
    await folder.remove(name)
    await tables.forgetApplied(name)
  }
}

/**
 * Writes all that the tables hold as a new base and empties the file of this tab: a tab that lives long does not fill the
 * disk with what was changed long ago. Safe at any moment of a crash: the base counts only when it is whole.
 */
export function checkpoint(home: StoreHome, own: { name: string; file: LogFile }): Promise<void> {
  const { folder, tables, locks } = home
  return locks.run('weft:recovery', async () => {
    const old = await newestBase(folder!, await folder!.list())
    await writeBase(tables, folder!, old)
    own.file.truncate(0)
    await tables.putApplied(own.name, 0)
    if (old) {
      await folder!.remove(old)
      await tables.forgetApplied(old)
    }
  })
}

/** Whole base files end with a mark; of these the highest counts, all others are left-overs. */
async function newestBase(folder: LogFolder, names: string[]): Promise<string | undefined> {
  const bases = names.filter((name) => name.startsWith('base-')).sort((a, b) => baseNumber(b) - baseNumber(a))
  let newest: string | undefined
  for (const name of bases) {
    const whole =
      newest === undefined && readFrames(await folder.read(name)).frames.at(-1)?.type === endOfBase
    if (whole) newest = name
    else await folder.remove(name)
  }
  return newest
}

async function deadFiles(home: StoreHome, names: string[]): Promise<{ dead: string[]; letGo(): void }> {
  const dead: string[] = []
  const holds: (() => void)[] = []
  for (const name of names) {
    const tab = /^wal-(.+)\.log$/.exec(name)?.[1]
    if (!tab || tab === home.tab) continue
    const release = await home.locks.tryHold(tabLock(tab))
    if (!release) continue
    dead.push(name)
    holds.push(release)
  }
  return { dead, letGo: () => holds.forEach((release) => release()) }
}

async function reasonOf(
  tables: Tables,
  applied: Map<string, number>,
  names: string[],
): Promise<Recovered['reason']> {
  const empty = (await tables.apps()).length === 0 && (await tables.runs({ limit: 1 })).length === 0
  if (!names.some((name) => name.endsWith('.log'))) return empty ? '' : 'files-lost'
  return empty && applied.size === 0 ? 'database-lost' : 'killed'
}

/** Into a database that the browser has lost, the rows as they are at the end: one after another they would take many seconds. */
async function bringIn(
  tables: Tables,
  records: StoreRecord[],
  whole: Map<string, number>,
  isEmpty: boolean,
): Promise<{ apps: number; runs: number }> {
  const apps = new Set<string>()
  const runs = new Set<string>()
  if (records.length === 0) return { apps: 0, runs: 0 }
  const made = isEmpty && tables.fill ? new MemoryTables() : undefined
  const done = made && (await applyAll(made, inOrder(records)))
  await tables.transaction(async () => {
    if (made) await tables.fill!(made.rows())
    for (const record of done ?? (await applyAll(tables, inOrder(records)))) {
      if (record.kind === 'app') apps.add(record.app)
      if (record.kind === 'run') runs.add(record.summary.id)
    }
    for (const [name, bytes] of whole) await tables.putApplied(name, bytes)
  })
  return { apps: apps.size, runs: runs.size }
}

/** Runs that were under way in a tab that is gone. They are marked, so that each is told once. */
async function endInterrupted(home: StoreHome): Promise<RunSummary[]> {
  const interrupted: RunSummary[] = []
  for (const run of await home.tables.runs({ outcome: 'running', limit: 10_000 })) {
    // A durable run goes on where published apps run.
    if (run.tab === home.tab || run.summary.durable) continue
    const release = await home.locks.tryHold(tabLock(run.tab))
    if (!release) continue
    const summary: RunSummary = {
      ...run.summary,
      outcome: 'failed',
      fault: {
        code: 'RUN:INTERRUPTED',
        message: 'The tab was closed or killed while the run was under way.',
        hint: 'What was recorded until then is kept. Start the run again.',
      },
    }
    await home.tables.putRun({ ...run, summary })
    release()
    interrupted.push(summary)
  }
  return interrupted
}

/** Everything in the tables as a new base file. */
async function writeBase(tables: Tables, folder: LogFolder, old: string | undefined): Promise<void> {
  const name = `base-${(old ? baseNumber(old) : 0) + 1}.log`
  const file = await folder.open(name)
  try {
    file.truncate(0)
    const writer = new BaseWriter(file)
    for (const app of await tables.apps()) {
      for (const record of recordsOf(app, await tables.history(app.id))) writer.add(record)
    }
    const runs = await tables.runs({ limit: Infinity })
    for (let at = 0; at < runs.length; at += runsAtOnce)
      for (const records of await Promise.all(
        runs.slice(at, at + runsAtOnce).map((run) => recordsOfRun(tables, run)),
      ))
        // prettier-ignore
        for (const record of records) writer.add(record)
    for (const version of await tables.allVersions()) writer.add({ kind: 'version', ...version })
    for (const { name: setting, value } of await tables.settings()) {
      writer.add({ kind: 'setting', t: 0, name: setting, value })
    }
    for (const entry of await tables.cacheEntries()) writer.add({ kind: 'cache', t: 0, ...entry })
    writer.end()
    await tables.putApplied(name, file.size)
    file.close()
  } catch (thrown) {
    // A part of it would only take room.
    file.close()
    await folder.remove(name)
    throw thrown
  }
}

async function recordsOfRun(tables: Tables, { id, summary, tab }: StoredRun): Promise<StoreRecord[]> {
  const [events, journal, record] = await Promise.all([tables.events(id), tables.journal(id), tables.record(id)]) // prettier-ignore
  const t = summary.startedAt
  const records: StoreRecord[] = [{ kind: 'run', t, summary, tab }]
  for (const { n, text, life } of events) records.push({ kind: 'events', t, run: id, n, life, events: JSON.parse(text) }) // prettier-ignore
  for (const { n, text } of journal) records.push({ kind: 'journal', t, run: id, n, entries: JSON.parse(text) }) // prettier-ignore
  if (record) records.push({ kind: 'record', t, run: id, record: JSON.parse(record) })
  return records
}

/** The history of an app as records that make it again; the last one has the present version. */
function recordsOf(app: StoredApp, history: HistoryEntry[]): StoreRecord[] {
  const { id, tab, at, published, deletedAt, updatedAt: t } = app
  const isLast = history.at(-1)?.index === at
  const first = app.version - history.length + (isLast ? 1 : 0)
  const records: StoreRecord[] = history.map(({ index, text, label, merge }, i) => {
    const body = i === 0 ? { text } : { change: changeOf(history[i - 1]!.text, text) }
    const same = { kind: 'app' as const, t, app: id, tab, published, deletedAt }
    return { ...same, ...body, version: first + i, at: index, history: 'add', label, merge }
  })
  if (!isLast) {
    const { version } = app
    records.push({
      kind: 'app',
      t,
      app: id,
      tab,
      published,
      deletedAt,
      version,
      at,
      history: 'move',
      label: '',
    })
  }
  return records
}

class BaseWriter {
  readonly #file: LogFile
  #seq = 0
  #bytes: Uint8Array[] = []
  #size = 0

  constructor(file: LogFile) {
    this.#file = file
  }
  add(record: StoreRecord): void {
    this.#push(encodeRecord(record))
  }
  end(): void {
    this.#push({ type: endOfBase, payload: new Uint8Array() })
    this.#flush()
  }
  #push(frame: { type: number; payload: Uint8Array }): void {
    const bytes = encodeFrame({ ...frame, seq: this.#seq++ })
    this.#bytes.push(bytes)
    this.#size += bytes.length
    if (this.#size > flushBytes) this.#flush()
  }
  #flush(): void {
    const all = new Uint8Array(this.#size)
    let at = 0
    for (const part of this.#bytes) {
      all.set(part, at)
      at += part.length
    }
    this.#file.append(all)
    this.#bytes = []
    this.#size = 0
  }
}

function baseNumber(name: string): number {
  return Number(/^base-(\d+)/.exec(name)?.[1] ?? 0)
}
