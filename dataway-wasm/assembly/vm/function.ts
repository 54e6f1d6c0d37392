// Functions of scripts and the frames their calls run in.
//   FUNCTION: 8 code · 16 globals (dict) · 24 defaults tuple or None · 32 keyword defaults dict or None · 40 cells tuple or
//   UNBOUND · 48 name · 56 qualname · 64 module name · 72 dict or UNBOUND · 80 docstring · 88 annotations or UNBOUND
//   CELL: 8 content or UNBOUND
import { copyBytes } from '../memory/copy.ts'
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { dictGetStr } from '../container/dict.ts'
import { charge } from '../memory/limits.ts'
import { Kind, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { bindArguments } from './argument.ts'
import { fromLibrary } from './builtin-names.ts'
import { call1 } from './call.ts'
import { CodeFlag, codeFirstFree, codeFlags, codeFreeCells, codeLocals, codeName, codeParameters, codeQualname, codeRegisters, codeWords } from './code.ts' // prettier-ignore
import { currentFrame, depth, FRAME_SIZE, handling, recursionLimit, setDepth, setStackTop, stackEnd, stackTop } from './frame.ts'
import { newGenerator } from './generator.ts'
import { NAME } from './names.ts'
import { ExcKind, raise } from './raise.ts'

export const FUNCTION_SIZE: usize = 96

export function newFunction(code: Value, globals: Value, defaults: Value, keywordDefaults: Value, cells: Value): Value {
  const f = newObject(Kind.FUNCTION, FUNCTION_SIZE)
  const c = addressOf(code)
  setSlot(f, 0, code)
  setSlot(f, 1, globals)
  setSlot(f, 2, defaults)
  setSlot(f, 3, keywordDefaults)
  setSlot(f, 4, cells)
  setSlot(f, 5, codeName(c))
  setSlot(f, 6, codeQualname(c))
  setSlot(f, 7, UNBOUND)
  setSlot(f, 8, UNBOUND)
  setSlot(f, 9, load<u64>(c, 96))
  setSlot(f, 10, UNBOUND)
  return boxHeap(f)
}
/** The module a function was defined in, by the `__name__` of its globals. */
export function functionModule(f: Value): Value {
  const p = addressOf(f)
  if (slot(p, 7) != UNBOUND) return slot(p, 7)
  const name = dictGetStr(slot(p, 1), NAME)
  return name == UNBOUND ? None : name
}

export function newCell(v: Value): Value {
  const p = newObject(Kind.CELL, 16)
  setSlot(p, 0, v)
  return boxHeap(p)
}

let generator: Value = ERROR
/** The generator that pushFunction() made instead of a frame. */
export function madeGenerator(): Value {
  return generator
}

// @ts-ignore: decorator
@inline function defaultCount(f: usize): i32 {
  return slot(f, 2) == None ? 0 : <i32>tupleLength(addressOf(slot(f, 2)))
}

/**
 * A frame for fn(*args, **kw) on top of the stack. 0 with a fault pending; 1 when the function is a generator function:
 * madeGenerator() has the result.
 */
export function pushFunction(fn: Value, args: usize, argc: i32, kwnames: Value, flags: u32): usize {
  const p = addressOf(fn)
  const code = addressOf(slot(p, 0))
  const f = stackTop
  const size = FRAME_SIZE + (<usize>codeRegisters(code) << 3)
  if (depth >= recursionLimit || f + size > stackEnd) {
    raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
    return 0
  }
  // A call is work too: recursion without loops must not outrun the limits.
  if (!charge(1)) return 0
  const registers = f + FRAME_SIZE
  const count = codeFlags(code)
  const parameters = <i32>codeParameters(code)
  const missing = parameters - argc
  if (kwnames == None && count & CodeFlag.SIMPLE && missing >= 0 && missing <= defaultCount(p)) {
    for (let i = 0; i < argc; i++) store<u64>(registers + (<usize>i << 3), load<u64>(args + (<usize>i << 3)))
    if (missing) {
      const defaults = addressOf(slot(p, 2))
      const behind = tupleLength(defaults) - <u32>missing
      for (let i: u32 = 0; i < <u32>missing; i++) store<u64>(registers + (<usize>(<u32>argc + i) << 3), tupleAt(defaults, behind + i))
    }
    const locals = <i32>codeLocals(code)
    for (let i = parameters; i < locals; i++) store<u64>(registers + (<usize>i << 3), UNBOUND)
  } else {
    // Binding may call nothing of a script, but it allocates: the registers lie above the stack's top until then.
    setStackTop(f + size)
    const bound = bindArguments(fn, code, registers, args, argc, kwnames)
    setStackTop(f)
    if (!bound) return 0
  }
  const free = codeFreeCells(code)
  if (free) {
    const cells = addressOf(slot(p, 4))
    copyBytes(registers + (<usize>codeFirstFree(code) << 3), cells + 8, <usize>free << 3)
  }
  store<u32>(f, <u32>currentFrame)
  store<u32>(f, <u32>codeWords(code), 4)
  store<u32>(f, <u32>code, 8)
  store<u32>(f, 0, 12)
  store<u32>(f, flags, 16)
  store<u32>(f, 0, 20)
  store<u64>(f, fn, 24)
  store<u64>(f, handling(), 32)
  store<u64>(f, UNBOUND, 40)
  store<u64>(f, slot(p, 1), 48)
  if (count & CodeFlag.GENERATOR) {
    generator = newGenerator(f, size, fn)
    if (count & (CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) {
      const type = fromLibrary('_async', count & CodeFlag.COROUTINE ? 'coroutine' : 'async_generator')
      generator = type == ERROR ? ERROR : call1(type, generator)
      if (generator == ERROR) return 0
    }
    return 1
  }
  setStackTop(f + size)
  setDepth(depth + 1)
  return f
}

/** Takes the frame off the stack; the registers of a generator stay. */
export function popFrame(f: usize): void {
  if (!load<u32>(f, 20)) setStackTop(f)
  setDepth(depth - 1)
}

export function cellsOf(fn: Value): u32 {
  const cells = slot(addressOf(fn), 4)
  return cells == UNBOUND ? 0 : tupleLength(addressOf(cells))
}
export function cellContent(fn: Value, n: u32): Value {
  return slot(addressOf(tupleAt(addressOf(slot(addressOf(fn), 4)), n)), 0)
}
