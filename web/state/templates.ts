// The examples that Home offers: found by their folder. Their apps are loaded when one is run or opened.
import outlines from 'virtual:outlines'
import type { App } from '../../worker/model/app.ts'
import type { Template, TemplateContent } from '../../worker/model/template.ts'

const folder = '../../worker/templates'
const found = import.meta.glob<Template>('../../worker/templates/*/template.ts', {
  eager: true,
  import: 'default',
})
const loadApp = import.meta.glob<App>('../../worker/templates/*/app.json', { import: 'default' })
const loadNames = import.meta.glob<TemplateContent['zh']>('../../worker/templates/*/zh.json', {
  import: 'default',
})

/** The smallest first: it teaches the most in the least time. */
export const templates: Template[] = Object.values(found).sort(
  (a, b) => outlineOf(a).steps - outlineOf(b).steps,
)

export function outlineOf({ id }: Template): (typeof outlines)[string] {
  return outlines[id]!
}

export async function contentOf({ id }: Template): Promise<TemplateContent> {
  const [app, zh] = await Promise.all([
    loadApp[`${folder}/${id}/app.json`]!(),
    loadNames[`${folder}/${id}/zh.json`]!(),
  ])
  return { app, zh }
}
