// Built-in functions on objects of any kind: attributes, types, identity, text.
import { arg } from '../bind.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { format as formatOf } from '../../ops/format.ts'
import { hash as hashOf } from '../../ops/hash.ts'
import { indexOf } from '../../ops/subscript.ts'
import { ascii as asciiOf, putStr, repr as reprOf, str } from '../../ops/text.ts'
import { newBuilder, putByte, builtAddress, builtLength } from '../../text/builder.ts'
import { bytesLength, bytesOf, isBytesLike } from '../../text/bytes.ts'
import { asStr, charStr, internBytes, isStr, strBytes, strConst, strLength, strSize } from '../../text/str.ts'
import { codePointAt } from '../../text/utf8.ts'
import { addressOf, boxBool, boxInt, ERROR, False, intOf, isInt, None, NotImplemented, UNBOUND, Value, isTape, isHeap } from '../../value/value.ts'
import { delAttr, getAttr, lookupAttr, setAttr } from '../../vm/attribute.ts'
import { call1, isCallable } from '../../vm/call.ts'
import { ExcKind, pendingIs, raise, takePending } from '../../vm/raise.ts'
import { dictGetStr } from '../../container/dict.ts'
import { slot } from '../../value/object.ts'
import { loadedModules } from '../../vm/module.ts'
import { argumentName } from '../argument-name.ts'
import { typeName } from '../../vm/type.ts'
import { charge, chargeOutput } from '../../memory/limits.ts'
import { deref } from '../../json/tape.ts'
import { plain } from '../../vm/native-self.ts'
import { isInstance, isSubclassOf } from '../../vm/instance-check.ts'

function nameArgument(v: Value): Value {
  v = plain(v)
  if (!isStr(v)) return raise(ExcKind.TypeError, "attribute name must be string, not '" + typeName(v) + "'")
  const s = asStr(v)
  return internBytes(strBytes(s), strSize(s))
}

/// getattr(object, name, default=..., /)
/// The attribute of this name; `default` when there is none.
/// >>> getattr('abc', 'nope', 1)
/// 1
export function getattr(args: usize): Value {
  const name = nameArgument(arg(args, 1))
  if (name == ERROR) return ERROR
  if (arg(args, 2) == UNBOUND) return getAttr(arg(args, 0), name)
  const v = lookupAttr(arg(args, 0), name)
  if (v == ERROR && pendingIs(ExcKind.AttributeError)) {
    takePending()
    return arg(args, 2)
  }
  return v == UNBOUND ? arg(args, 2) : v
}
/// hasattr(object, name, /)
/// Whether there is an attribute of this name.
/// >>> hasattr([], 'append')
/// True
export function hasattr(args: usize): Value {
  const name = nameArgument(arg(args, 1))
  if (name == ERROR) return ERROR
  const v = lookupAttr(arg(args, 0), name)
  if (v == ERROR) {
    if (!pendingIs(ExcKind.AttributeError)) return ERROR
    takePending()
    return False
  }
  return boxBool(v != UNBOUND)
}
/// setattr(object, name, value, /)
/// Sets an attribute.
/// >>> def f(): pass
/// >>> setattr(f, 'x', 1)
/// >>> f.x
/// 1
export function setattr(args: usize): Value {
  const name = nameArgument(arg(args, 1))
  return name == ERROR || !setAttr(arg(args, 0), name, arg(args, 2)) ? ERROR : None
}
/// delattr(object, name, /)
/// Removes an attribute.
/// >>> def f(): pass
/// >>> f.x = 1
/// >>> delattr(f, 'x')
/// >>> hasattr(f, 'x')
/// False
export function delattr(args: usize): Value {
  const name = nameArgument(arg(args, 1))
  return name == ERROR || !delAttr(arg(args, 0), name) ? ERROR : None
}
/// callable(object, /)
/// Whether it can be called.
/// >>> callable(len)
/// True
export function callable(args: usize): Value {
  return boxBool(isCallable(arg(args, 0)))
}

/// isinstance(object, class_or_tuple, /)
/// Whether the object is of the class (or one of the classes), or of one derived from it.
/// >>> isinstance(True, int)
/// True
export function isinstance(args: usize): Value {
  const r = isInstance(arg(args, 0), arg(args, 1))
  return r < 0 ? ERROR : boxBool(r == 1)
}
/// issubclass(cls, class_or_tuple, /)
/// Whether the class is or derives from another.
/// >>> issubclass(bool, int)
/// True
export function issubclass(args: usize): Value {
  const r = isSubclassOf(arg(args, 0), arg(args, 1))
  return r < 0 ? ERROR : boxBool(r == 1)
}

/// id(object, /)
/// A number that is the object's own as long as it lives.
/// >>> a = []
/// >>> id(a) == id(a)
/// True
export function id(args: usize): Value {
  const v = deref(arg(args, 0))
  if (isTape(v) || isHeap(v)) return boxInt(<i64>addressOf(v) + 0x7f0000000000)
  // Never 0, which would be false.
  return boxInt(<i64>((v * 31) & 0x7fffffffffff) + 0x800000000000)
}

/// hash(object, /)
/// An int that is equal for equal objects.
/// >>> hash(1.0) == hash(True)
/// True
export function hash(args: usize): Value {
  return hashOf(arg(args, 0))
}

/// repr(object, /)
/// The text a programmer sees.
/// >>> repr('a\n')
/// "'a\\n'"
export function repr(args: usize): Value {
  return reprOf(arg(args, 0))
}
/// ascii(object, /)
/// repr with everything outside ASCII escaped.
/// >>> ascii('ä')
/// "'\\xe4'"
export function ascii(args: usize): Value {
  return asciiOf(arg(args, 0))
}
/// format(value, format_spec='', /)
/// The value by a format specification.
/// >>> format(1234.5, ',.2f')
/// '1,234.50'
export function format(args: usize): Value {
  if (!isStr(arg(args, 1))) return raise(ExcKind.TypeError, 'format() argument 2 must be str, not ' + argumentName(arg(args, 1)))
  return formatOf(arg(args, 0), arg(args, 1))
}

/// chr(i, /)
/// The character of a code point.
/// >>> chr(8364)
/// '€'
export function chr(args: usize): Value {
  const n = indexOf(arg(args, 0))
  if (n == ERROR) return ERROR
  if (n == NotImplemented) return raise(ExcKind.TypeError, "'" + typeName(arg(args, 0)) + "' object cannot be interpreted as an integer")
  if (!isInt(n) || <i64><i32>intOf(n) != intOf(n)) return raise(ExcKind.OverflowError, 'Python int too large to convert to C int')
  if (intOf(n) < 0 || intOf(n) > 0x10ffff) return raise(ExcKind.ValueError, 'chr() arg not in range(0x110000)')
  return charStr(<u32>intOf(n))
}
/// ord(c, /)
/// The code point of a character, or the value of one byte.
/// >>> ord('€')
/// 8364
export function ord(args: usize): Value {
  const v = plain(arg(args, 0))
  let n: u32
  if (isStr(v)) {
    const s = asStr(v)
    n = strLength(s)
    if (n == 1) return boxInt(<i64>codePointAt(strBytes(s)))
  } else if (isBytesLike(v)) {
    n = bytesLength(v)
    if (n == 1) return boxInt(<i64>load<u8>(bytesOf(v)))
  } else return raise(ExcKind.TypeError, 'ord() expected string of length 1, but ' + typeName(v) + ' found')
  return raise(ExcKind.TypeError, 'ord() expected a character, but string of length ' + n.toString() + ' found')
}

/** Text for the host's log, as UTF-8. */
// @ts-ignore: decorator
@external('host', 'print')
export declare function hostPrint(p: usize, n: usize): void

/// print(*objects, sep=None, end=None, file=None, flush=False)
/// Writes text to the log.
/// >>> print('a', 'b', sep='-') is None
/// True
export function print(args: usize): Value {
  const t = addressOf(arg(args, 4))
  const sep = arg(args, 0)
  const end = arg(args, 1)
  if (sep != None && !isStr(sep)) return raise(ExcKind.TypeError, 'sep must be None or a string, not ' + typeName(sep))
  if (end != None && !isStr(end)) return raise(ExcKind.TypeError, 'end must be None or a string, not ' + typeName(end))
  const file = arg(args, 2)
  if (file != None) return printTo(file, t, sep, end)
  const replaced = replacedStdout()
  if (replaced != UNBOUND) return printTo(replaced, t, sep, end)
  const b = newBuilder(64)
  const n = tupleLength(t)
  for (let i: u32 = 0; i < n; i++) {
    if (i) {
      if (sep == None) putByte(b, 0x20)
      else putStr(b, sep)
    }
    if (!putStr(b, tupleAt(t, i))) return ERROR
  }
  if (end == None) putByte(b, 10)
  else putStr(b, end)
  if (!chargeOutput(<i64>builtLength(b)) || !charge(<i64>builtLength(b) >> 4)) return ERROR
  hostPrint(builtAddress(b), builtLength(b))
  return None
}
/** What a script has put in the place of `sys.stdout`; UNBOUND when it is the log. */
function replacedStdout(): Value {
  const sys = dictGetStr(loadedModules(), strConst('sys'))
  if (sys == UNBOUND) return UNBOUND
  const names = slot(addressOf(sys), 1)
  const now = dictGetStr(names, strConst('stdout'))
  return now == UNBOUND || now == None || now == dictGetStr(names, strConst('__stdout__')) ? UNBOUND : now
}
/** print(…, file=…): every piece goes to `file.write`. */
function printTo(file: Value, t: usize, sep: Value, end: Value): Value {
  const write = getAttr(file, strConst('write'))
  if (write == ERROR) return ERROR
  const n = tupleLength(t)
  for (let i: u32 = 0; i < n; i++) {
    if (i && call1(write, sep == None ? strConst(' ') : sep) == ERROR) return ERROR
    const text = str(tupleAt(t, i))
    if (text == ERROR || call1(write, text) == ERROR) return ERROR
  }
  return call1(write, end == None ? strConst('\n') : end) == ERROR ? ERROR : None
}
