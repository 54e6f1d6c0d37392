// Reading what other producers compressed with Snappy (github.com/google/snappy, format_description.txt; in the frames of
// snappy-java) and LZ4 (its frame and block formats). kafkajs brings gzip alone. Written is gzip or nothing.
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import kafkajs from 'kafkajs'
import { fault } from '../../../worker/model/fault.ts'

// CommonJS, whose names Node does not find one by one.
const { CompressionCodecs, CompressionTypes } = kafkajs

/** Bytes of a batch when it is unpacked. */
const most = 256 * 1024 * 1024

export function addCodecs(): void {
  CompressionCodecs[CompressionTypes.Snappy] = () => ({ compress: cannot, decompress: async (bytes: Buffer) => unsnappy(bytes) }) // prettier-ignore
  CompressionCodecs[CompressionTypes.LZ4] = () => ({ compress: cannot, decompress: async (bytes: Buffer) => unlz4(bytes) }) // prettier-ignore
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({ compress: cannot, decompress: unzstd })
}

async function cannot(): Promise<Buffer> {
  throw broken('is not written')
}

function broken(what: string) {
  return fault('KAFKA:COMPRESSION', `A compressed batch ${what}.`)
}

/** Node has Zstandard from 22.15. */
async function unzstd(bytes: Buffer): Promise<Buffer> {
  const { zstdDecompress } = zlib as { zstdDecompress?: (bytes: Buffer, options: object, done: (error: Error | null, out: Buffer) => void) => void } // prettier-ignore
  if (!zstdDecompress)
    throw fault('KAFKA:COMPRESSION', 'A batch is compressed with zstd, which this Node does not have.', {
      hint: 'Run the relay with Node 22.15 or newer.',
    })
  return await promisify(zstdDecompress)(bytes, { maxOutputLength: most })
}

const javaFrame = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00])

export function unsnappy(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 8).equals(javaFrame)) return snappyBlock(bytes)
  const blocks: Buffer[] = []
  let size = 0
  // Header: magic, version, compatible version; then blocks with their lengths.
  for (let at = 16; at < bytes.length;) {
    if (at + 4 > bytes.length) throw broken('ends too early')
    const length = bytes.readUInt32BE(at)
    at += 4
    if (at + length > bytes.length) throw broken('ends too early')
    const block = snappyBlock(bytes.subarray(at, at + length))
    if ((size += block.length) > most) throw broken('is too large')
    blocks.push(block)
    at += length
  }
  return Buffer.concat(blocks)
}

function snappyBlock(bytes: Buffer): Buffer {
  let at = 0
  const next = (): number => {
    if (at >= bytes.length) throw broken('ends too early')
    return bytes[at++]!
  }
  const little = (count: number): number => {
    let value = 0
    for (let i = 0; i < count; i++) value += next() * 2 ** (8 * i)
    return value
  }
  let length = 0
  for (let shift = 0; ; shift += 7) {
    const byte = next()
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
    if (shift > 28) throw broken('has no length')
  }
  const out = new Output(length)
  while (at < bytes.length) {
    const tag = next()
    const kind = tag & 3
    if (kind === 0) {
      const code = tag >> 2
      const count = (code < 60 ? code : little(code - 59)) + 1
      out.literal(bytes, at, count)
      at += count
    } else if (kind === 1) {
      const count = ((tag >> 2) & 7) + 4
      out.copy(((tag >> 5) << 8) | next(), count)
    } else out.copy(little(kind === 2 ? 2 : 4), (tag >> 2) + 1)
  }
  return out.whole()
}

/** A frame of blocks; the checksums are not looked at: Kafka has its own over the batch. */
export function unlz4(bytes: Buffer): Buffer {
  if (bytes.length < 7 || bytes.readUInt32LE(0) !== 0x184d2204) throw broken('is no LZ4 frame')
  const flags = bytes[4]!
  let at = 7 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0)
  const out = new Output()
  while (at + 4 <= bytes.length) {
    const word = bytes.readUInt32LE(at)
    at += 4
    if (word === 0) return out.whole()
    const [length, isRaw] = [word & 0x7fffffff, word >>> 31 === 1]
    if (at + length > bytes.length) throw broken('ends too early')
    if (isRaw) out.literal(bytes, at, length)
    else lz4Block(bytes.subarray(at, at + length), out)
    at += length + (flags & 16 ? 4 : 0)
  }
  throw broken('ends too early')
}

function lz4Block(bytes: Buffer, out: Output): void {
  let at = 0
  const more = (count: number): number => {
    if (count < 15) return count
    for (;;) {
      if (at >= bytes.length) throw broken('ends too early')
      const byte = bytes[at++]!
      count += byte
      if (byte !== 255) return count
    }
  }
  while (at < bytes.length) {
    const token = bytes[at++]!
    const literals = more(token >> 4)
    out.literal(bytes, at, literals)
    at += literals
    if (at >= bytes.length) return
    if (at + 2 > bytes.length) throw broken('ends too early')
    const offset = bytes.readUInt16LE(at)
    at += 2
    out.copy(offset, more(token & 15) + 4)
  }
}

/** What is unpacked so far; `exactly` where the length is known before. */
class Output {
  #bytes: Buffer
  #length = 0
  readonly #exactly: number | undefined

  constructor(exactly?: number) {
    if (exactly !== undefined && exactly > most) throw broken('is too large')
    this.#exactly = exactly
    this.#bytes = Buffer.allocUnsafe(exactly ?? 65_536)
  }
  literal(from: Buffer, at: number, count: number): void {
    if (at + count > from.length) throw broken('ends too early')
    this.#room(count)
    from.copy(this.#bytes, this.#length, at, at + count)
    this.#length += count
  }
  /** What stands `offset` back, also where it runs into itself. */
  copy(offset: number, count: number): void {
    if (offset === 0 || offset > this.#length) throw broken('points to nowhere')
    this.#room(count)
    for (let i = 0; i < count; i++, this.#length++)
      this.#bytes[this.#length] = this.#bytes[this.#length - offset]!
  }
  whole(): Buffer {
    if (this.#exactly !== undefined && this.#length !== this.#exactly) throw broken('has another length')
    return this.#bytes.subarray(0, this.#length)
  }
  #room(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#bytes.length) return
    if (this.#exactly !== undefined || needed > most) throw broken('is too large')
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
