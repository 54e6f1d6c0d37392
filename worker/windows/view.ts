// How a panel sees a value: its Python type, its children in order, a short text. Values are read in place; an Entity is
// looked into as its content, parsed once.
import type { Message } from '../model/message.ts'
import {
  DateTime,
  Decimal,
  Entity,
  Float,
  FormDataParts,
  LocalDate,
  LocalTime,
  MessageValue,
  MultiMap,
  type Value,
} from '../model/value.ts'
import { csvRows } from './csv.ts'

/** A value, a whole message, or JSON as the platform parses it (the content of an Entity). */
export type Seen = Value | Message | JsonObject | undefined
interface JsonObject {
  [key: string]: unknown
}

export interface Child {
  key: string | number
  /** How it is written after its parent: `['name']`, `[0]`, `.payload`. */
  step: string
  value: Seen
}

const previewCharacters = 120
const decoder = new TextDecoder()
const listed = new WeakMap<object, Child[]>()
const parsed = new WeakMap<Entity, { content: Seen }>()

export function typeOf(value: Seen): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'bigint') return 'int'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  if (typeof value === 'string') return 'str'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Map) return 'dict'
  if (value instanceof Uint8Array) return 'bytes'
  if (value instanceof Float) return 'float'
  if (value instanceof Decimal) return 'Decimal'
  if (value instanceof DateTime) return 'datetime'
  if (value instanceof LocalDate) return 'date'
  if (value instanceof LocalTime) return 'time'
  if (value instanceof Entity) return 'Entity'
  if (value instanceof MultiMap) return 'MultiMap'
  if (value instanceof FormDataParts) return 'FormDataParts'
  return value instanceof MessageValue || isMessage(value) ? 'Message' : 'dict'
}

/** Children in order, made once per value. */
export function childrenOf(value: Seen): Child[] {
  if (typeof value !== 'object' || value === null) return []
  let children = listed.get(value)
  if (!children) listed.set(value, (children = makeChildren(value)))
  return children
}

export function child(value: Seen, key: string | number): Child | undefined {
  if (Array.isArray(value) && typeof key === 'number') {
    return key in value ? { key, step: `[${key}]`, value: value[key] } : undefined
  }
  return childrenOf(value).find((one) => one.key === key)
}

function makeChildren(value: object): Child[] {
  if (Array.isArray(value)) return value.map((item, key) => ({ key, step: `[${key}]`, value: item as Seen }))
  if (value instanceof Map) {
    return [...value].map(([key, item]) => ({ key: keyOf(key), step: `[${repr(key)}]`, value: item as Seen }))
  }
  if (value instanceof MultiMap) {
    return value.entries.map(([key, item], i) => ({ key: i, step: `[${repr(key)}]`, value: item }))
  }
  if (value instanceof Entity) return childrenOf(contentOf(value))
  if (value instanceof MessageValue) return childrenOf(value.message)
  if (value instanceof FormDataParts) {
    return value.parts.map((part, i) => ({ key: i, step: `['parts'][${i}]`, value: part.content }))
  }
  if (isMessage(value)) return messageParts(value)
  if (isJsonObject(value)) {
    return Object.entries(value).map(([key, item]) => ({ key, step: `[${repr(key)}]`, value: item as Seen }))
  }
  return []
}

function messageParts(message: Message): Child[] {
  const { payload, attributes, error } = message
  const parts: Child[] = [
    { key: 'payload', step: '.payload', value: payload.value },
    { key: 'attributes', step: '.attrs', value: attributes.value },
    { key: 'variables', step: '.vars', value: variablesOf(message) },
  ]
  return error ? [...parts, { key: 'error', step: '.error', value: { ...error } }] : parts
}

export function variablesOf(message: Message): Map<Value, Value> {
  return new Map([...message.variables].map(([name, data]) => [name, data.value]))
}

/** What an Entity holds, if it is JSON, CSV or a form; else nothing to unfold. */
function contentOf(entity: Entity): Seen {
  let found = parsed.get(entity)
  if (!found) parsed.set(entity, (found = { content: parse(entity) }))
  return found.content
}

function parse(entity: Entity): Seen {
  try {
    if (/[/+]json\b/.test(entity.mime)) return JSON.parse(textOf(entity)) as Seen
    if (/^(text|application)\/csv\b/.test(entity.mime)) return csvRows(textOf(entity)) as unknown as Seen
    if (entity.mime.startsWith('application/x-www-form-urlencoded')) {
      return new MultiMap([...new URLSearchParams(textOf(entity))])
    }
  } catch {
    // Not what it says it is: shown as text.
  }
  return undefined
}

/** The text of an Entity in its own encoding; UTF-8 where that is not known. */
export function textOf(entity: Entity): string {
  try {
    return new TextDecoder(entity.encoding).decode(entity.bytes)
  } catch {
    return decoder.decode(entity.bytes)
  }
}

export function isText(entity: Entity): boolean {
  return /^text\/|[/+](json|xml|csv|javascript|yaml)\b|urlencoded/.test(entity.mime)
}

/** One line, at most 120 characters. */
export function previewOf(value: Seen, characters = previewCharacters): string {
  const budget = { left: characters }
  const text = write(value, budget).replace(/\s+/g, ' ')
  return text.length > characters ? text.slice(0, characters - 1) + '…' : text
}

function write(value: Seen, budget: { left: number }): string {
  if (budget.left <= 0) return '…'
  if (Array.isArray(value)) return bracketed('[', ']', value as Seen[], budget, (item) => write(item, budget))
  if (value instanceof Entity) {
    const content = isText(value) ? decoder.decode(value.bytes.subarray(0, 4 * previewCharacters)) : ''
    return content || `${value.mime}, ${value.bytes.length} bytes`
  }
  const isContainer =
    value instanceof Map || value instanceof MultiMap || isMessage(value) || isJsonObject(value)
  if (isContainer) {
    return bracketed(
      '{',
      '}',
      childrenOf(value),
      budget,
      (one) => `${nameOf(one)}: ${write(one.value, budget)}`,
    )
  }
  const text = scalar(value)
  budget.left -= text.length
  return text
}

function bracketed<T>(
  open: string,
  close: string,
  items: T[],
  budget: { left: number },
  one: (item: T) => string,
): string {
  const parts: string[] = []
  for (const item of items) {
    if (budget.left <= 0) {
      parts.push('…')
      break
    }
    budget.left -= 2
    parts.push(one(item))
  }
  return open + parts.join(', ') + close
}

function nameOf({ step, key }: Child): string {
  return step.startsWith('[') ? step.slice(1, -1) : String(key)
}

function scalar(value: Seen): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return repr(value.slice(0, 2 * previewCharacters))
  if (value instanceof Float)
    return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value)
  if (value instanceof Decimal) return value.text
  if (value instanceof DateTime || value instanceof LocalDate || value instanceof LocalTime) return value.iso
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (value instanceof FormDataParts) return `${value.parts.length} parts`
  if (value instanceof MessageValue) return 'Message'
  return String(value)
}

/** A key as the panel names it; keys that are no text by their Python form. */
function keyOf(key: unknown): string | number {
  return typeof key === 'string' || typeof key === 'number' ? key : repr(key)
}

/** Python's literal of a key. */
export function repr(key: unknown): string {
  if (typeof key !== 'string') return scalar(key as Seen)
  const quote = key.includes("'") && !key.includes('"') ? '"' : "'"
  const escaped = key.replace(
    /[\\\n\r\t]/g,
    (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c]!,
  )
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote
}

function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seqId' in value &&
    'payload' in value &&
    'variables' in value
  )
}
function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
