// Secrets that the vault has bound to hosts: a step that uses one may reach only those, whatever it does with it.
import { fault } from '../model/fault.ts'

/** Ids of the secrets in a configuration, also in its rows. */
export function secretsIn(thing: unknown, found: string[] = []): string[] {
  if (typeof thing !== 'object' || thing === null) return found
  const { mode, id } = thing as { mode?: unknown; id?: unknown }
  if (mode === 'secret' && typeof id === 'string') found.push(id)
  else for (const inner of Object.values(thing)) secretsIn(inner, found)
  return found
}

/** Whether a host, with its port where it has one, is among those of a list: `api.example.com`, `*.example.com:8443`. */
export function isAmong(hosts: readonly string[], host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return hosts.some((one) => {
    const wanted = /:\d+$/.test(one) ? host.toLowerCase() : name
    return one.startsWith('*.')
      ? wanted.endsWith(one.slice(1)) && wanted.length > one.length - 1
      : wanted === one
  })
}

/** Throws VAULT:HOST for a host that one of the secrets may not be sent to. `hostsOf`: undefined for a secret that is not bound. */
export function mustBeBound(
  secrets: readonly string[],
  hostsOf: (secret: string) => readonly string[] | undefined,
  host: string,
): void {
  for (const secret of secrets) {
    const hosts = hostsOf(secret)
    if (!hosts || isAmong(hosts, host)) continue
    throw fault(
      'VAULT:HOST',
      `A secret of this step may only be sent to ${hosts.join(', ')}, not to ${host}.`,
      {
        hint: 'Nothing was sent. Allow the host at the secret in the Vault, or correct the address.',
        data: { host, allowed: hosts.join(', ') },
      },
    )
  }
}
