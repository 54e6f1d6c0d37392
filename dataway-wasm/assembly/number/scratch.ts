// Memory for the intermediate results of one arithmetic operation, given back when it ends: a stack of 32 KiB, and the
// allocator's own (never freed before the region is) for what is larger.

const SIZE: usize = 32768
const fixed: usize = memory.data(32768, 8)
let base: usize = fixed
let size: usize = SIZE
let top: usize = 0
let narrowTop: usize = 0

/** Where the stack stands now; pass it to `release` when the temporaries are no longer needed. */
export function mark(): usize {
  return top
}

export function release(at: usize): void {
  top = at
}

/** `bytes` bytes of undefined content, 8-byte aligned. */
export function take(bytes: usize): usize {
  const need = (bytes + 7) & ~7
  if (top + need <= size) {
    const p = base + top
    top += need
    return p
  }
  return __alloc(need)
}

/** Until `narrow`, temporaries come from one new block of this size. False if that is so already. */
export function widen(bytes: usize): bool {
  if (base != fixed) return false
  narrowTop = top
  base = __alloc(bytes)
  size = bytes
  top = 0
  return true
}

export function narrow(): void {
  base = fixed
  size = SIZE
  top = narrowTop
}

/** Room for `n` 32-bit limbs. */
export function takeLimbs(n: i32): usize {
  return take((<usize>n) << 2)
}
