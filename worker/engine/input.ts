// From a sample to the message that starts a flow, and back for a run's record.
import type { Sample } from '../model/app.ts'
import { fromBase64, toBase64 } from '../model/base64.ts'
import { fromTagged, toTagged, variablesFromTagged } from '../model/codec.ts'
import { Data } from '../model/data.ts'
import { emptyDict, message, type Message } from '../model/message.ts'
import { splitMime } from '../model/mime.ts'
import { Entity, type Value } from '../model/value.ts'

/** A payload text becomes an Entity of its MIME type (default text/plain); without one it is None. */
export function messageOf(input: Sample | Message, seqId: string): Message {
  if ('seqId' in input) return input
  const attributes = input.attributes === undefined ? emptyDict : Data.of(fromTagged(input.attributes))
  return message(payloadOf(input), attributes, variablesFromTagged(input.variables), seqId)
}

/** The sample that gives this message again. */
export function sampleOf(message: Sample | Message): Sample {
  if (!('seqId' in message)) return message
  const sample: Sample = { id: 'input', name: '' }
  const payload = message.payload.value
  if (payload instanceof Entity) {
    sample.payload = toBase64(payload.bytes)
    sample.base64 = true
    sample.mime = payload.encoding === 'utf-8' ? payload.mime : `${payload.mime};charset=${payload.encoding}`
  } else if (payload !== null) sample.value = toTagged(payload)
  sample.attributes = toTagged(message.attributes.value)
  const variables = new Map<Value, Value>()
  for (const [name, data] of message.variables) variables.set(name, data.value)
  if (variables.size > 0) sample.variables = toTagged(variables)
  return sample
}

function payloadOf(sample: Sample): Data {
  if (sample.value !== undefined) return Data.of(fromTagged(sample.value))
  if (sample.payload === undefined) return Data.none
  const bytes = sample.base64 ? fromBase64(sample.payload) : new TextEncoder().encode(sample.payload)
  const { mime, encoding } = splitMime(sample.mime ?? 'text/plain')
  return Data.of(new Entity(bytes, mime, encoding))
}
