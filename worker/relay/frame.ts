// What goes over the relay's WebSocket. A frame is a header that says what it is about, and raw bytes:
//
//   u32 length of header · header as JSON · bytes
//
// The handshake has one frame a message; afterwards a message has as many as there were to send, each behind its length (u32):
// a message costs a system call on either side, whatever is in it.
//
// A large value travels here too, as parts that the receiver has room for: there are no tickets for bodies over HTTP. A ticket would be a
// credential of its own, on a second way in; the parts belong to a socket whose key has proven itself, and cannot be replayed on another.
import { fault, type Fault } from '../model/fault.ts'
import type { ConnectionValues } from '../model/protocol-link.ts'
import { room, utf8 } from './slab.ts'

/** Version of everything that is said over the link. */
export const linkVersion = 3
/** Bytes of a WebSocket message; the relay refuses longer ones. */
export const maxFrame = 1024 * 1024

/** Frames of a channel are numbered by their order, so that a link that was cut goes on where it was. */
export type ChannelFrame =
  | { t: 'open'; ch: number; about: Opening }
  /** A piece of a value; `last` ends the value, `end` says that no other follows. */
  | { t: 'part'; ch: number; last: boolean; end?: true }
  /** The receiver takes so many more bytes. */
  | { t: 'credit'; ch: number; n: number }
  | { t: 'end'; ch: number }
  | { t: 'fail'; ch: number; fault: Fault }

export type Header =
  | (ChannelFrame & { got?: number })
  /** Frames received so far, where none of one's own had to be sent. */
  | { t: 'got'; got: number }
  | { t: 'challenge'; version: number; relay: string; nonce: string }
  | {
      t: 'prove'
      version: number
      key: string
      nonce: string
      expires: number
      signature: string
      /** Of a link that was cut: its session and how many frames had been received. */
      resume?: { session: string; got: number }
    }
  | { t: 'welcome'; session: string; got: number; resumed: boolean; offer: Offer }
  | { t: 'refused'; fault: Fault }

/** What a relay offers after the handshake. */
export interface Offer {
  name: string
  protocols: string[]
  /** Targets in private networks that its operator allows, as `host:port`. */
  targets: string[]
  limits: { channels: number; valueBytes: number }
}

/** What a channel is for. */
export interface Opening {
  kind: 'call' | 'stream' | 'subscribe' | 'test'
  protocol: string
  /** Of the operation or trigger; empty for a test. */
  operation: string
  connection: ConnectionValues
  /** Calls with the same id and connection share a database transaction until one ends it. */
  transaction?: string
  /** `subscribe`: messages on their way at once. */
  parallel?: number
  /** `subscribe`: how often a message whose flow failed is tried before it is rejected. */
  attempts?: number
}

const decoder = new TextDecoder()

export function writeFrame(header: Header, body?: Uint8Array): Uint8Array {
  const head = utf8(JSON.stringify(header))
  const frame = room(4 + head.length + (body?.length ?? 0))
  putLength(frame, 0, head.length)
  frame.set(head, 4)
  if (body) frame.set(body, 4 + head.length)
  return frame
}

/** Throws RELAY:FRAME. */
export function readFrame(frame: Uint8Array): { header: Header; body: Uint8Array } {
  try {
    const size = lengthAt(frame, 0)
    if (4 + size <= frame.length) {
      const header = JSON.parse(decoder.decode(frame.subarray(4, 4 + size))) as Header
      if (typeof header === 'object' && header !== null && typeof header.t === 'string')
        return { header, body: frame.subarray(4 + size) }
    }
  } catch {}
  throw broken()
}

export function writeMessage(frames: readonly Uint8Array[]): Uint8Array {
  const message = room(frames.reduce((sum, frame) => sum + 4 + frame.length, 0))
  let at = 0
  for (const frame of frames) {
    putLength(message, at, frame.length)
    message.set(frame, at + 4)
    at += 4 + frame.length
  }
  return message
}

/** Throws RELAY:FRAME. */
export function* readMessage(message: Uint8Array): Generator<Uint8Array> {
  if (message.length === 0) throw broken()
  for (let at = 0; at < message.length;) {
    const size = at + 4 <= message.length ? lengthAt(message, at) : Infinity
    if (at + 4 + size > message.length) throw broken()
    yield message.subarray(at + 4, at + 4 + size)
    at += 4 + size
  }
}

/** A length as four bytes, the largest first. */
export function putLength(bytes: Uint8Array, at: number, length: number): void {
  bytes[at] = length >>> 24
  bytes[at + 1] = length >>> 16
  bytes[at + 2] = length >>> 8
  bytes[at + 3] = length
}
/** NaN beyond the end. */
export function lengthAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! * 0x1000000 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!)
}

function broken(): Fault {
  return fault('RELAY:FRAME', 'A frame of the relay link is not well formed.')
}
