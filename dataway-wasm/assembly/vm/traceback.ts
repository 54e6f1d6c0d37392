// A failure as text, in CPython's form, and the place it came from.
import { newBuilder, builtAddress, builtLength, putByte, putBytes, putText } from '../text/builder.ts'
import { asStr, strBytes, strSize, textOf } from '../text/str.ts'
import { str } from '../ops/text.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, ERROR, None, Value } from '../value/value.ts'
import { codeName, codePlace, codeSource } from './code.ts'
import { fullClassName } from './describe.ts'
import { exceptionCause, exceptionContext, exceptionTraceback, suppressesContext } from './exception.ts'
import { takePending } from './raise.ts'
import { typeOf } from './type.ts'

let built: usize = 0

/** The whole traceback; address and size of the text in one word. Allocates in the current region. */
export function failureText(exception: Value): u64 {
  built = newBuilder(512)
  putException(exception, 0)
  return <u64>builtAddress(built) | (<u64>builtLength(built) << 32)
}

function putException(e: Value, depth: i32): void {
  if (!isKind(e, Kind.EXCEPTION)) return
  const cause = exceptionCause(e)
  const context = exceptionContext(e)
  if (depth < 20) {
    if (cause != None) {
      putException(cause, depth + 1)
      putText(built, '\nThe above exception was the direct cause of the following exception:\n\n')
    } else if (context != None && !suppressesContext(e)) {
      putException(context, depth + 1)
      putText(built, '\nDuring handling of the above exception, another exception occurred:\n\n')
    }
  }
  let t = exceptionTraceback(e)
  if (t != None) putText(built, 'Traceback (most recent call last):\n')
  while (isKind(t, Kind.TRACEBACK)) {
    putFrame(addressOf(t))
    t = slot(addressOf(t), 0)
  }
  const full = fullClassName(typeOf(e))
  putText(built, full.startsWith('__main__.') ? full.substring(9) : full)
  const message = str(e)
  if (message == ERROR) {
    takePending()
    putText(built, ': <exception str() failed>')
  } else if (strSize(asStr(message))) {
    putText(built, ': ')
    putBytes(built, strBytes(asStr(message)), strSize(asStr(message)))
  }
  putByte(built, 0x0a)
}

function putFrame(t: usize): void {
  const code = addressOf(slot(t, 1))
  const place = codePlace(code, load<u32>(t, 24))
  const line = <u32>place
  const record = codeSource(code)
  putText(built, '  File "')
  putText(built, textOf(load<u64>(record, 8)))
  putText(built, '", line ')
  putText(built, line.toString())
  putText(built, ', in ')
  putText(built, textOf(codeName(code)))
  putByte(built, 0x0a)
  putLine(<usize>load<u32>(record), load<u32>(record, 4), line)
}
function putLine(p: usize, size: u32, line: u32): void {
  let at: u32 = 0
  for (let n: u32 = 1; n < line && at < size; at++) if (load<u8>(p + at) == 0x0a) n++
  while (at < size && (load<u8>(p + at) == 0x20 || load<u8>(p + at) == 0x09)) at++
  let end = at
  while (end < size && load<u8>(p + end) != 0x0a) end++
  while (end > at && load<u8>(p + end - 1) <= 0x20) end--
  if (end == at) return
  putText(built, '    ')
  putBytes(built, p + at, end - at)
  putByte(built, 0x0a)
}

/** Line (low half) and 1-based column of the innermost frame of the script itself; 0 when there is none. */
export function failurePlace(exception: Value): u64 {
  if (!isKind(exception, Kind.EXCEPTION)) return 0
  let place: u64 = 0
  let t = exceptionTraceback(exception)
  while (isKind(t, Kind.TRACEBACK)) {
    const code = addressOf(slot(addressOf(t), 1))
    if (textOf(load<u64>(codeSource(code), 8)) == '<script>') place = codePlace(code, load<u32>(addressOf(t), 24))
    t = slot(addressOf(t), 0)
  }
  return place & 0xffffffffffff
}
