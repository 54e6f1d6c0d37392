// An exception as JSON for the host: type, message, traceback as text, and the place in the script it came from.
import { jsonCompact, putJsonText } from '../json/write.ts'
import { str } from '../ops/text.ts'
import { newBuilder, putByte, putInteger, putText } from '../text/builder.ts'
import { asStr, strOf, viewStr } from '../text/str.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, ERROR, UNBOUND, Value } from '../value/value.ts'
import { codePlace } from '../vm/code.ts'
import { exceptionTraceback } from '../vm/exception.ts'
import { takePending } from '../vm/raise.ts'
import { failureText, isOfScript, suggestionFor } from '../vm/traceback.ts'
import { shortName, typeOf } from '../vm/type.ts'

/** A builder with the JSON text; `null` when there is no exception. */
export function failureJson(e: Value): usize {
  jsonCompact(true)
  const b = newBuilder(512)
  if (!isKind(e, Kind.EXCEPTION)) {
    putText(b, 'null')
    return b
  }
  putText(b, '{"type":')
  putJsonText(b, asStr(shortName(typeOf(e))))
  putText(b, ',"message":')
  const message = str(e)
  if (message == ERROR) takePending()
  putJsonText(b, message == ERROR ? asStr(strOf('')) : asStr(message))
  putText(b, ',"traceback":')
  const text = failureText(e)
  putJsonText(b, addressOf(viewStr(<usize>(text & 0xffffffff), <usize>(text >> 32), false)))
  const place = placeOf(e)
  putText(b, ',"line":')
  putInteger(b, <i64>(<u32>place))
  putText(b, ',"column":')
  putInteger(b, <i64>((place >> 32) & 0xffff))
  putText(b, ',"end":')
  putInteger(b, <i64>(place >> 48))
  const meant = suggestionFor(e)
  if (meant != UNBOUND) {
    putText(b, ',"meant":')
    putJsonText(b, asStr(meant))
  }
  putByte(b, 0x7d)
  return b
}

/** Line, column and end column (bytes from 0) of the innermost frame of the script itself; 0 when there is none. */
function placeOf(e: Value): u64 {
  let place: u64 = 0
  let t = exceptionTraceback(e)
  while (isKind(t, Kind.TRACEBACK)) {
    const code = addressOf(slot(addressOf(t), 1))
    if (isOfScript(code)) place = codePlace(code, load<u32>(addressOf(t), 24))
    t = slot(addressOf(t), 0)
  }
  return place
}
