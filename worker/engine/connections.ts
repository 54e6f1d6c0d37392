// The connection of a step with environment values and secrets in place, and addresses made absolute.
import type { App, Config, Connection, Scalar, Step } from '../model/app.ts'
import type { ResolvedConnection } from '../model/context.ts'
import { fault } from '../model/fault.ts'
import { isScalar } from '../model/field-value.ts'
import { secretOf } from './fields.ts'
import type { Run } from './run.ts'

export function resolvedConnection(run: Run, step: Step): ResolvedConnection | undefined {
  if (!step.connection) return undefined
  const connection = run.connectionOf(step)
  if (!connection)
    throw fault('CORE:NO_CONNECTION', `The connection of the step ${step.name} is not in the app.`, {
      hint: 'Choose a connection in the step.',
      at: { field: 'connection' },
    })
  const config = connectionValues(connection.config, (id, name) => secretOf(run, id, name))
  if (typeof config['baseUrl'] === 'string') config['baseUrl'] = absoluteBase(run.base, config['baseUrl'])
  return { id: connection.id, name: connection.name, connector: connection.connector, config }
}

/** The plain values of a connection, secrets in place. */
export function connectionValues(
  config: Config,
  secret: (id: string, field: string) => string,
): Record<string, Scalar> {
  const values: Record<string, Scalar> = {}
  for (const [name, value] of Object.entries(config)) {
    if (isScalar(value)) values[name] = value
    else if (value.mode === 'secret') values[name] = secret(value.id, name)
    else if (value.mode === 'literal' && isScalar(value.value as Scalar)) values[name] = value.value as Scalar
    else if (value.mode === 'text') values[name] = value.source
  }
  return values
}

/**
 * A relative base URL (`/demo/1`) stands on the run's base. A base that has a path itself replaces it:
 * `--base http://host/api` calls `http://host/api/…`, `--base http://host` calls `http://host/demo/1/…`.
 */
export function absoluteBase(base: string, baseUrl: string): string {
  if (!baseUrl.startsWith('/') || base === '') return baseUrl
  const url = new URL(base)
  if (url.pathname !== '/') return url.href.replace(/\/+$/, '')
  return url.origin + baseUrl.replace(/\/+$/, '')
}

/** A connection with the values that an environment has for it, by its id or name. */
export function withEnvironment(
  connection: Connection,
  environment: Record<string, Config> = {},
): Connection {
  const values = environment[connection.id] ?? environment[connection.name]
  return values ? { ...connection, config: { ...connection.config, ...values } } : connection
}

/** Whether no connection of an app stands on the run's base. */
export function absoluteConnections(app: App, environment?: Record<string, Config>): boolean {
  return app.connections.every((connection) => {
    const base = withEnvironment(connection, environment).config['baseUrl']
    return typeof base !== 'string' || !base.startsWith('/')
  })
}
