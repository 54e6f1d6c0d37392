// type: the class of classes, and what makes new ones.
import { arg } from '../bind.ts'
import { isDict, asDict, newDict } from '../../container/dict.ts'
import { listAppend, listAt, listLength, listOf, newList } from '../../container/list.ts'
import { tableLength } from '../../container/table.ts'
import { isTuple, tupleAt, tupleLength } from '../../container/tuple.ts'
import { isStr } from '../../text/str.ts'
import { Kind } from '../../value/object.ts'
import { addressOf, boxBool, ERROR, None, UNBOUND, Value } from '../../value/value.ts'
import { fromLibrary } from '../../vm/builtin-names.ts'
import { call2 } from '../../vm/call.ts'
import { allClasses, makeClass, metaclassOf, spreadKeywords, spreadNames } from '../../vm/class.ts'
import { construct } from '../../vm/construct.ts'
import { describe } from '../../vm/describe.ts'
import { plain } from '../../vm/native-self.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { classBases, classMro, isClass, isInstanceOf, isSubclass, typeName, typeOf, typeOfKind } from '../../vm/type.ts'

/// type(*args, **kwargs)
/// The class of an object; with a name, bases and a dict: a new class.
/// >>> type(1)
/// <class 'int'>
export function type(args: usize): Value {
  const rest = addressOf(arg(args, 0))
  if (tupleLength(rest) == 1 && !tableLength(asDict(arg(args, 1)))) return typeOf(tupleAt(rest, 0))
  if (tupleLength(rest) != 3) return raise(ExcKind.TypeError, 'type() takes 1 or 3 arguments')
  const bases = tupleAt(rest, 1)
  const meta = isTuple(bases) ? metaclassOf(UNBOUND, addressOf(bases)) : UNBOUND
  if (meta == ERROR) return ERROR
  if (meta == UNBOUND) return newClass(typeOfKind(Kind.CLASS), rest, arg(args, 1), 0)
  // The bases' own metaclass makes it, with its `__new__` and `__init__`.
  const spread = spreadKeywords(rest + 8, 3, arg(args, 1))
  return construct(meta, addressOf(spread) + 8, <i32>tupleLength(addressOf(spread)), spreadNames)
}

/// type.__new__(cls, /, *args, **kwargs)
/// A new class: name, bases, dict.
export function typeNew(args: usize): Value {
  const rest = addressOf(arg(args, 1))
  if (!isClass(arg(args, 0))) return raise(ExcKind.TypeError, 'type.__new__(X): X is not a type object (' + typeName(arg(args, 0)) + ')')
  if (tupleLength(rest) != 3) return raise(ExcKind.TypeError, 'type.__new__() takes exactly 3 arguments (' + tupleLength(rest).toString() + ' given)')
  return newClass(arg(args, 0), rest, arg(args, 2), 0)
}
function newClass(meta: Value, args: usize, keywords: Value, from: u32): Value {
  const name = tupleAt(args, from)
  const bases = tupleAt(args, from + 1)
  const given = tupleAt(args, from + 2)
  const namespace = plain(given)
  if (!isStr(name)) return raise(ExcKind.TypeError, 'type.__new__() argument 1 must be str, not ' + typeName(name))
  if (!isTuple(bases)) return raise(ExcKind.TypeError, 'type.__new__() argument 2 must be tuple, not ' + typeName(bases))
  if (!isDict(namespace)) return raise(ExcKind.TypeError, 'type.__new__() argument 3 must be dict, not ' + typeName(given))
  const winner = metaclassOf(meta == typeOfKind(Kind.CLASS) ? UNBOUND : meta, addressOf(bases))
  if (winner == ERROR) return ERROR
  return makeClass(winner == UNBOUND ? meta : winner, name, bases, namespace, keywords)
}

/// type.__init__(self, /, *args, **kwargs)
/// Does nothing: the class is made by `__new__`.
export function typeInit(args: usize): Value {
  return None
}
/// type.__call__(self, /, *args, **kwargs)
/// A new instance.
export function typeCall(args: usize): Value {
  const rest = addressOf(arg(args, 1))
  const spread = spreadKeywords(rest + 8, tupleLength(rest), arg(args, 2))
  return construct(arg(args, 0), addressOf(spread) + 8, <i32>tupleLength(addressOf(spread)), spreadNames)
}
/// type.__prepare__(*args, **kwargs)
/// The dict that a class body fills.
export function prepare(args: usize): Value {
  return newDict()
}
/// type.mro(self, /)
/// The classes that are searched for attributes, in order.
/// >>> bool.mro()
/// [<class 'bool'>, <class 'int'>, <class 'object'>]
export function mro(args: usize): Value {
  return listOf(classMro(arg(args, 0)))
}
/// type.__subclasses__(self, /)
/// The classes that derive from this one directly.
export function subclasses(args: usize): Value {
  const found = newList(0, 0)
  if (allClasses == UNBOUND) return found
  const l = addressOf(allClasses)
  for (let i: u32 = 0; i < listLength(l); i++) {
    const bases = addressOf(classBases(listAt(l, i)))
    for (let k: u32 = 0; k < tupleLength(bases); k++) if (tupleAt(bases, k) == arg(args, 0)) listAppend(found, listAt(l, i))
  }
  return found
}
/// type.__or__(self, other, /)
/// Either type, as isinstance takes it.
export function typeOr(args: usize): Value {
  return either(arg(args, 0), arg(args, 1))
}
/// type.__ror__(self, other, /)
/// Either type, as isinstance takes it.
export function typeRor(args: usize): Value {
  return either(arg(args, 1), arg(args, 0))
}
function either(a: Value, b: Value): Value {
  const union = fromLibrary('types', '_either')
  return union == ERROR ? ERROR : call2(union, a, b)
}
/// type.__instancecheck__(self, instance, /)
/// Whether the object is of this class.
export function instanceCheck(args: usize): Value {
  return boxBool(isInstanceOf(arg(args, 1), arg(args, 0)))
}
/// type.__subclasscheck__(self, subclass, /)
/// Whether the class derives from this one.
export function subclassCheck(args: usize): Value {
  return boxBool(isClass(arg(args, 1)) && isSubclass(arg(args, 1), arg(args, 0)))
}
/// type.__repr__(self, /)
/// `<class '…'>`
export function typeRepr(args: usize): Value {
  return describe(arg(args, 0))
}
