// The packets that OpenPGP data consists of (RFC 4880, 4), and the armor around them (6). What is read is counted and never believed:
// whatever ends too early is an Error.
import { fromBase64, toBase64 } from '../../../model/base64.ts'
import { joined } from '../../../model/bytes.ts'

export interface Packet {
  tag: number
  body: Uint8Array
}
export const TAG = { sessionKey: 1, signature: 2, onePass: 4, secretKey: 5, publicKey: 6, secretSubkey: 7, compressed: 8, oldEncrypted: 9, literal: 11, publicSubkey: 14, encrypted: 18, digest: 19 } // prettier-ignore

/** Reads numbers and pieces, one after another. */
export class Reader {
  readonly #bytes: Uint8Array
  at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }
  get left(): number {
    return this.#bytes.length - this.at
  }
  take(count: number): Uint8Array {
    if (count > this.left) throw new Error('it ends too early')
    return this.#bytes.subarray(this.at, (this.at += count))
  }
  rest(): Uint8Array {
    return this.take(this.left)
  }
  /** Of so many bytes, the highest first. */
  number(bytes = 1): number {
    return this.take(bytes).reduce((sum, byte) => sum * 256 + byte, 0)
  }
  /** A large number: its length in bits, then its bytes. */
  large(): Uint8Array {
    return this.take(Math.ceil(this.number(2) / 8))
  }
}

export function numberBytes(value: number, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, n) => Math.floor(value / 256 ** (count - 1 - n)) & 255)
}
export function large(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  const own = first < 0 ? new Uint8Array() : bytes.subarray(first)
  const bits = own.length === 0 ? 0 : own.length * 8 - Math.clz32(own[0]!) + 24
  return joined([numberBytes(bits, 2), own])
}

export function readPackets(bytes: Uint8Array): Packet[] {
  const reader = new Reader(bytes)
  const packets: Packet[] = []
  while (reader.left > 0) {
    const head = reader.number()
    if (!(head & 0x80)) throw new Error('it is not OpenPGP')
    if (head & 0x40) packets.push({ tag: head & 63, body: newBody(reader) })
    else {
      const kind = head & 3
      const body = kind === 3 ? reader.rest() : reader.take(reader.number(1 << kind))
      packets.push({ tag: (head >> 2) & 15, body })
    }
  }
  return packets
}
/** In parts, where the writer did not know how long it would be. */
function newBody(reader: Reader): Uint8Array {
  const parts: Uint8Array[] = []
  for (;;) {
    const first = reader.number()
    const isPart = first >= 224 && first < 255
    if (isPart) parts.push(reader.take(2 ** (first & 31)))
    else {
      const length = first < 192 ? first : first < 224 ? (first - 192) * 256 + reader.number() + 192 : reader.number(4) // prettier-ignore
      parts.push(reader.take(length))
      return joined(parts)
    }
  }
}

export function packet(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return joined([Uint8Array.of(0xc0 | tag, 255), numberBytes(length, 4), ...parts])
}

/** `kind`: MESSAGE, SIGNATURE. */
export function armored(bytes: Uint8Array, kind: string): string {
  const lines = toBase64(bytes).match(/.{1,64}/g) ?? []
  const end = `=${toBase64(numberBytes(checksum(bytes), 3))}`
  return [`-----BEGIN PGP ${kind}-----`, '', ...lines, end, `-----END PGP ${kind}-----`, ''].join('\n')
}

/** The bytes of each armored block; bytes that are in no armor as they are. */
export function unarmored(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes)
  const blocks = [...text.matchAll(/-----BEGIN PGP ([A-Z ]+)-----([^]*?)-----END PGP \1-----/g)]
  if (blocks.length === 0) return [bytes]
  return blocks.map(([, , inner]) => {
    // Headers, then an empty line.
    const body = inner!.replace(/\r/g, '').replace(/^\n?(?:[^\n:]+: [^\n]*\n)*\n?/, '')
    const [data, sum] = body.split(/^=(?=[\w+/]{4}\s*$)/m)
    const found = fromBase64(data!.replace(/\s+/g, ''))
    if (sum && toBase64(numberBytes(checksum(found), 3)) !== sum.trim())
      throw new Error('its armor is damaged')
    return found
  })
}

/** CRC-24 (RFC 4880, 6.1). */
function checksum(bytes: Uint8Array): number {
  let sum = 0xb704ce
  for (const byte of bytes) {
    sum ^= byte << 16
    for (let bit = 0; bit < 8; bit++) {
      sum <<= 1
      if (sum & 0x1000000) sum ^= 0x1864cfb
    }
  }
  return sum & 0xffffff
}
