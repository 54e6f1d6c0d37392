// Methods of exceptions and generators.
import { arg } from '../bind.ts'
import { dictGetStr, dictSetStr } from '../../container/dict.ts'
import { listAppend, newList } from '../../container/list.ts'
import { newTuple, tupleAt, tupleLength } from '../../container/tuple.ts'
import { isStr } from '../../text/str.ts'
import { isKind, Kind, setSlot } from '../../value/object.ts'
import { addressOf, ERROR, None, STOP, UNBOUND, Value } from '../../value/value.ts'
import { ensureDict } from '../../vm/attribute.ts'
import { call, call0 } from '../../vm/call.ts'
import { setArgs, setField } from '../../vm/exception.ts'
import { generatorClose, generatorNext, generatorSend, throwGiven, raiseStop } from '../../vm/generator.ts'
import { CODE, NOTES, VALUE } from '../../vm/names.ts'
import { repr } from '../../ops/text.ts'
import { textOf } from '../../text/str.ts'
import { ExcKind, raise, takePending } from '../../vm/raise.ts'
import { exceptionClass, isClass, isInstanceOf, isSubclass, typeName } from '../../vm/type.ts'

/// BaseException.__init__(self, /, *args)
/// Keeps the arguments.
export function exceptionInit(args: usize): Value {
  const e = arg(args, 0)
  setArgs(e, arg(args, 1))
  const n = tupleLength(addressOf(arg(args, 1)))
  if (isInstanceOf(e, exceptionClass(ExcKind.StopIteration))) setField(e, VALUE, n ? tupleAt(addressOf(arg(args, 1)), 0) : None)
  else if (isInstanceOf(e, exceptionClass(ExcKind.SystemExit))) setField(e, CODE, n ? tupleAt(addressOf(arg(args, 1)), 0) : None)
  return None
}
/// BaseException.with_traceback(self, tb, /)
/// The exception itself with another traceback.
/// >>> ValueError('no').with_traceback(None)
/// ValueError('no')
export function withTraceback(args: usize): Value {
  if (arg(args, 1) != None && !isKind(arg(args, 1), Kind.TRACEBACK)) return raise(ExcKind.TypeError, '__traceback__ must be a traceback or None')
  setSlot(addressOf(arg(args, 0)), 4, arg(args, 1))
  return arg(args, 0)
}
/// BaseException.add_note(self, note, /)
/// Adds a line to `__notes__`.
/// >>> e = ValueError('no')
/// >>> e.add_note('see the log')
/// >>> e.__notes__
/// ['see the log']
export function addNote(args: usize): Value {
  if (!isStr(arg(args, 1))) return raise(ExcKind.TypeError, "note must be a str, not '" + typeName(arg(args, 1)) + "'")
  const d = ensureDict(arg(args, 0), Kind.EXCEPTION)
  let notes = dictGetStr(d, NOTES)
  if (notes == UNBOUND) {
    notes = newList(0, 0)
    dictSetStr(d, NOTES, notes)
  }
  if (!isKind(notes, Kind.LIST)) return raise(ExcKind.TypeError, 'Cannot add note: __notes__ is not a list')
  listAppend(notes, arg(args, 1))
  return None
}

function given(v: Value, generator: Value): Value {
  if (v == STOP) return raiseStop(generator)
  return v
}
/// generator.send(self, value, /)
/// Goes on with the value as result of `yield`; the next value.
/// >>> g = (x for x in 'ab')
/// >>> g.send(None)
/// 'a'
export function send(args: usize): Value {
  return given(generatorSend(arg(args, 0), arg(args, 1)), arg(args, 0))
}
/// generator.__next__(self, /)
/// The next value.
export function nextValue(args: usize): Value {
  return given(generatorNext(arg(args, 0)), arg(args, 0))
}
/// generator.__iter__(self, /)
/// Itself.
export function iterSelf(args: usize): Value {
  return arg(args, 0)
}
/// generator.throw(self, typ, val=None, tb=None, /)
/// Raises an exception where the generator waits; the next value.
/// >>> (x for x in 'ab').throw(KeyError(1))
/// KeyError: 1
export function throwInto(args: usize): Value {
  let e = arg(args, 1)
  const value = arg(args, 2)
  if (isClass(e) && isSubclass(e, exceptionClass(ExcKind.BaseException))) {
    if (isKind(value, Kind.EXCEPTION)) e = value
    else e = value == None ? call0(e) : call(e, args + 16, 1, None)
    if (e == ERROR) return ERROR
    if (!isKind(e, Kind.EXCEPTION)) {
      raise(ExcKind.TypeError, 'calling ' + textOf(repr(arg(args, 1))) + ' should have returned an instance of BaseException, not ' + typeName(e))
      e = takePending()
    }
  } else if (!isKind(e, Kind.EXCEPTION)) {
    return raise(ExcKind.TypeError, 'exceptions must be classes or instances deriving from BaseException, not ' + typeName(e))
  } else if (value != None) return raise(ExcKind.TypeError, 'instance exception may not have a separate value')
  const count: u32 = arg(args, 3) != None ? 3 : value != None ? 2 : 1
  return given(throwGiven(arg(args, 0), e, newTuple(args + 8, count)), arg(args, 0))
}
/// generator.close(self, /)
/// Ends the generator: GeneratorExit is raised where it waits.
/// >>> g = (x for x in [1, 2])
/// >>> g.close()
/// >>> list(g)
/// []
export function close(args: usize): Value {
  return generatorClose(arg(args, 0))
}
