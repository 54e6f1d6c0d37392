// Brings a record of the log into the tables. Applying one twice, or one that is older than what is there, changes nothing.
import { jsonText } from './json-text.ts'
import { lifeOf, type AppRecord, type StoreRecord } from './record.ts'
import type { StoredApp, Tables } from './tables.ts'
import { applyChange } from './text-change.ts'

/**
 * Those of one app, run, setting or cache entry in their order, those of different ones beside each other: a database answers many
 * questions at once as soon as one. Gives the records that changed something.
 */
export async function applyAll(tables: Tables, records: readonly StoreRecord[]): Promise<StoreRecord[]> {
  const byOwner = new Map<string, StoreRecord[]>()
  for (const record of records) {
    const owner = ownerOf(record)
    const own = byOwner.get(owner)
    if (own) own.push(record)
    else byOwner.set(owner, [record])
  }
  const changed: StoreRecord[] = []
  const inTurn = async (own: readonly StoreRecord[]): Promise<void> => {
    for (const record of own) if (await apply(tables, record)) changed.push(record)
  }
  await Promise.all(Array.from(byOwner.values(), inTurn))
  return changed
}

/** Records of different owners know nothing of each other. */
function ownerOf(record: StoreRecord): string {
  switch (record.kind) {
    case 'app':
      return `app ${record.app}`
    case 'run':
      return `run ${record.summary.id}`
    case 'version':
      return `version ${record.app} ${record.n}`
    case 'setting':
      return `setting ${record.name}`
    case 'cache':
      return `cache ${record.app} ${record.key}`
    default:
      return `run ${record.run}`
  }
}

/** Whether the tables changed. */
async function apply(tables: Tables, record: StoreRecord): Promise<boolean> {
  switch (record.kind) {
    case 'app':
      return applyApp(tables, record)
    case 'run': {
      const { summary, tab } = record
      const known = await tables.run(summary.id)
      if (known && lifeOf(summary) < lifeOf(known.summary)) return false
      const isSameLife = known && lifeOf(summary) === lifeOf(known.summary)
      if (isSameLife && known.summary.outcome !== 'running' && summary.outcome === 'running') return false
      await tables.putRun({ id: summary.id, app: summary.app, summary, tab })
      return true
    }
    case 'events':
      await tables.putEvents(record.run, record.n, jsonText(record.events), record.life)
      return true
    case 'record':
      await tables.putRecord(record.run, jsonText(record.record))
      return true
    case 'delete-run':
      await tables.deleteRun(record.run)
      return true
    case 'journal':
      await tables.putJournal(record.run, record.n, jsonText(record.entries))
      return true
    case 'version': {
      const { app, n, hash, parent, note, t, text } = record
      await tables.putVersion({ app, n, hash, ...(parent !== undefined && { parent }), note, t, text })
      return true
    }
    case 'setting':
      await tables.putSetting(record.name, record.value)
      return true
    case 'cache': {
      const { app, key, value, expires } = record
      if (value === undefined) await tables.deleteCache(app, key)
      else await tables.putCache({ app, key, value, expires })
      return true
    }
  }
}

async function applyApp(tables: Tables, record: AppRecord): Promise<boolean> {
  const known = await tables.app(record.app)
  if (known && record.version <= known.version) return false
  const text = await textOf(tables, record, known)
  if (text === undefined) return false
  const { app, at, label, merge } = record
  if (record.history !== 'move') {
    await tables.cutHistory(app, at)
    await tables.putHistory({ app, index: at, text, label, merge })
  }
  const { version, tab, published, deletedAt } = record
  await tables.putApp({ id: app, text, version, updatedAt: record.t, tab, at, published, deletedAt })
  return true
}

/** The app's text at this version; nothing when an earlier version is missing and this record is only a change of it. */
async function textOf(
  tables: Tables,
  record: AppRecord,
  known: StoredApp | undefined,
): Promise<string | undefined> {
  if (record.text !== undefined) return record.text
  if (record.change) return known && applyChange(known.text, record.change)
  return (await tables.historyEntry(record.app, record.at))?.text ?? known?.text
}
