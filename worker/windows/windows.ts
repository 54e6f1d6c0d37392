// Windows into values for the panels: some rows of one place, its text for copying, its bytes for a download.
import type { ValuePlace, ValueRows } from '../api.ts'
import { toTagged } from '../model/codec.ts'
import { fault } from '../model/fault.ts'
import type { Message } from '../model/message.ts'
import { Entity, type Value } from '../model/value.ts'
import { child, childrenOf, isText, previewOf, textOf, typeOf, variablesOf, type Seen } from './view.ts'

const maxRows = 1_000

/** Rows `from` … `from + count` of the children of a place. Throws VALUE:GONE when the path leads nowhere. */
export function rowsOf(message: Message, place: ValuePlace, from: number, count: number): ValueRows {
  const { value, source } = seenAt(message, place)
  const children = childrenOf(value)
  const window = children.slice(from, from + Math.min(count, maxRows))
  return {
    type: typeOf(value),
    count: children.length,
    source,
    rows: window.map(({ key, step, value: one }) => ({
      key,
      step,
      type: typeOf(one),
      preview: previewOf(one),
      count: childrenOf(one).length,
    })),
  }
}

export function textAt(message: Message, place: ValuePlace, limit: number): string {
  const { value } = seenAt(message, place)
  return longText(value, limit).slice(0, limit)
}

export function bytesAt(message: Message, place: ValuePlace): { bytes: Uint8Array; mime: string } {
  const { value } = seenAt(message, place)
  if (value instanceof Entity) return { bytes: value.bytes, mime: value.mime }
  if (value instanceof Uint8Array) return { bytes: value, mime: 'application/octet-stream' }
  const mime = typeof value === 'string' ? 'text/plain' : 'application/json'
  return { bytes: new TextEncoder().encode(longText(value, Infinity)), mime }
}

function longText(value: Seen, limit: number): string {
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return hex(value, limit)
  if (value instanceof Entity) return isText(value) ? textOf(value) : hex(value.bytes, limit)
  return JSON.stringify(plain(value), null, 2)
}

/** Data as JSON; what JSON lacks is tagged. */
function plain(value: Seen): unknown {
  const type = typeOf(value)
  if (type === 'Message')
    return Object.fromEntries(childrenOf(value).map((one) => [one.key, plain(one.value)]))
  const isParsed = type === 'dict' && !(value instanceof Map)
  return isParsed ? value : toTagged((value ?? null) as Value)
}

function hex(bytes: Uint8Array, limit: number): string {
  const some = bytes.subarray(0, Math.min(bytes.length, Math.ceil(limit / 3)))
  return [...some].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

const sources = {
  payload: 'msg.payload',
  attributes: 'msg.attrs',
  variables: 'msg.vars',
  error: 'msg.error',
  message: 'msg',
}

export function seenAt(message: Message, place: ValuePlace): { value: Seen; source: string } {
  let value = partOf(message, place.part)
  let source = sources[place.part]
  for (const key of place.path) {
    const next = child(value, key)
    if (!next) {
      throw fault('VALUE:GONE', `There is no ${JSON.stringify(key)} in ${source}.`, { data: { key, source } })
    }
    value = next.value
    source += next.step
  }
  return { value, source }
}

function partOf(message: Message, part: ValuePlace['part']): Seen {
  switch (part) {
    case 'payload':
      return message.payload.value
    case 'attributes':
      return message.attributes.value
    case 'variables':
      return variablesOf(message)
    case 'error':
      return message.error ? { ...message.error } : undefined
    case 'message':
      return message
  }
}
