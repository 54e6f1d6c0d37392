// property, staticmethod, classmethod, and the members that `__slots__` names.
//   PROPERTY: 8 get · 16 set · 24 delete · 32 doc · 40 name       STATIC_METHOD, CLASS_METHOD: 8 function
//   MEMBER: 8 name · 16 class. Its values stand in the instance's dict, under its name.
import { Kind, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxHeap, None, Value } from '../value/value.ts'

export function newProperty(get: Value, set: Value, del: Value, doc: Value): Value {
  const p = newObject(Kind.PROPERTY, 48)
  setSlot(p, 0, get)
  setSlot(p, 1, set)
  setSlot(p, 2, del)
  setSlot(p, 3, doc)
  setSlot(p, 4, None)
  return boxHeap(p)
}
/** A copy of a property with one of its functions (0 get, 1 set, 2 delete) exchanged. */
export function changedProperty(property: Value, which: i32, fn: Value): Value {
  const p = addressOf(property)
  const fresh = newProperty(slot(p, 0), slot(p, 1), slot(p, 2), slot(p, 3))
  setSlot(addressOf(fresh), which, fn)
  setSlot(addressOf(fresh), 4, slot(p, 4))
  return fresh
}
export function newStaticMethod(fn: Value): Value {
  const p = newObject(Kind.STATIC_METHOD, 16)
  setSlot(p, 0, fn)
  return boxHeap(p)
}
export function newClassMethod(fn: Value): Value {
  const p = newObject(Kind.CLASS_METHOD, 16)
  setSlot(p, 0, fn)
  return boxHeap(p)
}
export function newMember(name: Value, cls: Value): Value {
  const p = newObject(Kind.MEMBER, 24)
  setSlot(p, 0, name)
  setSlot(p, 1, cls)
  return boxHeap(p)
}
