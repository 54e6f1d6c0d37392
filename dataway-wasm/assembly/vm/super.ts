// super(): attributes of the classes behind a class in the row of an object's type.
//   SUPER: 8 class · 16 object or class · 24 whose row is searched
import { tupleAt, tupleLength } from '../container/tuple.ts'
import { textOf } from '../text/str.ts'
import { Kind, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, UNBOUND, Value } from '../value/value.ts'
import { bind, bindToClass, lookupOwn, raiseAttribute } from './attribute.ts'
import { CLASS } from './names.ts'
import { ExcKind, raise } from './raise.ts'
import { classMro, isClass, isInstanceOf, isSubclass, typeOf, typeOfKind } from './type.ts'

/** super(cls, self); ERROR. */
export function newSuper(cls: Value, self: Value): Value {
  let start: Value
  if (isClass(self) && isSubclass(self, cls)) start = self
  else if (isInstanceOf(self, cls)) start = typeOf(self)
  else return raise(ExcKind.TypeError, 'super(type, obj): obj must be an instance or subtype of type')
  const p = newObject(Kind.SUPER, 32)
  setSlot(p, 0, cls)
  setSlot(p, 1, self)
  setSlot(p, 2, start)
  return boxHeap(p)
}

export function superAttribute(v: Value, name: Value): Value {
  const p = addressOf(v)
  const cls = slot(p, 0)
  const self = slot(p, 1)
  const start = slot(p, 2)
  if (name == CLASS) return typeOfKind(Kind.SUPER)
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
  return raiseAttribute("'super' object has no attribute '" + textOf(name) + "'", v, name)
}
