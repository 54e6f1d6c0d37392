// How a wrong argument is named in CPython's generated messages: its type, but None itself.
import { None, Value } from '../value/value.ts'
import { typeName } from '../vm/type.ts'

export function argumentName(v: Value): string {
  return v == None ? 'None' : typeName(v)
}
