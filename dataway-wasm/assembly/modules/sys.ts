// What the library's sys asks of the machine.
import { roomForTuple } from '../container/tuple.ts'
import { boxHeap, None, UNBOUND, Value } from '../value/value.ts'
import { exceptionTraceback } from '../vm/exception.ts'
import { handling } from '../vm/frame.ts'
import { loadedModules } from '../vm/module.ts'
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

/// _sys.modules()
/// The modules that the script has imported, by name.
export function modules(args: usize): Value {
  return loadedModules()
}
