// The AssemblyScript runtime of this module: managed objects are bump-allocated in the current region and never freed
// one by one. Takes the place of asc's stub runtime (build.mjs). An object's id and size stand in the 8 bytes before it, as asc expects.
import { clearBytes, copyBytes } from './copy.ts'
import { alloc } from './region.ts'

const OVERHEAD: usize = 24

// @ts-ignore: decorator
@unsafe @global
export function __alloc(size: usize): usize {
  return alloc(size)
}
// @ts-ignore: decorator
@unsafe @global
export function __realloc(p: usize, size: usize): usize {
  const fresh = alloc(size)
  copyBytes(fresh, p, size)
  return fresh
}
// @ts-ignore: decorator
@unsafe @global
export function __free(p: usize): void {}

// @ts-ignore: decorator
@unsafe @global
export function __new(size: usize, id: u32): usize {
  const p = alloc(size + OVERHEAD) + OVERHEAD
  store<u32>(p - 8, id)
  store<u32>(p - 4, <u32>size)
  clearBytes(p, size)
  return p
}
// @ts-ignore: decorator
@unsafe @global
export function __renew(old: usize, size: usize): usize {
  const p = __new(size, load<u32>(old - 8))
  copyBytes(p, old, min<usize>(size, load<u32>(old - 4)))
  return p
}
// @ts-ignore: decorator
@unsafe @global
export function __link(parent: usize, child: usize, expectMultiple: bool): void {}
// @ts-ignore: decorator
@unsafe @global
export function __pin(p: usize): usize {
  return p
}
// @ts-ignore: decorator
@unsafe @global
export function __unpin(p: usize): void {}
// @ts-ignore: decorator
@unsafe @global
function __visit(p: usize, cookie: u32): void {}
// @ts-ignore: decorator
@unsafe @global
export function __collect(): void {}
