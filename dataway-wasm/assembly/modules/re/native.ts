// The module _re: what library/re.py asks of the engine. Positions go in and out in code points (or bytes).

import { arg } from '../../builtins/bind.ts'
import { asList, newList, push } from '../../container/list.ts'
import { pair, roomForTuple, tupleAt, tupleLength } from '../../container/tuple.ts'
import { charge } from '../../memory/limits.ts'
import { bytesLength, bytesOf, newBytes } from '../../text/bytes.ts'
import { asStr, byteOffset, indexOfByte, isAsciiStr, isStr, sliceOfStr, strBytes, strOf, strSize } from '../../text/str.ts'
import { isKind, Kind } from '../../value/object.ts'
import { addressOf, boxHeap, boxInt, ERROR, False, intOf, isInt, None, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { codeAt, widthOf } from './character.ts'
import { compilePattern, problem } from './emit.ts'
import { execute, FOUND, setPayment, slots, TOO_LARGE } from './match.ts'
import { failure, failureAt, groupNames, groupNumbers } from './parse.ts'
import { Flag } from './program.ts'

const SLICE: i64 = 20000

function payForSteps(): i64 {
  return charge(SLICE) ? SLICE : 0
}

/// _re.compile(pattern, flags, /) -> tuple
/// (program, groups, names and numbers, flags), or (message, position) if the pattern has a mistake.
export function compile(args: usize): Value {
  const pattern = arg(args, 0)
  const codes: Array<u32> = []
  let flags = <u32>intOf(arg(args, 1))
  let p: usize
  let end: usize
  if (isStr(pattern)) {
    const s = asStr(pattern)
    p = strBytes(s)
    end = p + strSize(s)
    while (p < end) {
      codes.push(codeAt(p))
      p += widthOf(load<u8>(p))
    }
  } else {
    flags |= Flag.BYTES
    p = bytesOf(pattern)
    end = p + bytesLength(pattern)
    while (p < end) codes.push(load<u8>(p++))
  }
  if (!charge(codes.length * 4)) return ERROR
  const program = compilePattern(codes, flags)
  if (!program) {
    if (failure.length > 0) return pair(strOf(failure), boxInt(failureAt))
    return pair(strOf(problem), None)
  }
  const at = changetype<usize>(program)
  const count = groupNames.length
  const names = roomForTuple(count)
  for (let i = 0; i < count; i++)
    store<u64>(names + 8 + (<usize>i << 3), pair(strOf(groupNames[i]), boxInt(groupNumbers[i])))
  const result = roomForTuple(4)
  store<u64>(result, newBytes(at, <usize>program.length << 2), 8)
  store<u64>(result, boxInt(load<u32>(at, 4)), 16)
  store<u64>(result, boxHeap(names), 24)
  store<u64>(result, boxInt(load<u32>(at, 16) & 0xffff), 32)
  return boxHeap(result)
}

/** The text that is searched: its object (0 for bytes), bytes, where the search begins and ends. */
let object: usize = 0
let data: usize = 0
let from: u32 = 0
let end: u32 = 0

function open(text: Value, pos: Value, endpos: Value): void {
  const first = <u32>intOf(pos)
  const last = <u32>intOf(endpos)
  if (!isStr(text)) {
    object = 0
    data = bytesOf(text)
    from = first
    end = last
    return
  }
  const s = asStr(text)
  data = strBytes(s)
  object = isAsciiStr(s) ? 0 : s
  from = object ? <u32>byteOffset(s, first) : first
  end = object ? <u32>byteOffset(s, last) : last
}

/** The spans of all groups and the number of the group that ended last. */
function spans(program: usize): Value {
  const n = load<u32>(program, 4) * 2 + 3
  const t = roomForTuple(n)
  for (let i: u32 = 0; i < n; i++) {
    let at = load<i32>(slots + (<usize>i << 2))
    if (object && at > 0 && i + 1 < n) at = <i32>indexOfByte(object, at)
    store<u64>(t + 8 + (<usize>i << 3), boxInt(at))
  }
  return boxHeap(t)
}

function failed(result: i32): Value {
  return result == TOO_LARGE ? raise(ExcKind.MemoryError, '') : ERROR
}

/// _re.find(program, text, pos, endpos, mode, /) -> tuple | None
/// The spans of a match: mode 0 at pos, 1 from pos to endpos, 2 at or behind pos.
export function find(args: usize): Value {
  setPayment(payForSteps)
  const program = bytesOf(arg(args, 0))
  open(arg(args, 1), arg(args, 2), arg(args, 3))
  const result = execute(program, data, end, from, <i32>intOf(arg(args, 4)), -1)
  if (result < 0) return failed(result)
  return result == FOUND ? spans(program) : None
}

/// _re.first(program, text, mode, /) -> tuple | bool | None
/// As find in the whole of a str or bytes that the program is for; False when the text is anything else.
export function first(args: usize): Value {
  const program = bytesOf(arg(args, 0))
  const v = arg(args, 1)
  const isText = isStr(v)
  if (isText == ((load<u32>(program, 16) & Flag.BYTES) != 0) || (!isText && !isKind(v, Kind.BYTES))) return False
  setPayment(payForSteps)
  data = isText ? strBytes(asStr(v)) : bytesOf(v)
  object = isText && !isAsciiStr(asStr(v)) ? asStr(v) : 0
  end = <u32>(isText ? strSize(asStr(v)) : bytesLength(v))
  const result = execute(program, data, end, 0, <i32>intOf(arg(args, 2)), -1)
  if (result < 0) return failed(result)
  return result == FOUND ? spans(program) : None
}

/// _re.group(spans, text, number, /) -> str | bool | None
/// The text of a group of a str, None when it took no part; False when there is no such number, or the text is no str.
export function group(args: usize): Value {
  const t = addressOf(arg(args, 0))
  const n = arg(args, 2)
  if (!isStr(arg(args, 1)) || !isInt(n) || <u64>intOf(n) >= <u64>(tupleLength(t) >> 1)) return False
  const s = asStr(arg(args, 1))
  const from = intOf(tupleAt(t, <u32>intOf(n) * 2))
  if (from < 0) return None
  const to = intOf(tupleAt(t, <u32>intOf(n) * 2 + 1))
  return isAsciiStr(s) ? sliceOfStr(s, <usize>from, <usize>to) : sliceOfStr(s, byteOffset(s, <u32>from), byteOffset(s, <u32>to))
}

/// _re.all(program, text, pos, endpos, limit, /) -> list
/// The spans of all matches that do not overlap, at most `limit` unless that is 0.
export function all(args: usize): Value {
  setPayment(payForSteps)
  const program = bytesOf(arg(args, 0))
  open(arg(args, 1), arg(args, 2), arg(args, 3))
  const limit = intOf(arg(args, 4))
  const list = newList(0, 0)
  let avoid = -1
  let count: i64 = 0
  while (from <= end && (limit == 0 || count < limit)) {
    const result = execute(program, data, end, from, 2, avoid)
    if (result < 0) return failed(result)
    if (result != FOUND) break
    push(asList(list), spans(program))
    count++
    const begin = load<u32>(slots)
    from = load<u32>(slots, 4)
    avoid = begin == from ? <i32>from : -1
    if (!charge(4)) return ERROR
  }
  return list
}
