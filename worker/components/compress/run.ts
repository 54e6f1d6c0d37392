// Compress: by the platform's own streams, the same in browsers and Node. What is unpacked is counted while it grows.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, isFault } from '../../model/fault.ts'
import { withPayload } from '../../model/message.ts'
import { splitMime } from '../../model/mime.ts'
import { Entity } from '../../model/value.ts'

const LARGEST = 64 * 1024 * 1024
const formats: Record<string, CompressionFormat> = { GZIP: 'gzip', ZLIB: 'deflate', DEFLATE: 'deflate-raw' }

const compress: Run = async (message, context) => {
  const data = context.field('content', message) ?? Data.none
  const kind = context.typeName(data)
  if (kind !== 'Entity' && kind !== 'bytes' && kind !== 'str')
    throw fault('CORE:TYPE', `A ${kind} cannot be packed; an Entity, bytes or text was wanted.`, {
      at: { field: 'content' },
      hint: "Make an Entity of it: Entity.from_value(value, 'application/json').",
    })
  const name = context.setting<string>('format')
  const format = formats[name] ?? 'gzip'
  const packs = context.setting('operation') !== 'decompress'
  const { bytes } = context.bytes(data)
  let result: Uint8Array
  try {
    result = await through(bytes, packs ? new CompressionStream(format) : new DecompressionStream(format))
  } catch (thrown) {
    if (isFault(thrown)) throw thrown
    throw fault('CORE:COMPRESSED_DATA', `The content is not ${name}.`, {
      at: { field: 'content' },
      hint: 'Choose the format it was packed with.',
    })
  }
  const mime = String(context.setting('mime') ?? '').trim()
  if (!mime) return withPayload(message, Data.of(result))
  const { mime: type, encoding } = splitMime(mime)
  return withPayload(message, Data.of(new Entity(result, type, encoding)))
}
export default compress

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter()
  const written = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close())
  // Its error comes out of the reader too; here it must not be one that nobody heard.
  written.catch(() => {})
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > LARGEST) {
      await reader.cancel().catch(() => {})
      throw fault('CORE:TOO_LARGE', `The unpacked content is larger than ${LARGEST} bytes.`, {
        at: { field: 'content' },
        hint: 'Split the content before it is packed.',
      })
    }
    chunks.push(value)
  }
  const result = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    result.set(chunk, at)
    at += chunk.length
  }
  return result
}
