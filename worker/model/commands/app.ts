// Commands on the App itself: its name and its connections.
import type { App, Connection, FieldValue } from '../app.ts'
import { editSteps } from './edit.ts'
import { withField } from './steps.ts'

export function renameApp(app: App, name: string): App {
  return { ...app, name }
}

export function describeApp(app: App, description: string): App {
  const { description: _old, ...rest } = app
  return description ? { ...rest, description } : rest
}

/** Adds a connection, or replaces the one of the same id. */
export function putConnection(app: App, connection: Connection): App {
  return { ...app, connections: put(app.connections, connection) }
}

export function setConnectionField(app: App, id: string, field: string, value: FieldValue | undefined): App {
  const connection = app.connections.find((c) => c.id === id)
  if (!connection) return app
  return putConnection(app, { ...connection, config: withField(connection.config, field, value) })
}

/** Steps that used it have no connection afterwards. */
export function deleteConnection(app: App, id: string): App {
  const gone = { ...app, connections: app.connections.filter((c) => c.id !== id) }
  return editSteps(gone, (step) => {
    if (step.connection !== id) return step
    const { connection: _old, ...rest } = step
    return rest
  })
}

function put<T extends { id: string }>(list: T[], item: T): T[] {
  return list.some((one) => one.id === item.id)
    ? list.map((one) => (one.id === item.id ? item : one))
    : [...list, item]
}
