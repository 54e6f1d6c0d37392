// One record in the log: `length u32 | crc32c u32 | type u8 | seq u64 | payload`, little endian. Pure: bytes in, bytes out.
// A torn or changed frame ends the log: what stands before it is whole, what follows is never read.
import { crc32c } from './crc32c.ts'

export interface Frame {
  type: number
  /** Counts up by one within a file, so that a frame of another place is noticed. */
  seq: number
  payload: Uint8Array
}

const headBytes = 17
/** Larger than any record we write; a length beyond it is damage. */
const maxPayload = 256 * 1024 * 1024

export function encodeFrame({ type, seq, payload }: Frame): Uint8Array {
  const bytes = new Uint8Array(headBytes + payload.length)
  bytes.set(payload, headBytes)
  putHead(bytes, 0, bytes.length, type, seq)
  return bytes
}
/** Of the frame from `start` to `end`, whose payload stands there. */
function putHead(bytes: Uint8Array, start: number, end: number, type: number, seq: number): void {
  putUint32(bytes, start, end - start - headBytes)
  bytes[start + 8] = type
  putUint32(bytes, start + 9, seq)
  putUint32(bytes, start + 13, Math.floor(seq / 0x1_0000_0000))
  putUint32(bytes, start + 4, crc32c(bytes, start + 8, end))
}
/** Little endian; a view for each frame would cost more than a small frame does. */
function putUint32(bytes: Uint8Array, at: number, n: number): void {
  bytes[at] = n
  bytes[at + 1] = n >>> 8
  bytes[at + 2] = n >>> 16
  bytes[at + 3] = n >>> 24
}

/** Frames that go to a log together, written into one buffer: buffers of their own would cost more than they do. */
export class FrameBatch {
  #bytes = new Uint8Array(usualBatch)
  #size = 0

  /** Adds one; its payload are the bytes and, behind them, the text as UTF-8. */
  add(type: number, seq: number, bytes: Uint8Array, text: string): void {
    const start = this.#size
    const textAt = start + headBytes + bytes.length
    this.#makeRoom(textAt + text.length * 3)
    this.#bytes.set(bytes, start + headBytes)
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(textAt))
    this.#size = textAt + written
    putHead(this.#bytes, start, this.#size, type, seq)
  }
  /** What was added since the last call; valid until the next `add`. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#size)
    this.#size = 0
    if (this.#bytes.length > usualBatch) this.#bytes = new Uint8Array(usualBatch)
    return taken
  }
  #makeRoom(size: number): void {
    if (size <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(size, this.#bytes.length * 2))
    larger.set(this.#bytes.subarray(0, this.#size))
    this.#bytes = larger
  }
}
const usualBatch = 1 << 18
const encoder = new TextEncoder()

/** The whole frames at the start of a log, and how many bytes they take: the rest is torn and can be cut. */
export function readFrames(log: Uint8Array, firstSeq = 0): { frames: Frame[]; bytes: number } {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  const frames: Frame[] = []
  let at = 0
  while (at + headBytes <= log.length) {
    const size = view.getUint32(at, true)
    const end = at + headBytes + size
    if (size > maxPayload || end > log.length) break
    if (view.getUint32(at + 4, true) !== crc32c(log, at + 8, end)) break
    const seq = Number(view.getBigUint64(at + 9, true))
    if (seq !== firstSeq + frames.length) break
    frames.push({ type: log[at + 8]!, seq, payload: log.subarray(at + headBytes, end) })
    at = end
  }
  return { frames, bytes: at }
}
