// The doors of the module for the host: regions of runs, values in and out, evaluation, faults. Values cross as 64-bit
// boxes; bytes cross through buffers whose address the host asks for.
import { alloc, enterRegion, freeRegion, heapBytes, newRegion, resetRegion } from '../memory/region.ts'
import { fuel, setLimits, stop } from '../memory/limits.ts'
import { refreeze } from '../container/freeze.ts'
import { listOf } from '../container/list.ts'
import { asDict, dictSetStr, newDict } from '../container/dict.ts'
import { entryValue, liveEntry, foundAt } from '../container/table.ts'
import { resetEquality } from '../ops/equal.ts'
import { resetOrder } from '../ops/compare.ts'
import { resetRepr, str } from '../ops/text.ts'
import { getItem, length } from '../ops/subscript.ts'
import { truth } from '../ops/truth.ts'
import { builtAddress, builtLength, newBuilder } from '../text/builder.ts'
import { bytesLength, bytesOf, viewBytes } from '../text/bytes.ts'
import { asStr, newStr, strBytes, strOf, strSize } from '../text/str.ts'
import { after, firstChild, isLiveTape, nodeValue, setDocumentRegion, undoForwards } from '../json/tape.ts'
import { compactJson } from '../json/write.ts'
import { flagsAt, Kind, kindOf, PERSISTENT, setFlags } from '../value/object.ts'
import { addressOf, boxInt, ERROR, intOf, isInt, isTape, None, UNBOUND, Value } from '../value/value.ts'
import { resetModules } from '../vm/module.ts'
import { resetStack } from '../vm/frame.ts'
import { pending, takePending } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { entityBlob, entityMime, entityValue, newEntity } from './entity.ts'
import { convertResult } from './convert.ts'
import { failureJson } from './failure.ts'
import { compileProgram, runProgram } from '../vm/program.ts'
import { Mode, problem } from '../compile/program.ts'
import { newMessage } from './message.ts'
import { revive } from './module-value.ts'
import { persist } from './persist.ts'
import { readWire, writeWire } from './wire.ts'

/** Memory of one evaluation; reset after each. */
let scratch: usize = 0
/** Where the last answer in bytes stands, and its size. */
let answerAt: usize = 0
let answerSize: usize = 0
/** The exception of the last failure, in the scratch region until the next call. */
let failure: Value = UNBOUND

function inScratch(): usize {
  if (!scratch) scratch = newRegion()
  return enterRegion(scratch)
}
/** Ends what a call did in the scratch region; its answer stays readable until the next call. */
function clearScratch(): void {
  if (scratch) resetRegion(scratch)
}

export function answer(): usize {
  return answerAt
}
export function answerLength(): usize {
  return answerSize
}
function setAnswer(p: usize, n: usize): void {
  answerAt = p
  answerSize = n
}

/** A region for the values of a run. */
export function openRun(): usize {
  return newRegion()
}
/** Ends the life of all values of a run. */
export function closeRun(region: usize): void {
  freeRegion(region)
}
/** Room for `n` bytes that live as long as the run. */
export function runBuffer(region: usize, n: usize): usize {
  const back = enterRegion(region)
  const p = alloc(n + 80)
  enterRegion(back)
  return p
}
/** Room for `n` bytes that live until the next call. */
export function callBuffer(n: usize): usize {
  clearScratch()
  const back = inScratch()
  const p = alloc(n + 80)
  enterRegion(back)
  return p
}
export function bytesInUse(): usize {
  return heapBytes
}

/** The value of wire bytes, living in the run's region. */
export function takeIn(region: usize, p: usize): Value {
  const back = enterRegion(region)
  const v = readWire(p)
  enterRegion(back)
  return v
}

/** An entity over `n` bytes in the run's region; type and encoding stand at `texts`. */
export function takeEntity(region: usize, p: usize, n: usize, texts: usize, mimeSize: usize, encodingSize: usize): Value {
  const back = enterRegion(region)
  const e = newEntity(UNBOUND, newStr(texts, mimeSize), newStr(texts + mimeSize, encodingSize), persistent(viewBytes(p, n)))
  enterRegion(back)
  return persistent(e)
}
function persistent(v: Value): Value {
  setFlags(addressOf(v), flagsAt(addressOf(v)) | PERSISTENT)
  return v
}

/**
 * Runs a program. `input` (in a call buffer) holds: payload, attrs (u64 each), count of variables u32, has error u32,
 * limits (fuel i64, heap u64, output i64, recursion u64), the error dict or None, then texts: seq id and each variable's
 * name, with its value: u32 length, bytes, padded to 8; the value u64 follows a name. The result lives in
 * the run's region. ERROR: see failureJson().
 */
export function evaluate(program: usize, region: usize, input: usize, conversion: i32): Value {
  const back = inScratch()
  setLimits(load<i64>(input, 24), <usize>load<u64>(input, 32), load<i64>(input, 40))
  resetStack(<i32>load<u64>(input, 48))
  resetEquality()
  resetOrder()
  resetRepr()
  failure = UNBOUND
  setDocumentRegion(region)
  resetModules()
  const message = readMessage(input)
  let result = message == ERROR ? ERROR : runProgram(program, message)
  if (result != ERROR && kindOf(result) == Kind.GENERATOR) result = listOf(result)
  if (result != ERROR && conversion) result = convertResult(result, conversion)
  if (result != ERROR) {
    const inner = enterRegion(region)
    result = persist(result)
    enterRegion(inner)
  }
  if (result == ERROR) failure = takePending()
  undoForwards()
  refreeze()
  enterRegion(back)
  return result
}

function readMessage(input: usize): Value {
  const payload = revive(load<u64>(input))
  const attrs = revive(load<u64>(input, 8))
  if (payload == ERROR || attrs == ERROR) return ERROR
  const count = load<u32>(input, 16)
  const hasError = load<u32>(input, 20) != 0
  textAt = input + 64
  const seqId = nextText()
  const vars = newDict(count)
  for (let i: u32 = 0; i < count; i++) {
    const name = nextText()
    const v = revive(load<u64>(textAt))
    if (v == ERROR) return ERROR
    dictSetStr(vars, name, v)
    textAt += 8
  }
  const error = hasError ? load<u64>(input, 56) : newDict()
  return newMessage(payload, attrs, vars, seqId, seqId, error, hasError)
}
let textAt: usize = 0
function nextText(): Value {
  const n = <usize>load<u32>(textAt)
  const v = newStr(textAt + 4, n)
  textAt = (textAt + 4 + n + 7) & ~7
  return v
}

/** Why the last evaluation ended: a Stop, 0 for an exception. */
export function stopReason(): i32 {
  return stop
}
export function fuelLeft(): i64 {
  return fuel
}
/** The exception of the last failure. */
export function failureValue(): Value {
  return failure
}
/** The exception of the last failure as JSON, the answer. Reads the scratch region, so it comes right after the failure. */
export function failureText(): void {
  const back = inScratch()
  const b = failureJson(failure)
  setAnswer(builtAddress(b), builtLength(b))
  enterRegion(back)
}

/** The program of `n` bytes of source (in a call buffer), 0 when it has a problem: see problemAnswer(). */
export function compile(p: usize, n: usize, mode: i32): usize {
  const back = inScratch()
  const program = compileProgram(p, <i32>n, <Mode>mode, '<script>')
  enterRegion(back)
  return program
}
/** Type and message of the last source's problem, a line each, as the answer. Right after compile(). */
export function problemAnswer(): void {
  const back = inScratch()
  const p = problem
  const s = asStr(strOf(p ? p.type + '\n' + p.message : ''))
  setAnswer(strBytes(s), strSize(s))
  enterRegion(back)
}
/** Where it is, in bytes of the source: 0 first offset, 1 end or -1, 2 a column of its own or -1. */
export function problemNumber(which: i32): i32 {
  const p = problem
  if (!p) return -1
  return which == 0 ? p.from : which == 1 ? p.to : p.column
}

function begin(): usize {
  clearScratch()
  setLimits(2_000_000_000, 1 << 30, 1 << 40)
  failure = UNBOUND
  const back = inScratch()
  resetStack(1000)
  resetModules()
  return back
}
function end(back: usize): void {
  enterRegion(back)
}
function failed(): i32 {
  failure = takePending()
  return 0
}

/** 1, 0; -1 with a failure. */
export function truthOf(v: Value): i32 {
  const back = begin()
  v = revive(v)
  if (v == ERROR) v = None
  const t = truth(v)
  if (t < 0) failed()
  end(back)
  return t
}
/** `str(v)` as the answer; 0 with a failure. */
export function textOfValue(v: Value): i32 {
  const back = begin()
  v = revive(v)
  if (v == ERROR) v = None
  const s = str(v)
  if (s != ERROR) setAnswer(strBytes(asStr(s)), strSize(asStr(s)))
  else failed()
  end(back)
  return i32(s != ERROR)
}
/** Wire bytes of a value as the answer; 0 with a failure. */
export function giveOut(v: Value): i32 {
  const back = begin()
  const b = newBuilder(256)
  const ok = writeWire(b, v)
  if (ok) setAnswer(builtAddress(b), builtLength(b))
  else failed()
  end(back)
  return i32(ok)
}
/** What goes on the wire of a protocol: 1 text, 2 bytes, 3 JSON, 4 an entity (its type: mimeOfValue); 0 with a failure. */
export function bytesOfValue(v: Value, region: usize): i32 {
  const back = begin()
  setDocumentRegion(region)
  v = revive(v)
  if (v == ERROR) v = None
  const kind = kindOf(v)
  let how = 3
  if (kind == Kind.STR) {
    setAnswer(strBytes(asStr(v)), strSize(asStr(v)))
    how = 1
  } else if (kind == Kind.BYTES || kind == Kind.BYTEARRAY) {
    setAnswer(bytesOf(v), bytesLength(v))
    how = 2
  } else if (kind == Kind.ENTITY) {
    const blob = entityBlob(v)
    how = blob == ERROR ? failed() : 4
    if (how) setAnswer(bytesOf(blob), bytesLength(blob))
  } else {
    const b = compactJson(v, true)
    if (b) setAnswer(builtAddress(b), builtLength(b))
    else how = failed()
  }
  end(back)
  return how
}
/** The MIME type of an entity as the answer. */
export function mimeOfValue(v: Value): void {
  const s = asStr(entityMime(v))
  setAnswer(strBytes(s), strSize(s))
}
export function typeNameOf(v: Value): void {
  const back = begin()
  v = revive(v)
  if (v == ERROR) v = None
  const name = typeName(v)
  const s = asStr(strOf(name.substring(name.lastIndexOf('.') + 1)))
  setAnswer(strBytes(s), strSize(s))
  end(back)
}

/** How many rounds a For Each makes over a value; -1 when it cannot. */
export function itemCount(v: Value, region: usize): i64 {
  const back = begin()
  setDocumentRegion(region)
  v = items(v)
  let n: i64 = -1
  if (v != ERROR) {
    const kind = kindOf(v)
    if (isInt(v)) n = max<i64>(intOf(v), 0)
    else if (kind == Kind.LIST || kind == Kind.STR || kind == Kind.DICT || kind == Kind.FORM_PARTS) n = length(v)
  }
  if (pending()) failed()
  end(back)
  return n
}
/** Its item of this number, living in the run's region. */
export function itemAt(v: Value, index: u32, region: usize): Value {
  const back = begin()
  setDocumentRegion(region)
  v = items(v)
  let r: Value
  if (isInt(v)) r = boxInt(<i64>index)
  else if (kindOf(v) == Kind.DICT) r = dictItem(v, index)
  else r = getItem(v, boxInt(<i64>index))
  if (r != ERROR) {
    const inner = enterRegion(region)
    r = persist(r)
    enterRegion(inner)
  }
  if (r == ERROR) failed()
  undoForwards()
  refreeze()
  end(back)
  return r
}
function items(v: Value): Value {
  if (kindOf(v) != Kind.ENTITY) return v
  return entityValue(v)
}
function dictItem(v: Value, index: u32): Value {
  if (isTape(v) && isLiveTape(addressOf(v))) {
    const node = addressOf(v)
    let k = firstChild(node)
    while (index--) k = after(k + 16)
    return nodeValue(k + 16)
  }
  const t = asDict(v)
  let e = liveEntry(t, 0)
  while (index-- && e) e = liveEntry(t, foundAt + 1)
  return e ? entryValue(e) : None
}
