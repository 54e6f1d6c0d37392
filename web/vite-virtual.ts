// Build tool: a module `virtual:<name>` whose default export is data that is read from the sources when the studio is built.
import type { Plugin } from 'vite'

export function virtualModule(name: string, table: () => unknown): Plugin {
  const id = `virtual:${name}`
  return {
    name: `weft-${name}`,
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(table())}` : undefined),
  }
}
