// An entry of its own for the tests of the Unicode tables and of case.ts.

import { changeCase } from './case.ts'
import { decimalValue, flagsOf } from './unicode.ts'

export function allocate(bytes: i32): usize {
  return __alloc(bytes)
}
export function flags(code: u32): u32 {
  return flagsOf(code)
}
export function decimal(code: u32): i32 {
  return decimalValue(code)
}
export function change(how: i32, p: usize, length: i32, to: usize): i32 {
  return <i32>(changeCase(how, p, p + length, to) - to)
}
