// What the engine knows of components, found by their folders: definition and code of each load when an app that uses it
// does. The page never imports this.
import type { App } from './model/app.ts'
import { fault } from './model/fault.ts'
import type { ComponentDefinition } from './model/definition.ts'
import type { StepCode, Registry } from './model/registry.ts'
import type { Run } from './model/context.ts'
import type { OperationCall } from './reach.ts'
import { allSteps } from './model/walk.ts'

interface RunModule {
  default: Run
  reply?: StepCode['reply']
}
interface Loaded {
  definition: ComponentDefinition
  code: StepCode
}
type Files<T> = Record<string, () => Promise<T>>

const definitionFiles: Files<ComponentDefinition> = {
  ...import.meta.glob<ComponentDefinition>('./components/*/definition.ts', { import: 'default' }),
  ...import.meta.glob<ComponentDefinition>('../connectors-browser/*/*/definition.ts', { import: 'default' }),
}
const runFiles: Files<RunModule> = {
  ...import.meta.glob<RunModule>('./components/*/run.ts'),
  ...import.meta.glob<RunModule>('../connectors-browser/*/*/run.ts'),
}

const loaded = new Map<string, Loaded>()
const ready = new WeakSet<App>()

export const registry: Registry = {
  definition: (id) => loaded.get(id)?.definition,
  code: (id) => loaded.get(id)?.code,
  load(app) {
    if (ready.has(app)) return undefined
    const missing = new Set<string>()
    for (const { step } of allSteps(app)) if (!loaded.has(step.component)) missing.add(step.component)
    if (missing.size === 0) {
      ready.add(app)
      return undefined
    }
    return loadAll(missing).then(
      () => void ready.add(app),
      () => {
        throw fault('WEFT:FILE_MISSING', 'A part of Weft that this app needs could not be fetched.', {
          hint: 'Look at the network, then reload the page.',
        })
      },
    )
  },
}

/** A component that there is not stays unknown. */
async function loadAll(ids: Iterable<string>): Promise<void> {
  await Promise.all([...ids].map(load))
}

async function load(id: string): Promise<void> {
  const found = (await ofFolder(id)) ?? (await ofManifest(id)) ?? (await ofProtocol(id))
  if (found) loaded.set(id, found)
}

async function ofFolder(id: string): Promise<Loaded | undefined> {
  const [definition, run] = await Promise.all([
    fileOf(definitionFiles, id, 'definition.ts')?.(),
    fileOf(runFiles, id, 'run.ts')?.(),
  ])
  return definition && run && { definition, code: { run: run.default, reply: run.reply } }
}

/** An operation of an application connector. */
async function ofManifest(id: string): Promise<Loaded | undefined> {
  if (!id.includes('/')) return undefined
  const { operationOf, definitionsOf, runOf } = await import('../connectors-browser/app-operations.ts')
  const found = await operationOf(id)
  if (!found) return undefined
  const { manifest, operation } = found
  const definition = definitionsOf(manifest).find((one) => one.id === id)!
  return { definition, code: { run: runOf(manifest, operation) } }
}

/** An operation or a trigger of a protocol that a relay speaks. */
async function ofProtocol(id: string): Promise<Loaded | undefined> {
  if (!id.includes('/')) return undefined
  const { operationOf, definitionsOf, runOf, triggerRun } = await import('./relay/protocol-operations.ts')
  const found = await operationOf(id)
  if (!found) return undefined
  const { manifest, operation, isTrigger } = found
  const definition = definitionsOf(manifest).find((one) => one.id === id)!
  return { definition, code: { run: isTrigger ? triggerRun : runOf(manifest, operation) } }
}

/** What the operations of connectors in an app call. */
export async function operationCalls(app: App): Promise<Map<string, OperationCall>> {
  const ids = new Set([...allSteps(app)].map(({ step }) => step.component).filter((id) => id.includes('/')))
  if (ids.size === 0) return new Map()
  const { operationOf } = await import('../connectors-browser/app-operations.ts')
  const protocols = await import('./relay/protocol-operations.ts')
  const calls = new Map<string, OperationCall>()
  for (const id of ids) {
    const found = await operationOf(id)
    if (found) calls.set(id, { ...found.operation, baseUrl: found.manifest.baseUrl })
    const spoken = found ? undefined : await protocols.operationOf(id)
    if (spoken)
      calls.set(id, {
        method: spoken.operation.id,
        protocol: spoken.manifest.id,
        target: spoken.manifest.target,
      })
  }
  return calls
}

function fileOf<T>(files: Files<T>, id: string, name: string): (() => Promise<T>) | undefined {
  return files[`./components/${id}/${name}`] ?? files[`../connectors-browser/${id}/${name}`]
}
