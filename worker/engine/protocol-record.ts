// The result of a protocol's operation in the record of a run, and what the log says of it.
import type { Tagged } from '../model/app.ts'
import { fromTagged, toTagged } from '../model/codec.ts'
import type { ProtocolResult } from '../model/protocol-link.ts'
import { Entity, type Value } from '../model/value.ts'

export function protocolToTagged({ payload, attributes }: ProtocolResult): Tagged {
  return {
    ...(payload !== undefined && { payload: toTagged(payload) }),
    ...(attributes !== undefined && { attributes: toTagged(attributes) }),
  }
}

export function protocolFromTagged(tagged: Tagged): ProtocolResult {
  const { payload, attributes } = tagged as { payload?: Tagged; attributes?: Tagged }
  return {
    ...(payload !== undefined && { payload: fromTagged(payload) }),
    ...(attributes !== undefined && { attributes: fromTagged(attributes) }),
  }
}

/** Bytes in the record, about. */
export function protocolSize({ payload = null, attributes = null }: ProtocolResult): number {
  return sizeOf(payload) + sizeOf(attributes)
}

/** One line of the run's log. */
export function protocolOutline({ payload }: ProtocolResult): Tagged {
  if (Array.isArray(payload)) return { items: payload.length }
  if (payload instanceof Entity) return { bytes: payload.bytes.length }
  if (payload instanceof Uint8Array) return { bytes: payload.length }
  return {}
}

function sizeOf(value: Value): number {
  if (typeof value === 'string') return value.length + 2
  if (value instanceof Uint8Array) return value.length * 1.4
  if (value instanceof Entity) return value.bytes.length * 1.4 + 60
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + sizeOf(one), 10)
  if (value instanceof Map)
    return [...value].reduce((sum, [key, one]) => sum + sizeOf(key) + sizeOf(one) + 4, 10)
  return 20
}
