// Compiling for the host, and what is wrong with a source: type, text, line and column of the first problem.
import { Mode, Problem, problem } from './compile/program.ts'
import { compileProgram, freeProgram } from './vm/program.ts'
import { Source } from './syntax/source.ts'

let source: Source | null = null
let text: usize = 0
let textSize: usize = 0

/** A program from `size` bytes of source, 0 when something is wrong with it: then see problem…(). */
export function compile(start: usize, size: i32, mode: i32): usize {
  source = new Source(start, size)
  const program = compileProgram(start, size, <Mode>mode, '<script>')
  if (!program) {
    const p = changetype<Problem>(problem)
    text = changetype<usize>(String.UTF8.encode(p.type + '\n' + p.message))
    textSize = <usize>String.UTF8.byteLength(p.type + '\n' + p.message)
  }
  return program
}
export function release(program: usize): void {
  freeProgram(program)
}

/** Address of `type\nmessage` of the problem; its size is in the upper half. */
export function problemText(): u64 {
  return <u64>text | (<u64>textSize << 32)
}
/** 1-based line of the problem. */
export function problemLine(): i32 {
  return source!.line(problem!.from)
}
/** 1-based column in code points. */
export function problemColumn(): i32 {
  return problem!.column >= 0 ? problem!.column : source!.column(problem!.from)
}
export function problemEndLine(): i32 {
  return problem!.to < 0 ? problemLine() : source!.line(problem!.to)
}
export function problemEndColumn(): i32 {
  return problem!.to < 0 ? problemColumn() : source!.column(problem!.to)
}
