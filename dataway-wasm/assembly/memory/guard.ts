// What the checked build (build.mjs --checked) adds to memory: in front of every allocation its size, behind it a canary, poison
// in what was not written yet and in what was given back. A region that ends looks at all canaries in it. The
// release build has none of it: CHECKED is false there and all of this folds away.

/** Whether this is the checked build. */
export const CHECKED: bool = !ASC_NO_ASSERT

/** Bytes in front of an allocation (size u32, FRONT_WORD) and behind it (CANARY). */
export const FRONT: usize = ASC_NO_ASSERT ? 0 : 8
export const BACK: usize = ASC_NO_ASSERT ? 0 : 8

const FRONT_WORD: u32 = 0x0a110c8d
const CANARY: u64 = 0xc0a1c0a1c0a1c0a1
/** Fills what was allocated and not written, and what was freed: read as an address both are far outside the memory. */
const UNWRITTEN: u8 = 0xe5
const FREED: u8 = 0xed

/** Marks the allocation at `p`, of which the bytes from `from` on are new. What follows is the end of the chunk's use. */
export function guard(p: usize, from: usize, size: usize): void {
  const behind = p + ((size + 7) & ~7)
  if (behind > p + from) memory.fill(p + from, UNWRITTEN, behind - p - from)
  store<u32>(p - FRONT, <u32>size)
  store<u32>(p - FRONT, FRONT_WORD, 4)
  store<u64>(behind, CANARY)
  store<u64>(behind + BACK, 0)
}

/** Traps when something in the chunk's allocations, which begin at `first`, was written outside of them. */
export function inspect(first: usize, end: usize): void {
  let at = first
  while (load<u64>(at)) {
    assert(load<u32>(at, 4) == FRONT_WORD, 'memory was written in front of an allocation')
    at += FRONT + ((<usize>load<u32>(at) + 7) & ~7)
    assert(at + BACK <= end, 'an allocation reaches over its chunk')
    assert(load<u64>(at) == CANARY, 'memory was written behind an allocation')
    at += BACK
  }
}

/** Looks at a chunk that is given back, and makes it unreadable. */
export function poison(first: usize, end: usize): void {
  inspect(first, end)
  memory.fill(first, FREED, end - first)
}
