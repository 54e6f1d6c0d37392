// The pending exception. A function that fails calls raise() and returns what it gives: ERROR. Whoever sees ERROR
// either passes it on or takes the exception away.
import { ERROR, isHeap, None, UNBOUND, Value, addressOf } from '../value/value.ts'
import { Kind, isKind } from '../value/object.ts'
import { newTuple, pair } from '../container/tuple.ts'
import { strOf } from '../text/str.ts'
import { exceptionClass, isSubclass, typeOf } from './type.ts'
import { newException, setContext } from './exception.ts'
import { handling } from './frame.ts'

/** Built-in exceptions; EXCEPTIONS in exception-table.ts has one row for each, in this order. */
export const enum ExcKind {
  BaseException,
  SystemExit,
  KeyboardInterrupt,
  GeneratorExit,
  Exception,
  ArithmeticError,
  FloatingPointError,
  OverflowError,
  ZeroDivisionError,
  AssertionError,
  AttributeError,
  BufferError,
  EOFError,
  ImportError,
  ModuleNotFoundError,
  LookupError,
  IndexError,
  KeyError,
  MemoryError,
  NameError,
  UnboundLocalError,
  OSError,
  FileNotFoundError,
  FileExistsError,
  PermissionError,
  TimeoutError,
  BlockingIOError,
  ChildProcessError,
  ConnectionError,
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  InterruptedError,
  IsADirectoryError,
  NotADirectoryError,
  ProcessLookupError,
  ReferenceError,
  RuntimeError,
  NotImplementedError,
  RecursionError,
  StopIteration,
  StopAsyncIteration,
  SyntaxError,
  IndentationError,
  TabError,
  SystemError,
  TypeError,
  ValueError,
  UnicodeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeTranslateError,
  Warning,
  DeprecationWarning,
  PendingDeprecationWarning,
  RuntimeWarning,
  SyntaxWarning,
  UserWarning,
  FutureWarning,
  ImportWarning,
  UnicodeWarning,
  BytesWarning,
  ResourceWarning,
  // the modules'
  JSONDecodeError,
  RegexError,
  StructError,
  CsvError,
  BinasciiError,
  StatisticsError,
  ZoneInfoNotFoundError,
  DecimalException,
  ConversionSyntax,
  InvalidOperation,
  DivisionByZero,
  DivisionImpossible,
  DivisionUndefined,
  DecimalOverflow,
  Underflow,
  Inexact,
  Rounded,
  Subnormal,
  Clamped,
  FloatOperation,
  ExpatError,
  COUNT,
}

export let pendingException: Value = UNBOUND

/** Raises a built-in exception with one text argument (none when empty). Returns ERROR. */
export function raise(kind: ExcKind, message: string): Value {
  return message.length ? raiseWith(kind, strOf(message)) : raiseValue(exceptionClass(kind))
}

/** Raises a built-in exception with one argument: `raiseWith(ExcKind.KeyError, key)`. Returns ERROR. */
export function raiseWith(kind: ExcKind, argument: Value): Value {
  const cell = load2(argument)
  return raiseNew(newException(exceptionClass(kind), cell))
}
function load2(v: Value): Value {
  const t = pair(v, v)
  store<u32>(addressOf(t), 1, 4)
  return t
}

/** Raises an exception that was just made. Returns ERROR. */
export function raiseNew(exception: Value): Value {
  setContext(exception, handling())
  pendingException = exception
  return ERROR
}

/** Raises an exception object or class, as the statement does: TypeError for anything else. Returns ERROR. */
export function raiseValue(v: Value): Value {
  if (isKind(v, Kind.EXCEPTION)) return raiseNew(v)
  if (isHeap(v)) {
    const kind = load<u8>(addressOf(v))
    if ((kind == <u8>Kind.CLASS || kind == <u8>Kind.TYPE) && isSubclass(v, exceptionClass(ExcKind.BaseException))) {
      const made = newException(v, newTuple(0, 0))
      return made == ERROR ? ERROR : raiseNew(made)
    }
  }
  return raise(ExcKind.TypeError, 'exceptions must derive from BaseException')
}

/** Raises again what takePending() gave, with the context it had. Returns ERROR. */
export function raiseAgain(exception: Value): Value {
  pendingException = exception
  return ERROR
}

// @ts-ignore: decorator
@inline export function pending(): bool {
  return pendingException != UNBOUND
}
/** Whether the pending exception is of this class or one derived from it. */
export function pendingIs(kind: ExcKind): bool {
  return pendingException != UNBOUND && isSubclass(typeOf(pendingException), exceptionClass(kind))
}
/** The pending exception, which is pending no more. */
export function takePending(): Value {
  const v = pendingException
  pendingException = UNBOUND
  return v == UNBOUND ? None : v
}
