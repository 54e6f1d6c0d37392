// Calling a native: positional and keyword arguments go to its parameters, defaults fill the rest, and what does not fit
// raises CPython's TypeError. A native gets one Value per parameter: UNBOUND where it has a default of its own.
import { keepsInstance } from '../vm/native-self.ts'
import { clearBytes, copyBytes } from '../memory/copy.ts'
import { callNative } from '../generated/natives.ts'
import { NATIVE_DATA, QUALIFIER_OF_KIND, QUALIFIER_OFFSETS } from '../generated/natives.ts'
import { asDict, newDict, dictSetStr } from '../container/dict.ts'
import { entriesUsed, entryAt, entryKey, entryValue } from '../container/table.ts'
import { setItem } from '../ops/assign.ts'
import { call0, call1 } from '../vm/call.ts'
import { newTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { asStr, internBytes, strBytes, strSize, textOf } from '../text/str.ts'
import { alloc, enterRegion, staticRegion } from '../memory/region.ts'
import { isKind, Kind, kindOf } from '../value/object.ts'
import { typeName } from '../vm/type.ts'
import { addressOf, boxInt, ERROR, False, None, True, UNBOUND, Value } from '../value/value.ts'
import { pushValues, setStackTop, stackTop } from '../vm/frame.ts'
import { alloc, enterRegion, staticRegion } from '../memory/region.ts'
import { plain as plainOf } from '../vm/native-self.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { qualifierNamed, typeOfKind } from '../vm/type.ts'
import { NativeFlag, recordOf } from './native.ts'

/** Argument `i` of a native. */
// @ts-ignore: decorator
@inline export function arg(args: usize, i: usize): Value {
  return load<u64>(args + (i << 3))
}

/** Calls a native with its self (UNBOUND for a function). ERROR with a fault pending. */
export function callBound(index: u32, self: Value, args: usize, argc: i32, kwnames: Value): Value {
  const r = recordOf(index)
  const flags = <u32>load<u8>(r, 1)
  const positional = <i32>load<u8>(r, 2)
  const plain = <i32>load<u8>(r, 3)
  const keyword = <i32>load<u8>(r, 4)
  const own = positional + plain + keyword
  const total = own + i32((flags & NativeFlag.VARARGS) != 0) + i32((flags & NativeFlag.VARKW) != 0)
  const top = stackTop
  const p = pushValues(total + 1)
  if (!p) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded')
  const hasSelf = (flags & NativeFlag.METHOD) != 0 && self != UNBOUND
  if (flags & NativeFlag.METHOD) {
    const own = hasSelf ? self : argc ? load<u64>(args) : UNBOUND
    if (!selfFits(<u32>load<u8>(r), own) && !(own != UNBOUND && keepsInstance(index, own))) return wrongSelf(index, hasSelf || argc > 0, own)
  }
  const first = hasSelf ? 1 : 0
  if (hasSelf) store<u64>(p, self)
  const named = kwnames == None ? 0 : <i32>tupleLength(addressOf(kwnames))
  const given = argc - named
  const room = positional + plain - first
  if (given > room && !(flags & NativeFlag.VARARGS)) {
    setStackTop(top)
    return tooMany(index, given, named)
  }
  const taken = min(given, room)
  copyBytes(p + (<usize>first << 3), args, <usize>taken << 3)
  for (let i = first + taken; i < total; i++) store<u64>(p + (<usize>i << 3), UNBOUND)
  if (flags & NativeFlag.VARARGS) {
    store<u64>(p + (<usize>own << 3), newTuple(args + (<usize>taken << 3), <u32>(given - taken)))
  }
  const extra = flags & NativeFlag.VARKW ? newDict() : UNBOUND
  if (flags & NativeFlag.VARKW) store<u64>(p + (<usize>(total - 1) << 3), extra)
  for (let k = 0; k < named; k++) {
    const name = tupleAt(addressOf(kwnames), k)
    const value = load<u64>(args + (<usize>(given + k) << 3))
    const at = parameterNamed(r, positional, own, name)
    if (at >= 0) {
      if (load<u64>(p + (<usize>at << 3)) != UNBOUND) {
        setStackTop(top)
        return twice(index, at + 1 - first, name)
      }
      store<u64>(p + (<usize>at << 3), value)
    } else if (extra != UNBOUND) dictSetStr(extra, name, value)
    else {
      setStackTop(top)
      return unknownKeyword(index, name)
    }
  }
  // The header of a record is followed by its name and the parameters.
  if (taken < room || keyword) {
    const missing = fillDefaults(r, p, own)
    if (missing >= 0) {
      setStackTop(top)
      return missingArgument(index, missing, given, first)
    }
  }
  if (takesPlain(<u32>load<u8>(r))) for (let i = 0; i < own; i++) store<u64>(p + (<usize>i << 3), scalarOf(load<u64>(p + (<usize>i << 3))))
  let result = callNative(index, p)
  if (self != UNBOUND && !hasSelf && result != ERROR && (isKind(self, Kind.CLASS) || self == typeOfKind(Kind.BOOL))) result = instanceOf(self, result)
  setStackTop(top)
  return result
}
/** What a class method of a built-in type made, as an instance of the script's class that it was called on. ERROR. */
function instanceOf(cls: Value, made: Value): Value {
  if (!isKind(made, Kind.DICT)) return call1(cls, made)
  const v = call0(cls)
  const t = asDict(made)
  for (let i: u32 = 0; v != ERROR && i < entriesUsed(t); i++) {
    if (!setItem(v, entryKey(entryAt(t, i)), entryValue(entryAt(t, i)))) return ERROR
  }
  return v
}

/** What derives from a list, dict or set may have its own way to be looped over or asked: it stays. */
function scalarOf(v: Value): Value {
  const inner = plainOf(v)
  const kind = kindOf(inner)
  return kind == Kind.LIST || (kind >= Kind.DICT && kind <= Kind.FROZENSET) ? v : inner
}

let plainTypes: usize = 0
/**
 * Natives of text, numbers and math see instances of classes that derive from built-in types as the values inside them.
 * Others may keep what they are given, so they get it as it is.
 */
function takesPlain(qualifier: u32): bool {
  if (!plainTypes) {
    const back = enterRegion(staticRegion())
    plainTypes = alloc(256)
    clearBytes(plainTypes, 256)
    enterRegion(back)
    const names = ['str', 'bytes', 'bytearray', 'int', 'float', 'math', '_re', '_struct', '_hash', '_aes', '_calendar']
    for (let i = 0; i < names.length; i++) store<u8>(plainTypes + <usize>qualifierNamed(names[i]), 1)
    store<u8>(plainTypes, 0)
  }
  return load<u8>(plainTypes + <usize>qualifier) != 0
}

/** Number of the parameter with this name that may be given by name, or -1. */
function parameterNamed(r: usize, positional: i32, own: i32, name: Value): i32 {
  const s = asStr(name)
  const size = strSize(s)
  let at = r + 6 + <usize>load<u8>(r, 5)
  for (let i = 0; i < own; i++) {
    const n = <usize>load<u8>(at)
    if (i >= positional && n == size && memory.compare(at + 1, strBytes(s), n) == 0) return i
    at = afterParameter(at)
  }
  return -1
}
function afterParameter(at: usize): usize {
  at += 1 + <usize>load<u8>(at)
  const tag = <u32>load<u8>(at)
  return at + (tag == 4 ? 5 : tag == 5 ? 2 + <usize>load<u8>(at, 1) : 1)
}

/** Fills what was not given; returns the first required parameter that is missing, or -1. */
function fillDefaults(r: usize, p: usize, own: i32): i32 {
  let at = r + 6 + <usize>load<u8>(r, 5)
  for (let i = 0; i < own; i++) {
    const slot = p + (<usize>i << 3)
    if (load<u64>(slot) == UNBOUND) {
      const d = at + 1 + <usize>load<u8>(at)
      switch (<u32>load<u8>(d)) {
        case 0:
          return i
        case 1:
          store<u64>(slot, None)
          break
        case 2:
          store<u64>(slot, True)
          break
        case 3:
          store<u64>(slot, False)
          break
        case 4:
          store<u64>(slot, boxInt(<i64>load<i32>(d, 1)))
          break
        case 5:
          store<u64>(slot, internBytes(d + 2, <usize>load<u8>(d, 1)))
          break
      }
    }
    at = afterParameter(at)
  }
  return -1
}

/** Whether a value is of the built-in type whose method it is given to: natives read their self without asking. */
function selfFits(q: u32, self: Value): bool {
  const kind = kindOf(self)
  if (self != UNBOUND && <u32>load<u8>(QUALIFIER_OF_KIND + <usize>kind) == q) return true
  if (!dataTypes) prepareDataTypes()
  if (!load<u8>(dataTypes + <usize>q)) return true
  return kind == Kind.BOOL && q == <u32>load<u8>(QUALIFIER_OF_KIND + Kind.INT)
}
/** By qualifier: 1 for the types of built-in values, whose layout their methods rely on. */
let dataTypes: usize = 0
function prepareDataTypes(): void {
  const back = enterRegion(staticRegion())
  dataTypes = alloc(256)
  clearBytes(dataTypes, 256)
  for (let k: usize = 0; k < 256; k++) {
    if (<i32>k < Kind.FUNCTION || <i32>k >= Kind.DECIMAL) store<u8>(dataTypes + <usize>load<u8>(QUALIFIER_OF_KIND + k), 1)
  }
  store<u8>(dataTypes, 0)
  enterRegion(back)
}
function wrongSelf(index: u32, given: bool, self: Value): Value {
  const r = recordOf(index)
  const type = typeOfRecord(r)
  const name = shortName(r)
  if (isSlot(r)) {
    if (!given) return raise(ExcKind.TypeError, "descriptor '" + name + "' of '" + type + "' object needs an argument")
    return raise(ExcKind.TypeError, "descriptor '" + name + "' requires a '" + type + "' object but received a '" + typeName(self) + "'")
  }
  if (!given) return raise(ExcKind.TypeError, 'unbound method ' + type + '.' + name + '() needs an argument')
  return raise(ExcKind.TypeError, "descriptor '" + name + "' for '" + type + "' objects doesn't apply to a '" + typeName(self) + "' object")
}

function required(r: usize, own: i32): i32 {
  let at = r + 6 + <usize>load<u8>(r, 5)
  let count = 0
  for (let i = 0; i < own; i++) {
    if (load<u8>(at + 1 + <usize>load<u8>(at)) == 0) count++
    at = afterParameter(at)
  }
  return count
}

function shortName(r: usize): string {
  return String.UTF8.decodeUnsafe(r + 6, <usize>load<u8>(r, 5), false)
}
/** The name that messages of natives without keywords use: `list.append`, `len`. */
function fullName(r: usize): string {
  const type = typeOfRecord(r)
  return type.length ? type + '.' + shortName(r) : shortName(r)
}
/** The type or module a native belongs to; empty for a builtin function. */
function typeOfRecord(r: usize): string {
  const q = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>load<u8>(r) << 2))
  return String.UTF8.decodeUnsafe(q + 2, <usize>load<u8>(q, 1), false)
}
function plural(n: i32): string {
  return n == 1 ? ' argument' : ' arguments'
}

/** Whether a method is called by an operator in CPython: those count their arguments in words of their own. */
function isSlot(r: usize): bool {
  const name = r + 6
  const n = <usize>load<u8>(r, 5)
  if (n < 6 || load<u16>(name) != 0x5f5f || !(load<u8>(r, 1) & NativeFlag.METHOD)) return false
  const q = typeOfRecord(r)
  const plain = shortName(r)
  if (plain == '__getitem__') return q != 'dict' && q != 'list'
  if (plain == '__contains__') return q != 'dict' && q != 'set' && q != 'frozenset'
  return !ordinary.includes(plain)
}
const ordinary = [
  '__class_getitem__', '__reversed__', '__format__', '__round__', '__trunc__', '__floor__', '__ceil__', '__sizeof__', '__dir__', '__complex__',
  '__bytes__', '__enter__', '__exit__', '__instancecheck__', '__subclasscheck__', '__length_hint__', '__prepare__', '__subclasses__', '__set_name__',
] // prettier-ignore
function slotCount(r: usize, given: i32, least: i32, most: i32): Value {
  if (shortName(r) == '__init__') return raise(ExcKind.TypeError, typeOfRecord(r) + ' expected at most ' + most.toString() + plural(most) + ', got ' + given.toString())
  const bound = least == most ? '' : given < least ? 'at least ' : 'at most '
  const n = given < least ? least : most
  // A row's `*` and what may have two arguments are checked by a function that puts its own (empty) name in front.
  const spaced = most > 1 || (shortName(r).endsWith('mul__') && typeOfRecord(r) != 'int' && typeOfRecord(r) != 'float')
  return raise(ExcKind.TypeError, (spaced ? ' ' : '') + 'expected ' + bound + n.toString() + (n == 1 ? ' argument' : ' arguments') + ', got ' + given.toString())
}

function tooMany(index: u32, given: i32, named: i32): Value {
  const r = recordOf(index)
  const self = load<u8>(r, 1) & NativeFlag.METHOD ? 1 : 0
  const own = <i32>load<u8>(r, 2) + <i32>load<u8>(r, 3)
  const most = own - self
  const least = max(required(r, own) - self, 0)
  if (isSlot(r)) return slotCount(r, given, least, most)
  if (load<u8>(r, 1) & NativeFlag.KEYWORDS) {
    const keyword = <i32>load<u8>(r, 4)
    if (keyword && most == 1 && least == 1 && load<u8>(r, 2) == 1) return expectedOne(r, given)
    if (keyword) {
      if (most == 0) return raise(ExcKind.TypeError, shortName(r) + '() takes no positional arguments')
      return raise(ExcKind.TypeError, shortName(r) + '() takes ' + (least == most ? 'exactly ' : 'at most ') + most.toString() + ' positional' + plural(most) + ' (' + given.toString() + ' given)')
    }
    return raise(ExcKind.TypeError, shortName(r) + '() takes ' + (least == most ? 'exactly ' : 'at most ') + most.toString() + plural(most) + ' (' + (given + named).toString() + ' given)')
  }
  if (most == 0) return raise(ExcKind.TypeError, fullName(r) + '() takes no arguments (' + given.toString() + ' given)')
  if (most == 1 && least == 1 && isMaker(r)) return expectedOne(r, given)
  if (most == 1 && least == 1) return raise(ExcKind.TypeError, fullName(r) + '() takes exactly one argument (' + given.toString() + ' given)')
  if (self && most == 3 && least == 1 && searches(r)) return raise(ExcKind.TypeError, shortName(r) + '() takes at most 3 arguments (' + given.toString() + ' given)')
  return raise(ExcKind.TypeError, shortName(r) + ' expected ' + (least == most ? '' : 'at most ') + most.toString() + plural(most) + ', got ' + given.toString())
}

function missingArgument(index: u32, missing: i32, given: i32, first: i32): Value {
  const r = recordOf(index)
  const flags = load<u8>(r, 1)
  const self = flags & NativeFlag.METHOD ? 1 : 0
  if (self && missing == 0) {
    const q = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>load<u8>(r) << 2))
    return raise(ExcKind.TypeError, "unbound method " + fullName(r) + "() needs an argument")
  }
  const own = <i32>load<u8>(r, 2) + <i32>load<u8>(r, 3)
  const least = required(r, own) - self
  const most = own - self
  if (isSlot(r)) return slotCount(r, given, least, most)
  if (flags & NativeFlag.KEYWORDS && missing >= <i32>load<u8>(r, 2)) {
    let at = r + 6 + <usize>load<u8>(r, 5)
    for (let i = 0; i < missing; i++) at = afterParameter(at)
    const name = String.UTF8.decodeUnsafe(at + 1, <usize>load<u8>(at), false)
    if (missing >= own) return raise(ExcKind.TypeError, shortName(r) + "() missing required keyword-only argument: '" + name + "'")
    return raise(ExcKind.TypeError, shortName(r) + "() missing required argument '" + name + "' (pos " + (missing + 1 - self).toString() + ')')
  }
  if (most == 1 && least == 1 && (load<u8>(r, 4) || isMaker(r))) return expectedOne(r, given)
  if (flags & NativeFlag.KEYWORDS) {
    return raise(ExcKind.TypeError, shortName(r) + (least == most ? '() takes exactly ' : '() takes at least ') + least.toString() + ' positional' + plural(least) + ' (' + given.toString() + ' given)')
  }
  if (most == 1 && least == 1) return raise(ExcKind.TypeError, fullName(r) + '() takes exactly one argument (' + given.toString() + ' given)')
  // str.find and its like: sub, start, end.
  if (self && most == 3 && least == 1 && searches(r)) return raise(ExcKind.TypeError, shortName(r) + '() takes at least 1 argument (0 given)')
  return raise(ExcKind.TypeError, shortName(r) + ' expected ' + (least == most && !(flags & NativeFlag.VARARGS) ? '' : 'at least ') + least.toString() + plural(least) + ', got ' + given.toString())
}

/** Methods of text and bytes that take what to look for, start and end. */
function searches(r: usize): bool {
  const q = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>load<u8>(r) << 2))
  // `str`, `bytes`, `bytearray`.
  return load<u8>(q, 2) == 0x73 || load<u8>(q, 2) == 0x62
}
/** Types of one argument: they count in other words than functions do. */
function isMaker(r: usize): bool {
  const name = shortName(r)
  return name == 'reversed' || name == 'staticmethod' || name == 'classmethod'
}
/** As `sorted` says it. */
function expectedOne(r: usize, given: i32): Value {
  return raise(ExcKind.TypeError, shortName(r) + ' expected 1 argument, got ' + given.toString())
}

function twice(index: u32, at: i32, name: Value): Value {
  const r = recordOf(index)
  return raise(ExcKind.TypeError, 'argument for ' + shortName(r) + "() given by name ('" + textOf(name) + "') and position (" + at.toString() + ')')
}
function unknownKeyword(index: u32, name: Value): Value {
  const r = recordOf(index)
  if (load<u8>(r, 1) & NativeFlag.KEYWORDS) return raise(ExcKind.TypeError, "'" + textOf(name) + "' is an invalid keyword argument for " + (shortName(r) == 'sorted' ? 'sort' : shortName(r)) + '()')
  return raise(ExcKind.TypeError, (isSlot(r) ? 'wrapper ' + shortName(r) : fullName(r)) + '() takes no keyword arguments')
}
