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

/** Setting of the store with all of them. */
export const environmentsSetting = 'environments'
export const mostVariables = 20
