// The connectors besides HTTP, for whoever shows all components: importing this adds their connections and operations to the
// definitions. Apart from definitions.ts, so that a page that needs none does not load them.
import { connectorOf, definitionsOf } from '../connectors-browser/app-definition.ts'
import { addConnector } from './definitions.ts'
import type { AppManifest } from './model/app-manifest.ts'
import type { ComponentDefinition, ConnectorDefinition } from './model/definition.ts'
import type { ProtocolManifest } from './model/protocol-manifest.ts'
import * as protocol from './relay/protocol-definition.ts'

const found = import.meta.glob<AppManifest>('../connectors-browser/apps/*.ts', {
  eager: true,
  import: 'default',
})

export const appManifests: readonly AppManifest[] = Object.values(found)

for (const manifest of appManifests) addConnector(connectorOf(manifest), definitionsOf(manifest))

const connectorFiles = import.meta.glob<ConnectorDefinition>(
  ['../connectors-browser/*/connector.ts', '!../connectors-browser/http/**'],
  { eager: true, import: 'default' },
)
const operationFiles = import.meta.glob<ComponentDefinition>(
  ['../connectors-browser/*/*/definition.ts', '!../connectors-browser/http/**'],
  { eager: true, import: 'default' },
)

for (const connector of Object.values(connectorFiles)) {
  const isOwn = ({ connector: id }: ComponentDefinition): boolean => id === connector.id
  addConnector(connector, Object.values(operationFiles).filter(isOwn))
}

const protocols = import.meta.glob<ProtocolManifest>(
  ['../relay/protocols/*/manifest.ts', '../connectors-browser/protocols/*/manifest.ts'],
  { eager: true, import: 'default' },
)

export const protocolManifests: readonly ProtocolManifest[] = Object.values(protocols)

for (const manifest of protocolManifests)
  if (!manifest.internal) addConnector(protocol.connectorOf(manifest), protocol.definitionsOf(manifest))
