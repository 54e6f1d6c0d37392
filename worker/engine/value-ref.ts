// How a value stands in the event log: inline up to 1 KB of tagged JSON, else a digest with a short preview. Made once
// per value and remembered, so that the same value costs nothing the second time and has the same reference.
import type { Tagged } from '../model/app.ts'
import { toTagged } from '../model/codec.ts'
import type { Data } from '../model/data.ts'
import { InlineRef, refText, type Noted, type ValueRef } from '../model/event.ts'
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
/** `text`: the value as tagged JSON where it is inline, else its digest. */
function noted(ref: ValueRef, text: string): Noted {
  const { a, b } = new Chain().text(text)
  return { ref, size: text.length, a, b }
}

/** Variables as one value: inline when they are small together. */
export function noteOfVariables(variables: Variables): Noted {
  return (variables.noted ??= makeNoteOfVariables(variables))
}
function makeNoteOfVariables({ names, data }: Variables): Noted {
  const { keys, inJson, hashes, preview } = keysOf(names)
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
  let json = ''
  for (let i = 0; i < data.length; i++) {
    const ref = data[i]!.noted!.ref as InlineRef
    inline[keys[i]!] = ref.inline
    json += inJson[i]! + InlineRef.json(ref)
  }
  return { ref: new InlineRef(inline, `{${json}}`), size, a, b }
}

/** Names as keys of tagged JSON, with their hashes: made once for all messages that have them. */
function keysOf(names: Names): Keys {
  let known = allKeys.get(names)
  if (!known) {
    const keys = names.list.map((name) => (name.startsWith('$') ? '$' + name : name))
    const inJson = keys.map((key, i) => `${i > 0 ? ',' : ''}${JSON.stringify(key)}:`)
    const hashes = keys.map((key) => new Chain().text(key))
    allKeys.set(names, (known = { keys, inJson, hashes, preview: shortened(names.list.join(', ')) }))
  }
  return known
}
interface Keys {
  keys: readonly string[]
  /** As they stand in JSON, with what is before and behind them. */
  inJson: readonly string[]
  hashes: readonly Hash[]
  preview: string
}
const allKeys = new WeakMap<Names, Keys>()

const decoder = new TextDecoder()
function makeNote(data: Data): Noted {
  if (data.hasValue || !data.handle) {
    const { ref, text } = written(data.value)
    return noted(ref, text)
  }
  const bytes = data.handle.owner.toTagged(data.handle)
  if (bytes.length <= INLINE) {
    const whole = decoder.decode(bytes)
    return noted(new InlineRef(JSON.parse(whole) as Tagged, whole), whole)
  }
  const text = decoder.decode(bytes.subarray(0, INLINE))
  const type = text.startsWith('[') ? 'list' : text.startsWith('{') ? 'dict' : 'str'
  const digest = digestBytes(bytes)
  return noted({ digest, bytes: bytes.length, type, preview: shortened(text) }, digest)
}
/** A reference, and its text: tagged JSON where it is inline, else the digest. */
interface Written {
  ref: ValueRef
  text: string
}
function inline(tagged: Tagged, text: string): Written {
  return { ref: new InlineRef(tagged, text), text }
}
function byDigest(digest: string, bytes: number, type: string, preview: string): Written {
  return { ref: { digest, bytes, type, preview }, text: digest }
}

function written(value: Value): Written {
  // A whole number is written in JSON as it is here.
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0))
    return inline(value, String(value))
  if (typeof value !== 'object' && !(typeof value === 'string' && value.length > INLINE / 2)) {
    const tagged = toTagged(value)
    return inline(tagged, JSON.stringify(tagged))
  }
  if (value instanceof MessageValue) return writtenMessage(value)
  if (value instanceof Entity && value.bytes.length > INLINE / 2) {
    const preview = shortened(decoder.decode(value.bytes.subarray(0, 200)))
    return byDigest(digestBytes(value.bytes), value.bytes.length, 'Entity', preview)
  }
  if (value instanceof Uint8Array && value.length > INLINE / 2)
    return byDigest(digestBytes(value), value.length, 'bytes', `${value.length} bytes`)
  if (typeof value === 'string' && value.length > INLINE)
    return byDigest(digestText(value), value.length, 'str', shortened(value))
  if (partsOf(value, SMALL) < SMALL) {
    const tagged = toTagged(value)
    const text = JSON.stringify(tagged)
    if (text.length <= INLINE) return inline(tagged, text)
    return byDigest(digestText(text), text.length, typeOf(value), shortened(text))
  }
  const text = outline(value, { left: DIGEST_PARTS })
  return byDigest(digestText(text), text.length, typeOf(value), shortened(text))
}

function writtenMessage({ message: { payload, attributes, variables } }: MessageValue): Written {
  const parts = [noteOf(payload), noteOf(attributes), noteOfVariables(variables)]
  const chain = new Chain()
  for (const part of parts) chain.hash(part)
  const bytes = parts.reduce((sum, { size }) => sum + size, 0)
  return byDigest(chain.hex, bytes, 'Message', shortened(parts.map(({ ref }) => refText(ref)).join('|')))
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
  return written(value).text
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
