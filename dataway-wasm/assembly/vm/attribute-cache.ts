// Attribute access with a cache in the code: the second time a place sees an object of the same class it finds the value
// where it was before. A cache is valid for one class and one class version (class.ts).
//   GET_ATTR, SET_ATTR: class address u32 · class version u32 · entry in the instance's dict u32 · 0 u32
//   GET_ATTR of a value whose type is built in: 0 u32 · 0 u32 · 3 + kind << 8 u32 · native u32
//   LOAD_METHOD: class address u32 · class version u32 · 1 u32 · function u32; or 0 u32 · 0 u32 · 2 + kind << 8 u32 · native u32
import { lastingNative, nativeIsAttribute, nativeIsMethod } from '../builtins/native.ts'
import { entriesOf, entriesUsed, ENTRY, entryKey, findEntry } from '../container/table.ts'
import { asStr, strHash } from '../text/str.ts'
import { isKind, Kind, kindOf, slot, wordAt } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isHeap, UNBOUND, Value } from '../value/value.ts'
import { getAttr, lookupType, readNativeAttribute, setAttr } from './attribute.ts'
import { classVersion } from './class.ts'
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
      if (entryKey(e) == name) return load<u64>(e, 8)
    }
  }
  if (load<u8>(t) == <u8>Kind.DICT && !(typeFlags(slot(p, 0)) & TypeFlag.GETATTRIBUTE) && isInDict(slot(p, 0), name)) {
    const e = findEntry(t, name, strHash(asStr(name)))
    if (e > 1) {
      remember(cache, cls, e, t)
      return load<u64>(e, 8)
    }
  }
  return getAttr(o, name)
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
/** A class that has nothing of this name cannot have a data descriptor either; what `__slots__` names stands in the dict. */
function isInDict(cls: Value, name: Value): bool {
  const attr = lookupType(cls, name)
  return attr == UNBOUND || (isKind(attr, Kind.MEMBER) && !(typeFlags(cls) & TypeFlag.MIXED))
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
function rememberNative(cache: usize, kind: Kind, attr: Value): void {
  store<u64>(cache, 0)
  store<u32>(cache, 2 | (<u32>kind << 8), 8)
  store<u32>(cache, <u32>lastingNative(wordAt(addressOf(attr))), 12)
}
