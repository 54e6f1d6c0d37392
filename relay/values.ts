// Between what JavaScript drivers take and give and the values of a flow.
import type { ProtocolResult } from '../worker/model/protocol-link.ts'
import {
  DateTime,
  Decimal,
  Entity,
  Float,
  LocalDate,
  LocalTime,
  MultiMap,
  type Value,
} from '../worker/model/value.ts'

/** What a driver gave. Plain objects become dicts, Date a datetime in UTC, undefined None, anything unknown its text. */
export function toValue(given: unknown): Value {
  if (given === undefined || given === null) return null
  if (typeof given === 'boolean' || typeof given === 'string' || typeof given === 'number') return given
  if (typeof given === 'bigint') return safe(given)
  if (isValueClass(given)) return given
  if (given instanceof Uint8Array) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
  if (given instanceof Date) return dateTime(given)
  if (Array.isArray(given)) return given.map(toValue)
  if (given instanceof Map)
    return new Map([...given].map(([key, one]): [Value, Value] => [toValue(key), toValue(one)]))
  if (given instanceof Set) return [...given].map(toValue)
  if (typeof given === 'object') {
    const prototype: unknown = Object.getPrototypeOf(given)
    if (prototype === Object.prototype || prototype === null)
      return dict(Object.entries(given).map(([key, one]) => [key, toValue(one)]))
  }
  return String(given as object)
}

/** What a driver takes: dicts as plain objects, texts for what JavaScript has no kind for. */
export function toPlain(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof Float) return value.value
  if (value instanceof Decimal) return value.text
  if (value instanceof DateTime || value instanceof LocalDate || value instanceof LocalTime) return value.iso
  if (value instanceof Entity) return new TextDecoder(value.encoding || 'utf-8').decode(value.bytes)
  if (Array.isArray(value)) return value.map(toPlain)
  if (value instanceof MultiMap) return Object.fromEntries(value.entries.map(([k, v]) => [k, toPlain(v)]))
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [String(k), toPlain(v)]))
  return String(value as object)
}

export function dict(entries: Iterable<[string, Value]>): Map<Value, Value> {
  return new Map<Value, Value>(entries)
}
export function dictOf(object: Record<string, Value | undefined>): Map<Value, Value> {
  return dict(Object.entries(object).map(([key, one]) => [key, one ?? null]))
}

/** A result as it goes over a channel. */
export function valueOf({ payload, attributes }: ProtocolResult): Map<Value, Value> {
  const value = new Map<Value, Value>()
  if (payload !== undefined) value.set('payload', payload)
  if (attributes !== undefined) value.set('attributes', attributes)
  return value
}

/** `2026-11-28T16:00:00.250000+00:00`, as Python's isoformat has it. */
export function dateTime(date: Date): Value {
  if (Number.isNaN(date.getTime())) return null
  const [head, fraction] = date.toISOString().slice(0, -1).split('.')
  return new DateTime(`${head}${fraction === '000' ? '' : `.${fraction}000`}+00:00`)
}

/** A float stays one, also without fractions. */
export function float(number: number): Value {
  return Number.isSafeInteger(number) && !Object.is(number, -0) ? new Float(number) : number
}

function safe(number: bigint): Value {
  const small = Number(number)
  return Number.isSafeInteger(small) ? small : number
}
function isValueClass(given: unknown): given is Value {
  return [Float, Decimal, DateTime, LocalDate, LocalTime, Entity, MultiMap].some(
    (kind) => given instanceof kind,
  )
}
