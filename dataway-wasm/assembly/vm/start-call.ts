// Calls from the loop: what can run as a frame gets one, anything else is called at once.
import { isKind, Kind } from '../value/object.ts'
import { ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { call } from './call.ts'
import { initOf, isPlainClass, newInstance } from './construct.ts'
import { FrameFlag } from './frame.ts'
import { madeGenerator, pushFunction } from './function.ts'
import { ExcKind, raise } from './raise.ts'

/** Calls anything: 1 when the result is at `to`, 0 with a fault pending, else the frame that will put it there. */
// @ts-ignore: decorator
@inline export function startCall(fn: Value, args: usize, argc: i32, kwnames: Value, to: usize): usize {
  if (isKind(fn, Kind.FUNCTION)) {
    const f = pushFunction(fn, args, argc, kwnames, 0)
    if (f == 1) store<u64>(to, madeGenerator())
    else if (f) store<u32>(f, <u32>to, 12)
    return f
  }
  const v = call(fn, args, argc, kwnames)
  if (v == ERROR) return 0
  store<u64>(to, v)
  return 1
}

/** Calls a class whose arguments stand behind it at `B`; the same results. */
export function startConstruct(cls: Value, B: usize, argc: i32, to: usize): usize {
  const init = isPlainClass(cls) ? initOf(cls) : UNBOUND
  if (init == UNBOUND) return startCall(cls, B + 8, argc, None, to)
  const v = newInstance(cls, UNBOUND)
  // The class in the register in front of the arguments makes room for the instance.
  store<u64>(B, v)
  const f = pushFunction(init, B, argc + 1, None, FrameFlag.CONSTRUCT)
  if (f > 1) {
    store<u32>(f, <u32>to, 12)
    store<u64>(f, v, 40)
    return f
  }
  if (f == 1) raise(ExcKind.TypeError, "__init__() should return None, not 'generator'")
  return 0
}
