// A failure as text, in CPython's form: each frame's line with marks under what failed, and what was probably meant.
import { dictGetStr } from '../container/dict.ts'
import { asList, listAt, listLength } from '../container/list.ts'
import { newBuilder, builtAddress, builtLength, putByte, putBytes, putText } from '../text/builder.ts'
import { asStr, isStr, newStr, strBytes, strConst, strSize } from '../text/str.ts'
import { str } from '../ops/text.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { codeName, codePlace, codeSource, CUT } from './code.ts'
import { fullClassName } from './describe.ts'
import { exceptionCause, exceptionContext, exceptionTraceback, suppressesContext } from './exception.ts'
import { NOTES } from './names.ts'
import { mainGlobals } from './program.ts'
import { takePending } from './raise.ts'
import { suggestion } from './suggest.ts'
import { putCarets } from './traceback-caret.ts'
import { typeOf } from './type.ts'

let built: usize = 0

/** The whole traceback; address and size of the text in one word. Allocates in the current region. */
export function failureText(exception: Value): u64 {
  built = newBuilder(512)
  putException(exception, 0)
  return <u64>builtAddress(built) | (<u64>builtLength(built) << 32)
}

/** The same as a str, with or without the exceptions that it came from. */
export function failureStr(exception: Value, chain: bool): Value {
  built = newBuilder(512)
  putException(exception, chain ? 0 : DEEPEST)
  return newStr(builtAddress(built), builtLength(built))
}

const DEEPEST = 20
function putException(e: Value, depth: i32): void {
  if (!isKind(e, Kind.EXCEPTION)) return
  const cause = exceptionCause(e)
  const context = exceptionContext(e)
  if (depth < DEEPEST) {
    if (cause != None) {
      putException(cause, depth + 1)
      putText(built, '\nThe above exception was the direct cause of the following exception:\n\n')
    } else if (context != None && !suppressesContext(e)) {
      putException(context, depth + 1)
      putText(built, '\nDuring handling of the above exception, another exception occurred:\n\n')
    }
  }
  putFrames(exceptionTraceback(e))
  const full = fullClassName(typeOf(e))
  putText(built, full.startsWith('__main__.') ? full.substring(9) : full)
  const message = str(e)
  if (message == ERROR) {
    takePending()
    putText(built, ': <exception str() failed>')
  } else if (strSize(asStr(message))) {
    putText(built, ': ')
    putStr(message)
  }
  const meant = suggestionFor(e)
  if (meant != UNBOUND) {
    putText(built, ". Did you mean: '")
    putStr(meant)
    putText(built, "'?")
  }
  putByte(built, 0x0a)
  putNotes(e)
}
function putStr(v: Value): void {
  putBytes(built, strBytes(asStr(v)), strSize(asStr(v)))
}
/** What add_note() added, a line each. */
function putNotes(e: Value): void {
  const d = slot(addressOf(e), 5)
  const notes = d == UNBOUND ? UNBOUND : dictGetStr(d, NOTES)
  if (!isKind(notes, Kind.LIST)) return
  const l = asList(notes)
  for (let i: u32 = 0; i < listLength(l); i++) {
    if (!isStr(listAt(l, i))) continue
    putStr(listAt(l, i))
    putByte(built, 0x0a)
  }
}

/** The name that was probably meant where the exception was raised; UNBOUND. */
export function suggestionFor(e: Value): Value {
  let t = exceptionTraceback(e)
  let code: usize = 0
  while (isKind(t, Kind.TRACEBACK)) {
    code = addressOf(slot(addressOf(t), 1))
    t = slot(addressOf(t), 0)
  }
  return suggestion(e, code, code && isOfScript(code) ? mainGlobals : UNBOUND)
}
/** Whether code is the script's own, not the library's. */
export function isOfScript(code: usize): bool {
  return load<u64>(codeSource(code), 8) == strConst('<script>')
}

/** All frames; of more than three that are the same only how many there were. */
function putFrames(t: Value): void {
  if (t == None) return
  putText(built, 'Traceback (most recent call last):\n')
  let last: usize = 0
  let line: u32 = 0
  let times = 0
  for (; isKind(t, Kind.TRACEBACK); t = slot(addressOf(t), 0)) {
    const code = addressOf(slot(addressOf(t), 1))
    const here = <u32>codePlace(code, load<u32>(addressOf(t), 24))
    if (code != last || here != line) {
      putRepeats(times)
      times = 0
      last = code
      line = here
    }
    if (++times <= SAME) putFrame(addressOf(t))
  }
  putRepeats(times)
}
const SAME = 3
function putRepeats(times: i32): void {
  if (times <= SAME) return
  putText(built, '  [Previous line repeated ' + (times - SAME).toString() + ' more time' + (times - SAME == 1 ? '' : 's') + ']\n')
}

function putFrame(t: usize): void {
  const code = addressOf(slot(t, 1))
  const place = codePlace(code, load<u32>(t, 24))
  const line = <u32>place
  const record = codeSource(code)
  putText(built, '  File "')
  putStr(load<u64>(record, 8))
  putText(built, '", line ')
  putText(built, line.toString())
  putText(built, ', in ')
  putStr(codeName(code))
  putByte(built, 0x0a)
  putLine(<usize>load<u32>(record), load<u32>(record, 4), line, <usize>((place >> 32) & 0xffff), <usize>(place >> 48))
}
function putLine(p: usize, size: u32, line: u32, from: usize, to: usize): void {
  let at: u32 = 0
  for (let n: u32 = 1; n < line && at < size; at++) if (load<u8>(p + at) == 0x0a) n++
  const start = at
  while (at < size && (load<u8>(p + at) == 0x20 || load<u8>(p + at) == 0x09)) at++
  let end = at
  while (end < size && load<u8>(p + end) != 0x0a) end++
  let shown = end
  while (shown > at && load<u8>(p + shown - 1) <= 0x20) shown--
  if (shown == at) return
  putText(built, '    ')
  putBytes(built, p + at, shown - at)
  putByte(built, 0x0a)
  const margin = <usize>(at - start)
  if (from >= margin && to > from) putCarets(built, p + at, <usize>(end - at), from - margin, to == CUT ? CUT : to - margin, to == CUT)
}
