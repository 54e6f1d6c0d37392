// The texts that floats of the message's documents were read from: a float that goes out as it came in needs no digits
// made. A small table by the float's bits; forgotten when a document's memory is given back.
//   entry: bits u64 · text u32 · size u32

const COUNT: usize = 64
const table: usize = memory.data(64 * 16, 16)
let used: bool = false

// @ts-ignore: decorator
@inline function entryOf(bits: u64): usize {
  return table + (<usize>((bits * 0x9e3779b97f4a7c15) >>> 58) << 4)
}

/** `size` bytes at `text`, which are what Python writes for x. */
// @ts-ignore: decorator
@inline export function rememberFloat(x: f64, text: usize, size: usize): void {
  const bits = reinterpret<u64>(x)
  const e = entryOf(bits)
  store<u64>(e, bits)
  store<u32>(e, <u32>text, 8)
  store<u32>(e, <u32>size, 12)
  used = true
}

/** Writes the text x was read from; gives its size, 0 when it is not known. */
// @ts-ignore: decorator
@inline export function putRemembered(x: f64, to: usize): i32 {
  const bits = reinterpret<u64>(x)
  const e = entryOf(bits)
  if (load<u64>(e) != bits || !load<u32>(e, 12)) return 0
  // At most 18 bytes, and 32 may be written.
  const from = <usize>load<u32>(e, 8)
  v128.store(to, v128.load(from))
  store<u64>(to, load<u64>(from, 16), 16)
  return load<i32>(e, 12)
}

export function forgetFloats(): void {
  if (used) memory.fill(table, 0, COUNT << 4)
  used = false
}
