// SQL with `:name` placeholders, as people write it, into what a driver takes: values always travel beside the text, names of
// tables and columns are quoted.
import { fault } from '../../worker/model/fault.ts'
import type { Value } from '../../worker/model/value.ts'

export interface Statement {
  text: string
  values: Value[]
}
export interface Dialect {
  /** `$1`, `?`, `@p1`; from 1. */
  placeholder(index: number): string
  /** A name in its quotes. */
  quote(name: string): string
  /** A null of a parameter has a type there that may not fit its column: it stands in the text. */
  nullsInText?: true
  /** `SELECT TOP (n)` instead of `LIMIT n`. */
  top?: true
}

/** Where a value goes in. */
function mark(value: Value, values: Value[], dialect: Dialect): string {
  return value === null && dialect.nullsInText ? 'NULL' : dialect.placeholder(values.push(value))
}

/** What is no place for a placeholder: strings, quoted names, comments, `$tag$ … $tag$`, casts `::type`. */
const pieces =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]\n]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|::\w+|:([A-Za-z_]\w*)/g

/** Throws DATABASE:PARAMETER for a name without a value. A name may stand several times. */
export function bind(text: string, parameters: [string, Value][], dialect: Dialect): Statement {
  const given = new Map(parameters)
  const values: Value[] = []
  const bound = text.replace(pieces, (piece: string, _tag: string | undefined, name: string | undefined) => {
    if (name === undefined) return piece
    if (!given.has(name))
      throw fault('DATABASE:PARAMETER', `The SQL has :${name}, the parameters have no ${name}.`, {
        hint: `Parameters are: ${[...given.keys()].join(', ') || 'none'}.`,
      })
    return mark(given.get(name)!, values, dialect)
  })
  return { text: bound, values }
}

/** `schema.table` in quotes. Throws DATABASE:NAME. */
export function quotedName(name: string, { quote }: Dialect): string {
  const parts = name.split('.')
  if (parts.length > 3 || parts.some((part) => part === '' || /[\x00-\x1f]/.test(part)))
    throw fault('DATABASE:NAME', `"${name.slice(0, 60)}" is not the name of a table or column.`)
  return parts.map(quote).join('.')
}

export function insertOf(table: string, rows: Map<Value, Value>[], dialect: Dialect): Statement {
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()].map(String)))]
  if (columns.length === 0)
    throw fault('DATABASE:PARAMETER', 'There is no column to insert.', { hint: 'Give a dict.' })
  const values: Value[] = []
  const tuples = rows.map((row) => {
    const marks = columns.map((column) => mark(row.get(column) ?? null, values, dialect))
    return `(${marks.join(', ')})`
  })
  const names = columns.map((column) => dialect.quote(column)).join(', ')
  return { text: `INSERT INTO ${quotedName(table, dialect)} (${names}) VALUES ${tuples.join(', ')}`, values }
}

export function updateOf(
  table: string,
  changes: [string, Value][],
  conditions: [string, Value][],
  dialect: Dialect,
): Statement {
  if (changes.length === 0) throw fault('DATABASE:PARAMETER', 'There is no column to change.')
  const values: Value[] = []
  const set = changes.map(([name, one]) => `${dialect.quote(name)} = ${mark(one, values, dialect)}`)
  const where = whereOf(conditions, values, dialect)
  return { text: `UPDATE ${quotedName(table, dialect)} SET ${set.join(', ')}${where}`, values }
}

export function deleteOf(table: string, conditions: [string, Value][], dialect: Dialect): Statement {
  const values: Value[] = []
  const where = whereOf(conditions, values, dialect)
  return { text: `DELETE FROM ${quotedName(table, dialect)}${where}`, values }
}

export interface Selection {
  table: string
  columns: string[]
  conditions: [string, Value][]
  /** `name`, or `name desc`. */
  order: string[]
  limit: number
}
export function selectOf(
  { table, columns, conditions, order, limit }: Selection,
  dialect: Dialect,
): Statement {
  const values: Value[] = []
  const names = columns.length === 0 ? '*' : columns.map((name) => quotedName(name, dialect)).join(', ')
  const where = whereOf(conditions, values, dialect)
  const sorted = order.map((one) => {
    const [, name = one, down] = /^(.*?)(?:\s+(asc|desc))?$/i.exec(one) ?? []
    return quotedName(name, dialect) + (down?.toLowerCase() === 'desc' ? ' DESC' : '')
  })
  const by = sorted.length === 0 ? '' : ` ORDER BY ${sorted.join(', ')}`
  const rows = Math.floor(limit)
  const most = rows > 0 && !dialect.top ? ` LIMIT ${rows}` : ''
  const top = rows > 0 && dialect.top ? `TOP (${rows}) ` : ''
  return { text: `SELECT ${top}${names} FROM ${quotedName(table, dialect)}${where}${by}${most}`, values }
}

/** All of them have to hold: a list is one of, None is null. Without a condition: every row. */
function whereOf(conditions: [string, Value][], values: Value[], dialect: Dialect): string {
  const parts = conditions.map(([name, one]) => {
    const column = quotedName(name, dialect)
    if (one === null) return `${column} IS NULL`
    if (!Array.isArray(one)) return `${column} = ${dialect.placeholder(values.push(one))}`
    if (one.length === 0) return '1 = 0'
    return `${column} IN (${one.map((item) => mark(item, values, dialect)).join(', ')})`
  })
  return parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`
}
