// How an operation of an application or a protocol is called: `GitHub: List issues`, among those of GitHub.
import type { ComponentDefinition, Text } from './definition.ts'

export function operationLabel(family: Text, operation: Text): Pick<ComponentDefinition, 'family' | 'label'> {
  return { family, label: { en: `${family.en}: ${operation.en}`, zh: `${family.zh}：${operation.zh}` } }
}
