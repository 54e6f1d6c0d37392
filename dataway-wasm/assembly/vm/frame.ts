// The call stack: frames one behind the other in one block of memory, so that a call between script functions is no
// call of the wasm machine. A generator's frame has the same layout and lives on the heap.
//   0 → frame below · 4 pc (the next instruction) · 8 → code · 12 → where the result goes · 16 FrameFlag · 20 → generator ·
//   24 function · 32 exception being handled when the frame was entered · 40 instance, namespace or UNBOUND · 48 globals · 64… registers
import { alloc, enterRegion, staticRegion } from '../memory/region.ts'
import { None, Value } from '../value/value.ts'

export const FRAME_SIZE: usize = 64

export const enum FrameFlag {
  /** run() ends when this frame ends. */
  ENTRY = 1,
  /** The result is thrown away, the instance in `extra` takes its place (`__init__`). */
  CONSTRUCT = 2,
  /** A generator resumed by a `for` (ends the loop) or by `yield from` (continues behind SEND). */
  ITERATE = 4,
  SEND = 8,
}

const STACK_BYTES: usize = 3 << 20
let stackStart: usize = 0
export let stackEnd: usize = 0
/** First free byte above the running frame. */
export let stackTop: usize = 0
/** The running frame; 0 outside of scripts. */
export let currentFrame: usize = 0
/** Python frames on the stack, and natives that called back. */
export let depth: i32 = 0
export let nativeDepth: i32 = 0
export let recursionLimit: i32 = 1000
/** Each nested run() takes wasm stack. */
export const NATIVE_LIMIT: i32 = 160
let handled: Value = None

/** What the run allows. */
let mostRecursion: i32 = 1000
/** A script's own limit, within what the run allows. */
export function setRecursionLimit(limit: i32): void {
  recursionLimit = min(limit, mostRecursion)
}

/** Empties the stack before a script starts. */
export function resetStack(limit: i32): void {
  if (!stackStart) {
    const back = enterRegion(staticRegion())
    stackStart = alloc(STACK_BYTES)
    stackEnd = stackStart + STACK_BYTES - 65536
    enterRegion(back)
  }
  stackTop = stackStart
  currentFrame = 0
  depth = 0
  nativeDepth = 0
  handled = None
  mostRecursion = limit
  recursionLimit = limit
}

// @ts-ignore: decorator
@inline export function setStackTop(p: usize): void {
  assert(p >= stackStart && p < stackStart + STACK_BYTES, 'the stack ends outside of its memory')
  stackTop = p
}
// @ts-ignore: decorator
@inline export function setCurrentFrame(f: usize): void {
  currentFrame = f
}
// @ts-ignore: decorator
@inline export function setDepth(n: i32): void {
  depth = n
}
export function enterNative(): void {
  nativeDepth++
}
export function leaveNative(): void {
  nativeDepth--
}

/** The exception an `except` or `finally` block is dealing with, None outside of them. */
// @ts-ignore: decorator
@inline export function handling(): Value {
  return handled
}
// @ts-ignore: decorator
@inline export function setHandling(v: Value): void {
  handled = v
}

/** Room for `n` values above the running frame; given back with setStackTop(). 0 when the stack is full. */
export function pushValues(n: i32): usize {
  const p = stackTop
  if (p + (<usize>n << 3) > stackEnd) return 0
  stackTop = p + (<usize>n << 3)
  return p
}

// @ts-ignore: decorator
@inline export function frameBelow(f: usize): usize {
  return <usize>load<u32>(f)
}
// @ts-ignore: decorator
@inline export function framePc(f: usize): usize {
  return <usize>load<u32>(f, 4)
}
// @ts-ignore: decorator
@inline export function frameCode(f: usize): usize {
  return <usize>load<u32>(f, 8)
}
// @ts-ignore: decorator
@inline export function frameFlags(f: usize): u32 {
  return load<u32>(f, 16)
}
// @ts-ignore: decorator
@inline export function frameGlobals(f: usize): Value {
  return load<u64>(f, 48)
}
