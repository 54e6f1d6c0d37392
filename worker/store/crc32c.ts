// CRC-32C (Castagnoli), the checksum of a log frame: finds every burst of flipped bits up to 32 long. Eight bytes at a time, by
// eight tables (Kounavis and Berry, "A systematic approach to building high performance, software-based, CRC generators").

/** Table k, from 256 k: what a byte does to the checksum k bytes further on. */
const tables = makeTables()

/** Checksum of `bytes[from, to)` as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const t = tables
  let crc = -1
  let i = from
  for (; i + 8 <= to; i += 8) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    crc =
      t[1792 + (crc & 0xff)]! ^
      t[1536 + ((crc >>> 8) & 0xff)]! ^
      t[1280 + ((crc >>> 16) & 0xff)]! ^
      t[1024 + (crc >>> 24)]! ^
      t[768 + bytes[i + 4]!]! ^
      t[512 + bytes[i + 5]!]! ^
      t[256 + bytes[i + 6]!]! ^
      t[bytes[i + 7]!]!
  }
  for (; i < to; i++) crc = (crc >>> 8) ^ t[(crc ^ bytes[i]!) & 0xff]!
  return ~crc >>> 0
}

function makeTables(): Int32Array {
  const made = new Int32Array(8 * 256)
  for (let n = 0; n < 256; n++) {
    let value = n
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1
    made[n] = value
  }
  for (let n = 256; n < made.length; n++) made[n] = (made[n - 256]! >>> 8) ^ made[made[n - 256]! & 0xff]!
  return made
}
