// Names that every script sees: built-in functions, types, exceptions, and the modules that need no import.
import { findNative } from '../builtins/native.ts'
import { dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { enterRegion, staticRegion } from '../memory/region.ts'
import { asStr, strBytes, strConst, strSize } from '../text/str.ts'
import { newNative } from '../value/object.ts'
import { Ellipsis, NotImplemented, True, UNBOUND, Value } from '../value/value.ts'
import { exceptionName } from './exception-table.ts'
import { findModule } from './module.ts'
import { ExcKind } from './raise.ts'
import { exceptionClass, isTypeQualifier, qualifierOfBytes, typeOfQualifier } from './type.ts'

let known: Value = UNBOUND
/** Modules that need no import. */
export const IN_SCOPE: StaticArray<string> = [
  'json', 'math', 'time', 'datetime', 'base64', 'hmac', 'hashlib', 'random', 'struct', 'decimal', 'urllib', 'csv', 'Crypto', 'socket',
] // prettier-ignore

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
  dictSetStr(known, strConst('NotImplemented'), NotImplemented)
  dictSetStr(known, strConst('Ellipsis'), Ellipsis)
  dictSetStr(known, strConst('__debug__'), True)
  enterRegion(back)
}

