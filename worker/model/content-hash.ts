// The content hash of an App: what a run is pinned to, what a grant is bound to. SHA-256 over canonical JSON (keys
// sorted, absent and undefined alike), so the same content has the same hash wherever it was made.
import { toHex } from './hex.ts'

export async function contentHash(thing: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(thing))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return toHex(digest)
}

/** JSON with sorted keys. */
export function canonical(thing: unknown): string {
  if (typeof thing !== 'object' || thing === null) return JSON.stringify(thing) ?? 'null'
  if (Array.isArray(thing)) return `[${thing.map(canonical).join(',')}]`
  const rows = Object.entries(thing)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`)
  return `{${rows.join(',')}}`
}
