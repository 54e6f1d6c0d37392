// Tagged JSON: how values are written wherever they are JSON (records, links, tests, literals, `--message`). Plain JSON
// means itself; what JSON lacks is an object with one key: `{"$decimal":"1.20"}`. A real key that starts with `$` is
// written `$$…`. Encoding and decoding are exact inverses.
import type { Tagged } from './app.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { Data } from './data.ts'
import { fault, type Fault } from './fault.ts'
import { message, type Message } from './message.ts'
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
} from './value.ts'
import { Variables } from './variables.ts'

/** Deepest nesting of a value. */
export const MAX_DEPTH = 1000

/** Value → tagged JSON. `write`: the text of bytes. Throws CORE:DEPTH beyond MAX_DEPTH levels. */
export function toTagged(value: Value, depth = 0, write = toBase64): Tagged {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return numberToTagged(value)
  if (typeof value === 'bigint') return { $int: String(value) }
  if (depth > MAX_DEPTH) throw tooDeep()
  if (Array.isArray(value)) return value.map((item) => toTagged(item, depth + 1, write))
  if (value instanceof Map) return dictToTagged(value, depth, write)
  if (value instanceof Uint8Array) return { $bytes: write(value) }
  if (value instanceof Float) return { $float: floatText(value.value) }
  if (value instanceof Decimal) return { $decimal: value.text }
  if (value instanceof DateTime) return { $datetime: value.iso }
  if (value instanceof LocalDate) return { $date: value.iso }
  if (value instanceof LocalTime) return { $time: value.iso }
  if (value instanceof Entity)
    return { $entity: { mime: value.mime, encoding: value.encoding, bytes: write(value.bytes) } }
  if (value instanceof MultiMap)
    return { $multimap: value.entries.map(([key, item]) => [key, toTagged(item, depth + 1, write)]) }
  if (value instanceof FormDataParts) return { $parts: partsToTagged(value) }
  if (value instanceof MessageValue) return { $message: messageToTagged(value.message, depth + 1) }
  throw fault('CODEC:TYPE', `A ${typeof value} cannot be written as tagged JSON.`)
}

/**
 * Tagged JSON → Value. `read`: bytes of their text. Throws CODEC:TAG for a tag that is not known or not well formed, CORE:DEPTH when
 * too deep.
 */
export function fromTagged(tagged: Tagged, depth = 0, read = fromBase64): Value {
  if (tagged === null || typeof tagged === 'boolean' || typeof tagged === 'string') return tagged
  if (typeof tagged === 'number') return tagged
  if (depth > MAX_DEPTH) throw tooDeep()
  if (Array.isArray(tagged)) return tagged.map((item) => fromTagged(item, depth + 1, read))
  const keys = Object.keys(tagged)
  const first = keys[0]
  if (keys.length === 1 && first!.startsWith('$') && !first!.startsWith('$$'))
    return untag(first!, tagged[first!]!, depth, read)
  const dict = new Map<Value, Value>()
  for (const key of keys)
    dict.set(key.startsWith('$$') ? key.slice(1) : key, fromTagged(tagged[key]!, depth + 1, read))
  return dict
}

/** Message → tagged JSON, without its tag. */
export function messageToTagged(message: Message, depth = 0): { [key: string]: Tagged } {
  const variables = new Map<Value, Value>()
  for (const [name, data] of message.variables) variables.set(name, data.value)
  return {
    payload: toTagged(message.payload.value, depth),
    attributes: toTagged(message.attributes.value, depth),
    variables: toTagged(variables, depth),
    ...(message.error ? { error: message.error as unknown as Tagged } : {}),
    seqId: message.seqId,
  }
}

/** The variables that a dict names; none where it is no dict. */
export function variablesFromTagged(tagged: Tagged | undefined, depth = 0): Variables {
  const dict = fromTagged(tagged ?? {}, depth)
  if (!(dict instanceof Map)) return Variables.none
  return Variables.of([...dict].map(([name, value]) => [String(name), Data.of(value)]))
}

export function messageFromTagged(tagged: Tagged, depth = 0): Message {
  const parts = asObject(tagged, '$message')
  return message(
    Data.of(fromTagged(parts['payload'] ?? null, depth)),
    Data.of(fromTagged(parts['attributes'] ?? {}, depth)),
    variablesFromTagged(parts['variables'], depth),
    typeof parts['seqId'] === 'string' ? parts['seqId'] : '',
    parts['error'] as Fault | undefined,
  )
}

function numberToTagged(value: number): Tagged {
  if (
    Number.isFinite(value) &&
    !Object.is(value, -0) &&
    (!Number.isInteger(value) || Number.isSafeInteger(value))
  )
    return value
  return { $float: floatText(value) }
}

/** Python's spelling of a float, as far as JSON cannot say it: `1.0`, `-0.0`, `nan`, `inf`. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0.0'
  const text = String(value)
  return /^-?\d+$/.test(text) ? text + '.0' : text
}

function dictToTagged(dict: Map<Value, Value>, depth: number, write: typeof toBase64): Tagged {
  const plain: { [key: string]: Tagged } = {}
  let reordered = false
  for (const [key, item] of dict) {
    if (typeof key !== 'string' || key === '__proto__') return pairsOf(dict, depth, write)
    reordered ||= isIndex(key)
    plain[key.startsWith('$') ? '$' + key : key] = toTagged(item, depth + 1, write)
  }
  if (!reordered) return plain
  // A JavaScript object moves keys like `12` to the front: keep the order as a list of pairs where that matters.
  const names = Object.keys(plain)
  let at = 0
  for (const key of dict.keys()) {
    const name = names[at++]!
    if ((name.startsWith('$$') ? name.slice(1) : name) !== key) return pairsOf(dict, depth, write)
  }
  return plain
}

function pairsOf(dict: Map<Value, Value>, depth: number, write: typeof toBase64): Tagged {
  return { $dict: [...dict].map(([k, v]) => [toTagged(k, depth + 1, write), toTagged(v, depth + 1, write)]) }
}

function isIndex(key: string): boolean {
  return /^(0|[1-9]\d{0,9})$/.test(key)
}

function partsToTagged(value: FormDataParts): Tagged {
  return {
    boundary: value.boundary,
    parts: value.parts.map(({ headers, content }) => ({ headers, content: toBase64(content) })),
  }
}

function untag(tag: string, body: Tagged, depth: number, read: typeof fromBase64): Value {
  switch (tag) {
    case '$int': {
      const text = asText(body, tag)
      if (!/^-?\d+$/.test(text)) throw bad(tag)
      const number = Number(text)
      return Number.isSafeInteger(number) ? number : BigInt(text)
    }
    case '$float':
      return floatFrom(asText(body, tag))
    case '$decimal':
      return new Decimal(asText(body, tag))
    case '$bytes':
      return read(asText(body, tag))
    case '$datetime':
      return new DateTime(asText(body, tag))
    case '$date':
      return new LocalDate(asText(body, tag))
    case '$time':
      return new LocalTime(asText(body, tag))
    case '$dict':
      return new Map(
        pairs(body, tag).map(([k, v]) => [fromTagged(k, depth + 1, read), fromTagged(v, depth + 1, read)]),
      )
    case '$multimap':
      return new MultiMap(pairs(body, tag).map(([k, v]) => [asText(k, tag), fromTagged(v, depth + 1, read)]))
    case '$entity':
      return entityFrom(asObject(body, tag), read)
    case '$parts':
      return partsFrom(asObject(body, tag))
    case '$message':
      return new MessageValue(messageFromTagged(body, depth + 1))
  }
  throw fault('CODEC:TAG', `The tag ${tag} is not known.`, {
    hint: 'A key that starts with $ is written with $$.',
  })
}

function floatFrom(text: string): Value {
  const named: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity }
  const number = Object.hasOwn(named, text) ? named[text]! : Number(text)
  if (Number.isNaN(number) && text !== 'nan') throw bad('$float')
  return Number.isSafeInteger(number) && !Object.is(number, -0) ? new Float(number) : number
}

/** `text` instead of `bytes` is allowed, for what people write by hand. */
function entityFrom(body: { [key: string]: Tagged }, read: typeof fromBase64): Entity {
  const text = body['text']
  const bytes =
    typeof text === 'string' ? new TextEncoder().encode(text) : read(asText(body['bytes'] ?? '', '$entity'))
  return new Entity(
    bytes,
    asText(body['mime'] ?? '', '$entity'),
    asText(body['encoding'] ?? 'utf-8', '$entity'),
  )
}

function partsFrom(body: { [key: string]: Tagged }): FormDataParts {
  const list = body['parts']
  if (!Array.isArray(list)) throw bad('$parts')
  const parts = list.map((item) => {
    const part = asObject(item, '$parts')
    return {
      headers: pairs(part['headers'] ?? [], '$parts').map(([k, v]): [string, string] => [
        asText(k, '$parts'),
        asText(v, '$parts'),
      ]),
      content: fromBase64(asText(part['content'] ?? '', '$parts')),
    }
  })
  return new FormDataParts(asText(body['boundary'] ?? '', '$parts'), parts)
}

function pairs(body: Tagged, tag: string): [Tagged, Tagged][] {
  if (!Array.isArray(body)) throw bad(tag)
  return body.map((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) throw bad(tag)
    return [pair[0]!, pair[1]!]
  })
}
function asText(body: Tagged, tag: string): string {
  if (typeof body !== 'string') throw bad(tag)
  return body
}
function asObject(body: Tagged, tag: string): { [key: string]: Tagged } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw bad(tag)
  return body
}
function bad(tag: string): Fault {
  return fault('CODEC:TAG', `The value of the tag ${tag} is not well formed.`)
}
function tooDeep(): Fault {
  return fault('CORE:DEPTH', `The value is nested deeper than ${MAX_DEPTH} levels.`)
}
