// TLS as the `tls` and `ca` fields of a connection say it. The certificate is always verified.
import { isIP } from 'node:net'
import { isFault, type Fault } from '../worker/model/fault.ts'
import type { Target, TlsOptions } from './guard/dial.ts'
import type { World } from './session.ts'
import type { Arguments } from './arguments.ts'

/** For the dialer; undefined: no TLS. */
export function tlsOf(connection: Arguments): TlsOptions | undefined {
  if (!connection.flag('tls')) return undefined
  return connection.has('ca') ? { ca: connection.text('ca') } : {}
}

/** For a client that opens its socket itself, to a checked address. */
export function ownTls(
  connection: Arguments,
  host: string,
): { servername?: string; ca?: string; minVersion: 'TLSv1.2' } | undefined {
  if (!connection.flag('tls')) return undefined
  return {
    minVersion: 'TLSv1.2',
    ...(isIP(host) === 0 && { servername: host }),
    ...(connection.has('ca') && { ca: connection.text('ca') }),
  }
}

/**
 * Why a client that opens its socket itself did not get in: one that was hung up on, or heard nothing, cannot tell whether the port
 * speaks TLS at all. A look of our own can.
 */
export async function reasonOf(
  failure: Fault,
  world: World,
  at: Target,
  tls: TlsOptions | undefined,
): Promise<Fault> {
  if (!tls || (failure.code !== 'CONNECT:LOST' && failure.code !== 'CONNECT:TIMEOUT')) return failure
  try {
    ;(await world.dialer.dial(at, tls, world.signal)).destroy()
    return failure
  } catch (thrown) {
    return isFault(thrown) ? thrown : failure
  }
}
