// The protocols there are, found by their folders: the data of each, and its code when it is first used.
import type { ProtocolManifest } from '../worker/model/protocol-manifest.ts'
import type { Protocol } from './session.ts'

const manifestFiles = import.meta.glob<ProtocolManifest>('./protocols/*/manifest.ts', {
  eager: true,
  import: 'default',
})
const sessionFiles = import.meta.glob<Protocol>('./protocols/*/session.ts', { import: 'default' })

export const protocolManifests: ReadonlyMap<string, ProtocolManifest> = new Map(
  Object.values(manifestFiles).map((manifest) => [manifest.id, manifest]),
)

/** Undefined where there is no such protocol. */
export async function protocolCode(id: string): Promise<Protocol | undefined> {
  return await sessionFiles[`./protocols/${id}/session.ts`]?.()
}
