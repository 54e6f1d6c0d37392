// What a native method gets as `self` when it is called on an instance of a script's class that derives from a built-in
// type: the built-in value inside.
import { NATIVE_DATA, NATIVE_OFFSETS } from '../generated/natives.ts'
import { Kind, isKind, slot } from '../value/object.ts'
import { addressOf, UNBOUND, Value } from '../value/value.ts'
import { qualifierNamed } from './type.ts'

let objectQualifier: u32 = 0
let typeQualifier: u32 = 0
let specialQualifier: u32 = 0

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
  }
  const q = qualifierOfNative(index)
  return q == objectQualifier || q == typeQualifier || q == specialQualifier ? self : inner
}
