// Set Payload: a new payload. A MIME type makes an Entity of text or bytes, or gives an Entity another type.
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { withPayload } from '../../model/message.ts'
import { splitMime } from '../../model/mime.ts'
import { Entity } from '../../model/value.ts'

const setPayload: Run = (message, context) => {
  const data = context.field('value', message) ?? Data.none
  const mime = String(context.setting('mime') ?? '').trim()
  return withPayload(message, mime ? withMime(data, mime, context) : data)
}
export default setPayload

function withMime(data: Data, text: string, context: Context): Data {
  const { mime, encoding } = splitMime(text)
  const value = data.value
  if (value instanceof Entity || value instanceof Uint8Array || typeof value === 'string')
    return Data.of(new Entity(context.bytes(data).bytes, mime, value instanceof Uint8Array ? encoding : encodingOf(value, encoding, context))) // prettier-ignore
  throw fault('CORE:TYPE', `A MIME type cannot be given to a ${context.typeName(data)}.`, {
    at: { field: 'mime' },
    hint: `Use Entity.from_value(value, '${mime}').`,
  })
}

/** Text is written as UTF-8, so only an Entity's bytes may have another encoding. */
function encodingOf(value: Entity | string, wanted: string, context: Context): string {
  if (value instanceof Entity || wanted === 'utf-8') return wanted
  throw fault('CORE:ENCODING', `Text is written as UTF-8, not as ${wanted}.`, {
    at: { field: 'mime', path: context.path },
    hint: `Use Entity.from_value(value, 'text/plain', '${wanted}').`,
  })
}
