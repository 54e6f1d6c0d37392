// Attribute access with a cache in the code: the second time a place sees an object of the same class it finds the value
// where it was before. A cache is valid for one class and one class version (class.ts).
//   GET_ATTR, SET_ATTR: class address u32 · class version u16 · entry in the instance's dict u16
//   LOAD_METHOD: class address u32 · class version u16 · 1 u16, then the function; or 0 u32 · 0 u16 · 2 + kind << 8 u16, then the native
import { nativeIsMethod } from '../builtins/native.ts'
import { entriesOf, entriesUsed, ENTRY, entryKey, findEntry } from '../container/table.ts'
import { enterRegion, staticRegion } from '../memory/region.ts'
import { asStr, strHash } from '../text/str.ts'
import { Kind, kindOf, newNative, slot, wordAt } from '../value/object.ts'
import { addressOf, ERROR, isHeap, UNBOUND, Value } from '../value/value.ts'
import { getAttr, lookupType, setAttr } from './attribute.ts'
import { classVersion } from './class.ts'
import { selfForNative } from './native-self.ts'
import { typeFlags, TypeFlag, typeOf } from './type.ts'

// @ts-ignore: decorator
@inline function stamp(): u32 {
  return classVersion & 0xffff
}

export function getAttrCached(o: Value, name: Value, cache: usize): Value {
  if (!isHeap(o) || load<u8>(addressOf(o)) != <u8>Kind.INSTANCE) return getAttr(o, name)
  const p = addressOf(o)
  const cls = addressOf(slot(p, 0))
  const d = slot(p, 1)
  if (d == UNBOUND) return getAttr(o, name)
  const t = addressOf(d)
  if (load<u32>(cache) == <u32>cls && load<u16>(cache, 4) == <u16>stamp()) {
    const at = <u32>load<u16>(cache, 6)
    if (at < entriesUsed(t)) {
      const e = entriesOf(t) + <usize>at * ENTRY
      if (entryKey(e) == name) return load<u64>(e, 8)
    }
  }
  // A class that has nothing of this name cannot have a data descriptor either.
  if (load<u8>(t) == <u8>Kind.DICT && !(typeFlags(slot(p, 0)) & TypeFlag.GETATTRIBUTE) && lookupType(slot(p, 0), name) == UNBOUND) {
    const e = findEntry(t, name, strHash(asStr(name)))
    if (e > 1) {
      remember(cache, cls, e, t)
      return load<u64>(e, 8)
    }
  }
  return getAttr(o, name)
}
function remember(cache: usize, cls: usize, e: usize, t: usize): void {
  const at = (e - entriesOf(t)) / ENTRY
  if (at > 0xffff) return
  store<u32>(cache, <u32>cls)
  store<u16>(cache, <u16>stamp(), 4)
  store<u16>(cache, <u16>at, 6)
}

export function setAttrCached(o: Value, name: Value, v: Value, cache: usize): bool {
  if (!isHeap(o) || load<u8>(addressOf(o)) != <u8>Kind.INSTANCE) return setAttr(o, name, v)
  const p = addressOf(o)
  const cls = addressOf(slot(p, 0))
  const d = slot(p, 1)
  if (d != UNBOUND) {
    const t = addressOf(d)
    if (load<u32>(cache) == <u32>cls && load<u16>(cache, 4) == <u16>stamp()) {
      const at = <u32>load<u16>(cache, 6)
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
  if (now != UNBOUND && !(typeFlags(slot(p, 0)) & (TypeFlag.SETATTR | TypeFlag.SLOTS)) && lookupType(slot(p, 0), name) == UNBOUND) {
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
    if (load<u32>(cache) == <u32>addressOf(cls) && load<u16>(cache, 4) == <u16>stamp() && load<u16>(cache, 6) == 1) {
      fn = load<u64>(cache, 8)
    } else if (!(typeFlags(cls) & TypeFlag.GETATTRIBUTE)) {
      fn = lookupType(cls, name)
      if (fn != UNBOUND && kindOf(fn) == Kind.FUNCTION) {
        store<u32>(cache, <u32>addressOf(cls))
        store<u16>(cache, <u16>stamp(), 4)
        store<u16>(cache, 1, 6)
        store<u64>(cache, fn, 8)
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
    if (load<u16>(cache, 6) == <u16>(2 | (kind << 8))) {
      store<u64>(to, load<u64>(cache, 8))
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
/** The native lives in the static region, as the code that points to it may outlive the evaluation. */
function rememberNative(cache: usize, kind: Kind, attr: Value): void {
  const back = enterRegion(staticRegion())
  const own = newNative(wordAt(addressOf(attr)), UNBOUND)
  enterRegion(back)
  store<u32>(cache, 0)
  store<u16>(cache, 0, 4)
  store<u16>(cache, <u16>(2 | (kind << 8)), 6)
  store<u64>(cache, own, 8)
}
