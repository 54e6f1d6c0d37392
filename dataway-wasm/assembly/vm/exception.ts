// Exception objects.
//   8 class · 16 args tuple · 24 __cause__ · 32 __context__ · 40 traceback (first entry) or None · 48 dict or UNBOUND ·
//   56 fields dict of the class's own (`name`, `obj`, `value` …) or UNBOUND · 64 __suppress_context__
//   TRACEBACK: 8 next entry or None · 16 code (heap) · 24 position in it u32 · word line
import { dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { tupleAt, tupleLength, newTuple, isTuple } from '../container/tuple.ts'
import { Kind, newObject, setSlot, slot, isKind } from '../value/object.ts'
import { addressOf, boxHeap, False, None, True, UNBOUND, Value } from '../value/value.ts'
import { fuel, setFuel } from '../memory/limits.ts'
import { ExcKind } from './raise.ts'
import { exceptionClass, isSubclass } from './type.ts'
import { CODE, VALUE } from './names.ts'

export const EXCEPTION_SIZE: usize = 72
export const TRACEBACK_SIZE: usize = 32

/** A new exception of a class with its arguments; `__init__` is not run. */
export function newException(cls: Value, args: Value): Value {
  const e = newObject(Kind.EXCEPTION, EXCEPTION_SIZE)
  setSlot(e, 0, cls)
  setSlot(e, 1, args)
  setSlot(e, 2, None)
  setSlot(e, 3, None)
  setSlot(e, 4, None)
  setSlot(e, 5, UNBOUND)
  setSlot(e, 6, UNBOUND)
  setSlot(e, 7, False)
  const v = boxHeap(e)
  if (tupleLength(addressOf(args))) setOwnFields(v, args)
  return v
}

/** What StopIteration and SystemExit take out of their arguments. */
function setOwnFields(v: Value, args: Value): void {
  const cls = slot(addressOf(v), 0)
  if (isSubclass(cls, exceptionClass(ExcKind.StopIteration))) setField(v, VALUE, tupleAt(addressOf(args), 0))
  else if (isSubclass(cls, exceptionClass(ExcKind.SystemExit))) setField(v, CODE, tupleLength(addressOf(args)) == 1 ? tupleAt(addressOf(args), 0) : args)
}

// @ts-ignore: decorator
@inline export function exceptionArgs(e: Value): Value {
  return slot(addressOf(e), 1)
}
export function setArgs(e: Value, args: Value): void {
  setSlot(addressOf(e), 1, args)
}
export function exceptionCause(e: Value): Value {
  return slot(addressOf(e), 2)
}
export function setCause(e: Value, cause: Value): void {
  setSlot(addressOf(e), 2, cause)
  setSlot(addressOf(e), 7, True)
}
export function exceptionContext(e: Value): Value {
  return slot(addressOf(e), 3)
}
export function suppressesContext(e: Value): bool {
  return slot(addressOf(e), 7) == True
}
export function exceptionTraceback(e: Value): Value {
  return slot(addressOf(e), 4)
}

/** Notes which exception was being handled when this one was raised; never makes a ring. */
export function setContext(e: Value, context: Value): void {
  if (context == e || context == None) return
  let v = context
  // A script may have made a ring of its own: the slower one is met in it.
  let slow = context
  for (let n = 0; isKind(v, Kind.EXCEPTION); n++) {
    const further = slot(addressOf(v), 3)
    if (further == e) {
      setSlot(addressOf(v), 3, None)
      break
    }
    v = further
    if (n & 1) slow = slot(addressOf(slow), 3)
    if (v == slow) break
    // A long chain is work too.
    if ((n & 15) == 15) setFuel(fuel - 1)
  }
  setSlot(addressOf(e), 3, context)
}

/** A field of the exception's own (`name` of a NameError); UNBOUND when there is none. */
export function exceptionField(e: Value, name: Value): Value {
  const d = slot(addressOf(e), 6)
  return d == UNBOUND ? UNBOUND : dictGetStr(d, name)
}
export function setField(e: Value, name: Value, v: Value): void {
  const p = addressOf(e)
  if (slot(p, 6) == UNBOUND) setSlot(p, 6, newDict())
  dictSetStr(slot(p, 6), name, v)
}

/** Puts a frame in front of the traceback. */
export function addTraceback(e: Value, code: usize, position: u32): void {
  const t = newObject(Kind.TRACEBACK, TRACEBACK_SIZE)
  setSlot(t, 0, slot(addressOf(e), 4))
  setSlot(t, 1, boxHeap(code))
  store<u32>(t, position, 24)
  setSlot(addressOf(e), 4, boxHeap(t))
}

/** The one argument of an exception, or UNBOUND. */
export function soleArgument(e: Value): Value {
  const args = exceptionArgs(e)
  return isTuple(args) && tupleLength(addressOf(args)) == 1 ? tupleAt(addressOf(args), 0) : UNBOUND
}
export function noArguments(): Value {
  return newTuple(0, 0)
}
