// The test button of a connection: a protocol opens it and closes it again; for any other its connector names a step that is
// run with it, alone.
import type { Engine } from './engine/engine.ts'
import type { App } from './model/app.ts'
import type { ConnectorDefinition } from './model/definition.ts'
import { newRunId } from './model/id.ts'
import { appConnection } from './relay/app-connection.ts'

const patience = 30_000
const connectors = import.meta.glob<ConnectorDefinition>('../connectors-browser/*/connector.ts', {
  import: 'default',
})

/** Rejects with the Fault that says why it does not work. */
export async function testConnection(
  app: App,
  connection: string,
  engine: Engine,
  base: string,
): Promise<void> {
  const { connector = '' } = app.connections.find(({ id }) => id === connection) ?? {}
  const found = await connectors[`../connectors-browser/${connector}/connector.ts`]?.()
  if (typeof found?.testable === 'object')
    return await runAlone(app, connection, found.testable, engine, base)
  const { protocols, secret } = engine.parts.host
  const { protocol, values } = await appConnection(app, connection, secret)
  await (await protocols!()).test(protocol, values, AbortSignal.timeout(patience))
}

/** The click that asks for the test is the leave to reach what the connection names. */
async function runAlone(
  app: App,
  connection: string,
  { component, config }: Exclude<ConnectorDefinition['testable'], true | undefined>,
  engine: Engine,
  base: string,
): Promise<void> {
  const step = { id: 'probe', component, version: 1, name: component, connection, config }
  const flow = { id: 'probe', name: 'probe', steps: [step], samples: [], settings: { trace: 'off' as const } }
  const alone: App = { ...app, flows: [flow] }
  const { run, done } = engine.start({
    run: newRunId(),
    app: alone,
    flow: flow.id,
    input: { id: 'probe', name: 'probe' },
    base,
    granted: { hosts: 'all' },
    trace: 'off',
  })
  const stop = setTimeout(() => engine.cancel(run.id), patience)
  const { fault } = await done
  clearTimeout(stop)
  engine.release(run)
  if (fault) throw fault
}
