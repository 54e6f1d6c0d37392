// The methods that every object has from `object`, and those that built-in types share (`special`): operators treat them as
// absent and ask the built-in value itself.
import { nativeFlags, NativeFlag, nativeQualifier } from '../builtins/native.ts'
import { wordAt } from '../value/object.ts'
import { addressOf, Value } from '../value/value.ts'
import { qualifierNamed } from './type.ts'

let objectQualifier: u32 = 0
let specialQualifier: u32 = 0

/** Whether a NATIVE is such a method. */
export function isGeneric(native: Value): bool {
  if (!objectQualifier) {
    objectQualifier = qualifierNamed('object')
    specialQualifier = qualifierNamed('special')
  }
  const index = wordAt(addressOf(native))
  if (nativeFlags(index) & NativeFlag.OPERATOR) return true
  const q = nativeQualifier(index)
  return q == objectQualifier || q == specialQualifier
}
