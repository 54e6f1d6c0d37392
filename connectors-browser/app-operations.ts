// The operations of the application connectors, each manifest loaded when one of its operations is asked for.
import type { AppManifest, AppOperation } from '../worker/model/app-manifest.ts'

export { definitionsOf } from './app-definition.ts'
export { docsOf } from './app-docs.ts'
export { runOf } from './app-run.ts'

const manifests = import.meta.glob<AppManifest>('./apps/*.ts', { import: 'default' })

/** `github/create-issue`; undefined where there is no such connector or operation. */
export async function operationOf(
  id: string,
): Promise<{ manifest: AppManifest; operation: AppOperation } | undefined> {
  const [connector, name] = id.split('/')
  const manifest = await manifests[`./apps/${connector}.ts`]?.()
  const operation = manifest?.operations.find((one) => one.id === name)
  return manifest && operation && { manifest, operation }
}
