// What a long run of a test found: printed, and in the long form kept in a file of the day beside the tests.
import { appendFileSync, mkdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'

export const isLong = process.env['WEFT_LONG'] === '1'
const folder = resolve(import.meta.dirname, '../long')

/** Nearest rank; of nothing: 0. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(Math.ceil((sorted.length * percent) / 100) - 1, 0)] ?? 0
}

export function report(line: string): void {
  console.log(line)
  if (!isLong) return
  const now = new Date().toISOString()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${now.slice(0, 10)}.txt`)
  appendFileSync(file, `${now.slice(11, 19)} UTC, Node ${process.version}, ${cpus().length} cores: ${line}\n`)
}
