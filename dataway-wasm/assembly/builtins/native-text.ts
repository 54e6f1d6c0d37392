// How a native function shows: `<built-in function len>`, `<method 'upper' of 'str' objects>`.
import { QUALIFIER_OFFSETS, NATIVE_DATA } from '../generated/natives.ts'
import { textOf } from '../text/str.ts'
import { slot } from '../value/object.ts'
import { addressOf, UNBOUND, Value } from '../value/value.ts'
import { typeName } from '../vm/type.ts'
import { nativeIsMethod, nativeName, nativeQualifier } from './native.ts'

export function nativeText(v: Value): string {
  const index = load<u32>(addressOf(v), 4)
  const self = slot(addressOf(v), 0)
  const name = textOf(nativeName(index))
  if (!nativeIsMethod(index)) return '<built-in function ' + name + '>'
  if (self != UNBOUND) return '<built-in method ' + name + ' of ' + typeName(self) + ' object at 0x7f' + (<u64>addressOf(self)).toString(16).padStart(10, '0') + '>'
  const q = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>nativeQualifier(index) << 2))
  return "<method '" + name + "' of '" + String.UTF8.decodeUnsafe(q + 2, <usize>load<u8>(q, 1), false) + "' objects>"
}
