// What a native method gets as `self` when it is called on an instance of a script's class that derives from a built-in
// type: the built-in value inside.
import { NATIVE_DATA, NATIVE_OFFSETS } from '../generated/natives.ts'
import { Kind, isKind, slot } from '../value/object.ts'
import { addressOf, UNBOUND, Value } from '../value/value.ts'
import { findNative } from '../builtins/native.ts'
import { asStr, strBytes, strSize } from '../text/str.ts'
import { GETITEM } from './names.ts'
import { qualifierNamed } from './type.ts'

let objectQualifier: u32 = 0
let typeQualifier: u32 = 0
let specialQualifier: u32 = 0
let dictGetItem: i32 = -1

/** The built-in value inside an instance of a class that derives from a built-in type; anything else is itself. */
// @ts-ignore: decorator
@inline export function plain(v: Value): Value {
  return isKind(v, Kind.INSTANCE) ? plainInstance(v) : v
}
function plainInstance(v: Value): Value {
  const inner = slot(addressOf(v), 2)
  return inner == UNBOUND ? v : inner
}

export function qualifierOfNative(index: u32): u32 {
  return <u32>load<u8>(NATIVE_DATA + <usize>load<u32>(NATIVE_OFFSETS + (<usize>index << 2)))
}

export function selfForNative(index: u32, self: Value): Value {
  if (!isKind(self, Kind.INSTANCE)) return self
  const inner = slot(addressOf(self), 2)
  if (inner == UNBOUND) return self
  if (!objectQualifier) {
    objectQualifier = qualifierNamed('object')
    typeQualifier = qualifierNamed('type')
    specialQualifier = qualifierNamed('special')
    dictGetItem = findNative(qualifierNamed('dict'), strBytes(asStr(GETITEM)), strSize(asStr(GETITEM)))
  }
  const q = qualifierOfNative(index)
  if (q == objectQualifier || q == typeQualifier || q == specialQualifier) return self
  // dict.__getitem__ asks the instance's class for `__missing__`.
  return keepsInstance(index, self) ? self : inner
}

/** dict.__getitem__ takes the instance of a class that derives from dict as it is. */
export function keepsInstance(index: u32, self: Value): bool {
  return <i32>index == dictGetItem && isKind(self, Kind.INSTANCE) && isKind(plain(self), Kind.DICT)
}
