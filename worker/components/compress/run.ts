// Compress: by the platform's own streams, the same in browsers and Node; a level of one's own, which they do not offer, by fflate.
// What is unpacked is counted while it grows. A cancel ends it between two pieces.
import { joined } from '../../model/bytes.ts'
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, isFault } from '../../model/fault.ts'
import { withPayload } from '../../model/message.ts'
import { splitMime } from '../../model/mime.ts'
import { Entity } from '../../model/value.ts'
import { PIECE, pieces, through } from '../streams.ts'

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
  const level = packs ? context.setting<string>('level') : 'default'
  const { bytes } = context.bytes(data)
  const { signal } = context
  let result: Uint8Array
  try {
    if (level !== 'default') result = await packed(bytes, format, level === 'none' ? 0 : Number(level), signal)
    else result = await through(bytes, packs ? new CompressionStream(format) : new DecompressionStream(format), signal) // prettier-ignore
  } catch (thrown) {
    if (isFault(thrown) || signal.aborted) throw thrown
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

async function packed(
  bytes: Uint8Array,
  format: CompressionFormat,
  level: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { Deflate, Gzip, Zlib } = await import('fflate')
  const Packer = format === 'gzip' ? Gzip : format === 'deflate' ? Zlib : Deflate
  const chunks: Uint8Array[] = []
  // Without a time of its own the same content gives the same bytes.
  const options = { level: level as 0, mtime: 0 }
  const packer = new Packer(options, (chunk) => chunks.push(chunk))
  for (const piece of pieces(bytes)) {
    packer.push(piece)
    if (piece.length === PIECE) await new Promise((later) => setTimeout(later, 0))
    signal.throwIfAborted()
  }
  packer.push(new Uint8Array(), true)
  return joined(chunks)
}
