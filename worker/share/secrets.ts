// Secret-typed fields never travel: an app is shared without them, and the receiver fills in their own.
import type { App, Branch, Config, Step } from '../model/app.ts'
import { inEveryState, type Change, type Lesson } from '../model/lesson.ts'
import type { Blank } from './link.ts'

/** Names of the secret fields of a component or connector, from its definition. */
export type SecretFields = (component: string) => readonly string[]

/** The same app without the values of secret fields, wherever they stand, also in its lesson; and how many there were. */
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
    const config = strip(step.config, names)
    const branches = step.branches?.map((branch) => stripBranch(branch, names))
    return { ...step, config, ...(branches && { branches }) }
  }
  const stripBranch = (branch: Branch, names: readonly string[]): Branch => ({
    ...branch,
    config: strip(branch.config, names),
    steps: branch.steps.map(stripStep),
  })
  const stripParts = <T extends Pick<App, 'flows' | 'connections'>>(parts: T): T => ({
    ...parts,
    flows: parts.flows.map((flow) => ({
      ...flow,
      steps: flow.steps.map(stripStep),
      ...(flow.trigger ? { trigger: stripStep(flow.trigger) } : {}),
    })),
    connections: parts.connections.map((connection) => ({
      ...connection,
      config: strip(connection.config, secretFields(connection.connector)),
    })),
  })
  // Whole states are done by then.
  const stripChange = (change: Change): Change => {
    if ('add' in change) return { ...change, add: change.add.map(stripStep) }
    if ('wrap' in change) return { ...change, in: stripStep(change.in) }
    if ('addBranch' in change) return { ...change, addBranch: stripBranch(change.addBranch, []) }
    return 'set' in change && change.config ? { ...change, config: strip(change.config, []) } : change
  }
  const stripped = inEveryState(app, stripParts)
  const { lesson } = stripped
  if (!lesson) return { app: stripped, removed }
  const own: Lesson = {
    ...lesson,
    solution: lesson.solution.map(stripChange),
    wrong: lesson.wrong.map((one) => ({ ...one, changes: one.changes.map(stripChange) })),
  }
  return { app: { ...stripped, lesson: own }, removed }
}

/** The same app without these values of connections. */
export function withoutBlanks(app: App, blanks: readonly Blank[]): App {
  return inEveryState(app, (parts) => ({
    ...parts,
    connections: parts.connections.map((one) => {
      const fields = blanks.filter(({ connection }) => connection === one.id).map(({ field }) => field)
      const kept = Object.entries(one.config).filter(([name]) => !fields.includes(name))
      return fields.length > 0 ? { ...one, config: Object.fromEntries(kept) } : one
    }),
  }))
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
