// The values an operation or a connection was given, read by name and kind. What is missing or of another kind is a Fault
// RELAY:ARGUMENT that names it; text for a protocol line has no line breaks in it.
import { fault, type Fault } from '../worker/model/fault.ts'
import { Decimal, Entity, Float, MultiMap, type Value } from '../worker/model/value.ts'

export class Arguments {
  readonly #values: ReadonlyMap<Value, Value>

  constructor(values: ReadonlyMap<Value, Value>) {
    this.#values = values
  }

  static of(values: Record<string, Value>): Arguments {
    return new Arguments(new Map(Object.entries(values)))
  }

  /** These, and the given ones over them. */
  with(values: Record<string, Value>): Arguments {
    return new Arguments(new Map([...this.#values, ...Object.entries(values)]))
  }

  has(name: string): boolean {
    const value = this.#values.get(name)
    return value !== undefined && value !== null && value !== ''
  }
  value(name: string): Value {
    return this.#values.get(name) ?? null
  }

  /** Text, with anything in it. */
  text(name: string, otherwise?: string): string {
    const value = this.#values.get(name)
    if (value === undefined || value === null || (value === '' && otherwise !== undefined))
      return otherwise ?? this.#missing(name)
    return textOf(value) ?? this.#wrong(name, 'text')
  }

  /** Text for one line of a protocol: no control characters, so that nothing can be smuggled in behind it. */
  line(name: string, otherwise?: string): string {
    const text = this.text(name, otherwise)
    assertLine(text, name)
    return text
  }

  number(name: string, otherwise?: number): number {
    const value = this.#values.get(name)
    if (value === undefined || value === null || value === '')
      return otherwise ?? (this.#missing(name) as never)
    const number = Number(value instanceof Float ? value.value : (textOf(value) ?? NaN))
    return Number.isFinite(number) ? number : this.#wrong(name, 'a number')
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.#values.get(name)
    if (value === undefined || value === null || value === '') return otherwise
    if (typeof value === 'boolean') return value
    return textOf(value) === 'true'
  }

  /** The items of a list; one value is a list of one, nothing is none. */
  list(name: string): Value[] {
    const value = this.#values.get(name)
    if (value === undefined || value === null || value === '') return []
    return Array.isArray(value) ? value : [value]
  }

  /** Texts of a list, or of a text with commas. */
  texts(name: string): string[] {
    return this.list(name)
      .flatMap((one) =>
        typeof one === 'string' ? one.split(',') : [textOf(one) ?? this.#wrong(name, 'texts')],
      )
      .map((one) => one.trim())
      .filter(Boolean)
  }

  /** Names and values of a dict, or of rows. */
  entries(name: string): [string, Value][] {
    const value = this.#values.get(name)
    if (value === undefined || value === null || value === '') return []
    if (value instanceof Map) return [...value].map(([key, one]) => [textOf(key) ?? '', one])
    if (value instanceof MultiMap) return value.entries
    return this.#wrong(name, 'a dict')
  }

  /** Bytes as they go on the wire: of an Entity its own, of text UTF-8. */
  bytes(name: string): Uint8Array {
    const value = this.#values.get(name) ?? null
    return bytesOf(value) ?? this.#wrong(name, 'text, bytes or an Entity')
  }

  #missing(name: string): never {
    throw fault('RELAY:ARGUMENT', `${name} is not set.`, { hint: 'Fill it in.', data: { argument: name } })
  }
  #wrong(name: string, wanted: string): never {
    throw fault('RELAY:ARGUMENT', `${name} has to be ${wanted}.`, { data: { argument: name } })
  }
}

/** Throws RELAY:ARGUMENT for text with control characters. */
export function assertLine(text: string, name: string): void {
  if (/[\x00-\x1f\x7f]/.test(text)) throw notALine(name)
}
function notALine(name: string): Fault {
  return fault('RELAY:ARGUMENT', `${name} has a line break or another control character in it.`, {
    hint: 'Take it out: it would be read as another command.',
    data: { argument: name },
  })
}

/** Text of a scalar or an Entity; undefined for anything else. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  if (value instanceof Decimal) return value.text
  if (value instanceof Float) return String(value.value)
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  if (value instanceof Entity) return new TextDecoder(value.encoding || 'utf-8').decode(value.bytes)
  return undefined
}

export function bytesOf(value: Value): Uint8Array | undefined {
  if (value === null) return new Uint8Array()
  if (value instanceof Uint8Array) return value
  if (value instanceof Entity) return value.bytes
  const text = textOf(value)
  return text === undefined ? undefined : new TextEncoder().encode(text)
}
