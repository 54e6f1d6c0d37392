// dir() and vars(): names and values of an object's attributes; globals() and locals().
import { arg } from '../bind.ts'
import { nativeCount, nativeName, nativeQualifier } from '../native.ts'
import { asDict, dictSetStr, newDict } from '../../container/dict.ts'
import { listOf } from '../../container/list.ts'
import { entriesUsed, entryAt, entryKey } from '../../container/table.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { isKind, Kind, kindOf, slot } from '../../value/object.ts'
import { addressOf, ERROR, None, UNBOUND, Value } from '../../value/value.ts'
import { getAttr, instanceDict, lookupSpecial } from '../../vm/attribute.ts'
import { call0 } from '../../vm/call.ts'
import { CodeFlag, codeFlags, codeLocalName, codeLocals } from '../../vm/code.ts'
import { currentFrame, FRAME_SIZE, frameCode, frameGlobals } from '../../vm/frame.ts'
import * as names from '../../vm/names.ts'
import { ExcKind, raise, takePending } from '../../vm/raise.ts'
import { loadAllNatives } from '../../vm/statement.ts'
import { classDict, classMro, isClass, qualifierOfType, typeOf } from '../../vm/type.ts'
import { isObjectsOwn } from '../../vm/dunder.ts'
import { strConst } from '../../text/str.ts'

/// dir(object=..., /)
/// Names of the attributes, sorted; without an object the names in scope.
/// >>> 'upper' in dir('')
/// True
export function dir(args: usize): Value {
  const v = arg(args, 0)
  if (v == UNBOUND) return sortedKeys(localNames())
  const own = lookupSpecial(v, strConst('__dir__'))
  if (own == ERROR) return ERROR
  if (own == UNBOUND || isObjectsOwn(own)) return attributeNames(v)
  const list = call0(own)
  return list == ERROR ? ERROR : sorted(list)
}
/** Sorted names of an object's attributes. ERROR. */
export function attributeNames(v: Value): Value {
  const all = newDict()
  if (isKind(v, Kind.MODULE)) {
    loadAllNatives(v)
    addKeys(all, slot(addressOf(v), 1))
    return sortedKeys(all)
  }
  const d = instanceDict(v, kindOf(v))
  if (d != UNBOUND) addKeys(all, d)
  if (isClass(v)) addClass(all, v)
  addClass(all, isClass(v) ? v : typeOf(v))
  return sortedKeys(all)
}
function addClass(all: Value, cls: Value): void {
  const mro = addressOf(classMro(cls))
  for (let i: u32 = 0; i < tupleLength(mro); i++) {
    const c = tupleAt(mro, i)
    addKeys(all, classDict(c))
    const q = qualifierOfType(c)
    if (!q) continue
    for (let n: u32 = 0; n < nativeCount(); n++) if (nativeQualifier(n) == q) dictSetStr(all, nativeName(n), None)
  }
  dictSetStr(all, names.CLASS, None)
  dictSetStr(all, names.DOC, None)
}
function addKeys(all: Value, d: Value): void {
  const t = asDict(d)
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const key = entryKey(entryAt(t, i))
    if (key != UNBOUND) dictSetStr(all, key, None)
  }
}
function sortedKeys(d: Value): Value {
  return d == ERROR ? ERROR : sorted(d)
}
function sorted(v: Value): Value {
  const l = listOf(v)
  if (l == ERROR) return ERROR
  const sort = getAttr(l, strConst('sort'))
  return sort == ERROR || call0(sort) == ERROR ? ERROR : l
}

/// vars(object=..., /)
/// The dict of an object's own attributes.
/// >>> vars(type('A', (), {'x': 1}))['x']
/// 1
export function vars(args: usize): Value {
  if (arg(args, 0) == UNBOUND) return localNames()
  const d = getAttr(arg(args, 0), names.DICT)
  if (d != ERROR) return d
  takePending()
  return raise(ExcKind.TypeError, 'vars() argument must have __dict__ attribute')
}

/// globals()
/// The dict of the script's global names.
/// >>> type(globals()).__name__
/// 'dict'
export function globals(args: usize): Value {
  return currentFrame ? frameGlobals(currentFrame) : newDict()
}
/// locals()
/// The names in scope and their values.
/// >>> (lambda a: locals())(1)
/// {'a': 1}
export function locals(args: usize): Value {
  return localNames()
}
function localNames(): Value {
  if (!currentFrame) return newDict()
  const code = frameCode(currentFrame)
  if (codeFlags(code) & CodeFlag.MODULE) return frameGlobals(currentFrame)
  if (codeFlags(code) & CodeFlag.CLASS_BODY) return load<u64>(currentFrame, 40)
  const d = newDict()
  for (let i: u32 = 0; i < codeLocals(code); i++) {
    let v = load<u64>(currentFrame + FRAME_SIZE + (<usize>i << 3))
    if (isKind(v, Kind.CELL)) v = slot(addressOf(v), 0)
    if (v != UNBOUND) dictSetStr(d, codeLocalName(code, i), v)
  }
  return d
}
