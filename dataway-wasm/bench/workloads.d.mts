export interface Workload {
  id: string
  title: string
  bytes: Uint8Array
  // The hand-written JavaScript takes whatever JSON.parse gives.
  js(value: unknown): unknown
  python: string
  jsonata: string | null
}
export function randomFrom(seed: number): () => number
export function workloads(options?: { seed?: number; text?: 'mixed' | 'ascii'; scale?: number }): Workload[]
