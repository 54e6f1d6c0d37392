// AES, block by block (FIPS 197): for ECB, which the platform's own cryptography does not offer, on purpose.

const S = new Uint8Array(256)
const INVERSE = new Uint8Array(256)
{
  let p = 1
  let q = 1
  do {
    p ^= (p << 1) ^ (p & 0x80 ? 0x11b : 0)
    p &= 255
    q ^= q << 1
    q ^= q << 2
    q ^= q << 4
    q &= 255
    if (q & 0x80) q ^= 9
    const x =
      q ^ ((q << 1) | (q >> 7)) ^ ((q << 2) | (q >> 6)) ^ ((q << 3) | (q >> 5)) ^ ((q << 4) | (q >> 4))
    S[p] = (x & 255) ^ 0x63
  } while (p !== 1)
  S[0] = 0x63
  S.forEach((value, at) => (INVERSE[value] = at))
}
const double = (x: number): number => ((x << 1) ^ (x & 0x80 ? 0x1b : 0)) & 255

/** A key of 16, 24 or 32 bytes. */
export class Aes {
  readonly blockSize = 16
  readonly #keys: Uint8Array
  readonly #rounds: number

  constructor(key: Uint8Array) {
    const words = key.length / 4
    this.#rounds = words + 6
    const keys = new Uint8Array(16 * (this.#rounds + 1))
    keys.set(key)
    let constant = 1
    for (let n = words; n < keys.length / 4; n++) {
      let last = [...keys.subarray(4 * n - 4, 4 * n)]
      if (n % words === 0) {
        last = [...last.slice(1), last[0]!].map((byte) => S[byte]!)
        last[0]! ^= constant
        constant = double(constant)
      } else if (words > 6 && n % words === 4) last = last.map((byte) => S[byte]!)
      for (let i = 0; i < 4; i++) keys[4 * n + i] = keys[4 * (n - words) + i]! ^ last[i]!
    }
    this.#keys = keys
  }

  encrypt(block: Uint8Array): void {
    this.#add(block, 0)
    for (let round = 1; round <= this.#rounds; round++) {
      const old = block.slice()
      // Row r of the square is turned by r places.
      for (let n = 0; n < 16; n++) block[n] = S[old[(n + 4 * (n & 3)) & 15]!]!
      if (round < this.#rounds) mix(block)
      this.#add(block, round)
    }
  }
  decrypt(block: Uint8Array): void {
    for (let round = this.#rounds; round >= 1; round--) {
      this.#add(block, round)
      // Mixing four times is mixing not at all.
      if (round < this.#rounds) for (let n = 0; n < 3; n++) mix(block)
      const old = block.slice()
      for (let n = 0; n < 16; n++) block[(n + 4 * (n & 3)) & 15] = INVERSE[old[n]!]!
    }
    this.#add(block, 0)
  }

  #add(block: Uint8Array, round: number): void {
    for (let n = 0; n < 16; n++) block[n]! ^= this.#keys[16 * round + n]!
  }
}

function mix(block: Uint8Array): void {
  for (let at = 0; at < 16; at += 4) {
    const [a, b, c, d] = block.subarray(at, at + 4) as unknown as [number, number, number, number]
    const all = a ^ b ^ c ^ d
    block[at] = a ^ all ^ double(a ^ b)
    block[at + 1] = b ^ all ^ double(b ^ c)
    block[at + 2] = c ^ all ^ double(c ^ d)
    block[at + 3] = d ^ all ^ double(d ^ a)
  }
}
