// What an app may reach: the hosts that were granted when it was trusted, with a port or without.
import type { Grant } from '../api.ts'
import { fault } from '../model/fault.ts'

/** Throws HTTP:NOT_GRANTED for an address that the app may not call. */
export function mustBeGranted({ hosts }: Grant, url: URL): void {
  if (hosts === 'all' || hosts.includes(url.host) || hosts.includes(url.hostname)) return
  throw notGranted('HTTP:NOT_GRANTED', url.host)
}

/** Throws RELAY:NOT_GRANTED for a target of a protocol. Undefined: nothing has to be granted. */
export function mustBeGrantedTarget({ hosts }: Grant, target: Target | undefined): void {
  if (!target || hosts === 'all') return
  const name = nameOfTarget(target)
  if (hosts.includes(name) || hosts.includes(target.host)) return
  throw notGranted('RELAY:NOT_GRANTED', name)
}

/** `db.example.com:5432`; without a port where it is the usual one. */
export function nameOfTarget({ host, port }: Target): string {
  return port ? `${host}:${port}` : host
}

function notGranted(code: string, host: string) {
  return fault(code, `The app may not reach ${host}.`, {
    hint: 'Grant the host when you trust the app.',
    data: { host },
  })
}

interface Target {
  host: string
  /** Empty: the one that is usual for it. */
  port: string
}
