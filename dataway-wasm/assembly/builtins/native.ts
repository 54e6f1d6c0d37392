// The table of native functions that generate.mjs wrote: finding one by type or module and name, and what is known of it.
// A record: qualifier, flags, counts of positional-only, plain and keyword-only parameters, name, then each parameter's
// name and default.
import { NATIVE_COUNT, NATIVE_DATA, NATIVE_HASH, NATIVE_HASH_MASK, NATIVE_OFFSETS, QUALIFIER_COUNT, QUALIFIER_OF_KIND, QUALIFIER_OFFSETS } from '../generated/natives.ts' // prettier-ignore
import { alloc, enterRegion, staticRegion } from '../memory/region.ts'
import { Kind, newNative } from '../value/object.ts'
import { asStr, internBytes, strBytes, strOf, strSize, textOf } from '../text/str.ts'
import { addressOf, UNBOUND, Value } from '../value/value.ts'

export const enum NativeFlag {
  METHOD = 1,
  ATTRIBUTE = 2,
  VARARGS = 4,
  VARKW = 8,
  KEYWORDS = 16,
  /** The method behind an operator (builtins/special/): the operator works without asking for it. */
  OPERATOR = 32,
}

// @ts-ignore: decorator
@inline export function recordOf(index: u32): usize {
  return NATIVE_DATA + <usize>load<u32>(NATIVE_OFFSETS + (<usize>index << 2))
}
// @ts-ignore: decorator
@inline export function nativeFlags(index: u32): u32 {
  return <u32>load<u8>(recordOf(index), 1)
}
/** Whether its first argument is the object left of the dot. */
export function nativeIsMethod(index: u32): bool {
  return (nativeFlags(index) & NativeFlag.METHOD) != 0
}
/** Whether it is read without a call: a module's constant or a type's attribute. */
export function nativeIsAttribute(index: u32): bool {
  return (nativeFlags(index) & NativeFlag.ATTRIBUTE) != 0
}
export function nativeName(index: u32): Value {
  const r = recordOf(index)
  return internBytes(r + 6, <usize>load<u8>(r, 5))
}
export function nativeQualifier(index: u32): u32 {
  return <u32>load<u8>(recordOf(index))
}

/** Its name behind that of its type. */
export function nativeQualname(index: u32): Value {
  const q = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>nativeQualifier(index) << 2))
  const name = nativeName(index)
  // The first byte tells types from modules; the methods all types share name none.
  if (!load<u8>(q) || nativeQualifier(index) == 0 || load<u8>(q, 1) == 0) return name
  return strOf(String.UTF8.decodeUnsafe(q + 2, <usize>load<u8>(q, 1), false) + '.' + textOf(name))
}

/** The native called `name` in a type or module (0: the global names), or -1. */
export function findNative(qualifier: u32, name: usize, size: usize): i32 {
  let h: u32 = (2166136261 ^ qualifier) * 16777619
  for (let i: usize = 0; i < size; i++) h = (h ^ <u32>load<u8>(name + i)) * 16777619
  let at = (h ^ (h >>> 15)) & NATIVE_HASH_MASK
  while (true) {
    const n = <u32>load<u16>(NATIVE_HASH + (<usize>at << 1))
    if (!n) return -1
    const r = recordOf(n - 1)
    if (<u32>load<u8>(r) == qualifier && <usize>load<u8>(r, 5) == size && memory.compare(r + 6, name, size) == 0) return <i32>(n - 1)
    at = (at + 1) & NATIVE_HASH_MASK
  }
}

/** The number of a type or module by its path (`urllib.parse`), or -1. */
export function qualifierOf(path: usize, size: usize): i32 {
  for (let q: u32 = 0; q < QUALIFIER_COUNT; q++) {
    const r = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>q << 2))
    if (<usize>load<u8>(r, 1) == size && memory.compare(r + 2, path, size) == 0) return <i32>q
  }
  return -1
}

/** A method or attribute function of a built-in kind, unbound; UNBOUND when it has none of this name. */
export function lookupNative(kind: Kind, name: Value): Value {
  const s = asStr(name)
  const index = findNative(<u32>load<u8>(QUALIFIER_OF_KIND + <usize>kind), strBytes(s), strSize(s))
  return index < 0 ? UNBOUND : newNative(index, UNBOUND)
}

export function nativeCount(): u32 {
  return NATIVE_COUNT
}

let natives: usize = 0
/** The one object of an unbound native that lives as long as the module: code that points to it may outlive the evaluation. */
export function lastingNative(index: u32): usize {
  const back = enterRegion(staticRegion())
  if (!natives) {
    natives = alloc(<usize>nativeCount() << 2)
    memory.fill(natives, 0, <usize>nativeCount() << 2)
  }
  const place = natives + (<usize>index << 2)
  if (!load<u32>(place)) store<u32>(place, <u32>addressOf(newNative(index, UNBOUND)))
  enterRegion(back)
  return <usize>load<u32>(place)
}
