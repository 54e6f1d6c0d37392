// An app as a file, `<name>.weft.json`: the app alone, or with sample and recorded run as a link has them.
import type { App } from '../model/app.ts'
import { fault } from '../model/fault.ts'
import { parseJson, readApp } from '../model/read-app.ts'
import { readShared, type Shared } from './link.ts'

const maxBytes = 16 * 1024 * 1024
const sharedFormat = 'weft-shared/1'

/** A name that every file system takes. */
export function fileName(app: App): string {
  const name = app.name.replace(/[^\p{L}\p{N}._ -]+/gu, '').trim()
  return `${name.slice(0, 80) || 'app'}.weft.json`
}

export function toFile(shared: Shared): string {
  const isPlain = !shared.run && !shared.sample
  return JSON.stringify(isPlain ? shared.app : { format: sharedFormat, ...shared }, null, 2) + '\n'
}

/** Faults: APP:NOT_AN_APP, APP:NEWER, APP:BROKEN, APP:TOO_LARGE, and those of a link for what a shared file holds more. */
export function fromFile(text: string): Shared {
  if (text.length > maxBytes) throw fault('APP:TOO_LARGE', `The file has more than ${maxBytes} bytes.`)
  const value = parseJson(text.replace(/^\uFEFF/, ''))
  const format =
    typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined
  if (format === sharedFormat) return readShared(text.replace(/^\uFEFF/, ''))
  return { app: readApp(value), view: 'copy' }
}
