// How a value stands in the event log: inline up to 1 KB of tagged JSON, else a digest with a short preview. Made once
// per value and remembered, so that the same value costs nothing the second time and has the same reference.
import type { Tagged } from '../model/app.ts'
import { toTagged } from '../model/codec.ts'
import type { Data } from '../model/data.ts'
import { refText, type Noted, type ValueRef } from '../model/event.ts'
import { Entity, MessageValue, type Value } from '../model/value.ts'
import type { Names, Variables } from '../model/variables.ts'
import { Chain, digestBytes, digestText, type Hash } from './digest.ts'

const INLINE = 1024
/** A value with more parts than this is not written out to find its size. */
const SMALL = 200
/** Parts of a large value that its digest is made of. */
const DIGEST_PARTS = 20_000

export function noteOf(data: Data): Noted {
  return (data.noted ??= makeNote(data))
}
function noted(ref: ValueRef, text = refText(ref)): Noted {
  const { a, b } = new Chain().text(text)
  return { ref, size: text.length, a, b }
}

/** Variables as one value: inline when they are small together. */
export function noteOfVariables(variables: Variables): Noted {
  return (variables.noted ??= makeNoteOfVariables(variables))
}
function makeNoteOfVariables({ names, data }: Variables): Noted {
  const { keys, hashes, preview } = keysOf(names)
  const chain = new Chain()
  let size = 0
  for (let i = 0; i < data.length; i++) {
    const one = noteOf(data[i]!)
    size += 'inline' in one.ref ? one.size + keys[i]!.length : INLINE + 1
    chain.hash(hashes[i]!).hash(one)
  }
  const { a, b } = chain
  if (size > INLINE) {
    return { ref: { digest: chain.hex, bytes: size, type: 'dict', preview }, size, a, b }
  }
  const inline: { [name: string]: Tagged } = {}
  for (let i = 0; i < data.length; i++) inline[keys[i]!] = (data[i]!.noted!.ref as { inline: Tagged }).inline
  return { ref: { inline }, size, a, b }
}

/** Names as keys of tagged JSON, with their hashes: made once for all messages that have them. */
function keysOf(names: Names): Keys {
  let known = allKeys.get(names)
  if (!known) {
    const keys = names.list.map((name) => (name.startsWith('$') ? '$' + name : name))
    const hashes = keys.map((key) => new Chain().text(key))
    allKeys.set(names, (known = { keys, hashes, preview: shortened(names.list.join(', ')) }))
  }
  return known
}
interface Keys {
  keys: readonly string[]
  hashes: readonly Hash[]
  preview: string
}
const allKeys = new WeakMap<Names, Keys>()

const decoder = new TextDecoder()
function makeNote(data: Data): Noted {
  if (data.hasValue || !data.handle) return noted(refOfValue(data.value))
  const bytes = data.handle.owner.toTagged(data.handle)
  if (bytes.length <= INLINE) {
    const whole = decoder.decode(bytes)
    return noted({ inline: JSON.parse(whole) as Tagged }, whole)
  }
  const text = decoder.decode(bytes.subarray(0, INLINE))
  const type = text.startsWith('[') ? 'list' : text.startsWith('{') ? 'dict' : 'str'
  return noted({ digest: digestBytes(bytes), bytes: bytes.length, type, preview: shortened(text) })
}

function refOfValue(value: Value): ValueRef {
  if (typeof value !== 'object' && !(typeof value === 'string' && value.length > INLINE / 2))
    return { inline: toTagged(value) }
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

function refOfMessage({ message: { payload, attributes, variables } }: MessageValue): ValueRef {
  const parts = [noteOf(payload), noteOf(attributes), noteOfVariables(variables)]
  const chain = new Chain()
  for (const part of parts) chain.hash(part)
  const bytes = parts.reduce((sum, { size }) => sum + size, 0)
  const preview = shortened(parts.map(({ ref }) => refText(ref)).join('|'))
  return { digest: chain.hex, bytes, type: 'Message', preview }
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
  const line = text.slice(0, 1_000).replace(/\s+/g, ' ').trim()
  return line.length > 120 ? line.slice(0, 119) + '…' : line
}
