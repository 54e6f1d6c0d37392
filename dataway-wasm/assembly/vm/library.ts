// Modules written in DataWay: compiled when a script first imports them, run once a script.
import { compileSource, Mode } from '../compile/program.ts'
import { dictDelete, dictSetStr } from '../container/dict.ts'
import { alloc, enterRegion, newRegion, resetRegion, staticRegion } from '../memory/region.ts'
import { findLibrary, isLibraryPackage, libraryAddress, librarySize } from '../modules/library.ts'
import { LIBRARY_COUNT } from '../generated/library.ts'
import { asStr, strBytes, strSize, textOf } from '../text/str.ts'
import { slot } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { call0 } from './call.ts'
import { newFunction } from './function.ts'
import { newModule } from './module.ts'
import { ExcKind, raise } from './raise.ts'

/** Code objects by module number, 0 when not compiled yet. */
let codes: usize = 0
let working: usize = 0

function codeOf(index: i32, name: string): usize {
  if (!codes) {
    const back = enterRegion(staticRegion())
    codes = alloc(<usize>LIBRARY_COUNT << 2)
    memory.fill(codes, 0, <usize>LIBRARY_COUNT << 2)
    enterRegion(back)
    working = newRegion()
  }
  const had = <usize>load<u32>(codes + (<usize>index << 2))
  if (had) return had
  const back = enterRegion(working)
  const code = compileSource(libraryAddress(index), librarySize(index), Mode.MODULE, name, staticRegion())
  enterRegion(back)
  resetRegion(working)
  store<u32>(codes + (<usize>index << 2), <u32>code)
  return code
}

/** A module of the library, after running it; UNBOUND when there is none of this name. ERROR. */
export function loadLibrary(name: Value, loaded: Value): Value {
  const s = asStr(name)
  const index = findLibrary(strBytes(s), <i32>strSize(s))
  if (index < 0) {
    if (!isLibraryPackage(strBytes(s), <i32>strSize(s))) return UNBOUND
    const empty = newModule(name, 0)
    dictSetStr(loaded, name, empty)
    return empty
  }
  const code = codeOf(index, textOf(name) + '.py')
  if (!code) return raise(ExcKind.ImportError, "library module '" + textOf(name) + "' does not compile")
  const m = newModule(name, 0)
  dictSetStr(loaded, name, m)
  const fn = newFunction(boxHeap(code), slot(addressOf(m), 1), None, None, UNBOUND)
  if (call0(fn) == ERROR) {
    dictDelete(loaded, name)
    return ERROR
  }
  return m
}
