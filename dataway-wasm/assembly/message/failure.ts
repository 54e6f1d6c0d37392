// An exception as JSON for the host: type, message, and the frames of its traceback from the outermost on, each with the
// name of the function, line, columns and the number of its source (0: the script).
import { putJsonText, jsonCompact } from '../json/write.ts'
import { asStr, strOf } from '../text/str.ts'
import { newBuilder, putByte, putInteger, putText } from '../text/builder.ts'
import { str } from '../ops/text.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, ERROR, Value } from '../value/value.ts'
import { codePlace, codeQualname, codeSource } from '../vm/code.ts'
import { shortName, typeOf } from '../vm/type.ts'
import { takePending } from '../vm/raise.ts'

const MOST: i32 = 200

/** A builder with the JSON text. */
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
  putText(b, ',"frames":[')
  let t = slot(addressOf(e), 4)
  for (let n = 0; isKind(t, Kind.TRACEBACK) && n < MOST; n++) {
    if (n) putByte(b, 0x2c)
    putFrame(b, addressOf(t))
    t = slot(addressOf(t), 0)
  }
  putText(b, ']}')
  return b
}

function putFrame(b: usize, t: usize): void {
  const code = addressOf(slot(t, 1))
  const place = codePlace(code, load<u32>(t, 24))
  putText(b, '{"name":')
  putJsonText(b, asStr(codeQualname(code)))
  putText(b, ',"line":')
  putInteger(b, <i64>(<u32>place))
  putText(b, ',"column":')
  putInteger(b, <i64>((place >> 32) & 0xffff))
  putText(b, ',"end":')
  putInteger(b, <i64>(place >> 48))
  putText(b, ',"source":')
  const source = codeSource(code)
  putJsonText(b, source ? asStr(load<u64>(source, 8)) : asStr(strOf('')))
  putByte(b, 0x7d)
}
