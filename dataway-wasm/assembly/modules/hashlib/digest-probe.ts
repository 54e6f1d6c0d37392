// An entry of its own for the test of digest.ts.

import { digestSize, finishDigest, startDigest, STATE_SIZE, updateDigest } from './digest.ts'

export function allocate(bytes: i32): usize {
  return __alloc(bytes)
}
export function start(algorithm: u32): usize {
  const state = __alloc(STATE_SIZE)
  startDigest(state, algorithm)
  return state
}
export function update(state: usize, data: usize, length: u32): void {
  updateDigest(state, data, length)
}
export function finish(state: usize, out: usize): i32 {
  finishDigest(state, out)
  return digestSize(load<u32>(state))
}
