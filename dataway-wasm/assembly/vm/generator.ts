// Generators: a frame on the heap that runs in pieces.
//   8 → frame · 12 GeneratorState u32 · 16 name · 24 qualname · 32 result · 40 exception it was handling or UNBOUND · 48 function
import { copyBytes } from '../memory/copy.ts'
import { newTuple, tupleLength } from '../container/tuple.ts'
import { alloc } from '../memory/region.ts'
import { iter } from '../ops/iterate.ts'
import { Kind, newObject, setSlot, slot, isKind } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isHeap, None, STOP, UNBOUND, Value } from '../value/value.ts'
import { Op } from '../compile/opcode.ts'
import { CodeFlag, codeFlags, codeWords } from './code.ts'
import { lookupAttr } from './attribute.ts'
import { call, call0, call1 } from './call.ts'
import { stopped } from './dunder.ts'
import { exceptionField, newException, setCause, setContext } from './exception.ts'
import { currentFrame, depth, enterNative, FrameFlag, FRAME_SIZE, frameCode, framePc, handling, leaveNative, nativeDepth, NATIVE_LIMIT, recursionLimit, setCurrentFrame, setDepth, setHandling, setStackTop, stackTop } from './frame.ts' // prettier-ignore
import { run } from './loop.ts'
import * as names from './names.ts'
import { ExcKind, pendingException, pendingIs, raise, raiseAgain, raiseWith, takePending } from './raise.ts'
import { exceptionClass } from './type.ts'

export const enum GeneratorState {
  FRESH = 0,
  SUSPENDED = 1,
  RUNNING = 2,
  DONE = 3,
}

/** Takes a frame that was just bound off the stack and makes a generator of it. */
export function newGenerator(f: usize, size: usize, fn: Value): Value {
  const g = newObject(Kind.GENERATOR, 56)
  const own = alloc(size)
  copyBytes(own, f, size)
  store<u32>(g, <u32>own, 8)
  store<u32>(g, GeneratorState.FRESH, 12)
  setSlot(g, 1, slot(addressOf(fn), 5))
  setSlot(g, 2, slot(addressOf(fn), 6))
  setSlot(g, 3, None)
  setSlot(g, 4, UNBOUND)
  setSlot(g, 5, fn)
  store<u32>(own, <u32>g, 20)
  return boxHeap(g)
}

// @ts-ignore: decorator
@inline export function generatorState(g: usize): GeneratorState {
  return load<u32>(g, 12)
}
// @ts-ignore: decorator
@inline export function setGeneratorState(g: usize, state: GeneratorState): void {
  store<u32>(g, state, 12)
}

/** What messages call it. */
export function noun(g: usize): string {
  const flags = codeFlags(addressOf(slot(addressOf(slot(g, 5)), 0)))
  return flags & CodeFlag.COROUTINE ? 'coroutine' : flags & CodeFlag.ASYNC_GENERATOR ? 'async generator' : 'generator'
}

/**
 * Puts a generator's frame on top of the running one. 0 with a fault pending. The caller has looked at the state:
 * it is FRESH or SUSPENDED.
 */
export function resume(g: usize, sent: Value, flags: u32, dest: usize): usize {
  if (depth >= recursionLimit) {
    raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
    return 0
  }
  const f = <usize>load<u32>(g, 8)
  if (generatorState(g) == GeneratorState.SUSPENDED) {
    const w = load<u64>(framePc(f) - 8)
    store<u64>(f + FRAME_SIZE + (<usize>(w >>> 13) & 0x7fff8), sent)
  }
  setGeneratorState(g, GeneratorState.RUNNING)
  store<u32>(f, <u32>currentFrame)
  store<u32>(f, <u32>dest, 12)
  store<u32>(f, flags, 16)
  store<u64>(f, handling(), 32)
  if (slot(g, 4) != UNBOUND) setHandling(slot(g, 4))
  setDepth(depth + 1)
  return f
}
/** The generator gives a value and waits. */
export function suspend(g: usize, f: usize): void {
  setGeneratorState(g, GeneratorState.SUSPENDED)
  const before = load<u64>(f, 32)
  setSlot(g, 4, handling() == before ? UNBOUND : handling())
  setHandling(before)
  setDepth(depth - 1)
}
/** The generator is at its end. */
export function finish(g: usize, f: usize): void {
  setGeneratorState(g, GeneratorState.DONE)
  setHandling(load<u64>(f, 32))
  setDepth(depth - 1)
}

/** `next(g)`: a value, STOP (its result is in generatorResult), ERROR. */
export function generatorNext(v: Value): Value {
  return generatorSend(v, None)
}
/** `g.send(sent)`: a value, STOP, ERROR. */
export function generatorSend(v: Value, sent: Value): Value {
  const g = addressOf(v)
  const state = generatorState(g)
  if (state == GeneratorState.RUNNING) return raise(ExcKind.ValueError, noun(g) + ' already executing')
  if (state == GeneratorState.DONE) {
    setSlot(g, 3, None)
    return STOP
  }
  if (state == GeneratorState.FRESH && sent != None) {
    return raise(ExcKind.TypeError, "can't send non-None value to a just-started " + noun(g))
  }
  return runGenerator(g, sent, false)
}
function runGenerator(g: usize, sent: Value, failing: bool): Value {
  if (nativeDepth >= NATIVE_LIMIT) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  const below = currentFrame
  const top = stackTop
  const f = resume(g, sent, FrameFlag.ENTRY, 0)
  if (!f) return ERROR
  enterNative()
  const r = run(f, failing)
  leaveNative()
  setCurrentFrame(below)
  setStackTop(top)
  return r
}
export function generatorResult(v: Value): Value {
  return slot(addressOf(v), 3)
}

/** Raises the StopIteration that stands behind a STOP of this iterator, with its value. Returns ERROR. */
export function raiseStop(it: Value): Value {
  if (isKind(it, Kind.GENERATOR)) {
    const result = generatorResult(it)
    setSlot(addressOf(it), 3, None)
    if (result != None) return raiseWith(ExcKind.StopIteration, result)
  } else if (isKind(it, Kind.INSTANCE) && stopped != None) return raiseAgain(stopped)
  return raise(ExcKind.StopIteration, '')
}
/** The value of the StopIteration behind a STOP, for `yield from`. */
export function stopValue(it: Value): Value {
  if (isKind(it, Kind.GENERATOR)) {
    const result = generatorResult(it)
    setSlot(addressOf(it), 3, None)
    return result
  }
  return isKind(it, Kind.INSTANCE) && stopped != None ? valueOfStop(stopped) : None
}
function valueOfStop(exception: Value): Value {
  const v = exceptionField(exception, names.VALUE)
  return v == UNBOUND ? None : v
}

/** The iterator that a generator waits for in `yield from`, or UNBOUND. */
function delegate(g: usize): Value {
  const f = <usize>load<u32>(g, 8)
  if (generatorState(g) != GeneratorState.SUSPENDED) return UNBOUND
  const w = load<u64>(framePc(f) - 8)
  if ((<u32>w & 0xffff) != Op.YIELD_DELEGATE) return UNBOUND
  return load<u64>(f + FRAME_SIZE + (<usize>(w >>> 45) & 0x7fff8))
}

/** `g.throw(exception)`: a value, STOP, ERROR. */
export function generatorThrow(v: Value, exception: Value): Value {
  const g = addressOf(v)
  const state = generatorState(g)
  if (state == GeneratorState.RUNNING) return raise(ExcKind.ValueError, noun(g) + ' already executing')
  if (state == GeneratorState.DONE) return raiseAgain(exception)
  if (state == GeneratorState.FRESH) {
    setGeneratorState(g, GeneratorState.DONE)
    raiseAgain(exception)
    if (pendingIs(ExcKind.StopIteration)) {
      raise(ExcKind.RuntimeError, noun(g) + ' raised StopIteration')
      setCause(pendingException, exception)
      setContext(pendingException, exception)
    }
    return ERROR
  }
  const inner = delegate(g)
  if (inner != UNBOUND) {
    if (isClosing(exception)) {
      setGeneratorState(g, GeneratorState.RUNNING)
      const closed = closeIterator(inner)
      setGeneratorState(g, GeneratorState.SUSPENDED)
      return closed == ERROR ? runGenerator(g, None, true) : throwHere(g, exception)
    }
    setGeneratorState(g, GeneratorState.RUNNING)
    const r = throwInto(inner, exception)
    setGeneratorState(g, GeneratorState.SUSPENDED)
    if (r == UNBOUND) return throwHere(g, exception)
    if (r == ERROR) return runGenerator(g, None, true)
    if (r == STOP) return endDelegate(g, isKind(inner, Kind.GENERATOR) ? stopValue(inner) : valueOfStop(thrownStop))
    return r
  }
  return throwHere(g, exception)
}
/** What `throw` of an inner iterator gives; UNBOUND when it has none. */
function throwInto(inner: Value, exception: Value): Value {
  if (isKind(inner, Kind.GENERATOR)) return generatorThrow(inner, exception)
  const method = lookupAttr(inner, names.THROW)
  if (method == ERROR || method == UNBOUND) return method
  const args = addressOf(thrown)
  const r = thrown == UNBOUND ? call1(method, exception) : call(method, args + 8, <i32>tupleLength(args), None)
  if (r == ERROR && pendingIs(ExcKind.StopIteration)) {
    thrownStop = takePending()
    return STOP
  }
  return r
}
let thrownStop: Value = None
/** What throw() was given: an iterator that is no generator gets the same. */
let thrown: Value = UNBOUND
export function throwGiven(v: Value, exception: Value, given: Value): Value {
  thrown = given
  const r = generatorThrow(v, exception)
  thrown = UNBOUND
  return r
}

/** The inner iterator came to its end inside throw(): go on behind the SEND. */
function endDelegate(g: usize, result: Value): Value {
  const f = <usize>load<u32>(g, 8)
  // Before YIELD_DELEGATE stands SEND with its target.
  const send = framePc(f) - 24
  const w = load<u64>(send)
  const target = codeWords(frameCode(f)) + (<usize>load<u32>(send, 8) << 3)
  const dest = f + FRAME_SIZE + (<usize>(w >>> 13) & 0x7fff8)
  // resume() writes what is sent into the register of the word before the pc: let that be harmless.
  setGeneratorState(g, GeneratorState.FRESH)
  store<u32>(f, <u32>target, 4)
  store<u64>(dest, result)
  return runGenerator(g, None, false)
}
function throwHere(g: usize, exception: Value): Value {
  if (slot(g, 4) != UNBOUND) setContext(exception, slot(g, 4))
  raiseAgain(exception)
  return runGenerator(g, None, true)
}
function isClosing(exception: Value): bool {
  const closing = exceptionClass(ExcKind.GeneratorExit)
  return exception == closing || (isKind(exception, Kind.EXCEPTION) && slot(addressOf(exception), 0) == closing)
}
function closeIterator(it: Value): Value {
  if (isKind(it, Kind.GENERATOR)) return generatorClose(it)
  const method = lookupAttr(it, names.CLOSE)
  if (method == UNBOUND) return None
  return method == ERROR ? ERROR : call0(method)
}

/** `g.close()`: None or ERROR. */
export function generatorClose(v: Value): Value {
  const g = addressOf(v)
  const state = generatorState(g)
  if (state == GeneratorState.DONE) return None
  if (state == GeneratorState.FRESH) {
    setGeneratorState(g, GeneratorState.DONE)
    return None
  }
  const r = generatorThrow(v, newException(exceptionClass(ExcKind.GeneratorExit), emptyArguments()))
  if (r == STOP) return None
  if (r != ERROR) return raise(ExcKind.RuntimeError, noun(g) + ' ignored GeneratorExit')
  if (pendingIs(ExcKind.GeneratorExit) || pendingIs(ExcKind.StopIteration)) {
    takePending()
    return None
  }
  return ERROR
}
function emptyArguments(): Value {
  return newTuple(0, 0)
}

/** `iter(v)` for `yield from`. */
export function delegateFor(v: Value): Value {
  return isHeap(v) && isKind(v, Kind.GENERATOR) ? v : iter(v)
}
