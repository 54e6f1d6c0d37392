// Where the apps of this browser use secrets. Pure.
import type { App, Config } from '../../worker/model/app.ts'
import { allSteps } from '../../worker/model/walk.ts'

export interface SecretUse {
  secret: string
  app: string
  appName: string
  /** The connection or step it stands in. */
  place: string
  field: string
  /** The host of the connection's address, where it has one. */
  host?: string
}

export function secretUses(app: App): SecretUse[] {
  const inConnections = app.connections.flatMap(({ name, config }) =>
    usesIn(app, name, config, hostOf(config)),
  )
  const inSteps = [...allSteps(app)].flatMap(({ step }) => [
    ...usesIn(app, step.name, step.config),
    ...(step.branches ?? []).flatMap((branch) => usesIn(app, step.name, branch.config)),
  ])
  return [...inConnections, ...inSteps]
}

function usesIn(app: App, place: string, config: Config, host?: string): SecretUse[] {
  return Object.entries(config).flatMap(([field, value]) =>
    typeof value === 'object' && value !== null && value.mode === 'secret'
      ? [{ secret: value.id, app: app.id, appName: app.name, place, field, ...(host && { host }) }]
      : [],
  )
}

function hostOf(config: Config): string | undefined {
  for (const value of Object.values(config)) {
    if (typeof value !== 'string') continue
    try {
      const url = new URL(value)
      if (url.host) return url.host
    } catch {
      // No address.
    }
  }
  return undefined
}
