// Flows that a protocol's trigger starts: a subscription at a broker, a socket, a stream of events. A message is confirmed at its
// source when its run has ended well; when it fails the message comes again, up to its attempts.
import type { PublishSetting } from '../api.ts'
import { withEnvironment } from '../engine/connections.ts'
import { mustBeGrantedTarget } from '../engine/granted.ts'
import type { Host } from '../engine/host.ts'
import { milliseconds } from '../model/duration.ts'
import type { App, Config, Flow } from '../model/app.ts'
import type { Field } from '../model/definition.ts'
import { fault, toFault, type Fault } from '../model/fault.ts'
import { isScalar, isShown } from '../model/field-value.ts'
import { targetOf } from '../model/protocol-manifest.ts'
import type { ProtocolLink, ProtocolMessage } from '../model/protocol-link.ts'
import type { Value } from '../model/value.ts'
import { appConnection } from '../relay/app-connection.ts'
import { operationOf } from '../relay/protocol-operations.ts'

export interface Subscribing {
  app: App
  flow: Flow
  setting: PublishSetting
  /** Runs the flow; rejects when it failed. */
  handle(message: ProtocolMessage): Promise<void>
  /** What stands between; undefined: it is well. */
  told(trouble: Fault | undefined): void
}

/** Milliseconds until one that could not begin is tried again: no relay, no secret. */
const retryEvery = 15_000

export interface Means {
  protocols(): Promise<ProtocolLink>
  secret(id: string): string | undefined
}
/** Of the host of an engine. */
export function means({ parts: { host } }: { parts: { host: Host } }): Means {
  const none = fault('RELAY:NONE', 'This trigger needs a relay.', {
    hint: 'Start one: npm run weft -- relay',
  })
  return { protocols: async () => (await host.protocols?.()) ?? Promise.reject(none as never), secret: (id) => host.secret(id) } // prettier-ignore
}

/** Begins to let messages start the flow; the result stops it. */
export function subscribe({ protocols, secret }: Means, subscribing: Subscribing): () => void {
  const stop = new AbortController()
  void begin()
  return () => stop.abort()

  async function begin(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        const end = await open({ protocols, secret }, subscribing)
        if (stop.signal.aborted) return void (await end())
        return stop.signal.addEventListener('abort', () => void end(), { once: true })
      } catch (thrown) {
        subscribing.told(toFault(thrown))
      }
      await new Promise<void>((again) => {
        const timer = setTimeout(again, retryEvery)
        stop.signal.addEventListener('abort', () => (clearTimeout(timer), again()), { once: true })
      })
    }
  }
}

async function open(
  { protocols, secret }: Means,
  { app, flow, setting, handle, told }: Subscribing,
): Promise<() => Promise<void>> {
  const trigger = flow.trigger!
  const found = await operationOf(trigger.component)
  if (!found?.isTrigger) throw fault('APP:UNKNOWN_COMPONENT', `There is no trigger ${trigger.component}.`)
  const { manifest, operation } = found
  const connections = app.connections.map((one) => withEnvironment(one, setting.connections))
  const { protocol, values } = await appConnection({ ...app, connections }, trigger.connection, secret)
  mustBeGrantedTarget(setting.granted, targetOf(manifest.target, values))
  const given = argumentsOf(operation.fields, trigger.config)
  const number = (name: string): number | undefined => (typeof given.get(name) === 'number' ? (given.get(name) as number) : undefined) // prettier-ignore
  const link = await protocols()
  const subscription = { protocol, operation: operation.id, connection: values, arguments: given, parallel: number('parallel') ?? 1, ...(number('attempts') && { attempts: number('attempts')! }) } // prettier-ignore
  return link.subscribe(subscription, handle, told)
}

/** A trigger has no message yet: its fields are plain. */
function argumentsOf(fields: readonly Field[], config: Config): Map<string, Value> {
  const given = new Map<string, Value>()
  for (const field of fields) {
    if (!isShown(field, config, fields)) continue
    const written = config[field.name]
    const value = written === undefined || written === '' ? field.default : written
    if (value === undefined) continue
    if (isScalar(value))
      given.set(field.name, field.kind === 'duration' ? milliseconds(String(value)) : value)
    else if (value.mode === 'text') given.set(field.name, value.source)
    else if (value.mode === 'literal' && isScalar(value.value as never))
      given.set(field.name, value.value as string)
  }
  return given
}
