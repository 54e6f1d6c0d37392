// The JSON Schema that a sample suggests: the shape of what is there, nothing about values. Items of a list are one shape, in
// which only what all of them have is required.
import type { Tagged } from './app.ts'

/** A part of JSON Schema 2020-12. */
interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
}

/** Items beyond tell little and cost much. */
const looked = 1_000
const deepest = 64

export function schemaOf(sample: Tagged): Tagged {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...shapeOf(sample, 0),
  } as unknown as Tagged
}

function shapeOf(value: Tagged, depth: number): Shape {
  if (value === null) return { type: 'null' }
  if (Array.isArray(value)) {
    if (value.length === 0 || depth >= deepest) return { type: 'array' }
    return {
      type: 'array',
      items: value
        .slice(0, looked)
        .map((item) => shapeOf(item, depth + 1))
        .reduce(joined),
    }
  }
  if (typeof value === 'object') {
    if (depth >= deepest) return { type: 'object' }
    const entries = Object.entries(value)
    return {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, one]) => [name, shapeOf(one, depth + 1)])),
      required: entries.map(([name]) => name),
    }
  }
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' }
  return { type: typeof value }
}

/** What both are: types side by side, fields of either, required those of both. */
function joined(a: Shape, b: Shape): Shape {
  const types = [...new Set([a.type, b.type].flat().filter((type) => type !== undefined))]
  // An integer is a number, too.
  const kept = types.includes('number') ? types.filter((type) => type !== 'integer') : types
  const names = [...new Set([...Object.keys(a.properties ?? {}), ...Object.keys(b.properties ?? {})])]
  const both = (name: string): Shape => {
    const [one, other] = [a.properties?.[name], b.properties?.[name]]
    return one && other ? joined(one, other) : (one ?? other)!
  }
  return {
    type: kept.length === 1 ? kept[0] : kept,
    ...((a.properties || b.properties) && {
      properties: Object.fromEntries(names.map((name) => [name, both(name)])),
      required:
        a.properties && b.properties
          ? (a.required ?? []).filter((name) => b.required?.includes(name))
          : (a.required ?? b.required ?? []),
    }),
    ...((a.items || b.items) && {
      items: a.items && b.items ? joined(a.items, b.items) : (a.items ?? b.items),
    }),
  }
}

/** One line a field of a schema, as a person reads it: its name, its type, whether it must be there, how deep it stands. */
export interface SchemaRow {
  name: string
  type: string
  required: boolean
  depth: number
}

/** At most `limit` rows. A schema that is no object has one row or none; what cannot be shown as fields is left out. */
export function schemaRows(schema: Tagged, limit = 200): SchemaRow[] {
  const rows: SchemaRow[] = []
  const visit = (shape: Shape, depth: number): void => {
    const inner = shape.items && !shape.properties ? shape.items : shape
    for (const [name, one] of Object.entries(inner.properties ?? {})) {
      if (rows.length >= limit || depth > deepest) return
      if (typeof one !== 'object' || one === null) continue
      rows.push({ name, type: typeText(one), required: inner.required?.includes(name) ?? false, depth })
      visit(one, depth + 1)
    }
    if (inner !== shape && inner.items) visit(inner, depth)
  }
  if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) visit(schema as Shape, 0)
  return rows
}

function typeText(shape: Shape): string {
  const own = [shape.type ?? 'any'].flat().join(' | ')
  return shape.items ? `list of ${typeText(shape.items)}` : own
}
