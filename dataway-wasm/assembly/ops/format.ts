// format(v, spec) for built-in values.
import { putFormattedFloat, putFormattedInt } from '../number/format.ts'
import { builtStr, asStr, isStr, strBytes, strSize, byteOffset, strLength } from '../text/str.ts'
import { newBuilder } from '../text/builder.ts'
import * as spec from '../text/format-spec.ts'
import { isIntegral, Kind, kindOf } from '../value/object.ts'
import { addressOf, ERROR, floatOf, isFloat, Value } from '../value/value.ts'
import { formatDunder } from '../vm/dunder.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { putStr, str } from './text.ts'

/** `format(v, spec)`; ERROR. */
export function format(v: Value, specification: Value): Value {
  if (strSize(asStr(specification)) == 0 && kindOf(v) < Kind.FUNCTION) return str(v)
  if (kindOf(v) >= Kind.FUNCTION) return formatDunder(v, specification)
  const b = newBuilder(32)
  return putFormatted(b, v, specification) ? builtStr(b) : ERROR
}

/** `format(v, spec)` into a builder. False with a fault pending. */
export function putFormatted(b: usize, v: Value, specification: Value): bool {
  const kind = kindOf(v)
  if (strSize(asStr(specification)) == 0 && kind < Kind.FUNCTION) return putStr(b, v)
  if (kind >= Kind.FUNCTION) {
    const s = formatDunder(v, specification)
    return s == ERROR ? false : putStr(b, s)
  }
  if (isIntegral(v)) return spec.parseSpec(specification, v) && putFormattedInt(b, v)
  if (isFloat(v)) return spec.parseSpec(specification, v) && putFormattedFloat(b, floatOf(v), v)
  if (kind == Kind.STR) return spec.parseSpec(specification, v) && putFormattedStr(b, v)
  raise(ExcKind.TypeError, 'unsupported format string passed to ' + typeName(v) + '.__format__')
  return false
}

function putFormattedStr(b: usize, v: Value): bool {
  if (spec.type != 0 && spec.type != 0x73) return spec.unknownType(v)
  if (spec.sign) {
    return spec.wrong(spec.sign == 0x20 ? 'Space not allowed in string format specifier' : 'Sign not allowed in string format specifier')
  }
  if (spec.zeroNegative) return spec.wrong('Negative zero coercion (z) not allowed in string format specifier')
  if (spec.alternate) return spec.wrong('Alternate form (#) not allowed in string format specifier')
  if (spec.align == 0x3d && !spec.zeroPad) return spec.wrong("'=' alignment not allowed in string format specifier")
  if (spec.grouping) return spec.cannotGroup()
  const s = asStr(v)
  const n = spec.precision >= 0 && <u32>spec.precision < strLength(s) ? byteOffset(s, <u32>spec.precision) : strSize(s)
  if (spec.zeroPad) spec.alignLeft()
  return spec.putPadded(b, strBytes(s), n, 0x3c)
}
