// What a field holds, read without running anything: for the line on a canvas, for checks, for defaults.
import type { Config, FieldValue, Scalar, SourceMode, Tagged } from './app.ts'
import type { Field } from './definition.ts'

export interface Source {
  mode: SourceMode
  source: string
}

export function isScalar(value: FieldValue | undefined): value is Scalar {
  return value !== undefined && (value === null || typeof value !== 'object')
}

export function expression(source: string): FieldValue {
  return { mode: 'expression', source }
}

/** The script of a field in text, expression or code mode. */
export function sourceOf(value: FieldValue | undefined): Source | undefined {
  if (value === undefined || isScalar(value)) return undefined
  return value.mode === 'text' || value.mode === 'expression' || value.mode === 'code' ? value : undefined
}

/** Whether a field says something: not absent, not empty text. */
export function isSet(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return false
  if (isScalar(value)) return true
  if (value.mode === 'literal') return value.value !== null && value.value !== ''
  return value.mode === 'secret' ? value.id !== '' : value.source.trim() !== ''
}

/** The pairs of a `rows` field that is written as rows; undefined when a script makes them. */
export function rowsOf(value: FieldValue | undefined): [string, FieldValue][] | undefined {
  if (value === undefined || value === null || value === '') return []
  if (isScalar(value) || value.mode !== 'literal' || !Array.isArray(value.value)) return undefined
  return value.value.flatMap((row): [string, FieldValue][] =>
    Array.isArray(row) && row.length === 2 ? [[String(row[0]), row[1] as FieldValue]] : [],
  )
}

export function rowsValue(rows: readonly (readonly [string, FieldValue])[]): FieldValue {
  return { mode: 'literal', value: rows.map(([name, value]) => [name, value as Tagged]) }
}

/** One line that says a value: `msg.payload`, `text`, `name = msg.payload, other = 3` of rows. Empty when nothing is set. */
export function lineOf(value: FieldValue | undefined): { text: string; code?: boolean } {
  if (!isSet(value)) return { text: '' }
  const source = sourceOf(value)
  if (source) return { text: firstLine(source.source), code: source.mode !== 'text' }
  if (isScalar(value)) return { text: firstLine(String(value)) }
  if (value!.mode === 'secret') return { text: '••••' }
  const rows = rowsOf(value) ?? []
  if (rows.length > 0)
    return {
      text: firstLine(rows.map(([name, one]) => `${name} = ${lineOf(one).text}`).join(', ')),
      code: true,
    }
  return { text: firstLine(JSON.stringify((value as { value: Tagged }).value)), code: true }
}

/** Whether the field counts for this config: it has no `when`, or that holds and the field it looks at counts itself. */
export function isShown(field: Field, config: Config, fields: readonly Field[]): boolean {
  if (!field.when) return true
  const other = fields.find((f) => f.name === field.when!.field)
  if (other && !isShown(other, config, fields)) return false
  const value = config[field.when.field] ?? other?.default ?? null
  return isScalar(value) && field.when.is.includes(value as string | boolean)
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0]!
  return line.length > 120 ? line.slice(0, 119) + '…' : line
}
