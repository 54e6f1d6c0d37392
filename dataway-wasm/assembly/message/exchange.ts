// The doors of the module for the host: regions of runs, values in and out, evaluation, faults. Values cross as 64-bit
// boxes in two halves of 32 bits, which cost JavaScript no objects; bytes cross through buffers whose address it asks for.
import { alloc, dropRegion, enterRegion, heapBytes, newRegion, regionBytes, resetRegion, staticRegion } from '../memory/region.ts'
import { fuel, setLimits, stop } from '../memory/limits.ts'
import { anyThawed, refreeze } from '../container/freeze.ts'
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
import { asStr, forgetIndexes, internBytes, newStr, strBytes, strOf, strSize } from '../text/str.ts'
import { after, firstChild, isLiveTape, nodeValue, setDocumentRegion, undoForwards, undoPending } from '../json/tape.ts'
import { compactJson } from '../json/write.ts'
import { taggedJson } from '../json/write-tagged.ts'
import { Kind, kindOf, flagsAt, PERSISTENT, ROOM_BEHIND, setFlags } from '../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, intOf, isHeap, isInt, isTape, None, UNBOUND, Value } from '../value/value.ts'
import { resetModules } from '../vm/module.ts'
import { resetStack } from '../vm/frame.ts'
import { pending, takePending } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { entityBlob, entityMime, entityValue, newEntity } from './entity.ts'
import { convertResult } from './convert.ts'
import { failureJson } from './failure.ts'
import { compileProgram, runProgram } from '../vm/program.ts'
import { Mode, problem } from '../compile/program.ts'
import { forgetFloats } from '../number/float-memo.ts'
import { newMessage } from './message.ts'
import { revive } from './module-value.ts'
import { isPlain } from './plain.ts'
import { persist } from './persist.ts'
import { readWire, writeWire } from './wire.ts'

/** Memory of one evaluation; reset after each. */
let scratch: usize = 0
/**
 * What the module leaves for the host, read without a call: 0 the value that a call gave (u64) · 8 address and 12 size of
 * its answer in bytes · 16 fuel that the last evaluation left (i64).
 */
const MAIL: usize = memory.data(32, 16)
/** Where the host lays out evaluate()'s input when it is short. */
const INPUT_ROOM: usize = 4096
const INPUT: usize = memory.data(4096, 16)
export function mailAddress(): usize {
  return MAIL
}
export function inputAddress(): usize {
  return INPUT
}
export function inputRoom(): usize {
  return INPUT_ROOM
}
// @ts-ignore: decorator
@inline function boxOf(low: u32, high: u32): Value {
  return <u64>low | (<u64>high << 32)
}
/** Leaves a value for the host; 0 when it is ERROR. */
// @ts-ignore: decorator
@inline function give(v: Value): i32 {
  store<u64>(MAIL, v)
  return i32(v != ERROR)
}

/** The exception of the last failure, in the scratch region until the next call. */
let failure: Value = UNBOUND

function inScratch(): usize {
  if (!scratch) scratch = newRegion()
  return enterRegion(scratch)
}
/** Ends what a call did in the scratch region; its answer stays readable until the next call. */
function clearScratch(): void {
  floating = false
  if (scratch) resetRegion(scratch)
}
/** The last evaluation's result lies in the scratch region still: most are written out and never asked for again. */
let floating: bool = false

function setAnswer(p: usize, n: usize): void {
  store<u32>(MAIL, <u32>p, 8)
  store<u32>(MAIL, <u32>n, 12)
}

/** A region for the values of a run. */
export function openRun(): usize {
  return newRegion()
}
/** Ends the life of all values of a run. */
export function closeRun(region: usize): void {
  forgetFloats()
  dropRegion(region)
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
/** Bytes that the values of a run take. */
export function runBytes(region: usize): usize {
  return regionBytes(region)
}

/** The value of wire bytes, living in the run's region. */
export function takeIn(region: usize, p: usize): i32 {
  const back = enterRegion(region)
  const v = readWire(p)
  enterRegion(back)
  return give(v)
}

/** The one text of `n` bytes (MIME types, encodings), for as long as the module lives. */
export function lastingText(p: usize, n: usize): usize {
  return addressOf(internBytes(p, n))
}

/** A text of `n` bytes (in a call buffer) that lives as long as the run. */
export function runText(region: usize, p: usize, n: usize): usize {
  const back = enterRegion(region)
  const s = addressOf(newStr(p, n))
  setFlags(s, flagsAt(s) | PERSISTENT)
  enterRegion(back)
  return s
}

/** An entity over the `n` bytes of a runBuffer(), its type and encoding being lastingText()s. */
export function takeEntity(region: usize, p: usize, n: usize, mime: usize, encoding: usize): i32 {
  const back = enterRegion(region)
  const blob = viewBytes(p, n)
  setFlags(addressOf(blob), PERSISTENT | ROOM_BEHIND)
  const e = newEntity(UNBOUND, boxHeap(mime), boxHeap(encoding), blob)
  setFlags(addressOf(e), PERSISTENT)
  enterRegion(back)
  return give(e)
}

const enum Input {
  /** The error dict is meant. */
  ERROR = 1,
  /** attrs is the empty dict. */
  NO_ATTRIBUTES = 2,
}

/** Empty dicts that outlive evaluations: a script that changes one changes it for itself (container/freeze.ts). */
let noAttributes: Value = UNBOUND
let noVariables: Value = UNBOUND
let noError: Value = UNBOUND
function lastingDict(): Value {
  const back = enterRegion(staticRegion())
  const d = newDict()
  setFlags(addressOf(d), PERSISTENT)
  enterRegion(back)
  return d
}

/**
 * Runs a program. `input`: 0 payload · 8 attrs · 16 error (u64 each) · 24 count of variables u32 · 28 flags u32 · limits:
 * 32 fuel i64 · 40 heap u64 · 48 output i64 · 56 recursion u32 · 60 seq id · from 64 for each variable: name, 8 value u64. Seq id
 * and names are lastingText() or runText(). The result lives in the run's region; or, when 2 is given, where it was made:
 * settle() must be called before anything but one question about this value. 0: see failureText().
 */
export function evaluate(program: usize, region: usize, input: usize, conversion: i32): i32 {
  const how = evaluateProgram(program, region, input, conversion)
  store<i64>(MAIL, fuel, 16)
  return how
}
function evaluateProgram(program: usize, region: usize, input: usize, conversion: i32): i32 {
  if (input == INPUT) clearScratch()
  forgetIndexes()
  const back = inScratch()
  setLimits(load<i64>(input, 32), <usize>load<u64>(input, 40), load<i64>(input, 48))
  resetStack(load<i32>(input, 56))
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
  if (result != ERROR && isHeap(result) && !undoPending() && !anyThawed() && isPlain(result)) {
    floating = true
    enterRegion(back)
    give(result)
    return 2
  }
  if (result != ERROR) {
    const inner = enterRegion(region)
    result = persist(result)
    enterRegion(inner)
  }
  if (result == ERROR) failure = takePending()
  undoForwards()
  refreeze()
  enterRegion(back)
  return give(result)
}

/** Takes the last result to its run's region. */
export function settle(low: u32, high: u32, region: usize): i32 {
  setLimits(2_000_000_000, 1 << 30, 1 << 40)
  const back = enterRegion(region)
  setDocumentRegion(region)
  const v = persist(boxOf(low, high))
  if (v == ERROR) failed()
  enterRegion(back)
  floating = false
  return give(v)
}

function readMessage(input: usize): Value {
  if (noError == UNBOUND) {
    noAttributes = lastingDict()
    noVariables = lastingDict()
    noError = lastingDict()
  }
  const count = load<u32>(input, 24)
  const flags = load<u32>(input, 28)
  const payload = revive(load<u64>(input))
  const attrs = flags & Input.NO_ATTRIBUTES ? noAttributes : revive(load<u64>(input, 8))
  if (payload == ERROR || attrs == ERROR) return ERROR
  const seqId = boxHeap(<usize>load<u32>(input, 60))
  const vars = count ? newDict(count) : noVariables
  for (let i: u32 = 0, at = input + 64; i < count; i++, at += 16) {
    const v = revive(load<u64>(at, 8))
    if (v == ERROR) return ERROR
    dictSetStr(vars, boxHeap(<usize>load<u32>(at)), v)
  }
  const hasError = (flags & Input.ERROR) != 0
  return newMessage(payload, attrs, vars, seqId, seqId, hasError ? load<u64>(input, 16) : noError, hasError)
}

/** Why the last evaluation ended: a Stop, 0 for an exception. */
export function stopReason(): i32 {
  return stop
}
/** Units of fuel that the last evaluation left. */
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

/** Before a question about values of a run's region. */
function begin(region: usize): usize {
  if (floating) floating = false
  else clearScratch()
  forgetIndexes()
  setDocumentRegion(region)
  setLimits(2_000_000_000, 1 << 30, 1 << 40)
  failure = UNBOUND
  const back = inScratch()
  resetStack(1000)
  resetModules()
  return back
}
/** After it. Dicts that stood in for objects of a document (keys with escapes) lie in the scratch region: they end with it. */
function end(back: usize): void {
  undoForwards()
  refreeze()
  enterRegion(back)
}
function failed(): i32 {
  failure = takePending()
  return 0
}

/** 1, 0; -1 with a failure. */
export function truthOf(low: u32, high: u32, region: usize): i32 {
  const back = begin(region)
  let v = revive(boxOf(low, high))
  if (v == ERROR) v = None
  const t = truth(v)
  if (t < 0) failed()
  end(back)
  return t
}
/** `str(v)` as the answer; 0 with a failure. */
export function textOfValue(low: u32, high: u32, region: usize): i32 {
  const back = begin(region)
  let v = revive(boxOf(low, high))
  if (v == ERROR) v = None
  const s = str(v)
  if (s != ERROR) setAnswer(strBytes(asStr(s)), strSize(asStr(s)))
  else failed()
  end(back)
  return i32(s != ERROR)
}
/** Wire bytes of a value as the answer; 0 with a failure. */
export function giveOut(low: u32, high: u32, region: usize): i32 {
  const back = begin(region)
  const v = boxOf(low, high)
  const b = newBuilder(256)
  const ok = writeWire(b, v)
  if (ok) setAnswer(builtAddress(b), builtLength(b))
  else failed()
  end(back)
  return i32(ok)
}
/** A value as tagged JSON, the answer; 0 when it holds what only the host writes (json/write-tagged.ts). */
export function taggedOfValue(low: u32, high: u32, region: usize): i32 {
  const back = begin(region)
  const b = taggedJson(boxOf(low, high))
  if (b) setAnswer(builtAddress(b), builtLength(b))
  end(back)
  return i32(b != 0)
}
/** What goes on the wire of a protocol: 1 text, 2 bytes, 3 JSON, 4 an entity (its type: mimeOfValue); 0 with a failure. */
export function bytesOfValue(low: u32, high: u32, region: usize): i32 {
  const back = begin(region)
  let v = revive(boxOf(low, high))
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
export function mimeOfValue(low: u32, high: u32): void {
  const s = asStr(entityMime(boxOf(low, high)))
  setAnswer(strBytes(s), strSize(s))
}
export function typeNameOf(low: u32, high: u32, region: usize): void {
  const back = begin(region)
  let v = revive(boxOf(low, high))
  if (v == ERROR) v = None
  const name = typeName(v)
  const s = asStr(strOf(name.substring(name.lastIndexOf('.') + 1)))
  setAnswer(strBytes(s), strSize(s))
  end(back)
}

/** Items that cross at once. */
const SOME: u32 = 32

/**
 * How many rounds a For Each makes over a value; -1 when its type cannot, -2 with a failure. Its first items, living in the run's
 * region, are the answer.
 */
export function itemCount(low: u32, high: u32, region: usize): f64 {
  const back = begin(region)
  const v = items(boxOf(low, high))
  let n: i64 = -1
  if (v != ERROR) {
    const kind = kindOf(v)
    if (isInt(v)) n = max<i64>(intOf(v), 0)
    else if (kind == Kind.LIST || kind == Kind.STR || kind == Kind.DICT || kind == Kind.FORM_PARTS) n = length(v)
  }
  if (pending()) {
    failed()
    n = -2
  }
  setAnswer(0, 0)
  if (n > 0 && !giveItems(v, 0, n, region)) n = -2
  end(back)
  return <f64>n
}
/** The items from this number on, at least one of them, as the answer. 0 with a failure of the first one. */
export function itemsFrom(low: u32, high: u32, from: u32, region: usize): i32 {
  const back = begin(region)
  const v = items(boxOf(low, high))
  const given = giveItems(v, from, isInt(v) ? intOf(v) : length(v), region)
  end(back)
  return i32(given)
}
function giveItems(v: Value, from: u32, length: i64, region: usize): bool {
  const most = <u32>min<i64>(SOME, length - from)
  const boxes = alloc(<usize>most << 3)
  const isDict = !isInt(v) && kindOf(v) == Kind.DICT
  if (isDict) startDictItems(v, from)
  let n: u32 = 0
  for (; n < most; n++) {
    let r: Value = isInt(v) ? boxInt(<i64>from + n) : isDict ? nextDictItem() : getItem(v, boxInt(<i64>from + n))
    if (r != ERROR) {
      const inner = enterRegion(region)
      r = persist(r)
      enterRegion(inner)
    }
    if (r == ERROR) break
    store<u64>(boxes + (<usize>n << 3), r)
  }
  setAnswer(boxes, <usize>n << 3)
  if (n == most) return true
  // Who asks for that one alone hears why.
  if (n > 0) takePending()
  else failed()
  return n > 0
}
function items(v: Value): Value {
  if (kindOf(v) != Kind.ENTITY) return v
  return entityValue(v)
}
/** Where the values of a dict are taken from: the next child of an object of a document, or the next entry of a table. */
let dictChild: usize = 0
let dictTable: usize = 0
let dictPlace: u32 = 0
function startDictItems(v: Value, from: u32): void {
  dictChild = dictTable = 0
  dictPlace = 0
  if (isTape(v) && isLiveTape(addressOf(v))) {
    dictChild = firstChild(addressOf(v))
    while (from--) dictChild = after(dictChild + 16)
    return
  }
  dictTable = asDict(v)
  while (from-- && liveEntry(dictTable, dictPlace)) dictPlace = foundAt + 1
}
function nextDictItem(): Value {
  if (dictChild) {
    const value = nodeValue(dictChild + 16)
    dictChild = after(dictChild + 16)
    return value
  }
  const e = liveEntry(dictTable, dictPlace)
  dictPlace = foundAt + 1
  return e ? entryValue(e) : None
}
