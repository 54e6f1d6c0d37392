// Modules: the native ones (tables of generate.mjs) and those written in DataWay, compiled when first imported.
//   MODULE: word qualifier of its natives (0: none) · 8 name · 16 dict
import { callNative } from '../generated/natives.ts'
import { findNative, nativeIsAttribute } from '../builtins/native.ts'
import { dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { asStr, internBytes, strBytes, strConst, strSize, textOf } from '../text/str.ts'
import { Kind, newNative, newObject, setSlot, slot, wordAt } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, UNBOUND, Value } from '../value/value.ts'
import { lookupAttr } from './attribute.ts'
import { forgetClasses, nextClassVersion } from './class.ts'
import { builtinValue } from './builtin-names.ts'
import { findLibrary, isLibraryPackage } from '../modules/library.ts'
import { loadLibrary } from './library.ts'
import { BUILTINS, NAME, NAME_ATTRIBUTE } from './names.ts'
import { exceptionName } from './exception-table.ts'
import { ExcKind, raise, pendingException } from './raise.ts'
import { exceptionClass, isTypeQualifier, qualifierOfBytes, typeOfQualifier } from './type.ts'
import { setField } from './exception.ts'

/** Modules of the running script by name; UNBOUND until it asks for one. */
let loaded: Value = UNBOUND

export function resetModules(): void {
  nextClassVersion()
  forgetClasses()
  loaded = UNBOUND
}

/** The modules of the running script, by name. */
export function loadedModules(): Value {
  if (loaded == UNBOUND) loaded = newDict()
  return loaded
}

export function newModule(name: Value, qualifier: u32): Value {
  const p = newObject(Kind.MODULE, 24, qualifier)
  setSlot(p, 0, name)
  const d = newDict()
  dictSetStr(d, NAME, name)
  setSlot(p, 1, d)
  return boxHeap(p)
}

/** The module with this full name; UNBOUND when there is none, ERROR when running it failed. */
export function findModule(name: Value): Value {
  const loaded = loadedModules()
  const had = dictGetStr(loaded, name)
  if (had != UNBOUND) return had
  const s = asStr(name)
  const q = qualifierOfBytes(strBytes(s), strSize(s))
  let m: Value = UNBOUND
  if (q && !isTypeQualifier(q)) {
    m = newModule(name, q)
    dictSetStr(loaded, name, m)
  } else if (name == BUILTINS) {
    m = newModule(name, 0)
    dictSetStr(loaded, name, m)
  } else m = loadLibrary(name, loaded)
  return m
}

/** `import a.b.c`: the last module, or the first when `top`. ERROR. */
export function importModule(name: Value, top: bool): Value {
  const s = asStr(name)
  const p = strBytes(s)
  const n = strSize(s)
  let first: Value = UNBOUND
  let parent: Value = UNBOUND
  let begin: usize = 0
  for (let i: usize = 0; i <= n; i++) {
    if (i < n && load<u8>(p + i) != 0x2e) continue
    const path = internBytes(p, i)
    const m = findModule(path)
    if (m == ERROR) return ERROR
    if (m == UNBOUND) {
      let message = "No module named '" + textOf(path) + "'"
      if (parent != UNBOUND) message += "; '" + textOf(slot(addressOf(parent), 0)) + "' is not a package"
      raise(ExcKind.ModuleNotFoundError, message)
      setField(pendingException, NAME_ATTRIBUTE, path)
      return ERROR
    }
    if (first == UNBOUND) first = m
    if (parent != UNBOUND) dictSetStr(slot(addressOf(parent), 1), internBytes(p + begin, i - begin), m)
    parent = m
    begin = i + 1
  }
  return top ? first : parent
}

/** module.name; UNBOUND when there is none, ERROR. */
export function moduleAttribute(m: Value, name: Value): Value {
  const p = addressOf(m)
  const d = slot(p, 1)
  const own = dictGetStr(d, name)
  if (own != UNBOUND) return own
  if (textOf(name) == '__dict__') return d
  if (slot(p, 0) == BUILTINS) return builtinValue(name)
  const v = wordAt(p) ? nativeMember(p, name) : partOfPackage(p, name)
  if (v != UNBOUND && v != ERROR) dictSetStr(d, name, v)
  return v
}
/** `Crypto.Cipher`: what lies in a package of the library is there without an import of its own, as Crypto itself is. */
function partOfPackage(m: usize, name: Value): Value {
  const path = strConst(textOf(slot(m, 0)) + '.' + textOf(name))
  const s = asStr(path)
  const known = findLibrary(strBytes(s), <i32>strSize(s)) >= 0 || isLibraryPackage(strBytes(s), <i32>strSize(s))
  return known ? findModule(path) : UNBOUND
}
function nativeMember(m: usize, name: Value): Value {
  const path = asStr(strConst(textOf(slot(m, 0)) + '.' + textOf(name)))
  const q = qualifierOfBytes(strBytes(path), strSize(path))
  if (q) {
    if (isTypeQualifier(q)) return typeOfQualifier(q)
    return findModule(boxHeap(path))
  }
  const s = asStr(name)
  const index = findNative(wordAt(m), strBytes(s), strSize(s))
  if (index >= 0) return nativeIsAttribute(index) ? callNative(index, 0) : newNative(index, UNBOUND)
  return moduleException(textOf(slot(m, 0)), textOf(name))
}
/** Exceptions that a module defines (`json.JSONDecodeError`). */
function moduleException(module: string, name: string): Value {
  for (let i: i32 = ExcKind.JSONDecodeError; i < ExcKind.COUNT; i++) {
    const full = exceptionName(<ExcKind>i)
    const dot = full.lastIndexOf('.')
    if (full.substring(dot + 1) != name) continue
    const owner = full.substring(0, dot)
    if (owner == module || owner == '_' + module || owner.startsWith(module + '.')) return exceptionClass(<ExcKind>i)
  }
  return UNBOUND
}

/** `from m import name`: an attribute or a module inside the package. ERROR. */
export function importFrom(m: Value, name: Value): Value {
  const v = lookupAttr(m, name)
  if (v != UNBOUND) return v
  const path = textOf(slot(addressOf(m), 0)) + '.' + textOf(name)
  const inner = findModule(strConst(path))
  if (inner != UNBOUND) return inner
  raise(ExcKind.ImportError, "cannot import name '" + textOf(name) + "' from '" + textOf(slot(addressOf(m), 0)) + "' (unknown location)")
  setField(pendingException, NAME_ATTRIBUTE, slot(addressOf(m), 0))
  return ERROR
}
