// Backup and restore against a store: what goes in, and what happens to an app that is here already.
import type { StoreApi } from '../api.ts'
import type { App } from '../model/app.ts'
import { environmentsIn, keepEnvironments, type Environment } from '../model/environment.ts'
import { newId, newRunId } from '../model/id.ts'
import type { Backup, KeptRun, KeptVersion } from './zip.ts'

/** Of an app that is here already: keep both, put the saved one over it (one undo away), leave it. */
export type Known = 'both' | 'replace' | 'skip'

type Store = Pick<StoreApi, 'loadApp' | 'saveApp' | 'versions' | 'loadVersion' | 'addVersion' | 'setting' | 'setSetting' | 'runs' | 'loadRun' | 'putRun'> // prettier-ignore

/** Reads what is to be saved. `apps`: the ids of all apps. */
export async function collect(
  store: Store,
  apps: readonly string[],
  { runs: withRuns, now }: { runs: boolean; now: number },
): Promise<Omit<Backup, 'unread'>> {
  const entries = await Promise.all(apps.map((id) => store.loadApp(id)))
  const versions: KeptVersion[] = []
  for (const id of apps)
    for (const { hash, note, t } of await store.versions(id)) {
      const app = await store.loadVersion(id, hash)
      if (app) versions.push({ app, note, t })
    }
  const runs: KeptRun[] = []
  const summaries = withRuns ? await store.runs({ limit: 1_000 }) : []
  for (const { id, app, outcome } of summaries) {
    if (outcome === 'running' || !apps.includes(app)) continue
    const run = await store.loadRun(id)
    if (run?.record) runs.push({ record: run.record, events: run.events })
  }
  const environments = await environmentsIn(store)
  return {
    madeAt: now,
    apps: entries.flatMap((entry) => (entry ? [entry.app] : [])),
    versions,
    environments,
    runs,
  }
}

/** Puts a backup into the store. Nothing of it is published or run. `label`: what the history says. */
export async function restore(
  store: Store,
  backup: Backup,
  { known, label }: { known: Known; label: string },
): Promise<{ apps: number; runs: number }> {
  const ids = new Map<string, string>()
  for (const app of backup.apps) {
    const id = await restoreApp(store, app, known, label)
    if (id !== undefined) ids.set(app.id, id)
  }
  for (const { app, note, t } of backup.versions) {
    const id = ids.get(app.id)
    if (id !== undefined) await store.addVersion({ ...app, id }, note, t)
  }
  await restoreEnvironments(store, backup.environments, known)
  let runs = 0
  for (const run of backup.runs) {
    const app = ids.get(run.record.summary.app)
    if (app !== undefined && (await restoreRun(store, run, app))) runs++
  }
  return { apps: ids.size, runs }
}

/** The id it has now; undefined: it was left out. */
async function restoreApp(store: Store, app: App, known: Known, label: string): Promise<string | undefined> {
  const entry = await store.loadApp(app.id)
  if (entry && known === 'skip') return undefined
  const replaced = entry !== undefined && known === 'replace'
  // An app that was deleted is still in the store under its id.
  const id = entry && !replaced ? newId() : app.id
  const edit = { kind: 'edit' as const, label }
  try {
    await store.saveApp({ ...edit, app: { ...app, id }, version: replaced ? entry.version : 0 })
    return id
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== 'STORE:CONFLICT') throw thrown
    const own = newId()
    await store.saveApp({ ...edit, app: { ...app, id: own }, version: 0 })
    return own
  }
}

/** One that is here already is left as it is, unless what is here is to be replaced. */
async function restoreEnvironments(store: Store, saved: readonly Environment[], known: Known): Promise<void> {
  if (saved.length === 0) return
  const mine = await environmentsIn(store)
  const fresh = saved.filter(({ id }) => !mine.some((one) => one.id === id))
  const kept = mine.map((one) => (known === 'replace' && saved.find(({ id }) => id === one.id)) || one)
  await keepEnvironments(store, [...kept, ...fresh])
}

async function restoreRun(store: Store, { record, events }: KeptRun, app: string): Promise<boolean> {
  const there = await store.loadRun(record.summary.id)
  if (there && there.summary.app === app) return false
  const id = there ? newRunId(record.summary.startedAt) : record.summary.id
  const summary = { ...record.summary, id, app }
  await store.putRun(summary, { ...record, summary }, events)
  return true
}
