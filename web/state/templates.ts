// The examples that Home offers: found by their folder.
import type { Template } from '../../worker/model/template.ts'

const found = import.meta.glob<Template>('../../worker/templates/*/template.ts', {
  eager: true,
  import: 'default',
})

export const templates: Template[] = Object.values(found)
