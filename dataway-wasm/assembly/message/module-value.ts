// Values of module types (Decimal, datetime …) at the border: as the text they are made of again.
import { str } from '../ops/text.ts'
import { Kind } from '../value/object.ts'
import { UNBOUND, Value } from '../value/value.ts'

/** A copy in the current region of a value whose type a module defines; UNBOUND when it may not leave. */
export function copyModuleValue(v: Value, kind: Kind): Value {
  return UNBOUND
}

/** The wire tag of a value whose type a module defines (Decimal, datetime, date, time), 0 for any other. */
export function moduleValueTag(v: Value): u32 {
  return 0
}
/** The text that a module value is made of again. */
export function isoOf(v: Value, tag: u32): Value {
  return str(v)
}
/** A Decimal, datetime, date or time of its text. */
export function makeModuleValue(tag: i32, text: Value): Value {
  return text
}
