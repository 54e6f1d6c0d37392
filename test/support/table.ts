// What a test counted and a reader should see though nothing failed: in a file, which `npm test` prints after the part.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const tables = resolve(import.meta.dirname, '../../test-results/tables')

export function showTable(name: string, text: string): void {
  mkdirSync(tables, { recursive: true })
  writeFileSync(join(tables, `${name}.txt`), text.trimEnd() + '\n')
}
