// Calling a class: `__new__`, then `__init__`.
//   INSTANCE: 8 class · 16 dict or UNBOUND · 24 the built-in value inside, for a class that derives from a built-in type ·
//   for a MIXED class: 32 dict of what is kept in slots, or UNBOUND
import { callBound } from '../builtins/bind.ts'
import { findNative } from '../builtins/native.ts'
import { dictSetStr } from '../container/dict.ts'
import { newTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { asStr, isStr, strBytes, strConst, strSize, textOf } from '../text/str.ts'
import { Kind, kindOf, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, intOf, isInt, None, UNBOUND, Value } from '../value/value.ts'
import { lookupType, newBoundMethod } from './attribute.ts'
import { callWithSelf, isCallable } from './call.ts'
import { classVersion } from './class.ts'
import { isObjectsOwn } from './dunder.ts'
import { newException, setArgs, setField } from './exception.ts'
import { newModule } from './module.ts'
import * as names from './names.ts'
import { ExcKind, raise } from './raise.ts'
import { className, classModule, classQualname, exceptionClass, isInstanceOf, isSubclass, qualifierNamed, shortName, solidKind, typeFlags, TypeFlag, typeName, typeOf, typeOfKind } from './type.ts' // prettier-ignore

export const INSTANCE_SIZE: usize = 32

export function newInstance(cls: Value, inner: Value): Value {
  const mixed = (typeFlags(cls) & TypeFlag.MIXED) != 0
  const p = newObject(Kind.INSTANCE, mixed ? INSTANCE_SIZE + 8 : INSTANCE_SIZE)
  if (mixed) setSlot(p, 3, UNBOUND)
  setSlot(p, 0, cls)
  setSlot(p, 1, UNBOUND)
  setSlot(p, 2, inner)
  return boxHeap(p)
}

/**
 * Whether a call of the class only makes an instance and runs `__init__`; then initOf() is that function, UNBOUND for
 * none. Remembered until a class changes.
 */
export function isPlainClass(cls: Value): bool {
  const c = addressOf(cls)
  if (load<u32>(c, 88) == classVersion) return true
  if (slot(c, 6) != UNBOUND || solidKind(cls) != Kind.OBJECT) return false
  const make = lookupType(cls, names.NEW)
  if (make != UNBOUND && !isObjectsOwn(make)) return false
  const init = lookupType(cls, names.INIT)
  if (init == UNBOUND || isObjectsOwn(init)) setSlot(c, 9, UNBOUND)
  else if (kindOf(init) == Kind.FUNCTION) setSlot(c, 9, init)
  else return false
  store<u32>(c, classVersion, 88)
  return true
}
// @ts-ignore: decorator
@inline export function initOf(cls: Value): Value {
  return slot(addressOf(cls), 9)
}

/** cls(*args, **kw) of a script's class. */
export function callClass(cls: Value, args: usize, argc: i32, kwnames: Value): Value {
  const meta = slot(addressOf(cls), 6)
  if (meta != UNBOUND) {
    const method = lookupType(meta, names.CALL)
    if (method != UNBOUND && kindOf(method) == Kind.FUNCTION) return callWithSelf(method, cls, args, argc, kwnames)
  }
  return construct(cls, args, argc, kwnames)
}

/** type.__call__ */
export function construct(cls: Value, args: usize, argc: i32, kwnames: Value): Value {
  if (kindOf(cls) == Kind.TYPE) return callType(cls, args, argc, kwnames)
  const make = lookupType(cls, names.NEW)
  const ownNew = make != UNBOUND && !isObjectsOwn(make)
  const init = lookupType(cls, names.INIT)
  const ownInit = init != UNBOUND && !isObjectsOwn(init) && kindOf(init) != Kind.NATIVE
  let v: Value
  if (ownNew) {
    const fn = kindOf(make) == Kind.STATIC_METHOD ? slot(addressOf(make), 0) : make
    v = callWithSelf(fn, cls, args, argc, kwnames)
    if (v == ERROR || !isInstanceOf(v, cls)) return v
  } else {
    const solid = solidKind(cls)
    if (solid == Kind.OBJECT) {
      if (!ownInit && argc) return raise(ExcKind.TypeError, textOf(shortName(cls)) + '() takes no arguments')
      v = newInstance(cls, UNBOUND)
    } else v = makeInstance(cls, args, argc, kwnames)
    if (v == ERROR) return ERROR
  }
  if (kwnames != None && !ownInit && solidKind(cls) == Kind.EXCEPTION) {
    return raise(ExcKind.TypeError, textOf(shortName(cls)) + '() takes no keyword arguments')
  }
  const actual = typeOf(v) == cls ? init : lookupType(typeOf(v), names.INIT)
  if (actual == UNBOUND || isObjectsOwn(actual)) return v
  const r = callWithSelf(actual, v, args, argc, kwnames)
  if (r == ERROR) return ERROR
  if (r != None) return raise(ExcKind.TypeError, "__init__() should return None, not '" + typeName(r) + "'")
  return v
}

/** object.__new__(cls, …) and that of every built-in type: an instance that `__init__` has not seen. */
export function makeInstance(cls: Value, args: usize, argc: i32, kwnames: Value): Value {
  if (kindOf(cls) == Kind.TYPE) return callType(cls, args, argc, kwnames)
  const solid = solidKind(cls)
  switch (solid) {
    case Kind.OBJECT:
      return newInstance(cls, UNBOUND)
    case Kind.EXCEPTION: {
      const keywords = kwnames == None ? 0 : <i32>tupleLength(addressOf(kwnames))
      return newException(cls, newTuple(args, argc - keywords))
    }
    case Kind.CLASS:
    case Kind.TYPE:
      return raise(ExcKind.TypeError, 'type.__new__() takes exactly 3 arguments (' + argc.toString() + ' given)')
    case Kind.LIST:
    case Kind.DICT:
    case Kind.SET:
    case Kind.BYTEARRAY: {
      // A mutable one is filled by the class's own __init__, if it has one.
      const init = lookupType(cls, names.INIT)
      const own = init != UNBOUND && !isObjectsOwn(init)
      const inner = own ? callType(typeOfKind(solid), 0, 0, None) : callType(typeOfKind(solid), args, argc, kwnames)
      return inner == ERROR ? ERROR : newInstance(cls, inner)
    }
    default: {
      // What the class's own __init__ takes by name is no concern of the tuple or frozenset inside.
      const lenient = kwnames != None && (solid == Kind.TUPLE || solid == Kind.FROZENSET) && kindOf(lookupType(cls, names.INIT)) == Kind.FUNCTION
      const inner = lenient
        ? callType(typeOfKind(solid), args, argc - <i32>tupleLength(addressOf(kwnames)), None)
        : callType(typeOfKind(solid), args, argc, kwnames)
      return inner == ERROR ? ERROR : newInstance(cls, inner)
    }
  }
}
/** Calls a built-in type: its constructor is the native of the same name. */
export function callType(type: Value, args: usize, argc: i32, kwnames: Value): Value {
  if (solidKind(type) == Kind.EXCEPTION) return constructException(type, args, argc, kwnames)
  const t = addressOf(type)
  let constructor = load<u32>(t, 92)
  if (!constructor) {
    constructor = findConstructor(type)
    store<u32>(t, constructor, 92)
  }
  if (constructor == 0xffffffff && solidKind(type) == Kind.BOUND_METHOD) return bindFunction(args, argc)
  if (constructor == 0xffffffff && solidKind(type) == Kind.MODULE && argc >= 1 && argc <= 2 && kwnames == None && isStr(load<u64>(args))) {
    const m = newModule(load<u64>(args), 0)
    dictSetStr(slot(addressOf(m), 1), names.DOC, argc == 2 ? load<u64>(args, 8) : None)
    return m
  }
  if (constructor == 0xffffffff) return raise(ExcKind.TypeError, "cannot create '" + textOf(className(type)) + "' instances")
  return callBound(constructor - 1, UNBOUND, args, argc, kwnames)
}
/** types.MethodType(function, object) */
function bindFunction(args: usize, argc: i32): Value {
  if (argc != 2) return raise(ExcKind.TypeError, 'method expected 2 arguments, got ' + argc.toString())
  if (!isCallable(load<u64>(args))) return raise(ExcKind.TypeError, 'first argument must be callable')
  if (load<u64>(args, 8) == None) return raise(ExcKind.TypeError, 'instance must not be None')
  return newBoundMethod(load<u64>(args), load<u64>(args, 8))
}
function findConstructor(type: Value): u32 {
  const name = asStr(classQualname(type))
  const module = textOf(classModule(type))
  const q = module == 'builtins' ? 0 : qualifierNamed(module)
  const index = findNative(q, strBytes(name), strSize(name))
  return index < 0 ? 0xffffffff : <u32>index + 1
}

function constructException(cls: Value, args: usize, argc: i32, kwnames: Value): Value {
  const keywords = kwnames == None ? 0 : <i32>tupleLength(addressOf(kwnames))
  const exact = cls == exceptionClass(ExcKind.UnicodeDecodeError) || cls == exceptionClass(ExcKind.UnicodeEncodeError) ? 5 : cls == exceptionClass(ExcKind.UnicodeTranslateError) ? 4 : 0
  if (exact && argc - keywords != exact) return raise(ExcKind.TypeError, 'function takes exactly ' + exact.toString() + ' arguments (' + (argc - keywords).toString() + ' given)')
  const byNumber = argc - keywords >= 2 && argc - keywords <= 5 && cls == exceptionClass(ExcKind.OSError) && isInt(load<u64>(args))
  const e = newException(byNumber ? classOfErrno(intOf(load<u64>(args))) : cls, newTuple(args, argc - keywords))
  if (argc - keywords >= 3 && argc - keywords <= 5 && isSubclass(cls, exceptionClass(ExcKind.OSError))) {
    setField(e, strConst('filename'), load<u64>(args, 16))
    if (argc - keywords == 5) setField(e, strConst('filename2'), load<u64>(args, 32))
    setArgs(e, newTuple(args, 2))
  }
  for (let i = 0; i < keywords; i++) {
    const name = tupleAt(addressOf(kwnames), i)
    const text = textOf(name)
    const byName = takesField(cls, text)
    if (byName < 0) return raise(ExcKind.TypeError, "'" + text + "' is an invalid keyword argument for " + textOf(shortName(cls)))
    if (byName == 0) {
      return raise(ExcKind.TypeError, textOf(shortName(cls)) + '() takes no keyword arguments')
    }
    setField(e, name, load<u64>(args + (<usize>(argc - keywords + i) << 3)))
  }
  return e
}

/** Whether an exception class takes a field of this name: 1, 0 takes none by name, -1 takes others. */
function takesField(cls: Value, name: string): i32 {
  if (isSubclass(cls, exceptionClass(ExcKind.ImportError))) return name == 'name' || name == 'path' ? 1 : -1
  if (isSubclass(cls, exceptionClass(ExcKind.AttributeError))) return name == 'name' || name == 'obj' ? 1 : -1
  return isSubclass(cls, exceptionClass(ExcKind.NameError)) ? (name == 'name' ? 1 : -1) : 0
}

/** The class that stands for an operating system's error number. */
function classOfErrno(n: i64): Value {
  switch (<i32>n) {
    case 1:
    case 13:
      return exceptionClass(ExcKind.PermissionError)
    case 2:
      return exceptionClass(ExcKind.FileNotFoundError)
    case 3:
      return exceptionClass(ExcKind.ProcessLookupError)
    case 4:
      return exceptionClass(ExcKind.InterruptedError)
    case 10:
      return exceptionClass(ExcKind.ChildProcessError)
    case 11:
    case 114:
    case 115:
      return exceptionClass(ExcKind.BlockingIOError)
    case 17:
      return exceptionClass(ExcKind.FileExistsError)
    case 20:
      return exceptionClass(ExcKind.NotADirectoryError)
    case 21:
      return exceptionClass(ExcKind.IsADirectoryError)
    case 32:
    case 108:
      return exceptionClass(ExcKind.BrokenPipeError)
    case 103:
      return exceptionClass(ExcKind.ConnectionAbortedError)
    case 104:
      return exceptionClass(ExcKind.ConnectionResetError)
    case 110:
      return exceptionClass(ExcKind.TimeoutError)
    case 111:
      return exceptionClass(ExcKind.ConnectionRefusedError)
    default:
      return exceptionClass(ExcKind.OSError)
  }
}
