// A code object: what the compiler makes of one function, class body, comprehension or module. Lives as long as its program.
//   8 name · 16 qualname · 24 → words · 28 word count · 32 → constants (Value[]) · 36 count · 40 registers · 44 locals ·
//   48 positional parameters · 52 of them positional-only · 56 keyword-only parameters · 60 CodeFlag · 64 → names of locals ·
//   68 → places (8 bytes a word: line u32, column u16, end column u16; columns are UTF-8 bytes from 0, or CUT) · 72 → try table ·
//   76 its rows (16 bytes: first word, end word, handler word, register) · 80 cells of enclosing functions · 84 register of the
//   first of them · 88 first line · 92 → record of the source · 96 docstring or None
import { Kind, newObject } from '../value/object.ts'
import { Value } from '../value/value.ts'

/** End column of what goes on in the next line. */
export const CUT: usize = 0xffff

export const CODE_SIZE: usize = 104

export const enum CodeFlag {
  VARARGS = 1,
  VARKW = 2,
  GENERATOR = 4,
  CLASS_BODY = 8,
  MODULE = 16,
  /** Parameters are positional only in number: no *args, **kw, keyword-only: the quick way in. */
  SIMPLE = 32,
  EXPRESSION = 64,
  /** Calling gives a coroutine around the generator that it is. */
  COROUTINE = 128,
  /** The same, an asynchronous generator. */
  ASYNC_GENERATOR = 256,
}

export function newCode(): usize {
  const c = newObject(Kind.CODE, CODE_SIZE)
  memory.fill(c + 8, 0, CODE_SIZE - 8)
  return c
}
// @ts-ignore: decorator
@inline export function codeName(c: usize): Value {
  return load<u64>(c, 8)
}
// @ts-ignore: decorator
@inline export function codeQualname(c: usize): Value {
  return load<u64>(c, 16)
}
// @ts-ignore: decorator
@inline export function codeWords(c: usize): usize {
  return <usize>load<u32>(c, 24)
}
// @ts-ignore: decorator
@inline export function codeConstants(c: usize): usize {
  return <usize>load<u32>(c, 32)
}
// @ts-ignore: decorator
@inline export function codeRegisters(c: usize): u32 {
  return load<u32>(c, 40)
}
// @ts-ignore: decorator
@inline export function codeLocals(c: usize): u32 {
  return load<u32>(c, 44)
}
// @ts-ignore: decorator
@inline export function codeParameters(c: usize): u32 {
  return load<u32>(c, 48)
}
// @ts-ignore: decorator
@inline export function codePositionalOnly(c: usize): u32 {
  return load<u32>(c, 52)
}
// @ts-ignore: decorator
@inline export function codeKeywordOnly(c: usize): u32 {
  return load<u32>(c, 56)
}
// @ts-ignore: decorator
@inline export function codeFlags(c: usize): u32 {
  return load<u32>(c, 60)
}
// @ts-ignore: decorator
@inline export function codeLocalName(c: usize, n: u32): Value {
  return load<u64>(<usize>load<u32>(c, 64) + (<usize>n << 3))
}
/** Where the word at this offset comes from: line, column and end column packed as in the table. */
export function codePlace(c: usize, word: u32): u64 {
  return load<u64>(<usize>load<u32>(c, 68) + (<usize>word << 3))
}
// @ts-ignore: decorator
@inline export function codeFreeCells(c: usize): u32 {
  return load<u32>(c, 80)
}
// @ts-ignore: decorator
@inline export function codeFirstFree(c: usize): u32 {
  return load<u32>(c, 84)
}
// @ts-ignore: decorator
@inline export function codeSource(c: usize): usize {
  return <usize>load<u32>(c, 92)
}

/** The row of the try table that covers a word; rows of inner statements come first. 0: none. */
export function findHandler(code: usize, word: u32): usize {
  let row = <usize>load<u32>(code, 72)
  for (let n = load<u32>(code, 76); n; n--, row += 16) {
    if (word >= load<u32>(row) && word < load<u32>(row, 4)) return row
  }
  return 0
}
