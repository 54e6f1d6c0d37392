// What the larger instructions do: calls with * and **, class statements, raise, except, with, yield from, displays.
import { copyBytes } from '../memory/copy.ts'
import { nativeCount, nativeName, nativeQualifier } from '../builtins/native.ts'
import { asDict, dictDelete, dictGetStr, dictSet, dictSetStr, dictUpdate, isDict, newDict } from '../container/dict.ts'
import { listExtend, listItems, listLength } from '../container/list.ts'
import { newSet, setAdd } from '../container/set.ts'
import { entriesUsed, ENTRY, entriesOf, entryAt, entryKey, entryValue, findEntry } from '../container/table.ts'
import { roomForTuple, tupleAt, tupleLength, isTuple, tupleOf } from '../container/tuple.ts'
import { copyTapeString, tapeStringRoom } from '../json/tape.ts'
import { reserve } from '../memory/limits.ts'
import { resizeLast } from '../memory/region.ts'
import { floatRepr, REPR_ROOM } from '../number/float-text.ts'
import { writeInteger } from '../text/builder.ts'
import { entityValue } from '../message/entity.ts'
import { setItem } from '../ops/assign.ts'
import { next } from '../ops/iterate.ts'
import { getItemCached } from '../ops/subscript.ts'
import { repr } from '../ops/text.ts'
import { truth } from '../ops/truth.ts'
import { asStr, finishStr, isStr, roomForStr, STR_SIZE, strBytes, strHash, strSize, textOf, strConst } from '../text/str.ts'
import { auxAt, isKind, Kind, kindOf, setAux, setSlot, slot, wordAt } from '../value/object.ts'
import { addressOf, boxBool, boxHeap, ERROR, floatOf, intOf, isFloat, isHeap, isInt, isTape, None, STOP, UNBOUND, Value } from '../value/value.ts'
import { bind, callMethod1, getAttr, hasAttr, lookupAttr, lookupType } from './attribute.ts'
import { call0, call1, call3 } from './call.ts'
import { buildClass, metaclassOf, prepareNamespace, spreadKeywords, spreadNames as keywordNames } from './class.ts'
import { currentFrame, enterNative, FrameFlag, handling, leaveNative, NATIVE_LIMIT, nativeDepth, setCurrentFrame, setStackTop, stackTop } from './frame.ts' // prettier-ignore
import { setCause, setContext } from './exception.ts'
import { pushFunction } from './function.ts'
import { generatorClose, generatorSend, GeneratorState, generatorState, noun, stopValue } from './generator.ts'
import { run } from './loop.ts'
import { moduleAttribute } from './module.ts'
import * as names from './names.ts'
import { plain } from './native-self.ts'
import { ExcKind, pendingException, pendingIs, raise, raiseValue, raiseWith, takePending } from './raise.ts'
import { describeFunction } from './function-name.ts'
import { exceptionClass, isClass, isInstanceOf, isSubclass, typeName, typeOf } from './type.ts'

/** R[b][text]; the cache word gets the place of the key: its lower half in a dict, its upper half in a JSON object. ERROR. */
export function getKey(o: Value, key: Value, cache: usize): Value {
  if (isKind(o, Kind.DICT)) {
    const t = addressOf(o)
    const e = findEntry(t, key, strHash(asStr(key)))
    if (e > 1) {
      store<u32>(cache, <u32>((e - entriesOf(t)) / ENTRY))
      return entryValue(e)
    }
  }
  // Keys that start with ^ ask an entity about itself.
  if (isKind(o, Kind.ENTITY) && strSize(asStr(key)) && load<u8>(strBytes(asStr(key))) != 0x5e) {
    const value = entityValue(o)
    if (value == ERROR) return ERROR
    if (isTape(value)) return getItemCached(value, key, cache + 4)
  }
  return getItemCached(o, key, cache + 4)
}

/** Arguments of f(*list, **dict) as one tuple; their names are then in spreadNames(). */
export function spreadArguments(positional: Value, keywords: Value): Value {
  if (isKind(positional, Kind.LIST)) {
    const l = addressOf(positional)
    return spreadKeywords(listItems(l), listLength(l), keywords)
  }
  const t = addressOf(positional)
  return spreadKeywords(t + 8, tupleLength(t), keywords)
}
export function spreadNames(): Value {
  return keywordNames
}

/** list.extend for `[*x]` and, with the function, for `f(*x)`. */
export function extendForSpread(list: Value, x: Value, fn: Value): bool {
  if (!isIterable(x, kindOf(x))) {
    const what = fn == UNBOUND ? 'Value' : describeFunction(fn) + ' argument'
    raise(ExcKind.TypeError, what + ' after * must be an iterable, not ' + typeName(x))
    return false
  }
  return listExtend(list, x)
}
function isIterable(x: Value, kind: Kind): bool {
  if (kind >= Kind.FUNCTION) {
    if (kind == Kind.GENERATOR) return true
    const it = lookupType(typeOf(x), names.ITER)
    return it != UNBOUND || lookupType(typeOf(x), names.GETITEM) != UNBOUND || plain(x) != x
  }
  return !(kind == Kind.INT || kind == Kind.FLOAT || kind == Kind.NONE || kind == Kind.BOOL || kind == Kind.BIGINT || kind == Kind.NATIVE || kind == Kind.SLICE)
}

/** `{**x}` */
export function updateDict(d: Value, x: Value): bool {
  if (!isDict(x) && !hasAttr(x, strConst('keys'))) {
    raise(ExcKind.TypeError, "'" + typeName(x) + "' object is not a mapping")
    return false
  }
  return dictUpdate(d, x)
}

/** `f(**x)`: keys must be text and new. */
export function mergeKeywords(d: Value, x: Value, fn: Value): bool {
  let from = x
  if (!isDict(x)) {
    if (!hasAttr(x, strConst('keys'))) {
      raise(ExcKind.TypeError, describeFunction(fn) + ' argument after ** must be a mapping, not ' + typeName(x))
      return false
    }
    from = newDict()
    if (!dictUpdate(from, x)) return false
  }
  const t = asDict(from)
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entryAt(t, i)
    const key = entryKey(e)
    if (key == UNBOUND) continue
    const word = plain(key)
    if (!isStr(word)) {
      // The fields of a text cannot name it.
      if (isKind(fn, Kind.NATIVE) && nativeName(wordAt(addressOf(fn))) == names.FORMAT_METHOD) continue
      raise(ExcKind.TypeError, 'keywords must be strings')
      return false
    }
    if (dictGetStr(d, word) != UNBOUND) {
      raise(ExcKind.TypeError, describeFunction(fn) + " got multiple values for keyword argument '" + textOf(word) + "'")
      return false
    }
    dictSetStr(d, word, entryValue(e))
  }
  return true
}

export function buildSet(values: usize, n: u32): Value {
  const s = newSet()
  for (let i: u32 = 0; i < n; i++) if (!setAdd(s, load<u64>(values + (<usize>i << 3)))) return ERROR
  return s
}
export function buildDict(values: usize, n: u32): Value {
  const d = newDict(n)
  for (let i: u32 = 0; i < n; i++) {
    const p = values + (<usize>i << 4)
    if (!dictSet(d, load<u64>(p), load<u64>(p, 8))) return ERROR
  }
  return d
}
/** The parts of an f-string put together. */
export function buildString(values: usize, n: u32): Value {
  let size: usize = 0
  for (let i: u32 = 0; i < n; i++) size += partRoom(load<u64>(values + (<usize>i << 3)))
  if (size > 65536 && !reserve(size)) return ERROR
  const s = roomForStr(size)
  let to = strBytes(s)
  for (let i: u32 = 0; i < n; i++) to += putPart(load<u64>(values + (<usize>i << 3)), to)
  const length = to - strBytes(s)
  if (length != size) {
    resizeLast(s, STR_SIZE + size, STR_SIZE + length)
    store<u32>(s, <u32>length, 8)
  }
  return finishStr(s)
}
/** Bytes that a part of an f-string takes at most: text, or a number that is still to be written. */
// @ts-ignore: decorator
@inline function partRoom(v: Value): usize {
  if (isHeap(v)) return strSize(addressOf(v))
  return isTape(v) ? tapeStringRoom(addressOf(v)) : <usize>REPR_ROOM
}
function putPart(v: Value, to: usize): usize {
  if (isInt(v)) return writeInteger(to, intOf(v))
  if (isFloat(v)) return <usize>floatRepr(floatOf(v), to)
  if (isTape(v)) return copyTapeString(addressOf(v), to)
  copyBytes(to, strBytes(addressOf(v)), strSize(addressOf(v)))
  return strSize(addressOf(v))
}

/** The class statement. ERROR. */
export function classStatement(body: Value, name: Value, givenBases: Value, givenKeywords: Value): Value {
  const bases = resolveBases(givenBases)
  if (bases == ERROR) return ERROR
  let asked: Value = UNBOUND
  let keywords = givenKeywords == None ? UNBOUND : givenKeywords
  if (keywords != UNBOUND) {
    asked = dictGetStr(keywords, names.METACLASS)
    if (asked != UNBOUND) {
      dictDelete(keywords, names.METACLASS)
      if (asked == typeOfType()) asked = UNBOUND
    }
  }
  let meta = asked
  if (asked == UNBOUND || isClass(asked)) {
    meta = metaclassOf(asked, addressOf(bases))
    if (meta == ERROR) return ERROR
  }
  const namespace = prepareNamespace(meta, name, bases, keywords)
  if (namespace == ERROR) return ERROR
  const cell = runBody(body, namespace)
  if (cell == ERROR) return ERROR
  if (bases != givenBases && !setItem(namespace, names.ORIG_BASES, givenBases)) return ERROR
  const isCell = isKind(cell, Kind.CELL)
  if (isCell && !setItem(namespace, names.CLASSCELL, cell)) return ERROR
  const cls = buildClass(meta, name, bases, namespace, keywords)
  if (cls != ERROR && isCell && isClass(cls) && slot(addressOf(cell), 0) == UNBOUND) {
    return raise(
      ExcKind.RuntimeError,
      '__class__ not set defining ' + reprText(name) + ' as ' + reprText(cls) + '. Was __classcell__ propagated to type.__new__?',
    )
  }
  return cls
}
function reprText(v: Value): string {
  const text = repr(v)
  return text == ERROR ? '' : textOf(text)
}
function typeOfType(): Value {
  return typeOf(exceptionClass(ExcKind.Exception))
}
/** Bases that are no classes may stand for others (`__mro_entries__`). */
function resolveBases(bases: Value): Value {
  const t = addressOf(bases)
  const n = tupleLength(t)
  for (let i: u32 = 0; i < n; i++) {
    const base = tupleAt(t, i)
    if (isClass(base) || kindOf(base) < Kind.FUNCTION) continue
    const entries = lookupAttr(base, strConst('__mro_entries__'))
    if (entries == ERROR) return ERROR
    if (entries == UNBOUND) continue
    const real = call1(entries, bases)
    if (real == ERROR || !isTuple(real)) return real == ERROR ? ERROR : raise(ExcKind.TypeError, '__mro_entries__ must return a tuple')
    const m = tupleLength(addressOf(real))
    const fresh = roomForTuple(n - 1 + m)
    copyBytes(fresh + 8, t + 8, <usize>i << 3)
    copyBytes(fresh + 8 + (<usize>i << 3), addressOf(real) + 8, <usize>m << 3)
    copyBytes(fresh + 8 + (<usize>(i + m) << 3), t + 16 + (<usize>i << 3), <usize>(n - 1 - i) << 3)
    return resolveBases(boxHeap(fresh))
  }
  return bases
}
function runBody(body: Value, namespace: Value): Value {
  if (nativeDepth >= NATIVE_LIMIT) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  const below = currentFrame
  const top = stackTop
  const f = pushFunction(body, 0, 0, None, FrameFlag.ENTRY)
  if (!f) return ERROR
  store<u64>(f, namespace, 40)
  enterNative()
  const r = run(f)
  leaveNative()
  setCurrentFrame(below)
  setStackTop(top)
  return r
}

/** `raise x from cause` (UNBOUND: no cause). */
export function raiseFrom(x: Value, cause: Value): void {
  let why = cause
  if (cause != UNBOUND && cause != None && !isKind(cause, Kind.EXCEPTION)) {
    if (isClass(cause) && isSubclass(cause, exceptionClass(ExcKind.BaseException))) {
      why = call0(cause)
      if (why == ERROR) return
    } else {
      raise(ExcKind.TypeError, 'exception causes must derive from BaseException')
      return
    }
  }
  let e = x
  if (isClass(x) && isSubclass(x, exceptionClass(ExcKind.BaseException))) {
    e = call0(x)
    if (e == ERROR) return
    if (!isKind(e, Kind.EXCEPTION)) {
      raise(ExcKind.TypeError, 'calling ' + textOf(repr(x)) + ' should have returned an instance of BaseException, not ' + textOf(repr(typeOf(e))))
      return
    }
  }
  raiseValue(e)
  if (cause != UNBOUND && isKind(pendingException, Kind.EXCEPTION) && pendingException == e) setCause(e, why)
}
export function raiseHandled(): void {
  const e = handling()
  if (e == None) raise(ExcKind.RuntimeError, 'No active exception to reraise')
  else raiseValue(e)
}
export function raiseAssertion(message: Value): void {
  if (message == UNBOUND) raise(ExcKind.AssertionError, '')
  else raiseWith(ExcKind.AssertionError, message)
}

/** Whether an exception is of a class or of one of a tuple. ERROR. */
export function matchException(e: Value, cls: Value): Value {
  if (isTuple(cls)) {
    const n = tupleLength(addressOf(cls))
    for (let i: u32 = 0; i < n; i++) {
      const one = tupleAt(addressOf(cls), i)
      if (!isClass(one) || !isSubclass(one, exceptionClass(ExcKind.BaseException))) return matchException(e, isTuple(one) ? None : one)
    }
    for (let i: u32 = 0; i < n; i++) {
      const r = matchException(e, tupleAt(addressOf(cls), i))
      if (r == ERROR || r == boxBool(true)) return r
    }
    return boxBool(false)
  }
  if (!isClass(cls) || !isSubclass(cls, exceptionClass(ExcKind.BaseException))) {
    return raise(ExcKind.TypeError, 'catching classes that do not inherit from BaseException is not allowed')
  }
  return boxBool(isInstanceOf(e, cls))
}

/** Two registers at `to`: the bound `__exit__`, and what `__enter__()` gave. False with a fault pending. */
export function enterWith(manager: Value, to: usize): bool {
  const cls = typeOf(manager)
  const enter = lookupType(cls, names.ENTER)
  const exit = lookupType(cls, names.EXIT)
  if (enter == UNBOUND || exit == UNBOUND) {
    raise(
      ExcKind.TypeError,
      "'" + typeName(manager) + "' object does not support the context manager protocol" + (enter == UNBOUND ? '' : ' (missed __exit__ method)'),
    )
    return false
  }
  const bound = bind(exit, manager, cls)
  const method = bind(enter, manager, cls)
  if (bound == ERROR || method == ERROR) return false
  store<u64>(to, bound)
  const v = call0(method)
  if (v == ERROR) return false
  store<u64>(to, v, 8)
  return true
}
/** exit(type, exception, traceback), or exit(None, None, None): whether the exception is done with. ERROR. */
export function exitWith(exit: Value, e: Value): Value {
  if (e == None) return call3(exit, None, None, None)
  const r = call3(exit, typeOf(e), e, slot(addressOf(e), 4))
  if (r == ERROR) return ERROR
  const t = truth(r)
  return t < 0 ? ERROR : boxBool(t != 0)
}

/** The next value of an inner iterator of `yield from`: a value, STOP, ERROR. */
export function sendTo(it: Value, sent: Value): Value {
  lastStop = UNBOUND
  if (isKind(it, Kind.GENERATOR)) return generatorSend(it, sent)
  if (sent == None) return next(it)
  const r = callMethod1(it, names.SEND, sent)
  if (r == ERROR && pendingIs(ExcKind.StopIteration)) {
    lastStop = takePending()
    return STOP
  }
  return r
}
let lastStop: Value = UNBOUND
export function sentResult(it: Value): Value {
  return lastStop == UNBOUND ? stopValue(it) : lookupAttr(lastStop, names.VALUE)
}

/** A generator that was made for a loop is closed when the loop is left, as if its last reference had gone. */
export function ownGenerator(v: Value): void {
  if (generatorState(addressOf(v)) == GeneratorState.FRESH) setAux(addressOf(v), 1)
}
export function leaveGenerator(v: Value): bool {
  return auxAt(addressOf(v)) != 1 || generatorClose(v) != ERROR
}

/** A StopIteration that leaves a generator's body is a mistake of it. */
export function stoppedInside(g: usize): void {
  const cause = takePending()
  raise(ExcKind.RuntimeError, noun(g) + ' raised StopIteration')
  setContext(pendingException, cause)
  setCause(pendingException, cause)
}

/** `from m import *` */
export function importStar(m: Value, globals: Value): bool {
  const all = lookupAttr(m, strConst('__all__'))
  if (all == ERROR) return false
  const d = slot(addressOf(m), 1)
  if (all != UNBOUND) {
    const list = tupleOf(all)
    if (list == ERROR) return false
    for (let i: u32 = 0; i < tupleLength(addressOf(list)); i++) {
      const v = getAttr(m, tupleAt(addressOf(list), i))
      if (v == ERROR) return false
      dictSetStr(globals, tupleAt(addressOf(list), i), v)
    }
    return true
  }
  loadAllNatives(m)
  const t = asDict(d)
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const key = entryKey(entryAt(t, i))
    if (key == UNBOUND || load<u8>(strBytes(asStr(key))) == 0x5f) continue
    dictSetStr(globals, key, entryValue(entryAt(t, i)))
  }
  return true
}
/** Puts every native of a module into its dict. */
export function loadAllNatives(m: Value): void {
  const q = load<u32>(addressOf(m), 4)
  if (!q) return
  for (let i: u32 = 0; i < nativeCount(); i++) {
    if (nativeQualifier(i) == q) moduleAttribute(m, nativeName(i))
  }
}
