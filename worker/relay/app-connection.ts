// The values of a connection of an app as a protocol takes them: defaults of its manifest, then its own, secrets in place.
import { connectionValues } from '../engine/connections.ts'
import { secretOf } from '../engine/fields.ts'
import type { App } from '../model/app.ts'
import { fault } from '../model/fault.ts'
import type { ConnectionValues } from '../model/protocol-link.ts'
import { manifestOf } from './protocol-operations.ts'
import { defaultsOf } from './protocol-run.ts'

/** Throws CORE:NO_CONNECTION, CORE:NO_SECRET, RELAY:PROTOCOL. */
export async function appConnection(
  app: App,
  id: string | undefined,
  secret: (id: string) => string | undefined,
): Promise<{ protocol: string; values: ConnectionValues }> {
  const connection = app.connections.find((one) => one.id === id)
  if (!connection)
    throw fault('CORE:NO_CONNECTION', 'The connection is not in the app.', { hint: 'Choose a connection.' })
  const manifest = await manifestOf(connection.connector)
  if (!manifest) throw fault('RELAY:PROTOCOL', `${connection.connector} is nothing that a relay speaks.`)
  const own = connectionValues(connection.config, (name, field) => secretOf({ secret }, name, field))
  return { protocol: manifest.id, values: { ...defaultsOf(manifest.fields), ...own } }
}
