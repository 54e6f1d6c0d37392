// Which steps of an app need a relay, and for what target.
import { protocolManifests } from '../../worker/app-connectors.ts'
import type { App } from '../../worker/model/app.ts'
import type { Text } from '../../worker/model/definition.ts'
import { allSteps } from '../../worker/model/walk.ts'

export interface Need {
  step: string
  name: string
  protocol: string
  label: Text
  icon: string
  /** `host:port`; empty where no connection says it. */
  target: string
}

export function needsOf(app: App): Need[] {
  return [...allSteps(app)].flatMap(({ step }): Need[] => {
    const [protocol] = step.component.split('/')
    const manifest = protocolManifests.find(({ id }) => id === protocol)
    if (!manifest || manifest.runs === 'page') return []
    // The page sends these itself, unless the step says that the relay is to.
    if (manifest.internal && step.config['by'] !== 'relay') return []
    const config = app.connections.find(({ id }) => id === step.connection)?.config ?? {}
    const standard = manifest.fields.find(({ name }) => name === 'port')?.default
    const [host, port] = [config['host'], config['port'] ?? standard]
    const target = typeof host === 'string' && host ? `${host}${port ? `:${String(port)}` : ''}` : ''
    return [{ step: step.id, name: step.name, protocol: manifest.id, label: manifest.label, icon: manifest.icon, target }] // prettier-ignore
  })
}
