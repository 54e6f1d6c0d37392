// How a value stands in the event log: inline up to 1 KB of tagged JSON, else a digest with a short preview. Made once
// per value and remembered, so that the same value costs nothing the second time and has the same reference.
import type { Tagged } from '../model/app.ts'
import { toTagged } from '../model/codec.ts'
import type { Data } from '../model/data.ts'
import type { Noted, ValueRef } from '../model/event.ts'
import { Entity, MessageValue, type Value } from '../model/value.ts'
import { digestBytes, digestText } from './digest.ts'

const INLINE = 1024
/** A value with more parts than this is not written out to find its size. */
const SMALL = 200
/** Parts of a large value that its digest is made of. */
const DIGEST_PARTS = 20_000

export function noteOf(data: Data): Noted {
  return (data.noted ??= noted(makeRef(data)))
}
function noted(ref: ValueRef): Noted {
  return { ref, text: refText(ref) }
}

/** Text that is equal for equal references. */
export function refText(ref: ValueRef | undefined): string {
  if (!ref) return ''
  return 'inline' in ref ? JSON.stringify(ref.inline) : ref.digest
}

/** Variables as one value: inline when they are small together. */
export function noteOfVariables(variables: ReadonlyMap<string, Data>): Noted {
  const inline: { [name: string]: Tagged } = {}
  let size = 0
  let text = ''
  // Names like numbers come first in an object, whatever their place here.
  let isInOrder = true
  for (const [name, data] of variables) {
    const one = noteOf(data)
    size += 'inline' in one.ref ? one.text.length + name.length : INLINE
    if (!('inline' in one.ref)) continue
    const key = name.startsWith('$') ? '$' + name : name
    inline[key] = one.ref.inline
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${one.text}`
    isInOrder &&= !/^\d/.test(key) && key !== '__proto__'
  }
  if (size <= INLINE) return isInOrder ? { ref: { inline }, text: `{${text}}` } : noted({ inline })
  text = ''
  for (const [name, data] of variables) text += `${name}=${noteOf(data).text};`
  const names = [...variables.keys()].join(', ')
  return noted({ digest: digestText(text), bytes: size, type: 'dict', preview: shortened(names) })
}

function makeRef(data: Data): ValueRef {
  if (!data.hasValue && data.handle) {
    const bytes = data.handle.owner.toTagged(data.handle)
    const text = new TextDecoder().decode(bytes.subarray(0, Math.min(bytes.length, INLINE + 4)))
    if (bytes.length <= INLINE) return { inline: JSON.parse(text) as Tagged }
    const type = text.startsWith('[') ? 'list' : text.startsWith('{') ? 'dict' : 'str'
    return { digest: digestBytes(bytes), bytes: bytes.length, type, preview: shortened(text) }
  }
  return refOfValue(data.value)
}

function refOfValue(value: Value): ValueRef {
  if (value instanceof MessageValue) return refOfMessage(value)
  if (value instanceof Entity && value.bytes.length > INLINE / 2)
    return {
      digest: digestBytes(value.bytes),
      bytes: value.bytes.length,
      type: 'Entity',
      preview: shortened(new TextDecoder().decode(value.bytes.subarray(0, 200))),
    }
  if (value instanceof Uint8Array && value.length > INLINE / 2)
    return {
      digest: digestBytes(value),
      bytes: value.length,
      type: 'bytes',
      preview: `${value.length} bytes`,
    }
  if (typeof value === 'string' && value.length > INLINE)
    return { digest: digestText(value), bytes: value.length, type: 'str', preview: shortened(value) }
  if (partsOf(value, SMALL) < SMALL) {
    const tagged = toTagged(value)
    const text = JSON.stringify(tagged)
    if (text.length <= INLINE) return { inline: tagged }
    return { digest: digestText(text), bytes: text.length, type: typeOf(value), preview: shortened(text) }
  }
  const text = outline(value, { left: DIGEST_PARTS })
  return { digest: digestText(text), bytes: text.length, type: typeOf(value), preview: shortened(text) }
}

function refOfMessage({ message }: MessageValue): ValueRef {
  const parts = [noteOf(message.payload), noteOf(message.attributes), noteOfVariables(message.variables)]
  const text = parts.map((part) => part.text).join('|')
  return { digest: digestText(text), bytes: text.length, type: 'Message', preview: shortened(text) }
}

/** Number of values inside, counted no further than `most`. */
function partsOf(value: Value, most: number): number {
  if (typeof value === 'string') return 1 + value.length / 64
  if (value instanceof MessageValue) return most
  const items = Array.isArray(value)
    ? value
    : value instanceof Map
      ? [...value.keys(), ...value.values()]
      : []
  let count = 1
  for (const item of items) {
    count += partsOf(item, most - count)
    if (count >= most) return count
  }
  return count
}

/** The first parts of a large value as text, with its sizes. */
function outline(value: Value, budget: { left: number }): string {
  if (budget.left-- <= 0) return '…'
  if (Array.isArray(value)) {
    let text = `[${value.length}:`
    for (const item of value) {
      if (budget.left <= 0) break
      text += outline(item, budget) + ','
    }
    return text + ']'
  }
  if (value instanceof Map) {
    let text = `{${value.size}:`
    for (const [key, item] of value) {
      if (budget.left <= 0) break
      text += `${outline(key, budget)}:${outline(item, budget)},`
    }
    return text + '}'
  }
  const ref = refOfValue(value)
  return refText(ref)
}

function typeOf(value: Value): string {
  if (Array.isArray(value)) return 'list'
  if (value instanceof Map) return 'dict'
  return typeof value === 'object' && value !== null ? value.constructor.name : typeof value
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? line.slice(0, 119) + '…' : line
}
