export interface Shape {
  id: string
  title: string
  mime: string
  bytes: Uint8Array
  js(bytes: Uint8Array): unknown
  python: string
}
export function shapes(options?: { seed?: number; text?: 'mixed' | 'ascii'; scale?: number }): Shape[]
