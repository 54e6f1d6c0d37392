// DES and Triple DES, block by block (FIPS 46-3): for partners that still ask for them. Nothing new should.

const IP = [58,50,42,34,26,18,10,2,60,52,44,36,28,20,12,4,62,54,46,38,30,22,14,6,64,56,48,40,32,24,16,8,57,49,41,33,25,17,9,1,59,51,43,35,27,19,11,3,61,53,45,37,29,21,13,5,63,55,47,39,31,23,15,7] // prettier-ignore
const FP = IP.map((_, i) => IP.indexOf(i + 1) + 1)
const P = [16,7,20,21,29,12,28,17,1,15,23,26,5,18,31,10,2,8,24,14,32,27,3,9,19,13,30,6,22,11,4,25] // prettier-ignore
const PC1 = [57,49,41,33,25,17,9,1,58,50,42,34,26,18,10,2,59,51,43,35,27,19,11,3,60,52,44,36,63,55,47,39,31,23,15,7,62,54,46,38,30,22,14,6,61,53,45,37,29,21,13,5,28,20,12,4] // prettier-ignore
const PC2 = [14,17,11,24,1,5,3,28,15,6,21,10,23,19,12,4,26,8,16,7,27,20,13,2,41,52,31,37,47,55,30,40,51,45,33,48,44,49,39,56,34,53,46,42,50,36,29,32] // prettier-ignore
const SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1]
const S = [
  [14,4,13,1,2,15,11,8,3,10,6,12,5,9,0,7,0,15,7,4,14,2,13,1,10,6,12,11,9,5,3,8,4,1,14,8,13,6,2,11,15,12,9,7,3,10,5,0,15,12,8,2,4,9,1,7,5,11,3,14,10,0,6,13],
  [15,1,8,14,6,11,3,4,9,7,2,13,12,0,5,10,3,13,4,7,15,2,8,14,12,0,1,10,6,9,11,5,0,14,7,11,10,4,13,1,5,8,12,6,9,3,2,15,13,8,10,1,3,15,4,2,11,6,7,12,0,5,14,9],
  [10,0,9,14,6,3,15,5,1,13,12,7,11,4,2,8,13,7,0,9,3,4,6,10,2,8,5,14,12,11,15,1,13,6,4,9,8,15,3,0,11,1,2,12,5,10,14,7,1,10,13,0,6,9,8,7,4,15,14,3,11,5,2,12],
  [7,13,14,3,0,6,9,10,1,2,8,5,11,12,4,15,13,8,11,5,6,15,0,3,4,7,2,12,1,10,14,9,10,6,9,0,12,11,7,13,15,1,3,14,5,2,8,4,3,15,0,6,10,1,13,8,9,4,5,11,12,7,2,14],
  [2,12,4,1,7,10,11,6,8,5,3,15,13,0,14,9,14,11,2,12,4,7,13,1,5,0,15,10,3,9,8,6,4,2,1,11,10,13,7,8,15,9,12,5,6,3,0,14,11,8,12,7,1,14,2,13,6,15,0,9,10,4,5,3],
  [12,1,10,15,9,2,6,8,0,13,3,4,14,7,5,11,10,15,4,2,7,12,9,5,6,1,13,14,0,11,3,8,9,14,15,5,2,8,12,3,7,0,4,10,1,13,11,6,4,3,2,12,9,5,15,10,11,14,1,7,6,0,8,13],
  [4,11,2,14,15,0,8,13,3,12,9,7,5,10,6,1,13,0,11,7,4,9,1,10,14,3,5,12,2,15,8,6,1,4,11,13,12,3,7,14,10,15,6,8,0,5,9,2,6,11,13,8,1,4,10,7,9,5,0,15,14,2,3,12],
  [13,2,8,4,6,15,11,1,10,9,3,14,5,0,12,7,1,15,13,8,10,3,7,4,12,5,6,11,0,14,9,2,7,11,4,1,9,12,14,2,0,6,10,13,15,3,5,8,2,1,14,7,4,10,8,13,15,12,9,0,3,5,6,11],
] // prettier-ignore

/** What each S-box gives for six bits, already permuted. */
const SP = S.map((box, n) => {
  const table = new Int32Array(64)
  for (let six = 0; six < 64; six++) {
    const row = ((six >> 4) & 2) | (six & 1)
    const four = box[row * 16 + ((six >> 1) & 15)]!
    const word = (four << (28 - 4 * n)) >>> 0
    let permuted = 0
    for (const from of P) permuted = (permuted << 1) | ((word >>> (32 - from)) & 1)
    table[six] = permuted
  }
  return table
})

/** 16 round keys of eight six-bit pieces. */
type Schedule = Uint8Array[]

/** One DES key of 8 bytes, or three of them, one after another. */
export class TripleDes {
  readonly blockSize = 8
  readonly #schedules: Schedule[]

  constructor(key: Uint8Array) {
    this.#schedules = []
    for (let at = 0; at < key.length; at += 8) this.#schedules.push(scheduleOf(key.subarray(at, at + 8)))
  }
  encrypt(block: Uint8Array): void {
    for (const [n, schedule] of this.#schedules.entries()) crypt(block, schedule, n % 2 === 1)
  }
  decrypt(block: Uint8Array): void {
    for (let n = this.#schedules.length - 1; n >= 0; n--) crypt(block, this.#schedules[n]!, n % 2 === 0)
  }
}

function scheduleOf(key: Uint8Array): Schedule {
  const bits = PC1.map((from) => (key[(from - 1) >> 3]! >> (7 - ((from - 1) & 7))) & 1)
  let left = bits.slice(0, 28)
  let right = bits.slice(28)
  return SHIFTS.map((by) => {
    left = [...left.slice(by), ...left.slice(0, by)]
    right = [...right.slice(by), ...right.slice(0, by)]
    const both = [...left, ...right]
    const pieces = new Uint8Array(8)
    for (const [n, from] of PC2.entries()) pieces[Math.floor(n / 6)]! |= both[from - 1]! << (5 - (n % 6))
    return pieces
  })
}

/** In place. */
function crypt(block: Uint8Array, schedule: Schedule, backwards: boolean): void {
  permute(block, IP)
  let left = word(block, 0)
  let right = word(block, 4)
  for (let round = 0; round < 16; round++) {
    const key = schedule[backwards ? 15 - round : round]!
    let f = 0
    for (let n = 0; n < 8; n++) {
      const by = (5 + 4 * n) & 31
      const six = ((right << by) | (right >>> ((32 - by) & 31))) & 63
      f ^= SP[n]![six ^ key[n]!]!
    }
    const mixed = left ^ f
    left = right
    right = mixed
  }
  put(block, 0, right)
  put(block, 4, left)
  permute(block, FP)
}

const moved = new Uint8Array(8)
function permute(block: Uint8Array, table: readonly number[]): void {
  moved.fill(0)
  for (let n = 0; n < 64; n++) {
    const from = table[n]! - 1
    moved[n >> 3]! |= ((block[from >> 3]! >> (7 - (from & 7))) & 1) << (7 - (n & 7))
  }
  block.set(moved)
}
function word(block: Uint8Array, at: number): number {
  return (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!
}
function put(block: Uint8Array, at: number, value: number): void {
  for (let n = 0; n < 4; n++) block[at + n] = value >>> (24 - 8 * n)
}
