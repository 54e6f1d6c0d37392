// What an app would reach, found without running it: shown before somebody saves a shared app, compared with what was granted.
import type { Reach } from './api.ts'
import type { App, Connection, Step } from './model/app.ts'
import { isScalar, sourceOf } from './model/field-value.ts'
import { targetOf, type TargetFields } from './model/protocol-manifest.ts'
import { allSteps } from './model/walk.ts'

/** What an operation of a connector calls: after the base URL of its connection, or of the connector itself. */
export type OperationCall =
  | { method: string; baseUrl: string; path: string }
  /** Of a protocol: the target of its connection. */
  | { method: string; protocol: string; target?: TargetFields | undefined }

/**
 * `base`: the address that relative ones stand on; those are the studio's own demo APIs. `operations`: what the operations of
 * connectors call, by component.
 */
export function reachOf(
  app: App,
  base: string,
  operations: ReadonlyMap<string, OperationCall> = new Map(),
): Reach {
  const calls = new Map<string, Reach['calls'][number]>()
  const connectors = new Set<string>()
  const schedules = new Set<string>()
  const secrets = new Set<string>()
  for (const { step } of allSteps(app)) {
    const connection = app.connections.find((one) => one.id === step.connection)
    if (connection) connectors.add(connection.connector)
    for (const value of Object.values({ ...connection?.config, ...step.config })) {
      if (typeof value === 'object' && value !== null && value.mode === 'secret') secrets.add(value.id)
    }
    if (step.component === 'scheduler') schedules.add(scheduleText(step))
    if (step.component === 'http/request') {
      const call = callOf(step, connection, base)
      calls.set(`${call.method} ${call.url}`, call)
    }
    const operation = operations.get(step.component)
    if (operation && 'protocol' in operation) {
      const call = protocolCall(operation, connection)
      if (call) calls.set(`${call.method} ${call.url}`, call)
    } else if (operation) {
      const url = (textOf(connection?.config['baseUrl']) || operation.baseUrl) + operation.path
      const { method } = operation
      calls.set(`${method} ${url}`, { method, host: URL.canParse(url) ? new URL(url).host : '*', url })
    }
  }
  return {
    calls: [...calls.values()],
    connectors: [...connectors].sort(),
    schedules: [...schedules],
    secrets: [...secrets].sort(),
  }
}

function protocolCall(
  { method, protocol, target }: Extract<OperationCall, { protocol: string }>,
  connection: Connection | undefined,
): Reach['calls'][number] | undefined {
  if (target === 'none') return undefined
  if (target === 'url') {
    const url = textOf(connection?.config['url']) ?? '*'
    return { method, host: URL.canParse(url) ? new URL(url).host : '*', url }
  }
  const plain = Object.fromEntries(['by', 'uri', 'host', 'port'].map((name) => [name, textOf(connection?.config[name]) ?? ''])) // prettier-ignore
  const { host: named, port } = targetOf(target, plain)!
  const host = named || '*'
  const url = `${protocol}://${host}${port ? `:${port}` : ''}`
  return { method, host: port && host !== '*' ? `${host}:${port}` : host, url }
}

/** A host that only a script knows is `*`: it must be granted when the script has made it. */
function callOf(step: Step, connection: Connection | undefined, base: string): Reach['calls'][number] {
  const method = String(step.config['method'] ?? 'GET')
  const prefix = textOf(connection?.config['baseUrl']) ?? ''
  const path = textOf(step.config['url'])
  const isWhole = /^[a-z][a-z0-9+.-]*:\/\//i.test(path ?? '')
  if (path === undefined && prefix === '') return { method, host: '*', url: '*' }
  const url = isWhole ? path! : prefix + (path === undefined ? '/…' : path)
  try {
    const { host, href } = new URL(url.replaceAll(/\{\{.*?\}\}/g, '…'), base)
    return { method, host, url: decodeURI(href) }
  } catch {
    return { method, host: '*', url }
  }
}

/** The text of a field that no script makes; scripts inside a text are left as they are written. */
function textOf(value: Step['config'][string] | undefined): string | undefined {
  if (value === undefined || value === null) return ''
  if (isScalar(value)) return String(value)
  const source = sourceOf(value)
  if (source) return source.mode === 'text' && !/^\s*\{\{/.test(source.source) ? source.source : undefined
  return value.mode === 'literal' && typeof value.value === 'string' ? value.value : undefined
}

function scheduleText(step: Step): string {
  const { mode = 'cron', cron, every, times } = step.config
  return String((mode === 'periodic' ? every : mode === 'once' ? times : cron) ?? '')
}
