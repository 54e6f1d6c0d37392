// property, staticmethod, classmethod, super, and the methods of functions.
import { arg } from '../bind.ts'
import { tupleLength } from '../../container/tuple.ts'
import { slot } from '../../value/object.ts'
import { addressOf, ERROR, None, UNBOUND, Value } from '../../value/value.ts'
import { bind, bindToClass, newBoundMethod, propertyOf, readMember, writeMember } from '../../vm/attribute.ts'
import { codeParameters } from '../../vm/code.ts'
import { currentFrame, frameCode } from '../../vm/frame.ts'
import { call, call1, call2 } from '../../vm/call.ts'
import { spreadKeywords, spreadNames } from '../../vm/class.ts'
import { changedProperty, newClassMethod, newProperty, newStaticMethod } from '../../vm/descriptor.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { newSuper } from '../../vm/super.ts'
import { typeOf } from '../../vm/type.ts'

/// property(fget=None, fset=None, fdel=None, doc=None)
/// An attribute that functions read, set and delete.
/// >>> A = type('A', (), {'x': property(lambda self: 7)})
/// >>> A().x
/// 7
export function property(args: usize): Value {
  return newProperty(arg(args, 0), arg(args, 1), arg(args, 2), arg(args, 3))
}
/// property.getter(self, fget, /)
/// The property with another function to read it.
/// >>> A = type('A', (), {'x': property().getter(lambda self: 7)})
/// >>> A().x
/// 7
export function getter(args: usize): Value {
  return changedProperty(arg(args, 0), 0, arg(args, 1))
}
/// property.setter(self, fset, /)
/// The property with a function to set it.
/// >>> A = type('A', (), {'x': property(lambda self: self.y).setter(lambda self, v: setattr(self, 'y', 2 * v))})
/// >>> a = A()
/// >>> a.x = 3
/// >>> a.x
/// 6
export function setter(args: usize): Value {
  return changedProperty(arg(args, 0), 1, arg(args, 1))
}
/// property.deleter(self, fdel, /)
/// The property with a function to delete it.
/// >>> A = type('A', (), {'x': property().deleter(lambda self: self.gone.append('x'))})
/// >>> a = A()
/// >>> a.gone = []
/// >>> del a.x
/// >>> a.gone
/// ['x']
export function deleter(args: usize): Value {
  return changedProperty(arg(args, 0), 2, arg(args, 1))
}
/// property.__get__(self, instance, owner=None, /)
/// The value of the property for an object.
export function propertyGet(args: usize): Value {
  if (arg(args, 1) == None) return arg(args, 0)
  return bind(arg(args, 0), arg(args, 1), typeOf(arg(args, 1)))
}
/// property.__set__(self, instance, value, /)
/// Sets the property of an object.
export function propertySet(args: usize): Value {
  const set = slot(addressOf(arg(args, 0)), 1)
  if (set == None) {
    return raise(ExcKind.AttributeError, propertyOf(arg(args, 0), arg(args, 1)) + "has no setter")
  }
  return call2(set, arg(args, 1), arg(args, 2)) == ERROR ? ERROR : None
}
/// property.__delete__(self, instance, /)
/// Deletes the property of an object.
export function propertyDelete(args: usize): Value {
  const del = slot(addressOf(arg(args, 0)), 2)
  if (del == None) {
    return raise(ExcKind.AttributeError, propertyOf(arg(args, 0), arg(args, 1)) + "has no deleter")
  }
  return call1(del, arg(args, 1)) == ERROR ? ERROR : None
}

/// staticmethod(function, /)
/// A function of a class that gets no self.
/// >>> A = type('A', (), {'double': staticmethod(lambda x: 2 * x)})
/// >>> A.double(2)
/// 4
export function staticmethod(args: usize): Value {
  return newStaticMethod(arg(args, 0))
}
/// staticmethod.__get__(self, instance, owner=None, /)
/// The function.
export function staticGet(args: usize): Value {
  return slot(addressOf(arg(args, 0)), 0)
}
/// classmethod(function, /)
/// A method that gets the class in place of self.
/// >>> A = type('A', (), {'name': classmethod(lambda cls: cls.__name__)})
/// >>> A.name()
/// 'A'
export function classmethod(args: usize): Value {
  return newClassMethod(arg(args, 0))
}
/// classmethod.__get__(self, instance, owner=None, /)
/// The function bound to the class.
export function classGet(args: usize): Value {
  return bindToClass(arg(args, 0), arg(args, 2) == None ? typeOf(arg(args, 1)) : arg(args, 2))
}

/// super(*args)
/// The attributes of the classes behind this one.
/// >>> B = type('B', (list,), {'__len__': lambda self: 1 + super(B, self).__len__()})
/// >>> len(B('ab'))
/// 3
export function super_(args: usize): Value {
  const rest = addressOf(arg(args, 0))
  const n = tupleLength(rest)
  if (n == 0) return raise(ExcKind.RuntimeError, noClassHere())
  if (n > 2) return raise(ExcKind.TypeError, 'super expected at most 2 arguments, got ' + n.toString())
  return newSuper(load<u64>(rest, 8), n == 2 ? load<u64>(rest, 16) : UNBOUND)
}
/** Why super() without arguments does not know its class. */
function noClassHere(): string {
  const code = currentFrame ? frameCode(currentFrame) : 0
  const none = !code || codeParameters(code) == 0
  return none ? 'super(): no arguments' : 'super(): __class__ cell not found'
}
/// super.__get__(self, instance, owner=None, /)
/// A super of one class, for an object.
export function superGet(args: usize): Value {
  const p = addressOf(arg(args, 0))
  return slot(p, 1) != None || arg(args, 1) == None ? arg(args, 0) : newSuper(slot(p, 0), arg(args, 1))
}

/// member_descriptor.__get__(self, instance, owner=None, /)
/// What the object keeps in the slot.
export function memberGet(args: usize): Value {
  return arg(args, 1) == None && arg(args, 2) != None ? arg(args, 0) : readMember(addressOf(arg(args, 0)), arg(args, 1))
}
/// member_descriptor.__set__(self, instance, value, /)
/// Keeps a value in the slot.
export function memberSet(args: usize): Value {
  return writeMember(addressOf(arg(args, 0)), arg(args, 1), arg(args, 2)) ? None : ERROR
}
/// member_descriptor.__delete__(self, instance, /)
/// Empties the slot.
export function memberDelete(args: usize): Value {
  return writeMember(addressOf(arg(args, 0)), arg(args, 1), UNBOUND) ? None : ERROR
}

/// function.__get__(self, instance, owner=None, /)
/// The function as a method of an object.
export function functionGet(args: usize): Value {
  return arg(args, 1) == None ? arg(args, 0) : newBoundMethod(arg(args, 0), arg(args, 1))
}
/// function.__call__(self, /, *args, **kwargs)
/// Calls the function.
export function functionCall(args: usize): Value {
  return callSpread(args)
}
/// method.__call__(self, /, *args, **kwargs)
/// Calls the method.
export function methodCall(args: usize): Value {
  return callSpread(args)
}
/// builtin_function_or_method.__call__(self, /, *args, **kwargs)
/// Calls the builtin.
export function builtinCall(args: usize): Value {
  return callSpread(args)
}
function callSpread(args: usize): Value {
  const rest = addressOf(arg(args, 1))
  const spread = spreadKeywords(rest + 8, tupleLength(rest), arg(args, 2))
  return call(arg(args, 0), addressOf(spread) + 8, <i32>tupleLength(addressOf(spread)), spreadNames)
}
