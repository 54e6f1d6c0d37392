// How the message types show in a log.
import { asList, listLength } from '../container/list.ts'
import { putRepr } from '../ops/text.ts'
import { putByte, putText } from '../text/builder.ts'
import { Kind, slot } from '../value/object.ts'
import { addressOf, boxInt, ERROR, Value } from '../value/value.ts'
import { entityBlob, entityEncoding, entityMime } from './entity.ts'
import { formList, partName } from './form-parts.ts'
import { singles } from './multi-map.ts'

/** False with a fault pending. */
export function putMessageRepr(b: usize, v: Value, kind: Kind): bool {
  const p = addressOf(v)
  switch (kind) {
    case Kind.ENTITY: {
      const blob = entityBlob(v)
      if (blob == ERROR) return false
      putText(b, 'Entity(blob=')
      if (!putRepr(b, blob)) return false
      putText(b, ', mime_type=')
      putRepr(b, entityMime(v))
      putText(b, ', encoding=')
      putRepr(b, entityEncoding(v))
      putByte(b, 0x29)
      return true
    }
    case Kind.MULTIMAP:
      putText(b, 'MultiMap(')
      if (!putRepr(b, singles(v))) return false
      putByte(b, 0x29)
      return true
    case Kind.FORM_PARTS:
      putText(b, 'FormDataParts(')
      putRepr(b, boxInt(listLength(asList(formList(v)))))
      putText(b, ' parts)')
      return true
    case Kind.FORM_PART:
      putText(b, 'FormDataPart(')
      if (!putRepr(b, partName(v))) return false
      putByte(b, 0x29)
      return true
    default:
      putText(b, 'Message(payload=')
      if (!putRepr(b, slot(p, 0))) return false
      putText(b, ', attrs=')
      if (!putRepr(b, slot(p, 1))) return false
      putText(b, ', vars=')
      if (!putRepr(b, slot(p, 2))) return false
      putByte(b, 0x29)
      return true
  }
}
