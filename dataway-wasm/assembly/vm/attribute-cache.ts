// Attribute access with a cache in the code: the second time a place sees an object of the same class it finds the value
// where it was before. A cache is valid for one class and one class version (class.ts).
//   GET_ATTR, SET_ATTR: class address u32 · class version u32 · entry in the instance's dict u32 · 0, or where the name stands
//   that a property gives
//   GET_ATTR of a value whose type is built in: 0 u32 · 0 u32 · 3 + kind << 8 u32 · native u32
//   LOAD_METHOD: class address u32 · class version u32 · 1 (or 4: the class itself is asked) u32 · function u32; or 0 u32 · 0 u32 · 2 + kind << 8 u32 · native u32
import { lastingNative, nativeIsAttribute, nativeIsMethod } from '../builtins/native.ts'
import { entriesOf, entriesUsed, ENTRY, entryKey, findEntry } from '../container/table.ts'
import { Op } from '../compile/opcode.ts'
import { charge } from '../memory/limits.ts'
import { asStr, strHash } from '../text/str.ts'
import { isKind, Kind, kindOf, slot, wordAt } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isHeap, UNBOUND, Value } from '../value/value.ts'
import { getAttr, lookupType, readNativeAttribute, setAttr } from './attribute.ts'
import { classVersion } from './class.ts'
import { CodeFlag, codeConstants, codeFlags, codeParameters, codeWords } from './code.ts'
import { depth, recursionLimit } from './frame.ts'
import { numberC, offsetA, offsetB } from './instruction.ts'
import { selfForNative } from './native-self.ts'
import { typeFlags, TypeFlag, typeOf } from './type.ts'

export function getAttrCached(o: Value, name: Value, cache: usize): Value {
  if (!isHeap(o)) return getAttr(o, name)
  const p = addressOf(o)
  if (load<u8>(p) != <u8>Kind.INSTANCE) return builtInAttr(o, name, cache)
  const cls = addressOf(slot(p, 0))
  const d = slot(p, 1)
  if (d == UNBOUND) return getAttr(o, name)
  const t = addressOf(d)
  if (load<u32>(cache) == <u32>cls && load<u32>(cache, 4) == classVersion) {
    const at = load<u32>(cache, 8)
    if (at < entriesUsed(t)) {
      const e = entriesOf(t) + <usize>at * ENTRY
      const field = <usize>load<u32>(cache, 12)
      if (!field) {
        if (entryKey(e) == name) return load<u64>(e, 8)
      } else if (entryKey(e) == boxHeap(field) && depth < recursionLimit && charge(1)) return load<u64>(e, 8)
    }
  }
  if (load<u8>(t) == <u8>Kind.DICT && !(typeFlags(slot(p, 0)) & TypeFlag.GETATTRIBUTE) && isInDict(slot(p, 0), name)) {
    const e = findEntry(t, name, strHash(asStr(name)))
    if (e > 1) {
      remember(cache, cls, e, t)
      store<u32>(cache, 0, 12)
      return load<u64>(e, 8)
    }
  }
  const v = getAttr(o, name)
  if (v != ERROR) rememberProperty(cache, o, name)
  return v
}
/** A getter that does nothing but `return self.field` is not called the next time. */
function rememberProperty(cache: usize, o: Value, name: Value): void {
  const cls = slot(addressOf(o), 0)
  const d = slot(addressOf(o), 1)
  if (d == UNBOUND || typeFlags(cls) & TypeFlag.GETATTRIBUTE) return
  const field = fieldOf(lookupType(cls, name))
  if (field == UNBOUND || !isInDict(cls, field)) return
  const e = findEntry(addressOf(d), field, strHash(asStr(field)))
  if (e <= 1 || entryKey(e) != field) return
  remember(cache, addressOf(cls), e, addressOf(d))
  store<u32>(cache, <u32>addressOf(field), 12)
}
/** The name of the field that such a property gives; UNBOUND for any other attribute. */
function fieldOf(attr: Value): Value {
  if (!isKind(attr, Kind.PROPERTY)) return UNBOUND
  const getter = slot(addressOf(attr), 0)
  if (!isKind(getter, Kind.FUNCTION)) return UNBOUND
  const code = addressOf(slot(addressOf(getter), 0))
  if (codeFlags(code) != CodeFlag.SIMPLE || codeParameters(code) != 1) return UNBOUND
  const get = load<u64>(codeWords(code))
  const end = load<u64>(codeWords(code), 24)
  const isField = (<u32>get & 0xff) == Op.GET_ATTR && offsetB(get) == 0 && (<u32>end & 0xff) == Op.RETURN && offsetA(end) == offsetA(get)
  return isField ? load<u64>(codeConstants(code) + (<usize>numberC(get) << 3)) : UNBOUND
}
/** `msg.payload` and the like: attributes that are natives of a built-in type. */
function builtInAttr(o: Value, name: Value, cache: usize): Value {
  const kind = <u32>load<u8>(addressOf(o))
  if (load<u32>(cache, 8) == (3 | (kind << 8))) return readNativeAttribute(load<u32>(cache, 12), o)
  if (kind < <u32>Kind.FUNCTION) {
    const attr = lookupType(typeOf(o), name)
    if (isKind(attr, Kind.NATIVE) && nativeIsAttribute(wordAt(addressOf(attr)))) {
      store<u64>(cache, 0)
      store<u32>(cache, 3 | (kind << 8), 8)
      store<u32>(cache, wordAt(addressOf(attr)), 12)
    }
  }
  return getAttr(o, name)
}
/** A class that has nothing of this name, or a plain default, cannot have a data descriptor either; what `__slots__` names stands in the dict. */
function isInDict(cls: Value, name: Value): bool {
  const attr = lookupType(cls, name)
  return attr == UNBOUND || !isHeap(attr) || (isKind(attr, Kind.MEMBER) && !(typeFlags(cls) & TypeFlag.MIXED))
}
function remember(cache: usize, cls: usize, e: usize, t: usize): void {
  store<u32>(cache, <u32>cls)
  store<u32>(cache, classVersion, 4)
  store<u32>(cache, <u32>((e - entriesOf(t)) / ENTRY), 8)
}

export function setAttrCached(o: Value, name: Value, v: Value, cache: usize): bool {
  if (!isHeap(o) || load<u8>(addressOf(o)) != <u8>Kind.INSTANCE) return setAttr(o, name, v)
  const p = addressOf(o)
  const cls = addressOf(slot(p, 0))
  const d = slot(p, 1)
  if (d != UNBOUND) {
    const t = addressOf(d)
    if (load<u32>(cache) == <u32>cls && load<u32>(cache, 4) == classVersion) {
      const at = load<u32>(cache, 8)
      if (at < entriesUsed(t)) {
        const e = entriesOf(t) + <usize>at * ENTRY
        if (entryKey(e) == name) {
          store<u64>(e, v, 8)
          return true
        }
      }
    }
  }
  if (!setAttr(o, name, v)) return false
  const now = slot(p, 1)
  if (now != UNBOUND && !(typeFlags(slot(p, 0)) & TypeFlag.SETATTR) && isInDict(slot(p, 0), name)) {
    const t = addressOf(now)
    const e = findEntry(t, name, strHash(asStr(name)))
    if (e > 1) remember(cache, cls, e, t)
  }
  return true
}

/** Two values at `to`: a function and the object it is a method of, or the attribute and UNBOUND. False: fault pending. */
export function loadMethod(o: Value, name: Value, to: usize, cache: usize): bool {
  const kind = kindOf(o)
  if (kind == Kind.INSTANCE) {
    const p = addressOf(o)
    const cls = slot(p, 0)
    let fn: Value = UNBOUND
    if (load<u32>(cache) == <u32>addressOf(cls) && load<u32>(cache, 4) == classVersion && load<u32>(cache, 8) == 1) {
      fn = boxHeap(<usize>load<u32>(cache, 12))
    } else if (!(typeFlags(cls) & TypeFlag.GETATTRIBUTE)) {
      fn = lookupType(cls, name)
      if (fn != UNBOUND && kindOf(fn) == Kind.FUNCTION) {
        store<u32>(cache, <u32>addressOf(cls))
        store<u32>(cache, classVersion, 4)
        store<u32>(cache, 1, 8)
        store<u32>(cache, <u32>addressOf(fn), 12)
      } else fn = UNBOUND
    }
    if (fn != UNBOUND) {
      const d = slot(p, 1)
      if (d == UNBOUND || findEntry(addressOf(d), name, strHash(asStr(name))) == 0) {
        store<u64>(to, fn)
        store<u64>(to, o, 8)
        return true
      }
    }
  } else if (kind == Kind.CLASS) {
    if (load<u32>(cache) == <u32>addressOf(o) && load<u32>(cache, 4) == classVersion && load<u32>(cache, 8) == 4) {
      store<u64>(to, boxHeap(<usize>load<u32>(cache, 12)))
      store<u64>(to, o, 8)
      return true
    }
    rememberClassMethod(cache, o, name)
  } else if (kind < Kind.FUNCTION || kind > Kind.OBJECT) {
    if (load<u32>(cache, 8) == (2 | (<u32>kind << 8))) {
      store<u64>(to, boxHeap(<usize>load<u32>(cache, 12)))
      store<u64>(to, o, 8)
      return true
    }
    const attr = lookupType(typeOf(o), name)
    if (attr != UNBOUND && kindOf(attr) == Kind.NATIVE && slot(addressOf(attr), 0) == UNBOUND && nativeIsMethod(wordAt(addressOf(attr)))) {
      store<u64>(to, attr)
      store<u64>(to, selfForNative(wordAt(addressOf(attr)), o), 8)
      rememberNative(cache, kind, attr)
      return true
    }
  }
  const v = getAttr(o, name)
  if (v == ERROR) return false
  store<u64>(to, v)
  store<u64>(to, UNBOUND, 8)
  return true
}
/** `datetime.fromisoformat` and the like: class methods that are functions of scripts. */
function rememberClassMethod(cache: usize, cls: Value, name: Value): void {
  const attr = lookupType(cls, name)
  if (!isKind(attr, Kind.CLASS_METHOD) || lookupType(typeOf(cls), name) != UNBOUND) return
  const fn = slot(addressOf(attr), 0)
  if (kindOf(fn) != Kind.FUNCTION) return
  store<u32>(cache, <u32>addressOf(cls))
  store<u32>(cache, classVersion, 4)
  store<u32>(cache, 4, 8)
  store<u32>(cache, <u32>addressOf(fn), 12)
}
function rememberNative(cache: usize, kind: Kind, attr: Value): void {
  store<u64>(cache, 0)
  store<u32>(cache, 2 | (<u32>kind << 8), 8)
  store<u32>(cache, <u32>lastingNative(wordAt(addressOf(attr))), 12)
}
