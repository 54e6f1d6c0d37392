// The methods that every object has from `object`: operators treat them as absent.
import { nativeQualifier } from '../builtins/native.ts'
import { wordAt } from '../value/object.ts'
import { addressOf, Value } from '../value/value.ts'
import { qualifierNamed } from './type.ts'

let objectQualifier: u32 = 0

/** Whether a NATIVE is a method of `object` itself. */
export function isGeneric(native: Value): bool {
  if (!objectQualifier) objectQualifier = qualifierNamed('object')
  return nativeQualifier(wordAt(addressOf(native))) == objectQualifier
}
