// What the library's sys asks of the machine.
import { arg } from '../builtins/bind.ts'
import { hostPrint } from '../builtins/function/object.ts'
import { dictGetStr, dictSetStr } from '../container/dict.ts'
import { roomForTuple } from '../container/tuple.ts'
import { charge, chargeOutput } from '../memory/limits.ts'
import { asStr, strBytes, strConst, strSize } from '../text/str.ts'
import { setSlot } from '../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, intOf, None, True, UNBOUND, Value } from '../value/value.ts'
import { exceptionTraceback } from '../vm/exception.ts'
import { depth, handling, setRecursionLimit } from '../vm/frame.ts'
import { loadedModules, newModule } from '../vm/module.ts'
import { mainGlobals } from '../vm/program.ts'
import { failureStr } from '../vm/traceback.ts'
import { typeOf } from '../vm/type.ts'

/// _sys.exc_info()
/// Type, value and traceback of the exception that is being handled.
export function excInfo(args: usize): Value {
  const e = handling()
  const none = e == None || e == UNBOUND
  const t = roomForTuple(3)
  store<u64>(t, none ? None : typeOf(e), 8)
  store<u64>(t, none ? None : e, 16)
  store<u64>(t, none ? None : exceptionTraceback(e), 24)
  return boxHeap(t)
}

/// _sys.write(text, /)
/// Writes to the script's log, whatever `sys.stdout` is.
export function write(args: usize): Value {
  const s = asStr(arg(args, 0))
  const n = <u32>strSize(s)
  if (!chargeOutput(<i64>n) || !charge(<i64>n >> 4)) return ERROR
  hostPrint(strBytes(s), n)
  return None
}

/// _sys.failure(exception, chain, /)
/// The traceback of an exception as text.
export function failure(args: usize): Value {
  return failureStr(arg(args, 0), arg(args, 1) == True)
}

/// _sys.limit_recursion(limit, /)
/// How deep calls may nest from here on; the depth now when that is too little.
export function limitRecursion(args: usize): Value {
  const limit = intOf(arg(args, 0))
  // This function's caller is sys.setrecursionlimit.
  if (<i64>depth - 1 >= limit) return boxInt(<i64>depth - 1)
  setRecursionLimit(<i32>min<i64>(limit, 0x7fffffff))
  return None
}

/// _sys.modules()
/// The modules that the script has imported, by name, and the script itself as `__main__`.
export function modules(args: usize): Value {
  const loaded = loadedModules()
  const name = strConst('__main__')
  if (dictGetStr(loaded, name) == UNBOUND) {
    const main = newModule(name, 0)
    setSlot(addressOf(main), 1, mainGlobals)
    dictSetStr(loaded, name, main)
  }
  return loaded
}
