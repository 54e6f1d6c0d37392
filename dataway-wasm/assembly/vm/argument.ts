// Binding the arguments of a call to the parameters of a script's function, with CPython's TypeErrors.
// Registers: positional parameters, keyword-only ones, *args, **kw, then the other locals.
import { copyBytes } from '../memory/copy.ts'
import { dictGetStr, dictSetStr, newDict } from '../container/dict.ts'
import { newTuple, tupleAt, tupleLength } from '../container/tuple.ts'
import { asStr, strEquals, textOf } from '../text/str.ts'
import { slot } from '../value/object.ts'
import { addressOf, None, UNBOUND, Value } from '../value/value.ts'
import { CodeFlag, codeFlags, codeKeywordOnly, codeLocalName, codeLocals, codeParameters, codePositionalOnly } from './code.ts'
import { ExcKind, raise } from './raise.ts'

/** Fills the parameters' registers and clears the other locals. False with a TypeError pending. */
export function bindArguments(fn: Value, code: usize, registers: usize, args: usize, argc: i32, kwnames: Value): bool {
  const flags = codeFlags(code)
  const count = <i32>codeParameters(code)
  const keywordOnly = <i32>codeKeywordOnly(code)
  const total = count + keywordOnly
  const keywords = kwnames == None ? 0 : <i32>tupleLength(addressOf(kwnames))
  const positional = argc - keywords
  const taken = min(positional, count)
  // Arguments may stand where the registers will be: nothing is overwritten before it is read.
  copyBytes(registers, args, <usize>taken << 3)
  const locals = <i32>codeLocals(code)
  const varargs = flags & CodeFlag.VARARGS ? total : -1
  const varkw = flags & CodeFlag.VARKW ? total + (varargs >= 0 ? 1 : 0) : -1
  let rest: Value = UNBOUND
  if (varargs >= 0) rest = newTuple(args + (<usize>taken << 3), positional > count ? positional - count : 0)
  for (let i = taken; i < locals; i++) store<u64>(registers + (<usize>i << 3), UNBOUND)
  if (varargs >= 0) store<u64>(registers + (<usize>varargs << 3), rest)
  let extra: Value = UNBOUND
  if (varkw >= 0) {
    extra = newDict()
    store<u64>(registers + (<usize>varkw << 3), extra)
  }
  const values = args + (<usize>positional << 3)
  for (let k = 0; k < keywords; k++) {
    const name = tupleAt(addressOf(kwnames), k)
    const value = load<u64>(values + (<usize>k << 3))
    const at = parameterNamed(code, name, <i32>codePositionalOnly(code), total)
    if (at < 0) {
      if (varkw < 0) return unexpected(fn, code, name, kwnames)
      dictSetStr(extra, name, value)
      continue
    }
    const register = registers + (<usize>at << 3)
    if (load<u64>(register) != UNBOUND) {
      raise(ExcKind.TypeError, nameOf(fn) + "() got multiple values for argument '" + textOf(name) + "'")
      return false
    }
    store<u64>(register, value)
  }
  if (positional > count && varargs < 0) return tooMany(fn, code, registers, positional)
  const defaults = slot(addressOf(fn), 2)
  const given = defaults == None ? 0 : <i32>tupleLength(addressOf(defaults))
  let missing = 0
  for (let i = taken; i < count; i++) {
    const register = registers + (<usize>i << 3)
    if (load<u64>(register) != UNBOUND) continue
    const d = i - (count - given)
    if (d >= 0) store<u64>(register, tupleAt(addressOf(defaults), d))
    else missing++
  }
  if (missing) return missingArguments(fn, code, registers, 0, count, missing, 'positional')
  if (!keywordOnly) return true
  const keywordDefaults = slot(addressOf(fn), 3)
  for (let i = count; i < total; i++) {
    const register = registers + (<usize>i << 3)
    if (load<u64>(register) != UNBOUND) continue
    const v = keywordDefaults == None ? UNBOUND : dictGetStr(keywordDefaults, codeLocalName(code, i))
    if (v == UNBOUND) missing++
    else store<u64>(register, v)
  }
  return missing ? missingArguments(fn, code, registers, count, total, missing, 'keyword-only') : true
}

function parameterNamed(code: usize, name: Value, from: i32, to: i32): i32 {
  for (let i = from; i < to; i++) if (codeLocalName(code, i) == name) return i
  const s = asStr(name)
  for (let i = from; i < to; i++) if (strEquals(asStr(codeLocalName(code, i)), s)) return i
  return -1
}

function nameOf(fn: Value): string {
  return textOf(slot(addressOf(fn), 6))
}

function unexpected(fn: Value, code: usize, name: Value, kwnames: Value): bool {
  const only = <i32>codePositionalOnly(code)
  let names = ''
  const n = tupleLength(addressOf(kwnames))
  for (let i: u32 = 0; i < n; i++) {
    const k = tupleAt(addressOf(kwnames), i)
    if (parameterNamed(code, k, 0, only) >= 0) names += (names.length ? ', ' : '') + textOf(k)
  }
  if (names.length) raise(ExcKind.TypeError, nameOf(fn) + "() got some positional-only arguments passed as keyword arguments: '" + names + "'")
  else raise(ExcKind.TypeError, nameOf(fn) + "() got an unexpected keyword argument '" + textOf(name) + "'")
  return false
}

function tooMany(fn: Value, code: usize, registers: usize, positional: i32): bool {
  const count = <i32>codeParameters(code)
  const defaults = slot(addressOf(fn), 2)
  const given = defaults == None ? 0 : <i32>tupleLength(addressOf(defaults))
  let keywordOnlyGiven = 0
  for (let i = count; i < count + <i32>codeKeywordOnly(code); i++) {
    if (load<u64>(registers + (<usize>i << 3)) != UNBOUND) keywordOnlyGiven++
  }
  const takes = given ? 'from ' + (count - given).toString() + ' to ' + count.toString() : count.toString()
  const plural = given || count != 1 ? 's' : ''
  let extra = ''
  if (keywordOnlyGiven) {
    extra = ' positional argument' + (positional != 1 ? 's' : '') + ' (and ' + keywordOnlyGiven.toString() + ' keyword-only argument' + (keywordOnlyGiven != 1 ? 's' : '') + ')'
  }
  raise(
    ExcKind.TypeError,
    nameOf(fn) + '() takes ' + takes + ' positional argument' + plural + ' but ' + positional.toString() + extra +
      (positional == 1 && !keywordOnlyGiven ? ' was given' : ' were given'), // prettier-ignore
  )
  return false
}

function missingArguments(fn: Value, code: usize, registers: usize, from: i32, to: i32, missing: i32, kind: string): bool {
  let list = ''
  let seen = 0
  for (let i = from; i < to; i++) {
    if (load<u64>(registers + (<usize>i << 3)) != UNBOUND) continue
    seen++
    if (seen > 1) list += seen == missing ? (missing == 2 ? ' and ' : ', and ') : ', '
    list += "'" + textOf(codeLocalName(code, i)) + "'"
  }
  raise(
    ExcKind.TypeError,
    nameOf(fn) + '() missing ' + missing.toString() + ' required ' + kind + ' argument' + (missing > 1 ? 's' : '') + ': ' + list,
  )
  return false
}
