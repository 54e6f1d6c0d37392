// A value as one run of bytes: its tagged JSON, then the bytes of every `bytes` and Entity in it as they are, in the order
// of the value. So a file travels without base64.
//
//   u32 length of JSON · JSON {"value": tagged, "sizes": [...]} · bytes
import type { Tagged } from '../model/app.ts'
import { fromTagged, toTagged } from '../model/codec.ts'
import { fault, type Fault } from '../model/fault.ts'
import type { Value } from '../model/value.ts'
import { lengthAt, putLength } from './frame.ts'
import { room, utf8 } from './slab.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

export function pack(value: Value): Uint8Array {
  const found: Uint8Array[] = []
  const tagged = toTagged(value, 0, (bytes) => {
    found.push(bytes)
    return ''
  })
  const sizes = found.map((bytes) => bytes.length)
  const json = utf8(JSON.stringify({ value: tagged, sizes }))
  const packed = room(4 + json.length + sizes.reduce((sum, size) => sum + size, 0))
  putLength(packed, 0, json.length)
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
  if (packed.length < 4) throw broken()
  const start = 4 + lengthAt(packed, 0)
  if (start > packed.length) throw broken()
  const { value, sizes } = read(packed.subarray(4, start))
  let at = start
  let index = 0
  const whole = fromTagged(value, 0, () => {
    const size = sizes[index++]
    if (!Number.isInteger(size) || size! < 0 || at + size! > packed.length) throw broken()
    return packed.slice(at, (at += size!))
  })
  if (index !== sizes.length || at !== packed.length) throw broken()
  return whole
}

function read(json: Uint8Array): { value: Tagged; sizes: number[] } {
  try {
    const parsed = JSON.parse(decoder.decode(json)) as {
      value: Tagged
      sizes: number[]
    }
    if (Array.isArray(parsed.sizes) && 'value' in parsed) return parsed
  } catch {}
  throw broken()
}

function broken(): Fault {
  return fault('RELAY:FRAME', 'What came over the relay link is not well formed.', {
    hint: 'The studio and the relay may be of different versions: update both.',
  })
}
