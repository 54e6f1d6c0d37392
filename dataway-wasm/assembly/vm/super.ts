// super(): attributes of the classes behind a class in the row of an object's type.
//   SUPER: 8 class · 16 object or class · 24 whose row is searched. With only a class given the other two are None.
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { textOf } from '../text/str.ts'
import { Kind, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, None, UNBOUND, Value } from '../value/value.ts'
import { bind, bindToClass, lookupOwn, lookupType } from './attribute.ts'
import { CLASS, SELF } from './names.ts'
import { ExcKind, raise } from './raise.ts'
import { classMro, isClass, isInstanceOf, isSubclass, typeName, typeOf, typeOfKind } from './type.ts'

/** super(cls, self), super(cls) for UNBOUND; ERROR. */
export function newSuper(cls: Value, self: Value): Value {
  if (!isClass(cls)) return raise(ExcKind.TypeError, 'super() argument 1 must be a type, not ' + typeName(cls))
  let start: Value = None
  if (self == UNBOUND || self == None) self = None
  else if (isClass(self) && isSubclass(self, cls)) start = self
  else if (isInstanceOf(self, cls)) start = typeOf(self)
  else return raise(ExcKind.TypeError, 'super(type, obj): obj must be an instance or subtype of type')
  const p = newObject(Kind.SUPER, 32)
  setSlot(p, 0, cls)
  setSlot(p, 1, self)
  setSlot(p, 2, start)
  return boxHeap(p)
}

/** The attribute; UNBOUND when there is none. */
export function superAttribute(v: Value, name: Value): Value {
  const p = addressOf(v)
  const cls = slot(p, 0)
  const self = slot(p, 1)
  const start = slot(p, 2)
  if (name == CLASS) return typeOfKind(Kind.SUPER)
  if (start != None) {
    const mro = addressOf(classMro(start))
    const n = tupleLength(mro)
    let i: u32 = 0
    while (i < n && tupleAt(mro, i) != cls) i++
    for (i++; i < n; i++) {
      const attr = lookupOwn(tupleAt(mro, i), name)
      if (attr == UNBOUND) continue
      if (self == start) return bindToClass(attr, start)
      return bind(attr, self, start)
    }
  }
  if (name == SELF) return self
  const text = textOf(name)
  if (text == '__thisclass__') return cls
  if (text == '__self_class__') return start
  const own = lookupType(typeOfKind(Kind.SUPER), name)
  return own == UNBOUND ? UNBOUND : bind(own, v, typeOfKind(Kind.SUPER))
}
