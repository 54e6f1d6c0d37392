// Entity: making one and reading it.
import { arg } from '../bind.ts'
import { entityBlob, entityEncoding, entityGet, entityMime, entityValue, newEntity } from '../../message/entity.ts'
import { Mime, mimeOf } from '../../message/mime.ts'
import { withBoundary } from '../../message/multipart.ts'
import { multiMapOf } from '../../message/multi-map.ts'
import { bytesLength, bytesOf, isBytesLike, newBytes } from '../../text/bytes.ts'
import { encode } from '../../text/codec.ts'
import { asStr, isStr, strConst, strSize } from '../../text/str.ts'
import { Kind, kindOf } from '../../value/object.ts'
import { ERROR, None, UNBOUND, Value } from '../../value/value.ts'
import { ExcKind, pendingIs, raise, takePending } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

function encodingOr(v: Value): Value {
  return v == None || (isStr(v) && strSize(asStr(v)) == 0) ? strConst('utf-8') : v
}

/// Entity.from_value(data, mime_type=None, encoding='utf-8')
/// An Entity of a value, which is written in the MIME type's form: application/json, text/plain,
/// application/x-www-form-urlencoded, application/xml, application/csv, multipart/form-data.
/// >>> Entity.from_value({'a': [1, 'ä']}, 'application/json')['^blob'].decode()
/// '{"a":[1,"ä"]}'
/// >>> Entity.from_value({'k1': 123, 'k3': [2, 'abc']}, 'application/x-www-form-urlencoded')['^blob']
/// b'k1=123&k3=2&k3=abc'
export function fromValue(args: usize): Value {
  let v = arg(args, 0)
  let mime = arg(args, 1)
  const encoding = encodingOr(arg(args, 2))
  if (!isStr(mime)) return raise(ExcKind.TypeError, mime == None ? 'Entity.from_value needs a mime_type' : 'mime_type must be str, not ' + typeName(mime))
  if (!isStr(encoding)) return raise(ExcKind.TypeError, 'encoding must be str, not ' + typeName(encoding))
  const type = mimeOf(mime)
  if (type == Mime.MULTIPART) mime = withBoundary(mime)
  const draft = newEntity(v, mime, encoding, UNBOUND)
  const blob = entityBlob(draft)
  if (blob == ERROR) return ERROR
  // Selectors answer from the value it was made of, in the form the type has.
  if (type == Mime.FORM) v = multiMapOf(v, false)
  else if (type == Mime.XML) v = multiMapOf(v, true)
  else if (type == Mime.MULTIPART) v = UNBOUND
  return newEntity(v, mime, encoding, blob)
}

/// Entity.from_bytes(data, mime_type=None, encoding='utf-8')
/// An Entity of bytes as they are; a str is encoded. Any MIME type; the content is not looked at.
/// >>> Entity.from_bytes(b'{"a": 1}', 'application/json')['a']
/// 1
export function fromBytes(args: usize): Value {
  const data = arg(args, 0)
  let mime = arg(args, 1)
  const encoding = encodingOr(arg(args, 2))
  if (mime == None) mime = strConst('application/octet-stream')
  if (!isStr(mime)) return raise(ExcKind.TypeError, 'mime_type must be str, not ' + typeName(mime))
  if (!isStr(encoding)) return raise(ExcKind.TypeError, 'encoding must be str, not ' + typeName(encoding))
  let blob = data
  if (isStr(data)) {
    blob = encode(data, encoding, UNBOUND)
    if (blob == ERROR) return ERROR
  } else if (!isBytesLike(data)) return raise(ExcKind.TypeError, 'Entity.from_bytes needs bytes or str, not ' + typeName(data))
  else if (kindOf(data) == Kind.BYTEARRAY) blob = newBytes(bytesOf(data), bytesLength(data))
  return newEntity(UNBOUND, mime, encoding, blob)
}

/// Entity.get(self, name, default=None, /)
/// The child of this name (or any selector), `default` when there is none.
/// >>> Entity.from_bytes('a=1&b=2', 'application/x-www-form-urlencoded').get('c', 'none')
/// 'none'
export function get(args: usize): Value {
  const v = entityGet(arg(args, 0), arg(args, 1))
  if (v == ERROR && (pendingIs(ExcKind.KeyError) || pendingIs(ExcKind.IndexError))) {
    takePending()
    return arg(args, 2)
  }
  return v == UNBOUND ? arg(args, 2) : v
}
/// Entity.blob
/// The bytes.
/// >>> Entity.from_value({'a': 1}, 'application/json').blob
/// b'{"a":1}'
export function blob(args: usize): Value {
  return entityBlob(arg(args, 0))
}
/// Entity.mime_type
/// The MIME type with its parameters.
/// >>> Entity.from_bytes(b'a', 'text/plain').mime_type
/// 'text/plain'
export function mimeType(args: usize): Value {
  return entityMime(arg(args, 0))
}
/// Entity.encoding
/// The name of the text encoding.
/// >>> Entity.from_bytes(b'a', 'text/plain').encoding
/// 'utf-8'
export function encodingName(args: usize): Value {
  return entityEncoding(arg(args, 0))
}
/// Entity.value
/// The parsed value, the same as `entity['^value']`.
/// >>> Entity.from_bytes(b'[1]', 'application/json').value
/// [1]
export function value(args: usize): Value {
  return entityValue(arg(args, 0))
}
