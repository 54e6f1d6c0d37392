// Copying and clearing of mostly few bytes: the engine's own memory.copy and memory.fill are calls that cost more than the
// bytes themselves until there are some dozens.

/** Copies `n` bytes; the places may overlap. */
export function copyBytes(to: usize, from: usize, n: usize): void {
  if (n <= 16) {
    if (n >= 8) {
      const first = load<u64>(from)
      const last = load<u64>(from + n - 8)
      store<u64>(to, first)
      store<u64>(to + n - 8, last)
    } else if (n >= 4) {
      const first = load<u32>(from)
      const last = load<u32>(from + n - 4)
      store<u32>(to, first)
      store<u32>(to + n - 4, last)
    } else if (n) {
      const first = load<u8>(from)
      const middle = load<u8>(from + (n >> 1))
      const last = load<u8>(from + n - 1)
      store<u8>(to, first)
      store<u8>(to + (n >> 1), middle)
      store<u8>(to + n - 1, last)
    }
  } else if (n <= 32) {
    const first = v128.load(from)
    const last = v128.load(from + n - 16)
    v128.store(to, first)
    v128.store(to + n - 16, last)
  } else if (n <= 64) {
    const first = v128.load(from)
    const second = v128.load(from, 16)
    const third = v128.load(from + n - 32)
    const last = v128.load(from + n - 16)
    v128.store(to, first)
    v128.store(to, second, 16)
    v128.store(to + n - 32, third)
    v128.store(to + n - 16, last)
  } else memory.copy(to, from, n)
}

/** Sets `n` bytes to 0. */
export function clearBytes(p: usize, n: usize): void {
  if (n > 128) {
    memory.fill(p, 0, n)
    return
  }
  let i: usize = 0
  for (; i + 8 <= n; i += 8) store<u64>(p + i, 0)
  for (; i < n; i++) store<u8>(p + i, 0)
}
