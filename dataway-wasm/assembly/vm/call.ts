// Calling any value from a native: functions and classes of scripts, builtins, bound methods, objects with `__call__`.
import { copyBytes } from '../memory/copy.ts'
import { callBound } from '../builtins/bind.ts'
import { findNative, nativeIsMethod } from '../builtins/native.ts'
import { asStr, strBytes, strSize } from '../text/str.ts'
import { Kind, kindOf, slot, wordAt } from '../value/object.ts'
import { addressOf, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { getAttr, lookupSpecial } from './attribute.ts'
import { callClass, callType } from './construct.ts'
import { currentFrame, nativeDepth, NATIVE_LIMIT, pushValues, setCurrentFrame, setStackTop, stackTop, enterNative, leaveNative } from './frame.ts' // prettier-ignore
import { pushFunction } from './function.ts'
import { run } from './loop.ts'
import { CALL } from './names.ts'
import { selfForNative } from './native-self.ts'
import { ExcKind, raise } from './raise.ts'
import { typeName } from './type.ts'

/**
 * fn(*args, **kw): `argc` values at `args`, of which the last stand for the names in `kwnames` (a tuple of str, or
 * None). Returns the result or ERROR.
 */
export function call(fn: Value, args: usize, argc: i32, kwnames: Value): Value {
  switch (kindOf(fn)) {
    case Kind.FUNCTION:
      return callFunction(fn, args, argc, kwnames)
    case Kind.NATIVE: {
      const p = addressOf(fn)
      const index = wordAt(p)
      if (slot(p, 0) != UNBOUND || !argc || !nativeIsMethod(index)) return callBound(index, slot(p, 0), args, argc, kwnames)
      return callBound(index, selfForNative(index, load<u64>(args)), args + 8, argc - 1, kwnames)
    }
    case Kind.BOUND_METHOD: {
      const p = addressOf(fn)
      return callWithSelf(slot(p, 1), slot(p, 0), args, argc, kwnames)
    }
    case Kind.CLASS:
      return callClass(fn, args, argc, kwnames)
    case Kind.TYPE:
      return callType(fn, args, argc, kwnames)
    case Kind.STATIC_METHOD:
      return call(slot(addressOf(fn), 0), args, argc, kwnames)
    default: {
      const method = lookupSpecial(fn, CALL)
      if (method == ERROR) return ERROR
      if (method != UNBOUND) {
        if (nativeDepth >= NATIVE_LIMIT) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
        enterNative()
        const r = call(method, args, argc, kwnames)
        leaveNative()
        return r
      }
      return raise(ExcKind.TypeError, "'" + typeName(fn) + "' object is not callable")
    }
  }
}

/** fn(self, *args, **kw) */
export function callWithSelf(fn: Value, self: Value, args: usize, argc: i32, kwnames: Value): Value {
  const top = stackTop
  const p = pushValues(argc + 1)
  if (!p) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  store<u64>(p, self)
  copyBytes(p + 8, args, <usize>argc << 3)
  const r = call(fn, p, argc + 1, kwnames)
  setStackTop(top)
  return r
}

function callFunction(fn: Value, args: usize, argc: i32, kwnames: Value): Value {
  if (nativeDepth >= NATIVE_LIMIT) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  const below = currentFrame
  const top = stackTop
  const f = pushFunction(fn, args, argc, kwnames, 1)
  if (!f) {
    setStackTop(top)
    return ERROR
  }
  // A generator function has made its generator.
  if (f == 1) {
    setStackTop(top)
    return madeGenerator()
  }
  enterNative()
  const r = run(f)
  leaveNative()
  setCurrentFrame(below)
  setStackTop(top)
  return r
}
import { madeGenerator } from './function.ts'

export function call0(fn: Value): Value {
  return call(fn, 0, 0, None)
}
export function call1(fn: Value, a: Value): Value {
  const top = stackTop
  const p = pushValues(1)
  if (!p) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  store<u64>(p, a)
  const r = call(fn, p, 1, None)
  setStackTop(top)
  return r
}
export function call2(fn: Value, a: Value, b: Value): Value {
  const top = stackTop
  const p = pushValues(2)
  if (!p) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  store<u64>(p, a)
  store<u64>(p, b, 8)
  const r = call(fn, p, 2, None)
  setStackTop(top)
  return r
}
export function call3(fn: Value, a: Value, b: Value, c: Value): Value {
  const top = stackTop
  const p = pushValues(3)
  if (!p) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  store<u64>(p, a)
  store<u64>(p, b, 8)
  store<u64>(p, c, 16)
  const r = call(fn, p, 3, None)
  setStackTop(top)
  return r
}

/** self.name(*args): the attribute is looked up as by a script. */
export function callMethod(self: Value, name: Value, args: usize, argc: i32, kwnames: Value = None): Value {
  const method = getAttr(self, name)
  return method == ERROR ? ERROR : call(method, args, argc, kwnames)
}

/** Whether `callable(v)`. */
export function isCallable(v: Value): bool {
  switch (kindOf(v)) {
    case Kind.FUNCTION:
    case Kind.NATIVE:
    case Kind.BOUND_METHOD:
    case Kind.CLASS:
    case Kind.TYPE:
    case Kind.STATIC_METHOD:
      return true
    default:
      return lookupSpecial(v, CALL) != UNBOUND
  }
}

/** The builtin of this name as a native index, or -1. */
export function builtinIndex(name: Value): i32 {
  const s = asStr(name)
  return findNative(0, strBytes(s), strSize(s))
}
