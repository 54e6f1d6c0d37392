// "Did you mean": the nearest known name for one that is not there, as CPython 3.11 finds it (Python/suggestions.c): a
// changed, missing or additional character costs 2, another case 1; at most a third of the characters may differ.
import { attributeNames } from '../builtins/class/names.ts'
import { nativeCount, nativeName, nativeQualifier } from '../builtins/native.ts'
import { asList, listAt, listLength } from '../container/list.ts'
import { asDict, isDict } from '../container/dict.ts'
import { entriesUsed, entryAt, entryKey } from '../container/table.ts'
import { asStr, isStr, strBytes, strConst, strSize } from '../text/str.ts'
import { slot } from '../value/object.ts'
import { addressOf, ERROR, UNBOUND, Value } from '../value/value.ts'
import { IN_SCOPE } from './builtin-names.ts'
import { codeLocalName, codeLocals } from './code.ts'
import { exceptionField } from './exception.ts'
import { exceptionName } from './exception-table.ts'
import { NAME_ATTRIBUTE, OBJ } from './names.ts'
import { ExcKind, takePending } from './raise.ts'
import { exceptionClass, typeOf } from './type.ts'

const MOVE: i32 = 2
const LONGEST: usize = 40
const MOST: u32 = 750
const row: usize = memory.data(41 * 4, 4)

let wanted: usize = 0
let best: Value = UNBOUND
let bestCost: i32 = 0

/** The name that was probably meant, for a NameError or AttributeError itself; UNBOUND when none is near. */
export function suggestion(exception: Value, code: usize, globals: Value): Value {
  const cls = typeOf(exception)
  const isName = cls == exceptionClass(ExcKind.NameError)
  if (!isName && cls != exceptionClass(ExcKind.AttributeError)) return UNBOUND
  const name = exceptionField(exception, NAME_ATTRIBUTE)
  if (!isStr(name)) return UNBOUND
  wanted = asStr(name)
  best = UNBOUND
  bestCost = i32.MAX_VALUE
  if (isName) nearName(code, globals)
  else nearAttribute(exceptionField(exception, OBJ))
  return best
}

function nearAttribute(o: Value): void {
  if (o == UNBOUND) return
  const all = attributeNames(o)
  if (all == ERROR) {
    takePending()
    return
  }
  const l = asList(all)
  if (listLength(l) >= MOST) return
  for (let i: u32 = 0; i < listLength(l); i++) consider(listAt(l, i))
}

/** Locals win over globals, globals over builtins. */
function nearName(code: usize, globals: Value): void {
  if (code) for (let i: u32 = 0; i < codeLocals(code); i++) consider(codeLocalName(code, i))
  if (best != UNBOUND) return
  if (isDict(globals)) {
    const t = asDict(globals)
    for (let i: u32 = 0; i < entriesUsed(t); i++) if (entryKey(entryAt(t, i)) != UNBOUND) consider(entryKey(entryAt(t, i)))
  }
  if (best != UNBOUND) return
  for (let n: u32 = 0; n < nativeCount(); n++) if (nativeQualifier(n) == 0) consider(nativeName(n))
  for (let i = 0; i < <i32>ExcKind.JSONDecodeError; i++) consider(strConst(exceptionName(<ExcKind>i)))
  for (let i = 0; i < IN_SCOPE.length; i++) consider(strConst(IN_SCOPE[i]))
}

function consider(name: Value): void {
  if (!isStr(name)) return
  const s = asStr(name)
  const n = <i32>strSize(s)
  const m = <i32>strSize(wanted)
  const most = min(((n + m + 3) * MOVE) / 6, bestCost - 1)
  const cost = distance(strBytes(wanted), <usize>m, strBytes(s), <usize>n, most)
  if (cost == 0 || cost > most) return
  best = name
  bestCost = cost
}

function distance(a: usize, n: usize, b: usize, m: usize, most: i32): i32 {
  while (n && m && load<u8>(a) == load<u8>(b)) {
    a++
    b++
    n--
    m--
  }
  while (n && m && load<u8>(a + n - 1) == load<u8>(b + m - 1)) {
    n--
    m--
  }
  if (!n || !m) return <i32>(n + m) * MOVE
  if (n > LONGEST || m > LONGEST) return most + 1
  if (m < n) {
    let t = a
    a = b
    b = t
    t = n
    n = m
    m = t
  }
  if (<i32>(m - n) * MOVE > most) return most + 1
  for (let i: usize = 0; i < n; i++) store<i32>(row + (i << 2), <i32>(i + 1) * MOVE)
  let result = 0
  for (let j: usize = 0; j < m; j++) {
    let above = <i32>j * MOVE
    result = above
    let least = i32.MAX_VALUE
    for (let i: usize = 0; i < n; i++) {
      const changed = above + substitution(load<u8>(b + j), load<u8>(a + i))
      above = load<i32>(row + (i << 2))
      result = min(min(result, above) + MOVE, changed)
      store<i32>(row + (i << 2), result)
      least = min(least, result)
    }
    if (least > most) return most + 1
  }
  return result
}
function substitution(a: u32, b: u32): i32 {
  if (a == b) return 0
  return (a & 31) == (b & 31) && lower(a) == lower(b) ? 1 : MOVE
}
function lower(c: u32): u32 {
  return c >= 0x41 && c <= 0x5a ? c + 32 : c
}
