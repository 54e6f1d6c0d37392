// CAST-128 with keys of 16 bytes (RFC 2144), block by block and only forwards, as OpenPGP's mode CFB wants it. Weak by its block of
// 8 bytes: for partners that still ask for it.
import { fromBase64 } from '../../../model/base64.ts'
import { CAST5_BOXES } from './cast5-boxes.ts'

let boxes: Uint32Array[] | undefined
function tables(): Uint32Array[] {
  if (boxes) return boxes
  const bytes = fromBase64(CAST5_BOXES)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  boxes = Array.from({ length: 8 }, (_, box) => Uint32Array.from({ length: 256 }, (_, n) => view.getUint32((box * 256 + n) * 4))) // prettier-ignore
  return boxes
}

/** Which bytes of which half go into which S-box (RFC 2144, 2.4): rows of `word: from, box 5 to 8, and the fifth one`. */
const X_TO_Z = [
  [0, 0x0, 0xd, 0xf, 0xc, 0xe, 6, 0x8],
  [1, 0x8, 0x0, 0x2, 0x1, 0x3, 7, 0xa],
  [2, 0xc, 0x7, 0x6, 0x5, 0x4, 4, 0x9],
  [3, 0x4, 0xa, 0x9, 0xb, 0x8, 5, 0xb],
] as const
const Z_TO_X = [
  [0, 0x8, 0x5, 0x7, 0x4, 0x6, 6, 0x0],
  [1, 0x0, 0x0, 0x2, 0x1, 0x3, 7, 0x2],
  [2, 0x4, 0x7, 0x6, 0x5, 0x4, 4, 0x1],
  [3, 0xc, 0xa, 0x9, 0xb, 0x8, 5, 0x3],
] as const
/** For each of 16 sub-keys: four bytes for the boxes 5 to 8, and one for the box that changes (5 to 8 in turn). */
const KEYS_Z = [
  [0x8, 0x9, 0x7, 0x6, 0x2],
  [0xa, 0xb, 0x5, 0x4, 0x6],
  [0xc, 0xd, 0x3, 0x2, 0x9],
  [0xe, 0xf, 0x1, 0x0, 0xc],
] as const
const KEYS_X = [
  [0x3, 0x2, 0xc, 0xd, 0x8],
  [0x1, 0x0, 0xe, 0xf, 0xd],
  [0x7, 0x6, 0x8, 0x9, 0x3],
  [0x5, 0x4, 0xa, 0xb, 0x7],
] as const
const KEYS_Z2 = [
  [0x3, 0x2, 0xc, 0xd, 0x9],
  [0x1, 0x0, 0xe, 0xf, 0xc],
  [0x7, 0x6, 0x8, 0x9, 0x2],
  [0x5, 0x4, 0xa, 0xb, 0x6],
] as const
const KEYS_X2 = [
  [0x8, 0x9, 0x7, 0x6, 0x3],
  [0xa, 0xb, 0x5, 0x4, 0x7],
  [0xc, 0xd, 0x3, 0x2, 0x8],
  [0xe, 0xf, 0x1, 0x0, 0xd],
] as const

export class Cast5 {
  readonly blockSize = 8
  readonly #masks: number[] = []
  readonly #turns: number[] = []

  constructor(key: Uint8Array) {
    const S = tables()
    const x = key.slice()
    const z = new Uint8Array(16)
    const mix = (from: Uint8Array, to: Uint8Array, rows: typeof X_TO_Z | typeof Z_TO_X): void => {
      for (const [word, base, a, b, c, d, box, last] of rows) {
        // The first word is made of the old half alone, each later one also of those before it.
        const source = word === 0 ? from : to
        const value = word32(from, base) ^ S[4]![source[a]!]! ^ S[5]![source[b]!]! ^ S[6]![source[c]!]! ^ S[7]![source[d]!]! ^ S[box]![from[last]!]! // prettier-ignore
        for (let n = 0; n < 4; n++) to[4 * word + n] = value >>> (24 - 8 * n)
      }
    }
    const take = (
      from: Uint8Array,
      rows: readonly (readonly [number, number, number, number, number])[],
      into: number[],
    ): void => {
      // prettier-ignore
      rows.forEach(([a, b, c, d, e], n) => into.push((S[4]![from[a]!]! ^ S[5]![from[b]!]! ^ S[6]![from[c]!]! ^ S[7]![from[d]!]! ^ S[4 + n]![from[e]!]!) >>> 0)) // prettier-ignore
    }
    for (const keys of [this.#masks, this.#turns]) {
      mix(x, z, X_TO_Z)
      take(z, KEYS_Z, keys)
      mix(z, x, Z_TO_X)
      take(x, KEYS_X, keys)
      mix(x, z, X_TO_Z)
      take(z, KEYS_Z2, keys)
      mix(z, x, Z_TO_X)
      take(x, KEYS_X2, keys)
    }
  }

  /** In place. */
  encrypt(block: Uint8Array): void {
    const S = tables()
    let left = word32(block, 0)
    let right = word32(block, 4)
    for (let round = 0; round < 16; round++) {
      const mask = this.#masks[round]!
      const kind = round % 3
      const mixed = kind === 0 ? mask + right : kind === 1 ? mask ^ right : mask - right
      const turn = this.#turns[round]! & 31
      const i = ((mixed << turn) | (mixed >>> (32 - turn))) >>> 0
      const [a, b, c, d] = [S[0]![i >>> 24]!, S[1]![(i >>> 16) & 255]!, S[2]![(i >>> 8) & 255]!, S[3]![i & 255]!] // prettier-ignore
      const f = kind === 0 ? ((a ^ b) - c + d) | 0 : kind === 1 ? ((a - b + c) ^ d) | 0 : (((a + b) ^ c) - d) | 0 // prettier-ignore
      const next = (left ^ f) >>> 0
      left = right
      right = next
    }
    for (let n = 0; n < 4; n++) {
      block[n] = right >>> (24 - 8 * n)
      block[4 + n] = left >>> (24 - 8 * n)
    }
  }
}

function word32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
}
