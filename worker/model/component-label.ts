// What components are called. A component's name stays English in both languages, as the platforms that Chinese integration
// developers know do it; its Chinese words are among its `keywords`, so that the search still finds it by them.
import type { ComponentDefinition, Text } from './definition.ts'

/** The label of a component that stands for itself: `Filter`. */
export function componentLabel(name: string): Text {
  return { en: name, zh: name }
}

/** The label of an operation of an application or a protocol: `GitHub: List issues`, among those of GitHub. */
export function operationLabel(family: Text, operation: Text): Pick<ComponentDefinition, 'family' | 'label'> {
  return { family, label: { en: `${family.en}: ${operation.en}`, zh: `${family.zh}：${operation.zh}` } }
}
