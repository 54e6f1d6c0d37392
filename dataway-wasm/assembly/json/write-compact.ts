// Compact JSON of what scripts mostly give: dicts of text keys, lists, numbers, text. Called by write.ts when no option asks
// for anything else; what is rarer goes back to it.
import { copyBytes } from '../memory/copy.ts'
import { listAt, listLength } from '../container/list.ts'
import { ENTRY, entriesOf, entriesUsed, entryKey, entryValue } from '../container/table.ts'
import { charge } from '../memory/limits.ts'
import { alloc, enterRegion, staticRegion } from '../memory/region.ts'
import { floatRepr } from '../number/float-text.ts'
import { builtAddress, builtLength, newBuilder, putByte, putBytes, putInteger, roomFor, setBuiltLength, writeInteger } from '../text/builder.ts'
import { flagsAt, isKind, Kind, StrFlag, Tape } from '../value/object.ts'
import { addressOf, floatOf, intOf, isFloat, isInt, isTape, UNBOUND, Value } from '../value/value.ts'
import { nodeEnd, nodeStart } from './tape.ts'
import { enter, leave, putJson, putJsonText, putOddKey } from './write.ts'

const COMMA = memory.data<u8>([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])

/** What stands in front of a value, `n` bytes, and the value: room is looked for once. */
// @ts-ignore: decorator
@inline function putField(b: usize, label: usize, n: usize, v: Value): bool {
  const isText = isTape(v) && (<u32>load<u8>(addressOf(v)) & (Tape.TAG | Tape.REWRITE)) == Tape.STRING
  const start = isText ? nodeStart(addressOf(v)) : 0
  const size = isText ? nodeEnd(addressOf(v)) - start : 0
  const from = roomFor(b, n + size + 64)
  const to = from + n
  copyShort(from, label, n)
  if (isText) copyShort(to, start, size)
  else if (isInt(v)) {
    setBuiltLength(b, builtLength(b) + n + writeInteger(to, intOf(v)))
    return true
  } else if (isFloat(v) && floatOf(v) - floatOf(v) == 0) {
    setBuiltLength(b, builtLength(b) + n + <usize>floatRepr(floatOf(v), to))
    return true
  }
  setBuiltLength(b, builtLength(b) + n + size)
  return isText || putJson(b, v)
}

/** The text of a node that is written as it was read. */
// @ts-ignore: decorator
@inline export function copySource(b: usize, node: usize): void {
  const start = nodeStart(node)
  putShort(b, start, nodeEnd(node) - start)
}
/** Bytes that are mostly few; 16 more may be read. */
// @ts-ignore: decorator
@inline function putShort(b: usize, p: usize, n: usize): void {
  copyShort(roomFor(b, n + 32), p, n)
  setBuiltLength(b, builtLength(b) + n)
}
/** To where 32 bytes more have room. */
// @ts-ignore: decorator
@inline function copyShort(to: usize, p: usize, n: usize): void {
  v128.store(to, v128.load(p))
  if (n > 16) {
    if (n <= 32) v128.store(to, v128.load(p, 16), 16)
    else copyBytes(to + 16, p + 16, n - 16)
  }
}

export function putCompactList(b: usize, l: usize): bool {
  if (!enter(l)) return false
  putByte(b, 0x5b)
  for (let i: u32 = 0; i < listLength(l); i++) if (!charge(1) || !putField(b, COMMA, <usize>(i != 0), listAt(l, i))) return false
  leave()
  putByte(b, 0x5d)
  return true
}

export function putCompactTable(b: usize, t: usize): bool {
  if (!enter(t)) return false
  putByte(b, 0x7b)
  let first = true
  for (let i: u32 = 0; i < entriesUsed(t); i++) {
    const e = entriesOf(t) + <usize>i * ENTRY
    const key = entryKey(e)
    if (key == UNBOUND) continue
    if (isKind(key, Kind.STR) && flagsAt(addressOf(key)) & StrFlag.INTERNED) {
      const label = labelOf(addressOf(key))
      const skip = <usize>first
      first = false
      if (!charge(1) || !putField(b, label + 4 + skip, <usize>load<u32>(label) - skip, entryValue(e))) return false
      continue
    } else {
      if (!first) putByte(b, 0x2c)
      if (isKind(key, Kind.STR)) putJsonText(b, addressOf(key))
      else if (!putOddKey(b, key)) return false
      putByte(b, 0x3a)
    }
    first = false
    if (!charge(1) || !putJson(b, entryValue(e))) return false
  }
  leave()
  putByte(b, 0x7d)
  return true
}

/** `,"key":` of an interned text, written once: u32 size, then the bytes. */
// @ts-ignore: decorator
@inline function labelOf(key: usize): usize {
  const known = <usize>load<u32>(key, 28)
  return known ? known : makeLabel(key)
}
function makeLabel(key: usize): usize {
  const b = newBuilder(64)
  putByte(b, 0x2c)
  putJsonText(b, key)
  putByte(b, 0x3a)
  const n = builtLength(b)
  const back = enterRegion(staticRegion())
  const label = alloc(n + 4)
  enterRegion(back)
  store<u32>(label, <u32>n)
  copyBytes(label + 4, builtAddress(b), n)
  store<u32>(key, <u32>label, 28)
  return label
}
