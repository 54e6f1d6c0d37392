// The texts of a step that are mapped: a field each, and a row each of fields that are rows (variables, headers). Every part is
// read and written on its own. Pure.
import type { Config, FieldValue, SourceMode } from '../../worker/model/app.ts'
import type { Field } from '../../worker/model/definition.ts'
import { rowsOf, rowsValue, sourceOf } from '../../worker/model/field-value.ts'
import { EACH, mappingOf, type InputPath, type Mapping, type Target } from './mapping.ts'

export interface MapPart {
  /** `payload`; of a row its place, `variables[0]`; of all rows together, which hold no text themselves, `variables`. */
  id: string
  field: Field
  /** Place in the rows of the field. */
  row?: number
  /** Name of the row. */
  name?: string
  /** Rows of this part; it then has no text of its own. */
  rows?: readonly (readonly [string, FieldValue])[]
  mode: SourceMode
  source: string
  mapping: Mapping
}

export function partsOf(fields: readonly Field[], config: Config): MapPart[] {
  return fields.flatMap((field): MapPart[] => {
    const value = config[field.name]
    const rows = field.kind === 'rows' ? rowsOf(value) : undefined
    if (!rows) return [{ id: field.name, field, ...read(value) }]
    return [
      { id: field.name, field, rows, ...read(undefined) },
      ...rows.map(([name, one], row) => ({ id: `${field.name}[${row}]`, field, row, name, ...read(one) })),
    ]
  })
}

/** How a value that is no script is drawn: as the literal it is. */
function read(value: FieldValue | undefined): Pick<MapPart, 'mode' | 'source' | 'mapping'> {
  const literal = plain(value)
  const { mode, source } = sourceOf(value) ?? {
    mode: literal === '' ? 'expression' : 'text',
    source: literal,
  }
  return { mode, source, mapping: mappingOf(source, mode) }
}
function plain(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  return value.mode === 'secret' ? '••••' : JSON.stringify(value.mode === 'literal' ? value.value : '')
}

/** The value of the part's field with this text in the part. */
export function withText(part: MapPart, config: Config, mode: SourceMode, source: string): FieldValue {
  const value: FieldValue = { mode, source }
  if (part.row === undefined) return value
  const rows = rowsOf(config[part.field.name]) ?? []
  return rowsValue(rows.map((row, at) => (at === part.row ? [row[0], value] : row)))
}
/** The value of a field of rows with one row more, or with another name for a row, or without it. */
export function withRow(part: MapPart, name: string, source: string): FieldValue {
  return rowsValue([...(part.rows ?? []), [name, { mode: 'expression', source }]])
}
export function withRowName(part: MapPart, config: Config, name: string): FieldValue {
  const rows = rowsOf(config[part.field.name]) ?? []
  return rowsValue(rows.map((row, at) => (at === part.row ? [name, row[1]] : row)))
}
export function withoutRow(part: MapPart, config: Config): FieldValue | undefined {
  const rows = (rowsOf(config[part.field.name]) ?? []).filter((_, at) => at !== part.row)
  return rows.length === 0 ? undefined : rowsValue(rows)
}

/** A name that no row has yet, after the last name of a path. */
export function freeRowName(part: MapPart, path: InputPath): string {
  const key = String(path.findLast((one) => typeof one === 'string' && one !== EACH) ?? 'value')
  const taken = new Set(part.rows?.map(([name]) => name))
  let free = key
  for (let n = 2; taken.has(free); n++) free = `${key}${n}`
  return free
}

/** A line of the output: a part, or a place inside its text. */
export interface TargetRow {
  id: string
  level: number
  part: MapPart
  /** Absent: the part has no text that could be drawn. */
  target: Target | undefined
  /** It stands for its part as a whole. */
  isPart: boolean
}

/** What can be seen of the output, a container before its contents. */
export function targetRows(parts: readonly MapPart[], folded: ReadonlySet<string>): TargetRow[] {
  const rows: TargetRow[] = []
  const add = (part: MapPart, target: Target | undefined, id: string, level: number, isPart: boolean) => {
    rows.push({ id, level, part, target, isPart })
    if (folded.has(id)) return
    for (const child of target?.children ?? []) add(part, child, `${id}/${child.key}`, level + 1, false)
  }
  for (const part of parts) {
    if (part.row !== undefined && folded.has(part.field.name)) continue
    add(part, part.mapping.root, part.id, part.row === undefined ? 0 : 1, true)
  }
  return rows
}
