// The module _json: what library/json.py asks for. Reading and writing themselves are in json/.

import { arg } from '../../builtins/bind.ts'
import { dictSet, newDict } from '../../container/dict.ts'
import { asList, newList, push } from '../../container/list.ts'
import { pair, tupleAt } from '../../container/tuple.ts'
import { problemAt, problemColumn, problemLine } from '../../json/diagnose.ts'
import { loadCopy } from '../../json/loads.ts'
import { after, childrenEnd, firstChild, LOCAL, nodeEnd, nodeStart, nodeValue, tagAt, tapeString } from '../../json/tape.ts'
import { allowNan, checkCircular, ensureAscii, fallback, indent, itemSeparator, jsonOptions, keySeparator } from '../../json/write.ts'
import { putJson, skipKeys, sortKeys } from '../../json/write.ts'
import { truth } from '../../ops/truth.ts'
import { newBuilder } from '../../text/builder.ts'
import { asStr, builtStr, newAscii, strBytes, strConst, strOf, strSize, textOf } from '../../text/str.ts'
import { isKind, Kind, Tape } from '../../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, isFloat, isInt, isTape, None, UNBOUND, Value } from '../../value/value.ts'
import { call1 } from '../../vm/call.ts'
import { setAttr } from '../../vm/attribute.ts'
import { exceptionArgs } from '../../vm/exception.ts'
import { ExcKind, pendingIs, raiseAgain, takePending } from '../../vm/raise.ts'
import { exceptionClass } from '../../vm/type.ts'

/// _json.JSONDecodeError
/// What a text that is not JSON raises.
export function decodeError(args: usize): Value {
  return exceptionClass(ExcKind.JSONDecodeError)
}

/// _json.loads(text, hooks, /) -> object
/// The value of JSON text; hooks is None or (object_hook, object_pairs_hook, parse_int, parse_float, parse_constant).
export function loads(args: usize): Value {
  const s = asStr(arg(args, 0))
  const v = loadCopy(strBytes(s), strSize(s), LOCAL)
  if (v == ERROR) {
    if (pendingIs(ExcKind.JSONDecodeError)) {
      const error = takePending()
      const full = textOf(tupleAt(addressOf(exceptionArgs(error)), 0))
      setAttr(error, strConst('msg'), strOf(full.substring(0, full.lastIndexOf(': line '))))
      setAttr(error, strConst('doc'), arg(args, 0))
      setAttr(error, strConst('pos'), boxInt(problemAt))
      setAttr(error, strConst('lineno'), boxInt(problemLine))
      setAttr(error, strConst('colno'), boxInt(problemColumn))
      return raiseAgain(error)
    }
    return ERROR
  }
  const hooks = arg(args, 1)
  if (hooks == None) return v
  if (isTape(v)) return build(<usize>v & 0xffffffff, addressOf(hooks))
  return number(strBytes(s), strBytes(s) + strSize(s), v, addressOf(hooks))
}

/** Builds heap values from a node on, asking the hooks on the way. */
function build(node: usize, hooks: usize): Value {
  const tag = tagAt(node)
  if (tag == Tape.ARRAY) {
    const list = newList(0, 0)
    const end = childrenEnd(node)
    for (let k = firstChild(node); k < end; k = after(k)) {
      const item = build(k, hooks)
      if (item == ERROR) return ERROR
      push(asList(list), item)
    }
    return list
  }
  if (tag == Tape.OBJECT) return buildObject(node, hooks)
  if (tag == Tape.INT || tag == Tape.DECIMAL) {
    return number(nodeStart(node), nodeEnd(node), nodeValue(node), hooks)
  }
  return nodeValue(node)
}

/** What the hooks make of the text of a number (white space around it); the value itself without a hook. */
function number(from: usize, end: usize, value: Value, hooks: usize): Value {
  while (from < end && load<u8>(from) <= 0x20) from++
  while (from < end && load<u8>(end - 1) <= 0x20) end--
  if (!isInt(value) && !isFloat(value) && !isKind(value, Kind.BIGINT)) return value
  const first = load<u8>(from) == 0x2d ? load<u8>(from, 1) : load<u8>(from)
  let hook = tupleAt(hooks, 2)
  if (first > 0x39) hook = tupleAt(hooks, 4)
  else if (isFraction(from, end)) hook = tupleAt(hooks, 3)
  return hook == None ? value : call1(hook, newAscii(from, end - from))
}

function isFraction(p: usize, end: usize): bool {
  for (; p < end; p++) {
    const c = load<u8>(p)
    if (c == 0x2e || c == 0x65 || c == 0x45) return true
  }
  return false
}

function buildObject(node: usize, hooks: usize): Value {
  const end = childrenEnd(node)
  const pairs = tupleAt(hooks, 1)
  const list = pairs == None ? None : newList(0, 0)
  const dict = pairs == None ? newDict() : None
  for (let k = firstChild(node); k < end; k = after(k + 16)) {
    const key = boxHeap(tapeString(k))
    const item = build(k + 16, hooks)
    if (item == ERROR) return ERROR
    if (pairs != None) push(asList(list), pair(key, item))
    else if (!dictSet(dict, key, item)) return ERROR
  }
  if (pairs != None) return call1(pairs, list)
  const hook = tupleAt(hooks, 0)
  return hook == None ? dict : call1(hook, dict)
}

/// _json.dumps(value, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, default, sort_keys, /) -> str
/// JSON text of a value.
export function dumps(args: usize): Value {
  // A default function may call dumps again: the options of the one outside come back.
  const ascii = ensureAscii
  const nan = allowNan
  const sorted = sortKeys
  const skip = skipKeys
  const circular = checkCircular
  const indentation = indent
  const item = itemSeparator
  const key = keySeparator
  const other = fallback
  jsonOptions(
    truth(arg(args, 2)) > 0,
    truth(arg(args, 4)) > 0,
    truth(arg(args, 9)) > 0,
    truth(arg(args, 1)) > 0,
    truth(arg(args, 3)) > 0,
    arg(args, 5) == None ? UNBOUND : arg(args, 5),
    arg(args, 6),
    arg(args, 7),
    arg(args, 8),
  )
  const b = newBuilder(256)
  const ok = putJson(b, arg(args, 0))
  const result = ok ? builtStr(b) : ERROR
  jsonOptions(ascii, nan, sorted, skip, circular, indentation, item, key, other)
  return result
}
