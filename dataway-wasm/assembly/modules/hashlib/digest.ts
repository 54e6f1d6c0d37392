// MD5, SHA-1 and SHA-2 over raw memory. A state is `STATE_SIZE` bytes that may be copied freely:
//   0 algorithm u32 · 4 bytes waiting u32 · 8 length u64 · 16 eight words of 64 bits (32 used by the 32-bit ones) · 80 block

export const MD5: u32 = 0
export const SHA1: u32 = 1
export const SHA224: u32 = 2
export const SHA256: u32 = 3
export const SHA384: u32 = 4
export const SHA512: u32 = 5

export const STATE_SIZE: i32 = 208
const WORDS: usize = 16
const BLOCK: usize = 80

// prettier-ignore
const START_32: usize = memory.data<u32>([
  0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0, 0, 0, 0,
  0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0, 0, 0, 0,
  0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
])
// prettier-ignore
const START_64: usize = memory.data<u64>([
  0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
  0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
  0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
  0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
])
// The cube roots' fractions of the first 80 primes; SHA-256 uses the upper halves of the first 64.
// prettier-ignore
const ROUNDS: usize = memory.data<u64>([
  0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
  0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
  0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
  0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
  0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
  0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
  0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
  0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
  0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
  0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
  0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
  0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
  0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
  0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
  0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
  0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
])
// prettier-ignore
const MD5_SINES: usize = memory.data<u32>([
  0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
  0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
  0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
  0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
  0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
  0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
  0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
  0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
])
const MD5_SHIFTS: usize = memory.data<u8>([7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21])

const schedule: usize = memory.data(640, 8)

/** Bytes of the result. */
export function digestSize(algorithm: u32): i32 {
  return algorithm == MD5 ? 16 : algorithm == SHA1 ? 20 : algorithm == SHA224 ? 28 : algorithm == SHA256 ? 32 : algorithm == SHA384 ? 48 : 64
}

export function blockSize(algorithm: u32): i32 {
  return algorithm < SHA384 ? 64 : 128
}

export function startDigest(state: usize, algorithm: u32): void {
  memory.fill(state, 0, STATE_SIZE)
  store<u32>(state, algorithm)
  if (algorithm < SHA384) memory.copy(state + WORDS, START_32 + (<usize>algorithm << 5), 32)
  else memory.copy(state + WORDS, START_64 + (<usize>(algorithm - SHA384) << 6), 64)
}

export function updateDigest(state: usize, data: usize, length: u32): void {
  const algorithm = load<u32>(state)
  const size = <u32>blockSize(algorithm)
  let waiting = load<u32>(state, 4)
  store<u64>(state, load<u64>(state, 8) + length, 8)
  if (waiting > 0) {
    const n = min(size - waiting, length)
    memory.copy(state + BLOCK + waiting, data, n)
    data += n
    length -= n
    waiting += n
    if (waiting == size) {
      compress(state, algorithm, state + BLOCK)
      waiting = 0
    }
  }
  while (length >= size) {
    compress(state, algorithm, data)
    data += size
    length -= size
  }
  if (length > 0) {
    memory.copy(state + BLOCK + waiting, data, length)
    waiting += length
  }
  store<u32>(state, waiting, 4)
}

/** Writes the result to `out`; the state is used up. */
export function finishDigest(state: usize, out: usize): void {
  const algorithm = load<u32>(state)
  const size = <u32>blockSize(algorithm)
  const bits = load<u64>(state, 8) << 3
  const block = state + BLOCK
  let waiting = load<u32>(state, 4)
  store<u8>(block + waiting++, 0x80)
  if (waiting > size - (size >> 3)) {
    memory.fill(block + waiting, 0, size - waiting)
    compress(state, algorithm, block)
    waiting = 0
  }
  memory.fill(block + waiting, 0, size - waiting)
  store<u64>(block + size - 8, algorithm == MD5 ? bits : bswap(bits))
  compress(state, algorithm, block)
  const length = <usize>digestSize(algorithm)
  if (algorithm >= SHA384) for (let i: usize = 0; i < length; i += 8) store<u64>(out + i, bswap(load<u64>(state + WORDS + i)))
  else if (algorithm != MD5) for (let i: usize = 0; i < length; i += 4) store<u32>(out + i, bswap(load<u32>(state + WORDS + i)))
  else memory.copy(out, state + WORDS, length)
}

function compress(state: usize, algorithm: u32, block: usize): void {
  const h = state + WORDS
  if (algorithm >= SHA384) compress512(h, block)
  else if (algorithm >= SHA224) compress256(h, block)
  else if (algorithm == SHA1) compress1(h, block)
  else compressMd5(h, block)
}

function compress256(h: usize, block: usize): void {
  const w = schedule
  for (let i: usize = 0; i < 64; i += 4) store<u32>(w + i, bswap(load<u32>(block + i)))
  for (let i: usize = 64; i < 256; i += 4) {
    const x = load<u32>(w + i - 60)
    const y = load<u32>(w + i - 8)
    const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >> 3)
    const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >> 10)
    store<u32>(w + i, load<u32>(w + i - 64) + s0 + load<u32>(w + i - 28) + s1)
  }
  let a = load<u32>(h)
  let b = load<u32>(h, 4)
  let c = load<u32>(h, 8)
  let d = load<u32>(h, 12)
  let e = load<u32>(h, 16)
  let f = load<u32>(h, 20)
  let g = load<u32>(h, 24)
  let k = load<u32>(h, 28)
  for (let i: usize = 0; i < 64; i++) {
    const s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)
    const t1 = k + s1 + ((e & f) ^ (~e & g)) + load<u32>(ROUNDS + (i << 3), 4) + load<u32>(w + (i << 2))
    const s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    k = g
    g = f
    f = e
    e = d + t1
    d = c
    c = b
    b = a
    a = t1 + t2
  }
  store<u32>(h, load<u32>(h) + a)
  store<u32>(h, load<u32>(h, 4) + b, 4)
  store<u32>(h, load<u32>(h, 8) + c, 8)
  store<u32>(h, load<u32>(h, 12) + d, 12)
  store<u32>(h, load<u32>(h, 16) + e, 16)
  store<u32>(h, load<u32>(h, 20) + f, 20)
  store<u32>(h, load<u32>(h, 24) + g, 24)
  store<u32>(h, load<u32>(h, 28) + k, 28)
}

function compress512(h: usize, block: usize): void {
  const w = schedule
  for (let i: usize = 0; i < 128; i += 8) store<u64>(w + i, bswap(load<u64>(block + i)))
  for (let i: usize = 128; i < 640; i += 8) {
    const x = load<u64>(w + i - 120)
    const y = load<u64>(w + i - 16)
    const s0 = rotr(x, 1) ^ rotr(x, 8) ^ (x >> 7)
    const s1 = rotr(y, 19) ^ rotr(y, 61) ^ (y >> 6)
    store<u64>(w + i, load<u64>(w + i - 128) + s0 + load<u64>(w + i - 56) + s1)
  }
  let a = load<u64>(h)
  let b = load<u64>(h, 8)
  let c = load<u64>(h, 16)
  let d = load<u64>(h, 24)
  let e = load<u64>(h, 32)
  let f = load<u64>(h, 40)
  let g = load<u64>(h, 48)
  let k = load<u64>(h, 56)
  for (let i: usize = 0; i < 80; i++) {
    const s1 = rotr(e, 14) ^ rotr(e, 18) ^ rotr(e, 41)
    const t1 = k + s1 + ((e & f) ^ (~e & g)) + load<u64>(ROUNDS + (i << 3)) + load<u64>(w + (i << 3))
    const s0 = rotr(a, 28) ^ rotr(a, 34) ^ rotr(a, 39)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    k = g
    g = f
    f = e
    e = d + t1
    d = c
    c = b
    b = a
    a = t1 + t2
  }
  store<u64>(h, load<u64>(h) + a)
  store<u64>(h, load<u64>(h, 8) + b, 8)
  store<u64>(h, load<u64>(h, 16) + c, 16)
  store<u64>(h, load<u64>(h, 24) + d, 24)
  store<u64>(h, load<u64>(h, 32) + e, 32)
  store<u64>(h, load<u64>(h, 40) + f, 40)
  store<u64>(h, load<u64>(h, 48) + g, 48)
  store<u64>(h, load<u64>(h, 56) + k, 56)
}

function compress1(h: usize, block: usize): void {
  const w = schedule
  for (let i: usize = 0; i < 64; i += 4) store<u32>(w + i, bswap(load<u32>(block + i)))
  for (let i: usize = 64; i < 320; i += 4) {
    const x = load<u32>(w + i - 12) ^ load<u32>(w + i - 32) ^ load<u32>(w + i - 56) ^ load<u32>(w + i - 64)
    store<u32>(w + i, rotl(x, 1))
  }
  let a = load<u32>(h)
  let b = load<u32>(h, 4)
  let c = load<u32>(h, 8)
  let d = load<u32>(h, 12)
  let e = load<u32>(h, 16)
  for (let i = 0; i < 80; i++) {
    let f = b ^ c ^ d
    let k: u32 = i < 40 ? 0x6ed9eba1 : 0xca62c1d6
    if (i < 20) {
      f = (b & c) | (~b & d)
      k = 0x5a827999
    } else if (i >= 40 && i < 60) {
      f = (b & c) | (b & d) | (c & d)
      k = 0x8f1bbcdc
    }
    const t = rotl(a, 5) + f + e + k + load<u32>(w + (<usize>i << 2))
    e = d
    d = c
    c = rotl(b, 30)
    b = a
    a = t
  }
  store<u32>(h, load<u32>(h) + a)
  store<u32>(h, load<u32>(h, 4) + b, 4)
  store<u32>(h, load<u32>(h, 8) + c, 8)
  store<u32>(h, load<u32>(h, 12) + d, 12)
  store<u32>(h, load<u32>(h, 16) + e, 16)
}

function compressMd5(h: usize, block: usize): void {
  let a = load<u32>(h)
  let b = load<u32>(h, 4)
  let c = load<u32>(h, 8)
  let d = load<u32>(h, 12)
  for (let i = 0; i < 64; i++) {
    let f: u32
    let g: i32
    if (i < 16) {
      f = (b & c) | (~b & d)
      g = i
    } else if (i < 32) {
      f = (d & b) | (~d & c)
      g = (5 * i + 1) & 15
    } else if (i < 48) {
      f = b ^ c ^ d
      g = (3 * i + 5) & 15
    } else {
      f = c ^ (b | ~d)
      g = (7 * i) & 15
    }
    f += a + load<u32>(MD5_SINES + (<usize>i << 2)) + load<u32>(block + (<usize>g << 2))
    a = d
    d = c
    c = b
    b += rotl(f, <u32>load<u8>(MD5_SHIFTS + <usize>(((i >> 4) << 2) | (i & 3))))
  }
  store<u32>(h, load<u32>(h) + a)
  store<u32>(h, load<u32>(h, 4) + b, 4)
  store<u32>(h, load<u32>(h, 8) + c, 8)
  store<u32>(h, load<u32>(h, 12) + d, 12)
}
