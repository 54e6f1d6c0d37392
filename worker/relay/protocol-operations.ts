// The operations of the protocols that a relay or the page speaks, each manifest loaded when one of its operations is asked for.
import type { ProtocolManifest, ProtocolOperation } from '../model/protocol-manifest.ts'

export { definitionsOf } from './protocol-definition.ts'
export { docsOf } from './protocol-docs.ts'
export { runOf, triggerRun } from './protocol-run.ts'

const manifests: Record<string, () => Promise<ProtocolManifest>> = {
  ...import.meta.glob<ProtocolManifest>('../../relay/protocols/*/manifest.ts', { import: 'default' }),
  ...import.meta.glob<ProtocolManifest>('../../connectors-browser/protocols/*/manifest.ts', {
    import: 'default',
  }),
}

/** Undefined where there is no such protocol. */
export async function manifestOf(id: string): Promise<ProtocolManifest | undefined> {
  const inFolder = (folder: string) => manifests[`../../${folder}/protocols/${id}/manifest.ts`]
  return await (inFolder('relay') ?? inFolder('connectors-browser'))?.()
}

/** `redis/get`; undefined where there is no such protocol or operation. */
export async function operationOf(
  id: string,
): Promise<{ manifest: ProtocolManifest; operation: ProtocolOperation; isTrigger: boolean } | undefined> {
  const [protocol, name] = id.split('/')
  const manifest = await manifestOf(protocol!)
  if (!manifest || manifest.internal) return undefined
  const operation = manifest.operations.find((one) => one.id === name)
  if (operation) return { manifest, operation, isTrigger: false }
  const trigger = manifest.triggers?.find((one) => one.id === name)
  return trigger && { manifest, operation: trigger, isTrigger: true }
}
