// An environment of the project: what differs between trying out and production. It stands outside the apps; secrets are in
// the vault, by id.
import type { Config, Tagged } from './app.ts'

export interface Environment {
  id: string
  name: string
  /** Values of connections in the place of the app's own, by connection id. */
  connections: Record<string, Config>
  /** Global variables, by name: every message of an app that is published with it begins with them. */
  variables: Record<string, Tagged>
}

export const mostVariables = 20

/** Setting of the store with all of them. */
const setting = 'environments'
interface Settings {
  setting(name: string): Promise<Tagged | undefined>
  setSetting(name: string, value: Tagged): Promise<void>
}
export async function environmentsIn(store: Pick<Settings, 'setting'>): Promise<Environment[]> {
  return ((await store.setting(setting)) ?? []) as unknown as Environment[]
}
/** Rejects when there is no room. */
export function keepEnvironments(store: Pick<Settings, 'setSetting'>, all: Environment[]): Promise<void> {
  return store.setSetting(setting, all as unknown as Tagged)
}
