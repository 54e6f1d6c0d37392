// The examples that Home offers: found by their folder.
import type { App } from '../../worker/model/app.ts'
import type { Text } from '../../worker/model/definition.ts'

export interface Template {
  id: string
  name: Text
  summary: Text
  app: App
}

const found = import.meta.glob<Template>('../../worker/templates/*/template.ts', {
  eager: true,
  import: 'default',
})

export const templates: Template[] = Object.values(found)
