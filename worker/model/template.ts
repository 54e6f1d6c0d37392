// An example app that Home offers, and how an app of one's own is made of it.
import type { App, Branch, Step } from './app.ts'
import type { Text } from './definition.ts'

/** What Home's card says. */
export interface Template {
  /** The folder's name; beside this file lie `app.json` and `zh.json`. */
  id: string
  name: Text
  summary: Text
}

export interface TemplateContent {
  /** In English. */
  app: App
  /** Chinese names of flows, steps and samples by their id; what is not here keeps its name. */
  zh: Record<string, string>
}

/**
 * An app of one's own: a new id, names in the reader's language, and a copy of the demo APIs that no other app shares
 * (connections to `/demo/…` get `/demo/<id>`). Ids inside the app stay: they are unique in it.
 */
export function fromTemplate(
  template: Template,
  { app, zh }: TemplateContent,
  language: 'en' | 'zh',
  id: string,
): App {
  const name = (of: { id: string; name: string }): string =>
    (language === 'zh' ? zh[of.id] : undefined) ?? of.name
  const step = (old: Step): Step => ({
    ...old,
    name: name(old),
    ...(old.branches ? { branches: old.branches.map(branch) } : {}),
  })
  const branch = (old: Branch): Branch => ({ ...old, steps: old.steps.map(step) })
  return {
    ...app,
    id,
    name: template.name[language],
    description: template.summary[language],
    flows: app.flows.map((flow) => ({
      ...flow,
      name: name(flow),
      ...(flow.trigger ? { trigger: step(flow.trigger) } : {}),
      steps: flow.steps.map(step),
      samples: flow.samples.map((sample) => ({ ...sample, name: name(sample) })),
    })),
    connections: app.connections.map((connection) =>
      String(connection.config['baseUrl'] ?? '').startsWith('/demo/')
        ? { ...connection, config: { ...connection.config, baseUrl: `/demo/${id}` } }
        : connection,
    ),
  }
}
