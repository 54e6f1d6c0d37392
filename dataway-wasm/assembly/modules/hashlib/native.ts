// The module _hash: what library/hashlib.py asks for. A state is a bytearray that the library keeps and never shows.

import { arg } from '../../builtins/bind.ts'
import { charge } from '../../memory/limits.ts'
import { bytesLength, bytesOf, isBytesLike, newBytes, roomForBytes } from '../../text/bytes.ts'
import { isStr } from '../../text/str.ts'
import { Kind } from '../../value/object.ts'
import { boxHeap, ERROR, intOf, None, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { digestSize, finishDigest, startDigest, STATE_SIZE, updateDigest } from './digest.ts'

/// _hash.start(algorithm, /) -> bytearray
/// A fresh state: 0 md5, 1 sha1, 2 sha224, 3 sha256, 4 sha384, 5 sha512.
export function start(args: usize): Value {
  const state = boxHeap(roomForBytes(Kind.BYTEARRAY, STATE_SIZE))
  startDigest(bytesOf(state), <u32>intOf(arg(args, 0)))
  return state
}

/// _hash.update(state, data, /) -> None
/// Takes more data into a state.
export function update(args: usize): Value {
  const data = arg(args, 1)
  if (isStr(data)) return raise(ExcKind.TypeError, 'Strings must be encoded before hashing')
  if (!isBytesLike(data)) return raise(ExcKind.TypeError, 'object supporting the buffer API required')
  const length = bytesLength(data)
  if (!charge(<i64>(length >> 4))) return ERROR
  updateDigest(bytesOf(arg(args, 0)), bytesOf(data), length)
  return None
}

/// _hash.finish(state, /) -> bytes
/// The digest of what a state has taken; the state can go on.
export function finish(args: usize): Value {
  const copy = __alloc(STATE_SIZE)
  memory.copy(copy, bytesOf(arg(args, 0)), STATE_SIZE)
  const out = __alloc(64)
  finishDigest(copy, out)
  return newBytes(out, digestSize(load<u32>(copy)))
}
