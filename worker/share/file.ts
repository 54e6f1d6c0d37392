// An app as a file, `<name>.weft.json`: the app alone, or with sample and recorded run as a link has them.
import type { App } from '../model/app.ts'
import { appFrom, parseBounded } from '../model/validate.ts'
import { readShared, type Shared } from './link.ts'

const sharedFormat = 'weft-shared/1'

/** A name that every file system takes. */
export function fileName(app: App): string {
  const name = app.name.replace(/[^\p{L}\p{N}._ -]+/gu, '').trim()
  return `${name.slice(0, 80) || 'app'}.weft.json`
}

export function toFile(shared: Shared): string {
  const isPlain = !shared.run && !shared.sample && !shared.blanks
  return JSON.stringify(isPlain ? shared.app : { format: sharedFormat, ...shared }, null, 2) + '\n'
}

/** Faults of `parseApp` (APP:SYNTAX, APP:FORMAT, APP:NEWER, …), and those of a link for what a shared file holds more. */
export function fromFile(text: string): Shared {
  const plain = text.replace(/^\uFEFF/, '')
  const value = parseBounded(plain)
  const isShared =
    typeof value === 'object' && value !== null && !Array.isArray(value) && value['format'] === sharedFormat
  return isShared ? readShared(plain) : { app: appFrom(value), view: 'copy' }
}
