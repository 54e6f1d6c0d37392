// An example app that Home offers, and how an app of one's own is made of it.
import type { App } from './app.ts'
import type { Text } from './definition.ts'
import { withNames, type NamesById } from './names-by-id.ts'

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
  /** The Chinese names. */
  zh: NamesById
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
  return {
    ...withOwnDemo(language === 'zh' ? withNames(app, zh) : app, id),
    id,
    name: template.name[language],
    description: template.summary[language],
  }
}

/** Its connections to the demo APIs go to a copy of them that no other app shares. */
export function withOwnDemo(app: App, id: string): App {
  const connections = app.connections.map((connection) =>
    String(connection.config['baseUrl'] ?? '').startsWith('/demo/')
      ? { ...connection, config: { ...connection.config, baseUrl: `/demo/${id}` } }
      : connection,
  )
  return { ...app, connections }
}
