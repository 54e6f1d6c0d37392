// Secret-typed fields never travel: an app is shared without them, and the receiver fills in their own.
import type { App, Branch, Config, Step } from '../model/app.ts'
import type { Blank } from './link.ts'

/** Names of the secret fields of a component or connector, from its definition. */
export type SecretFields = (component: string) => readonly string[]

/** The same app without the values of secret fields, wherever they stand; and how many there were. */
export function withoutSecrets(app: App, secretFields: SecretFields): { app: App; removed: number } {
  let removed = 0
  const strip = (config: Config, names: readonly string[]): Config => {
    const kept = Object.entries(config).filter(([name, value]) => {
      const isReference = typeof value === 'object' && value !== null && value.mode === 'secret'
      return !isReference && !names.includes(name)
    })
    removed += Object.keys(config).length - kept.length
    return Object.fromEntries(kept)
  }
  const stripStep = (step: Step): Step => {
    const names = secretFields(step.component)
    const stripBranch = (branch: Branch): Branch => {
      return { ...branch, config: strip(branch.config, names), steps: branch.steps.map(stripStep) }
    }
    const config = strip(step.config, names)
    return step.branches ? { ...step, config, branches: step.branches.map(stripBranch) } : { ...step, config }
  }
  const flows = app.flows.map((flow) => ({
    ...flow,
    steps: flow.steps.map(stripStep),
    ...(flow.trigger ? { trigger: stripStep(flow.trigger) } : {}),
  }))
  const connections = app.connections.map((connection) => {
    return { ...connection, config: strip(connection.config, secretFields(connection.connector)) }
  })
  return { app: { ...app, flows, connections }, removed }
}

/** The same app without these values of connections. */
export function withoutBlanks(app: App, blanks: readonly Blank[]): App {
  const connections = app.connections.map((one) => {
    const fields = blanks.filter(({ connection }) => connection === one.id).map(({ field }) => field)
    const kept = Object.entries(one.config).filter(([name]) => !fields.includes(name))
    return fields.length > 0 ? { ...one, config: Object.fromEntries(kept) } : one
  })
  return { ...app, connections }
}

/** The secret values of connections: whoever gets the app must fill them in. */
export function secretBlanks(app: App, secretFields: SecretFields): Blank[] {
  return app.connections.flatMap(({ id, connector, config }) =>
    Object.entries(config).flatMap(([field, value]) => {
      const isReference = typeof value === 'object' && value !== null && value.mode === 'secret'
      return isReference || secretFields(connector).includes(field) ? [{ connection: id, field }] : []
    }),
  )
}
