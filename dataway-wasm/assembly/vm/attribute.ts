// Attributes: object.name in all its forms. Names are interned str values.
import { callNative } from '../generated/natives.ts'
import { findNative, lastingNative, nativeIsAttribute, nativeIsMethod, nativeName, nativeQualifier } from '../builtins/native.ts'
import { dictDelete, dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { roomForTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { textOf, internBytes, isStr, asStr, strBytes, strSize } from '../text/str.ts'
import { flagsAt, Kind, kindOf, newNative, newObject, setSlot, slot, StrFlag, wordAt, isKind } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value, isHeap } from '../value/value.ts'
import { call, call0, call1, call2, call3, callMethod } from './call.ts'
import { ExcKind, pendingIs, raise, takePending, raiseAgain } from './raise.ts'
import { setField } from './exception.ts'
import { pendingException } from './raise.ts'
import * as names from './names.ts'
import { classVersion, noteClassChange } from './class.ts'
import { deleteFunctionAttribute, intrinsicAttribute, setIntrinsic } from './intrinsic.ts'
import { selfForNative } from './native-self.ts'
import { specialMethod } from './special.ts'
import { newSuper, superAttribute } from './super.ts'
import { moduleAttribute } from './module.ts'
import { classDict, classMro, classQualname, isClass, qualifierOfType, isSubclass, shortName, solidKind, typeFlags, TypeFlag, typeName, typeOf, typeOfKind, typeOfQualifier } from './type.ts'

export { callMethod }

/** v.name, ERROR when there is none (AttributeError). */
export function getAttr(v: Value, name: Value): Value {
  const r = lookupAttr(v, name)
  return r == UNBOUND ? noAttribute(v, name) : r
}

/** v.name; UNBOUND when there is none, without an exception. ERROR when finding it failed otherwise. */
export function lookupAttr(v: Value, name: Value): Value {
  const kind = kindOf(v)
  if (kind == Kind.INSTANCE && typeFlags(slot(addressOf(v), 0)) & TypeFlag.GETATTRIBUTE) return viaGetAttribute(v, name)
  const r = plainAttr(v, kind, name)
  if (r == UNBOUND || r == ERROR) {
    if ((kind == Kind.INSTANCE || kind == Kind.EXCEPTION || kind == Kind.CLASS) && typeFlags(typeOf(v)) & TypeFlag.GETATTR) {
      if (r == ERROR && !pendingIs(ExcKind.AttributeError)) return ERROR
      return viaGetAttr(v, name, r)
    }
  }
  return r
}

/** object.__getattribute__: no hooks. */
export function plainAttr(v: Value, kind: Kind, name: Value): Value {
  switch (kind) {
    case Kind.MODULE:
      return moduleAttribute(v, name)
    case Kind.CLASS:
    case Kind.TYPE:
      return classAttr(v, name)
    case Kind.SUPER:
      return superAttribute(v, name)
    default: {
      const cls = typeOf(v)
      const attr = lookupType(cls, name)
      if (attr != UNBOUND && isDataDescriptor(attr) && hasGet(attr)) return bind(attr, v, cls)
      const d = instanceDict(v, kind)
      if (d != UNBOUND) {
        const own = dictGetStr(d, name)
        if (own != UNBOUND) return own
      }
      if (attr != UNBOUND) return bind(attr, v, cls)
      return intrinsicAttribute(v, kind, name)
    }
  }
}

/** The dict of a value's own attributes, or UNBOUND. */
export function instanceDict(v: Value, kind: Kind): Value {
  if (kind == Kind.INSTANCE) return slot(addressOf(v), 1)
  if (kind == Kind.EXCEPTION) return slot(addressOf(v), 5)
  if (kind == Kind.FUNCTION) return slot(addressOf(v), 8)
  return UNBOUND
}
export function ensureDict(v: Value, kind: Kind): Value {
  const n = kind == Kind.INSTANCE ? 1 : kind == Kind.EXCEPTION ? 5 : 8
  const p = addressOf(v)
  if (slot(p, n) == UNBOUND) setSlot(p, n, newDict())
  return slot(p, n)
}
function hasDict(kind: Kind): bool {
  return kind == Kind.INSTANCE || kind == Kind.EXCEPTION || kind == Kind.FUNCTION
}

function classAttr(c: Value, name: Value): Value {
  const meta = typeOf(c)
  const inMeta = lookupType(meta, name)
  if (inMeta != UNBOUND && isDataDescriptor(inMeta)) return bind(inMeta, c, meta)
  // A class does not have what its bases are annotated with.
  const attr = name == names.ANNOTATIONS ? lookupOwn(c, name) : lookupType(c, name)
  if (attr != UNBOUND) return bindToClass(attr, c)
  const own = intrinsicAttribute(c, Kind.CLASS, name)
  if (own != UNBOUND) return own
  return inMeta == UNBOUND ? UNBOUND : bind(inMeta, c, meta)
}

/** What the classes in the row of `cls` hold under this name, unbound; UNBOUND when none does. */
export function lookupType(cls: Value, name: Value): Value {
  const place = found + (<usize>((<u32>(addressOf(cls) >> 3) * 31 + <u32>(addressOf(name) >> 3)) & 511)) * 24
  if (load<u32>(place) == <u32>addressOf(cls) && load<u32>(place, 4) == <u32>addressOf(name) && load<u32>(place, 8) == classVersion) return load<u64>(place, 16)
  const v = searchType(cls, name)
  if (isHeap(name) && flagsAt(addressOf(name)) & StrFlag.INTERNED) {
    store<u32>(place, <u32>addressOf(cls))
    store<u32>(place, <u32>addressOf(name), 4)
    store<u32>(place, classVersion, 8)
    store<u64>(place, v, 16)
  }
  return v
}
/** What lookupType() found, valid for one version of the classes: class u32 · name u32 · version u32 · 0 · value. */
const found: usize = memory.data(512 * 24, 8)
function searchType(cls: Value, name: Value): Value {
  const mro = addressOf(classMro(cls))
  const n = tupleLength(mro)
  for (let i: u32 = 0; i < n; i++) {
    const v = lookupOwn(tupleAt(mro, i), name)
    if (v != UNBOUND) return v
  }
  return UNBOUND
}
/** What one class holds itself. */
export function lookupOwn(c: Value, name: Value): Value {
  const v = dictGetStr(classDict(c), name)
  if (v != UNBOUND || !isKind(c, Kind.TYPE)) return v
  const q = qualifierOfType(c)
  if (!q) return UNBOUND
  if (name == names.HASH && isUnhashable(solidKind(c))) return None
  const s = asStr(name)
  const index = findNative(q, strBytes(s), strSize(s))
  return index < 0 ? specialMethod(solidKind(c), name) : boxHeap(lastingNative(index))
}

function isUnhashable(kind: Kind): bool {
  switch (kind) {
    case Kind.LIST:
    case Kind.DICT:
    case Kind.SET:
    case Kind.BYTEARRAY:
    case Kind.SLICE:
      return true
    default:
      return false
  }
}

function isDataDescriptor(attr: Value): bool {
  const kind = kindOf(attr)
  if (kind == Kind.PROPERTY || kind == Kind.MEMBER) return true
  if (kind == Kind.NATIVE) return nativeIsAttribute(wordAt(addressOf(attr)))
  if (kind != Kind.INSTANCE) return false
  const cls = slot(addressOf(attr), 0)
  return lookupType(cls, names.SET) != UNBOUND || lookupType(cls, names.DELETE) != UNBOUND
}

/** A data descriptor without `__get__` only keeps others from setting: what is set stays in the instance's dict. */
function hasGet(attr: Value): bool {
  return kindOf(attr) != Kind.INSTANCE || lookupType(slot(addressOf(attr), 0), names.GET) != UNBOUND
}

/** What an attribute found in the class becomes for an instance. */
export function bind(attr: Value, self: Value, cls: Value): Value {
  if (!isHeap(attr)) return attr
  const p = addressOf(attr)
  switch (load<u8>(p)) {
    case <u8>Kind.FUNCTION:
      return newBoundMethod(attr, self)
    case <u8>Kind.NATIVE: {
      if (slot(p, 0) != UNBOUND) return attr
      const index = wordAt(p)
      if (nativeIsAttribute(index)) return readNativeAttribute(index, self)
      if (nativeIsMethod(index)) return newNative(index, selfForNative(index, self))
      return makesOwn(index, cls) ? newNative(index, cls) : attr
    }
    case <u8>Kind.STATIC_METHOD:
      return slot(p, 0)
    case <u8>Kind.CLASS_METHOD:
      return bindClassMethod(attr, cls)
    case <u8>Kind.PROPERTY:
      if (slot(p, 0) == None) return raise(ExcKind.AttributeError, propertyOf(attr, self) + "has no getter")
      return call1(slot(p, 0), self)
    case <u8>Kind.MEMBER:
      return readMember(p, self)
    case <u8>Kind.SUPER:
      return slot(p, 1) == None ? newSuper(slot(p, 0), self) : attr
    case <u8>Kind.INSTANCE: {
      const get = lookupType(slot(p, 0), names.GET)
      return get == UNBOUND ? attr : call3(get, attr, self, cls)
    }
    default:
      return attr
  }
}
/** What an instance keeps in a slot; ERROR. */
export function readMember(member: usize, self: Value): Value {
  if (!memberFits(member, self)) return ERROR
  const d = membersOf(self)
  const v = d == UNBOUND ? UNBOUND : dictGetStr(d, slot(member, 0))
  return v == UNBOUND ? noAttribute(self, slot(member, 0)) : v
}
/** Sets a slot, UNBOUND deletes it. False with a fault pending. */
export function writeMember(member: usize, self: Value, value: Value): bool {
  if (!memberFits(member, self)) return false
  if (membersOf(self) == UNBOUND) setSlot(addressOf(self), isMixed(self) ? 3 : kindOf(self) == Kind.EXCEPTION ? 5 : 1, newDict())
  const d = membersOf(self)
  if (value != UNBOUND) dictSetStr(d, slot(member, 0), value)
  else if (dictDelete(d, slot(member, 0)) != 1) {
    raiseAttribute(textOf(slot(member, 0)), self, slot(member, 0))
    return false
  }
  return true
}
/** The dict of what is kept in slots: a dict of its own where attributes may be set beside them. */
function membersOf(v: Value): Value {
  return isMixed(v) ? slot(addressOf(v), 3) : instanceDict(v, kindOf(v))
}
function isMixed(v: Value): bool {
  return isKind(v, Kind.INSTANCE) && (typeFlags(slot(addressOf(v), 0)) & TypeFlag.MIXED) != 0
}
function memberFits(member: usize, self: Value): bool {
  if (isSubclass(typeOf(self), slot(member, 1))) return true
  const owner = textOf(shortName(slot(member, 1)))
  raise(ExcKind.TypeError, "descriptor '" + textOf(slot(member, 0)) + "' for '" + owner + "' objects doesn't apply to a '" + typeName(self) + "' object")
  return false
}
export function readNativeAttribute(index: u32, self: Value): Value {
  const t = roomForTuple(1)
  store<u64>(t, selfForNative(index, self), 8)
  return callNative(index, t + 8)
}
export function bindToClass(attr: Value, cls: Value): Value {
  if (!isHeap(attr)) return attr
  const p = addressOf(attr)
  switch (load<u8>(p)) {
    case <u8>Kind.STATIC_METHOD:
      return slot(p, 0)
    case <u8>Kind.CLASS_METHOD:
      return bindClassMethod(attr, cls)
    case <u8>Kind.NATIVE: {
      if (slot(p, 0) != UNBOUND) return attr
      if (makesOwn(wordAt(p), cls)) return newNative(wordAt(p), cls)
      return isKind(cls, Kind.CLASS) && nativeName(wordAt(p)) == names.INIT_SUBCLASS ? newBoundMethod(attr, cls) : attr
    }
    case <u8>Kind.INSTANCE: {
      const get = lookupType(slot(p, 0), names.GET)
      return get == UNBOUND ? attr : call3(get, attr, None, cls)
    }
    default:
      return attr
  }
}
/** Whether a native makes an instance of the class it is asked for on, when that derives from a built-in type. */
function makesOwn(index: u32, cls: Value): bool {
  if (!(isKind(cls, Kind.CLASS) || cls == typeOfKind(Kind.BOOL)) || nativeIsMethod(index)) return false
  const name = nativeName(index)
  if (name != names.FROMKEYS && name != names.FROMHEX && name != names.FROM_BYTES) return false
  return isSubclass(cls, typeOfQualifier(nativeQualifier(index)))
}
function bindClassMethod(attr: Value, cls: Value): Value {
  const fn = slot(addressOf(attr), 0)
  const kind = kindOf(fn)
  if (kind == Kind.FUNCTION || kind == Kind.NATIVE || kind == Kind.BOUND_METHOD || kind == Kind.CLASS || kind == Kind.TYPE) {
    return newBoundMethod(fn, cls)
  }
  return bind(fn, cls, typeOf(cls))
}
/** `property 'name' of 'Class' object `, without the name when it was made outside of a class body. */
export function propertyOf(property: Value, owner: Value): string {
  const v = slot(addressOf(property), 4)
  return 'property' + (isStr(v) ? " '" + textOf(v) + "'" : '') + " of '" + textOf(classQualname(typeOf(owner))) + "' object "
}

/** BOUND_METHOD: 8 self · 16 function */
export function newBoundMethod(fn: Value, self: Value): Value {
  const p = newObject(Kind.BOUND_METHOD, 24)
  setSlot(p, 0, self)
  setSlot(p, 1, fn)
  return boxHeap(p)
}

/**
 * A special method as operators find it: in the class only, bound to `v`. UNBOUND when there is none, ERROR.
 */
export function lookupSpecial(v: Value, name: Value): Value {
  const cls = typeOf(v)
  const attr = lookupType(cls, name)
  return attr == UNBOUND ? UNBOUND : bind(attr, v, cls)
}

function viaGetAttribute(v: Value, name: Value): Value {
  const cls = typeOf(v)
  const hook = lookupType(cls, names.GETATTRIBUTE)
  const r = hook == UNBOUND ? plainAttr(v, Kind.INSTANCE, name) : call2(hook, v, name)
  if (r == ERROR && typeFlags(cls) & TypeFlag.GETATTR && pendingIs(ExcKind.AttributeError)) return viaGetAttr(v, name, r)
  return r
}
function viaGetAttr(v: Value, name: Value, first: Value): Value {
  const before = first == ERROR ? takePending() : None
  const hook = lookupType(typeOf(v), names.GETATTR)
  if (hook == UNBOUND) return first == ERROR ? raiseAgain(before) : UNBOUND
  if (isKind(hook, Kind.FUNCTION)) return call2(hook, v, name)
  const bound = bind(hook, v, typeOf(v))
  return bound == ERROR ? ERROR : call1(bound, name)
}

/** AttributeError in CPython's words. */
export function noAttribute(v: Value, name: Value): Value {
  const kind = kindOf(v)
  const text = textOf(name)
  let message: string
  if (kind == Kind.CLASS || kind == Kind.TYPE) message = "type object '" + textOf(shortName(v)) + "' has no attribute '" + text + "'"
  else if (kind == Kind.MODULE) message = "module '" + textOf(slot(addressOf(v), 0)) + "' has no attribute '" + text + "'"
  else message = "'" + typeName(v) + "' object has no attribute '" + text + "'"
  return raiseAttribute(message, v, name)
}
export function raiseAttribute(message: string, v: Value, name: Value): Value {
  raise(ExcKind.AttributeError, message)
  setField(pendingException, names.NAME_ATTRIBUTE, name)
  setField(pendingException, names.OBJ, v)
  return ERROR
}

/** v.name = value. False with a fault pending. */
export function setAttr(v: Value, name: Value, value: Value): bool {
  const kind = kindOf(v)
  if (kind == Kind.INSTANCE || kind == Kind.EXCEPTION || kind == Kind.CLASS) {
    const cls = typeOf(v)
    if (typeFlags(cls) & TypeFlag.SETATTR) {
      const hook = lookupType(cls, names.SETATTR)
      return call3(hook, v, name, value) != ERROR
    }
  }
  return plainSetAttr(v, name, value)
}
/** object.__setattr__ */
export function plainSetAttr(v: Value, name: Value, value: Value): bool {
  const kind = kindOf(v)
  if (kind == Kind.CLASS) {
    const inMeta = lookupType(typeOf(v), name)
    if (inMeta != UNBOUND && isDataDescriptor(inMeta)) return setThrough(inMeta, v, name, value)
    const done = setIntrinsic(v, kind, name, value)
    if (done) return done > 0
    dictSetStr(classDict(v), name, value)
    noteClassChange(v, name)
    return true
  }
  if (kind == Kind.TYPE) {
    raise(ExcKind.TypeError, "cannot set '" + textOf(name) + "' attribute of immutable type '" + textOf(shortName(v)) + "'")
    return false
  }
  if (kind == Kind.MODULE) {
    dictSetStr(slot(addressOf(v), 1), name, value)
    return true
  }
  const cls = typeOf(v)
  const attr = lookupType(cls, name)
  if (attr != UNBOUND && isDataDescriptor(attr)) return setThrough(attr, v, name, value)
  const done = setIntrinsic(v, kind, name, value)
  if (done == 1) return true
  if (done < 0) return false
  if (!hasDict(kind) || cls == typeOfKind(Kind.OBJECT)) {
    if (attr != UNBOUND) raiseAttribute("'" + typeName(v) + "' object attribute '" + textOf(name) + "' is read-only", v, name)
    else noAttribute(v, name)
    return false
  }
  if (kind == Kind.INSTANCE && typeFlags(cls) & TypeFlag.SLOTS) {
    if (attr != UNBOUND) raiseAttribute("'" + typeName(v) + "' object attribute '" + textOf(name) + "' is read-only", v, name)
    else noAttribute(v, name)
    return false
  }
  dictSetStr(ensureDict(v, kind), name, value)
  return true
}
function setThrough(attr: Value, v: Value, name: Value, value: Value): bool {
  if (kindOf(attr) == Kind.PROPERTY) {
    const set = slot(addressOf(attr), 1)
    if (set == None) {
      raiseAttribute(propertyOf(attr, v) + "has no setter", v, name)
      return false
    }
    return call2(set, v, value) != ERROR
  }
  if (kindOf(attr) == Kind.MEMBER) return writeMember(addressOf(attr), v, value)
  if (kindOf(attr) == Kind.NATIVE) {
    if (kindOf(v) == Kind.SLICE || kindOf(v) == Kind.RANGE) raise(ExcKind.AttributeError, 'readonly attribute')
    else raiseAttribute("attribute '" + textOf(name) + "' of '" + typeName(v) + "' objects is not writable", v, name)
    return false
  }
  const set = lookupType(typeOf(attr), names.SET)
  if (set == UNBOUND) {
    raise(ExcKind.AttributeError, '__set__')
    return false
  }
  return call3(set, attr, v, value) != ERROR
}

/** del v.name. False with a fault pending. */
export function delAttr(v: Value, name: Value): bool {
  const kind = kindOf(v)
  const cls = typeOf(v)
  if ((kind == Kind.INSTANCE || kind == Kind.CLASS || kind == Kind.EXCEPTION) && typeFlags(cls) & TypeFlag.DELATTR) {
    return call2(lookupType(cls, names.DELATTR), v, name) != ERROR
  }
  return plainDelAttr(v, name)
}
/** object.__delattr__ */
export function plainDelAttr(v: Value, name: Value): bool {
  const kind = kindOf(v)
  const cls = typeOf(v)
  const attr = lookupType(cls, name)
  if (attr != UNBOUND && isDataDescriptor(attr)) {
    if (kindOf(attr) == Kind.PROPERTY) {
      const del = slot(addressOf(attr), 2)
      if (del == None) {
        raiseAttribute(propertyOf(attr, v) + "has no deleter", v, name)
        return false
      }
      return call1(del, v) != ERROR
    }
    if (kindOf(attr) == Kind.MEMBER) return writeMember(addressOf(attr), v, UNBOUND)
    if (kindOf(attr) == Kind.NATIVE) return setThrough(attr, v, name, None)
    const del = lookupType(typeOf(attr), names.DELETE)
    if (del == UNBOUND) {
      raise(ExcKind.AttributeError, '__delete__')
      return false
    }
    return call2(del, attr, v) != ERROR
  }
  if (kind == Kind.TYPE) {
    raise(ExcKind.TypeError, "cannot set '" + textOf(name) + "' attribute of immutable type '" + textOf(shortName(v)) + "'")
    return false
  }
  if (kind == Kind.EXCEPTION && (name == names.ARGS || name == names.CAUSE || name == names.CONTEXT || name == names.TRACEBACK)) {
    raise(ExcKind.TypeError, textOf(name) + ' may not be deleted')
    return false
  }
  if (kind == Kind.FUNCTION) {
    const done = deleteFunctionAttribute(v, name)
    if (done) return done == 1
  }
  const d = isClass(v) ? classDict(v) : kind == Kind.MODULE ? slot(addressOf(v), 1) : instanceDict(v, kind)
  if (d != UNBOUND && dictDelete(d, name) == 1) {
    if (kind == Kind.CLASS) noteClassChange(v, name)
    return true
  }
  if (kind == Kind.CLASS || hasDict(kind)) raiseAttribute(kind == Kind.CLASS ? "type object '" + textOf(shortName(v)) + "' has no attribute '" + textOf(name) + "'" : "'" + typeName(v) + "' object has no attribute '" + textOf(name) + "'", v, name) // prettier-ignore
  else if (attr != UNBOUND) raiseAttribute("'" + typeName(v) + "' object attribute '" + textOf(name) + "' is read-only", v, name)
  else noAttribute(v, name)
  return false
}

/** hasattr(v, name) for a native that only wants to know: an AttributeError is swallowed, any other too. */
export function hasAttr(v: Value, name: Value): bool {
  const r = lookupAttr(v, name)
  if (r == ERROR) takePending()
  return r != ERROR && r != UNBOUND
}

export function callMethod0(self: Value, name: Value): Value {
  const method = getAttr(self, name)
  return method == ERROR ? ERROR : call0(method)
}
export function callMethod1(self: Value, name: Value, a: Value): Value {
  const method = getAttr(self, name)
  return method == ERROR ? ERROR : call1(method, a)
}
export function callMethod2(self: Value, name: Value, a: Value, b: Value): Value {
  const method = getAttr(self, name)
  return method == ERROR ? ERROR : call2(method, a, b)
}

/** The interned form of a str value that a script gave as an attribute's name. */
export function attributeName(v: Value): Value {
  const s = asStr(v)
  if (flagsAt(s) & StrFlag.INTERNED) return boxHeap(s)
  return internBytes(strBytes(s), strSize(s))
}
