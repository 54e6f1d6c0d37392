// Where memory comes from: regions, each a chain of chunks that is bump-allocated and freed as a whole. Chunks are
// multiples of 64 KiB, taken from an address-ordered free list that joins neighbours, or from memory.grow.
// Memory that alloc() gives is NOT zeroed. Everything is 8-byte aligned.
import { BACK, CHECKED, FRONT, guard, poison } from './guard.ts'

const CHUNK: usize = 65536
const LARGEST_STEP: usize = 1 << 20

/** Chunk header: next chunk of the region (u32), size with header (u32). */
const HEADER: usize = 16

/** Behind every allocation at least this many bytes can be read, so that text may be scanned in steps of 16. */
const READABLE: usize = 64

/** A region record: first chunk, current chunk, top and end of the current chunk, bytes in all chunks. */
const RECORD: usize = 24

let current: usize = 0
let top: usize = 0
let end: usize = 0
let freeChunks: usize = 0
let freshFrom: usize = 0

/** Bytes in the chunks of all regions but the static one. */
export let heapBytes: usize = 0

function ready(): void {
  if (current) return
  freshFrom = (__heap_base + 15) & ~15
  current = freshFrom
  freshFrom += RECORD + 8
  memory.fill(current, 0, RECORD)
  const first = takeChunk(CHUNK * 4)
  store<u32>(current, <u32>first)
  store<u32>(current, <u32>first, 4)
  top = first + HEADER
  end = first + load<u32>(first, 4) - READABLE
  heapBytes = 0
}

/** A chunk of at least `size` bytes with its header written. */
function takeChunk(size: usize): usize {
  let before: usize = 0
  let chunk = freeChunks
  while (chunk) {
    const has = <usize>load<u32>(chunk, 4)
    if (has >= size) {
      let following = <usize>load<u32>(chunk)
      if (has - size >= CHUNK) {
        const rest = chunk + size
        store<u32>(rest, <u32>following)
        store<u32>(rest, <u32>(has - size), 4)
        store<u32>(chunk, <u32>size, 4)
        following = rest
      }
      if (before) store<u32>(before, <u32>following)
      else freeChunks = following
      break
    }
    before = chunk
    chunk = <usize>load<u32>(chunk)
  }
  if (!chunk) {
    chunk = freshFrom
    const have = <usize>memory.size() << 16
    if (chunk + size > have) {
      const pages = <i32>((chunk + size - have + 0xffff) >>> 16)
      if (memory.grow(pages) < 0) unreachable()
    }
    freshFrom = chunk + size
    store<u32>(chunk, <u32>size, 4)
  }
  store<u32>(chunk, 0)
  if (CHECKED) store<u64>(chunk, 0, HEADER)
  heapBytes += <usize>load<u32>(chunk, 4)
  return chunk
}

function giveChunk(chunk: usize): void {
  let size = <usize>load<u32>(chunk, 4)
  if (CHECKED) poison(chunk + HEADER, chunk + size)
  heapBytes -= size
  let before: usize = 0
  let after = freeChunks
  while (after && after < chunk) {
    before = after
    after = <usize>load<u32>(after)
  }
  if (after && chunk + size == after) {
    size += <usize>load<u32>(after, 4)
    after = <usize>load<u32>(after)
  }
  if (before && before + <usize>load<u32>(before, 4) == chunk) {
    store<u32>(before, <u32>(<usize>load<u32>(before, 4) + size), 4)
    store<u32>(before, <u32>after)
    return
  }
  store<u32>(chunk, <u32>after)
  store<u32>(chunk, <u32>size, 4)
  if (before) store<u32>(before, <u32>chunk)
  else freeChunks = chunk
}

/** `size` bytes of the current region, not zeroed. Grows memory; the caller has reserved what is large (limits.ts). */
export function alloc(size: usize): usize {
  const p = top + FRONT
  const q = p + ((size + 7) & ~7) + BACK
  if (q > end || q < p) return allocInNewChunk(size)
  top = q
  if (CHECKED) guard(p, 0, size)
  return p
}

function allocInNewChunk(size: usize): usize {
  ready()
  const taken = FRONT + ((size + 7) & ~7) + BACK
  const needed = taken + HEADER + READABLE
  if (top + taken <= end) return alloc(size)
  const have = <usize>load<u32>(current, 16)
  let wanted = (needed + CHUNK - 1) & ~(CHUNK - 1)
  const step = min(LARGEST_STEP, (have >> 1) & ~(CHUNK - 1))
  if (wanted < step) wanted = step
  const chunk = takeChunk(wanted)
  store<u32>(current, <u32>(have + <usize>load<u32>(chunk, 4)), 16)
  const p = chunk + HEADER + FRONT
  const chunkEnd = chunk + <usize>load<u32>(chunk, 4) - READABLE
  const q = chunk + HEADER + taken
  if (CHECKED) guard(p, 0, size)
  const old = <usize>load<u32>(current, 4)
  // What is larger than the room left in the old chunk does not end the old chunk's use.
  if (old && chunkEnd - q < end - top) {
    store<u32>(chunk, load<u32>(old))
    store<u32>(old, <u32>chunk)
    return p
  }
  if (old) {
    store<u32>(chunk, load<u32>(old))
    store<u32>(old, <u32>chunk)
  } else {
    store<u32>(current, <u32>chunk)
  }
  store<u32>(current, <u32>chunk, 4)
  top = q
  end = chunkEnd
  return p
}

/** Makes the last allocation larger or smaller in place; false when `p` is not the last or has no room. */
export function resizeLast(p: usize, oldSize: usize, newSize: usize): bool {
  if (p + ((oldSize + 7) & ~7) + BACK != top) return false
  const q = p + ((newSize + 7) & ~7) + BACK
  if (q > end || q < p) return false
  top = q
  if (CHECKED) guard(p, oldSize, newSize)
  return true
}

/** Records of ended regions, chained by their first word. */
let freeRecords: usize = 0

/** An empty region. Its record lives in the static region until dropRegion(). */
export function newRegion(): usize {
  if (!current) ready()
  const known = freeRecords
  if (known) {
    freeRecords = <usize>load<u32>(known)
    store<u32>(known, 0)
    return known
  }
  const back = enterRegion(staticRegion())
  const record = alloc(RECORD)
  enterRegion(back)
  memory.fill(record, 0, RECORD)
  return record
}

let staticRecord: usize = 0
/** The region that lives as long as the module. */
export function staticRegion(): usize {
  ready()
  if (!staticRecord) staticRecord = current
  return staticRecord
}

export function currentRegion(): usize {
  ready()
  return current
}

/** From now on alloc() takes from `region`. Returns the one before. */
export function enterRegion(region: usize): usize {
  if (!current) ready()
  if (!staticRecord) staticRecord = current
  const before = current
  store<u32>(before, <u32>top, 8)
  store<u32>(before, <u32>end, 12)
  current = region
  top = load<u32>(region, 8)
  end = load<u32>(region, 12)
  return before
}

/** Frees everything in a region but its first small chunk. The region must not be the current one. */
export function resetRegion(region: usize): void {
  const first = <usize>load<u32>(region)
  if (!first) return
  let chunk = <usize>load<u32>(first)
  while (chunk) {
    const following = <usize>load<u32>(chunk)
    giveChunk(chunk)
    chunk = following
  }
  if (load<u32>(first, 4) > CHUNK * 4) {
    giveChunk(first)
    memory.fill(region, 0, RECORD)
    return
  }
  if (CHECKED) {
    poison(first + HEADER, first + load<u32>(first, 4))
    store<u64>(first, 0, HEADER)
  }
  store<u32>(first, 0)
  store<u32>(region, <u32>first, 4)
  store<u32>(region, <u32>(first + HEADER), 8)
  store<u32>(region, <u32>(first + load<u32>(first, 4) - READABLE), 12)
  store<u32>(region, load<u32>(first, 4), 16)
}

/** Frees all memory of a region; the record stays usable as an empty region. */
export function freeRegion(region: usize): void {
  let chunk = <usize>load<u32>(region)
  while (chunk) {
    const following = <usize>load<u32>(chunk)
    giveChunk(chunk)
    chunk = following
  }
  memory.fill(region, 0, RECORD)
}

/** Ends a region: its memory and its record are free for others. */
export function dropRegion(region: usize): void {
  freeRegion(region)
  store<u32>(region, <u32>freeRecords)
  freeRecords = region
}

/** Bytes of chunks a region holds. */
export function regionBytes(region: usize): usize {
  return <usize>load<u32>(region, 16)
}
