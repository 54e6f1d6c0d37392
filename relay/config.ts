// What whoever runs the relay decides, in a JSON file and on the command line; never the studio.
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fault, toFault } from '../worker/model/fault.ts'
import { Targets } from './guard/target.ts'

export interface RelayConfig {
  /** What studios see of it. */
  name: string
  /** Folder of the keys of paired studios. */
  data: string
  /** Origins of studios that it takes besides its own: `https://weft.example`. */
  origins: string[]
  /** Where it is reached from outside, behind a server that speaks TLS: `https://hooks.example`. Webhooks and studios may use it. */
  address?: string
  /** Who may use it; a pairing belongs to one. Alone on one's own machine: one tenant, `local`. */
  tenants: Tenant[]
  limits: RelayLimits
}
export interface Tenant {
  id: string
  /** Private targets it may reach: `10.1.2.3:5432`, `erp.corp:443`, `10.0.0.0/8:*`. */
  allowTargets: string[]
  /** Ports of public targets; absent: all but 25. */
  ports?: number[]
}
export interface RelayLimits {
  /** Studios connected at once for one key. */
  links: number
  /** Calls under way at once on one link. */
  channels: number
  /** Bytes of one value. */
  valueBytes: number
  /** Calls a second of one tenant, and how many more may come at once. */
  callsPerSecond: number
  burst: number
  /** New targets a minute of one tenant. 0: any number (one's own machine). */
  newTargetsPerMinute: number
  /** How long a cut link may come back, in milliseconds. */
  resumeMs: number
  /** Webhook addresses of one tenant. */
  hooks: number
  /** Bytes of a webhook's body. */
  hookBytes: number
  /** What may wait at one address while its studio is away. */
  queueMessages: number
  queueBytes: number
}

export const defaultConfig: RelayConfig = {
  name: 'relay',
  data: join(homedir(), '.weft', 'relay'),
  origins: [],
  tenants: [{ id: 'local', allowTargets: [] }],
  limits: {
    links: 4,
    channels: 64,
    valueBytes: 64 * 1024 * 1024 + 65_536,
    callsPerSecond: 50_000,
    burst: 100_000,
    newTargetsPerMinute: 0,
    resumeMs: 60_000,
    hooks: 100,
    hookBytes: 16 * 1024 * 1024,
    queueMessages: 10_000,
    queueBytes: 256 * 1024 * 1024,
  },
}

/** Reads the operator's file over the defaults. Throws RELAY:CONFIG that names the entry. */
export async function readConfig(path: string): Promise<RelayConfig> {
  let given: unknown
  try {
    given = JSON.parse(await readFile(path, 'utf8'))
  } catch (thrown) {
    throw bad(`${path} cannot be read: ${toFault(thrown).message}`)
  }
  const file = record(given, path)
  const known = new Set(['name', 'data', 'origins', 'address', 'allowTargets', 'tenants', 'limits'])
  for (const name of Object.keys(file))
    if (!known.has(name)) throw bad(`${path} has an unknown entry ${name}.`)
  const allowTargets = texts(file['allowTargets'] ?? [], 'allowTargets')
  const tenants = file['tenants'] === undefined ? [{ id: 'local', allowTargets }] : tenantsOf(file['tenants'])
  for (const tenant of tenants) new Targets(tenant.allowTargets)
  const limits = { ...defaultConfig.limits }
  if (file['tenants'] !== undefined) Object.assign(limits, { newTargetsPerMinute: 20, callsPerSecond: 50, burst: 100 }) // prettier-ignore
  for (const [name, value] of Object.entries(record(file['limits'] ?? {}, 'limits'))) {
    if (!(name in limits) || typeof value !== 'number' || !(value >= 0))
      throw bad(`limits.${name} is not a limit.`)
    limits[name as keyof RelayLimits] = value
  }
  return {
    name: typeof file['name'] === 'string' ? file['name'].slice(0, 100) : defaultConfig.name,
    data: typeof file['data'] === 'string' ? resolve(file['data']) : defaultConfig.data,
    origins: texts(file['origins'] ?? [], 'origins').map(originOf),
    ...(typeof file['address'] === 'string' && { address: originOf(file['address']) }),
    tenants,
    limits,
  }
}

function tenantsOf(given: unknown): Tenant[] {
  if (!Array.isArray(given) || given.length === 0) throw bad('tenants has to be a list.')
  return given.map((one, i) => {
    const { id, allowTargets = [], ports } = record(one, `tenants[${i}]`)
    if (typeof id !== 'string' || !/^[\w-]{1,60}$/.test(id)) throw bad(`tenants[${i}].id is not a name.`)
    const tenant: Tenant = { id, allowTargets: texts(allowTargets, `tenants[${i}].allowTargets`) }
    if (ports !== undefined) {
      if (!Array.isArray(ports) || !ports.every((port) => Number.isInteger(port)))
        throw bad(`tenants[${i}].ports has to be a list of ports.`)
      tenant.ports = ports as number[]
    }
    return tenant
  })
}

/** `https://weft.example` exactly, as a browser writes it. */
function originOf(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text
  throw bad(`"${text}" is not an origin; write https://host or https://host:port.`)
}

function record(given: unknown, name: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw bad(`${name} is not an object.`)
  return given as Record<string, unknown>
}
function texts(given: unknown, name: string): string[] {
  if (Array.isArray(given) && given.every((one) => typeof one === 'string')) return given
  throw bad(`${name} has to be a list of texts.`)
}
function bad(message: string) {
  return fault('RELAY:CONFIG', message)
}
