// The methods every object has.
import { arg } from '../bind.ts'
import { attributeNames } from './names.ts'
import { asDict, dictUpdate } from '../../container/dict.ts'
import { listExtend, setListLength } from '../../container/list.ts'
import { addAll } from '../../container/set.ts'
import { clearTable, tableLength } from '../../container/table.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { Compare, compare } from '../../ops/compare.ts'
import { hash } from '../../ops/hash.ts'
import { format, repr } from '../../ops/text.ts'
import { isStr, textOf } from '../../text/str.ts'
import { isIntegral, isKind, Kind, kindOf, slot } from '../../value/object.ts'
import { addressOf, boxBool, boxInt, ERROR, None, NotImplemented, True, UNBOUND, Value } from '../../value/value.ts'
import { attributeName, lookupType, noAttribute, plainAttr, plainDelAttr, plainSetAttr } from '../../vm/attribute.ts'
import { spreadKeywords, spreadNames } from '../../vm/class.ts'
import { callType, makeInstance, newInstance } from '../../vm/construct.ts'
import { describe, describeException } from '../../vm/describe.ts'
import { compareDunder, isObjectsOwn } from '../../vm/dunder.ts'
import * as names from '../../vm/names.ts'
import { plain } from '../../vm/native-self.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { classQualname, isClass, shortName, solidKind, typeName, typeOfKind } from '../../vm/type.ts'

/// object(*args)
/// A new object without attributes.
/// >>> object() == object()
/// False
export function object(args: usize): Value {
  if (tupleLength(addressOf(arg(args, 0)))) return raise(ExcKind.TypeError, 'object() takes no arguments')
  return newInstance(typeOfKind(Kind.OBJECT), UNBOUND)
}

/// object.__new__(cls=..., /, *args, **kwargs)
/// An instance of the class that `__init__` has not seen yet.
export function objectNew(args: usize): Value {
  const cls = arg(args, 0)
  if (cls == UNBOUND) return raise(ExcKind.TypeError, 'object.__new__(): not enough arguments')
  if (!isClass(cls)) return raise(ExcKind.TypeError, 'object.__new__(X): X is not a type object (' + typeName(cls) + ')')
  const rest = addressOf(arg(args, 1))
  if (cls == typeOfKind(Kind.OBJECT)) return newInstance(cls, UNBOUND)
  if (solidKind(cls) == Kind.OBJECT && (tupleLength(rest) || tableLength(asDict(arg(args, 2))))) {
    const make = lookupType(cls, names.NEW)
    if (make != UNBOUND && !isObjectsOwn(make)) return raise(ExcKind.TypeError, 'object.__new__() takes exactly one argument (the type to instantiate)')
    const init = lookupType(cls, names.INIT)
    if (init == UNBOUND || isObjectsOwn(init)) return raise(ExcKind.TypeError, textOf(shortName(cls)) + '() takes no arguments')
  }
  const spread = spreadKeywords(rest + 8, tupleLength(rest), arg(args, 2))
  return makeInstance(cls, addressOf(spread) + 8, <i32>tupleLength(addressOf(spread)), spreadNames)
}

/// object.__init__(self, /, *args, **kwargs)
/// Does nothing, but fills an instance of a class that derives from list, dict or set.
export function objectInit(args: usize): Value {
  const self = plain(arg(args, 0))
  const rest = addressOf(arg(args, 1))
  const n = tupleLength(rest)
  const first = n ? tupleAt(rest, 0) : UNBOUND
  switch (kindOf(self)) {
    case Kind.LIST:
      setListLength(addressOf(self), 0)
      return first == UNBOUND || listExtend(self, first) ? None : ERROR
    case Kind.BYTEARRAY: {
      const spread = spreadKeywords(rest + 8, n, arg(args, 2))
      const made = callType(typeOfKind(Kind.BYTEARRAY), addressOf(spread) + 8, <i32>tupleLength(addressOf(spread)), spreadNames)
      if (made == ERROR) return ERROR
      memory.copy(addressOf(self) + 8, addressOf(made) + 8, 16)
      return None
    }
    case Kind.SET:
      clearTable(addressOf(self))
      return first == UNBOUND || addAll(addressOf(self), first) ? None : ERROR
    case Kind.DICT:
      if (first != UNBOUND && !dictUpdate(self, first)) return ERROR
      return dictUpdate(self, arg(args, 2)) ? None : ERROR
  }
  if ((n || tableLength(asDict(arg(args, 2)))) && isKind(self, Kind.INSTANCE)) {
    // Arguments that only `__new__` knows are no fault of this one.
    const cls = slot(addressOf(self), 0)
    const make = lookupType(cls, names.NEW)
    const init = lookupType(cls, names.INIT)
    if (make != UNBOUND && !isObjectsOwn(make) && (init == UNBOUND || isObjectsOwn(init))) return None
    return raise(ExcKind.TypeError, 'object.__init__() takes exactly one argument (the instance to initialize)')
  }
  return None
}

/// object.__init_subclass__(cls=..., /, *args, **kwargs)
/// Called when a class is derived; does nothing.
export function initSubclass(args: usize): Value {
  const cls = arg(args, 0)
  if (tableLength(asDict(arg(args, 2)))) return raise(ExcKind.TypeError, (isClass(cls) ? textOf(classQualname(cls)) : 'object') + '.__init_subclass__() takes no keyword arguments')
  return None
}

/// object.__eq__(self, other, /)
/// Whether both are the same object.
export function objectEq(args: usize): Value {
  const a = plain(arg(args, 0))
  if (a != arg(args, 0)) return compareDunder(2, a, plain(arg(args, 1)))
  if (kindOf(a) < Kind.FUNCTION) {
    const b = plain(arg(args, 1))
    const same = kindOf(a) == kindOf(b) || (isIntegral(a) && isIntegral(b))
    return same ? compare(Compare.EQ, a, b) : NotImplemented
  }
  return arg(args, 0) == arg(args, 1) ? True : NotImplemented
}
/// object.__ne__(self, other, /)
/// Whether they are different objects.
export function objectNe(args: usize): Value {
  const r = compareDunder(2, arg(args, 0), arg(args, 1))
  if (r == NotImplemented || r == ERROR) return arg(args, 0) == arg(args, 1) && r != ERROR ? boxBool(false) : r
  return boxBool(r != True)
}
/// object.__lt__(self, other, /)
/// object.__le__(self, other, /)
/// object.__gt__(self, other, /)
/// object.__ge__(self, other, /)
/// Objects have no order of their own.
export function objectOrder(args: usize): Value {
  return NotImplemented
}
/// object.__subclasshook__(cls=..., /, *args)
/// Leaves the question to `__mro__`.
export function subclassHook(args: usize): Value {
  return NotImplemented
}
/// object.__hash__(self, /)
/// By identity.
export function objectHash(args: usize): Value {
  const v = plain(arg(args, 0))
  return v != arg(args, 0) || kindOf(v) < Kind.FUNCTION ? hash(v) : boxInt(<i64>(addressOf(v) >> 4))
}
/// object.__repr__(self, /)
/// `<module.Class object at 0x…>`
export function objectRepr(args: usize): Value {
  const self = arg(args, 0)
  if (plain(self) != self) return repr(plain(self))
  return isKind(self, Kind.EXCEPTION) ? describeException(self, true) : kindOf(self) < Kind.FUNCTION ? repr(self) : describe(self)
}
/// object.__str__(self, /)
/// The same as repr.
export function objectStr(args: usize): Value {
  const self = arg(args, 0)
  if (isKind(self, Kind.EXCEPTION)) return describeException(self, false)
  if (isStr(plain(self))) return plain(self)
  return repr(self)
}
/// object.__format__(self, format_spec, /)
/// str(self) for an empty specification.
export function objectFormat(args: usize): Value {
  const self = plain(arg(args, 0))
  return format(self, arg(args, 1))
}
/// object.__getattribute__(self, name, /)
/// An attribute, without `__getattr__`.
export function getattribute(args: usize): Value {
  const self = arg(args, 0)
  if (!isStr(plain(arg(args, 1)))) return raise(ExcKind.TypeError, "attribute name must be string, not '" + typeName(arg(args, 1)) + "'")
  const name = attributeName(plain(arg(args, 1)))
  const v = plainAttr(self, kindOf(self), name)
  return v == UNBOUND ? noAttribute(self, name) : v
}
/// object.__setattr__(self, name, value, /)
/// Sets an attribute, without the class's own `__setattr__`.
export function setattribute(args: usize): Value {
  if (!isStr(plain(arg(args, 1)))) return raise(ExcKind.TypeError, "attribute name must be string, not '" + typeName(arg(args, 1)) + "'")
  return plainSetAttr(arg(args, 0), attributeName(plain(arg(args, 1))), arg(args, 2)) ? None : ERROR
}
/// object.__delattr__(self, name, /)
/// Removes an attribute.
export function delattribute(args: usize): Value {
  return plainDelAttr(arg(args, 0), attributeName(plain(arg(args, 1)))) ? None : ERROR
}
/// object.__dir__(self, /)
/// Names of the attributes.
export function objectDir(args: usize): Value {
  return attributeNames(arg(args, 0))
}
/// object.__sizeof__(self, /)
/// Bytes in memory.
export function sizeOf(args: usize): Value {
  return boxInt(32)
}
