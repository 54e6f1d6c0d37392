// Every definition there is, found by its folder: small, eager, data only. What the palette, the forms, validation and
// completion read. Docs and examples of a component load when asked for. Of the connectors those of HTTP are here: the others
// come with app-connectors.ts.
import type { ComponentDefinition, ConnectorDefinition, Example } from './model/definition.ts'

type Glob<T> = Record<string, T>

const found: Glob<ComponentDefinition> = {
  ...import.meta.glob<ComponentDefinition>('./components/*/definition.ts', {
    eager: true,
    import: 'default',
  }),
  ...import.meta.glob<ComponentDefinition>('../connectors-browser/http/*/definition.ts', {
    eager: true,
    import: 'default',
  }),
}
const connectorFiles: Glob<ConnectorDefinition> = import.meta.glob<ConnectorDefinition>(
  '../connectors-browser/http/connector.ts',
  { eager: true, import: 'default' },
)
const docFiles: Glob<() => Promise<string>> = {
  ...import.meta.glob<string>('./components/*/docs.*.md', { query: '?raw', import: 'default' }),
  ...import.meta.glob<string>('../connectors-browser/*/*/docs.*.md', { query: '?raw', import: 'default' }),
}
const exampleFiles: Glob<() => Promise<Example[]>> = {
  ...import.meta.glob<Example[]>('./components/*/examples.ts', { import: 'default' }),
  ...import.meta.glob<Example[]>('../connectors-browser/*/*/examples.ts', { import: 'default' }),
}

/** All components, those of one group together, by id. */
const all = new Map<string, ComponentDefinition>(
  Object.entries(found)
    .map(([path, definition]): [string, ComponentDefinition] => [componentOf(path), definition])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
)
export const definitions: ReadonlyMap<string, ComponentDefinition> = all
const allConnectors = new Map<string, ConnectorDefinition>(
  Object.values(connectorFiles).map((connector) => [connector.id, connector]),
)
export const connectors: ReadonlyMap<string, ConnectorDefinition> = allConnectors

/** Adds a connector with its operations. */
export function addConnector(connector: ConnectorDefinition, operations: ComponentDefinition[]): void {
  allConnectors.set(connector.id, connector)
  for (const operation of operations) all.set(operation.id, operation)
}

export function definition(id: string): ComponentDefinition | undefined {
  return definitions.get(id)
}

/** The Markdown page of a component; undefined where there is none. */
export async function docs(id: string, language: 'en' | 'zh'): Promise<string | undefined> {
  const written = pick(docFiles, id, `/docs.${language}.md`)
  if (written) return await written()
  const { operationOf, docsOf } = await import('../connectors-browser/app-operations.ts')
  const found = await operationOf(id)
  if (found) return docsOf(found.manifest, found.operation, language)
  const protocols = await import('./relay/protocol-operations.ts')
  const spoken = await protocols.operationOf(id)
  return spoken && protocols.docsOf(spoken.manifest, spoken.operation, language, spoken.isTrigger)
}

export async function examples(id: string): Promise<Example[]> {
  return (await pick(exampleFiles, id, '/examples.ts')?.()) ?? []
}

function pick<T>(files: Glob<T>, id: string, name: string): T | undefined {
  return files[`./components/${id}${name}`] ?? files[`../connectors-browser/${id}${name}`]
}

/** `./components/choice/definition.ts` → `choice`, `../connectors-browser/http/request/definition.ts` → `http/request`. */
function componentOf(path: string): string {
  return path.replace(/^.*?(components|connectors-browser)\//, '').replace(/\/[^/]+$/, '')
}
