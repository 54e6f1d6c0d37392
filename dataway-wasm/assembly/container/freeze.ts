// Values that outlive an evaluation must look to the next one as they were made. A container with the PERSISTENT flag is
// thawed before a script changes it: its fields are noted and its storage is copied; refreeze() puts the fields back when
// the evaluation is over. The script sees one object that changes; nobody else sees the change.
import { copyBytes } from '../memory/copy.ts'
import { alloc } from '../memory/region.ts'
import { flagsAt, Kind, PERSISTENT, setFlags } from '../value/object.ts'

/** Bytes behind the header that are noted: all fields of a list and of a table. */
const FIELDS: usize = 32
const RECORD: usize = 8 + FIELDS

let log: usize = 0
let count: u32 = 0
let room: u32 = 0

/** To be called before a list, dict, set or MultiMap changes. */
// @ts-ignore: decorator
@inline export function thaw(p: usize): void {
  if (load<u8>(p, 1) & <u8>PERSISTENT) thawNow(p)
}

function thawNow(p: usize): void {
  const isList = load<u8>(p) == <u8>Kind.LIST
  const size: usize = isList ? 16 : FIELDS
  if (count == room) {
    room = room ? room * 2 : 16
    const fresh = alloc(<usize>room * RECORD)
    copyBytes(fresh, log, <usize>count * RECORD)
    log = fresh
  }
  const r = log + <usize>count * RECORD
  count++
  store<u32>(r, <u32>p)
  store<u32>(r, <u32>size, 4)
  copyBytes(r + 8, p + 8, size)
  setFlags(p, flagsAt(p) & ~PERSISTENT)
  if (isList) copyStorage(p, 12, <usize>load<u32>(p, 16) << 3)
  else {
    copyStorage(p, 12, <usize>load<u32>(p, 20) * 24)
    if (load<u32>(p, 24)) copyStorage(p, 24, (<usize>load<u32>(p, 28) + 1) << 2)
  }
}
function copyStorage(p: usize, at: usize, size: usize): void {
  const fresh = alloc(size)
  copyBytes(fresh, <usize>load<u32>(p + at), size)
  store<u32>(p + at, <u32>fresh)
}

/** Whether something persistent was changed since the last refreeze(). */
export function anyThawed(): bool {
  return count != 0
}

/** Undoes all changes since the last call. */
export function refreeze(): void {
  for (let i: u32 = 0; i < count; i++) {
    const r = log + <usize>i * RECORD
    const p = <usize>load<u32>(r)
    copyBytes(p + 8, r + 8, <usize>load<u32>(r, 4))
    setFlags(p, flagsAt(p) | PERSISTENT)
  }
  count = 0
  room = 0
  log = 0
}
