// Bytes through a stream of the platform that packs or unpacks them, counted while they come out, and stopped by a cancel between two
// pieces.
import { joined } from '../model/bytes.ts'
import { fault } from '../model/fault.ts'

const LARGEST = 64 * 1024 * 1024
/** Bytes that are worked on without a look at whether the run was cancelled: some tens of milliseconds. */
export const PIECE = 512 * 1024

/** Throws CORE:TOO_LARGE above 64 MiB, what the stream throws for broken data, and the signal's reason. */
export async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter()
  const write = async (): Promise<void> => {
    for (const piece of pieces(bytes)) await writer.write(piece as Uint8Array<ArrayBuffer>)
    await writer.close()
  }
  const written = write()
  // Its error comes out of the reader too; here it must not be one that nobody heard.
  written.catch(() => {})
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (signal.aborted) await reader.cancel().catch(() => {})
    signal.throwIfAborted()
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
  return joined(chunks)
}

export function* pieces(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}
