// Names that every script sees: built-in functions, types, exceptions, and the modules that need no import.
import { findNative } from '../builtins/native.ts'
import { dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { enterRegion, staticRegion } from '../memory/region.ts'
import { asStr, strBytes, strConst, strSize } from '../text/str.ts'
import { newNative, slot } from '../value/object.ts'
import { addressOf, Ellipsis, ERROR, NotImplemented, True, UNBOUND, Value } from '../value/value.ts'
import { exceptionName } from './exception-table.ts'
import { findModule } from './module.ts'
import { ExcKind } from './raise.ts'
import { exceptionClass, isTypeQualifier, qualifierOfBytes, typeOfQualifier } from './type.ts'

let known: Value = UNBOUND
/** Modules that need no import. */
export const IN_SCOPE: StaticArray<string> = [
  'json', 'math', 'time', 'datetime', 'base64', 'hmac', 'hashlib', 'random', 'struct', 'decimal', 'urllib', 'csv', 'Crypto', 'socket',
] // prettier-ignore

/** Built-in types and helpers of the compiler that are written in DataWay: a name, the module it stands in, its name there. */
const LIBRARY_NAMES: StaticArray<string> = [
  'complex', '_complex', 'complex',
  'complex.imaginary', '_complex', 'imaginary',
  'memoryview', '_memoryview', 'memoryview',
  'BaseExceptionGroup', '_groups', 'BaseExceptionGroup',
  'ExceptionGroup', '_groups', 'ExceptionGroup',
  'async.awaitable', '_async', 'awaitable',
  'async.Item', '_async', 'Item',
  'async.iterator', '_async', 'iterator',
  'async.step', '_async', 'step',
  'async.manager', '_async', 'manager',
  'async.enter', '_async', 'enter',
  'async.leave', '_async', 'leave',
  'aiter', '_async', 'aiter',
  'anext', '_async', 'anext',
  'except*.entered', '_groups', 'entered',
  'except*.matches', '_groups', 'matches',
  'except*.raised', '_groups', 'raised',
  'except*.finish', '_groups', 'finish',
] // prettier-ignore

function libraryName(name: Value): Value {
  for (let i = 0; i < LIBRARY_NAMES.length; i += 3) {
    if (strConst(LIBRARY_NAMES[i]) == name) return fromLibrary(LIBRARY_NAMES[i + 1], LIBRARY_NAMES[i + 2])
  }
  return UNBOUND
}
/** What a module of the library defines under this name. ERROR. */
export function fromLibrary(module: string, name: string): Value {
  const m = findModule(strConst(module))
  return m == ERROR ? ERROR : dictGetStr(slot(addressOf(m), 1), strConst(name))
}

/** A built-in name's value; UNBOUND when there is none, ERROR when loading a module failed. */
export function builtinValue(name: Value): Value {
  if (known == UNBOUND) prepare()
  const had = dictGetStr(known, name)
  if (had != UNBOUND) return had
  const s = asStr(name)
  const index = findNative(0, strBytes(s), strSize(s))
  if (index >= 0) {
    const q = qualifierOfBytes(strBytes(s), strSize(s))
    const back = enterRegion(staticRegion())
    const v = q && isTypeQualifier(q) ? typeOfQualifier(q) : newNative(index, UNBOUND)
    dictSetStr(known, name, v)
    enterRegion(back)
    return v
  }
  const written = libraryName(name)
  if (written != UNBOUND) return written
  return isMessageType(name) ? typeOfQualifier(qualifierOfBytes(strBytes(s), strSize(s))) : moduleInScope(name)
}

/** Types of the platform: in scope although they have no constructor of their own. */
function isMessageType(name: Value): bool {
  return (
    name == strConst('Entity') || name == strConst('MultiMap') || name == strConst('FormDataParts') || name == strConst('Message')
  ) // prettier-ignore
}

function moduleInScope(name: Value): Value {
  for (let i = 0; i < IN_SCOPE.length; i++) {
    if (strConst(IN_SCOPE[i]) == name) return findModule(name)
  }
  return UNBOUND
}

function prepare(): void {
  const back = enterRegion(staticRegion())
  known = newDict()
  for (let i = 0; i < <i32>ExcKind.JSONDecodeError; i++) dictSetStr(known, strConst(exceptionName(<ExcKind>i)), exceptionClass(<ExcKind>i))
  dictSetStr(known, strConst('IOError'), exceptionClass(ExcKind.OSError))
  dictSetStr(known, strConst('EnvironmentError'), exceptionClass(ExcKind.OSError))
  dictSetStr(known, strConst('except*.any'), exceptionClass(ExcKind.BaseException))
  dictSetStr(known, strConst('NotImplemented'), NotImplemented)
  dictSetStr(known, strConst('Ellipsis'), Ellipsis)
  dictSetStr(known, strConst('__debug__'), True)
  enterRegion(back)
}

