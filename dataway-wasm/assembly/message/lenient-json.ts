// JSON of values that JSON has no form for, where the engine needs bytes whatever comes: dates and decimals as text,
// bytes as text where they are UTF-8, an entity as its value.
import { putJson, putJsonText } from '../json/write.ts'
import { str } from '../ops/text.ts'
import { bytesLength, bytesOf } from '../text/bytes.ts'
import { decode } from '../text/codec.ts'
import { asStr, strConst } from '../text/str.ts'
import { Kind, slot } from '../value/object.ts'
import { addressOf, ERROR, UNBOUND, Value } from '../value/value.ts'
import { entityValue } from './entity.ts'
import { formList } from './form-parts.ts'

/** False with a fault pending. */
export function putLenient(b: usize, v: Value, kind: Kind): bool {
  if (kind == Kind.ENTITY) {
    const value = entityValue(v)
    return value != ERROR && putJson(b, value)
  }
  if (kind == Kind.FORM_PARTS) return putJson(b, formList(v))
  if (kind == Kind.FORM_PART) return putJson(b, slot(addressOf(v), 0))
  if (kind == Kind.BYTES || kind == Kind.BYTEARRAY) {
    const text = decode(bytesOf(v), bytesLength(v), UNBOUND, strConst('replace'))
    if (text == ERROR) return false
    putJsonText(b, asStr(text))
    return true
  }
  const text = str(v)
  if (text == ERROR) return false
  putJsonText(b, asStr(text))
  return true
}
