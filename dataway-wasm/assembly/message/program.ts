// Compiled scripts for the host: compile, the first problem of a source, run on a message.
// PROGRAM: code u32 · region u32 · mode u32.
import { compileSource, Mode, problem } from '../compile/program.ts'
import { dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { alloc, enterRegion, freeRegion, newRegion } from '../memory/region.ts'
import { strConst, strOf } from '../text/str.ts'
import { boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { call0, call1, isCallable } from '../vm/call.ts'
import { newFunction } from '../vm/function.ts'
import { resetModules } from '../vm/module.ts'
import { ExcKind, raise } from '../vm/raise.ts'

/** The program of a source, 0 when it has a problem. Compile-time memory comes from the current region. */
export function newProgram(p: usize, n: usize, mode: i32): usize {
  const region = newRegion()
  const code = compileSource(p, <i32>n, <Mode>mode, mode == Mode.EXPRESSION ? '<expression>' : '<script>', region)
  if (!code) {
    freeRegion(region)
    return 0
  }
  const back = enterRegion(region)
  const program = alloc(16)
  enterRegion(back)
  store<u32>(program, <u32>code)
  store<u32>(program, <u32>region, 4)
  store<u32>(program, mode, 8)
  return program
}
export function dropProgram(program: usize): void {
  freeRegion(<usize>load<u32>(program, 4))
}

/** Runs a program; its result. ERROR. */
export function runProgram(program: usize, msg: Value): Value {
  const mode = load<i32>(program, 8)
  resetModules()
  const globals = newDict(8)
  dictSetStr(globals, strConst('__name__'), strConst('__main__'))
  dictSetStr(globals, strConst('msg'), msg)
  const main = newFunction(boxHeap(<usize>load<u32>(program)), globals, None, None, UNBOUND)
  const result = call0(main)
  if (mode == Mode.EXPRESSION || result == ERROR) return result
  const entry = dictGetStr(globals, strConst('dw_process'))
  if (entry == UNBOUND) {
    return mode == Mode.MODULE ? None : raise(ExcKind.NameError, "the script does not define dw_process(msg)")
  }
  if (!isCallable(entry)) return raise(ExcKind.TypeError, 'dw_process is not a function')
  return call1(entry, msg)
}

/** The problem of the last source: `type\0message`, then from, to, column (i32 each) by problemNumber(). */
export function problemText(): Value {
  const p = problem
  return p ? strOf(p.type + '\n' + p.message) : strConst('')
}
/** 0: first offset, 1: end offset or -1, 2: column or -1. */
export function problemNumber(which: i32): i32 {
  const p = problem
  if (!p) return -1
  return which == 0 ? p.from : which == 1 ? p.to : p.column
}
