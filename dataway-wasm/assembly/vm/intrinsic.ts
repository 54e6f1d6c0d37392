// Attributes that objects of the VM have by themselves: `__class__`, `__dict__`, `__name__`, an exception's `args` …
import { dictSetStr, isDict, newDict } from '../container/dict.ts'
import { isTuple, newTuple, tupleAt, tupleOf } from '../container/tuple.ts'
import { isStr, textOf } from '../text/str.ts'
import { isKind, Kind, setSlot, slot, wordAt } from '../value/object.ts'
import { addressOf, boxBool, boxInt, ERROR, False, None, True, UNBOUND, Value } from '../value/value.ts'
import { nativeName, nativeQualifier, nativeQualname } from '../builtins/native.ts'
import { CodeFlag, codeFirstFree, codeFlags, codeFreeCells, codeKeywordOnly, codeParameters, codePlace, codeSource, codePositionalOnly } from './code.ts'
import { ensureDict, getAttr } from './attribute.ts'
import { exceptionField, setField } from './exception.ts'
import { functionModule } from './function.ts'
import * as names from './names.ts'
import { ExcKind, raise } from './raise.ts'
import { fromLibrary } from './builtin-names.ts'
import { call1 } from './call.ts'
import { setBases } from './class.ts'
import { classBases, classDict, classModule, classMro, classQualname, exceptionClass, isClass, isSubclass, shortName, solidKind, typeFlags, TypeFlag, typeName, typeOf } from './type.ts' // prettier-ignore

/** The attribute, UNBOUND when there is none of this name, ERROR. */
export function intrinsicAttribute(v: Value, kind: Kind, name: Value): Value {
  if (name == names.CLASS) return typeOf(v)
  const p = addressOf(v)
  switch (kind) {
    case Kind.INSTANCE:
      if (name == names.DICT) return typeFlags(slot(p, 0)) & TypeFlag.SLOTS || isKind(slot(p, 0), Kind.TYPE) ? UNBOUND : ensureDict(v, kind)
      if (name == names.MODULE) return classModule(slot(p, 0))
      return name == names.DOC ? None : UNBOUND
    case Kind.CLASS:
      return classAttribute(v, name)
    case Kind.FUNCTION:
      return functionAttribute(v, name)
    case Kind.EXCEPTION:
      return exceptionAttribute(v, name)
    case Kind.BOUND_METHOD:
      if (name == names.SELF) return slot(p, 0)
      if (name == names.FUNC) return slot(p, 1)
      return isKind(slot(p, 1), Kind.FUNCTION) || isKind(slot(p, 1), Kind.INSTANCE) ? getAttr(slot(p, 1), name) : UNBOUND
    case Kind.NATIVE:
      if (name == names.NAME) return nativeName(wordAt(p))
      if (name == names.QUALNAME) return nativeQualname(wordAt(p))
      if (name == names.MODULE && nativeQualifier(wordAt(p)) == 0) return names.BUILTINS
      if (name == names.SELF) return slot(p, 0) == UNBOUND ? None : slot(p, 0)
      return name == names.DOC || name == names.MODULE ? None : UNBOUND
    case Kind.GENERATOR:
      if (name == names.NAME) return slot(p, 1)
      if (name == names.QUALNAME) return slot(p, 2)
      if (textOf(name) == 'gi_running') return boxBool(load<u32>(p, 12) == 2)
      if (textOf(name) == 'gi_frame') return load<u32>(p, 12) == 3 ? None : slot(addressOf(slot(p, 5)), 0)
      if (textOf(name) == 'gi_yieldfrom') return None
      if (textOf(name) == 'gi_code') return slot(addressOf(slot(p, 5)), 0)
      return UNBOUND
    case Kind.CELL:
      return textOf(name) == 'cell_contents' ? slot(p, 0) : UNBOUND
    case Kind.PROPERTY: {
      const text = textOf(name)
      if (text == 'fget') return slot(p, 0)
      if (text == 'fset') return slot(p, 1)
      if (text == 'fdel') return slot(p, 2)
      if (name == names.DOC) return slot(p, 3) == None && isKind(slot(p, 0), Kind.FUNCTION) ? slot(addressOf(slot(p, 0)), 9) : slot(p, 3)
      return UNBOUND
    }
    case Kind.DICT_KEYS:
    case Kind.DICT_VALUES:
    case Kind.DICT_ITEMS:
      if (name == names.DOC) return None
      return textOf(name) == 'mapping' ? readOnly(slot(p, 0)) : UNBOUND
    case Kind.MEMBER:
      if (name == names.NAME) return slot(p, 0)
      if (name == names.DOC) return None
      return textOf(name) == '__objclass__' ? slot(p, 1) : UNBOUND
    case Kind.STATIC_METHOD:
    case Kind.CLASS_METHOD:
      if (name == names.FUNC || name == names.WRAPPED) return slot(p, 0)
      return isKind(slot(p, 0), Kind.FUNCTION) ? getAttr(slot(p, 0), name) : UNBOUND
    case Kind.CODE:
      return codeAttribute(p, textOf(name))
    case Kind.TRACEBACK:
      return tracebackAttribute(v, p, textOf(name))
    default:
      return name == names.DOC ? None : UNBOUND
  }
}

/** An entry of a traceback answers for its frame too. */
function tracebackAttribute(v: Value, p: usize, name: string): Value {
  if (name == 'tb_next') return slot(p, 0)
  if (name == 'tb_frame') return v
  if (name == 'f_code') return slot(p, 1)
  if (name == 'tb_lineno' || name == 'f_lineno') return boxInt(<i64>(<u32>codePlace(addressOf(slot(p, 1)), load<u32>(p, 24))))
  return name == 'tb_lasti' ? boxInt(<i64>load<u32>(p, 24)) : UNBOUND
}

function codeAttribute(c: usize, name: string): Value {
  if (name == 'co_name') return slot(c, 0)
  if (name == 'co_filename') return load<u64>(codeSource(c), 8)
  if (name == 'co_qualname') return slot(c, 1)
  if (name == 'co_argcount') return boxInt(<i64>codeParameters(c))
  if (name == 'co_posonlyargcount') return boxInt(<i64>codePositionalOnly(c))
  if (name == 'co_kwonlyargcount') return boxInt(<i64>codeKeywordOnly(c))
  if (name == 'co_firstlineno') return boxInt(<i64>load<u32>(c, 88))
  if (name == 'co_flags') {
    const flags = codeFlags(c)
    return boxInt(3 | (flags & CodeFlag.VARARGS ? 4 : 0) | (flags & CodeFlag.VARKW ? 8 : 0) | (flags & CodeFlag.COROUTINE ? 128 : flags & CodeFlag.ASYNC_GENERATOR ? 512 : flags & CodeFlag.GENERATOR ? 32 : 0))
  }
  if (name == 'co_varnames') return newTuple(<usize>load<u32>(c, 64), codeFirstFree(c))
  if (name == 'co_freevars') return newTuple(<usize>load<u32>(c, 64) + (<usize>codeFirstFree(c) << 3), codeFreeCells(c))
  return UNBOUND
}

/** A view of a dict that does not change it. ERROR. */
function readOnly(d: Value): Value {
  const proxy = fromLibrary('types', 'MappingProxyType')
  return proxy == ERROR ? ERROR : call1(proxy, d)
}
function classAttribute(c: Value, name: Value): Value {
  if (name == names.NAME) return shortName(c)
  if (name == names.QUALNAME) return classQualname(c)
  if (name == names.MODULE) return classModule(c)
  if (name == names.BASES) return classBases(c)
  if (name == names.MRO) return classMro(c)
  if (name == names.DICT) return readOnly(classDict(c))
  if (name == names.DOC) return None
  if (name == names.ANNOTATIONS && isKind(c, Kind.CLASS)) {
    const d = newDict()
    dictSetStr(classDict(c), name, d)
    return d
  }
  if (textOf(name) == '__base__') {
    const bases = addressOf(classBases(c))
    return wordAt(bases) ? tupleAt(bases, 0) : None
  }
  return UNBOUND
}

function functionAttribute(f: Value, name: Value): Value {
  const p = addressOf(f)
  if (name == names.NAME) return slot(p, 5)
  if (name == names.QUALNAME) return slot(p, 6)
  if (name == names.MODULE) return functionModule(f)
  if (name == names.DOC) return slot(p, 9)
  if (name == names.DEFAULTS) return slot(p, 2)
  if (name == names.KWDEFAULTS) return slot(p, 3)
  if (name == names.DICT) return ensureDict(f, Kind.FUNCTION)
  if (name == names.ANNOTATIONS) {
    if (slot(p, 10) == UNBOUND) setSlot(p, 10, newDict())
    return slot(p, 10)
  }
  const text = textOf(name)
  if (text == '__code__') return slot(p, 0)
  if (text == '__globals__') return slot(p, 1)
  if (text == '__closure__') return slot(p, 4) == UNBOUND ? None : slot(p, 4)
  return UNBOUND
}

function exceptionAttribute(e: Value, name: Value): Value {
  const p = addressOf(e)
  if (name == names.ARGS) return slot(p, 1)
  if (name == names.CAUSE) return slot(p, 2)
  if (name == names.CONTEXT) return slot(p, 3)
  if (name == names.TRACEBACK) return slot(p, 4)
  if (name == names.SUPPRESS_CONTEXT) return slot(p, 7)
  if (name == names.DICT) return ensureDict(e, Kind.EXCEPTION)
  if (name == names.DOC) return None
  if (name == names.MODULE) return classModule(slot(p, 0))
  const field = exceptionField(e, name)
  if (field != UNBOUND) return field
  return absentField(e, name)
}
/** What a SyntaxError's second argument says, in order. */
const SYNTAX_FIELDS: StaticArray<string> = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset']
/** Fields that an exception class has even when nothing was said about them. */
function absentField(e: Value, name: Value): Value {
  const args = slot(addressOf(e), 1)
  const n = isTuple(args) ? wordAt(addressOf(args)) : 0
  const cls = slot(addressOf(e), 0)
  const text = textOf(name)
  if (name == names.VALUE && derives(cls, ExcKind.StopIteration)) return None
  if (name == names.CODE && derives(cls, ExcKind.SystemExit)) return None
  if (name == names.NAME_ATTRIBUTE && (derives(cls, ExcKind.NameError) || derives(cls, ExcKind.AttributeError) || derives(cls, ExcKind.ImportError))) return None
  if (text == 'path' && derives(cls, ExcKind.ImportError)) return None
  if (derives(cls, ExcKind.SyntaxError)) {
    const place = n >= 2 && isTuple(tupleAt(addressOf(args), 1)) ? addressOf(tupleAt(addressOf(args), 1)) : 0
    for (let i = 0; i < SYNTAX_FIELDS.length; i++) if (text == SYNTAX_FIELDS[i]) return place && i < <i32>wordAt(place) ? tupleAt(place, i) : None
    if (text == 'print_file_and_line') return None
  }
  if (name == names.OBJ && derives(cls, ExcKind.AttributeError)) return None
  if (derives(cls, ExcKind.OSError)) {
    if (text == 'errno') return n >= 2 ? tupleAt(addressOf(args), 0) : None
    if (text == 'strerror') return n >= 2 ? tupleAt(addressOf(args), 1) : None
    if (text == 'filename') return n >= 3 ? tupleAt(addressOf(args), 2) : None
  }
  if (text == 'msg' && (derives(cls, ExcKind.ImportError) || derives(cls, ExcKind.SyntaxError))) return n && (n == 1 || derives(cls, ExcKind.SyntaxError)) ? tupleAt(addressOf(args), 0) : None
  if (n == 5 && (derives(cls, ExcKind.UnicodeDecodeError) || derives(cls, ExcKind.UnicodeEncodeError))) {
    if (text == 'encoding') return tupleAt(addressOf(args), 0)
    if (text == 'object') return tupleAt(addressOf(args), 1)
    if (text == 'start') return tupleAt(addressOf(args), 2)
    if (text == 'end') return tupleAt(addressOf(args), 3)
    if (text == 'reason') return tupleAt(addressOf(args), 4)
  }
  return UNBOUND
}
function derives(cls: Value, kind: ExcKind): bool {
  return isSubclass(cls, exceptionClass(kind))
}

/** Sets such an attribute: 1 done, 0 there is none of this name, -1 fault. */
export function setIntrinsic(v: Value, kind: Kind, name: Value, value: Value): i32 {
  const p = addressOf(v)
  switch (kind) {
    case Kind.INSTANCE:
      if (name == names.CLASS) {
        if (!isClass(value)) return fail("__class__ must be set to a class, not '" + typeName(value) + "' object")
        if (!isKind(value, Kind.CLASS)) return fail('__class__ assignment only supported for mutable types or ModuleType subclasses')
        if (solidKind(value) != solidKind(slot(p, 0)) || layout(value) != layout(slot(p, 0))) {
          return fail("__class__ assignment: '" + textOf(shortName(value)) + "' object layout differs from '" + textOf(shortName(slot(p, 0))) + "'")
        }
        setSlot(p, 0, value)
        return 1
      }
      if (name == names.DICT && !(typeFlags(slot(p, 0)) & TypeFlag.SLOTS)) {
        if (!isDict(value)) return fail("__dict__ must be set to a dictionary, not a '" + typeName(value) + "'")
        setSlot(p, 1, value)
        return 1
      }
      return 0
    case Kind.CLASS:
      if (name == names.NAME || name == names.QUALNAME) {
        if (!isStr(value)) return fail("can only assign string to " + textOf(shortName(v)) + '.' + textOf(name) + ", not '" + typeName(value) + "'")
        setSlot(p, name == names.NAME ? 0 : 4, value)
        return 1
      }
      if (name == names.BASES) return setBases(v, value) ? 1 : -1
      if (name == names.MODULE) {
        setSlot(p, 5, value)
        return 1
      }
      return 0
    case Kind.FUNCTION:
      return setFunctionAttribute(p, name, value)
    case Kind.CELL:
      if (textOf(name) != 'cell_contents') return 0
      setSlot(p, 0, value)
      return 1
    case Kind.GENERATOR:
      if (name != names.NAME && name != names.QUALNAME) return 0
      if (!isStr(value)) return fail(textOf(name) + ' must be set to a string object')
      setSlot(p, name == names.NAME ? 1 : 2, value)
      return 1
    case Kind.EXCEPTION:
      return setExceptionAttribute(v, p, name, value)
    case Kind.PROPERTY:
      if (name == names.DOC) {
        setSlot(p, 3, value)
        return 1
      }
      return 0
    default:
      return 0
  }
}
function layout(cls: Value): u32 {
  return typeFlags(cls) & (TypeFlag.SLOTS | TypeFlag.MIXED)
}
function fail(message: string): i32 {
  raise(ExcKind.TypeError, message)
  return -1
}
function setFunctionAttribute(p: usize, name: Value, value: Value): i32 {
  let at = -1
  if (name == names.NAME) at = 5
  else if (name == names.QUALNAME) at = 6
  else if (name == names.MODULE) at = 7
  else if (name == names.DOC) at = 9
  else if (name == names.DEFAULTS) at = 2
  else if (name == names.KWDEFAULTS) at = 3
  else if (name == names.ANNOTATIONS) at = 10
  else if (name == names.DICT) at = 8
  if (at < 0) {
    const text = textOf(name)
    if (text == '__code__') return setCode(p, value)
    if (text != '__globals__' && text != '__closure__' && text != '__builtins__') return 0
    raise(ExcKind.AttributeError, 'readonly attribute')
    return -1
  }
  if ((at == 5 || at == 6) && !isStr(value)) return fail(textOf(name) + ' must be set to a string object')
  if (at == 2 && value != None && !isTuple(value)) return fail('__defaults__ must be set to a tuple object')
  if ((at == 3 || at == 10) && value != None && !isDict(value)) return fail(textOf(name) + ' must be set to a dict object')
  if (at == 8 && !isDict(value)) return fail("__dict__ must be set to a dictionary, not a '" + typeName(value) + "'")
  setSlot(p, at, value)
  return 1
}
function setCode(f: usize, code: Value): i32 {
  if (!isKind(code, Kind.CODE)) return fail('__code__ must be set to a code object')
  const wanted = codeFreeCells(addressOf(code))
  const has = slot(f, 4) == UNBOUND ? 0 : wordAt(addressOf(slot(f, 4)))
  if (wanted != has) {
    raise(ExcKind.ValueError, textOf(slot(f, 5)) + '() requires a code object with ' + has.toString() + ' free vars, not ' + wanted.toString())
    return -1
  }
  setSlot(f, 0, code)
  return 1
}
/** Deletes what a function has besides its dict: 1 done, 0 there is none of this name, -1 fault. */
export function deleteFunctionAttribute(f: Value, name: Value): i32 {
  if (name == names.DICT) return fail('cannot delete __dict__')
  if (name == names.NAME || name == names.QUALNAME) return fail(textOf(name) + ' must be set to a string object')
  const empty = name == names.DOC || name == names.DEFAULTS || name == names.KWDEFAULTS || name == names.MODULE
  return empty ? setFunctionAttribute(addressOf(f), name, None) : 0
}
function setExceptionAttribute(v: Value, p: usize, name: Value, value: Value): i32 {
  if (name == names.ARGS) {
    const t = tupleOf(value)
    if (t == ERROR) return -1
    setSlot(p, 1, t)
    return 1
  }
  if (name == names.CAUSE || name == names.CONTEXT) {
    if (value != None && !isKind(value, Kind.EXCEPTION)) {
      return fail('exception ' + (name == names.CAUSE ? 'cause' : 'context') + ' must be None or derive from BaseException')
    }
    setSlot(p, name == names.CAUSE ? 2 : 3, value)
    if (name == names.CAUSE) setSlot(p, 7, True)
    return 1
  }
  if (name == names.TRACEBACK) {
    if (value != None && !isKind(value, Kind.TRACEBACK)) return fail('__traceback__ must be a traceback or None')
    setSlot(p, 4, value)
    return 1
  }
  if (name == names.SUPPRESS_CONTEXT) {
    setSlot(p, 7, boxBool(value != False))
    return 1
  }
  if (exceptionField(v, name) != UNBOUND) {
    setField(v, name, value)
    return 1
  }
  return 0
}
