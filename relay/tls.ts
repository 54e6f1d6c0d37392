// TLS as the `tls` and `ca` fields of a connection say it. The certificate is always verified.
import { isIP } from 'node:net'
import type { TlsOptions } from './guard/dial.ts'
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
