// isinstance and issubclass, with tuples and the metaclass's hooks.
import { isTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { truth } from '../ops/truth.ts'
import { isKind, Kind, kindOf, slot } from '../value/object.ts'
import { addressOf, ERROR, UNBOUND, Value } from '../value/value.ts'
import { bind, getAttr, lookupType } from './attribute.ts'
import { call1 } from './call.ts'
import { CLASS, INSTANCECHECK, SUBCLASSCHECK } from './names.ts'
import { ExcKind, raise, takePending } from './raise.ts'
import { isClass, isInstanceOf, isSubclass, typeFlags, TypeFlag, typeOf } from './type.ts'

/** 1, 0, -1 = ERROR. */
export function isInstance(v: Value, cls: Value): i32 {
  if (isClass(cls)) {
    if (typeOf(v) == cls) return 1
    const hook = hookOf(cls, INSTANCECHECK)
    if (hook != UNBOUND) return truthOf(call1(hook, v))
    return i32(isInstanceOf(v, cls) || claims(v, cls))
  }
  if (isTuple(cls)) {
    const n = tupleLength(addressOf(cls))
    for (let i: u32 = 0; i < n; i++) {
      const r = isInstance(v, tupleAt(addressOf(cls), i))
      if (r) return r
    }
    return 0
  }
  if (isKind(cls, Kind.INSTANCE)) {
    const hook = hookOf(cls, INSTANCECHECK)
    if (hook != UNBOUND) return truthOf(call1(hook, v))
  }
  raise(ExcKind.TypeError, 'isinstance() arg 2 must be a type, a tuple of types, or a union')
  return -1
}

/** 1, 0, -1 = ERROR. */
export function isSubclassOf(c: Value, cls: Value, first: bool = true): i32 {
  if (isTuple(cls)) {
    if (first && !isClass(c)) return notClass(1)
    const n = tupleLength(addressOf(cls))
    for (let i: u32 = 0; i < n; i++) {
      const r = isSubclassOf(c, tupleAt(addressOf(cls), i))
      if (r) return r
    }
    return 0
  }
  if (isClass(cls) || isKind(cls, Kind.INSTANCE)) {
    const hook = hookOf(cls, SUBCLASSCHECK)
    if (hook != UNBOUND) return truthOf(call1(hook, c))
  }
  if (!isClass(c)) return notClass(1)
  if (!isClass(cls)) return notClass(2)
  return i32(isSubclass(c, cls))
}
function notClass(argument: i32): i32 {
  raise(ExcKind.TypeError, 'issubclass() arg ' + (argument == 1 ? '1 must be a class' : '2 must be a class, a tuple of classes, or a union'))
  return -1
}
/** The metaclass's own hook, bound to the class. */
function hookOf(cls: Value, name: Value): Value {
  if (isKind(cls, Kind.TYPE) || (isKind(cls, Kind.CLASS) && slot(addressOf(cls), 6) == UNBOUND)) return UNBOUND
  const meta = typeOf(cls)
  const attr = lookupType(meta, name)
  if (attr == UNBOUND || kindOf(attr) == Kind.NATIVE) return UNBOUND
  return bind(attr, cls, meta)
}
function truthOf(v: Value): i32 {
  return v == ERROR ? -1 : truth(v)
}

/** Whether an object says of itself by `__class__` that it is of a class. */
function claims(v: Value, cls: Value): bool {
  if (!isKind(v, Kind.INSTANCE)) return false
  if (!(typeFlags(typeOf(v)) & TypeFlag.GETATTRIBUTE) && lookupType(typeOf(v), CLASS) == UNBOUND) return false
  const said = getAttr(v, CLASS)
  if (said == ERROR) takePending()
  return said != ERROR && isClass(said) && isSubclass(said, cls)
}
