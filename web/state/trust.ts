// Apps that came from outside are restricted: kept with the hosts that a person has granted them, none at first. One's own apps
// have no such entry and may reach what they like. Small: Home reads it before an app is kept.
import type { Grant, StoreApi } from '../../worker/api.ts'
import type { Tagged } from '../../worker/model/app.ts'

/** Name of the setting that an app's grant is kept under. */
const nameOf = (app: string) => `grant/${app}`

/** Restricts an app; before it is saved, so that it is never there without. */
export async function restrict(store: Pick<StoreApi, 'setSetting'>, app: string): Promise<void> {
  await setGrant(store, app, { hosts: [] })
}

/** Undefined: one's own app. */
export async function grantOf(store: Pick<StoreApi, 'setting'>, app: string): Promise<Grant | undefined> {
  const kept = (await store.setting(nameOf(app))) as { hosts?: unknown } | undefined
  if (!kept) return undefined
  const { hosts } = kept
  return { hosts: hosts === 'all' ? 'all' : Array.isArray(hosts) ? hosts.map(String) : [] }
}

export async function setGrant(
  store: Pick<StoreApi, 'setSetting'>,
  app: string,
  grant: Grant,
): Promise<void> {
  await store.setSetting(nameOf(app), grant as unknown as Tagged)
}
