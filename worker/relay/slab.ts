// Memory for the many small frames of a link: pieces of one large buffer, since a buffer of its own costs more than what it carries.
// A slab is garbage when the last of its pieces is.

const slabBytes = 64 * 1024
/** What is larger gets a buffer of its own. */
const largest = 8 * 1024

const encoder = new TextEncoder()
let slab = new Uint8Array(0)
let used = 0

/** `bytes` of memory, all zero. */
export function room(bytes: number): Uint8Array {
  if (bytes > largest) return new Uint8Array(bytes)
  makeRoom(bytes)
  return slab.subarray(used, (used += bytes))
}

/** A text as UTF-8. */
export function utf8(text: string): Uint8Array {
  // A code unit has three bytes at most.
  if (text.length * 3 > largest) return encoder.encode(text)
  makeRoom(text.length * 3)
  const { written } = encoder.encodeInto(text, slab.subarray(used))
  return slab.subarray(used, (used += written))
}

function makeRoom(bytes: number): void {
  if (used + bytes <= slab.length) return
  slab = new Uint8Array(slabBytes)
  used = 0
}
