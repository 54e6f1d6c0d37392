// An entry of its own for the tests of the engine: patterns and texts in UTF-8 (or bytes), byte offsets out.

import { codeAt, widthOf } from './character.ts'
import { compilePattern, problem } from './emit.ts'
import { execute, setPayment, slots } from './match.ts'
import { failure, failureAt } from './parse.ts'
import { Flag } from './program.ts'
import '../../memory/runtime.ts'
import { alloc } from '../../memory/region.ts'

export function allocate(bytes: i32): usize {
  return alloc(bytes)
}

let program: StaticArray<u32> | null = null

/** 1, or 0 with `why` to be read. */
export function compile(p: usize, length: i32, flags: u32): i32 {
  const codes: Array<u32> = []
  const end = p + length
  while (p < end) {
    const byte = load<u8>(p)
    codes.push(flags & Flag.BYTES ? byte : codeAt(p))
    p += flags & Flag.BYTES ? 1 : widthOf(byte)
  }
  program = compilePattern(codes, flags)
  return program ? 1 : 0
}
export function why(): string {
  return failure.length > 0 ? failure + '\n' + failureAt.toString() : problem
}
export function whyLength(): i32 {
  return why().length
}
export function whyAt(i: i32): i32 {
  return why().charCodeAt(i)
}
export function run(text: usize, length: u32, from: u32, mode: i32, avoid: i32): i32 {
  return execute(changetype<usize>(program), text, length, from, mode, avoid)
}
export function groups(): u32 {
  return load<u32>(changetype<usize>(program), 4)
}
export function slot(i: i32): i32 {
  return load<i32>(slots + (<usize>i << 2))
}
let allowance: i64 = 0
export function limit(units: i64): void {
  allowance = units
  setPayment(() => {
    const all = allowance
    allowance = 0
    return all
  })
}
