// What the palette, the forms and the checks see of a protocol, made from its manifest. An operation that streams is a scope:
// its branch runs for each batch.
import type { ComponentDefinition, ConnectorDefinition, Text } from '../model/definition.ts'
import { lineOf } from '../model/field-value.ts'
import { operationLabel } from '../model/component-label.ts'
import type { ProtocolManifest, ProtocolOperation } from '../model/protocol-manifest.ts'

export function connectorOf({ id, label, summary, icon, fields }: ProtocolManifest): ConnectorDefinition {
  return { id, label, summary, icon, fields, testable: true }
}

export function definitionsOf(manifest: ProtocolManifest): ComponentDefinition[] {
  if (manifest.internal) return []
  return [
    ...manifest.operations.map((operation) => definitionOf(manifest, operation, false)),
    ...(manifest.triggers ?? []).map((trigger) => definitionOf(manifest, trigger, true)),
  ]
}

function definitionOf(
  { id, label, icon, keywords, faults }: ProtocolManifest,
  operation: ProtocolOperation,
  isTrigger: boolean,
): ComponentDefinition {
  const { stream, fields, output } = operation
  return {
    id: `${id}/${operation.id}`,
    version: 1,
    kind: isTrigger ? 'trigger' : stream ? 'scope' : 'step',
    group: isTrigger ? 'trigger' : 'connector',
    icon,
    connector: id,
    ...operationLabel(label, operation.label),
    summary: operation.summary,
    ...(keywords && { keywords }),
    fields,
    ...(stream && { branches: [{ role: 'body', label: eachBatch, min: 1, max: 1, fields: [] }] }),
    output: () => (stream ? { type: 'int' } : (output ?? { type: 'unknown' })),
    line: (step) => lineOf(step.config[fields.find((field) => field.required)?.name ?? '']),
    faults,
  }
}

const eachBatch: Text = { en: 'For each batch', zh: '对每一批' }
