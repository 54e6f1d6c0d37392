// An example value of a JSON Schema: what the schema gives itself (example, default, enum), else the smallest thing of its type.
import { isDict, type Dict, type Json, type Reader } from './openapi.ts'

const deepest = 8
const longest = 60

const ofFormat: Record<string, Json> = {
  'date-time': '2026-01-02T03:04:05Z',
  date: '2026-01-02',
  time: '03:04:05Z',
  email: 'name@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'dGV4dA==',
}

/** Schemas that contain themselves end after a few levels: there with `null`, or an empty list. */
export function exampleOf(reader: Reader, given: Json | undefined, depth = 0): Json {
  const schema = reader.dict(given)
  const { example, examples, default: standard, enum: choices } = schema
  const constant = schema['const']
  for (const one of [example, Array.isArray(examples) ? examples[0] : undefined, constant, standard])
    if (one !== undefined) return one
  if (Array.isArray(choices) && choices.length > 0) return choices[0]!
  if (depth > deepest) return null
  const parts = schema['allOf']
  if (Array.isArray(parts)) return merged(reader, schema, parts, depth)
  const either = schema['oneOf'] ?? schema['anyOf']
  if (Array.isArray(either) && either.length > 0) return exampleOf(reader, either[0], depth + 1)
  switch (typeOf(schema)) {
    case 'object':
      return objectOf(reader, schema, depth)
    case 'array':
      return depth === deepest ? [] : [exampleOf(reader, schema['items'], depth + 1)]
    case 'integer':
      return Math.ceil(numberOr(schema['minimum'], 1))
    case 'number':
      return numberOr(schema['minimum'], 1.5)
    case 'boolean':
      return true
    case 'string':
      return ofFormat[String(schema['format'])] ?? 'text'
    default:
      return null
  }
}

function objectOf(reader: Reader, schema: Dict, depth: number): Dict {
  const made: Dict = {}
  const { properties } = schema
  if (!isDict(properties)) return made
  for (const [name, one] of Object.entries(properties).slice(0, longest)) {
    if (name === '__proto__' || reader.dict(one)['readOnly'] === true) continue
    made[name] = exampleOf(reader, one, depth + 1)
  }
  return made
}

function merged(reader: Reader, schema: Dict, parts: Json[], depth: number): Json {
  const made = parts.map((part) => exampleOf(reader, part, depth + 1))
  const own = isDict(schema['properties']) ? [objectOf(reader, schema, depth)] : []
  const dicts = [...made, ...own].filter(isDict)
  return dicts.length === 0 ? (made[0] ?? null) : Object.assign({}, ...dicts)
}

/** 3.1 has lists of types; a schema without one tells it by what it speaks of. */
function typeOf(schema: Dict): string | undefined {
  const { type } = schema
  const first = Array.isArray(type) ? type.find((one) => one !== 'null') : type
  if (typeof first === 'string') return first
  return schema['properties'] ? 'object' : schema['items'] ? 'array' : undefined
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
