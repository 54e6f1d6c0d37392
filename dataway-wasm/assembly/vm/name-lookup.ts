// Names that are not locals: globals, builtins, a class body's namespace, cells; and the NameErrors when they are missing.
import { asDict, dictDelete, dictGetStr, dictSetStr, isDict } from '../container/dict.ts'
import { entriesOf, entriesUsed, ENTRY, entryValue, findEntry, tableDelete } from '../container/table.ts'
import { getItem } from '../ops/subscript.ts'
import { delItem, setItem } from '../ops/assign.ts'
import { asStr, strHash, textOf } from '../text/str.ts'
import { isKind, Kind, slot } from '../value/object.ts'
import { addressOf, ERROR, UNBOUND, Value } from '../value/value.ts'
import { builtinValue } from './builtin-names.ts'
import { codeFirstFree, codeFreeCells, codeLocalName } from './code.ts'
import { setField } from './exception.ts'
import { frameGlobals } from './frame.ts'
import { NAME_ATTRIBUTE } from './names.ts'
import { ExcKind, pendingException, pendingIs, raise, takePending } from './raise.ts'

/** A global or builtin; the cache words remember where it was found. ERROR. */
export function loadGlobal(globals: Value, name: Value, cache: usize): Value {
  const t = asDict(globals)
  const e = findEntry(t, name, strHash(asStr(name)))
  if (e > 1) {
    store<u32>(cache, <u32>((e - entriesOf(t)) / ENTRY))
    return entryValue(e)
  }
  const v = builtinValue(name)
  if (v == UNBOUND) return noName(name)
  // What the library defines lives as long as one evaluation, the cache as long as the program.
  if (v != ERROR && !isKind(v, Kind.MODULE) && !isKind(v, Kind.CLASS) && !isKind(v, Kind.FUNCTION)) {
    store<u32>(cache, 0xffffffff)
    store<u32>(cache, entriesUsed(t), 4)
    store<u64>(cache, v, 8)
  }
  return v
}
export function storeGlobal(globals: Value, name: Value, v: Value, cache: usize): void {
  dictSetStr(globals, name, v)
  const t = asDict(globals)
  const e = findEntry(t, name, strHash(asStr(name)))
  store<u32>(cache, <u32>((e - entriesOf(t)) / ENTRY))
}
export function deleteGlobal(globals: Value, name: Value): bool {
  // The entry stays as a gap at the end too, so that caches of "not a global" see a count that only grows.
  const done = tableDelete(asDict(globals), name)
  if (done != 1) noName(name)
  return done == 1
}

export function noName(name: Value): Value {
  raise(ExcKind.NameError, "name '" + textOf(name) + "' is not defined")
  setField(pendingException, NAME_ATTRIBUTE, name)
  return ERROR
}

/** A name in a class body: its namespace, then global, then builtin. */
export function loadName(f: usize, name: Value): Value {
  const v = fromNamespace(f, name)
  if (v != UNBOUND) return v
  const g = dictGetStr(frameGlobals(f), name)
  if (g != UNBOUND) return g
  const b = builtinValue(name)
  return b == UNBOUND ? noName(name) : b
}
function fromNamespace(f: usize, name: Value): Value {
  const namespace = load<u64>(f, 40)
  if (isDict(namespace)) return dictGetStr(namespace, name)
  const v = getItem(namespace, name)
  if (v == ERROR && pendingIs(ExcKind.KeyError)) {
    takePending()
    return UNBOUND
  }
  return v
}
export function storeName(f: usize, name: Value, v: Value): bool {
  const namespace = load<u64>(f, 40)
  if (!isDict(namespace)) return setItem(namespace, name, v)
  dictSetStr(namespace, name, v)
  return true
}
export function deleteName(f: usize, name: Value): bool {
  const namespace = load<u64>(f, 40)
  if (!isDict(namespace)) return delItem(namespace, name)
  const done = dictDelete(namespace, name)
  if (done != 1) noName(name)
  return done == 1
}
export function loadClassCell(f: usize, code: usize, cell: Value, register: u32, name: Value): Value {
  const v = fromNamespace(f, name)
  if (v != UNBOUND) return v
  const content = slot(addressOf(cell), 0)
  return content == UNBOUND ? unboundCell(code, register, name) : content
}

export function unboundLocal(code: usize, register: u32): Value {
  return unboundVariable(codeLocalName(code, register))
}
function unboundVariable(name: Value): Value {
  raise(ExcKind.UnboundLocalError, "cannot access local variable '" + textOf(name) + "' where it is not associated with a value")
  setField(pendingException, NAME_ATTRIBUTE, name)
  return ERROR
}
export function unboundCell(code: usize, register: u32, name: Value): Value {
  const first = codeFirstFree(code)
  if (register < first || register >= first + codeFreeCells(code)) return unboundVariable(name)
  raise(
    ExcKind.NameError,
    "cannot access free variable '" + textOf(name) + "' where it is not associated with a value in enclosing scope",
  )
  setField(pendingException, NAME_ATTRIBUTE, name)
  return ERROR
}
