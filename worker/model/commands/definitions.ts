// Commands on the app's own data types and scripts. A name is what steps and people know them by, so it is unique.
import type { App, DataType, Script } from '../app.ts'

/** Adds a data type, or replaces the one of the same id. */
export function putType(app: App, type: DataType): App {
  return { ...app, types: put(app.types, type) }
}

/** Steps that name it stay and say that it is gone. */
export function deleteType(app: App, id: string): App {
  return { ...app, types: app.types.filter((type) => type.id !== id) }
}

/** Adds a script, or replaces the one of the same id. */
export function putScript(app: App, script: Script): App {
  return { ...app, scripts: put(app.scripts, script) }
}

/** What was inserted from it stays: a script is copied where it is used. */
export function deleteScript(app: App, id: string): App {
  return { ...app, scripts: app.scripts.filter((script) => script.id !== id) }
}

function put<T extends { id: string }>(list: T[], one: T): T[] {
  return list.some(({ id }) => id === one.id)
    ? list.map((old) => (old.id === one.id ? one : old))
    : [...list, one]
}

/** The name, or the name with the first number that is free. */
export function freeName(name: string, list: readonly { name: string }[]): string {
  for (let n = 1; ; n++) {
    const next = n === 1 ? name : `${name} ${n}`
    if (!list.some((one) => one.name === next)) return next
  }
}
