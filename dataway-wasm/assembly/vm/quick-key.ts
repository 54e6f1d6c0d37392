// o['text'] where the key stood in the last object: of dicts, of objects of a document, of entities over one.
//   cache of GET_KEY: entry in a dict u32 · place in an object of the document u32 · that object's shape u32 · 0 u32
import { entriesOf, entriesUsed, ENTRY, entryKey } from '../container/table.ts'
import { isShaped, nodeValue } from '../json/tape.ts'
import { Kind, slot } from '../value/object.ts'
import { addressOf, isHeap, isTape, UNBOUND, Value } from '../value/value.ts'

/** The value; UNBOUND when it is not where the cache says: ask getKey(). */
// @ts-ignore: decorator
@inline export function quickKey(o: Value, name: Value, cache: usize): Value {
  const p = addressOf(o)
  if (isTape(o)) return ofObject(p, cache)
  if (!isHeap(o)) return UNBOUND
  const kind = load<u8>(p)
  if (kind == <u8>Kind.DICT) {
    const at = load<u32>(cache)
    if (at >= entriesUsed(p)) return UNBOUND
    const e = entriesOf(p) + <usize>at * ENTRY
    return entryKey(e) == name ? load<u64>(e, 8) : UNBOUND
  }
  if (kind != <u8>Kind.ENTITY) return UNBOUND
  const value = slot(p, 0)
  return isTape(value) ? ofObject(addressOf(value), cache) : UNBOUND
}
// @ts-ignore: decorator
@inline function ofObject(node: usize, cache: usize): Value {
  return isShaped(node, load<u32>(cache, 8)) ? nodeValue(node + <usize>load<u32>(cache, 4) + 16) : UNBOUND
}
