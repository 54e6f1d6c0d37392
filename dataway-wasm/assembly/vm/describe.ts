// repr() and str() of what belongs to the VM: classes, functions, methods, modules, exceptions, plain instances.
import { nativeName, nativeQualifier } from '../builtins/native.ts'
import { NATIVE_DATA, QUALIFIER_OFFSETS } from '../generated/natives.ts'
import { emptyStr, strConst, strOf, textOf } from '../text/str.ts'
import { newBuilder, builtAddress, builtLength, putByte, putText, putBytes } from '../text/builder.ts'
import { asStr, newStr, strBytes, strSize } from '../text/str.ts'
import { isTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { putHex } from '../ops/text.ts'
import { repr, str } from '../ops/text.ts'
import { Kind, kindOf, slot, wordAt } from '../value/object.ts'
import { addressOf, ERROR, intOf, isInt, None, UNBOUND, Value } from '../value/value.ts'
import { getItem } from '../ops/subscript.ts'
import { codePointAt } from '../text/utf8.ts'
import { isStr } from '../text/str.ts'
import { getAttr } from './attribute.ts'
import * as names from './names.ts'
import { exceptionArgs, exceptionField } from './exception.ts'
import { ExcKind, takePending } from './raise.ts'
import { classModule, classQualname, exceptionClass, isSubclass, shortName, typeOf } from './type.ts'

function at(v: Value): string {
  const b = newBuilder(32)
  putText(b, ' at 0x')
  putHex(b, <u64>addressOf(v) + 0x7f0000000000, 12)
  return textOf(newStr(builtAddress(b), builtLength(b)))
}

/** A class's name with its module, as in `<class '…'>`. */
export function fullClassName(c: Value): string {
  const module = textOf(asText(classModule(c)))
  const name = textOf(classQualname(c))
  return module == 'builtins' ? name : module + '.' + name
}
function asText(v: Value): Value {
  return v < 0xfffc000000000000 || v >> 48 == 0xfffe || v >> 48 == 0xffff ? emptyStr() : v
}

/** The default repr of a value of the VM or of a module. ERROR. */
export function describe(v: Value): Value {
  const p = addressOf(v)
  const kind = kindOf(v)
  switch (kind) {
    case Kind.CLASS:
    case Kind.TYPE: {
      const full = fullClassName(v)
      // The platform's own types are plain words.
      if (full == 'Entity' || full == 'MultiMap' || full == 'FormDataParts' || full == 'Message') return strOf(full)
      return strOf("<class '" + full + "'>")
    }
    case Kind.FUNCTION:
      return strOf('<function ' + textOf(slot(p, 6)) + at(v) + '>')
    case Kind.NATIVE: {
      const name = textOf(nativeName(wordAt(p)))
      if (slot(p, 0) != UNBOUND) return strOf('<built-in method ' + name + ' of ' + textOf(shortName(typeOf(slot(p, 0)))) + ' object' + at(slot(p, 0)) + '>')
      const q = nativeQualifier(wordAt(p))
      const record = NATIVE_DATA + <usize>load<u32>(QUALIFIER_OFFSETS + (<usize>q << 2))
      if (load<u8>(record) && q) {
        return strOf("<method '" + name + "' of '" + String.UTF8.decodeUnsafe(record + 2, <usize>load<u8>(record, 1)) + "' objects>")
      }
      return strOf('<built-in function ' + name + '>')
    }
    case Kind.BOUND_METHOD: {
      const self = repr(slot(p, 0))
      if (self == ERROR) return ERROR
      const fn = slot(p, 1)
      let name = '?'
      if (kindOf(fn) == Kind.FUNCTION) name = textOf(slot(addressOf(fn), 6))
      else {
        const named = getAttr(fn, names.QUALNAME)
        if (named == ERROR) takePending()
        else if (isStr(named)) name = textOf(named)
      }
      return strOf('<bound method ' + name + ' of ' + textOf(self) + '>')
    }
    case Kind.GENERATOR:
      return strOf('<generator object ' + textOf(slot(p, 2)) + at(v) + '>')
    case Kind.MODULE:
      return strOf("<module '" + textOf(slot(p, 0)) + "' (built-in)>")
    case Kind.CELL:
      return strOf('<cell' + at(v) + ': ' + (slot(p, 0) == UNBOUND ? 'empty' : textOf(shortName(typeOf(slot(p, 0)))) + ' object' + at(slot(p, 0))) + '>')
    case Kind.CODE:
      return strOf('<code object ' + textOf(slot(p, 0)) + at(v) + '>')
    case Kind.SUPER: {
      const start = slot(p, 2)
      if (start == None) return strOf("<super: <class '" + textOf(shortName(slot(p, 0))) + "'>, NULL>")
      return strOf("<super: <class '" + textOf(shortName(slot(p, 0))) + "'>, <" + textOf(shortName(start)) + ' object>>')
    }
    case Kind.STATIC_METHOD:
    case Kind.CLASS_METHOD: {
      const inner = repr(slot(p, 0))
      if (inner == ERROR) return ERROR
      return strOf((kind == Kind.STATIC_METHOD ? '<staticmethod(' : '<classmethod(') + textOf(inner) + ')>')
    }
    case Kind.MEMBER:
      return strOf("<member '" + textOf(slot(p, 0)) + "' of '" + textOf(shortName(slot(p, 1))) + "' objects>")
    default:
      return strOf('<' + fullClassName(typeOf(v)) + ' object' + at(v) + '>')
  }
}

/** What a Unicode error made of (object, start, end, reason) from `first` on says; UNBOUND when they are of other types. */
function unicodeText(args: usize, first: u32, can: string, decoding: bool): Value {
  const object = tupleAt(args, first)
  const start = tupleAt(args, first + 1)
  const end = tupleAt(args, first + 2)
  const reason = tupleAt(args, first + 3)
  if (!isStr(reason) || !isInt(start) || !isInt(end)) return UNBOUND
  let what = (decoding ? 'bytes' : 'characters') + ' in position ' + intOf(start).toString() + '-' + (intOf(end) - 1).toString()
  if (intOf(end) == intOf(start) + 1) {
    const item = getItem(object, start)
    if (item == ERROR) takePending()
    else {
      const code = isInt(item) ? <u32>intOf(item) : isStr(item) ? codePointAt(strBytes(asStr(item))) : 0
      const digits = code.toString(16)
      what = decoding
        ? 'byte 0x' + digits.padStart(2, '0')
        : "character '\\" + (code < 256 ? 'x' + digits.padStart(2, '0') : code < 65536 ? 'u' + digits.padStart(4, '0') : 'U' + digits.padStart(8, '0')) + "'"
      what += ' in position ' + intOf(start).toString()
    }
  }
  return strOf(can + what + ': ' + textOf(reason))
}

/** What a SyntaxError of a message and a tuple (file, line, …) says. ERROR. */
function placedText(message: Value, place: Value): Value {
  const text = str(message)
  if (text == ERROR || !isTuple(place) || tupleLength(addressOf(place)) < 2) return text
  const file = tupleAt(addressOf(place), 0)
  const line = tupleAt(addressOf(place), 1)
  const where = isInt(line) ? 'line ' + intOf(line).toString() : ''
  if (!isStr(file)) return where.length ? strOf(textOf(text) + ' (' + where + ')') : text
  const path = textOf(file)
  return strOf(textOf(text) + ' (' + path.substring(path.lastIndexOf('/') + 1) + (where.length ? ', ' + where : '') + ')')
}

/** repr or str of an exception by its arguments. ERROR. */
export function describeException(e: Value, asRepr: bool): Value {
  const cls = typeOf(e)
  const args = exceptionArgs(e)
  const n = isTuple(args) ? tupleLength(addressOf(args)) : 0
  if (asRepr) {
    const inner = n == 1 ? repr(tupleAt(addressOf(args), 0)) : n ? repr(args) : emptyStr()
    if (inner == ERROR) return ERROR
    const b = newBuilder()
    putText(b, textOf(shortName(cls)))
    if (n < 2) putByte(b, 0x28)
    putBytes(b, strBytes(asStr(inner)), strSize(asStr(inner)))
    if (n < 2) putByte(b, 0x29)
    return newStr(builtAddress(b), builtLength(b))
  }
  if (n == 0) return emptyStr()
  if (n == 5 && isSubclass(cls, exceptionClass(ExcKind.UnicodeError))) {
    const text = exceptionField(e, strConst('_text'))
    if (text != UNBOUND) return text
    const decoding = isSubclass(cls, exceptionClass(ExcKind.UnicodeDecodeError))
    const codec = tupleAt(addressOf(args), 0)
    const made = isStr(codec) ? unicodeText(addressOf(args), 1, "'" + textOf(codec) + (decoding ? "' codec can't decode " : "' codec can't encode "), decoding) : UNBOUND
    if (made != UNBOUND) return made
  }
  if (n == 4 && cls == exceptionClass(ExcKind.UnicodeTranslateError)) {
    const made = unicodeText(addressOf(args), 0, "can't translate ", false)
    if (made != UNBOUND) return made
  }
  if (n == 1) {
    const only = tupleAt(addressOf(args), 0)
    return isSubclass(cls, exceptionClass(ExcKind.KeyError)) ? repr(only) : str(only)
  }
  if (isSubclass(cls, exceptionClass(ExcKind.OSError)) && n >= 2 && n <= 5) {
    const number = str(tupleAt(addressOf(args), 0))
    const text = str(tupleAt(addressOf(args), 1))
    if (number == ERROR || text == ERROR) return ERROR
    let message = '[Errno ' + textOf(number) + '] ' + textOf(text)
    const named = exceptionField(e, strConst('filename'))
    if (n >= 3 || named != UNBOUND) {
      const file = repr(named == UNBOUND ? tupleAt(addressOf(args), 2) : named)
      if (file == ERROR) return ERROR
      message += ': ' + textOf(file)
      const second = exceptionField(e, strConst('filename2'))
      const other = second == UNBOUND || second == None ? emptyStr() : repr(second)
      if (other == ERROR) return ERROR
      if (strSize(asStr(other))) message += ' -> ' + textOf(other)
    }
    return strOf(message)
  }
  if (isSubclass(cls, exceptionClass(ExcKind.SyntaxError))) return placedText(tupleAt(addressOf(args), 0), tupleAt(addressOf(args), 1))
  return repr(args)
}
