// The test button of a connection: opens it and closes it again.
import type { App } from '../model/app.ts'
import type { ProtocolLink } from '../model/protocol-link.ts'
import { appConnection } from './app-connection.ts'

const patience = 30_000

/** Rejects with why it does not open. */
export async function testConnection(
  app: App,
  connection: string,
  secret: (id: string) => string | undefined,
  protocols: ProtocolLink,
): Promise<void> {
  const { protocol, values } = await appConnection(app, connection, secret)
  await protocols.test(protocol, values, AbortSignal.timeout(patience))
}
