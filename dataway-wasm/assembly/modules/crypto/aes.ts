// AES over raw memory: one block forwards and backwards, keys of 16, 24 and 32 bytes. Tables are worked out once.

const box: usize = memory.data(256)
const inverse: usize = memory.data(256)
let ready: bool = false

function double(x: u32): u32 {
  return ((x << 1) ^ (x & 0x80 ? 0x1b : 0)) & 255
}

function product(a: u32, b: u32): u32 {
  let p: u32 = 0
  while (b) {
    if (b & 1) p ^= a
    a = double(a)
    b >>= 1
  }
  return p
}

function prepare(): void {
  ready = true
  let p: u32 = 1
  let q: u32 = 1
  do {
    // p runs through all numbers by times 3, q through their inverses.
    p = p ^ double(p)
    q ^= q << 1
    q ^= q << 2
    q ^= q << 4
    q &= 255
    if (q & 0x80) q ^= 0x09
    const x = q ^ rotl<u8>(<u8>q, 1) ^ rotl<u8>(<u8>q, 2) ^ rotl<u8>(<u8>q, 3) ^ rotl<u8>(<u8>q, 4) ^ 0x63
    store<u8>(box + p, <u8>x)
  } while (p != 1)
  store<u8>(box, 0x63)
  for (let i: usize = 0; i < 256; i++) store<u8>(inverse + <usize>load<u8>(box + i), <u8>i)
}

/** Bytes of the round keys at most. */
export const SCHEDULE_SIZE: i32 = 240
let rounds: i32 = 10

/** Writes the round keys of a key of 16, 24 or 32 bytes. */
export function expandKey(key: usize, length: i32, to: usize): void {
  if (!ready) prepare()
  rounds = length / 4 + 6
  memory.copy(to, key, length)
  const words = length / 4
  let constant: u32 = 1
  for (let i = words; i < 4 * (rounds + 1); i++) {
    let word = load<u32>(to + <usize>((i - 1) << 2))
    if (i % words == 0) {
      word = substitute(rotr(word, 8)) ^ constant
      constant = double(constant)
    } else if (words > 6 && i % words == 4) word = substitute(word)
    store<u32>(to + <usize>(i << 2), load<u32>(to + <usize>((i - words) << 2)) ^ word)
  }
}

function substitute(word: u32): u32 {
  return (
    <u32>load<u8>(box + (word & 255)) |
    ((<u32>load<u8>(box + ((word >> 8) & 255))) << 8) |
    ((<u32>load<u8>(box + ((word >> 16) & 255))) << 16) |
    ((<u32>load<u8>(box + (word >> 24))) << 24)
  )
}

const work: usize = memory.data(16, 8)

function addKey(block: usize, key: usize): void {
  store<u64>(block, load<u64>(block) ^ load<u64>(key))
  store<u64>(block, load<u64>(block, 8) ^ load<u64>(key, 8), 8)
}

/** Encrypts one block in place. */
export function encryptBlock(block: usize, keys: usize): void {
  addKey(block, keys)
  for (let round = 1; round <= rounds; round++) {
    for (let i: usize = 0; i < 16; i++) store<u8>(work + i, load<u8>(box + <usize>load<u8>(block + ((i * 5) & 15))))
    if (round < rounds)
      for (let c: usize = 0; c < 16; c += 4) {
        const a0: u32 = load<u8>(work + c)
        const a1: u32 = load<u8>(work + c, 1)
        const a2: u32 = load<u8>(work + c, 2)
        const a3: u32 = load<u8>(work + c, 3)
        const all = a0 ^ a1 ^ a2 ^ a3
        store<u8>(work + c, <u8>(a0 ^ all ^ double(a0 ^ a1)))
        store<u8>(work + c, <u8>(a1 ^ all ^ double(a1 ^ a2)), 1)
        store<u8>(work + c, <u8>(a2 ^ all ^ double(a2 ^ a3)), 2)
        store<u8>(work + c, <u8>(a3 ^ all ^ double(a3 ^ a0)), 3)
      }
    memory.copy(block, work, 16)
    addKey(block, keys + <usize>(round << 4))
  }
}

/** Decrypts one block in place. */
export function decryptBlock(block: usize, keys: usize): void {
  addKey(block, keys + <usize>(rounds << 4))
  for (let round = rounds - 1; round >= 0; round--) {
    for (let i: usize = 0; i < 16; i++) store<u8>(work + ((i * 5) & 15), load<u8>(inverse + <usize>load<u8>(block + i)))
    addKey(work, keys + <usize>(round << 4))
    if (round > 0)
      for (let c: usize = 0; c < 16; c += 4) {
        const a0: u32 = load<u8>(work + c)
        const a1: u32 = load<u8>(work + c, 1)
        const a2: u32 = load<u8>(work + c, 2)
        const a3: u32 = load<u8>(work + c, 3)
        store<u8>(work + c, <u8>(product(a0, 14) ^ product(a1, 11) ^ product(a2, 13) ^ product(a3, 9)))
        store<u8>(work + c, <u8>(product(a0, 9) ^ product(a1, 14) ^ product(a2, 11) ^ product(a3, 13)), 1)
        store<u8>(work + c, <u8>(product(a0, 13) ^ product(a1, 9) ^ product(a2, 14) ^ product(a3, 11)), 2)
        store<u8>(work + c, <u8>(product(a0, 11) ^ product(a1, 13) ^ product(a2, 9) ^ product(a3, 14)), 3)
      }
    memory.copy(block, work, 16)
  }
}
