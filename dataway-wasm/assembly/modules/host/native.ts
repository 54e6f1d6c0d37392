// The module _host: clock and random seed, the only things that come from outside.

import { newTuple } from '../../container/tuple.ts'
import { bigFromI64, bigValue } from '../../number/bigint.ts'
import { strConst } from '../../text/str.ts'
import { boxInt, Value } from '../../value/value.ts'

// @ts-ignore: decorator
@external('host', 'clock')
declare function clockOfHost(): f64
// @ts-ignore: decorator
@external('host', 'zoneOffset')
declare function offsetOfHost(): i32
// @ts-ignore: decorator
@external('host', 'seed')
declare function seedOfHost(): i32

const row: usize = memory.data(24, 8)

/// _host.clock() -> tuple
/// Microseconds since 1970, the local zone's offset in seconds east of UTC, its name.
export function clock(args: usize): Value {
  const offset = offsetOfHost()
  store<u64>(row, bigValue(bigFromI64(<i64>clockOfHost())))
  store<u64>(row, boxInt(offset), 8)
  store<u64>(row, strConst(offset == 0 ? 'UTC' : 'local'), 16)
  return newTuple(row, 3)
}

/// _host.seed() -> int
/// A seed of 32 bits, the same one when a run is replayed.
export function seed(args: usize): Value {
  return boxInt(<i64>(<u32>seedOfHost()))
}
