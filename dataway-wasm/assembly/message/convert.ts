// The result type of a field: what the drop-down beside an expression converts to.
import { float } from '../builtins/number/float.ts'
import { toInt } from '../builtins/number/int.ts'
import { newDict, dictUpdate } from '../container/dict.ts'
import { asList, listAt, listLength, listOf } from '../container/list.ts'
import { putStr, str } from '../ops/text.ts'
import { truth } from '../ops/truth.ts'
import { alloc } from '../memory/region.ts'
import { isBytesLike } from '../text/bytes.ts'
import { encode } from '../text/codec.ts'
import { newBuilder } from '../text/builder.ts'
import { builtStr, isStr } from '../text/str.ts'
import { boxBool, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { Kind, kindOf } from '../value/object.ts'
import { makeModuleValue, moduleValueTag, revive } from './module-value.ts'
import { Wire } from './wire.ts'

/** Added to a type: the result is a list of parts whose texts are put together first. */
const JOIN: i32 = 32

/** Order of the names in host.ts: 1 str 2 int 3 float 4 decimal 5 bool 6 bytes 7 list 8 dict 9 datetime 10 date 11 time 12 none. ERROR. */
export function convertResult(v: Value, to: i32): Value {
  if (to >= JOIN) {
    v = joinedTexts(v)
    if (v == ERROR) return ERROR
    to -= JOIN
  }
  switch (to) {
    case 1:
      return str(v)
    case 2:
      return toInt(v)
    case 3: {
      const args = alloc(8)
      store<u64>(args, v)
      return float(args)
    }
    case 4:
      return moduleType(v, Wire.DECIMAL)
    case 5: {
      const t = truth(v)
      return t < 0 ? ERROR : boxBool(t == 1)
    }
    case 6:
      if (isBytesLike(v)) return v
      return encode(isStr(v) ? v : str(v), UNBOUND, UNBOUND)
    case 7:
      return kindOf(v) == Kind.LIST ? v : listOf(v)
    case 8: {
      if (kindOf(v) == Kind.DICT) return v
      const d = newDict()
      return dictUpdate(d, v) ? d : ERROR
    }
    case 9:
      return moduleType(v, Wire.DATETIME)
    case 10:
      return moduleType(v, Wire.DATE)
    case 11:
      return moduleType(v, Wire.TIME)
    case 12:
      return None
    default:
      return v
  }
}
function moduleType(v: Value, tag: Wire): Value {
  if (moduleValueTag(v) == <u32>tag) return v
  const text = str(v)
  // Made once here, so that a text that is none is an error of this script.
  return text == ERROR ? ERROR : revive(makeModuleValue(tag, text))
}

function joinedTexts(v: Value): Value {
  const l = asList(v)
  const b = newBuilder(64)
  for (let i: u32 = 0; i < listLength(l); i++) if (!putStr(b, listAt(l, i))) return ERROR
  return builtStr(b)
}
