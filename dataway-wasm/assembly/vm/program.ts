// Programs: compiled sources that are run again and again, each run with globals of its own.
//   record: region u32 · code u32 · mode u32
import { compileSource, Mode } from '../compile/program.ts'
import { dictGetStr } from '../container/dict.ts'
import { appendEntry, newTable } from '../container/table.ts'
import { alloc, enterRegion, dropRegion, newRegion, resetRegion } from '../memory/region.ts'
import { strHash } from '../text/str.ts'
import { Kind } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { call0, call1 } from './call.ts'
import { newFunction } from './function.ts'
import { noName } from './name-lookup.ts'
import * as names from './names.ts'

/** Globals of the program that runs, or ran last. */
export let mainGlobals: Value = UNBOUND
/** Memory of the compiler, dropped when it is done. */
let working: usize = 0

/** A program, or 0: then compile/program.ts has the problem. `name` stands in tracebacks. */
export function compileProgram(start: usize, size: i32, mode: Mode, name: string): usize {
  if (!working) working = newRegion()
  resetRegion(working)
  const region = newRegion()
  const back = enterRegion(working)
  const code = compileSource(start, size, mode, name, region)
  enterRegion(back)
  if (!code) {
    dropRegion(region)
    return 0
  }
  const inner = enterRegion(region)
  const program = alloc(16)
  enterRegion(inner)
  store<u32>(program, <u32>region)
  store<u32>(program, <u32>code, 4)
  store<u32>(program, mode, 8)
  return program
}

export function freeProgram(program: usize): void {
  dropRegion(<usize>load<u32>(program))
}

function newGlobals(message: Value): Value {
  const t = newTable(Kind.DICT, 8)
  addGlobal(t, names.NAME, names.MAIN)
  addGlobal(t, names.DOC, None)
  addGlobal(t, names.MSG, message)
  return boxHeap(t)
}
// @ts-ignore: decorator
@inline function addGlobal(t: usize, name: Value, value: Value): void {
  appendEntry(t, name, value, strHash(addressOf(name)))
}

/** Runs a program on a message: an expression's value, or what `dw_process(msg)` returns. ERROR. */
export function runProgram(program: usize, message: Value): Value {
  const mode = <Mode>load<u32>(program, 8)
  const globals = newGlobals(message)
  mainGlobals = globals
  const code = boxHeap(<usize>load<u32>(program, 4))
  const r = call0(newFunction(code, globals, None, None, UNBOUND))
  if (r == ERROR || mode == Mode.EXPRESSION) return r
  const process = dictGetStr(globals, names.DW_PROCESS)
  if (process == UNBOUND) return mode == Mode.CODE ? noName(names.DW_PROCESS) : None
  return call1(process, message)
}
