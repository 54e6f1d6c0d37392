// A value as one run of bytes: its tagged JSON, then the bytes of every `bytes` and Entity in it as they are, in the order
// of the value. So a file travels without base64.
//
//   u32 length of JSON · JSON {"value": tagged, "sizes": [...]} · bytes
import type { Tagged } from '../model/app.ts'
import { fromTagged, toTagged } from '../model/codec.ts'
import { fault, type Fault } from '../model/fault.ts'
import { Entity, type Value } from '../model/value.ts'

const empty = new Uint8Array()

export function pack(value: Value): Uint8Array {
  const found: Uint8Array[] = []
  const bare = swapBytes(value, (bytes) => {
    found.push(bytes)
    return empty
  })
  const sizes = found.map((bytes) => bytes.length)
  const json = new TextEncoder().encode(JSON.stringify({ value: toTagged(bare), sizes }))
  const packed = new Uint8Array(4 + json.length + sizes.reduce((sum, size) => sum + size, 0))
  new DataView(packed.buffer).setUint32(0, json.length)
  packed.set(json, 4)
  let at = 4 + json.length
  for (const bytes of found) {
    packed.set(bytes, at)
    at += bytes.length
  }
  return packed
}

/** Throws RELAY:FRAME for what `pack` never makes. */
export function unpack(packed: Uint8Array): Value {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  if (packed.length < 4) throw broken()
  const start = 4 + view.getUint32(0)
  if (start > packed.length) throw broken()
  const { value, sizes } = read(packed.subarray(4, start))
  let at = start
  let index = 0
  const whole = swapBytes(fromTagged(value), () => {
    const size = sizes[index++]
    if (!Number.isInteger(size) || size! < 0 || at + size! > packed.length) throw broken()
    return packed.slice(at, (at += size!))
  })
  if (index !== sizes.length || at !== packed.length) throw broken()
  return whole
}

function read(json: Uint8Array): { value: Tagged; sizes: number[] } {
  try {
    const parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as {
      value: Tagged
      sizes: number[]
    }
    if (Array.isArray(parsed.sizes) && 'value' in parsed) return parsed
  } catch {}
  throw broken()
}

/** The same value with other bytes; parts without bytes are not copied. */
function swapBytes(value: Value, swap: (bytes: Uint8Array) => Uint8Array): Value {
  if (value instanceof Uint8Array) return swap(value)
  if (value instanceof Entity) return new Entity(swap(value.bytes), value.mime, value.encoding)
  if (Array.isArray(value)) {
    const items = value.map((item) => swapBytes(item, swap))
    return items.every((item, i) => item === value[i]) ? value : items
  }
  if (value instanceof Map) {
    const items = [...value].map(([key, item]): [Value, Value] => [key, swapBytes(item, swap)])
    return items.every(([key, item]) => item === value.get(key)) ? value : new Map(items)
  }
  return value
}

function broken(): Fault {
  return fault('RELAY:FRAME', 'What came over the relay link is not well formed.', {
    hint: 'The studio and the relay may be of different versions: update both.',
  })
}
