// Special methods: what the operators ask when an operand is not a built-in value. An instance of a class that derives
// from a built-in type and does not define the method stands for the built-in value inside it.
import { binary, builtinArithmetic, intValue, neg, pos } from '../ops/arithmetic.ts'
import { builtinBits } from '../ops/bits.ts'
import { compare } from '../ops/compare.ts'
import { equals } from '../ops/equal.ts'
import { hash } from '../ops/hash.ts'
import { isIterableKind, iter } from '../ops/iterate.ts'
import { inPlaceName, methodName, Op } from '../ops/operator.ts'
import { contains, getItem, length } from '../ops/subscript.ts'
import { delItem, setItem } from '../ops/assign.ts'
import { ascii, format, repr, str } from '../ops/text.ts'
import { invert } from '../ops/bits.ts'
import { truth } from '../ops/truth.ts'
import { isStr, strOf, textOf } from '../text/str.ts'
import { isIntegral, isKind, Kind, kindOf, slot } from '../value/object.ts'
import { addressOf, boxBool, boxInt, ERROR, False, intOf, isBool, isFloat, isInt, None, NotImplemented, STOP, True, UNBOUND, Value } from '../value/value.ts' // prettier-ignore
import { bind, bindToClass, getAttr, lookupType, newBoundMethod } from './attribute.ts'
import { call, call1, call2, call0 } from './call.ts'
import { describe, describeException } from './describe.ts'
import { nativeDepth, NATIVE_LIMIT } from './frame.ts'
import { generatorNext } from './generator.ts'
import * as names from './names.ts'
import { plain } from './native-self.ts'
import { ExcKind, pendingIs, raise, takePending } from './raise.ts'
import { exceptionClass, isClass, isSubclass, typeName, typeOf, typeOfKind } from './type.ts'

export { plain }

/** The method bound to `v`, as an operator finds it; UNBOUND: none. `None` in its place is called, and refuses. ERROR. */
function method(v: Value, name: Value): Value {
  if (kindOf(v) < Kind.FUNCTION) return UNBOUND
  const cls = typeOf(v)
  const attr = lookupType(cls, name)
  if (attr == UNBOUND || isObjectsOwn(attr)) return UNBOUND
  // The natives of a built-in type are what its operators do anyway: the value inside answers.
  return isKind(attr, Kind.NATIVE) && hasPlain(v) ? UNBOUND : bind(attr, v, cls)
}
/** Whether a value has a built-in value inside that answers in its place. */
// @ts-ignore: decorator
@inline function hasPlain(v: Value): bool {
  return plain(v) != v
}

/** `a op b` by `a.name(b)` or `b.reflected(a)`; NotImplemented when neither answers. */
export function binaryDunder(a: Value, b: Value, name: Value, reflected: Value): Value {
  const ta = typeOf(a)
  const tb = typeOf(b)
  if (ta != tb && isSubclass(tb, ta) && kindOf(b) >= Kind.FUNCTION) {
    const own = lookupType(tb, reflected)
    if (own != UNBOUND && own != lookupType(ta, reflected)) {
      const r = call1(bind(own, b, tb), a)
      if (r != NotImplemented) return r
    }
  }
  const first = method(a, name)
  if (first == ERROR) return ERROR
  if (first != UNBOUND) {
    const r = call1(first, b)
    if (r != NotImplemented) return r
  }
  if (ta != tb) {
    const second = method(b, reflected)
    if (second == ERROR) return ERROR
    if (second != UNBOUND) {
      const r = call1(second, a)
      if (r != NotImplemented) return r
    }
  }
  if (hasPlain(a) || hasPlain(b)) {
    for (let op = 0; op < 14; op++) {
      if (methodName(<Op>op) == name) {
        if (op >= Op.LSHIFT && op <= Op.XOR) return builtinBits(<Op>op, plain(a), plain(b))
        const r = builtinArithmetic(<Op>op, plain(a), plain(b))
        return r == NotImplemented && op == Op.MUL ? binary(<Op>op, plain(a), plain(b)) : r
      }
    }
  }
  return NotImplemented
}

/** `a op= b` by `a.name(b)`; NotImplemented when it has no such method. */
export function inPlaceDunder(a: Value, b: Value, name: Value): Value {
  const m = method(a, name)
  if (m == ERROR) return ERROR
  if (m != UNBOUND) return call1(m, b)
  if (hasPlain(a)) {
    const kind = kindOf(plain(a))
    // A mutable one changes inside and stays what it is.
    const isRow = kind == Kind.LIST || kind == Kind.BYTEARRAY
    const changes = isRow
      ? name == inPlaceName(Op.ADD) || name == inPlaceName(Op.MUL)
      : kind == Kind.DICT
        ? name == inPlaceName(Op.OR)
        : kind == Kind.SET
    if (changes) return changeInPlace(a, b, name)
  }
  return NotImplemented
}
function changeInPlace(a: Value, b: Value, name: Value): Value {
  for (let op = 0; op < 13; op++) {
    if (inPlaceName(<Op>op) != name) continue
    const before = plain(a)
    const r = inPlace(<Op>op, before, plain(b))
    return r == before ? a : r
  }
  return NotImplemented
}
import { inPlace } from './operate.ts'


/** A method without arguments; NotImplemented when there is none. */
export function unaryDunder(v: Value, name: Value): Value {
  const m = method(v, name)
  if (m == ERROR) return ERROR
  if (m != UNBOUND) return call0(m)
  if (hasPlain(v)) {
    if (name == names.NEG) return neg(plain(v))
    if (name == names.POS) return pos(plain(v))
    if (name == names.INVERT) return invert(plain(v))
    const native = getAttr(plain(v), name)
    if (native == ERROR) {
      takePending()
      return NotImplemented
    }
    return call0(native)
  }
  return NotImplemented
}

function compareName(op: i32): Value {
  switch (op) {
    case 0:
      return names.LT
    case 1:
      return names.LE
    case 2:
      return names.EQ
    case 3:
      return names.NE
    case 4:
      return names.GT
    default:
      return names.GE
  }
}
function swapped(op: i32): i32 {
  return op == 0 ? 4 : op == 1 ? 5 : op == 4 ? 0 : op == 5 ? 1 : op
}

/** A comparison by the operands' methods (op as in ops/compare.ts); NotImplemented when neither answers. */
export function compareDunder(op: i32, a: Value, b: Value): Value {
  const ta = typeOf(a)
  const tb = typeOf(b)
  if (isKind(a, Kind.BOUND_METHOD) && isKind(b, Kind.BOUND_METHOD) && (op == 2 || op == 3)) {
    const same = slot(addressOf(a), 0) == slot(addressOf(b), 0) && slot(addressOf(a), 1) == slot(addressOf(b), 1)
    return boxBool(same == (op == 2))
  }
  const reflected = compareName(swapped(op))
  let tried = false
  if (ta != tb && isSubclass(tb, ta)) {
    const m = compareMethod(b, reflected)
    if (m == ERROR) return ERROR
    if (m != UNBOUND) {
      const r = call1(m, a)
      if (r != NotImplemented) return r
      tried = true
    }
  }
  const r = compareOneWay(a, b, op)
  if (r != NotImplemented) return r
  if (!tried) {
    const second = compareOneWay(b, a, swapped(op))
    if (second != NotImplemented) return second
  }
  if (hasPlain(a) || hasPlain(b)) {
    const x = plain(a)
    const y = plain(b)
    if (kindOf(x) < Kind.FUNCTION && kindOf(y) < Kind.FUNCTION && (op == 2 || op == 3 || kindOf(x) == kindOf(y) || (isNumeric(x) && isNumeric(y)))) {
      return compare(op, x, y)
    }
  }
  return NotImplemented
}
function isNumeric(v: Value): bool {
  return isIntegral(v) || isFloat(v)
}
/** A comparison method of a script's class or a native of a module's type; the ones of `object` do not count. */
function compareMethod(v: Value, name: Value): Value {
  const kind = kindOf(v)
  if (kind < Kind.FUNCTION) return UNBOUND
  const cls = typeOf(v)
  const attr = lookupType(cls, name)
  if (attr == UNBOUND || isObjectsOwn(attr)) return UNBOUND
  return bind(attr, v, cls)
}
/** Methods every object has (`object.__eq__`) stand for "no answer" in the operators. */
export function isObjectsOwn(attr: Value): bool {
  return kindOf(attr) == Kind.NATIVE && isGeneric(attr)
}
import { isGeneric } from './generic.ts'

function compareOneWay(a: Value, b: Value, op: i32): Value {
  const m = compareMethod(a, compareName(op))
  if (m == ERROR) return ERROR
  if (m != UNBOUND) {
    if (nativeDepth >= NATIVE_LIMIT) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded in comparison')
    return call1(m, b)
  }
  if (op == 3) {
    const eq = compareMethod(a, names.EQ)
    if (eq == ERROR) return ERROR
    if (eq != UNBOUND) {
      const r = call1(eq, b)
      if (r == ERROR || r == NotImplemented) return r
      const t = truth(r)
      return t < 0 ? ERROR : boxBool(t == 0)
    }
  }
  return NotImplemented
}

/** `a == b` by `__eq__`; NotImplemented. Identity counts as equal for the caller. */
export function equalDunder(a: Value, b: Value): Value {
  return compareDunder(2, a, b)
}

/** 1, 0, -1 = ERROR. */
export function truthDunder(v: Value): i32 {
  const kind = kindOf(v)
  if (kind != Kind.INSTANCE && kind != Kind.CLASS && kind != Kind.EXCEPTION && kind < 112) return 1
  const m = method(v, names.BOOL)
  if (m == ERROR) return -1
  if (m != UNBOUND) {
    const r = call0(m)
    if (r == ERROR) return -1
    if (!isBool(r)) {
      raise(ExcKind.TypeError, '__bool__ should return bool, returned ' + typeName(r))
      return -1
    }
    return r == True ? 1 : 0
  }
  const len = method(v, names.LEN)
  if (len == ERROR) return -1
  if (len != UNBOUND) {
    const n = lengthFrom(call0(len))
    return n < 0 ? -1 : n > 0 ? 1 : 0
  }
  return hasPlain(v) ? truth(plain(v)) : 1
}

function lengthFrom(r: Value): i64 {
  if (r == ERROR) return -1
  const n = indexDunder(r)
  if (n == ERROR) return -1
  if (n == NotImplemented) {
    raise(ExcKind.TypeError, "'" + typeName(r) + "' object cannot be interpreted as an integer")
    return -1
  }
  if (!isInt(n)) {
    raise(ExcKind.OverflowError, "cannot fit 'int' into an index-sized integer")
    return -1
  }
  if (intOf(n) < 0) {
    raise(ExcKind.ValueError, '__len__() should return >= 0')
    return -1
  }
  return intOf(n)
}

/** `len(v)`; NotImplemented when it has none, ERROR. */
export function lengthDunder(v: Value): Value {
  const m = method(v, names.LEN)
  if (m == ERROR) return ERROR
  if (m == UNBOUND && !hasPlain(v)) return NotImplemented
  const n = m == UNBOUND ? length(plain(v)) : lengthFrom(call0(m))
  return n < 0 ? ERROR : intValue(n)
}

/** The int of an object with `__hash__`; by identity when its class does not say otherwise. ERROR. */
export function hashDunder(v: Value): Value {
  const kind = kindOf(v)
  if (kind == Kind.BOUND_METHOD) {
    return boxInt(<i64>(<u32>(slot(addressOf(v), 0) * 31 + slot(addressOf(v), 1))))
  }
  const cls = typeOf(v)
  const attr = lookupType(cls, names.HASH)
  if (attr == None) return raise(ExcKind.TypeError, "unhashable type: '" + typeName(v) + "'")
  if (attr != UNBOUND && !isObjectsOwn(attr)) {
    const r = call0(bind(attr, v, cls))
    if (r == ERROR) return ERROR
    return isIntegral(plain(r)) ? plain(r) : raise(ExcKind.TypeError, '__hash__ method should return an integer')
  }
  if (hasPlain(v)) return hash(plain(v))
  return boxInt(<i64>(addressOf(v) >> 4))
}

/** Whether the class of `v` has a `__hash__` of its own (None counts). */
export function definesHash(v: Value): bool {
  const attr = lookupType(typeOf(v), names.HASH)
  return attr != UNBOUND && !isObjectsOwn(attr)
}

/** `iter(v)`; NotImplemented when it has no `__iter__`. */
export function iterDunder(v: Value): Value {
  const kind = kindOf(v)
  if (kind == Kind.GENERATOR) return v
  const cls = typeOf(v)
  const attr = lookupType(cls, names.ITER)
  if (attr == None) return NotImplemented
  if (attr == UNBOUND || isObjectsOwn(attr)) {
    if (kind == Kind.TYPE || kind == Kind.FUNCTION) return NotImplemented
    return hasPlain(v) && isIterableKind(kindOf(plain(v))) ? iter(plain(v)) : NotImplemented
  }
  const m = bind(attr, v, cls)
  if (m == ERROR) return ERROR
  const it = call0(m)
  if (it == ERROR) return ERROR
  const k = kindOf(it)
  if (k >= Kind.FUNCTION && k != Kind.GENERATOR && lookupType(typeOf(it), names.NEXT) == UNBOUND) {
    return raise(ExcKind.TypeError, "iter() returned non-iterator of type '" + typeName(it) + "'")
  }
  if (k < Kind.FUNCTION && (k < Kind.LIST_ITER || k > Kind.REVERSED)) {
    return raise(ExcKind.TypeError, "iter() returned non-iterator of type '" + typeName(it) + "'")
  }
  return it
}
/** Whether `v[0]`, `v[1]` … may stand for iteration. */
export function hasSequenceItems(v: Value): bool {
  const kind = kindOf(v)
  if (kind == Kind.CLASS || kind == Kind.TYPE || (kind == Kind.INSTANCE && lookupType(typeOf(v), names.ITER) == None)) return false
  const attr = lookupType(typeOf(v), names.GETITEM)
  return attr != UNBOUND && !isObjectsOwn(attr)
}

/** `next(it)`; STOP at the end. */
export function nextDunder(it: Value): Value {
  if (kindOf(it) == Kind.GENERATOR) return generatorNext(it)
  const m = method(it, names.NEXT)
  if (m == ERROR) return ERROR
  if (m == UNBOUND) return raise(ExcKind.TypeError, "'" + typeName(it) + "' object is not an iterator")
  const v = call0(m)
  if (v == ERROR && pendingIs(ExcKind.StopIteration)) {
    stopped = takePending()
    return STOP
  }
  return v
}
/** The StopIteration behind the last STOP that nextDunder() gave, or None. */
export let stopped: Value = None

/** `item in c`: 1, 0, -1 = ERROR, -2 = no `__contains__` (iterate). */
export function containsDunder(c: Value, item: Value): i32 {
  const cls = typeOf(c)
  const attr = lookupType(cls, names.CONTAINS)
  if (attr == None) {
    raise(ExcKind.TypeError, "'" + typeName(c) + "' object is not a container")
    return -1
  }
  if (attr == UNBOUND || isObjectsOwn(attr)) return hasPlain(c) ? contains(plain(c), item) : -2
  const r = call1(bind(attr, c, cls), item)
  return r == ERROR ? -1 : truth(r)
}

/** Whether a class has an `__iter__` of its own. */
export function definesIter(cls: Value): bool {
  const attr = lookupType(cls, names.ITER)
  return attr != UNBOUND && !isObjectsOwn(attr)
}

/** `o[key]`; NotImplemented when it has no `__getitem__`. */
export function getItemDunder(o: Value, key: Value): Value {
  const m = method(o, names.GETITEM)
  if (m == ERROR) return ERROR
  if (m != UNBOUND) return call1(m, key)
  if (isClass(o)) {
    const attr = getClassGetItem(o)
    if (attr == ERROR) return ERROR
    if (attr != UNBOUND) return call1(attr, key)
    if (kindOf(o) == Kind.TYPE && isGenericType(o)) {
      const alias = fromLibrary('types', 'GenericAlias')
      return alias == ERROR ? ERROR : call2(alias, o, key)
    }
    return raise(ExcKind.TypeError, "type '" + textOf(shortName(o)) + "' is not subscriptable")
  }
  return hasPlain(o) ? itemOfPlain(o, key) : NotImplemented
}
/** The item of the built-in value inside an object (of a value itself), with `__missing__` of a dict's class. */
export function itemOfPlain(o: Value, key: Value): Value {
  const inner = plain(o)
  if (kindOf(inner) == Kind.DICT) {
    const missing = method(o, names.MISSING)
    if (missing == ERROR) return ERROR
    if (missing != UNBOUND) {
      const found = contains(inner, key)
      if (found < 0) return ERROR
      return found ? getItem(inner, key) : call1(missing, key)
    }
  }
  return getItem(inner, key)
}
/** Built-in types that can say what they contain: `list[int]`. */
function isGenericType(c: Value): bool {
  if (c == typeOfKind(Kind.CLASS)) return true
  switch (solidKind(c)) {
    case Kind.LIST:
    case Kind.TUPLE:
    case Kind.DICT:
    case Kind.SET:
    case Kind.FROZENSET:
    case Kind.ENUMERATE:
    case Kind.REGEX:
    case Kind.MATCH:
    case Kind.MULTIMAP:
      return true
    default:
      return false
  }
}
import { fromLibrary } from './builtin-names.ts'
import { shortName, solidKind } from './type.ts'
function getClassGetItem(c: Value): Value {
  const attr = lookupType(c, names.CLASS_GETITEM)
  if (attr == UNBOUND) return UNBOUND
  return kindOf(attr) == Kind.FUNCTION ? newBoundMethod(attr, c) : bindToClass(attr, c)
}

/** `o[key] = v`: NotImplemented when it has no `__setitem__`, ERROR. */
export function setItemDunder(o: Value, key: Value, v: Value): Value {
  const m = method(o, names.SETITEM)
  if (m == ERROR) return ERROR
  if (m != UNBOUND) return call2(m, key, v)
  return hasPlain(o) ? (setItem(plain(o), key, v) ? None : ERROR) : NotImplemented
}
/** `del o[key]`: NotImplemented when it has no `__delitem__`, ERROR. */
export function delItemDunder(o: Value, key: Value): Value {
  const m = method(o, names.DELITEM)
  if (m == ERROR) return ERROR
  if (m != UNBOUND) return call1(m, key)
  return hasPlain(o) ? (delItem(plain(o), key) ? None : ERROR) : NotImplemented
}

function textResult(r: Value, name: string): Value {
  if (r == ERROR || isStr(r)) return r
  if (isStr(plain(r))) return plain(r)
  return raise(ExcKind.TypeError, name + ' returned non-string (type ' + typeName(r) + ')')
}

/** `repr(v)` of anything that is the VM's or a module's. */
export function reprDunder(v: Value): Value {
  const cls = typeOf(v)
  const attr = lookupType(cls, names.REPR)
  if (attr != UNBOUND && !isObjectsOwn(attr)) {
    return textResult(call0(bind(attr, v, cls)), '__repr__')
  }
  if (hasPlain(v)) return reprOfPlain(v)
  return kindOf(v) == Kind.EXCEPTION ? describeException(v, true) : describe(v)
}
/** Sets and bytearrays show the name of the class that derives from them. */
function reprOfPlain(v: Value): Value {
  const inner = plain(v)
  const r = repr(inner)
  const kind = kindOf(inner)
  if (r == ERROR || (kind != Kind.SET && kind != Kind.FROZENSET && kind != Kind.BYTEARRAY)) return r
  const text = textOf(r)
  const open = text.indexOf('(')
  const name = textOf(shortName(typeOf(v)))
  return strOf(kind == Kind.SET && text.charCodeAt(0) == 0x7b ? name + '(' + text + ')' : name + text.substring(open))
}
/** `str(v)` of anything that is the VM's or a module's. */
export function strDunder(v: Value): Value {
  const cls = typeOf(v)
  const attr = lookupType(cls, names.STR)
  if (attr != UNBOUND && !isObjectsOwn(attr)) {
    return textResult(call0(bind(attr, v, cls)), '__str__')
  }
  if (kindOf(v) == Kind.EXCEPTION) return describeException(v, false)
  if (hasPlain(v)) {
    const own = lookupType(cls, names.REPR)
    if (own == UNBOUND || isObjectsOwn(own)) return isStr(plain(v)) ? plain(v) : reprOfPlain(v)
    // str, and only it, has a __str__ apart from its repr.
    if (isStr(plain(v))) return plain(v)
  }
  return reprDunder(v)
}
/** `format(v, spec)` of anything that is the VM's or a module's. */
export function formatDunder(v: Value, spec: Value): Value {
  const cls = typeOf(v)
  const attr = lookupType(cls, names.FORMAT)
  if (attr != UNBOUND && !isObjectsOwn(attr)) {
    const r = call1(bind(attr, v, cls), spec)
    if (r == ERROR || isStr(r)) return r
    return raise(ExcKind.TypeError, '__format__ must return a str, not ' + typeName(r))
  }
  if (hasPlain(v) && textOf(spec).length) return format(plain(v), spec)
  if (textOf(spec).length) {
    return raise(ExcKind.TypeError, 'unsupported format string passed to ' + typeName(v) + '.__format__')
  }
  return str(v)
}

/** The int of `v.__index__()` (of an int or bool itself); NotImplemented when it has none, ERROR. */
export function indexDunder(v: Value): Value {
  return intBy(v, names.INDEX, '__index__')
}
/** The int of `v.__int__()`. */
export function intDunder(v: Value): Value {
  return intBy(v, names.INT, '__int__')
}
function intBy(v: Value, name: Value, text: string): Value {
  if (isBool(v)) return boxInt(<i64>(v & 1))
  if (isIntegral(v)) return v
  const m = method(v, name)
  if (m == ERROR) return ERROR
  if (m == UNBOUND) {
    if (hasPlain(v)) return isIntegral(plain(v)) ? intBy(plain(v), name, text) : NotImplemented
    return NotImplemented
  }
  const r = call0(m)
  if (r == ERROR) return ERROR
  if (isIntegral(plain(r))) return intBy(plain(r), name, text)
  return raise(ExcKind.TypeError, text + ' returned non-int (type ' + typeName(r) + ')')
}
/** The float of `v.__float__()`, `__index__()`; NotImplemented, ERROR. */
export function floatDunder(v: Value): Value {
  if (isFloat(v)) return v
  const m = method(v, names.FLOAT)
  if (m == ERROR) return ERROR
  if (m == UNBOUND) return isFloat(plain(v)) ? plain(v) : NotImplemented
  const r = call0(m)
  if (r == ERROR || isFloat(plain(r))) return r == ERROR ? r : plain(r)
  return raise(ExcKind.TypeError, typeName(v) + '.__float__ returned non-float (type ' + typeName(r) + ')')
}
/** The result of a method without arguments, UNBOUND when there is none (`__abs__`, `__reversed__`, `__bytes__` …). */
export function optionalMethod(v: Value, name: Value): Value {
  const m = method(v, name)
  if (m == ERROR || m == UNBOUND) return m
  return call0(m)
}
/** The same with one argument (`__round__`, `__divmod__`). */
export function optionalMethod1(v: Value, name: Value, a: Value): Value {
  const m = method(v, name)
  if (m == ERROR || m == UNBOUND) return m
  return call1(m, a)
}
