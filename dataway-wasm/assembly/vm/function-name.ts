// How CPython's messages name a callable: `f()`, `C.m()`, `print()`.
import { nativeName } from '../builtins/native.ts'
import { isStr, textOf } from '../text/str.ts'
import { Kind, kindOf, slot, wordAt } from '../value/object.ts'
import { addressOf, Value } from '../value/value.ts'
import { fullClassName } from './describe.ts'
import { functionModule } from './function.ts'
import { typeName } from './type.ts'

export function describeFunction(fn: Value): string {
  const p = addressOf(fn)
  switch (kindOf(fn)) {
    case Kind.FUNCTION: {
      const module = functionModule(fn)
      return (isStr(module) ? textOf(module) + '.' : '') + textOf(slot(p, 6)) + '()'
    }
    case Kind.NATIVE:
      return textOf(nativeName(wordAt(p))) + '()'
    case Kind.BOUND_METHOD:
      return describeFunction(slot(p, 1))
    case Kind.CLASS:
    case Kind.TYPE:
      return fullClassName(fn) + '()'
    default:
      return typeName(fn) + ' object'
  }
}
