// The module _aes: blocks of AES for library/Crypto/Cipher/AES.py.

import { arg } from '../../builtins/bind.ts'
import { charge, reserve } from '../../memory/limits.ts'
import { bytesLength, bytesOf, roomForBytes } from '../../text/bytes.ts'
import { Kind } from '../../value/object.ts'
import { boxHeap, ERROR, None, True, Value } from '../../value/value.ts'
import { decryptBlock, encryptBlock, expandKey, SCHEDULE_SIZE } from './aes.ts'

/// _aes.blocks(key, data, decrypt, chain, /) -> bytes
/// Whole blocks, each by itself, or chained (CBC) from the 16 bytes of `chain` on if that is not None.
export function blocks(args: usize): Value {
  const key = arg(args, 0)
  const data = arg(args, 1)
  const length = bytesLength(data)
  if (!reserve(length) || !charge(<i64>length * 4)) return ERROR
  const keys = __alloc(SCHEDULE_SIZE)
  expandKey(bytesOf(key), bytesLength(key), keys)
  const result = boxHeap(roomForBytes(Kind.BYTES, length))
  const out = bytesOf(result)
  memory.copy(out, bytesOf(data), length)
  const decrypt = arg(args, 2) == True
  const chained = arg(args, 3) != None
  let before = chained ? bytesOf(arg(args, 3)) : 0
  for (let at: usize = 0; at + 16 <= <usize>length; at += 16) {
    const block = out + at
    if (decrypt) {
      decryptBlock(block, keys)
      if (chained) {
        add(block, before)
        before = bytesOf(data) + at
      }
    } else {
      if (chained) add(block, before)
      encryptBlock(block, keys)
      before = block
    }
  }
  return result
}

function add(block: usize, other: usize): void {
  store<u64>(block, load<u64>(block) ^ load<u64>(other))
  store<u64>(block, load<u64>(block, 8) ^ load<u64>(other, 8), 8)
}
